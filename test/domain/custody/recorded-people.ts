/** People with timelines made at random, recorded with the decisions on each of their events. */
import fc from "fast-check";
import type { Prisma, PrismaClient } from "../../../src/db/generated/prisma/client.ts";
import { CustodyEventType, ReleaseStage, VerificationState, Visibility } from "../../../src/db/generated/prisma/enums.ts";
import { newId } from "../../../src/domain/identity.ts";
import { settleTimelines } from "../../../src/domain/timeline/settle-timelines.ts";
import { anonymous, viewerOf } from "../../../src/domain/viewer.ts";
import { aDetainee, aFacility, anEvent } from "../../kit/given.ts";
import { dayOf } from "./steps.ts";

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
export const person = fc.record({
  visibility: fc.constantFrom(...Object.values(Visibility)),
  steps: fc.array(step, { minLength: 1, maxLength: 6 }),
});
export const viewer = fc.constantFrom(anonymous, viewerOf("key:partner", ["PARTNER"]), viewerOf("key:editor", ["EDITOR"]));
export const asOf = fc.tuple(day, fc.constantFrom(-1, 0, 1)).map(([on, milliseconds]) => new Date(+dayOf(on) + milliseconds));

export const [early, between, late] = [dayOf(10), dayOf(11), dayOf(12)];

/** Records people with their timelines and the decisions on each event. */
export async function record(prisma: PrismaClient, people: readonly { visibility: Visibility; steps: readonly Recorded[] }[]) {
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
