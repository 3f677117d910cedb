/** What people decide on an event, within what the policy allows (rule 6). */
import * as z from "zod";
import type { VerificationState } from "../../db/generated/prisma/enums.ts";
import { Conflict, InvalidInput, NotFound, PolicyNotSatisfied } from "../../errors.ts";
import { audit, type Verb } from "../change.ts";
import { check, id, orNull, text } from "../input.ts";
import { gatherEvidences, holdersOf } from "./evidence.ts";
import { evaluate, holdsWithout, type Evidence } from "./policy.ts";
import { policyInForce } from "./policy-in-force.ts";
import { failures, nounOf } from "./rule-failure.ts";
import { shownDecisions } from "./shown-decisions.ts";
import { byPolicy } from "../history/rules-missing.ts";
import { appendDecisions, lockEvent, reevaluateBeside, requireStanding, verifiedOn } from "./verification.ts";
import { mostHidden } from "../viewer.ts";

const decisionDraft = z.object({
  /** One of the two names the event; the second takes releases alone. */
  event: orNull(id),
  release: orNull(id),
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

/** What a person decides so is not what the policy says by itself, and stands until it is taken back. */
const decidedByPeople: readonly VerificationState[] = ["VERIFIED", "CONTESTED", "REFUTED"];

function decision(name: string, { draft, to, from, otherwise }: Step): Verb {
  return {
    name,
    scope: "VERIFIER",
    besideImports: true,
    async run(db, viewer, input, now) {
      const { event: anyEvent, release, basedOn, publicNote } = check(draft, input);
      const event = await lockEvent(db, viewer, theOne(anyEvent, release));
      requireStanding(event);
      if (release !== null && event.type !== "RELEASE") throw new NotFound("release", release);
      const shown = { eventId: event.id, ...shownDecisions(viewer) };
      const latest = await db.verification.findFirst({ where: shown, orderBy: { ordinal: "desc" }, select: { id: true } });
      if (basedOn !== null && basedOn !== latest?.id)
        throw new Conflict("Another decision has come since the one that this is based on. Read it and decide again.");
      const byPerson = event.verification !== null && event.verification.decidedBy !== byPolicy;
      if (event.state === to && byPerson) return { id: event.id, changed: false };

      // Whoever verifies relies on all that they may see. What the policy finds by itself, and whatever is told of any decision, rests on what is as visible as the event.
      const sight = new Map([[event.id, mostHidden(viewer.levels)]]);
      const sights = to === "VERIFIED" ? [new Map(), sight] : [new Map()];
      const [evidence, seen = evidence] = (await gatherEvidences(db, [event.id], sights)).map((gathered) => gathered.get(event.id)!) as [
        Evidence,
        Evidence?,
      ];
      const policy = await policyInForce(db);
      const finding = evaluate(policy, evidence, now);
      const relied = evaluate(policy, seen, now);
      // CORROBORATED is what the last look at the event found; a policy adopted since may not have come to it yet, and what stood in the way may have passed with time alone: a day that had not come.
      const before = byPerson && decidedByPeople.includes(event.state) ? event.state : relied.state;
      if (to === "VERIFIED" && relied.state !== "CORROBORATED" && before === relied.state) throw new PolicyNotSatisfied(relied.failedRules);
      if (!from.includes(before)) throw new Conflict(`The ${nounOf(event.type)} is ${before}. ${otherwise}`);
      if (to === "VERIFIED") {
        const holder = (await holdersOf(db, [viewer.actor])).get(viewer.actor)!;
        if (!holdsWithout(policy, seen, holder, now)) throw new PolicyNotSatisfied([failures.OWN_CLAIMS()]);
      }
      const state = to === "policy" ? finding.state : to;
      const told = state === "VERIFIED" ? verifiedOn(finding, relied) : finding;
      const ordinal = (event.verification?.ordinal ?? 0) + 1;
      const decided = { event, ordinal, state, finding: told, decidedBy: viewer.actor, publicNote };
      await appendDecisions(db, [decided], now);
      await reevaluateBeside(db, [decided], now);
      await audit(db, viewer.actor, name, "CustodyEvent", event.id, { before: event.state, after: state });
      return { id: event.id, changed: true };
    },
  };
}

function theOne(event: string | null, release: string | null): string {
  const given = event ?? release;
  if (given === null || (event !== null && release !== null))
    throw new InvalidInput([
      { path: "input.event", expected: "the id of one event", received: given === null ? "none" : "event and release" },
    ]);
  return given;
}

const verifying: Step = {
  draft: decisionDraft,
  to: "VERIFIED",
  from: ["CORROBORATED"],
  otherwise: "Only what is CORROBORATED can be verified; retractVerification takes an earlier decision back.",
};
const contesting: Step = {
  draft: explainedDecisionDraft,
  to: "CONTESTED",
  from: ["REPORTED", "CORROBORATED", "VERIFIED", "CONTESTED"],
  otherwise: "What was refuted is contested by taking the refutation back first (retractVerification).",
};
const refuting: Step = {
  draft: explainedDecisionDraft,
  to: "REFUTED",
  from: ["REPORTED", "CORROBORATED", "VERIFIED", "CONTESTED"],
  otherwise: "",
};

/** A corroborated event becomes VERIFIED, by a verifier without whose own claims the rules hold all the same. */
export const verifyEvent = decision("verifyEvent", verifying);
export const verifyRelease = decision("verifyRelease", verifying);

/** Something speaks against the event: it becomes CONTESTED, with a note for readers. */
export const contestEvent = decision("contestEvent", contesting);
export const contestRelease = decision("contestRelease", contesting);

/** The event did not happen, or was undone at the gate: it becomes REFUTED, with a note for readers. */
export const refuteEvent = decision("refuteEvent", refuting);
export const refuteRelease = decision("refuteRelease", refuting);

/** Takes a person's decision back: the event is again what the policy says of it. */
export const retractVerification = decision("retractVerification", {
  draft: explainedDecisionDraft,
  to: "policy",
  from: ["VERIFIED", "CONTESTED", "REFUTED"],
  otherwise: "There is no decision of a person to take back.",
});
