/** The feed of releases as pages for HTTP caches: what is kept for long stays what it is, and what is hidden is led to by nobody. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillWithReleases } from "../../../kit/releases-to-verify.ts";
import { encodeId } from "../../../src/graph/base/ids.ts";
import { startHub, type Hub } from "../../kit/hub.ts";

type Told = { eventId: string; withdrawn: boolean; release: { detainee: { name: string } } | null };
type Page = { events: Told[]; next: string; hasNext: boolean };

const forASecond = "public, max-age=1, stale-while-revalidate=1";
const full = 100;
let hub: Hub;
beforeAll(async () => {
  hub = await startHub("empty");
  const { prisma } = hub.database;
  await fillWithReleases(prisma, 2);
  const release = await prisma.custodyEvent.findFirstOrThrow({ orderBy: { key: "asc" } });
  await hub.send("mutation($release: ID!) { verifyRelease(input: { release: $release }) { __typename } }", {
    release: encodeId("Release", release.id),
  });
  await append(release.id, full + 2);
});
afterAll(() => hub[Symbol.asyncDispose]());

const append = (releaseId: string, many: number) =>
  hub.database.prisma.feedEvent.createMany({
    data: Array.from({ length: many }, () => ({
      ...{ eventId: randomUUID(), type: "RELEASE_VERIFIED" as const, releaseId, afterState: "VERIFIED" as const, occurredAt: new Date() },
    })),
  });
const get = (path: string, init: RequestInit = {}) => fetch(new URL(path, hub.url), { redirect: "manual", ...init });
const kept = (response: Response) => response.headers.get("cache-control");
/** Follows where it is led; with the addresses on the way. */
async function read(path: string): Promise<{ page: Page; kept: string | null; by: string[] }> {
  const by = [path];
  for (;;) {
    const response = await get(by.at(-1)!);
    if (response.status === 200) return { page: (await response.json()) as Page, kept: kept(response), by };
    expect([response.status, kept(response)]).toEqual([307, forASecond]);
    by.push(response.headers.get("location")!);
    expect(by.length).toBeLessThan(4);
  }
}

test("a full page is kept where it stands, the last one for a second, and both say what the feed says", async () => {
  const first = await read("/feed?after=");
  expect(first.page.events).toHaveLength(full);
  expect([first.kept, first.by.length, first.page.hasNext]).toEqual(["public, max-age=3600, immutable", 2, true]);
  const last = await read(first.page.next);
  expect([last.kept, last.by.length, last.page.hasNext, last.page.events.length]).toEqual([forASecond, 1, false, 3]);
  const { data } = await hub.send("{ feed(first: 100) { edges { node { eventId cursor } } } }", {}, null);
  expect(first.page.events.map(({ eventId }) => eventId)).toEqual(data["feed"].edges.map(({ node }: { node: Told }) => node.eventId));
  // Whoever has read all asks at one place, and is told there what is new.
  const { page: empty } = await read(last.page.next);
  expect([empty.events, empty.next]).toEqual([[], last.page.next]);
  const other = await hub.database.prisma.custodyEvent.findFirstOrThrow({ orderBy: { key: "desc" } });
  await append(other.id, 1);
  expect((await read(last.page.next)).page.events).toHaveLength(1);
});

test("what is hidden is in no page that anybody is led to from then on, and the feed's retraction is in the last", async () => {
  const before = await read("/feed?after=");
  const kept = before.by.at(-1)!;
  expect(before.page.events[0]!.release).not.toBeNull();
  const person = await hub.database.prisma.detainee.findFirstOrThrow({
    where: { events: { some: { feedEvents: { some: {} } } } },
    orderBy: { key: "asc" },
  });
  const { data } = await hub.send(
    "mutation($record: ID!) { setVisibility(input: { record: $record, visibility: RESTRICTED }) { __typename } }",
    { record: encodeId("Detainee", person.id) },
  );
  expect(data["setVisibility"].__typename).toBe("SetVisibilityPayload");
  const after = await read("/feed?after=");
  expect(after.by.at(-1)).not.toBe(kept);
  expect(after.page.events.every(({ withdrawn, release }) => withdrawn && release === null)).toBe(true);
  expect(JSON.stringify(after.page)).not.toContain(person.name);
  // Of the address of before the hub knows no page any more: it leads to the present.
  const old = await get(kept);
  expect([old.status, old.headers.get("location")]).toEqual([307, "/feed?after="]);
  const last = await read(after.page.next);
  expect(last.page.events.at(-1)).toMatchObject({ __typename: "ReleaseRetracted", withdrawn: true, release: null });
});

test("whoever comes with a key is answered with its rights, and no cache keeps that", async () => {
  const response = await get("/feed?after=", { headers: { authorization: `Bearer ${hub.key}` } });
  expect([response.status, kept(response), response.headers.get("vary")]).toEqual([200, "private, no-store", "authorization"]);
  expect(((await response.json()) as Page).events[0]!.release).not.toBeNull();
});

test("what is wrong is said as in the graph and not kept, and a page has one address", async () => {
  const said = async (path: string, init?: RequestInit) => {
    const response = await get(path, init);
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    return [response.status, errors[0]!.extensions.code, kept(response)];
  };
  expect(await said("/feed?after=nowhere")).toEqual([400, "CURSOR_INVALID", "no-store"]);
  expect(await said("/feed?after=&x=1")).toEqual([400, "BAD_REQUEST", "no-store"]);
  expect(await said("/feed?after=&after=")).toEqual([400, "BAD_REQUEST", "no-store"]);
  expect(await said("/feed?after=", { method: "DELETE" })).toEqual([405, "METHOD_NOT_ALLOWED", "no-store"]);
  // Without a cursor it is the page that people read.
  expect((await get("/feed")).headers.get("content-type")).toContain("text/html");
});
