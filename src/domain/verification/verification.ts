/** Verification: what the policy finds of an event, and what the feed is told of it. Decisions are appended, never changed; what people decide is in decision.ts. */
import type { Db } from "../../db/database.ts";
import type { Verification } from "../../db/generated/prisma/client.ts";
import type { VerificationState, Visibility } from "../../db/generated/prisma/enums.ts";
import { Busy, Conflict, NotFound } from "../../errors.ts";
import { byPolicy, rulesMissingSql } from "../history/rules-missing.ts";
import { eventsOfSamePeople, gatherEvidence, holdersOf } from "./evidence.ts";
import { newId } from "../identity.ts";
import { appendToFeed, type FeedEntry } from "../outbox.ts";
import { evaluate, holdsWithout, type Evidence, type Finding } from "./policy.ts";
import { policyInForce } from "./policy-in-force.ts";
import type { RuleFailure } from "./rule-failure.ts";
import { settleTimelinesWith } from "../timeline/settle-timelines.ts";
import { mayKnow, mostHidden, visibleWhere, type Viewer } from "../viewer.ts";

const retryAfterSeconds = 30;

export type Decision = {
  readonly event: { id: string; type: string; state: VerificationState; verificationId: string | null };
  readonly ordinal: number;
  readonly state: VerificationState;
  readonly finding: Finding;
  readonly decidedBy: string;
  readonly publicNote: string | null;
};

/**
 * Holds an event until the transaction ends, with the others of the person, which a decision on it bears on, and reads it with the decision in force. Changes wait for each other already; only an import
 * can hold an event for long: whoever waited for it here would hold the recording clock meanwhile, and whoever took the others later would do so in another order than it.
 * @throws NotFound unless the viewer can see the event
 * @throws Busy when an import is looking at it
 */
