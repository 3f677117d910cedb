import fc from "fast-check";
import { describe, expect, it } from "vitest";
// @ts-expect-error: the library has no type declarations
import readEdtf from "edtf";
import { edtf } from "../../../src/domain/time/edtf.ts";
import { spanColumns, spanOf, type KnownTime } from "../../../src/domain/time/span.ts";
import { parseTime, writeTime } from "../../../src/domain/time/written-time.ts";

const caracas = "America/Caracas"; // UTC-4, no summer time
const newYork = "America/New_York"; // summer time from 2026-03-08T02:00 to 2026-11-01T02:00

const iso = (instant: Date | null) => instant?.toISOString().replace(/(:00)?\.000Z$/, "Z") ?? null;
const told = (span: KnownTime | null) => span && [iso(span.earliest), iso(span.latest), span.precision];

const written: readonly (readonly [string, string | null, string | null, string])[] = [
  ["", null, null, "UNKNOWN"],
  ["  ", null, null, "UNKNOWN"],
  ["2026", "2026-01-01T04:00Z", "2027-01-01T04:00Z", "YEAR"],
  ["2026-01", "2026-01-01T04:00Z", "2026-02-01T04:00Z", "MONTH"],
  ["2026-12", "2026-12-01T04:00Z", "2027-01-01T04:00Z", "MONTH"],
  ["2026-01-12", "2026-01-12T04:00Z", "2026-01-13T04:00Z", "DAY"],
  [" 2026-01-12 ", "2026-01-12T04:00Z", "2026-01-13T04:00Z", "DAY"],
  ["2028-02-29", "2028-02-29T04:00Z", "2028-03-01T04:00Z", "DAY"],
  ["2026-W03", "2026-01-12T04:00Z", "2026-01-19T04:00Z", "WEEK"],
  ["2026-W01", "2025-12-29T04:00Z", "2026-01-05T04:00Z", "WEEK"],
  ["2027-W01", "2027-01-04T04:00Z", "2027-01-11T04:00Z", "WEEK"],
  ["2026-W53", "2026-12-28T04:00Z", "2027-01-04T04:00Z", "WEEK"],
  ["2020-W53", "2020-12-28T04:00Z", "2021-01-04T04:00Z", "WEEK"],
  ["2026-01-09T08:30", "2026-01-09T12:30Z", "2026-01-09T12:30Z", "INSTANT"],
  ["2026-01-09T08:30:15", "2026-01-09T12:30:15Z", "2026-01-09T12:30:15Z", "INSTANT"],
  ["2026-01-09T08:30Z", "2026-01-09T08:30Z", "2026-01-09T08:30Z", "INSTANT"],
  ["2026-01-09T08:30:15.250-05:00", "2026-01-09T13:30:15.250Z", "2026-01-09T13:30:15.250Z", "INSTANT"],
  ["2026-01-09T08", "2026-01-09T12:00Z", "2026-01-09T13:00Z", "HOUR"],
  ["2026-01-12 morning", "2026-01-12T10:00Z", "2026-01-12T16:00Z", "PART_OF_DAY"],
  ["2026-01-12 afternoon", "2026-01-12T16:00Z", "2026-01-12T22:00Z", "PART_OF_DAY"],
  ["2026-01-12 evening", "2026-01-12T22:00Z", "2026-01-13T04:00Z", "PART_OF_DAY"],
  ["2026-01-12 night", "2026-01-12T22:00Z", "2026-01-13T10:00Z", "PART_OF_DAY"],
  ["2026-12-31 night", "2026-12-31T22:00Z", "2027-01-01T10:00Z", "PART_OF_DAY"],
  ["2026-01-08/2026-01-09", "2026-01-08T04:00Z", "2026-01-10T04:00Z", "DAY"],
  ["2026-01-08/2026-01-08", "2026-01-08T04:00Z", "2026-01-09T04:00Z", "DAY"],
  ["2025-12/2026-01-09", "2025-12-01T04:00Z", "2026-01-10T04:00Z", "MONTH"],
  ["2026-01-09T08/2026-01-12 morning", "2026-01-09T12:00Z", "2026-01-12T16:00Z", "PART_OF_DAY"],
  ["2026-01-09T08:30/2026-01-09T09:15", "2026-01-09T12:30Z", "2026-01-09T13:15Z", "HOUR"],
  ["../2026-01-07", null, "2026-01-08T04:00Z", "UNKNOWN"],
  ["/2026-01-07", null, "2026-01-08T04:00Z", "UNKNOWN"],
  ["2026-01-08/..", "2026-01-08T04:00Z", null, "UNKNOWN"],
  ["2026-01-08/", "2026-01-08T04:00Z", null, "UNKNOWN"],
  ["2026-01-08/2026-01-10 as WEEK", "2026-01-08T04:00Z", "2026-01-11T04:00Z", "WEEK"],
  ["2026-01-08/2026-01-10 as UNKNOWN", "2026-01-08T04:00Z", "2026-01-11T04:00Z", "UNKNOWN"],
  ["2026-01-12 as PART_OF_DAY", "2026-01-12T04:00Z", "2026-01-13T04:00Z", "PART_OF_DAY"],
  ["2026-01-08/.. as UNKNOWN", "2026-01-08T04:00Z", null, "UNKNOWN"],
  ["XXXX-XX-XX", null, null, "UNKNOWN"],
  ["1990~", "1989-01-01T04:00Z", "1992-01-01T04:00Z", "YEAR"],
  ["1984?", "1983-01-01T04:00Z", "1986-01-01T04:00Z", "YEAR"],
  ["2026-01%", "2025-12-01T04:00Z", "2026-03-01T04:00Z", "MONTH"],
  ["2026-01-12~", "2026-01-11T04:00Z", "2026-01-14T04:00Z", "DAY"],
  ["1990~/1995", "1989-01-01T04:00Z", "1996-01-01T04:00Z", "YEAR"],
  ["199X", "1990-01-01T04:00Z", "2000-01-01T04:00Z", "YEAR"],
  ["20XX", "2000-01-01T04:00Z", "2100-01-01T04:00Z", "YEAR"],
  ["2026-01-XX", "2026-01-01T04:00Z", "2026-02-01T04:00Z", "MONTH"],
  ["2026-XX", "2026-01-01T04:00Z", "2027-01-01T04:00Z", "YEAR"],
  ["2026-XX-XX", "2026-01-01T04:00Z", "2027-01-01T04:00Z", "YEAR"],
  ["2026-21", "2026-03-01T04:00Z", "2026-12-01T04:00Z", "YEAR"],
  ["2026-24", "2026-01-01T04:00Z", "2027-03-01T04:00Z", "YEAR"],
  ["1985/", "1985-01-01T04:00Z", null, "UNKNOWN"],
];

