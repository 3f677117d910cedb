/** Verification: what the policy finds of an event. What people decide is in decision.ts, and how a decision is written in append-decisions.ts. */
import type { Db } from "../../db/database.ts";
import type { Verification } from "../../db/generated/prisma/client.ts";
import type { VerificationState, Visibility } from "../../db/generated/prisma/enums.ts";
import { Conflict } from "../../errors.ts";
import { byPolicy } from "../history/rules-missing.ts";
import { appendDecisions, tellNow, type Decision, type Tell } from "./append-decisions.ts";
import { eventsOfSamePeople, gatherEvidence, holdersOf } from "./evidence.ts";
import { evaluate, holdsWithout, type Evidence, type Finding } from "./policy.ts";
import { policyInForce } from "./policy-in-force.ts";
import type { RuleFailure } from "./rule-failure.ts";
import { mayKnow, mostHidden } from "../viewer.ts";

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
  return moved.length + (await reevaluateBeside(db, moved, now, { tell }));
}

// What other events of a person are judged by, beside what is recorded of them.
const weighing: readonly VerificationState[] = ["VERIFIED", "CONTESTED", "REFUTED"];

type SamePeople = (eventIds: readonly string[]) => readonly string[] | Promise<readonly string[]>;

/**
 * After decisions: looks again at the other events of the people of those that begin or cease to speak against others. Returns how many have another state than before. `samePeople` tells the events of the
 * people of some events, for whoever has read them already.
 */
export async function reevaluateBeside(
  db: Db,
  decisions: readonly Decision[],
  now: Date,
  {
    tell = tellNow(db),
    samePeople = (ids) => eventsOfSamePeople(db, ids),
  }: { readonly tell?: Tell; readonly samePeople?: SamePeople } = {},
): Promise<number> {
  const turned = decisions.filter(
    ({ event, state }) => event.state !== state && [event.state, state].some((each) => weighing.includes(each)),
  );
  if (turned.length === 0) return 0;
  const decided = new Set(turned.map(({ event }) => event.id));
  const beside = (await samePeople([...decided])).filter((id) => !decided.has(id));
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
