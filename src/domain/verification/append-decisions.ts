/** Decisions are appended, never changed: how they are written, and what the feed is told of them. */
import type { Db } from "../../db/database.ts";
import type { VerificationState } from "../../db/generated/prisma/enums.ts";
import { rulesMissingSql } from "../history/rules-missing.ts";
import { newId } from "../identity.ts";
import { appendToFeed, type FeedEntry } from "../outbox.ts";
import { settleTimelinesWith } from "../timeline/settle-timelines.ts";
import type { Finding } from "./policy.ts";

export type Decision = {
  readonly event: { id: string; type: string; state: VerificationState; verificationId: string | null };
  readonly ordinal: number;
  readonly state: VerificationState;
  readonly finding: Finding;
  readonly decidedBy: string;
  readonly publicNote: string | null;
};

/** How the feed is told; an import tells at its end, for from then on other appends wait. */
export type Tell = (entries: readonly FeedEntry[]) => Promise<void> | void;
export const tellNow =
  (db: Db): Tell =>
  (entries) =>
    appendToFeed(db, entries);

/**
 * Writes decisions on events whose rows the transaction holds, moves the events to the new state, and tells the feed of every step into or out of VERIFIED, and of every change of what a verified release
 * rests on.
 */
export async function appendDecisions(db: Db, decisions: readonly Decision[], now: Date, tell = tellNow(db)): Promise<void> {
  if (decisions.length === 0) return;
  const rows = decisions.map(({ event, ordinal, state, finding, decidedBy, publicNote }) => {
    const { policyVersion, acknowledged, failedRules, claims, roots } = finding;
    const basis = { policyVersion, acknowledged, failedRules, claims, roots };
    return { id: newId(), eventId: event.id, ordinal, state, decidedBy, publicNote, ...basis };
  });
  // One statement, as changes wait for one another's: what a decision rests on refers to it, and that is looked at when the statement ends.
  await db.$executeRaw`
    WITH row AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row ("id" uuid, "eventId" uuid, "ordinal" int, "state" "VerificationState", "policyVersion" text,
        "acknowledged" boolean, "failedRules" jsonb, "decidedBy" text, "publicNote" text, "claims" jsonb, "roots" jsonb)),
      decision AS (INSERT INTO "Verification" ("id", "eventId", "ordinal", "state", "policyVersion", "acknowledged", "failedRules", "decidedBy", "publicNote", "decidedAt")
        SELECT "id", "eventId", "ordinal", "state", "policyVersion", "acknowledged", "failedRules", "decidedBy", "publicNote", ${now}::timestamptz FROM row),
      claim AS (INSERT INTO "_VerificationClaims" ("A", "B") SELECT "claim"::uuid, row."id" FROM row, jsonb_array_elements_text(row."claims") AS "claim")
    INSERT INTO "_VerificationRoots" ("A", "B") SELECT "root"::uuid, row."id" FROM row, jsonb_array_elements_text(row."roots") AS "root"`;
  await db.$executeRaw`
    UPDATE "CustodyEvent" AS event SET "state" = decision."state", "verificationId" = decision."id", "rulesMissing" = ${rulesMissingSql("decision")}
    FROM "Verification" AS decision WHERE decision."id" = ANY (${rows.map(({ id }) => id)}::uuid[]) AND event."id" = decision."eventId"`;

  const retold = decisions.filter(
    ({ event, state }) => event.verificationId === null || (event.state !== state && changesTimeline(event, state)),
  );
  await settleTimelinesWith(
    db,
    retold.map(({ event }) => event.id),
  );

  const entries: FeedEntry[] = [];
  for (const { event, state, publicNote } of decisions) {
    if (event.type !== "RELEASE" || (state !== "VERIFIED" && event.state !== "VERIFIED")) continue;
    const type = state !== "VERIFIED" ? "RELEASE_RETRACTED" : event.state === "VERIFIED" ? "RELEASE_AMENDED" : "RELEASE_VERIFIED";
    const told = { type, beforeState: event.state, afterState: state, publicNote, occurredAt: now } as const;
    entries.push({ ...told, releaseId: event.id });
    // Whoever heard of it under the id of a duplicate hears of its end there too.
    if (type === "RELEASE_RETRACTED") entries.push(...(await toldDuplicates(db, event.id)).map((releaseId) => ({ ...told, releaseId })));
  }
  await tell(entries);
}

async function toldDuplicates(db: Db, eventId: string): Promise<string[]> {
  const told = { where: { mergedIntoId: eventId, feedEvents: { some: {} } }, select: { id: true }, orderBy: { id: "asc" as const } };
  return (await db.custodyEvent.findMany(told)).map(({ id }) => id);
}

/** What is refuted is as if it were not there, and of a contested release nobody knows whether it set free: both change how a timeline is told. */
const changesTimeline = (event: { state: VerificationState }, state: VerificationState) =>
  [event.state, state].some((one) => one === "REFUTED" || one === "CONTESTED");
