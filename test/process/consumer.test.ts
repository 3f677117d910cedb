import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { consumeFeed, Refused, type ConsumerOptions, type FeedEvent, type Note } from "../../examples/consumer.ts";
import { copyWorld } from "../kit/database.ts";
import type { Hub } from "../kit/hub.ts";
import { freePort, startProcess, type Running } from "../kit/process.ts";
import { sendTo } from "../kit/send.ts";
import { startProxy } from "./proxy.ts";
import { decide, recordCorroborated } from "../kit/records.ts";

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
  home = world.where.home ?? join(process.cwd(), ".paradero", `test-${process.pid}-${Date.now()}`);
  await mkdir(home, { recursive: true });
  file = join(home, "place.json");
  // The hub comes back at the same address, as hubs do.
  env = { DATABASE_URL: world.where.databaseUrl ?? "", PARADERO_HOME: home, PARADERO_KEY: key, PORT: String(await freePort()) };
  running = await startProcess(env);
  ({ url } = running);
  hub = { send: sendTo(url, key) } as Hub;
  verifier = await newKey("VERIFIER");
});
afterEach(async () => {
  await running.kill("SIGKILL");
  await rm(home, { recursive: true, force: true });
  await world.dispose();
});

async function newKey(scope: string): Promise<string> {
  const mutation = `mutation { createApiKey(input: { name: "test", scopes: [${scope}] }) { ... on CreateApiKeyPayload { secret } } }`;
  return (await hub.send(mutation)).data["createApiKey"].secret;
}
async function verify(count: number): Promise<void> {
  for (let made = 0; made < count; made += 1) {
    const { release } = await recordCorroborated(hub);
    await decide(hub, "verifyRelease", { release }, verifier);
  }
}
/** What a newsroom must have heard: the feed, as the hub has it. */
async function ledger(): Promise<string[]> {
  return (await hub.send("{ feed(first: 100) { edges { node { eventId } } } }")).data["feed"].edges.map((edge: any) => edge.node.eventId);
}
async function until(done: () => boolean | Promise<boolean>, milliseconds = 20_000): Promise<void> {
  for (const deadline = Date.now() + milliseconds; !(await done());) {
    if (Date.now() > deadline) throw new Error(`It did not come about within ${milliseconds} ms: ${done.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
function consume(more: Partial<ConsumerOptions> = {}) {
  const handled: string[] = [];
  const notes: Note[] = [];
  const consumer = consumeFeed({
    ...{ url, file, firstWait: 50 },
    handle: (event: FeedEvent) => handled.push(event.eventId),
    note: (note) => notes.push(note),
    ...more,
  });
  const of = (did: Note["did"]) => notes.filter((note) => note.did === did);
  return { ...consumer, handled, notes, of };
}

test("a consumer hears each event once and in order while its hub is killed under its hands, and while it stops and goes on itself", async () => {
  await verify(2);
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
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  })();
  let consumer = consume();
  const heard: string[] = [];
  for (const [at, signal] of (["SIGKILL", "SIGTERM", "SIGKILL"] as const).entries()) {
    await until(() => decided > at * 5 + 2 && consumer.handled.length > 0);
    await running.kill(signal);
    running = await startProcess(env);
    if (at !== 1) continue;
    await consumer.stop();
    heard.push(...consumer.handled);
    consumer = consume();
  }
  await writing;
  const expected = await ledger();
  expect(expected).toHaveLength(20);
  await until(() => heard.length + consumer.handled.length >= expected.length);
  await consumer.stop();
  expect([...heard, ...consumer.handled]).toEqual(expected);
  expect(await consumer.ended).toBeUndefined();
  expect(consumer.of("lost the hub").length).toBeGreaterThan(0);
}, 120_000);

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
}, 120_000);

test("the newsroom's program says which address it cannot reach, and why, with a place and without", async () => {
  const nobody = `http://127.0.0.1:${await freePort()}/graphql`;
  for (const place of [null, { cursor: "from-before", seen: [] }]) {
    if (place) await writeFile(file, JSON.stringify(place));
    const child = spawn(process.execPath, [join(import.meta.dirname, "../../examples/newsroom.ts"), nobody, file]);
    const [said] = await once(child.stdout.setEncoding("utf8"), "data");
    child.kill("SIGTERM");
    expect(await once(child, "close")).toEqual([0, null]);
    expect(said).toMatch(
      place ? `${nobody}: the connection failed; coming back in` : `${nobody}: fetch failed: ECONNREFUSED; coming back in`,
    );
  }
});

test("a connection that dies without a word is left for a fresh one, and one that is never answered too; nothing is missed", async () => {
  await using proxy = await startProxy(url);
  const consumer = consume({ url: proxy.url, longestSilence: 1500 });
  await verify(2);
  await until(() => consumer.of("caught up").length > 0 && consumer.handled.length === 2);
  // Silence alone is no reason: the hub is asked, and answers.
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(consumer.of("lost the hub")).toEqual([]);

  proxy.swallow(1);
  await verify(3);
  await until(() => consumer.handled.length >= 5);
  await consumer.stop();
  expect(consumer.handled).toEqual(await ledger());
  const silence = { did: "lost the hub", why: "nothing heard for 1500 ms" };
  expect(consumer.of("lost the hub")).toMatchObject([silence, silence]);
  expect(proxy.swallowed).toBe(1);
  expect(consumer.of("connected")).toHaveLength(2);
});

test("a cursor that the feed does not know is a gap: it is told, and everything on record is read, without what was dealt with before", async () => {
  await verify(3);
  const all = await ledger();
  await writeFile(file, JSON.stringify({ cursor: "from-another-hub", seen: [all[1]] }));
  const consumer = consume();
  await until(() => consumer.of("caught up").length > 0);
  expect(consumer.of("met a gap")).toEqual([
    {
      did: "met a gap",
      code: "CURSOR_INVALID",
      message: expect.stringContaining("CURSOR_INVALID"),
      lost: "from-another-hub",
      readingAfter: null,
    },
  ]);
  expect(consumer.handled).toEqual([all[0], all[2]]);
  expect(consumer.of("skipped a duplicate")).toHaveLength(1);
  await consumer.stop();
  expect(JSON.parse(await readFile(file, "utf8")).cursor).not.toBe("from-another-hub");
});

test("after a gap it reads on from where it is told to", async () => {
  await verify(3);
  const cursors = (await hub.send("{ feed(first: 100) { edges { cursor } } }")).data["feed"].edges.map(
    (edge: any) => edge.cursor as string,
  );
  await writeFile(file, JSON.stringify({ cursor: "from-another-hub", seen: [] }));
  const consumer = consume({ afterGap: () => cursors[1]! });
  await until(() => consumer.of("caught up").length > 0);
  await consumer.stop();
  expect(consumer.handled).toEqual((await ledger()).slice(2));
});

test("a consumer that begins now hears nothing of the past, also when it stops before the first event and begins again", async () => {
  await verify(2);
  let consumer = consume({ begin: "now" });
  await until(() => consumer.of("caught up").length > 0);
  await consumer.stop();
  await verify(1);
  consumer = consume({ begin: "now" });
  await until(() => consumer.handled.length > 0);
  await consumer.stop();
  expect(consumer.handled).toEqual((await ledger()).slice(2));
});

test("a handler that fails is called again with the same event, and the next one waits for it", async () => {
  const handled: string[] = [];
  let failing = 2;
  const consumer = consume({
    handle: ({ eventId }) => {
      if (failing-- > 0) throw new Error("the presses stand still");
      handled.push(eventId);
    },
  });
  await verify(2);
  await until(() => handled.length >= 2);
  await consumer.stop();
  expect(handled).toEqual(await ledger());
  expect(consumer.of("met a failing handler")).toHaveLength(2);
});

test("a key that is unknown, and one that is revoked while the socket is open, are said and end it", async () => {
  const wrong = consume({ key: "wrong", begin: "now" });
  await expect(wrong.ended).rejects.toThrow(Refused);
  expect(wrong.of("was refused")).toEqual([{ did: "was refused", why: expect.stringContaining("4401") }]);
  const reading = consume({ key: "wrong" });
  await expect(reading.ended).rejects.toThrow(/UNAUTHENTICATED/);

  const { secret, key: made } = (
    await hub.send(
      `mutation { createApiKey(input: { name: "newsroom", scopes: [PARTNER] }) { ... on CreateApiKeyPayload { secret key { id } } } }`,
    )
  ).data["createApiKey"];
  const revoked = consume({ key: secret });
  await until(() => revoked.of("caught up").length > 0);
  await hub.send(`mutation { revokeApiKey(input: { key: "${made.id}" }) { __typename } }`);
  await verify(1);
  await expect(revoked.ended).rejects.toThrow(Refused);
  expect(revoked.handled).toEqual([]);
});

test("a file that holds something else than a place is refused, not begun anew", async () => {
  for (const text of ["", "{", "[]", "null", '{"cursor":1,"seen":[]}']) {
    await writeFile(file, text);
    expect(() => consume()).toThrow("holds no place in a feed");
  }
});
