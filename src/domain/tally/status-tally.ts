/** Who is in which state at a moment, as a table: by status, place and what is known of people. What is not certain of somebody is in the bounds of every row to which they may belong. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import { takeBreaths } from "../../db/statements/breath.ts";
import { InvalidInput } from "../../errors.ts";
import { custodyAt, type Custody } from "../timeline/custody.ts";
import { latestSpell, lengthOf, type Days } from "../custody/spells.ts";
import type { InSituation } from "../history/events-known-at.ts";
import type { Clocks } from "../history/known-at.ts";
import { pastOf, withLookedUp } from "../history/past-tables.ts";
import { readTimelinesWhere } from "../history/read-timelines.ts";
import type { TimelineEvent } from "../timeline/timeline-event.ts";
import { visibleSql, type Viewer } from "../viewer.ts";
import { attributesAt, column, mostKeys, mostRows, personColumns, type TallyKey } from "./read-tally.ts";
import { byValues, combinations, knownValues, placesOf, type Places } from "./tally.ts";

const ofPeople = ["NATIONALITY", "SEX", "AGE_GROUP", "CIVIL_MILITARY", "OCCUPATION", "ETHNICITY"] as const satisfies TallyKey[];
export const statusTallyKeys = ["STATUS", "STATUS_STATE", "FACILITY", "COUNTRY", "ADMIN1", ...ofPeople] as const;
export type StatusTallyKey = (typeof statusTallyKeys)[number];
const isOfPeople = (key: StatusTallyKey) => ofPeople.some((each) => each === key);

export type StatusTallyAsked = { readonly groupBy: readonly StatusTallyKey[]; readonly asOf: Date } & Clocks & InSituation;

export type StatusCell = {
  /** One value for each key; null is "not known", and of places "not held". */
  readonly values: readonly (string | null)[];
  readonly lower: number;
  readonly upper: number;
  /** The median of how long those have been held who certainly are and certainly belong here; null of both where there are none. */
  readonly median: Days;
  /** Everybody who is in the bounds, in the order of their ids. */
  readonly people: readonly string[];
};

/**
 * Of all people of whom anything is on record, by the keys.
 * @throws InvalidInput for too many keys or rows
 */
export async function statusTally(db: Db, viewer: Viewer, { groupBy, asOf, ...clocks }: StatusTallyAsked): Promise<StatusCell[]> {
  const keys = [...new Set(groupBy)];
  if (keys.length === 0 || keys.length > mostKeys)
    throw new InvalidInput([{ path: "groupBy", expected: `1 to ${mostKeys} keys`, received: `${keys.length}` }]);
  const timelines = await readTimelinesWhere(db, viewer, clocks, Prisma.sql`TRUE`);
  const told = await readPeople(db, viewer, keys.filter(isOfPeople) as TallyKey[], clocks);
  const areas = await readAreas(db, viewer, clocks);
  const breathe = takeBreaths();
  const people: { person: string; places: Places[]; days: Days | null }[] = [];
  let seen = 0;
  for (const [person, events] of timelines) {
    seen += 1;
    if (seen % portion === 0) await breathe();
    const custody = custodyAt(events, asOf);
    const known = told.get(person) ?? [];
    const places = keys.map((key) =>
      isOfPeople(key) ? placesOf(known[keys.filter(isOfPeople).indexOf(key)] ?? []) : standing(key, custody, areas),
    );
    people.push({ person, places, days: custody.status === "DETAINED" ? heldFor(events, asOf) : null });
  }
  const values = knownValues(people);
  type Gathered = { values: readonly (string | null)[]; certain: Set<string>; all: Set<string>; days: Days[] };
  const cells = new Map<string, Gathered>();
  for (const [at, { person, places, days }] of people.entries()) {
    if (at % portion === 0) await breathe();
    for (const { values: found, certain } of combinations({ places }, values)) {
      const name = JSON.stringify(found);
      const cell = cells.get(name) ?? { values: found, certain: new Set<string>(), all: new Set<string>(), days: [] };
      cells.set(name, cell);
      if (cells.size > mostRows)
        throw new InvalidInput([
          { path: "groupBy", expected: `at most ${mostRows} rows: fewer keys`, received: `more than ${mostRows} rows` },
        ]);
      if (certain && !cell.certain.has(person) && days !== null) cell.days.push(days);
      if (certain) cell.certain.add(person);
      cell.all.add(person);
    }
  }
  return [...cells.values()].toSorted(byValues).map((cell) => ({
    ...{ values: cell.values, lower: cell.certain.size, upper: cell.all.size },
    ...{ median: medianOf(cell.days), people: [...cell.all].toSorted() },
  }));
}

