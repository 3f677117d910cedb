import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isSurvivable } from "../../src/cli/uncaught.ts";
import { copyWorld } from "../kit/database.ts";
import { metricBecomes } from "../kit/metrics.ts";
import { startProcess } from "../kit/process.ts";
import { sendTo } from "../kit/send.ts";

let world: Awaited<ReturnType<typeof copyWorld>>;
let env: Record<string, string | undefined>;
beforeAll(async () => {
  world = await copyWorld("empty");
  const home = world.where.home ?? join(process.cwd(), ".paradero", `test-${process.pid}-${Date.now()}`);
  await mkdir(home, { recursive: true });
  // Faults on demand: a signal is the one thing from outside that runs code of ours in there.
  const faults = [
    `process.on("SIGWINCH", () => void Promise.reject(new Error("nobody awaited this")))`,
    `process.on("SIGUSR2", () => { throw new Error("nobody caught this") })`,
  ].join(";");
  env = {
    ...{ DATABASE_URL: world.where.databaseUrl ?? "", PARADERO_HOME: home, PARADERO_KEY: "a-key-for-these-tests", LOG_LEVEL: "error" },
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(faults)}`,
  };
});
afterAll(async () => {
  await rm(env["PARADERO_HOME"]!, { recursive: true, force: true });
  await world.dispose();
});

test("a rejection that nobody awaited is logged and counted, and the hub lives on; an exception that nobody caught drains it and ends it with 1", async () => {
  const running = await startProcess(env);
  const send = sendTo(running.url, env["PARADERO_KEY"]!);
  process.kill(running.pid, "SIGWINCH");
  await metricBecomes(running.url, "paradero_uncaught_total", 'outcome="survived"', 1);
  expect((await send("{ __typename }")).data).toEqual({ __typename: "Query" });
  const { code, err } = await running.kill("SIGUSR2");
  expect(code).toBe(1);
  expect(err).toContain("nobody awaited this");
  expect(err).toContain("the process drained and ended");
}, 120_000);

test.each<[unknown, NodeJS.UncaughtExceptionOrigin, boolean]>([
  [new Error("x"), "uncaughtException", false],
  [new TypeError("x"), "uncaughtException", false],
  [null, "uncaughtException", false],
  ["text", "uncaughtException", false],
  [Object.assign(new Error("x"), { code: "ENOSPC" }), "uncaughtException", false],
  [Object.assign(new Error("x"), { code: "ERR_ASSERTION" }), "uncaughtException", false],
  [new RangeError("Maximum call stack size exceeded"), "uncaughtException", true],
  [Object.assign(new Error("x"), { code: "EPIPE" }), "uncaughtException", true],
  [Object.assign(new Error("x"), { code: "ECONNRESET" }), "uncaughtException", true],
  [Object.assign(new Error("x"), { code: "ERR_STREAM_DESTROYED" }), "uncaughtException", true],
  [new Error("x"), "unhandledRejection", true],
])("%o as %s is survived: %s", (error, origin, survived) => expect(isSurvivable(error, origin)).toBe(survived));
