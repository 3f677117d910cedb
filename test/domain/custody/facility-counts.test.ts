import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Prisma } from "../../../src/db/generated/prisma/client.ts";
import { CustodyEventType, ReleaseStage, VerificationState, Visibility } from "../../../src/db/generated/prisma/enums.ts";
import { custodyAt } from "../../../src/domain/custody/custody.ts";
import { countDetained } from "../../../src/domain/custody/facility-counts.ts";
import { timelinesKnownAt } from "../../../src/domain/history/events-known-at.ts";
import { newId } from "../../../src/domain/identity.ts";
import { settleTimelines } from "../../../src/domain/timeline/settle-timelines.ts";
import { tell } from "../../../src/domain/timeline/timeline.ts";
import { anonymous, viewerOf } from "../../../src/domain/viewer.ts";
import { freshDatabase } from "../../kit/database.ts";
import { aDetainee, aFacility, anEvent } from "../../kit/given.ts";
import { dayOf } from "./steps.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase("empty");
});
afterAll(() => database[Symbol.asyncDispose]());

// Few days and few places, so that events meet; spans that overlap, instants and open ends.
const day = fc.integer({ min: 1, max: 6 });
const span = fc.oneof(
  fc.tuple(day, fc.integer({ min: 0, max: 2 })).map(([from, days]) => [dayOf(from), dayOf(from + days)] as const),
  day.map((to) => [null, dayOf(to)] as const),
  day.map((from) => [dayOf(from), null] as const),
);
const step = fc.record({
  type: fc.constantFrom(...Object.values(CustodyEventType)),
  span,
  place: fc.constantFrom(0, 1, null),
  stage: fc.constantFrom(...Object.values(ReleaseStage)),
  state: fc.constantFrom(...Object.values(VerificationState)),
  // The decision that came before the present one, and whether the event was recorded by then at all.
  before: fc.constantFrom(...Object.values(VerificationState), null),
});
type Recorded = typeof step extends fc.Arbitrary<infer Step> ? Step : never;
const person = fc.record({
  visibility: fc.constantFrom(...Object.values(Visibility)),
  steps: fc.array(step, { minLength: 1, maxLength: 6 }),
});
const viewer = fc.constantFrom(anonymous, viewerOf("key:partner", ["PARTNER"]), viewerOf("key:editor", ["EDITOR"]));
const asOf = fc.tuple(day, fc.constantFrom(-1, 0, 1)).map(([on, milliseconds]) => new Date(+dayOf(on) + milliseconds));

const [early, between, late] = [dayOf(10), dayOf(11), dayOf(12)];

/** Records people with their timelines and the decisions on each event. */
async function record(people: readonly { visibility: Visibility; steps: readonly Recorded[] }[]) {
  const { prisma } = database;
  const facilities = [aFacility(), aFacility()];
  const detainees = people.map(({ visibility }) => aDetainee({ visibility }));
  const decisions: Prisma.VerificationCreateManyInput[] = [];
  const events = people.flatMap(({ steps }, index) =>
    steps.map(({ type, span: [whenEarliest, whenLatest], place, stage, state, before }) => {
      const event = anEvent({
        ...{ detaineeId: detainees[index]!.id, type, state, whenEarliest, whenLatest, recordedAt: before === null ? late : early },
        ...{ facilityId: place === null ? null : facilities[place]!.id, ...(type === "RELEASE" ? { stage } : {}) },
      });
      for (const [at, decided] of (before === null ? [state] : [before, state]).entries()) {
        const decision = {
          eventId: event.id,
          ordinal: at + 1,
          state: decided,
          policyVersion: "v1",
          failedRules: [],
          acknowledged: false,
          decidedBy: "test",
        };
        decisions.push({ ...decision, id: newId(), decidedAt: at === 0 && before !== null ? early : late, publicNote: "Noted." });
      }
      return event;
    }),
  );
  await prisma.facility.createMany({ data: facilities });
  await prisma.detainee.createMany({ data: detainees });
  await prisma.custodyEvent.createMany({ data: events });
  for (const nth of [1, 2]) await prisma.verification.createMany({ data: decisions.filter(({ ordinal }) => ordinal === nth) });
  const ids = detainees.map(({ id }) => id);
  await settleTimelines(prisma, ids);
  return { places: facilities.map(({ id }) => id), ids };
}

describe("the count of the detained, in each facility, is of those whom custodyAt places there,", () => {
  it("of those whom the viewer may see", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 6 }), viewer, asOf, async (people, seenBy, moment) => {
        const { places, ids } = await record(people);
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
        const { places, ids } = await record(people);
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