const inSummerTime: readonly (readonly [string, string, string, string])[] = [
  ["2026-03-08", "2026-03-08T05:00Z", "2026-03-09T04:00Z", "DAY"], // 23 hours
  ["2026-11-01", "2026-11-01T04:00Z", "2026-11-02T05:00Z", "DAY"], // 25 hours
  ["2026-03", "2026-03-01T05:00Z", "2026-04-01T04:00Z", "MONTH"],
  ["2026-W10", "2026-03-02T05:00Z", "2026-03-09T04:00Z", "WEEK"],
  ["2026-03-07 night", "2026-03-07T23:00Z", "2026-03-08T10:00Z", "PART_OF_DAY"],
  ["2026-03-08 morning", "2026-03-08T10:00Z", "2026-03-08T16:00Z", "PART_OF_DAY"],
  ["2026-10-31 night", "2026-10-31T22:00Z", "2026-11-01T11:00Z", "PART_OF_DAY"],
  ["2026-03-08T01", "2026-03-08T06:00Z", "2026-03-08T07:00Z", "HOUR"],
  ["2026-03-08T03", "2026-03-08T07:00Z", "2026-03-08T08:00Z", "HOUR"],
  ["2026-03-08T01:59", "2026-03-08T06:59Z", "2026-03-08T06:59Z", "INSTANT"],
  ["2026-03-08T03:00", "2026-03-08T07:00Z", "2026-03-08T07:00Z", "INSTANT"],
  ["2026-11-01T01:30-04:00", "2026-11-01T05:30Z", "2026-11-01T05:30Z", "INSTANT"],
  ["2026-11-01T01:30-05:00", "2026-11-01T06:30Z", "2026-11-01T06:30Z", "INSTANT"],
];

