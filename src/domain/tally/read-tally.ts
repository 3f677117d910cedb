/** Reads what a table of the hub's own count is made from. The rule is in tally.ts. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { CustodyEventType, VerificationState } from "../../db/generated/prisma/enums.ts";
import { InvalidInput } from "../../errors.ts";
import { takeBreaths } from "../../db/statements/breath.ts";
import { portionOf } from "../../db/portion.ts";
import { liveClaimSql } from "../history/claim-status.ts";
import { eventsKnownAt } from "../history/events-known-at.ts";
import { saidOfEvent, type Clocks } from "../history/known-at.ts";
import { openTable, pastOf, tableSql, withLookedUp, type Model, type Past } from "../history/past-tables.ts";
import * as place from "../history/place.ts";
import { readMembers } from "../counting/members.ts";
import { requireFacility } from "../records/facility.ts";
import { bucketsBetween, type Bucket, type Interval } from "../time/buckets.ts";
import { beginningOfTime, instant, within } from "../time/compare.ts";
import { tookPlaceSql } from "../timeline/event-effect.ts";
import { visibleSql, type Viewer } from "../viewer.ts";
import { dayZone } from "./day-zone.ts";
import { placesInTime, placesOf, tallyOf, TooManyCells, type Cell, type Placed, type Places } from "./tally.ts";

const timeKeys: readonly string[] = ["DAY", "WEEK", "MONTH"] satisfies Interval[];
export const tallyKeys = [
  ...(["DAY", "WEEK", "MONTH", "FACILITY", "ADMIN1", "NATIONALITY", "SEX", "AGE_GROUP"] as const),
  ...(["CIVIL_MILITARY", "OUTCOME", "CONDITION", "CAUSE", "STATE", "TYPE", "COUNTRY", "LOCALITY"] as const),
  ...(["OCCUPATION", "ETHNICITY", "CHARGE", "SENTENCE"] as const),
];
export type TallyKey = (typeof tallyKeys)[number];

export type TallyAsked = {
  /** Events of one of these types. */
  readonly of: readonly CustodyEventType[];
  /** The id of one situation; all where it is null. */
  readonly situation: string | null;
  readonly groupBy: readonly TallyKey[];
  readonly facility: string | null;
  /** Of whom, as it is stored; everybody where it is empty. */
  readonly breakdown: readonly string[];
  readonly since: Date | null;
  readonly until: Date | null;
  readonly includePossible: boolean;
  readonly states: readonly VerificationState[] | null;
  readonly timeZone: string | null;
} & place.Reach;

export const mostRows = 2000;
export const mostKeys = 3;
/** A span over more intervals than these is not looked for in any of them: its time is not known. */
const mostIntervals = 400;

/**
 * Of the events of some types, the people whom they happened to, by the keys.
 * @throws InvalidInput for too many keys or rows, NotFound unless the viewer can see the facility
 */
export async function tally(db: Db, viewer: Viewer, asked: TallyAsked): Promise<Cell[]> {
  const keys = [...new Set(asked.groupBy)];
  if (keys.length === 0 || keys.length > mostKeys)
    throw new InvalidInput([{ path: "groupBy", expected: `1 to ${mostKeys} keys`, received: `${keys.length}` }]);
  const zone = keys.some((key) => timeKeys.includes(key)) ? await dayZone(db, viewer, asked.timeZone, asked.situation) : "UTC";
  const members =
    asked.breakdown.length === 0
      ? null
      : await readMembers(
          db,
          viewer,
          asked.breakdown,
          asked.of.every((type) => type === "DEATH"),
          asked,
        );
  const certain = members && new Set(members.certain);
  const rows = await readRows(db, viewer, asked, keys, members && [...members.certain, ...members.possible]);
  const window = {
    start: asked.since === null ? beginningOfTime : instant(asked.since),
    end: instant(asked.until ?? Number.POSITIVE_INFINITY),
  };
  const inside = (row: Row) => within(row, window.start, window.end);
  const placed: Placed[] = [];
  const known = new Map<string, Places>();
  const breathe = takeBreaths();
  for (const row of rows) {
    await breathe();
    if (inside(row) === "CERTAIN" || (asked.includePossible && inside(row) === "POSSIBLE"))
      placed.push({ ...row, places: keys.map((key, at) => placesIn(known, key, row, row.values[at]!, zone)) });
  }
  try {
    return await tallyOf(placed, (row) => inside(row as Row) === "CERTAIN" && (certain === null || certain.has(row.person)), mostRows);
  } catch (error) {
    if (!(error instanceof TooManyCells)) throw error;
    throw new InvalidInput([
      { path: "groupBy", expected: `at most ${mostRows} rows: fewer keys, longer intervals or a shorter time`, received: error.message },
    ]);
  }
}

