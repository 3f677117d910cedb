/** A stock at many moments: SQL counts the turns of people whose moves lie far apart, and the timelines of the others are read. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { VerificationState } from "../../db/generated/prisma/enums.ts";
import { eventsKnownAt, readAsKnown, type InSituation } from "../history/events-known-at.ts";
import type { Clocks } from "../history/known-at.ts";
import { portionsSql, readTimelinesWhere, timelinesOf } from "../history/read-timelines.ts";
import { bringsPersonSql, hidesPersonSql, movesPersonSql } from "../timeline/event-effect.ts";
import type { TimelineEvent } from "../timeline/timeline-event.ts";
import type { Viewer } from "../viewer.ts";
import type { HubCount } from "./hub-count.ts";
import { countStock, type StockAsked } from "./hub-stock.ts";
import { countTurns, type StockTurn } from "./stock-turns.ts";

export type Status = "DETAINED" | "WHEREABOUTS_UNKNOWN";
type Stock = { readonly counts: HubCount[]; readonly decided: boolean };
type Turn = [
  many: number,
  earliest: number | null,
  latest: number | null,
  before: VerificationState | null,
  left: string | null,
  after: VerificationState | null,
  reached: string | null,
];
type Row = { readonly decided: boolean; readonly turns: string | null; readonly close: string[] | null };

/** The hub's count of a stock at each of the moments; those who look at how long detentions lasted are none of these. */
export async function readStock(
  db: Db,
  viewer: Viewer,
  status: Status,
  clocks: Clocks & InSituation,
  asked: readonly StockAsked[],
): Promise<Stock> {
  const { turns, close, decided } = await readTurns(db, viewer, status, clocks, asked);
  const counts = countTurns(turns, asked);
  if (close.length === 0) return { counts, decided };
  const timelines = await timelinesOf(close);
  const others = await countStock([...timelines.values()], status, asked);
  return { counts: counts.map((count, at) => sum(count, others[at]!)), decided };
}

/** The moves of all, as one timeline each. */
export async function readMoves(db: Db, viewer: Viewer, clocks: Clocks & InSituation): Promise<TimelineEvent[][]> {
  const timelines = await readTimelinesWhere(db, viewer, clocks, movesPersonSql("known"));
  return [...timelines.values()];
}

/**
 * Turns that are alike, of everybody whose moves lie so far apart that each of the moments reaches at most from one to the next; and the moves of the others, in portions. Moves lie so if one begins, at the earliest, as long
 * after the end of the one before as the longest of the moments takes. In whichever order rows stand, moves are in their true one if each ends before the next begins; otherwise they are close.
 */
async function readTurns(db: Db, viewer: Viewer, status: Status, clocks: Clocks & InSituation, asked: readonly StockAsked[]) {
  const leads = status === "DETAINED" ? bringsPersonSql("known") : hidesPersonSql("known");
  const places = [...new Set(asked.flatMap(({ facilities }) => [...(facilities ?? [])]))];
  const everywhere = asked.some(({ facilities }) => facilities === null);
  const place =
    places.length === 0 || status !== "DETAINED"
      ? Prisma.sql`NULL::uuid`
      : Prisma.sql`CASE WHEN known."facilityId" = ANY (${places}::uuid[]) THEN known."facilityId" END`;
  const longest = Math.max(0, ...asked.map(({ at }) => Number(at.latest ?? Infinity) - Number(at.earliest ?? -Infinity)));
  const apart = Number.isFinite(longest)
    ? Prisma.sql`(step."begins" - step."ended" >= ${longest}::float8 * interval '1 millisecond' AND NOT (step."began" = step."ended" AND step."earliest" = step."latest" AND step."ended" = step."earliest"))`
    : Prisma.sql`FALSE`;
  const [row] = await readAsKnown(clocks, (at, still) => {
    const known = eventsKnownAt(viewer, at);
    const there = everywhere
      ? Prisma.sql`TRUE`
      : Prisma.sql`known."person" IN (SELECT known."person" FROM ${known} AS known WHERE known."facilityId" = ANY (${places}::uuid[]) AND ${leads})`;
    return db.$queryRaw<Row[]>`
      WITH step AS (
        SELECT known."person", known."whenEarliest" AS "earliest", known."whenLatest" AS "latest", CASE WHEN ${leads} THEN known."state" END AS "after", CASE WHEN ${leads} THEN ${place} END AS "reached",
          CASE WHEN known."whenEarliest" = known."whenLatest" THEN known."whenEarliest" ELSE known."whenEarliest" + interval '1 millisecond' END AS "begins",
          row_number() OVER moves = 1 AS "first", lag(known."whenEarliest") OVER moves AS "began", lag(known."whenLatest") OVER moves AS "ended",
          lag(CASE WHEN ${leads} THEN known."state" END) OVER moves AS "before", lag(CASE WHEN ${leads} THEN ${place} END) OVER moves AS "left"
        FROM ${known} AS known WHERE ${movesPersonSql("known")} AND ${there}
        WINDOW moves AS (PARTITION BY known."person" ORDER BY known."ordinal")
      ), turn AS (SELECT step.*, bool_or(NOT step."first" AND ${apart} IS NOT TRUE) OVER (PARTITION BY step."person") AS "close" FROM step),
      alike AS (
        SELECT count(*) AS "many", turn."close", CASE WHEN NOT turn."close" THEN turn."earliest" END AS "earliest", CASE WHEN NOT turn."close" THEN turn."latest" END AS "latest",
          CASE WHEN NOT turn."close" THEN turn."before" END AS "before", CASE WHEN NOT turn."close" THEN turn."left" END AS "left",
          CASE WHEN NOT turn."close" THEN turn."after" END AS "after", CASE WHEN NOT turn."close" THEN turn."reached" END AS "reached",
          array_agg(turn."person") FILTER (WHERE turn."close" AND turn."first") AS "people"
        FROM turn GROUP BY 2, 3, 4, 5, 6, 7, 8
      )
      SELECT EXISTS (SELECT FROM ${known} AS known WHERE ${leads} AND known."state" = 'VERIFIED') OR NOT EXISTS (SELECT FROM ${known} AS known WHERE ${leads}) AS "decided",
        (SELECT json_agg(json_build_array("many", extract(epoch FROM "earliest") * 1000, extract(epoch FROM "latest") * 1000, "before", "left", "after", "reached")) FROM alike WHERE NOT "close")::text AS "turns",
        (SELECT array_agg(portion."events") FROM (${portionsSql(known, Prisma.sql`${movesPersonSql("known")} AND known."person" IN (SELECT unnest("people") FROM alike WHERE "close")`)}) AS portion) AS "close"
      WHERE ${still}`;
  });
  const turns = JSON.parse(row?.turns ?? "[]") as Turn[];
  return {
    decided: row!.decided,
    close: row!.close ?? [],
    turns: turns.map(([many, earliest, latest, before, left, after, reached]): StockTurn => ({
      ...{ many, earliest, latest, before: standOf(before, left), after: standOf(after, reached) },
    })),
  };
}

const standOf = (state: VerificationState | null, facilityId: string | null) => (state === null ? null : { state, facilityId });

function sum(one: HubCount, other: HubCount): HubCount {
  const both = { ...one };
  for (const part of Object.keys(both) as (keyof HubCount)[]) both[part] += other[part];
  return both;
}
