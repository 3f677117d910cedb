import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CustodyEvent } from "../../../src/db/generated/prisma/client.ts";
import { CustodyEventType, ReleaseStage, VerificationState, Visibility } from "../../../src/db/generated/prisma/enums.ts";
import { countDetained } from "../../../src/domain/custody/facility-counts.ts";
import {
  custodyAt,
  lengthOf,
  spellsOf,
  type CustodyStatus,
  type Days,
  type SpellEnd,
  type TimelineEvent,
} from "../../../src/domain/custody/custody.ts";
import { anonymous, viewerOf } from "../../../src/domain/viewer.ts";
import { freshDatabase } from "../../kit/database.ts";
import { aDetainee, aFacility, anEvent } from "../../kit/given.ts";

const dayOf = (day: number) => new Date(Date.UTC(2026, 0, day));
type Step = TimelineEvent & { name: string };

/** One step a day, in the order given: the type, then what matters of it. */
const timeline = (...steps: (readonly [CustodyEventType, Partial<TimelineEvent>?])[]): Step[] =>
  steps.map(([type, said = {}], index) => {
    const release = type === "RELEASE" ? ({ stage: "EFFECTED", outcome: "UNKNOWN" } as const) : { stage: null, outcome: null };
    const plain = { facilityId: null, conditions: [], state: "REPORTED" as const, whenSortAt: dayOf(index + 1) };
    return { name: `${type} ${index + 1}`, type, ...plain, ...release, ...said };
  });
const at = (facilityId: string) => ({ facilityId });

describe("custody", () => {
  it.each<[string, Step[], CustodyStatus, string | null]>([
    ["nothing on record", timeline(), "UNKNOWN", null],
    ["an arrest", timeline(["ARREST", at("helicoide")]), "DETAINED", "helicoide"],
    ["an arrest, nobody says to where", timeline(["ARREST"]), "DETAINED", null],
    ["a transfer", timeline(["ARREST", at("helicoide")], ["TRANSFER", at("rodeo")]), "DETAINED", "rodeo"],
    ["a transfer to an unknown place", timeline(["ARREST", at("helicoide")], ["TRANSFER"]), "DETAINED", null],
    ["house arrest", timeline(["ARREST", at("helicoide")], ["CUSTODY_CHANGE", at("home")]), "DETAINED", "home"],
    ["a disappearance", timeline(["ARREST", at("helicoide")], ["DISAPPEARANCE"]), "WHEREABOUTS_UNKNOWN", null],
    ["being located", timeline(["DISAPPEARANCE"], ["LOCATED", at("rodeo")]), "DETAINED", "rodeo"],
    ["a sentence without an arrest on record", timeline(["SENTENCE"]), "DETAINED", null],
    ["a charge in custody", timeline(["ARREST", at("helicoide")], ["CHARGE"]), "DETAINED", "helicoide"],
    ["a charge while the whereabouts are unknown", timeline(["DISAPPEARANCE"], ["CHARGE"]), "WHEREABOUTS_UNKNOWN", null],
    ["a sentence after release", timeline(["ARREST"], ["RELEASE"], ["SENTENCE"]), "RELEASED", null],
    ["an announced release", timeline(["ARREST", at("helicoide")], ["RELEASE", { stage: "ANNOUNCED" }]), "DETAINED", "helicoide"],
    ["an ordered release", timeline(["ARREST", at("helicoide")], ["RELEASE", { stage: "ORDERED" }]), "DETAINED", "helicoide"],
    ["an effected release", timeline(["ARREST", at("helicoide")], ["RELEASE", at("helicoide")]), "RELEASED", null],
    ["an effected release without an arrest on record", timeline(["RELEASE"]), "RELEASED", null],
    ["a conditional release", timeline(["ARREST"], ["RELEASE", { outcome: "CONDITIONAL" }]), "CONDITIONALLY_RELEASED", null],
    ["a release with a gag order", timeline(["ARREST"], ["RELEASE", { conditions: ["GAG_ORDER"] }]), "CONDITIONALLY_RELEASED", null],
    ["an expulsion", timeline(["ARREST"], ["RELEASE", { outcome: "EXPELLED" }]), "RELEASED", null],
    ["a refuted release", timeline(["ARREST", at("helicoide")], ["RELEASE", { state: "REFUTED" }]), "DETAINED", "helicoide"],
    ["a refuted arrest", timeline(["ARREST", { facilityId: "helicoide", state: "REFUTED" }]), "UNKNOWN", null],
    ["a contested release", timeline(["ARREST", at("helicoide")], ["RELEASE", { state: "CONTESTED" }]), "UNKNOWN", null],
    ["a contested announcement", timeline(["ARREST"], ["RELEASE", { stage: "ANNOUNCED", state: "CONTESTED" }]), "DETAINED", null],
    ["a verified release", timeline(["ARREST"], ["RELEASE", { state: "VERIFIED" }]), "RELEASED", null],
    ["a death", timeline(["ARREST", at("helicoide")], ["DEATH", at("hospital")]), "DIED_IN_CUSTODY", null],
    ["a re-arrest", timeline(["ARREST", at("helicoide")], ["RELEASE"], ["ARREST", at("rodeo")]), "DETAINED", "rodeo"],
  ])("after %s", (_, steps, status, facilityId) => {
    expect(custodyAt(steps, dayOf(31))).toEqual({ status, facilityId });
  });

  const story = timeline(["ARREST", at("helicoide")], ["TRANSFER", at("rodeo")], ["RELEASE"], ["ARREST", at("helicoide")]);
  it.each<[string, number, CustodyStatus, string | null]>([
    ["the moment before the arrest", +dayOf(1) - 1, "UNKNOWN", null],
    ["the moment by which it had happened", +dayOf(1), "DETAINED", "helicoide"],
    ["the moment before the transfer", +dayOf(2) - 1, "DETAINED", "helicoide"],
    ["the transfer", +dayOf(2), "DETAINED", "rodeo"],
    ["the moment before the release", +dayOf(3) - 1, "DETAINED", "rodeo"],
    ["the release", +dayOf(3), "RELEASED", null],
    ["the moment before the re-arrest", +dayOf(4) - 1, "RELEASED", null],
    ["the re-arrest", +dayOf(4), "DETAINED", "helicoide"],
  ])("as of %s", (_, asOf, status, facilityId) => {
    expect(custodyAt(story, new Date(asOf))).toEqual({ status, facilityId });
  });
});