/** The same time lies in the same intervals, whoever's it is. */
function placesIn(known: Map<string, Places>, key: TallyKey, row: Row, values: readonly string[], zone: string): Places {
  if (!timeKeys.includes(key)) return placesOf(values);
  const time = `${key} ${row.earliest} ${row.latest}`;
  const places = known.get(time) ?? placesBy(key, row, zone);
  known.set(time, places);
  return places;
}

function placesBy(key: TallyKey, row: Row, zone: string): Places {
  if (row.earliest === null || row.latest === null) return placesInTime(row, null);
  const buckets = bucketsBetween(
    new Date(row.earliest),
    new Date(row.latest + (row.earliest === row.latest ? 1 : 0)),
    key as Interval,
    zone,
    mostIntervals,
  );
  if (buckets.length > mostIntervals) return placesInTime(row, null);
  // A window takes in its end and not its beginning; an instant that is the end of one interval lies in the next.
  const shift = row.earliest === row.latest ? 1 : 0;
  const windowOf = ({ begins, ends }: Bucket) => ({
    start: instant(begins.getTime() - shift),
    end: instant(ends.getTime() - shift),
  });
  return placesInTime(
    row,
    buckets.map((bucket) => ({ name: bucket.name, window: windowOf(bucket) })),
  );
}

type Row = Placed & { readonly values: readonly (readonly string[])[] };

/** What is known of an event by a key, as a list in SQL; what is not known is an empty one. */
export function column(key: TallyKey, viewer: Viewer, clocks: Clocks): Prisma.Sql {
  switch (key) {
    case "FACILITY":
      return Prisma.sql`array_remove(ARRAY[facility."id"::text], NULL)`;
    case "ADMIN1":
      return Prisma.sql`array_remove(ARRAY[COALESCE(facility."admin1", known."admin1")], NULL)`;
    case "NATIONALITY":
      return Prisma.sql`COALESCE(person."nationalities", '{}')`;
    case "SEX":
      return Prisma.sql`array_remove(ARRAY[person."sex"::text], 'UNKNOWN')`;
    case "AGE_GROUP":
      return Prisma.sql`array_remove(ARRAY[person."ageGroup"::text], 'UNKNOWN')`;
    case "CIVIL_MILITARY":
      return Prisma.sql`array_remove(ARRAY[person."civilMilitary"::text], 'UNKNOWN')`;
    case "OUTCOME":
      return Prisma.sql`array_remove(array_remove(ARRAY[known."outcome"::text], NULL), 'UNKNOWN')`;
    case "CONDITION":
      return Prisma.sql`COALESCE(known."conditions"::text[], '{}')`;
    case "CAUSE":
      return Prisma.sql`ARRAY(SELECT DISTINCT claim."cause" FROM "Claim" AS claim WHERE ${saidOfEvent(clocks.knownAt, "claim", "known")} AND claim."cause" IS NOT NULL
        AND claim."stance" = 'SUPPORTS' AND ${liveClaimSql(clocks, "claim")} AND ${visibleSql(viewer, "claim")})`;
    case "STATE":
      return Prisma.sql`ARRAY[known."state"::text]`;
    case "TYPE":
      return Prisma.sql`ARRAY[known."type"::text]`;
    case "COUNTRY":
      return Prisma.sql`array_remove(ARRAY[COALESCE(facility."country", known."country")], NULL)`;
    case "LOCALITY":
      return Prisma.sql`array_remove(ARRAY[known."locality"], NULL)`;
    case "OCCUPATION":
      return Prisma.sql`COALESCE(person."occupations", '{}')`;
    case "ETHNICITY":
      return Prisma.sql`COALESCE(person."ethnicities", '{}')`;
    case "CHARGE":
      return Prisma.sql`COALESCE(known."charges", '{}')`;
    case "SENTENCE":
      return Prisma.sql`array_remove(ARRAY[known."sentence"::text], NULL)`;
    default:
      return Prisma.sql`'{}'::text[]`;
  }
}

