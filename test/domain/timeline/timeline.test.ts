import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { custodyAt } from "../../../src/domain/timeline/custody.ts";
import { spellsOf } from "../../../src/domain/custody/spells.ts";
import { arrestAfter, lastBy, rearrestOf, tell, timelineOf } from "../../../src/domain/timeline/timeline.ts";
import { movesPerson } from "../../../src/domain/timeline/event-effect.ts";
import { whenOf } from "../../../src/domain/timeline/timeline-event.ts";
import { CustodyEventType, ReleaseStage, VerificationState } from "../../../src/db/generated/prisma/enums.ts";
import { parseTime } from "../../../src/domain/time/written-time.ts";
import { before } from "../../../src/domain/time/compare.ts";
import { allowedLives, gapsIn, lastMoves, placesOf, statusesOf, type Small } from "./timeline-oracle.ts";

let counter = 0;
function event(type: Small["type"], from: Date | null, to: Date | null, more: Partial<Small> = {}): Small {
  const release = type === "RELEASE" ? ({ stage: "EFFECTED", outcome: "UNKNOWN" } as const) : { stage: null, outcome: null };
  counter += 1;
  return {
    ...{
      id: `${type} ${counter}`,
      type,
      whenEarliest: from,
      whenLatest: to,
      facilityId: null,
      admin1: null,
      locality: null,
      conditions: [],
      state: "REPORTED",
      ...release,
    },
    ...more,
  };
}
const written = (type: Small["type"], text: string, more: Partial<Small> = {}) => {
  const { earliest, latest } = parseTime(text, "UTC")!;
  return event(type, earliest, latest, { id: `${type} ${text}`, ...more });
};
const at = (text: string) => parseTime(text, "UTC")!.earliest!;
const namesOf = (events: readonly Small[]) => events.map(({ id }) => id);

describe("among the orders that the spans allow, the one with the fewest unrecorded steps is told:", () => {
  it.each<[string, Small[], string[]]>([
    [
      "an arrest in January beside a release on the 5th: the arrest first",
      [written("RELEASE", "2026-01-05T10:00"), written("ARREST", "2026-01")],
      ["ARREST 2026-01", "RELEASE 2026-01-05T10:00"],
    ],
    [
      "two arrests and a release in January: the release between them",
      [written("ARREST", "2026-01"), written("RELEASE", "2026-01-05"), written("ARREST", "2026-01-03/2026-01-09")],
      ["ARREST 2026-01-03/2026-01-09", "RELEASE 2026-01-05", "ARREST 2026-01"],
    ],
    [
      "a transfer in January before the release, not after it",
      [written("ARREST", "2026-01-01"), written("RELEASE", "2026-01-20"), written("TRANSFER", "2026-01-02/2026-01-31")],
      ["ARREST 2026-01-01", "TRANSFER 2026-01-02/2026-01-31", "RELEASE 2026-01-20"],
    ],
    [
      "all on one day: in the order of types",
      [written("RELEASE", "2026-01-05"), written("CHARGE", "2026-01-05"), written("ARREST", "2026-01-05")],
      ["ARREST 2026-01-05", "CHARGE 2026-01-05", "RELEASE 2026-01-05"],
    ],
    [
      "what certainly came before comes before, whatever it explains",
      [written("ARREST", "2026-01-09"), written("RELEASE", "2026-01-05")],
      ["RELEASE 2026-01-05", "ARREST 2026-01-09"],
    ],
    [
      "a re-arrest of an unknown date, after an arrest and a release: the release between",
      [written("ARREST", "2026-01-01"), written("RELEASE", "2026-01-05"), written("ARREST", "2026-01-02/")],
      ["ARREST 2026-01-01", "RELEASE 2026-01-05", "ARREST 2026-01-02/"],
    ],
    [
      "a death last",
      [written("DEATH", "2026-01"), written("TRANSFER", "2026-01-09"), written("ARREST", "2026-01-05")],
      ["ARREST 2026-01-05", "TRANSFER 2026-01-09", "DEATH 2026-01"],
    ],
    [
      "a refuted arrest explains nothing",
      [written("RELEASE", "2026-01-05"), written("ARREST", "2026-01-01/2026-01-09", { state: "REFUTED" }), written("ARREST", "2026-01")],
      ["ARREST 2026-01-01/2026-01-09", "ARREST 2026-01", "RELEASE 2026-01-05"],
    ],
  ])("%s", (_, events, names) => {
    for (const shuffled of [events, events.toReversed()]) expect(namesOf(tell(shuffled))).toEqual(names);
  });
});