describe("the spells of", () => {
  const [announced, contested, refuted] = [{ stage: "ANNOUNCED" }, { state: "CONTESTED" }, { state: "REFUTED" }] as const;
  it.each<[string, Step[], [began: string | null, ended: string | null, steps: number][]]>([
    ["nothing", timeline(), []],
    ["an arrest that lasts", timeline(["ARREST"]), [["ARREST 1", null, 1]]],
    ["an arrest and a release", timeline(["ARREST"], ["RELEASE"]), [["ARREST 1", "RELEASE 2", 2]]],
    ["an arrest and a death", timeline(["ARREST"], ["TRANSFER"], ["DEATH"]), [["ARREST 1", "DEATH 3", 3]]],
    ["a disappearance and a return", timeline(["ARREST"], ["DISAPPEARANCE"], ["LOCATED"]), [["ARREST 1", null, 3]]],
    ["an announced release", timeline(["ARREST"], ["RELEASE", announced], ["RELEASE"]), [["ARREST 1", "RELEASE 3", 3]]],
    [
      "the revolving door",
      timeline(["ARREST"], ["RELEASE"], ["ARREST"], ["CHARGE"]),
      [
        ["ARREST 1", "RELEASE 2", 2],
        ["ARREST 3", null, 2],
      ],
    ],
    [
      "two arrests without a release between them",
      timeline(["ARREST"], ["TRANSFER"], ["ARREST"], ["RELEASE"]),
      [
        ["ARREST 1", null, 2],
        ["ARREST 3", "RELEASE 4", 2],
      ],
    ],
    ["a release without an arrest", timeline(["TRANSFER"], ["RELEASE"]), [[null, "RELEASE 2", 2]]],
    ["a sentence without an arrest", timeline(["SENTENCE"], ["RELEASE"]), [[null, "RELEASE 2", 2]]],
    ["a refuted release", timeline(["ARREST"], ["RELEASE", refuted]), [["ARREST 1", null, 1]]],
    ["a contested release", timeline(["ARREST"], ["RELEASE", contested]), [["ARREST 1", null, 1]]],
    ["a refuted arrest", timeline(["ARREST", refuted]), []],
  ])("%s", (_, steps, spells) => {
    const found = spellsOf(steps);
    expect(found.map(({ began, ended, events }) => [began?.name ?? null, ended?.name ?? null, events.length])).toEqual(spells);
    expect(found.map(({ ordinal }) => ordinal)).toEqual(spells.map((_spell, index) => index + 1));
  });
});

