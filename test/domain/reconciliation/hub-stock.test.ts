import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CustodyStatus } from "../../../src/domain/timeline/custody.ts";
import type { HubCount } from "../../../src/domain/reconciliation/hub-count.ts";
import { instant } from "../../../src/domain/time/compare.ts";
import type { TimelineEvent } from "../../../src/domain/timeline/timeline-event.ts";
import { allowedLives, lastMoves } from "../timeline/timeline-oracle.ts";
import { countStock } from "./count-stock.ts";

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const at = instant(day(10));
let counter = 0;

/** One event: what happened, from the first day to the beginning of the second, and what matters of it. */
const event = (type: TimelineEvent["type"], from: number | null, to: number, said: Partial<TimelineEvent> = {}): TimelineEvent => ({
  ...{
    id: `${(counter += 1)}`,
    type,
    whenEarliest: from === null ? null : day(from),
    whenLatest: day(to),
    state: "VERIFIED",
    facilityId: null,
    admin1: null,
    locality: null,
    conditions: [],
  },
  ...(type === "RELEASE" ? ({ stage: "EFFECTED", outcome: "UNKNOWN" } as const) : { stage: null, outcome: null }),
  ...said,
});
const count = (said: Partial<HubCount>): HubCount => ({
  verified: 0,
  lower: 0,
  upper: 0,
  corroborated: 0,
  reported: 0,
  contested: 0,
  ...said,
});
const one = count({ verified: 1, lower: 1, upper: 1 });
const perhaps = count({ upper: 1 });

describe("of the held, the stock counts", () => {
  it.each<[string, TimelineEvent[], HubCount]>([
    ["nobody of whom nothing is on record", [], count({})],
    ["who was arrested before", [event("ARREST", 1, 2)], one],
    ["who was arrested by the moment itself: spans are half-open", [event("ARREST", 9, 10)], one],
    ["perhaps, who was arrested about that moment", [event("ARREST", 9, 11)], perhaps],
    ["perhaps, who was arrested some time up to a later day", [event("ARREST", null, 11)], perhaps],
    ["nobody who was arrested from that moment on", [event("ARREST", 10, 11)], count({})],
    ["nobody who was released before", [event("ARREST", 1, 2), event("RELEASE", 3, 4)], count({})],
    ["perhaps, who was released about that moment", [event("ARREST", 1, 2), event("RELEASE", 9, 11)], perhaps],
    ["who was released later", [event("ARREST", 1, 2), event("RELEASE", 11, 12)], one],
    ["whose release was only announced", [event("ARREST", 1, 2), event("RELEASE", 3, 4, { stage: "ANNOUNCED" })], one],
    ["whose release was refuted", [event("ARREST", 1, 2), event("RELEASE", 3, 4, { state: "REFUTED" })], one],
    ["whose release about that moment was refuted", [event("ARREST", 1, 2), event("RELEASE", 9, 11, { state: "REFUTED" })], one],
    ["who was sentenced since", [event("ARREST", 1, 2), event("SENTENCE", 3, 4, { state: "REPORTED" })], one],
    ["nobody who died", [event("ARREST", 1, 2), event("DEATH", 3, 4)], count({})],
    ["who was moved to house arrest", [event("ARREST", 1, 2), event("CUSTODY_CHANGE", 3, 4)], one],
    ["who was arrested again", [event("ARREST", 1, 2), event("RELEASE", 3, 4), event("ARREST", 5, 6)], one],
    ["nobody who disappeared", [event("ARREST", 1, 2), event("DISAPPEARANCE", 3, 4)], count({})],
    [
      "perhaps, who was released and arrested again about that moment, and may just be free",
      [event("ARREST", 1, 2), event("RELEASE", 8, 11), event("ARREST", 8, 12)],
      perhaps,
    ],
    [
      "as corroborated, by the event that brought the person there",
      [event("ARREST", 1, 2, { state: "CORROBORATED" })],
      count({ corroborated: 1 }),
    ],
    ["as reported, likewise", [event("ARREST", 1, 2, { state: "REPORTED" })], count({ reported: 1 })],
    ["by the last move, not by the first", [event("ARREST", 1, 2), event("TRANSFER", 3, 4, { state: "REPORTED" })], count({ reported: 1 })],
    ["as contested, by a contested arrest", [event("ARREST", 1, 2, { state: "CONTESTED" })], count({ contested: 1 })],
    ["nobody by a refuted arrest", [event("ARREST", 1, 2, { state: "REFUTED" })], count({})],
    ["nobody as corroborated who may be out", [event("ARREST", 1, 2, { state: "CORROBORATED" }), event("RELEASE", 9, 11)], count({})],
  ])("%s", async (_, timeline, expected) => {
    expect(await countStock([timeline], "DETAINED", at, null)).toEqual(expected);
  });

  it("each person once", async () => {
    const [held, perhapsHeld, reported] = [
      [event("ARREST", 1, 2)],
      [event("ARREST", 9, 11)],
      [event("ARREST", 1, 2, { state: "REPORTED" })],
    ];
    const expected = count({ verified: 2, lower: 2, upper: 3, reported: 1 });
    expect(await countStock([held, perhapsHeld, reported, held], "DETAINED", at, null)).toEqual(expected);
  });
});

