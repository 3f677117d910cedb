/** What people decide on a release, within what the policy allows (rule 6). */
import * as z from "zod";
import type { VerificationState } from "../../db/generated/prisma/enums.ts";
import { Conflict, NotFound, PolicyNotSatisfied } from "../../errors.ts";
import { audit, type Verb } from "../change.ts";
import { check, id, orNull, text } from "../input.ts";
import { gatherEvidence } from "./evidence.ts";
import { decidingClaim, evaluate } from "./policy.ts";
import { policyInForce } from "./policy-in-force.ts";
import { appendDecisions, byPolicy, lockEvent } from "./verification.ts";

const decisionDraft = z.object({
  release: id,
  /** The verification that the caller saw; the decision is a Conflict when another has come since. */
  basedOn: orNull(id),
  publicNote: orNull(text(1000)),
});
const explainedDecisionDraft = decisionDraft.extend({ publicNote: text(1000) });

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
    besideImports: true,
    async run(db, viewer, input, now) {
      const { release: releaseId, basedOn, publicNote } = check(draft, input);
      const event = await lockEvent(db, viewer, releaseId);
      if (event.type !== "RELEASE") throw new NotFound("release", releaseId);
      if (basedOn !== null && basedOn !== event.verificationId)
        throw new Conflict("Another decision has come since the one that this is based on. Read it and decide again.");
      if (event.state === to && event.verification?.decidedBy !== byPolicy) return { id: event.id, changed: false };

      const evidence = (await gatherEvidence(db, [event.id])).get(event.id)!;
      const policy = await policyInForce(db);
      const finding = evaluate(policy, evidence);
      // CORROBORATED is what the last look at the event found; a policy adopted since may not have come to it yet.
      if (to === "VERIFIED" && finding.state !== "CORROBORATED" && [finding.state, "CORROBORATED"].includes(event.state))
        throw new PolicyNotSatisfied(finding.failedRules);
      if (!from.includes(event.state)) throw new Conflict(`The release is ${event.state}. ${otherwise}`);
      if (to === "VERIFIED" && decidingClaim(policy, evidence)?.recordedBy === viewer.actor) {
        const message = "The key in use recorded the claim that decides, and nobody verifies their own claim.";
        throw new PolicyNotSatisfied([
          { rule: "HUMAN_DECISION", message, needed: "Another key with the scope VERIFIER (mutation createApiKey makes one)." },
        ]);
      }
      const state = to === "policy" ? finding.state : to;
      const failedRules = state === "VERIFIED" ? [] : finding.failedRules;
      await appendDecisions(
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
