import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { custodyAt } from "../../../src/domain/timeline/custody.ts";
import { countDetained } from "../../../src/domain/custody/facility-counts.ts";
import { timelinesKnownAt } from "../../../src/domain/history/events-known-at.ts";
import { tell } from "../../../src/domain/timeline/timeline.ts";
import { anonymous, viewerOf } from "../../../src/domain/viewer.ts";
import { freshDatabase } from "../../kit/database.ts";
import { aFacility } from "../../kit/given.ts";
import { asOf, between, early, person, record, viewer } from "./recorded-people.ts";
import { dayOf } from "./steps.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase("empty");
});
afterAll(() => database[Symbol.asyncDispose]());

describe("the count of the detained, in each facility, is of those whom custodyAt places there,", () => {
  it("of those whom the viewer may see", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 6 }), viewer, asOf, async (people, seenBy, moment) => {
        const { places, ids } = await record(database.prisma, people);
        const seen = people.flatMap(({ visibility }, at) => (seenBy.levels.includes(visibility) ? [ids[at]!] : []));
        const stored = await database.prisma.custodyEvent.findMany({ where: { detaineeId: { in: seen } }, orderBy: { ordinal: "asc" } });
        const timelines = [...Map.groupBy(stored, ({ detaineeId }) => detaineeId).values()];
        // The stored order is the one that the rule tells.
        for (const timeline of timelines) expect(timeline).toEqual(tell(timeline));
        const custodies = timelines.map((timeline) => custodyAt(timeline, moment));
        const expected = places.map((id) => custodies.filter(({ facilityId }) => facilityId === id).length);
        expect(await countDetained(database.prisma, seenBy, places, moment)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it("also as it was known before the last decisions", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 4 }), asOf, async (people, moment) => {
        const { places, ids } = await record(database.prisma, people);
        const editor = viewerOf("key:editor", ["EDITOR"]);
        const stored = await database.prisma.custodyEvent.findMany({ where: { detaineeId: { in: ids }, recordedAt: early } });
        const decided = await database.prisma.verification.findMany({
          where: { eventId: { in: stored.map(({ id }) => id) }, decidedAt: early },
        });
        const states = new Map(decided.map(({ eventId, state }) => [eventId, state]));
        const then = stored.map((event) => ({ ...event, state: states.get(event.id)! }));
        const timelines = Map.groupBy(then, ({ detaineeId }) => detaineeId);
        const custodies = Array.from(timelines.values(), (timeline) => custodyAt(timeline, moment));
        const expected = places.map((id) => custodies.filter(({ facilityId }) => facilityId === id).length);
        expect(await countDetained(database.prisma, editor, places, moment, { knownAt: between })).toEqual(expected);
        const known = await timelinesKnownAt(database.prisma, editor, ids, { knownAt: between });
        const order = (events: readonly { id: string }[]) => events.map(({ id }) => id);
        expect(known.map(order)).toEqual(ids.map((id) => order(tell(timelines.get(id) ?? []))));
      }),
      { numRuns: 20 },
    );
  });

  it("which is nobody where nobody was", async () => {
    expect(await countDetained(database.prisma, anonymous, [aFacility().id], dayOf(6))).toEqual([0]);
    expect(await countDetained(database.prisma, anonymous, [], dayOf(6))).toEqual([]);
  });
});
