/** Tables of the hub's own count. */
import { describe, expect, it } from "vitest";
import type { Happening } from "../../../src/domain/reconciliation/hub-count.ts";
import { placesInTime, placesOf, tallyOf, TooManyCells, type Placed } from "../../../src/domain/tally/tally.ts";
import { instant } from "../../../src/domain/time/compare.ts";
import { bucketsBetween } from "../../../src/domain/time/buckets.ts";

const zone = "America/Caracas";
const local = (text: string) => new Date(`${text}-04:00`);

describe("intervals of the calendar", () => {
  it.each([
    ["DAY", "2026-01-08T00:00", "2026-01-10T00:00", ["2026-01-08", "2026-01-09"]],
    ["DAY", "2026-01-08T23:59", "2026-01-08T23:59", ["2026-01-08"]],
    ["WEEK", "2026-01-01T12:00", "2026-01-05T00:01", ["2026-W01", "2026-W02"]],
    ["MONTH", "2025-12-31T23:59", "2026-02-01T00:00", ["2025-12", "2026-01"]],
  ] as const)("%s: from %s to %s", (every, from, until, names) => {
    expect(bucketsBetween(local(from), local(until), every, zone, 10).map(({ name }) => name)).toEqual(names);
  });

  it("leave out a day that a zone skipped, and stop one past the most", () => {
    const days = bucketsBetween(new Date("2011-12-29T12:00-10:00"), new Date("2011-12-31T12:00+14:00"), "DAY", "Pacific/Apia", 10);
    expect(days.map(({ name }) => name)).toEqual(["2011-12-29", "2011-12-31"]);
    expect(bucketsBetween(local("2026-01-01T00:00"), local("2027-01-01T00:00"), "DAY", zone, 10)).toHaveLength(11);
  });
});

const told = (person: string, state: Happening["state"], ...places: Placed["places"]): Placed => ({
  person,
  earliest: 1,
  latest: 2,
  state,
  places,
});
const table = async (some: readonly Placed[]) =>
  (await tallyOf(some, () => true, 100)).map(({ values, count, people }) => [
    values.map((value) => value ?? "?").join(),
    `${count.verified} ${count.corroborated} ${count.reported} ${count.contested}, ${count.lower} to ${count.upper}`,
    people.join(""),
  ]);

describe("a table", () => {
  it("counts each person once in each cell, in the best that is known of them", async () => {
    expect(
      await table([
        told("a", "VERIFIED", placesOf(["VE"])),
        told("a", "VERIFIED", placesOf(["VE", "CO"])),
        told("b", "REPORTED", placesOf(["VE"])),
        told("b", "CORROBORATED", placesOf(["VE"])),
        told("c", "REFUTED", placesOf(["VE"])),
      ]),
    ).toEqual([
      ["CO", "1 0 0 0, 1 to 1", "a"],
      ["VE", "1 1 0 0, 1 to 1", "ab"],
    ]);
  });

  it("has a row for what is not known, which may belong to every other", async () => {
    expect(
      await table([told("a", "VERIFIED", placesOf(["VE"])), told("b", "VERIFIED", placesOf([])), told("c", "REPORTED", placesOf([]))]),
    ).toEqual([
      ["VE", "1 0 0 0, 1 to 2", "ab"],
      ["?", "1 0 1 0, 1 to 1", "bc"],
    ]);
  });

  it("counts in no day for certain what happened on one of two", async () => {
    const days = ["08", "09"].map((name) => ({ name, window: { start: instant(Number(name)), end: instant(Number(name) + 1) } }));
    const of = (earliest: number, latest: number) => placesInTime({ earliest, latest }, days);
    expect(await table([told("a", "VERIFIED", of(8, 10)), told("b", "VERIFIED", of(9, 10)), told("c", "REPORTED", of(8, 10))])).toEqual([
      ["08", "0 0 0 0, 0 to 1", "a"],
      ["09", "1 0 0 0, 1 to 2", "ab"],
    ]);
  });

  it("is crossed by several keys, and refused past the most rows", async () => {
    const some = ["a", "b", "c"].map((person) => told(person, "VERIFIED", placesOf([person]), placesOf(["VE"])));
    expect((await table(some)).map(([row]) => row)).toEqual(["a,VE", "b,VE", "c,VE"]);
    await expect(tallyOf(some, () => true, 2)).rejects.toThrow(TooManyCells);
  });
});