describe("a spell ends", () => {
  const contested = { state: "CONTESTED" } as const;
  it.each<[string, Step[], SpellEnd[]]>([
    ["not while nothing ends it", timeline(["ARREST"], ["TRANSFER"]), ["ONGOING"]],
    ["not with an announcement", timeline(["ARREST"], ["RELEASE", { stage: "ANNOUNCED" }]), ["ONGOING"]],
    ["not with a move to house arrest", timeline(["ARREST"], ["CUSTODY_CHANGE", at("home")]), ["ONGOING"]],
    ["not with a contested release", timeline(["ARREST"], ["RELEASE", contested]), ["ONGOING"]],
    ["with an effected release", timeline(["ARREST"], ["RELEASE"]), ["RELEASED"]],
    ["with a conditional release", timeline(["ARREST"], ["RELEASE", { outcome: "CONDITIONAL" }]), ["RELEASED"]],
    ["with a death", timeline(["ARREST"], ["DEATH"]), ["DIED"]],
    ["unrecorded, where the next is an arrest", timeline(["ARREST"], ["ARREST"]), ["UNRECORDED", "ONGOING"]],
    [
      "unrecorded, where the release between is contested",
      timeline(["ARREST"], ["RELEASE", contested], ["ARREST"]),
      ["UNRECORDED", "ONGOING"],
    ],
    ["each in its own way", timeline(["ARREST"], ["RELEASE"], ["ARREST"], ["DEATH"]), ["RELEASED", "DIED"]],
  ])("%s", (_, steps, ends) => {
    expect(spellsOf(steps).map(({ end }) => end)).toEqual(ends);
  });
});

describe("a spell lasted", () => {
  type Dated = Step & { whenEarliest: Date | null; whenLatest: Date | null };
  const dated = (type: CustodyEventType, from: number | null, to: number | null): Dated => ({
    ...timeline([type])[0]!,
    ...{ whenEarliest: from === null ? null : dayOf(from), whenLatest: to === null ? null : dayOf(to), whenSortAt: dayOf(to ?? 31) },
  });
  it.each<[string, Dated[], Days[]]>([
    ["from instant to instant, exactly so long", [dated("ARREST", 1, 1), dated("RELEASE", 4, 4)], [{ lower: 3, upper: 3 }]],
    ["from day to day, a day more or less", [dated("ARREST", 1, 2), dated("RELEASE", 4, 5)], [{ lower: 2, upper: 4 }]],
    ["within a day, between nothing and a day", [dated("ARREST", 1, 2), dated("RELEASE", 1, 2)], [{ lower: 0, upper: 1 }]],
    ["since nobody knows how early, at least so long", [dated("ARREST", null, 2), dated("RELEASE", 4, 5)], [{ lower: 2, upper: null }]],
    ["until nobody knows when, without bounds above", [dated("ARREST", 1, 2), dated("RELEASE", 4, null)], [{ lower: 2, upper: null }]],
    ["until a death", [dated("ARREST", 1, 2), dated("DEATH", 10, 11)], [{ lower: 8, upper: 10 }]],
    ["up to the moment asked about while it lasts", [dated("ARREST", 1, 2)], [{ lower: 28, upper: 29 }]],
    ["nobody knows how long, without an arrest on record", [dated("RELEASE", 4, 5)], [{ lower: null, upper: null }]],
    [
      "nobody knows how long, where its end is not on record",
      [dated("ARREST", 1, 2), dated("ARREST", 8, 9)],
      [
        { lower: null, upper: null },
        { lower: 21, upper: 22 },
      ],
    ],
  ])("%s", (_, steps, lengths) => {
    expect(spellsOf(steps).map((spell) => lengthOf(spell, dayOf(30)))).toEqual(lengths);
  });
});

