/** amendEvent: a better date, another place, a condition learnt later. The event stays the same one: its claims and decisions go on, and the policy looks at it again. */
import type * as z from "zod";
import { eventDraft, eventRow, requireAge } from "../records/custody-event.ts";
import { requireFacility } from "../records/facility.ts";
import { settleTimelinesWith } from "../timeline/settle-timelines.ts";
import { spanOf } from "../time/span.ts";
import { eventsOfSamePeople } from "../verification/evidence.ts";
import { saysOtherThanVerified, type Attested } from "../verification/attested.ts";
import { lockEvent } from "../verification/hold-people.ts";
import { reevaluate, requireStanding } from "../verification/verification.ts";
import { appendToFeed, type FeedEntry } from "../outbox.ts";
import type { Db } from "../../db/database.ts";
import type { CustodyEvent } from "../../db/generated/prisma/client.ts";
import { requireOneOf } from "../viewer.ts";
import { amendment, type Columns } from "./amend.ts";
import { amendedReleases } from "./tell-amended.ts";

/** What of an event can be corrected, by column. Another person's, or of another type, is another event. */
export function eventColumns(draft: z.output<typeof eventDraft>, recordedAt: Date): Columns {
  const { facilityId, detaineeId: _, type: __, ...columns } = eventRow(draft, recordedAt);
  return { ...columns, statedFacilityId: facilityId };
}

export const amendEvent = amendment("amendEvent", {
  noun: "CustodyEvent",
  field: "event",
  draft: eventDraft,
  read: async (db, viewer, eventId) => ({ ...(await lockEvent(db, viewer, eventId)) }),
  asInput: (row) => ({
    ...row,
    detainee: row.statedDetaineeId,
    when: spanOf("when", row),
    sentenceEnds: spanOf("sentenceEnds", row),
    facility: row.statedFacilityId,
  }),
  columns: (draft, row) => eventColumns(draft, row.recordedAt),
  async require(db, viewer, changed, row) {
    requireStanding(row);
    if ("age" in changed) await requireAge(db, row.statedDetaineeId!, changed["age"] as number | null);
    const facility = changed["statedFacilityId"];
    if (typeof facility === "string") await requireFacility(db, viewer, facility);
    if (row.state === "VERIFIED" && saysOtherThanVerified(attested(row), attested({ ...row, ...changed })))
      requireOneOf(viewer, ["VERIFIER", "EDITOR"], "what was verified of this event: its time, its place or its stage");
  },
  follow: (db, { id }, _changed, now) => followEvents(db, [id], now),
});

type Placed = Pick<CustodyEvent, "place" | "country" | "admin1" | "locality">;
const attested = (row: Pick<CustodyEvent, "whenEarliest" | "whenLatest" | "statedFacilityId" | "stage"> & Placed): Attested => ({
  ...{ earliest: row.whenEarliest, latest: row.whenLatest },
  ...{ facilityId: row.statedFacilityId, stage: row.stage },
  ...{ place: row.place, country: row.country, admin1: row.admin1, locality: row.locality },
});

/**
 * After the particulars of events have changed: their timelines are settled, and the policy looks at them. What is verified stays so as long as the evidence bears it as it is now, with its place on the
 * timeline, and the feed tells it as amended, once; what the evidence no longer bears is told as the policy finds it.
 */
export async function followEvents(db: Db, eventIds: readonly string[], now: Date): Promise<void> {
  await settleTimelinesWith(db, eventIds);
  const entries: FeedEntry[] = [];
  const amended = new Set(eventIds);
  await reevaluate(db, await eventsOfSamePeople(db, eventIds), now, (more) => void entries.push(...more), amended);
  const told = new Set(entries.map(({ releaseId }) => releaseId));
  const others = await amendedReleases(db, { id: { in: eventIds.filter((id) => !told.has(id)) } }, now);
  await appendToFeed(db, [...entries, ...others]);
}
