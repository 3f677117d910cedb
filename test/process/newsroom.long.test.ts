import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Refused } from "../../examples/consumer.ts";
import { startHub, type Hub } from "../kit/hub.ts";
import { freePort } from "../kit/process.ts";
import { consume, ledgerOf, until, verify } from "./newsroom.ts";

let hub: Hub;
let verifier: string;
let home: string;
let file: string;
beforeEach(async () => {
  [hub, home] = [await startHub("empty"), await mkdtemp(join(tmpdir(), "paradero-newsroom-"))];
  file = join(home, "place.json");
  verifier = await hub.newKey("VERIFIER");
});
afterEach(async () => {
  await hub[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});

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

test("a cursor that the feed does not know is a gap: it is told, and everything on record is read, without what was dealt with before", async () => {
  await verify(hub, verifier, 3);
  const all = await ledgerOf(hub);
  await writeFile(file, JSON.stringify({ cursor: "from-another-hub", seen: [all[1]] }));
  const consumer = consume({ url: hub.url, file });
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
  await verify(hub, verifier, 3);
  const cursors = (await hub.send("{ feed(first: 100) { edges { cursor } } }")).data["feed"].edges.map(
    (edge: any) => edge.cursor as string,
  );
  await writeFile(file, JSON.stringify({ cursor: "from-another-hub", seen: [] }));
  const consumer = consume({ url: hub.url, file, afterGap: () => cursors[1]! });
  await until(() => consumer.of("caught up").length > 0);
  await consumer.stop();
  expect(consumer.handled).toEqual((await ledgerOf(hub)).slice(2));
});

test("a consumer that begins now hears nothing of the past, also when it stops before the first event and begins again", async () => {
  await verify(hub, verifier, 2);
  let consumer = consume({ url: hub.url, file, begin: "now" });
  await until(() => consumer.of("caught up").length > 0);
  await consumer.stop();
  await verify(hub, verifier, 1);
  consumer = consume({ url: hub.url, file, begin: "now" });
  await until(() => consumer.handled.length > 0);
  await consumer.stop();
  expect(consumer.handled).toEqual((await ledgerOf(hub)).slice(2));
});

test("a handler that fails is called again with the same event, and the next one waits for it", async () => {
  const handled: string[] = [];
  let failing = 2;
  const consumer = consume({
    ...{ url: hub.url, file },
    handle: ({ eventId }) => {
      if (failing-- > 0) throw new Error("the presses stand still");
      handled.push(eventId);
    },
  });
  await verify(hub, verifier, 2);
  await until(() => handled.length >= 2);
  await consumer.stop();
  expect(handled).toEqual(await ledgerOf(hub));
  expect(consumer.of("met a failing handler")).toHaveLength(2);
});

test("a key that is unknown, and one that is revoked while the socket is open, are said and end it", async () => {
  const wrong = consume({ url: hub.url, file, key: "wrong", begin: "now" });
  await expect(wrong.ended).rejects.toThrow(Refused);
  expect(wrong.of("was refused")).toEqual([{ did: "was refused", why: expect.stringContaining("4401") }]);
  const reading = consume({ url: hub.url, file, key: "wrong" });
  await expect(reading.ended).rejects.toThrow(/UNAUTHENTICATED/);

  const { secret, key: made } = (
    await hub.send(
      `mutation { createApiKey(input: { name: "newsroom", scopes: [PARTNER] }) { ... on CreateApiKeyPayload { secret key { id } } } }`,
    )
  ).data["createApiKey"];
  const revoked = consume({ url: hub.url, file, key: secret });
  await until(() => revoked.of("caught up").length > 0);
  await hub.send(`mutation { revokeApiKey(input: { key: "${made.id}" }) { __typename } }`);
  await verify(hub, verifier, 1);
  await expect(revoked.ended).rejects.toThrow(Refused);
  expect(revoked.handled).toEqual([]);
});

test("a file that holds something else than a place is refused, not begun anew", async () => {
  for (const text of ["", "{", "[]", "null", '{"cursor":1,"seen":[]}']) {
    await writeFile(file, text);
    expect(() => consume({ url: hub.url, file })).toThrow("holds no place in a feed");
  }
});
