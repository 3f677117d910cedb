/** Verification: what the policy finds of an event, what people decide, and what the feed is told. Decisions are appended, never changed. */
import * as z from "zod";
import type { Db } from "../db/database.ts";
import type { Verification } from "../db/generated/prisma/client.ts";
import type { VerificationState } from "../db/generated/prisma/enums.ts";
import { Conflict, NotFound, PolicyNotSatisfied } from "../errors.ts";
import { audit, type Verb } from "./change.ts";
import { check, id, orNull, text } from "./check.ts";
import { gatherEvidence } from "./evidence.ts";
import { newId } from "./identity.ts";
import { appendToFeed } from "./outbox.ts";
import { decidingClaim, evaluate, policyV1, type Finding, type RuleFailure } from "./policy.ts";
import { visible, type Viewer } from "./viewer.ts";

const byPolicy = "policy";

type Decision = {
  readonly event: { id: string; type: string; state: VerificationState; verificationId: string | null };
  readonly ordinal: number;
  readonly state: VerificationState;
  readonly finding: Finding;
  readonly decidedBy: string;
  readonly publicNote: string | null;
};

const decisionDraft = z.object({
  release: id,
  /** The verification that the caller saw; the decision is a Conflict when another has come since. */
  basedOn: orNull(id),
  publicNote: orNull(text(1000)),
});
const explainedDecisionDraft = decisionDraft.extend({ publicNote: text(1000) });

/**
 * Holds an event until the transaction ends, so that two claims or decisions at once see each other, and reads it with the decision in force.
 * @throws NotFound unless the viewer can see the event
 */
export async function lockEvent(db: Db, viewer: Viewer, eventId: string) {
  await db.$queryRaw`SELECT "id" FROM "CustodyEvent" WHERE "id" = ${eventId}::uuid FOR UPDATE`;
  const event = await db.custodyEvent.findFirst({ where: { id: eventId, ...visible(viewer) }, include: { verification: true } });
  if (!event) throw new NotFound("custody event", eventId);
  return event;
}

/** Applies the policy to the events again and appends a decision for each whose finding is new. What a person decided stands as long as the evidence bears it. */
export async function reevaluate(db: Db, eventIds: readonly string[], now: Date): Promise<void> {
  const evidence = await gatherEvidence(db, eventIds);
  const events = await db.custodyEvent.findMany({
    where: { id: { in: [...eventIds] } },
    include: { verification: { include: { claims: { select: { id: true } }, roots: { select: { id: true } } } } },
  });
  const decisions = events.flatMap((event): Decision[] => {
    const finding = evaluate(policyV1, evidence.get(event.id)!);
    const current = event.verification;
    if (current && (standsByPerson(current, finding) || sameFinding(current, finding))) return [];
    const publicNote = finding.state === "CONTESTED" ? "A claim that is on record disputes this." : null;
    return [{ event, ordinal: (current?.ordinal ?? 0) + 1, state: finding.state, finding, decidedBy: byPolicy, publicNote }];
  });
  await append(db, decisions, now);
}

function standsByPerson(current: Verification, finding: Finding): boolean {
  if (current.decidedBy === byPolicy) return false;
  return current.state === "REFUTED" || current.state === "CONTESTED" || (current.state === "VERIFIED" && finding.state === "CORROBORATED");
}

function sameFinding(current: Verification & { claims: { id: string }[]; roots: { id: string }[] }, finding: Finding): boolean {
  const sorted = (ids: readonly string[]) => ids.toSorted().join();
  const ids = (rows: { id: string }[]) => rows.map((row) => row.id);
  const told = (failures: readonly RuleFailure[]) => JSON.stringify(failures.map(({ rule, message, needed }) => [rule, message, needed]));
  return (
    current.state === finding.state &&
    current.policyVersion === finding.policyVersion &&
    sorted(ids(current.claims)) === sorted(finding.claims) &&
    sorted(ids(current.roots)) === sorted(finding.roots) &&
    told(current.failedRules as unknown as readonly RuleFailure[]) === told(finding.failedRules)
  );
}

