/** Time zones, and the clocks in them: which moments a local time names. Zones change their clocks, and two have skipped a day. */
import { LRUCache } from "lru-cache";
import type { Temporal } from "temporal-polyfill";

// The platform keeps some names of old where the IANA has a newer one (CLDR never renames).
const renamed: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

// Asking the platform is slow enough to show where every row of a data set names its zone.
const canonicalNames = new LRUCache<string, { readonly name: string | null }>({ max: 1000 });

/** The one name under which a zone is stored, whichever of its names is given (US/Eastern is America/New_York); null when this machine knows no such zone. An offset such as `-04:00` is none. */
export function canonicalZone(name: string): string | null {
  const known = canonicalNames.get(name) ?? { name: askPlatform(name) };
  canonicalNames.set(name, known);
  return known.name;
}

function askPlatform(timeZone: string): string | null {
  if (!/^[A-Za-z]/.test(timeZone)) return null;
  try {
    const name = new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
    return renamed[name] ?? name;
  } catch {
    return null;
  }
}

/** A local time that no clock ever showed, with the nearest that one did. */
export class NeverOccurred extends Error {
  constructor(written: string, zone: string, [earlier, later]: readonly [string, string]) {
    super(`a time that occurred in ${zone}: its clocks skipped ${written}; the nearest are ${earlier} and ${later}`);
  }
}

const at = (moment: Temporal.ZonedDateTime) => new Date(moment.epochMilliseconds);
const toMinutes = (moment: Temporal.ZonedDateTime) => moment.toPlainDateTime().toString({ smallestUnit: "minute" });

/**
 * The first and the last instant at which the clocks of a zone showed a local time: the same one but where a clock was set back.
 * @throws NeverOccurred for a time that a clock skipped
 */
export function instantsOf(local: Temporal.PlainDateTime, zone: string): { readonly first: Date; readonly last: Date } {
  const [first, last] = [
    local.toZonedDateTime(zone, { disambiguation: "earlier" }),
    local.toZonedDateTime(zone, { disambiguation: "later" }),
  ];
  if (!first.toPlainDateTime().equals(local)) {
    const change = first.getTimeZoneTransition("next")!;
    throw new NeverOccurred(local.toString({ smallestUnit: "minute" }), zone, [
      toMinutes(change.subtract({ minutes: 1 })),
      toMinutes(change),
    ]);
  }
  return { first: at(first), last: at(last) };
}

/** The first instant of a day. */
export const beginningOf = (day: Temporal.PlainDate, zone: string) => at(day.toZonedDateTime(zone));

/**
 * The instants from the beginning of one day to that of another.
 * @throws NeverOccurred when no clock showed any of them
 */
export function daysBetween(
  first: Temporal.PlainDate,
  next: Temporal.PlainDate,
  zone: string,
): { readonly earliest: Date; readonly latest: Date } {
  const [earliest, latest] = [beginningOf(first, zone), beginningOf(next, zone)];
  if (earliest < latest) return { earliest, latest };
  throw new NeverOccurred(`the day ${first.toString()}`, zone, [first.subtract({ days: 1 }).toString(), next.toString()]);
}
