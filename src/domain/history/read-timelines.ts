/** Timelines of many people, read as one value. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import { takeBreaths } from "../../db/statements/breath.ts";
import { portionOf } from "../../db/portion.ts";
import type { Viewer } from "../viewer.ts";
import { eventsKnownAt, readAsKnown, type InSituation } from "./events-known-at.ts";
import type { Clocks } from "./known-at.ts";
import type { TimelineEvent } from "../timeline/timeline-event.ts";

type Written = [
  person: string,
  id: string,
  type: TimelineEvent["type"],
  earliest: number | null,
  latest: number | null,
  state: TimelineEvent["state"],
  stage: TimelineEvent["stage"],
  outcome: TimelineEvent["outcome"],
  conditions: TimelineEvent["conditions"] | null,
  facilityId: string | null,
  statedDetaineeId: string | null,
  place: string | null,
  admin1: string | null,
  locality: string | null,
];

/** The events that were known and meet a condition on `known`, by person. In no particular order: `tell` gives one. */
export async function readTimelinesWhere(
  db: Db,
  viewer: Viewer,
  clocks: Clocks & InSituation,
  condition: Prisma.Sql,
): Promise<Map<string, TimelineEvent[]>> {
  return timelinesIn(
    await readAsKnown(clocks, (at, still) => readEvents(db, eventsKnownAt(viewer, at), Prisma.sql`${condition} AND ${still}`, still)),
  );
}

/** All events of a table expression in the shape of `eventsKnownAt`. */
export async function readTimelinesFrom(db: Db, source: Prisma.Sql): Promise<Map<string, TimelineEvent[]>> {
  return timelinesIn(await readEvents(db, source, Prisma.sql`TRUE`, Prisma.sql`FALSE`));
}

/** A value a portion, and one row that says that there may be none. */
function readEvents(db: Db, source: Prisma.Sql, condition: Prisma.Sql, still: Prisma.Sql): Promise<{ events: string }[]> {
  return db.$queryRaw<{ events: string }[]>`${portionsSql(source, condition)} UNION ALL SELECT '[]' WHERE ${still}`;
}

/** As part of a statement: in rows of one column, "events", what `timelinesOf` reads. */
export function portionsSql(source: Prisma.Sql, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT ${eventsSql} AS "events" FROM ${source} AS known WHERE ${condition} GROUP BY ${portionOf(Prisma.sql`known."person"`)}`;
}

/** The events of a few people in one value, which `timelinesOf` reads too; null of none. */
export const portionSql = (source: Prisma.Sql): Prisma.Sql => Prisma.sql`(SELECT ${eventsSql} FROM ${source} AS known)`;

const eventsSql = Prisma.sql`
  json_agg(json_build_array(known."person", known."id", known."type", extract(epoch FROM known."whenEarliest") * 1000, extract(epoch FROM known."whenLatest") * 1000, known."state",
    known."stage", known."outcome", known."conditions", known."facilityId", NULLIF(known."statedDetaineeId", known."person"), known."place", known."admin1", known."locality"))::text`;

export const timelinesOf = (portions: readonly string[]): Promise<Map<string, TimelineEvent[]>> =>
  timelinesIn(portions.map((events) => ({ events })));

async function timelinesIn(rows: readonly { events: string }[]): Promise<Map<string, TimelineEvent[]>> {
  const date = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds));
  const timelines = new Map<string, TimelineEvent[]>();
  const breathe = takeBreaths();
  for (const row of rows) {
    await breathe();
    for (const [person, id, type, earliest, latest, state, stage, outcome, conditions, ...where] of JSON.parse(row.events) as Written[]) {
      const [facilityId, statedDetaineeId, place, admin1, locality] = where;
      const event = {
        id,
        type,
        state,
        stage,
        outcome,
        facilityId,
        statedDetaineeId,
        place,
        admin1,
        locality,
        conditions: conditions ?? [],
      };
      const timeline = timelines.get(person) ?? [];
      timelines.set(person, timeline);
      timeline.push({ ...event, whenEarliest: date(earliest), whenLatest: date(latest) });
    }
  }
  return timelines;
}