const unreadable = `
  soon | 12 January 2026 | 2026-1-12 | 26-01-12 | -2026 | 02026-01-12 | 2026-01-12 noon | 2026-01-12 Morning | 2026-01 morning
  2026-13 | 2026-00 | 2026-01-00 | 2026-02-29 | 2026-02-31 | 2026-W00 | 2026-W54 | 2025-W53 | 2027-W53 | 2026-W3 | 2026-W03-1
  2026-01-09T24:00 | 2026-01-09T25 | 2026-01-09T08:60 | 2026-01-09T08Z | 2026-01-09T0830 | 2026-01-09 08:30 | 2026-02-30T08:00Z
  2026-01-09T08:30+25:00 | 2026-01-09T08:30-04 | 2026-01-09T08:30[America/Caracas] | 2026-01-09T08:30:15.1234
  .. | / | ../.. | 2026-01-10/2026-01-09 | 2026-01-09T08:30/2026-01-09T08:30 | 2026-01-08/2026-01-09/2026-01-10 | 2026-01-08/soon
  as DAY | 2026-01-12 as | 2026-01-12 as day | 2026-01-12 as FORTNIGHT | 2026-01-12 as INSTANT | ../2026-01-07 as DAY | soon as DAY
  2026-01-12T10:00Z as DAY | 2026-01-12T10:00Z as HOUR
  2026-25 | 2026-21-01 | 199X~ | 1XXX | 2026-X1 | 2026-XX-12 | ?2026 | 2026-01-12T10:00~ | Y170000002 | 2026-W03~ | X026
`
  .trim()
  .split(/ \| |\n +/);

describe("a written time", () => {
  it.each(written)("%j in Caracas begins %s, ends %s, and is known to the %s", (text, earliest, latest, precision) => {
    expect(told(parseTime(text, caracas))).toEqual([earliest, latest, precision]);
  });

  it.each(inSummerTime)("%j in New York, where clocks change, begins %s, ends %s, and is known to the %s", (text, ...expected) => {
    expect(told(parseTime(text, newYork))).toEqual(expected);
  });

  it.each(unreadable)("%j is no time", (text) => {
    expect(parseTime(text, caracas)).toBeNull();
  });

  // PostgreSQL knows no year zero, and JavaScript does not read back the years of five digits that it writes.
  it.each([
    ["0000", "UTC"],
    ["0001-01-01", "Asia/Tokyo"],
    ["9999", "UTC"],
    ["9999-12-31 night", caracas],
  ])("%j in %s is no time, for it reaches beyond what the database keeps", (text, timeZone) => {
    expect(parseTime(text, timeZone)).toBeNull();
  });

  it("is said to be known to one precision, not to two", () => {
    expect(parseTime("2026-01-08/2026-01-09 as DAY as WEEK", caracas)).toBeNull();
  });
});