/** Writes decisions, moves their events to the new state, and tells the feed of every step into or out of VERIFIED. */
async function append(db: Db, decisions: readonly Decision[], now: Date): Promise<void> {
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
  const moved = await db.$executeRaw`
    UPDATE "CustodyEvent" AS event SET "state" = next."state"::"VerificationState", "verificationId" = next."verificationId"
    FROM unnest(${rows.map(({ event }) => event.id)}::uuid[], ${rows.map(({ event }) => event.verificationId)}::uuid[],
                ${rows.map(({ state }) => state)}::text[], ${rows.map((row) => row.id)}::uuid[]) AS next("id", "seen", "state", "verificationId")
    WHERE event."id" = next."id" AND event."verificationId" IS NOT DISTINCT FROM next."seen"`;
  if (moved !== rows.length) throw new Conflict("Another decision on the same event came first. Read it and decide again.");

  for (const { event, state, publicNote } of decisions) {
    if (event.type !== "RELEASE" || (state === "VERIFIED") === (event.state === "VERIFIED")) continue;
    const type = state === "VERIFIED" ? ("RELEASE_VERIFIED" as const) : ("RELEASE_RETRACTED" as const);
    await appendToFeed(db, { type, releaseId: event.id, beforeState: event.state, afterState: state, publicNote, occurredAt: now });
  }
}

type Step = {
  readonly draft: typeof decisionDraft | typeof explainedDecisionDraft;
  /** The state that this decision leads to; "policy" for what the rules say by themselves. */
  readonly to: VerificationState | "policy";
  /** The states that it may start from. */
  readonly from: readonly VerificationState[];
  readonly otherwise: string;
};

function decision(name: string, { draft, to, from, otherwise }: Step): Verb {
  return {
    name,
    scope: "VERIFIER",
    async run(db, viewer, input, now) {
      const { release: releaseId, basedOn, publicNote } = check(draft, input);
      const event = await lockEvent(db, viewer, releaseId);
      if (event.type !== "RELEASE") throw new NotFound("release", releaseId);
      if (basedOn !== null && basedOn !== event.verificationId)
        throw new Conflict("Another decision has come since the one that this is based on. Read it and decide again.");
      if (event.state === to && event.verification?.decidedBy !== byPolicy) return { id: event.id, changed: false };

      const evidence = (await gatherEvidence(db, [event.id])).get(event.id)!;
      const finding = evaluate(policyV1, evidence);
      if (to === "VERIFIED" && finding.state !== "CORROBORATED" && event.state === finding.state)
        throw new PolicyNotSatisfied(finding.failedRules);
      if (!from.includes(event.state)) throw new Conflict(`The release is ${event.state}. ${otherwise}`);
      if (to === "VERIFIED" && decidingClaim(policyV1, evidence)?.recordedBy === viewer.actor) {
        const message = "The key in use recorded the claim that decides, and nobody verifies their own claim.";
        throw new PolicyNotSatisfied([
          { rule: "HUMAN_DECISION", message, needed: "Another key with the scope VERIFIER (mutation createApiKey makes one)." },
        ]);
      }
      const state = to === "policy" ? finding.state : to;
      const failedRules = state === "VERIFIED" ? [] : finding.failedRules;
      await append(
        db,
        [
          {
            event,
            ordinal: (event.verification?.ordinal ?? 0) + 1,
            state,
            finding: { ...finding, failedRules },
            decidedBy: viewer.actor,
            publicNote,
          },
        ],
        now,
      );
      await audit(db, viewer.actor, name, "CustodyEvent", event.id, { before: event.state, after: state });
      return { id: event.id, changed: true };
    },
  };
}

/** A corroborated release becomes VERIFIED, by a verifier who did not record the deciding claim. */
export const verifyRelease = decision("verifyRelease", {
  draft: decisionDraft,
  to: "VERIFIED",
  from: ["CORROBORATED"],
  otherwise: "Only a CORROBORATED release can be verified; retractVerification takes an earlier decision back.",
});

/** Something speaks against the release: it becomes CONTESTED, with a note for readers. */
export const contestRelease = decision("contestRelease", {
  draft: explainedDecisionDraft,
  to: "CONTESTED",
  from: ["REPORTED", "CORROBORATED", "VERIFIED", "CONTESTED"],
  otherwise: "A refuted release is contested by taking the refutation back first (retractVerification).",
});

/** The release did not happen, or was undone at the gate: it becomes REFUTED, with a note for readers. */
export const refuteRelease = decision("refuteRelease", {
  draft: explainedDecisionDraft,
  to: "REFUTED",
  from: ["REPORTED", "CORROBORATED", "VERIFIED", "CONTESTED"],
  otherwise: "",
});

/** Takes a person's decision back: the release is again what the policy says of it. */
export const retractVerification = decision("retractVerification", {
  draft: explainedDecisionDraft,
  to: "policy",
  from: ["VERIFIED", "CONTESTED", "REFUTED"],
  otherwise: "There is no decision of a person to take back.",
});