describe("an arrest known as January beside a release of 5 January at ten", () => {
  const told = tell([written("RELEASE", "2026-01-05T10:00"), written("ARREST", "2026-01")]);
  it("is one finished spell, and no re-arrest", () => {
    expect(spellsOf(told).map(({ ordinal, end }) => [ordinal, end])).toEqual([[1, "RELEASED"]]);
    expect(rearrestOf(told, told[1]!)).toBeNull();
    expect(arrestAfter(timelineOf(told), told[1]!)).toBe("NO");
  });

  it.each([
    ["2025-12-31", "UNKNOWN", ["UNKNOWN"]],
    ["2026-01-03", "UNKNOWN", ["DETAINED", "UNKNOWN"]],
    ["2026-01-06", "RELEASED", ["RELEASED"]],
    ["2026-03-01", "RELEASED", ["RELEASED"]],
  ])("leaves the person, on %s, %s", (day, status, possible) => {
    expect(custodyAt(told, at(day))).toMatchObject({ status, possible });
  });
});

describe("a status", () => {
  const told = tell([
    written("ARREST", "2026-01-01", { facilityId: "helicoide" }),
    written("TRANSFER", "2026-01-10", { facilityId: "rodeo", state: "CORROBORATED" }),
    written("RELEASE", "2026-01-20", { state: "VERIFIED" }),
  ]);
  it.each([
    ["2026-01-05", "DETAINED", "helicoide", "ARREST 2026-01-01", "REPORTED"],
    ["2026-01-10T12:00", "DETAINED", null, "ARREST 2026-01-01", "REPORTED"],
    ["2026-01-11", "DETAINED", "rodeo", "ARREST 2026-01-01", "CORROBORATED"],
    ["2026-01-20T12:00", "UNKNOWN", null, null, "CORROBORATED"],
    ["2026-01-21", "RELEASED", null, "RELEASE 2026-01-20", "VERIFIED"],
  ])("on %s is %s, in %s, since the %s, by an event that is %s", (moment, status, facilityId, since, state) => {
    const custody = custodyAt(told, at(moment));
    expect({ ...custody, since: custody.since?.id ?? null }).toMatchObject({ status, facilityId, since, state });
  });
});

describe("a re-arrest", () => {
  const certain = (events: Small[], release: string) => {
    const told = tell(events);
    const asked = told.find(({ id }) => id === release)!;
    return [arrestAfter(timelineOf(told), asked), rearrestOf(told, asked)?.id ?? null];
  };
  it.each<[string, Small[], unknown[]]>([
    ["certainly after", [written("RELEASE", "2026-01-05"), written("ARREST", "2026-01-06")], ["CERTAIN", "ARREST 2026-01-06"]],
    ["before", [written("RELEASE", "2026-01-05"), written("ARREST", "2026-01-04")], ["NO", null]],
    [
      "that no order can explain otherwise",
      [written("RELEASE", "2026-01-05"), written("ARREST", "2026-01"), written("ARREST", "2026-01-04/2026-01-06")],
      ["CERTAIN", "ARREST 2026-01"],
    ],
    [
      "that may have come before or after, with a second release",
      [written("RELEASE", "2026-01-05"), written("ARREST", "2026-01"), written("RELEASE", "2026-01-20")],
      ["POSSIBLE", null],
    ],
    ["refuted", [written("RELEASE", "2026-01-05"), written("ARREST", "2026-01-06", { state: "REFUTED" })], ["NO", null]],
  ])("%s", (_, events, answer) => {
    expect(certain(events, "RELEASE 2026-01-05")).toEqual(answer);
  });
});

