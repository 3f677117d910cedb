/** A consumer whose hub, whose network and who itself is killed or falls silent. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { copyWorld } from "../kit/database.ts";
import type { Hub } from "../kit/hub.ts";
import { freePort, startProcess, type Running } from "../kit/process.ts";
import { decide, recordCorroborated } from "../kit/records.ts";
import { sendTo } from "../kit/send.ts";
import { consume, ledgerOf, until, verify } from "./newsroom.ts";
import { startProxy } from "./proxy.ts";

const key = "a-key-for-these-tests";
let world: Awaited<ReturnType<typeof copyWorld>>;
let home: string;
let env: Record<string, string | undefined>;
let url: string;
let file: string;
let running: Running;
let hub: Hub;
let verifier: string;

beforeEach(async () => {
  world = await copyWorld("empty");
  home = world.where.home ?? join(process.cwd(), ".paradero", `test-${randomUUID()}`);
  await mkdir(home, { recursive: true });
  file = join(home, "place.json");
  // The hub comes back at the same address, as hubs do.
  env = { DATABASE_URL: world.where.databaseUrl ?? "", PARADERO_HOME: home, PARADERO_KEY: key, PORT: String(await freePort()) };
  running = await startProcess(env);
  ({ url } = running);
  hub = { send: sendTo(url, key) } as Hub;
  const mutation = `mutation { createApiKey(input: { name: "test", scopes: [VERIFIER] }) { ... on CreateApiKeyPayload { secret } } }`;
  verifier = (await hub.send(mutation)).data["createApiKey"].secret;
});
afterEach(async () => {
  await running.kill("SIGKILL");
  await rm(home, { recursive: true, force: true });
  await world.dispose();
});

test("a consumer hears each event once and in order while its hub is killed under its hands, and while it stops and goes on itself", async () => {
  await verify(hub, verifier, 2);
  const prepared = await Promise.all(Array.from({ length: 18 }, () => recordCorroborated(hub)));
  let decided = 0;
  // Asked again until it is acknowledged: by then it has been done once.
  const writing = (async () => {
    for (const { release } of prepared) {
      await until(() =>
        decide(hub, "verifyRelease", { release }, verifier).then(
          ({ release: now }) => now?.state === "VERIFIED",
          () => false,
        ),
      );
      decided += 1;
    }
  })();
  let consumer = consume({ url, file });
  const heard: string[] = [];
  for (const [at, signal] of (["SIGKILL", "SIGTERM", "SIGKILL"] as const).entries()) {
    await until(() => decided > at * 5 + 2 && consumer.handled.length > 0);
    await running.kill(signal);
    running = await startProcess(env);
    if (at !== 1) continue;
    await consumer.stop();
    heard.push(...consumer.handled);
    consumer = consume({ url, file });
  }
  await writing;
  const expected = await ledgerOf(hub);
  expect(expected).toHaveLength(20);
  await until(() => heard.length + consumer.handled.length >= expected.length);
  await consumer.stop();
  expect([...heard, ...consumer.handled]).toEqual(expected);
  expect(await consumer.ended).toBeUndefined();
  expect(consumer.of("lost the hub").length).toBeGreaterThan(0);
});

test("the newsroom's program, killed and started again while events come, prints each, in order, and at most the one under way twice", async () => {
  const printed: string[] = [];
  const start = () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "../../examples/newsroom.ts"), url, file], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let rest = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop()!;
      for (const line of lines) if (/ReleaseVerified/.test(line)) printed.push(/Person-\d+-\d+/.exec(line)![0]);
    });
    return child;
  };
  let child = start();
  let kills = 0;
  const prepared = await Promise.all(Array.from({ length: 12 }, () => recordCorroborated(hub)));
  for (const [at, { release }] of prepared.entries()) {
    await decide(hub, "verifyRelease", { release }, verifier);
    if (at % 4 !== 3) continue;
    if (at === 3) await until(() => printed.length > 0);
    child.kill("SIGKILL");
    await once(child, "close");
    kills += 1;
    child = start();
  }
  const { data } = await hub.send("{ feed(first: 100) { edges { node { release { detainee { name } } } } } }");
  const names: string[] = data["feed"].edges.map((edge: any) => edge.node.release.detainee.name);
  await until(() => names.every((name) => printed.includes(name)));
  child.kill("SIGTERM");
  expect(await once(child, "close")).toEqual([0, null]);
  expect([...new Set(printed)]).toEqual(names);
  expect(printed.length - names.length).toBeLessThanOrEqual(kills);
});

test("a connection that dies without a word is left for a fresh one, and one that is never answered too; nothing is missed", async () => {
  await using proxy = await startProxy(url);
  const consumer = consume({ url: proxy.url, file, longestSilence: 6000 });
  await verify(hub, verifier, 2);
  await until(() => consumer.of("caught up").length > 0 && consumer.handled.length === 2);
  // Silence alone is no reason: the hub is asked, and answers.
  const asked = proxy.carried;
  await until(() => proxy.carried > asked + 3);
  expect(consumer.of("lost the hub")).toEqual([]);

  proxy.swallow(1);
  await verify(hub, verifier, 3);
  await until(() => consumer.handled.length >= 5);
  await consumer.stop();
  expect(consumer.handled).toEqual(await ledgerOf(hub));
  const silence = { did: "lost the hub", why: "nothing heard for 6000 ms" };
  expect(consumer.of("lost the hub")).toMatchObject([silence, silence]);
  expect(proxy.swallowed).toBe(1);
  expect(consumer.of("connected")).toHaveLength(2);
});
