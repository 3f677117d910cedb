/** What people decide on an event, within what the policy allows (rule 6). */
import * as z from "zod";
import type { Db } from "../../db/database.ts";
import type { VerificationState } from "../../db/generated/prisma/enums.ts";
import { Conflict, ExpectedError, InvalidInput, NotFound, PolicyNotSatisfied, refusal } from "../../errors.ts";
import { auditAll, type Answered, type Asked, type Verb } from "../change.ts";
import { check, id, orNull, text } from "../input.ts";
import { gatherEvidences, holdersOf } from "./evidence.ts";
import { evaluate, holdsWithout } from "./policy.ts";
import { policyInForce } from "./policy-in-force.ts";
import { failures, nounOf } from "./rule-failure.ts";
import { shownDecisions } from "./shown-decisions.ts";
import { byPolicy } from "../history/rules-missing.ts";
import { appendDecisions, type Decision } from "./append-decisions.ts";
import { lockEvents, type HeldEvent, type HeldPeople } from "./hold-people.ts";
import { reevaluateBeside, requireStanding, verifiedOn } from "./verification.ts";
import { mostHidden, type Viewer } from "../viewer.ts";

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

function decision(name: string, step: Step): Verb {
  const all: NonNullable<Verb["runAll"]> = (db, asked, takeMoment) => decideAll(db, { name, step }, asked, takeMoment);
  return {
    name,
    scope: "VERIFIER",
    besideImports: true,
    async run(db, viewer, input, now) {
      const [answer] = await all(db, [{ viewer, input }], async () => now);
      if (answer instanceof ExpectedError) throw answer;
      return answer!;
    },
    runAll: all,
  };
}

type Named = { readonly name: string; readonly step: Step };
type Deciding = { readonly viewer: Viewer; readonly eventId: string; readonly draft: z.output<typeof decisionDraft> };
type Met = Deciding & { readonly event: HeldEvent };

/** Events of different people are decided on at once and at one moment, for none bears on another; events of one person one after the other, each at a moment of its own. */
async function decideAll(db: Db, verb: Named, asked: readonly Asked[], takeMoment: () => Promise<Date>): Promise<Answered[]> {
  const drafts = asked.map(({ viewer, input }) =>
    orRefusal((): Deciding => {
      const draft = check(verb.step.draft, input);
      return { viewer, draft, eventId: theOne(draft.event, draft.release) };
    }),
  );
  const answers = new Map<Deciding, Answered>();
  for (let left = drafts.flatMap((draft) => (draft instanceof ExpectedError ? [] : [draft])); left.length > 0;) {
    const now = await takeMoment();
    const people = await lockEvents(
      db,
      left.map(({ eventId }) => eventId),
    );
    const personOf = (one: Deciding) => people.personOf(one.eventId) ?? one;
    const first = new Map(left.toReversed().map((one) => [personOf(one), one]));
    const round = left.filter((one) => first.get(personOf(one)) === one);
    for (const [one, answer] of await decideOnce(db, verb, round, people, now)) answers.set(one, answer);
    left = left.filter((one) => !answers.has(one));
  }
  return drafts.map((draft) => (draft instanceof ExpectedError ? draft : answers.get(draft)!));
}

/** For each person one decision at most. Who is refused is so before anything is written. */
async function decideOnce(
  db: Db,
  verb: Named,
  round: readonly Deciding[],
  people: HeldPeople,
  now: Date,
): Promise<Map<Deciding, Answered>> {
  const answers = new Map<Deciding, Answered>();
  const latest = await latestShown(db, round);
  const met = new Map<Deciding, Met>();
  for (const one of round) {
    const event = orRefusal(() => eventToDecide(one, people, latest.get(one.eventId)));
    if (event instanceof ExpectedError) answers.set(one, event);
    else if (event.state === verb.step.to && isByPerson(event)) answers.set(one, { id: event.id, changed: false });
    else met.set(one, { ...one, event });
  }
  if (met.size === 0) return answers;
  const judge = await readJudge(db, verb.step, [...met.values()], people.events, now);
  const decisions: Decision[] = [];
  for (const [one, it] of met) {
    const decided = orRefusal(() => judge(it));
    if (decided instanceof ExpectedError) answers.set(one, decided);
    else {
      decisions.push(decided);
      answers.set(one, { id: it.event.id, changed: true });
    }
  }
  await appendDecisions(db, decisions, now);
  await reevaluateBeside(db, decisions, now, { samePeople: people.besides });
  const entries = decisions.map(({ event, state, decidedBy }) => {
    return {
      actor: decidedBy,
      action: verb.name,
      entity: "CustodyEvent",
      entityId: event.id,
      detail: { before: event.state, after: state },
    };
  });
  await auditAll(db, entries);
  return answers;
}