describe("on any small history", () => {
  const number = fc.integer({ min: 0, max: 4 });
  const span = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(number, fc.integer({ min: 1, max: 2 })).map(([from, width]) => [from, from + width] as const) },
    { weight: 2, arbitrary: number.map((moment) => [moment, moment] as const) },
    { weight: 1, arbitrary: number.map((from) => [from, null] as const) },
    { weight: 1, arbitrary: number.map((to) => [null, to] as const) },
  );
  const step = fc
    .record({
      span,
      type: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom<Small["type"]>("ARREST", "RELEASE") },
        { weight: 1, arbitrary: fc.constantFrom(...Object.values(CustodyEventType)) },
      ),
      stage: fc.oneof({ weight: 4, arbitrary: fc.constant("EFFECTED" as const) }, fc.constantFrom(...Object.values(ReleaseStage))),
      state: fc.oneof({ weight: 4, arbitrary: fc.constant("REPORTED" as const) }, fc.constantFrom(...Object.values(VerificationState))),
      facilityId: fc.constantFrom("helicoide", "rodeo", null),
    })
    .map(({ span: [from, to], type, stage, state, facilityId }) =>
      event(type, from === null ? null : new Date(from), to === null ? null : new Date(to), {
        ...{ state, facilityId },
        ...(type === "RELEASE" ? { stage } : {}),
      }),
    );
  const history = fc.array(step, { maxLength: 4 });

  it("the order that is told is one that the spans allow, leaves the fewest gaps, and does not depend on the order of recording", () => {
    fc.assert(
      fc.property(history, (events) => {
        const told = tell(events);
        for (const [place, later] of told.entries())
          for (const earlier of told.slice(0, place)) expect(before(whenOf(later), whenOf(earlier))).not.toBe("CERTAIN");
        const moves = told.filter(movesPerson);
        const lives = allowedLives(events);
        expect(gapsIn(moves)).toBe(gapsIn(lives[0]!.order));
        expect(tell(events.toReversed())).toEqual(told);
      }),
      { numRuns: 150 },
    );
  });

  it("what may be so at a moment is what is so in some life that the spans allow and that leaves the fewest gaps", () => {
    fc.assert(
      fc.property(history, fc.integer({ min: -1, max: 6 }), (events, moment) => {
        const last = lastMoves(allowedLives(events), moment);
        const told = tell(events);
        expect(lastBy(timelineOf(told), new Date(moment))).toEqual(last);
        const moved = events.filter(({ type }) => type !== "CHARGE" && type !== "SENTENCE");
        const custody = custodyAt(tell(moved), new Date(moment));
        const [statuses, places] = [statusesOf(last), placesOf(last)];
        expect(new Set(custody.possible)).toEqual(statuses);
        expect(custody.status).toBe(statuses.size === 1 ? [...statuses][0] : "UNKNOWN");
        expect(custody.facilityId).toBe(statuses.size === 1 && custody.status === "DETAINED" && places.size === 1 ? [...places][0] : null);
      }),
      { numRuns: 250 },
    );
  });

  it("an arrest followed certainly where it does in every such life, possibly where it does in some", () => {
    fc.assert(
      fc.property(history, (events) => {
        const lives = allowedLives(events);
        for (const release of events.filter((one) => one.type === "RELEASE" && movesPerson(one))) {
          const followed = lives.map(({ order }) => order.slice(order.indexOf(release)).some(({ type }) => type === "ARREST"));
          const expected = followed.every(Boolean) ? "CERTAIN" : followed.some(Boolean) ? "POSSIBLE" : "NO";
          expect(arrestAfter(timelineOf(events), release)).toBe(expected);
          if (expected !== "CERTAIN") expect(rearrestOf(tell(events), release)).toBeNull();
          else expect(rearrestOf(tell(events), release)?.type).toBe("ARREST");
        }
      }),
      { numRuns: 250 },
    );
  });
});

describe("more events of one time than can be searched", () => {
  const crowd = Array.from({ length: 30 }, (_, index) => written(index % 2 === 0 ? "ARREST" : "RELEASE", "2026-01", { id: `${index}` }));
  it("are told in an order that explains itself, and nothing of them is called certain", () => {
    const told = tell(crowd);
    expect(gapsIn(told)).toBe(0);
    expect(custodyAt(told, at("2026-03-01"))).toMatchObject({ status: "UNKNOWN", possible: ["DETAINED", "RELEASED"] });
    expect(new Set(told.map((one) => arrestAfter(timelineOf(told), one)))).toEqual(new Set(["POSSIBLE"]));
  });

  it("leave what came after certain", () => {
    const told = tell([...crowd, written("ARREST", "2025"), written("DEATH", "2026-02-01")]);
    expect(custodyAt(told, at("2026-03-01")).status).toBe("DIED_IN_CUSTODY");
    expect(custodyAt(told, at("2026-01-01")).status).toBe("DETAINED");
    expect(arrestAfter(timelineOf(told), told.at(-1)!)).toBe("NO");
  });
});