export async function lockEvent(db: Db, viewer: Viewer, eventId: string) {
  const free = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "CustodyEvent" WHERE "detaineeId" = (SELECT "detaineeId" FROM "CustodyEvent" WHERE "id" = ${eventId}::uuid)
    ORDER BY "id" FOR NO KEY UPDATE SKIP LOCKED`;
  const event = await db.custodyEvent.findFirst({ where: { id: eventId, ...visibleWhere(viewer) }, include: { verification: true } });
  if (!event) throw new NotFound("custody event", eventId);
  if (free.length < (await db.custodyEvent.count({ where: { detaineeId: event.detaineeId } })))
    throw new Busy(
      `An import is looking at the evidence on this event. Nothing was written: try again in ${retryAfterSeconds} s.`,
      retryAfterSeconds,
    );
  return event;
}

/** @throws Conflict when another event stands for this one: that one is decided on, and corrected */
export function requireStanding({ mergedIntoId }: { mergedIntoId: string | null }): void {
  if (mergedIntoId !== null)
    throw new Conflict(
      "This event was judged to be a duplicate. Read its sameAs, which stands for both, and go on with that one; or undo the judgement.",
    );
}

type Current = Verification & { claims: { id: string; visibility: Visibility }[]; roots: { id: string }[] };

/**
 * Applies the policy in force to the events again and appends a decision for each whose finding is new. What a person decided stands as long as the evidence bears it, of claims as hidden as those that they
 * relied on; when what is told of that evidence is no longer the same, the decision is appended anew. Returns how many events have another state than before. `amended` are those whose own
 * particulars have changed.
 */
export async function reevaluate(
  db: Db,
  given: readonly string[],
  now: Date,
  tell = tellNow(db),
  amended: ReadonlySet<string> = new Set(),
): Promise<number> {
  if (given.length === 0) return 0;
  // An import does this without the recording clock: without the rows' locks, always taken in one order, it and a person's decision would each look past the other.
  // Of an event for which another stands, that one is looked at: the evidence is its own.
  const locked = await db.$queryRaw<{ id: string; mergedIntoId: string | null }[]>`
    SELECT "id", "mergedIntoId" FROM "CustodyEvent" WHERE "id" = ANY (${given}::uuid[]) OR "id" IN (SELECT "mergedIntoId" FROM "CustodyEvent" WHERE "id" = ANY (${given}::uuid[]))
    ORDER BY "id" FOR NO KEY UPDATE`;
  const eventIds = locked.flatMap(({ id, mergedIntoId }) => (mergedIntoId === null ? [id] : []));
  const policy = await policyInForce(db);
  const evidence = await gatherEvidence(db, eventIds);
  const events = await db.custodyEvent.findMany({
    where: { id: { in: [...eventIds] } },
    include: { verification: { include: { claims: { select: { id: true, visibility: true } }, roots: { select: { id: true } } } } },
  });
  const sight = new Map(
    events.flatMap(({ id, visibility, verification: current }) => {
      const relied =
        current?.state === "VERIFIED" ? mostHidden([visibility, ...current.claims.map((claim) => claim.visibility)]) : visibility;
      return relied === visibility ? [] : [[id, relied]];
    }),
  );
  const more = sight.size === 0 ? evidence : await gatherEvidence(db, [...sight.keys()], sight);
  const holders = await holdersOf(
    db,
    events.flatMap(({ verification }) => verification?.decidedBy ?? []),
  );
  const decisions = events.flatMap((event): Decision[] => {
    const current = event.verification;
    const found = evidence.get(event.id)!;
    // Whether it fits the timeline was asked when a person verified it; what comes on record later has to fit it in its turn, and never takes it back. It is asked again of what was itself corrected.
    const asked = current?.state === "VERIFIED" && !amended.has(event.id);
    const judged = (gathered: Evidence): Evidence => (asked ? { ...gathered, timeline: [] } : gathered);
    const finding = evaluate(policy, judged(found), now);
    const relied = judged(more.get(event.id) ?? found);
    const next = { event, ordinal: (current?.ordinal ?? 0) + 1 };
    const stands =
      current !== null &&
      current.decidedBy !== byPolicy &&
      (current.state === "REFUTED" ||
        current.state === "CONTESTED" ||
        (current.state === "VERIFIED" && holdsWithout(policy, relied, holders.get(current.decidedBy)!, now)));
    if (stands) {
      if (current.state !== "VERIFIED" || sameBasis(current, finding, event.visibility)) return [];
      return [
        {
          ...next,
          state: "VERIFIED",
          finding: verifiedOn(finding, evaluate(policy, relied, now)),
          decidedBy: current.decidedBy,
          publicNote: current.publicNote,
        },
      ];
    }
    if (current && sameFinding(current, finding)) return [];
    const publicNote = finding.state === "CONTESTED" ? "A claim that is on record disputes this." : null;
    return [{ ...next, state: finding.state, finding, decidedBy: byPolicy, publicNote }];
  });
  await appendDecisions(db, decisions, now, tell);
  const moved = decisions.filter(({ event, state }) => event.verificationId !== null && event.state !== state);
  return moved.length + (await reevaluateBeside(db, moved, now, tell));
}

// What other events of a person are judged by, beside what is recorded of them.
const weighing: readonly VerificationState[] = ["VERIFIED", "CONTESTED", "REFUTED"];

/** After decisions: looks again at the other events of the people of those that begin or cease to speak against others. Returns how many have another state than before. */
export async function reevaluateBeside(db: Db, decisions: readonly Decision[], now: Date, tell = tellNow(db)): Promise<number> {
  const turned = decisions.filter(
    ({ event, state }) => event.state !== state && [event.state, state].some((each) => weighing.includes(each)),
  );
  if (turned.length === 0) return 0;
  const decided = new Set(turned.map(({ event }) => event.id));
  const beside = (await eventsOfSamePeople(db, [...decided])).filter((id) => !decided.has(id));
  return reevaluate(db, beside, now, tell);
}

/** `reevaluate` for events that are new on a timeline, or moved to another: with all events of the same people. */
export async function reevaluateTimelines(db: Db, eventIds: readonly string[], now: Date): Promise<number> {
  return reevaluate(db, await eventsOfSamePeople(db, eventIds), now);
}

/** What a person's verification says: of what is as visible as the event the origins, and all the claims that it relies on, of which everybody is shown those that they may see. */
export function verifiedOn(told: Finding, relied: Finding): Finding {
  return { ...told, claims: relied.claims, failedRules: [] };
}

/** Whether everything that a verified release was told to rest on is still there, and what the state says of it is the same. More evidence is no change, nor is what is more hidden than the event. */
function sameBasis(current: Current, finding: Finding, level: Visibility): boolean {
  const [claims, roots] = [new Set(finding.claims), new Set(finding.roots)];
  return (
    current.acknowledged === finding.acknowledged &&
    current.claims.every(({ id, visibility }) => claims.has(id) || !mayKnow(level, visibility)) &&
    current.roots.every(({ id }) => roots.has(id))
  );
}

function sameFinding(current: Current, finding: Finding): boolean {
  const sorted = (ids: readonly string[]) => ids.toSorted().join();
  const ids = (rows: { id: string }[]) => rows.map((row) => row.id);
  const told = (failures: readonly RuleFailure[]) => JSON.stringify(failures.map(({ rule, message, needed }) => [rule, message, needed]));
  return (
    current.state === finding.state &&
    current.policyVersion === finding.policyVersion &&
    current.acknowledged === finding.acknowledged &&
    sorted(ids(current.claims)) === sorted(finding.claims) &&
    sorted(ids(current.roots)) === sorted(finding.roots) &&
    told(current.failedRules as unknown as readonly RuleFailure[]) === told(finding.failedRules)
  );
}

/** How the feed is told; an import tells at its end, for from then on other appends wait. */
export type Tell = (entry: FeedEntry) => Promise<void> | void;
const tellNow =
  (db: Db): Tell =>
  (entry) =>
    appendToFeed(db, entry);

/**
 * Writes decisions on events whose rows the transaction holds, moves the events to the new state, and tells the feed of every step into or out of VERIFIED, and of every change of what a verified release
 * rests on.
 */
export async function appendDecisions(db: Db, decisions: readonly Decision[], now: Date, tell = tellNow(db)): Promise<void> {
  if (decisions.length === 0) return;
  const rows = decisions.map((decision) => ({ id: newId(), ...decision }));
  await db.verification.createMany({
    data: rows.map(({ id: verificationId, event, ordinal, state, finding, decidedBy, publicNote }) => ({
      id: verificationId,
      eventId: event.id,
      failedRules: finding.failedRules.map((failure) => ({ ...failure })),
      ...{
        ordinal,
        state,
        decidedBy,
        publicNote,
        policyVersion: finding.policyVersion,
        acknowledged: finding.acknowledged,
        decidedAt: now,
      },
    })),
  });
  const claims = rows.flatMap(({ id: verificationId, finding }) => finding.claims.map((claimId) => [claimId, verificationId] as const));
  const roots = rows.flatMap(({ id: verificationId, finding }) => finding.roots.map((sourceId) => [sourceId, verificationId] as const));
  await db.$executeRaw`INSERT INTO "_VerificationClaims" ("A", "B") SELECT * FROM unnest(${claims.map(([a]) => a)}::uuid[], ${claims.map(([, b]) => b)}::uuid[])`;
  await db.$executeRaw`INSERT INTO "_VerificationRoots" ("A", "B") SELECT * FROM unnest(${roots.map(([a]) => a)}::uuid[], ${roots.map(([, b]) => b)}::uuid[])`;
  await db.$executeRaw`
    UPDATE "CustodyEvent" AS event SET "state" = next."state"::"VerificationState", "verificationId" = next."verificationId", "rulesMissing" = ${rulesMissingSql("decision")}
    FROM unnest(${rows.map(({ event }) => event.id)}::uuid[], ${rows.map(({ state }) => state)}::text[], ${rows.map((row) => row.id)}::uuid[]) AS next("id", "state", "verificationId")
      JOIN "Verification" AS decision ON decision."id" = next."verificationId"
    WHERE event."id" = next."id"`;

  const retold = decisions.filter(
    ({ event, state }) => event.verificationId === null || (event.state !== state && changesTimeline(event, state)),
  );
  await settleTimelinesWith(
    db,
    retold.map(({ event }) => event.id),
  );

  for (const { event, state, publicNote } of decisions) {
    if (event.type !== "RELEASE" || (state !== "VERIFIED" && event.state !== "VERIFIED")) continue;
    const type = state !== "VERIFIED" ? "RELEASE_RETRACTED" : event.state === "VERIFIED" ? "RELEASE_AMENDED" : "RELEASE_VERIFIED";
    const told = { type, beforeState: event.state, afterState: state, publicNote, occurredAt: now } as const;
    await tell({ ...told, releaseId: event.id });
    // Whoever heard of it under the id of a duplicate hears of its end there too.
    if (type === "RELEASE_RETRACTED") for (const releaseId of await toldDuplicates(db, event.id)) await tell({ ...told, releaseId });
  }
}

async function toldDuplicates(db: Db, eventId: string): Promise<string[]> {
  const told = { where: { mergedIntoId: eventId, feedEvents: { some: {} } }, select: { id: true }, orderBy: { id: "asc" as const } };
  return (await db.custodyEvent.findMany(told)).map(({ id }) => id);
}

/** What is refuted is as if it were not there, and of a contested release nobody knows whether it set free: both change how a timeline is told. */
const changesTimeline = (event: { state: VerificationState }, state: VerificationState) =>
  [event.state, state].some((one) => one === "REFUTED" || one === "CONTESTED");
