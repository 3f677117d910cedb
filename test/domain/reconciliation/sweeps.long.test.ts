/** Counts in many windows at once: each is what it would be by itself, in worlds made at random and as the database has them. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Clocks } from "../../../src/domain/history/known-at.ts";
import { countPeople, type Happening, type Window } from "../../../src/domain/reconciliation/hub-count.ts";
import { countStock as countAll } from "../../../src/domain/reconciliation/hub-stock.ts";
import { firstOnRecord, readLedger } from "../../../src/domain/reconciliation/hub-side.ts";
import { countInWindows } from "../../../src/domain/reconciliation/people-in-windows.ts";
import { beginningOfTime, type Bounds } from "../../../src/domain/time/compare.ts";
import { movesPerson, tookPlace } from "../../../src/domain/timeline/event-effect.ts";
import type { TimelineEvent } from "../../../src/domain/timeline/timeline-event.ts";
import { type Viewer } from "../../../src/domain/viewer.ts";
import { freshDatabase } from "../../kit/database.ts";
import { between, early, late, person, record, viewer } from "../custody/recorded-people.ts";
import { dayOf } from "../custody/steps.ts";
import { countStock } from "./count-stock.ts";

const states = ["REPORTED", "CORROBORATED", "VERIFIED", "CONTESTED", "REFUTED"] as const;
const moment = fc.integer({ min: 0, max: 8 });
const span = fc
  .tuple(fc.option(moment), fc.option(fc.nat(4)))
  .map(([earliest, length]): Bounds => ({ earliest, latest: length === null ? null : (earliest ?? 0) + length }));
const happening = fc
  .tuple(fc.constantFrom("a", "b", "c"), span, fc.constantFrom(...states))
  .map(([name, { earliest, latest }, state]): Happening => ({
    person: name,
    earliest: earliest as number,
    latest: latest as number,
    state,
  }));
const window = fc.tuple(fc.option(span), span).map(([start, end]): Window => ({ start: start ?? beginningOfTime, end }));

it("happenings are counted in many windows as in each alone, also of people who are counted together", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { maxLength: 8 }),
      fc.array(window),
      fc.integer({ min: 1, max: 3 }),
      async (some, windows, many) => {
        const lots = [...Map.groupBy(some, (one) => one.person).values()].map((happenings) => ({ many, happenings }));
        const copies = Array.from({ length: many }, (_, copy) => some.map((one) => ({ ...one, person: `${one.person} ${copy}` }))).flat();
        expect(await countInWindows(lots, windows)).toEqual(windows.map((one) => countPeople(copies, one)));
      },
    ),
  );
});

it("a stock is counted at many moments as at each alone, also in spans, in some facilities, and without the short", async () => {
  const step = fc
    .tuple(
      fc.constantFrom("ARREST" as const, "RELEASE" as const, "TRANSFER" as const),
      fc.option(moment),
      fc.nat(3),
      fc.constantFrom(...states),
    )
    .map(([type, from, length, state]) => ({ type, from, length, state }));
  const asked = fc.record({ at: span, facilities: fc.constantFrom(null, new Set(["rodeo"])), hours: fc.constantFrom(0, 0, 1e-6) });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 3 }), fc.array(asked), async (lives, moments) => {
      const timelines = lives.map((steps, life) =>
        steps.map(({ type, from, length, state }, at): TimelineEvent => ({
          ...{ id: `${life} ${at}`, type, state, facilityId: at % 2 === 0 ? "rodeo" : null, conditions: [], admin1: null, locality: null },
          ...{ whenEarliest: from === null ? null : new Date(from), whenLatest: new Date((from ?? 0) + length) },
          ...(type === "RELEASE" ? ({ stage: "EFFECTED", outcome: "UNKNOWN" } as const) : { stage: null, outcome: null }),
        })),
      );
      const finite = moments.map((one) => ({ ...one, at: { earliest: one.at.earliest, latest: one.at.latest ?? 12 } }));
      const each = await Promise.all(finite.map(({ at, facilities, hours }) => countStock(timelines, "DETAINED", at, facilities, hours)));
      expect(await countAll(timelines, "DETAINED", finite)).toEqual(each);
    }),
  );
});

describe("as the database has them,", () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => {
    database = await freshDatabase("empty");
    // Nothing is recorded after the last decisions.
    await database.prisma.clock.update({ where: { id: 1 }, data: { recordedUpTo: late } });
  });
  afterAll(() => database[Symbol.asyncDispose]());

  const day = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(-1, 0, 1)).map(([on, off]) => new Date(+dayOf(on) + off));
  const days = fc
    .tuple(day, fc.integer({ min: 0, max: 50 }))
    .map(([from, hours]) => ({ earliest: from, latest: new Date(+from + hours * 3_600_000) }));
  const open = fc.oneof({ weight: 9, arbitrary: days }, { weight: 1, arbitrary: day.map((latest) => ({ earliest: null, latest })) });
  const windows = fc.array(fc.tuple(fc.option(days), open, fc.constantFrom(null, 0, 1)), { maxLength: 6 });

  /** Timelines as the rules take them: the rows that the viewer may see, with the decisions of then. */
  async function timelinesOf(seenBy: Viewer, { knownAt }: Clocks): Promise<Map<string, TimelineEvent[]>> {
    const then = knownAt === between ? { recordedAt: early } : {};
    const events = await database.prisma.custodyEvent.findMany({
      where: { visibility: { in: [...seenBy.levels] }, ...then },
      include: { verifications: { orderBy: { ordinal: "desc" } } },
    });
    const known = events.map(({ verifications, ...event }) => ({
      ...event,
      state: knownAt === between ? verifications.find(({ decidedAt }) => +decidedAt === +early)!.state : event.state,
    }));
    return Map.groupBy(known, ({ detaineeId }) => detaineeId);
  }

  it.each(["RELEASED", "ARRESTED", "HELD", "WHEREABOUTS_UNKNOWN"] as const)(
    "%s is counted in SQL as by the rule, by each clock",
    async (metric) => {
      const event = { RELEASED: "RELEASE", ARRESTED: "ARREST" } as const;
      const clocks = fc.constantFrom<Clocks>({}, { knownAt: late }, { knownAt: between });
      await fc.assert(
        fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 4 }), windows, viewer, clocks, async (people, drawn, seenBy, at) => {
          const { places } = await record(database.prisma, people);
          const asked = drawn.map(([start, end, place]) => ({
            window: { start: start ?? beginningOfTime, end },
            facilities: place === null ? null : new Set([places[place]!]),
          }));
          const timelines = await timelinesOf(seenBy, at);
          const moves = [...timelines.values()].map((timeline) => timeline.filter(movesPerson));
          const happenings = Array.from(timelines, ([name, timeline]) =>
            timeline
              .filter((one) => tookPlace(one) && metric in event && one.type === event[metric as "RELEASED"])
              .map((one) => ({
                ...{ person: name, state: one.state, facilityId: one.facilityId },
                ...{
                  earliest: one.whenEarliest === null ? null : +one.whenEarliest,
                  latest: one.whenLatest === null ? null : +one.whenLatest,
                },
              })),
          ).flat();
          const expected = await Promise.all(
            asked.map(async ({ window: { start, end }, facilities }) => {
              if (metric === "HELD" || metric === "WHEREABOUTS_UNKNOWN")
                return countStock(moves, metric === "HELD" ? "DETAINED" : metric, end, facilities);
              const there = happenings.filter(({ facilityId }) => facilities === null || facilities.has(facilityId ?? ""));
              return countPeople(there, { start, end });
            }),
          );
          const { counts } = await readLedger(database.prisma, seenBy, metric, at, asked);
          expect(counts).toEqual(expected);
          const begins = (
            metric in event
              ? happenings.map(({ earliest }) => earliest)
              : moves.flat().map(({ whenEarliest }) => whenEarliest && +whenEarliest)
          ).filter((one) => one !== null);
          expect(await firstOnRecord(database.prisma, seenBy, metric, at)).toEqual(
            begins.length === 0 ? null : new Date(Math.min(...begins)),
          );
        }),
        { numRuns: 12 },
      );
    },
  );
});