/** What records said at the moment, as a table. */
export const attributesAt = (past: Past, model: Model, columns: readonly string[]) =>
  tableSql({ ...openTable(past, model), columns: new Set(columns) });

export const personColumns = [
  ...["id", "visibility", "nationalities", "occupations", "ethnicities"],
  ...["sex", "ageGroup", "civilMilitary"],
] as const;

type Told = [person: string, earliest: number | null, latest: number | null, state: VerificationState, values: string[][]];

/** A value for some hundred people, as timelines are read. */
async function readRows(
  db: Db,
  viewer: Viewer,
  { of, situation, facility, states, knownAt, publishedUntil, includeParts }: TallyAsked,
  keys: readonly TallyKey[],
  members: readonly string[] | null,
): Promise<Row[]> {
  const clocks = { knownAt, publishedUntil, situation, ...(members && { people: members }) };
  if (facility !== null) await requireFacility(db, viewer, facility);
  const [asked] = facility === null ? [] : await place.placesOf(db, viewer, [facility], { ...clocks, includeParts });
  const there = asked === undefined ? Prisma.empty : Prisma.sql`AND known."facilityId" = ANY (${[...asked.facilities]}::uuid[])`;
  const decided = states === null ? Prisma.empty : Prisma.sql`AND known."state"::text = ANY (${states}::text[])`;
  const past = knownAt == null ? null : pastOf(knownAt);
  const people = past && attributesAt(past, "Detainee", personColumns);
  const places = past && attributesAt(past, "Facility", ["id", "visibility", "admin1", "country"]);
  const listed = Prisma.join(keys.map((key) => Prisma.sql`to_json(${column(key, viewer, clocks)})`));
  const rowsSql = Prisma.sql`SELECT json_agg(json_build_array(known."person", extract(epoch FROM known."whenEarliest") * 1000, extract(epoch FROM known."whenLatest") * 1000, known."state", json_build_array(${listed})))::text AS "told"
    FROM ${eventsKnownAt(viewer, clocks)} AS known
    JOIN ${people ?? Prisma.raw(`"Detainee"`)} AS person ON person."id" = known."person" AND ${visibleSql(viewer, "person")}
    LEFT JOIN ${places ?? Prisma.raw(`"Facility"`)} AS facility ON facility."id" = known."facilityId" AND ${visibleSql(viewer, "facility")}
    WHERE known."type"::text = ANY (${[...of]}::text[]) AND ${tookPlaceSql("known")} ${there} ${decided}
    GROUP BY ${portionOf(Prisma.sql`known."person"`)}`;
  const rows: Row[] = [];
  const breathe = takeBreaths();
  for (const portion of await db.$queryRaw<{ told: string }[]>(past === null ? rowsSql : withLookedUp(past, rowsSql))) {
    await breathe();
    for (const [person, earliest, latest, state, values] of JSON.parse(portion.told) as Told[])
      rows.push({ person, earliest, latest, state, values, places: [] });
  }
  return rows;
}
