/** Timelines of many people, read as one value. */
import type { Db } from "../../db/database.ts";
import type { Prisma } from "../../db/generated/prisma/client.ts";
import { takeBreaths } from "../../db/statements/breath.ts";
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
];

// So that reading a portion of what the hub is made for takes a few milliseconds.
const portions = 64;

/**
 * The events among `source` (`eventsKnownAt`) that meet a condition on `known`, by person. In no particular order: `tell` gives one.
 * A value for some hundred people instead of a row an event: Prisma spends longer on mapping rows than PostgreSQL on finding them; one value for all would be read in one go.
 */
export async function readTimelinesWhere(db: Db, source: Prisma.Sql, condition: Prisma.Sql): Promise<Map<string, TimelineEvent[]>> {
  const rows = await db.$queryRaw<{ events: string }[]>`
    SELECT json_agg(json_build_array(known."person", known."id", known."type", extract(epoch FROM known."whenEarliest") * 1000, extract(epoch FROM known."whenLatest") * 1000, known."state",
      known."stage", known."outcome", known."conditions", known."facilityId", NULLIF(known."statedDetaineeId", known."person"), known."place"))::text AS "events"
    FROM ${source} AS known WHERE ${condition} GROUP BY hashtext(known."person"::text) & ${portions - 1}::int`;
  const date = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds));
  const timelines = new Map<string, TimelineEvent[]>();
  const breathe = takeBreaths();
  for (const row of rows) {
    await breathe();
    for (const [person, id, type, earliest, latest, state, stage, outcome, conditions, ...where] of JSON.parse(row.events) as Written[]) {
      const [facilityId, statedDetaineeId, place] = where;
      const event = { id, type, state, stage, outcome, facilityId, statedDetaineeId, place, conditions: conditions ?? [] };
      const timeline = timelines.get(person) ?? [];
      timelines.set(person, timeline);
      timeline.push({ ...event, whenEarliest: date(earliest), whenLatest: date(latest) });
    }
  }
  return timelines;
}
