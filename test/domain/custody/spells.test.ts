import { describe, expect, it } from "vitest";
import type { CustodyEventType } from "../../../src/db/generated/prisma/enums.ts";
import { custodyAt } from "../../../src/domain/timeline/custody.ts";
import { lengthOf, spellsOf, type Days, type SpellEnd } from "../../../src/domain/custody/spells.ts";
import { at, dayOf, timeline, type Step } from "./steps.ts";

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
    ["a release told twice", timeline(["ARREST"], ["RELEASE"], ["RELEASE"]), [["ARREST 1", "RELEASE 2", 2]]],
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
  const dated = (type: CustodyEventType, from: number | null, to: number | null): Step => ({
    ...timeline([type])[0]!,
    ...{ whenEarliest: from === null ? null : dayOf(from), whenLatest: to === null ? null : dayOf(to) },
  });
  it.each<[string, Step[], Days[]]>([
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