// Offsets of whole, half and quarter hours, summer time of half an hour, and a zone that once skipped a day.
const zones = [caracas, newYork, "UTC", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Monrovia"];
const anyZone = fc.constantFrom(...zones);

const moment = fc.date({ min: new Date("1975-01-01T00:00:00Z"), max: new Date("2100-01-01T00:00:00Z"), noInvalidDate: true });
const day = moment.map((instant) => instant.toISOString().slice(0, 10));
const two = (number: number) => String(number).padStart(2, "0");
const calendarUnit = fc.oneof(
  day,
  day.map((text) => text.slice(0, 7)),
  day.map((text) => text.slice(0, 4)),
  fc.tuple(day, fc.integer({ min: 1, max: 52 })).map(([text, week]) => `${text.slice(0, 4)}-W${two(week)}`),
);
const unit = fc.oneof(
  calendarUnit,
  fc.tuple(day, fc.constantFrom("morning", "afternoon", "evening", "night")).map((parts) => parts.join(" ")),
  fc.tuple(day, fc.integer({ min: 0, max: 23 })).map(([text, hour]) => `${text}T${two(hour)}`),
  moment.map((instant) => instant.toISOString()),
);
const open = unit.map((from) => `${from}/..`);
const interval = fc.tuple(unit, unit).map((sides) => sides.join("/"));
const read = (texts: fc.Arbitrary<string>, zone: fc.Arbitrary<string>) =>
  fc
    .tuple(texts, zone)
    .map((parts) => parseTime(...parts))
    .filter((span) => span !== null);
const asWritten = read(fc.oneof(unit, interval, open), anyZone);

const asMeasured = fc
  .record({
    moments: fc.uniqueArray(moment, { minLength: 2, maxLength: 2, selector: Number }),
    precision: fc.constantFrom<KnownTime["precision"]>("INSTANT", "HOUR", "PART_OF_DAY", "DAY", "WEEK", "MONTH", "YEAR", "UNKNOWN"),
    open: fc.constantFrom("left", "right", "neither"),
    timeZone: anyZone,
  })
  .map(({ moments, precision, open, timeZone }): KnownTime => {
    const [earliest, latest] = moments.toSorted((a, b) => a.getTime() - b.getTime()) as [Date, Date];
    if (precision === "INSTANT") return { earliest, latest: earliest, precision, timeZone };
    if (precision !== "UNKNOWN") return { earliest, latest, precision, timeZone };
    return { earliest: open === "left" ? null : earliest, latest: open === "right" ? null : latest, precision, timeZone };
  });

/** Holds for five hundred spans. */
function always(spans: fc.Arbitrary<KnownTime>, law: (span: KnownTime) => void) {
  fc.assert(fc.property(spans, law), { numRuns: 500 });
}

describe("a span", () => {
  it.each([
    ["that was read from a written time", asWritten],
    ["of any two moments", asMeasured],
  ])("%s is read back from what writeTime makes of it", (_, spans) => {
    always(spans, (span) => {
      expect(parseTime(writeTime(span), span.timeZone)).toEqual(span);
    });
  });

  it.each([
    ["2026-W03", "2026-W03"],
    ["2026-01-12/2026-01-18 as WEEK", "2026-W03"],
    ["2026-01-12 night", "2026-01-12 night"],
    ["2026-01/2026-01", "2026-01"],
    ["../2026-01-07", "/2026-01-07"],
    ["", ""],
    ["2026-01-12T08:30:00.5Z", "2026-01-12T04:30:00.500-04:00"],
  ])("read from %j is written %j, its shortest form", (text, shortest) => {
    expect(writeTime(parseTime(text, caracas)!)).toBe(shortest);
  });

  it("keeps its place in five columns", () => {
    const span = { ...parseTime("2026-01-12", caracas)!, verbatim: "on Monday" };
    expect(spanOf("asOf", spanColumns("asOf", span))).toEqual(span);
    expect(spanOf("birth", spanColumns("asOf", span))).toBeNull();
  });
});

describe("the EDTF of a span", () => {
  it.each([
    ["", "XXXX-XX-XX"],
    ["2026", "2026"],
    ["2026-01", "2026-01"],
    ["2026-01-12", "2026-01-12"],
    ["2026-W01", "2025-12-29/2026-01-04"],
    ["2026-01-12 night", "2026-01-12T18:00:00-04:00/2026-01-13T06:00:00-04:00"],
    ["2026-01-09T08", "2026-01-09T08:00:00-04:00/2026-01-09T09:00:00-04:00"],
    ["2026-01-09T08:30", "2026-01-09T08:30:00-04:00"],
    ["2026-01-08/2026-01-09", "2026-01-08/2026-01-09"],
    ["../2026-01-07", "/2026-01-07"],
    ["2026-01-08/..", "2026-01-08/"],
    ["1985/", "1985-01-01/"],
  ])("of %j is %j", (text, expected) => {
    expect(edtf(parseTime(text, caracas)!)).toBe(expected);
  });

  it.each([
    ["that was read from a written time", asWritten],
    ["of any two moments", asMeasured],
  ])("%s is EDTF to the library that knows the standard", (_, spans) => {
    always(spans, (span) => {
      expect(readEdtf(edtf(span))).toBeTypeOf("object"); // it throws at what is no EDTF
    });
  });

  it("has, by the standard, the very bounds of a unit of the calendar", () => {
    always(read(calendarUnit, fc.constant("UTC")), (span) => {
      const { min, max } = readEdtf(edtf(span));
      expect([new Date(min), new Date(max + 1)]).toEqual([span.earliest, span.latest]);
    });
  });
});

describe("an instant from before clocks kept whole minutes", () => {
  it.each([
    ["America/Caracas", "1912-01-01T10:00:00Z"],
    ["Africa/Monrovia", "1971-12-31T10:00:00Z"],
  ])("in %s at %s is itself in EDTF, and is read back from its written form", (timeZone, text) => {
    const span = parseTime(text, timeZone)!;
    expect(new Date(edtf(span))).toEqual(new Date(text));
    expect(parseTime(writeTime(span), timeZone)).toEqual(span);
  });
});

describe("a time zone", () => {
  it.each(["2026-01-12", "2026-W03", "2026-01-12 night", "2026-01-09T08"])("that this machine knows can carry %j", (text) => {
    for (const zone of Intl.supportedValuesOf("timeZone")) {
      const span = parseTime(text, zone);
      expect([zone, span && parseTime(writeTime(span), zone)]).toEqual([zone, span]);
      expect(span).not.toBeNull();
    }
  });
});
