import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommand, startProcess } from "../kit/process.ts";

// What only the embedded database promises; with TEST_DATABASE_URL these run all the same, on it.
let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "paradero-home-"));
});
afterEach(() => rm(home, { recursive: true, force: true }));

test("a second process on the same directory is refused, whatever it wants, and the first lives on; after kill -9 the next one starts", async () => {
  const env = { DATABASE_URL: "", PARADERO_HOME: home, PARADERO_KEY: "a-key-for-these-tests" };
  const running = await startProcess(env);
  for (const command of [["serve"], ["migrate"], ["export", join(home, "copy")]]) {
    expect(await runCommand(command, { ...env, PORT: "0" })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/in use by process \d+/),
    });
  }
  expect((await fetch(new URL("/ready", running.url))).status).toBe(200);
  await running.kill("SIGKILL");
  const next = await startProcess(env);
  expect(await next.kill("SIGTERM")).toMatchObject({ code: 0 });
});