describe("in a place, the stock counts", () => {
  const [helicoide, rodeo] = [{ facilityId: "helicoide" }, { facilityId: "rodeo" }];
  it.each<[string, TimelineEvent[], HubCount]>([
    ["who was arrested there", [event("ARREST", 1, 2, rodeo)], one],
    ["who was moved there", [event("ARREST", 1, 2, helicoide), event("TRANSFER", 3, 4, rodeo)], one],
    ["nobody who was moved away", [event("ARREST", 1, 2, rodeo), event("TRANSFER", 3, 4, helicoide)], count({})],
    ["perhaps, who is moved away about that moment", [event("ARREST", 1, 2, rodeo), event("TRANSFER", 9, 11, helicoide)], perhaps],
    ["nobody of whom no place is known", [event("ARREST", 1, 2)], count({})],
    [
      "perhaps, who is moved there and released about that moment, and may just be there",
      [event("ARREST", 1, 2, helicoide), event("TRANSFER", 8, 11, rodeo), event("RELEASE", 9, 12, rodeo)],
      perhaps,
    ],
  ])("%s", async (_, timeline, expected) => {
    expect(await countStock([timeline], "DETAINED", at, new Set(["rodeo"]))).toEqual(expected);
  });
});

describe("as of a day, not of a moment, the stock counts", () => {
  const theTenth = { earliest: day(10), latest: day(11) };
  it.each<[string, TimelineEvent[], HubCount]>([
    ["who was held all day", [event("ARREST", 1, 2)], one],
    ["perhaps, who was arrested in the course of it", [event("ARREST", 10, 11)], perhaps],
    ["perhaps, who was released in the course of it", [event("ARREST", 1, 2), event("RELEASE", 10, 11)], perhaps],
    ["nobody who was arrested the day after", [event("ARREST", 11, 12)], count({})],
  ])("%s", async (_, timeline, expected) => {
    expect(await countStock([timeline], "DETAINED", theTenth, null)).toEqual(expected);
  });
});

it("the stock of those whose whereabouts are unknown is those who disappeared and were not found", async () => {
  const gone = event("DISAPPEARANCE", 3, 4);
  expect(
    await countStock([[gone], [gone, event("LOCATED", 5, 6)], [gone, event("LOCATED", 9, 11)]], "WHEREABOUTS_UNKNOWN", at, null),
  ).toEqual(count({ verified: 1, lower: 1, upper: 2 }));
});

describe("whichever of the lives that the spans allow was lived", () => {
  const types = ["ARREST", "TRANSFER", "DISAPPEARANCE", "LOCATED", "CUSTODY_CHANGE", "RELEASE", "DEATH", "CHARGE", "SENTENCE"] as const;
  const moment = (number: number) => new Date(number);
  const step = fc.record({
    type: fc.constantFrom(...types),
    from: fc.integer({ min: 0, max: 3 }),
    length: fc.integer({ min: 1, max: 2 }),
    state: fc.constantFrom<TimelineEvent["state"]>("VERIFIED", "VERIFIED", "CORROBORATED", "REPORTED", "CONTESTED", "REFUTED"),
    facilityId: fc.constantFrom("helicoide", "rodeo", null),
  });
  const timeline = fc.array(step, { maxLength: 4 }).map((steps) =>
    steps.map(({ type, from, length, ...said }) => ({
      ...event(type, 1, 2, said),
      whenEarliest: moment(from),
      whenLatest: moment(from + length),
    })),
  );
  const asked = fc.tuple(
    fc.constantFrom<"DETAINED" | "WHEREABOUTS_UNKNOWN">("DETAINED", "WHEREABOUTS_UNKNOWN"),
    fc.option(fc.constantFrom("helicoide", "rodeo")),
    fc.integer({ min: 0, max: 5 }),
  );
  // Said once more and otherwise: the last of what has happened, of those that move anybody.
  const statusAfter: Partial<Record<TimelineEvent["type"], CustodyStatus>> = {
    ...{ ARREST: "DETAINED", TRANSFER: "DETAINED", LOCATED: "DETAINED", CUSTODY_CHANGE: "DETAINED" },
    ...{ DISAPPEARANCE: "WHEREABOUTS_UNKNOWN", RELEASE: "RELEASED", DEATH: "DIED_IN_CUSTODY" },
  };

  it("whoever is in lower is in that state, and whom a verified event brought there is in upper", async () => {
    await fc.assert(
      fc.asyncProperty(timeline, asked, async (steps, [status, place, by]) => {
        const facilities = place === null ? null : new Set([place]);
        const { lower, upper, corroborated, reported } = await countStock([steps], status, instant(moment(by)), facilities);
        const truths = [...lastMoves(allowedLives(steps), by)].map((last) => {
          // Nobody is found in a place of which nothing is said: a disappearance has none.
          const placed = place === null || (status === "DETAINED" && last?.facilityId === place);
          return { truly: last !== null && statusAfter[last.type] === status && placed, state: last?.state };
        });
        if (lower + corroborated + reported > 0) expect(truths.every(({ truly }) => truly)).toBe(true);
        expect(upper).toBe(truths.some(({ truly, state }) => truly && state === "VERIFIED") ? 1 : 0);
        expect(lower).toBe(truths.every(({ truly, state }) => truly && state === "VERIFIED") ? 1 : 0);
        expect(lower + corroborated + reported).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });
});