/** The latest decision on each event, as whoever says on which theirs is based is shown it. */
async function latestShown(db: Db, round: readonly Deciding[]): Promise<ReadonlyMap<string, string>> {
  const basing = round.filter(({ draft }) => draft.basedOn !== null);
  if (basing.length === 0) return new Map();
  const shown = await db.verification.findMany({
    where: { OR: basing.map(({ eventId, viewer }) => ({ eventId, ...shownDecisions(viewer) })) },
    select: { id: true, eventId: true },
    orderBy: { ordinal: "asc" },
  });
  return new Map(shown.map(({ id, eventId }) => [eventId, id]));
}

/** @throws NotFound, Busy, Conflict */
function eventToDecide({ viewer, eventId, draft }: Deciding, people: HeldPeople, latest: string | undefined): HeldEvent {
  const event = people.find(viewer, eventId);
  requireStanding(event);
  if (draft.release !== null && event.type !== "RELEASE") throw new NotFound("release", draft.release);
  if (draft.basedOn !== null && draft.basedOn !== latest)
    throw new Conflict("Another decision has come since the one that this is based on. Read it and decide again.");
  return event;
}

const isByPerson = ({ verification }: HeldEvent) => verification !== null && verification.decidedBy !== byPolicy;

/** Reads what the policy judges by, and returns its judgement: a decision. That throws PolicyNotSatisfied and Conflict. */
async function readJudge(db: Db, { to, from, otherwise }: Step, met: readonly Met[], people: HeldPeople["events"], now: Date) {
  // Whoever verifies relies on all that they may see. What the policy finds by itself, and whatever is told of any decision, rests on what is as visible as the event.
  const sight = new Map(met.map(({ viewer, event }) => [event.id, mostHidden(viewer.levels)]));
  const sights = to === "VERIFIED" ? [new Map(), sight] : [new Map()];
  const ids = met.map(({ event }) => event.id);
  const [evidence, seen = evidence!] = await gatherEvidences(db, ids, sights, people);
  const policy = await policyInForce(db);
  const actors = met.map(({ viewer }) => viewer.actor);
  const holders = to === "VERIFIED" ? await holdersOf(db, actors) : new Map<string, string>();
  return ({ viewer, event, draft: { publicNote } }: Met): Decision => {
    const finding = evaluate(policy, evidence!.get(event.id)!, now);
    const relied = evaluate(policy, seen.get(event.id)!, now);
    // CORROBORATED is what the last look at the event found; a policy adopted since may not have come to it yet, and what stood in the way may have passed with time alone: a day that had not come.
    const before = isByPerson(event) && decidedByPeople.includes(event.state) ? event.state : relied.state;
    if (to === "VERIFIED" && relied.state !== "CORROBORATED" && before === relied.state) throw new PolicyNotSatisfied(relied.failedRules);
    if (!from.includes(before)) throw new Conflict(`The ${nounOf(event.type)} is ${before}. ${otherwise}`);
    if (to === "VERIFIED" && !holdsWithout(policy, seen.get(event.id)!, holders.get(viewer.actor)!, now))
      throw new PolicyNotSatisfied([failures.OWN_CLAIMS()]);
    const state = to === "policy" ? finding.state : to;
    const told = state === "VERIFIED" ? verifiedOn(finding, relied) : finding;
    return { event, ordinal: (event.verification?.ordinal ?? 0) + 1, state, finding: told, decidedBy: viewer.actor, publicNote };
  };
}

function orRefusal<Result>(run: () => Result): Result | ExpectedError {
  try {
    return run();
  } catch (error) {
    return refusal(error);
  }
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
