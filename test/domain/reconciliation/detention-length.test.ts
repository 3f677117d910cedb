import { describe, expect, it } from "vitest";
import { detentionsIn, lasted, type Detention } from "../../../src/domain/reconciliation/detention-length.ts";
import { anyTime, instant, type Answer, type Bounds } from "../../../src/domain/time/compare.ts";
import type { TimelineEvent } from "../../../src/domain/timeline/timeline-event.ts";
import { countStock } from "./count-stock.ts";

const hour = 3_600_000;
const at = (hours: number) => instant(hours * hour);
const between = (from: number, to: number): Bounds => ({ earliest: from * hour, latest: to * hour });
const held = (began: Bounds | null, ended: Bounds | null, ...within: Bounds[]): Detention => ({ began, ended, within });

describe("a detention lasted 48 hours", () => {
  it.each<[string, Detention | null, Bounds, Answer]>([
    ["when it did to the hour", held(at(0), at(48)), at(100), "CERTAIN"],
    ["never when it was an hour shorter", held(at(0), at(47)), at(100), "NO"],
    ["perhaps, when it began on a day", held(between(0, 24), at(48)), at(100), "POSSIBLE"],
    ["certainly, however the day of its beginning fell", held(between(0, 24), at(72)), at(100), "CERTAIN"],
    ["never, however the day of its beginning fell", held(between(0, 24), at(47)), at(100), "NO"],
    ["by the moment asked about, while it lasts", held(at(0), null), at(48), "CERTAIN"],
    ["not yet by that moment", held(at(0), null), at(47), "NO"],
    ["not yet by that moment, though it went on", held(at(0), at(100)), at(47), "NO"],
    ["perhaps by an afternoon", held(at(0), null), between(44, 50), "POSSIBLE"],
    ["perhaps, when its arrest is not on record", held(null, at(100)), at(100), "POSSIBLE"],
    ["certainly, when the person was charged in it before", held(null, at(100), at(50)), at(100), "CERTAIN"],
    ["perhaps, when nothing is known of its times", held(anyTime, anyTime), at(100), "POSSIBLE"],
    ["perhaps, when nothing is known of it", null, at(100), "POSSIBLE"],
  ])("%s", (_, detention, by, answer) => {
    expect(lasted(detention, 48, by)).toBe(answer);
  });
  it("or more than none, always", () => {
    expect(lasted(held(at(0), at(0)), 0, at(100))).toBe("CERTAIN");
  });
});

let ids = 0;
const event = (type: TimelineEvent["type"], hours: number): TimelineEvent => ({
  ...{ id: String((ids += 1)), type, state: "VERIFIED", stage: type === "RELEASE" ? "EFFECTED" : null, outcome: null, conditions: [] },
  ...{ facilityId: "prison", admin1: null, locality: null, whenEarliest: new Date(hours * hour), whenLatest: new Date(hours * hour) },
});

describe("the detention of an event", () => {
  const [arrest, charge, release, again] = [event("ARREST", 0), event("CHARGE", 10), event("RELEASE", 20), event("ARREST", 30)];
  const detentions = detentionsIn([again, release, charge, arrest]);
  it("is the spell to which it belongs", () => {
    const first = {
      began: { earliest: new Date(0), latest: new Date(0) },
      ended: { earliest: new Date(20 * hour), latest: new Date(20 * hour) },
    };
    for (const one of [arrest, charge, release]) expect(detentions.get(one)).toMatchObject(first);
    expect(detentions.get(again)).toMatchObject({ ended: null });
  });
});

describe("of those held at a moment, short detentions left out", () => {
  const arrested = [event("ARREST", 0)];
  it.each([
    ["one of 48 hours is counted", 48, { verified: 1, upper: 1 }],
    ["one of 47 hours is not", 47, { verified: 0, upper: 0 }],
  ])("%s", async (_, hours, counted) => {
    expect(await countStock([arrested], "DETAINED", at(hours), null, 48)).toMatchObject(counted);
    expect(await countStock([arrested], "DETAINED", at(hours), null)).toMatchObject({ verified: 1, upper: 1 });
  });
  it("one whose arrest is not on record is counted as perhaps long enough", async () => {
    expect(await countStock([[event("TRANSFER", 0)]], "DETAINED", at(10), null, 48)).toMatchObject({ verified: 0, upper: 1 });
  });
});