describe("a spell began with the arrest that is on record, though before it came", () => {
  it.each(["CHARGE", "SENTENCE", "DISAPPEARANCE"] as const)("a %s", (before) => {
    const spells = spellsOf(timeline([before], ["ARREST"], ["RELEASE"]));
    expect(spells.map(({ began, ended }) => [began?.name, ended?.name])).toEqual([["ARREST 2", "RELEASE 3"]]);
  });
});

describe("what moves nobody begins no second spell after a release:", () => {
  it.each<[string, Step[]]>([
    ["charges that are kept", timeline(["ARREST"], ["RELEASE"], ["CHARGE"])],
    ["a sentence", timeline(["ARREST"], ["RELEASE"], ["SENTENCE"])],
    ["an order that comes late", timeline(["ARREST"], ["RELEASE"], ["RELEASE", { stage: "ORDERED" }])],
    ["an announcement that comes late", timeline(["ARREST"], ["RELEASE"], ["RELEASE", { stage: "ANNOUNCED" }])],
  ])("%s", (_, steps) => {
    expect(custodyAt(steps, dayOf(31)).status).toBe("RELEASED");
    expect(spellsOf(steps).map(({ began, ended }) => [began?.name, ended?.name])).toEqual([["ARREST 1", "RELEASE 2"]]);
  });
});

describe("the census", () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => {
    database = await freshDatabase("empty");
  });
  afterAll(() => database[Symbol.asyncDispose]());

  // Few days and few places, so that events meet.
  const day = fc.integer({ min: 1, max: 6 });
  const step = fc.record({
    type: fc.constantFrom(...Object.values(CustodyEventType)),
    day,
    place: fc.constantFrom(0, 1, null),
    stage: fc.constantFrom(...Object.values(ReleaseStage)),
    state: fc.constantFrom(...Object.values(VerificationState)),
  });
  const person = fc.record({
    visibility: fc.constantFrom(...Object.values(Visibility)),
    steps: fc.array(step, { minLength: 1, maxLength: 6 }),
  });
  const order = Object.values(CustodyEventType);
  const inTimelineOrder = (a: CustodyEvent, b: CustodyEvent) =>
    +a.whenSortAt - +b.whenSortAt || order.indexOf(a.type) - order.indexOf(b.type) || (a.id < b.id ? -1 : 1);

  it("counts in each facility whom custodyAt places there, of those whom the viewer may see", async () => {
    const viewer = fc.constantFrom(anonymous, viewerOf("key:partner", ["PARTNER"]), viewerOf("key:editor", ["EDITOR"]));
    const asOf = fc.tuple(day, fc.constantFrom(-1, 0, 1)).map(([on, milliseconds]) => new Date(+dayOf(on) + milliseconds));
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 6 }), viewer, asOf, async (people, seenBy, moment) => {
        const facilities = [aFacility(), aFacility()];
        const detainees = people.map(({ visibility }) => aDetainee({ visibility }));
        const events = people.flatMap(({ steps }, index) =>
          steps.map(({ type, day: on, place, stage, state }) => {
            const where = { whenSortAt: dayOf(on), facilityId: place === null ? null : facilities[place]!.id };
            return anEvent({ detaineeId: detainees[index]!.id, type, state, ...where, ...(type === "RELEASE" ? { stage } : {}) });
          }),
        );
        await database.prisma.facility.createMany({ data: facilities });
        await database.prisma.detainee.createMany({ data: detainees });
        await database.prisma.custodyEvent.createMany({ data: events });

        const stored = await database.prisma.custodyEvent.findMany({ where: { detaineeId: { in: detainees.map(({ id }) => id) } } });
        const timelines = Map.groupBy(stored, ({ detaineeId }) => detaineeId);
        const custodies = detainees
          .filter(({ visibility }) => seenBy.levels.includes(visibility!))
          .map(({ id }) => custodyAt(timelines.get(id)!.toSorted(inTimelineOrder), moment));
        const expected = facilities.map(
          ({ id }) => custodies.filter(({ status, facilityId }) => status === "DETAINED" && facilityId === id).length,
        );
        const ids = facilities.map(({ id }) => id);
        expect(await countDetained(database.prisma, seenBy, ids, moment)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it("counts nobody where nobody was", async () => {
    expect(await countDetained(database.prisma, anonymous, [aFacility().id], dayOf(6))).toEqual([0]);
    expect(await countDetained(database.prisma, anonymous, [], dayOf(6))).toEqual([]);
  });
});
