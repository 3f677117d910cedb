import { describe, expect, it } from "vitest";
import { parseTime, whyUnreadable } from "../../../src/domain/time/written-time.ts";
import { canonicalZone } from "../../../src/domain/time/zones.ts";

const newYork = "America/New_York"; // summer time from 2026-03-08T02:00 to 2026-11-01T02:00

describe("a time zone", () => {
  it.each(["America/Caracas", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+4", "Europe/Kyiv"])("%j is one", (name) => {
    expect(canonicalZone(name)).not.toBeNull();
  });

  it.each(["-04:00", "+04", "UTC-4", "GMT-4", "Z", "", " UTC", "America/Karakas", "Caracas", "local"])("%j is none", (name) => {
    expect(canonicalZone(name)).toBeNull();
  });

  it.each([
    ["US/Eastern", newYork],
    ["america/caracas", "America/Caracas"],
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["asia/kolkata", "Asia/Kolkata"],
    ["Europe/Kiev", "Europe/Kyiv"],
    ["America/Buenos_Aires", "America/Argentina/Buenos_Aires"],
    ["Etc/UTC", "UTC"],
  ])("%s is stored as %s", (name, canonical) => {
    expect(canonicalZone(name)).toBe(canonical);
  });

  it("has a canonical name that is its own canonical name, whichever zone of this machine it is", () => {
    for (const zone of Intl.supportedValuesOf("timeZone")) {
      const canonical = canonicalZone(zone)!;
      expect([zone, canonicalZone(canonical)]).toEqual([zone, canonical]);
    }
  });
});

describe("a local time that never occurred is refused, with the two nearest:", () => {
  it.each([
    ["2026-03-08T02:30", newYork, "2026-03-08T01:59", "2026-03-08T03:00"],
    ["2026-03-08T02", newYork, "2026-03-08T01:59", "2026-03-08T03:00"],
    ["2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-04T01:59", "2026-10-04T02:30"],
    ["2011-12-30T12:00", "Pacific/Apia", "2011-12-29T23:59", "2011-12-31T00:00"],
    ["2011-12-30", "Pacific/Apia", "2011-12-29", "2011-12-31"],
    ["2011-12-30 morning", "Pacific/Apia", "2011-12-29", "2011-12-31"],
    ["1994-12-31", "Pacific/Kiritimati", "1994-12-30", "1995-01-01"],
    ["2011-12-30/2012-01-05", "Pacific/Apia", "2011-12-29", "2011-12-31"],
    ["2011-12-25/2011-12-30", "Pacific/Apia", "2011-12-29", "2011-12-31"],
  ])("%j in %s lies between %s and %s", (text, zone, earlier, later) => {
    expect(parseTime(text, zone)).toBeNull();
    const why = whyUnreadable(text, zone);
    expect(why).toContain(zone);
    expect(why).toContain(earlier);
    expect(why).toContain(later);
  });

  it.each(["2011-12-29", "2011-12-31", "2011-12", "2011-W52"])("but %j in Apia did", (text) => {
    expect(parseTime(text, "Pacific/Apia")).not.toBeNull();
  });
});

describe("a local time that occurred twice keeps both instants in its span:", () => {
  it.each([
    ["2026-11-01T01:30", newYork, "2026-11-01T05:30:00.000Z", "2026-11-01T06:31:00.000Z"],
    ["2026-11-01T01:30:15", newYork, "2026-11-01T05:30:15.000Z", "2026-11-01T06:30:16.000Z"],
    ["2026-11-01T01", newYork, "2026-11-01T05:00:00.000Z", "2026-11-01T07:00:00.000Z"],
    ["2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00.000Z", "2026-04-04T15:16:00.000Z"],
  ])("%j in %s", (text, zone, first, afterLast) => {
    expect(parseTime(text, zone)).toEqual({ earliest: new Date(first), latest: new Date(afterLast), precision: "HOUR", timeZone: zone });
  });

  it("unless the offset says which", () => {
    const once = new Date("2026-11-01T06:30:00Z");
    expect(parseTime("2026-11-01T01:30-05:00", newYork)).toMatchObject({ earliest: once, latest: once, precision: "INSTANT" });
  });
});
