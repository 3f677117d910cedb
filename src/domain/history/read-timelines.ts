/** Timelines of many people, read as one value. */
import type { Db } from "../../db/database.ts";
import type { Prisma } from "../../db/generated/prisma/client.ts";
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
];

/**
 * The events among `source` (`eventsKnownAt`) that meet a condition on `known`, by person. In no particular order: `tell` gives one.
 * One value instead of a row an event: Prisma spends longer on mapping rows than PostgreSQL on finding them.
 */
export async function readTimelinesWhere(db: Db, source: Prisma.Sql, condition: Prisma.Sql): Promise<Map<string, TimelineEvent[]>> {
  const [row] = await db.$queryRaw<{ events: string | null }[]>`
    SELECT json_agg(json_build_array(known."person", known."id", known."type", extract(epoch FROM known."whenEarliest") * 1000, extract(epoch FROM known."whenLatest") * 1000, known."state",
      known."stage", known."outcome", known."conditions", known."facilityId"))::text AS "events"
    FROM ${source} AS known WHERE ${condition}`;
  const date = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds));
  const events = (JSON.parse(row?.events ?? "[]") as Written[]).map(
    ([person, id, type, earliest, latest, state, stage, outcome, conditions, facilityId]) => ({
      ...{ person, id, type, state, stage, outcome, facilityId, conditions: conditions ?? [] },
      whenEarliest: date(earliest),
      whenLatest: date(latest),
    }),
  );
  return Map.groupBy(events, ({ person }) => person);
}
