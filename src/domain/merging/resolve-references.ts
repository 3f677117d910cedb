/** Resolved references: after a merge or its undo, the rows that refer to one of the records point to the record that it is merged into now, or to itself. */
import type { MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { Db } from "../../db/database.ts";
import { settings } from "../../db/locks.ts";
import { appendToFeed } from "../outbox.ts";
import { eventsRestingOn } from "../verification/events-resting-on.ts";
import { settleTimelines, settleTimelinesWith } from "../timeline/settle-timelines.ts";
import { reevaluate, reevaluateTimelines } from "../verification/verification.ts";

/** The columns that refer to each noun: the resolved one, and the stated one beside it. */
const references: Readonly<Record<MatchedNoun, readonly (readonly [table: string, resolved: string, stated: string])[]>> = {
  Detainee: [
    ["CustodyEvent", "detaineeId", "statedDetaineeId"],
    ["PersonName", "detaineeId", "statedDetaineeId"],
  ],
  // Which facility is part of which follows in the database (trigger `keep_part_of`): what is stated of several records is one whole.
  Facility: [
    ["CustodyEvent", "facilityId", "statedFacilityId"],
    ["Claim", "facilityId", "statedFacilityId"],
  ],
  Source: [
    ["Claim", "assertedById", "statedAssertedById"],
    ["Claim", "aboutSourceId", "statedAboutSourceId"],
    ["Document", "publisherId", "statedPublisherId"],
    ["Definition", "sourceId", "statedSourceId"],
  ],
  CustodyEvent: [["Claim", "eventId", "statedEventId"]],
};

/**
 * Resolves all records that are, or were, merged with the given ones: sets `mergedIntoId` of each, updates the references to them, evaluates the events that depend on them again, and appends
 * ReleaseAmended to the feed for every verified release that was moved to another person or facility, or for which another stands from now on.
 */
export async function resolveReferences(db: Db, noun: MatchedNoun, roots: readonly string[], now: Date): Promise<void> {
  const table = Prisma.raw(`"${noun}"`);
  // While this is on, the triggers do not copy resolved references into the stated columns.
  await db.$executeRaw`SELECT set_config(${settings.resolving}, 'on', true)`;
  const affected = await db.$queryRaw<{ id: string; canonicalId: string | null }[]>`
    WITH identity AS (SELECT * FROM identity_at(${noun}::"MatchedNoun", 'infinity'))
    SELECT record."id", identity."canonicalId" FROM ${table} AS record LEFT JOIN identity ON identity."id" = record."id"
    WHERE record."id" = ANY (${roots}::uuid[]) OR record."mergedIntoId" = ANY (${roots}::uuid[]) OR identity."canonicalId" = ANY (${roots}::uuid[])`;
  const [ids, canonicalIds] = [affected.map(({ id }) => id), affected.map(({ canonicalId }) => canonicalId)];
  // Update the referencing rows first: when a record's visibility changes, the trigger passes it on to the rows that refer to it, so it must find each row under its final record.
  const movedRows: Record<string, string[]> = {};
  for (const [referring, resolved, stated] of references[noun]) {
    const [where, to, from] = [Prisma.raw(`"${referring}"`), Prisma.raw(`"${resolved}"`), Prisma.raw(`"${stated}"`)];
    const moved = await db.$queryRaw<{ id: string }[]>`
      UPDATE ${where} AS row SET ${to} = COALESCE(record."canonicalId", record."id") FROM unnest(${ids}::uuid[], ${canonicalIds}::uuid[]) AS record("id", "canonicalId")
      WHERE row.${from} = record."id" AND row.${to} IS DISTINCT FROM COALESCE(record."canonicalId", record."id")
      RETURNING row."id"`;
    movedRows[referring] = [...(movedRows[referring] ?? []), ...moved.map(({ id }) => id)];
  }
  const joined = await db.$queryRaw<{ id: string }[]>`
    UPDATE ${table} AS record SET "mergedIntoId" = touched."canonicalId" FROM unnest(${ids}::uuid[], ${canonicalIds}::uuid[]) AS touched("id", "canonicalId")
    WHERE record."id" = touched."id" AND record."mergedIntoId" IS DISTINCT FROM touched."canonicalId" RETURNING record."id"`;
  const { CustodyEvent: moved = [], Claim: movedClaims = [] } = movedRows;
  // Rows that were moved to a hidden record are hidden with it.
  await db.$executeRaw`
    UPDATE "CustodyEvent" AS event SET "visibility" = person."visibility" FROM "Detainee" AS person
    WHERE event."id" = ANY (${moved}::uuid[]) AND person."id" = event."detaineeId" AND event."visibility" <> person."visibility"`;
  await db.$executeRaw`
    UPDATE "Claim" AS claim SET "visibility" = visibility_of_claim(claim) WHERE "id" = ANY (${movedClaims}::uuid[]) AND "visibility" <> visibility_of_claim(claim)`;
  if (noun === "Detainee") {
    await db.$executeRaw`UPDATE "Claim" AS claim SET "detaineeId" = event."detaineeId" FROM "CustodyEvent" AS event
    WHERE event."id" = ANY (${moved}::uuid[]) AND claim."eventId" = event."id"`;
    await settleTimelines(db, ids);
  }
  // Which events tell one thing twice, and where a person is held, is said by places.
  if (noun === "Facility") await settleTimelinesWith(db, moved);
  if (noun === "Source") await reevaluate(db, await eventsRestingOn(db, { sources: ids, documents: [] }), now);
  // Those that were moved stand in another timeline; those that stayed have lost or won others.
  if (noun === "Detainee") {
    const beside = await db.custodyEvent.findMany({ where: { detaineeId: { in: ids } }, select: { id: true } });
    await reevaluateTimelines(
      db,
      beside.map(({ id }) => id),
      now,
    );
  }
  if (noun === "CustodyEvent") {
    await settleTimelinesWith(db, ids);
    await reevaluateTimelines(db, ids, now);
  }
  await appendAmended(db, noun === "CustodyEvent" ? joined.map(({ id }) => id) : moved, now);
  await db.$executeRaw`SELECT set_config(${settings.resolving}, 'off', true)`;
}

async function appendAmended(db: Db, eventIds: readonly string[], now: Date): Promise<void> {
  const verified = await db.custodyEvent.findMany({
    where: { id: { in: [...eventIds] }, type: "RELEASE", state: "VERIFIED" },
    select: { id: true, feedEvents: { orderBy: { seq: "desc" }, take: 1, select: { type: true } } },
    orderBy: { id: "asc" },
  });
  // What had fallen with the event that stood for it, and stands for itself again, is news to whoever heard of its end.
  const entries = verified.map(({ id, feedEvents }) => ({
    type: feedEvents[0]?.type === "RELEASE_RETRACTED" ? ("RELEASE_VERIFIED" as const) : ("RELEASE_AMENDED" as const),
    releaseId: id,
    beforeState: "VERIFIED" as const,
    afterState: "VERIFIED" as const,
    publicNote: null,
    occurredAt: now,
  }));
  await appendToFeed(db, entries);
}
