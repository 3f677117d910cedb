import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { newId } from "../../../src/domain/identity.ts";
import { aDetainee, aFacility, anEvent, now } from "../../kit/given.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { askFor, idsOf, pageOf, type List } from "../../kit/lists/lists.ts";
import { decide, judge, recordCorroborated, recordDetainee } from "../../kit/records.ts";

let hub: Hub;
beforeAll(async () => {
  // Rows come and go here without the recording clock, by which the hub knows how old an answer is.
  hub = await startHub("empty", { limits: { costPerAddress: 0, costPerOperation: 0, costPerKey: 0, answersMegabytes: 0 } });
});
afterAll(async () => hub[Symbol.asyncDispose]());

const people: List = { field: "Query.detainees", query: "detainees(ARGS) PAGE", read: (data) => data.detainees };
const queue: List = { field: "Query.verificationQueue", query: "verificationQueue(ARGS) PAGE", read: (data) => data.verificationQueue };
const raw = (id: string) => atob(id).split(":")[1]!;

type Step = { readonly what: "hide" | "rename" | "arrive"; readonly which: number; readonly name: number };
// Few names, so that many share one.
const names = ["ana", "bea", "bea", "carmen"];

/** Pages through the list to its end, as anybody may, and lets something happen after each page; at first to the row that the cursor was made of. */
async function pageThrough(list: List, forward: boolean, size: number, happen: (seen: readonly string[], page: number) => Promise<void>) {
  const seen: string[] = [];
  let cursor: string | null = null;
  for (let number = 0; ; number += 1) {
    const at = cursor === null ? "" : `, ${forward ? "after" : "before"}: "${cursor}"`;
    const part = await pageOf(hub, list, `${forward ? "first" : "last"}: ${size}${at}`, null);
    seen.push(...(forward ? idsOf(part) : idsOf(part).toReversed()));
    cursor = forward ? part.pageInfo.endCursor : part.pageInfo.startCursor;
    if (!(forward ? part.pageInfo.hasNextPage : part.pageInfo.hasPreviousPage)) return seen;
    await happen(seen, number);
  }
}

describe("whatever happens between two pages", () => {
  it("nobody who stays where they are is lost or seen twice, and the order holds", async () => {
    const { prisma } = hub.database;
    const step = fc.record({
      what: fc.constantFrom("hide" as const, "rename" as const, "arrive" as const),
      which: fc.nat(30),
      name: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.boolean(), fc.array(step, { maxLength: 12 }), async (size, forward, steps) => {
        await prisma.detainee.deleteMany({});
        await prisma.detainee.createMany({
          data: Array.from({ length: 14 }, (_, at) => aDetainee({ sortName: names[at % 4]!, name: names[at % 4]! })),
        });
        const before = idsOf(await pageOf(hub, people, "first: 100", null));
        const moved = new Set<string>();
        const perform = async ({ what, which, name }: Step, seen: readonly string[]) => {
          if (what === "arrive")
            return void (await prisma.detainee.create({ data: aDetainee({ sortName: names[name]!, name: names[name]! }) }));
          // The row that the cursor was made of, every second time.
          const id = raw(which % 2 === 0 ? seen.at(-1)! : before[which % before.length]!);
          if (!seen.map(raw).includes(id)) moved.add(id);
          const data = what === "hide" ? { statedVisibility: "RESTRICTED" as const } : { sortName: names[name]! };
          await prisma.detainee.updateMany({ where: { id }, data });
        };
        const seen = await pageThrough(people, forward, size, async (so, at) => {
          for (const each of steps.filter((_, n) => n % 4 === at % 4)) await perform(each, so);
        });
        // Who was renamed after they had been seen may come again under the new name, like anybody who arrives.
        const stayed = before.filter((id) => !moved.has(raw(id)));
        const firstSeen = [...new Set(seen)].filter((id) => stayed.includes(id));
        expect(forward ? firstSeen : firstSeen.toReversed()).toEqual(stayed);
      }),
      { numRuns: 15 },
    );
  });

  it("the queue goes on with its next release when the one at the cursor is verified", async () => {
    const waiting: string[] = [];
    for (let at = 0; at < 3; at += 1) waiting.push((await recordCorroborated(hub)).release);
    const order = idsOf(await pageOf(hub, queue, "first: 100"));
    const key = await hub.newKey("VERIFIER");
    const seen = await pageThrough(queue, true, 1, async (so) => {
      expect((await decide(hub, "verifyRelease", { release: so.at(-1)! }, key)).changed).toBe(true);
    });
    expect(seen).toEqual(order);
    expect([...waiting].toSorted()).toEqual([...order].toSorted());
  });

  it("people are listed on when the one at the cursor is merged", async () => {
    const [one, two, three] = [
      await recordDetainee(hub, { name: "Zoe A" }),
      await recordDetainee(hub, { name: "Zoe B" }),
      await recordDetainee(hub, { name: "Zoe C" }),
    ];
    const list = { ...people, more: 'filter: { nameContains: "zoe" }' };
    const seen = await pageThrough(list, true, 2, async () => void (await judge(hub, "mergeDetainees", { from: two, into: one })));
    expect(seen).toEqual([one, two, three]);
  });
});