const portion = 250;

/** Where somebody belongs by what their timeline tells of the moment. A status that is not definite is UNKNOWN, and may be any of those that it may be. */
function standing(key: StatusTallyKey, custody: Custody, areas: ReadonlyMap<string, Area>): Places {
  if (key === "STATUS")
    return {
      certain: [custody.status],
      possible: custody.status === "UNKNOWN" ? custody.possible.filter((each) => each !== "UNKNOWN") : [],
    };
  if (key === "STATUS_STATE") return { certain: [custody.state], possible: [] };
  if (!custody.possible.includes("DETAINED")) return { certain: [null], possible: [] };
  const places = custody.last.map((event) => (event === null || event.type === "RELEASE" ? null : placeBy(key, event, areas)));
  const found = [...new Set(places)];
  if (custody.status === "DETAINED" && found.length === 1) return { certain: found, possible: [] };
  return { certain: [null], possible: found.filter((place) => place !== null) };
}

type Area = { readonly country: string; readonly admin1: string | null };

function placeBy(key: StatusTallyKey, { facilityId, admin1 }: TimelineEvent, areas: ReadonlyMap<string, Area>): string | null {
  const facility = facilityId === null ? undefined : areas.get(facilityId);
  if (key === "FACILITY") return facility === undefined ? null : facilityId;
  if (key === "ADMIN1") return (facilityId === null ? admin1 : facility?.admin1) ?? null;
  return facility?.country ?? null;
}

/** Somebody who is held has been since the detention began; since when, nobody may know. */
function heldFor(events: readonly TimelineEvent[], asOf: Date): Days {
  const spell = latestSpell(events, asOf);
  const { lower, upper } = spell === undefined ? { lower: null, upper: null } : lengthOf(spell, asOf);
  return { lower: lower ?? 0, upper };
}

/** The median of durations each of which is known within bounds lies between the medians of the bounds. */
export function medianOf(days: readonly Days[]): Days {
  if (days.length === 0) return { lower: null, upper: null };
  const middle = (values: readonly number[]) => {
    const sorted = values.toSorted((one, other) => one - other);
    return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
  };
  const upper = middle(days.map((each) => each.upper ?? Number.POSITIVE_INFINITY));
  return { lower: middle(days.map((each) => each.lower ?? 0)), upper: Number.isFinite(upper) ? upper : null };
}

/** What is known of people by each key, as it was said then. */
async function readPeople(
  db: Db,
  viewer: Viewer,
  keys: readonly TallyKey[],
  { knownAt, ...clocks }: Clocks,
): Promise<Map<string, string[][]>> {
  if (keys.length === 0) return new Map();
  const past = knownAt == null ? null : pastOf(knownAt);
  const people = past && attributesAt(past, "Detainee", personColumns);
  const listed = Prisma.join(keys.map((key) => Prisma.sql`to_json(${column(key, viewer, { knownAt, ...clocks })})`));
  const read = Prisma.sql`SELECT person."id"::text, json_build_array(${listed}) AS "values" FROM ${people ?? Prisma.raw(`"Detainee"`)} AS person WHERE ${visibleSql(viewer, "person")}`;
  const rows = await db.$queryRaw<{ id: string; values: string[][] }[]>(past === null ? read : withLookedUp(past, read));
  return new Map(rows.map(({ id, values }) => [id, values]));
}

/** Where the facilities are that the viewer may see. */
async function readAreas(db: Db, viewer: Viewer, { knownAt }: Clocks): Promise<Map<string, Area>> {
  const past = knownAt == null ? null : pastOf(knownAt);
  const places = past && attributesAt(past, "Facility", ["id", "visibility", "admin1", "country"]);
  const read = Prisma.sql`SELECT place."id"::text, place."country", place."admin1" FROM ${places ?? Prisma.raw(`"Facility"`)} AS place WHERE ${visibleSql(viewer, "place")}`;
  const rows = await db.$queryRaw<({ id: string } & Area)[]>(past === null ? read : withLookedUp(past, read));
  return new Map(rows.map((row) => [row.id, row]));
}