describe("a row that one may not see", () => {
  test("gives no place to whom it is hidden from, and its cursor fails as any other", async () => {
    const [shown, hidden, last] = [
      await recordDetainee(hub, { name: "Yara A" }),
      await recordDetainee(hub, { name: "Yara B", visibility: "RESTRICTED" }),
      await recordDetainee(hub, { name: "Yara C" }),
    ];
    const list = { ...people, more: 'filter: { nameContains: "yara" }' };
    const { edges } = await pageOf(hub, list, "first: 3");
    expect(edges.map(({ node }) => node.id)).toEqual([shown, hidden, last]);
    expect(await askFor(hub, list, `first: 3, after: "${edges[1]!.cursor}"`, null)).toEqual({ page: undefined, codes: ["CURSOR_INVALID"] });
    const partner = await hub.newKey("PARTNER");
    expect((await askFor(hub, list, `first: 3, after: "${edges[1]!.cursor}"`, partner)).codes).toEqual(["CURSOR_INVALID"]);
    // What an editor was given of a row that all may see is good for all.
    expect(idsOf((await askFor(hub, list, `first: 3, after: "${edges[0]!.cursor}"`, null)).page!)).toEqual([last]);
  });

  test("leaves the cursor that it gave while it was seen as it was, and the page behind it as it is without the row", async () => {
    const [, second, third] = [
      await recordDetainee(hub, { name: "Xia A" }),
      await recordDetainee(hub, { name: "Xia B" }),
      await recordDetainee(hub, { name: "Xia C" }),
    ];
    const list = { ...people, more: 'filter: { nameContains: "xia" }' };
    const ask = (args: string) => askFor(hub, list, args, null);
    const cursor = (await ask("first: 2")).page!.pageInfo.endCursor!;
    const gone = await hub.send(`mutation { setVisibility(input: { record: "${second}", visibility: RESTRICTED }) { __typename } }`);
    expect(gone.data["setVisibility"].__typename).toBe("SetVisibilityPayload");
    const { page } = await ask(`first: 2, after: "${cursor}"`);
    expect([idsOf(page!), page!.totalCount]).toEqual([[third], 2]);
    expect(page!.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
  });

  test("at the beginning of a list leaves no page before the next one", async () => {
    const [only, next] = [await recordDetainee(hub, { name: "Wanda A" }), await recordDetainee(hub, { name: "Wanda B" })];
    const list = { ...people, more: 'filter: { nameContains: "wanda" }' };
    const cursor = (await askFor(hub, list, "first: 1", null)).page!.pageInfo.endCursor!;
    await hub.send(`mutation { setVisibility(input: { record: "${only}", visibility: RESTRICTED }) { __typename } }`);
    const { page } = await askFor(hub, list, `first: 1, after: "${cursor}"`, null);
    expect([idsOf(page!), page!.pageInfo.hasPreviousPage]).toEqual([[next], false]);
  });
});

test("a cursor of one record's list is none of another's", async () => {
  const { prisma } = hub.database;
  const [person, one, other] = [aDetainee({ name: "Vera", sortName: "vera" }), aFacility(), aFacility()];
  await prisma.detainee.create({ data: person });
  await prisma.facility.createMany({ data: [one, other] });
  const events = [one, other].map(({ id }) =>
    anEvent({ id: newId(), detaineeId: person.id, statedDetaineeId: person.id, facilityId: id, statedFacilityId: id, whenSortAt: now }),
  );
  await prisma.custodyEvent.createMany({ data: events });
  const releasesOf = ({ id }: { id: string }): List => ({
    ...{ field: "Facility.releases", query: `facility(by: { id: "${btoa(`Facility:${id}`)}" }) { releases(ARGS) PAGE }` },
    read: (data) => data.facility.releases,
  });
  const { endCursor } = (await pageOf(hub, releasesOf(one), "first: 1")).pageInfo;
  expect((await askFor(hub, releasesOf(one), `first: 1, after: "${endCursor}"`)).codes).toEqual([]);
  expect((await askFor(hub, releasesOf(other), `first: 1, after: "${endCursor}"`)).codes).toEqual(["CURSOR_INVALID"]);
});
