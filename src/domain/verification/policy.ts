/**
 * When a release is verified: the written policy, as a pure function over plain values. A policy has a version; a decision names the version that it followed. The rules are
 * explained for readers in DOMAIN.md ("How a release is verified"); they follow the casualty-recording practice that counts independent sources before it counts people
 * (Every Casualty, Airwars, Iraq Body Count).
 */
import type {
  ClaimConnectionKind,
  CustodyEventType,
  ReleaseStage,
  SourceKind,
  Stance,
  VerificationState,
} from "../../db/generated/prisma/enums.ts";
import type { Root } from "./roots.ts";

export type Policy = {
  readonly version: string;
  /** Rule 1: how wide the time of the event may be. */
  readonly widestHours: number;
  /** Rule 3: how many independent origins there must be. */
  readonly fewestRoots: number;
  /** Rule 3: whose claim counts as a direct witness or as an organisation that published the name. */
  readonly direct: readonly ClaimConnectionKind[];
};

export const policyRules = [
  "IDENTITY",
  "EFFECTED",
  "INDEPENDENCE",
  "DIRECT_WITNESS",
  "BEYOND_THE_STATE",
  "NO_LIVE_DISPUTE",
  "HUMAN_DECISION",
] as const;
export type PolicyRule = (typeof policyRules)[number];
export type RuleFailure = {
  readonly rule: PolicyRule;
  /** What is missing. */ readonly message: string;
  /** What would satisfy the rule. */ readonly needed: string;
};

export type Evidence = {
  readonly event: {
    readonly type: CustodyEventType;
    readonly stage: ReleaseStage | null;
    readonly earliest: Date | null;
    readonly latest: Date | null;
    /** Whether a facility or another place is given. */
    readonly placed: boolean;
  };
  /** Live claims only, in the order of their recording. */
  readonly claims: readonly EvidenceClaim[];
};
/** `sourceKind` is the kind of the origin, not of the page that repeats it. */
export type EvidenceClaim = {
  readonly id: string;
  readonly stance: Stance;
  readonly connection: ClaimConnectionKind;
  readonly sourceKind: SourceKind;
  readonly recordedBy: string;
  readonly root: Pick<Root, "origin" | "sourceId" | "isRoot">;
};

export type Finding = {
  /** What the rules alone say; VERIFIED and REFUTED take a person. */
  readonly state: Extract<VerificationState, "REPORTED" | "CORROBORATED" | "CONTESTED">;
  readonly policyVersion: string;
  /** Ids of the sources that stand for the independent origins. */
  readonly roots: readonly string[];
  /** Ids of the claims that the finding rests on. */
  readonly claims: readonly string[];
  readonly failedRules: readonly RuleFailure[];
  /** The state itself says so. */
  readonly acknowledged: boolean;
};

/** Applies rules 1 to 5 of the policy to the evidence. */
export function evaluate(policy: Policy, { event, claims }: Evidence): Finding {
  const supporting = claims.filter(({ stance }) => stance === "SUPPORTS");
  const disputing = claims.filter(({ stance }) => stance === "DISPUTES");
  const roots = collapse(supporting);
  const stateOrigins = new Set(supporting.filter(({ sourceKind }) => sourceKind === "GOVERNMENT").map(({ root }) => root.origin));
  const ofTheState = roots.filter(({ origin }) => stateOrigins.has(origin));
  // However many offices speak, the state is one origin.
  const independent = roots.length - Math.max(0, ofTheState.length - 1);
  const failedRules: RuleFailure[] = [];
  const fail = (rule: PolicyRule, message: string, needed: string) => failedRules.push({ rule, message, needed });

  const hours = event.earliest && event.latest ? (event.latest.getTime() - event.earliest.getTime()) / 3_600_000 : Infinity;
  if (hours > policy.widestHours)
    fail(
      "IDENTITY",
      hours === Infinity ? "The time is not known on both sides." : `The time is only known to within ${Math.ceil(hours)} hours.`,
      `A time known to within ${policy.widestHours} hours.`,
    );
  if (event.type === "RELEASE" && !event.placed)
    fail("IDENTITY", "Neither the facility nor a place is known.", "The facility, or the place where it happened.");
  if (event.type === "RELEASE" && event.stage !== "EFFECTED")
    fail(
      "EFFECTED",
      `The release is ${event.stage?.toLowerCase() ?? "not described"}, not effected.`,
      "Evidence that the person is out, recorded as a release with the stage EFFECTED.",
    );
  if (independent < policy.fewestRoots)
    fail(
      "INDEPENDENCE",
      `${independent === 0 ? "No origin supports" : `Only ${independent} independent origin supports`} it.`,
      `${policy.fewestRoots} independent origins; pages that repeat one statement are one.`,
    );
  if (!supporting.some(({ connection, root }) => policy.direct.includes(connection) && root.isRoot && !stateOrigins.has(root.origin)))
    fail(
      "DIRECT_WITNESS",
      "No direct witness and no organisation that published the name is among the origins.",
      "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.",
    );
  if (roots.length > 0 && ofTheState.length === roots.length)
    fail("BEYOND_THE_STATE", "Only the state says so.", "An origin other than the state.");
  if (disputing.length > 0)
    fail(
      "NO_LIVE_DISPUTE",
      `${disputing.length} live ${disputing.length === 1 ? "claim disputes" : "claims dispute"} it.`,
      "That each disputing claim is answered: superseded, retracted, or the event refuted.",
    );

  const state = disputing.length > 0 ? "CONTESTED" : failedRules.length === 0 ? "CORROBORATED" : "REPORTED";
  if (state === "CORROBORATED")
    fail(
      "HUMAN_DECISION",
      "No person has decided yet.",
      "A decision by a holder of the verifier scope who did not record the deciding claim.",
    );
  return {
    state,
    policyVersion: policy.version,
    roots: roots.map(({ claim }) => claim.root.sourceId),
    claims: [...supporting, ...disputing].map(({ id }) => id),
    failedRules,
    acknowledged: ofTheState.length > 0,
  };
}

/**
 * Rule 6: the claim that tipped the scale, in the order of recording. Whoever recorded it may not verify alone. Null while the evidence does not corroborate.
 */
export function decidingClaim(policy: Policy, { event, claims }: Evidence): EvidenceClaim | null {
  if (evaluate(policy, { event, claims }).state !== "CORROBORATED") return null;
  for (let count = 1; count <= claims.length; count += 1) {
    if (evaluate(policy, { event, claims: claims.slice(0, count) }).state === "CORROBORATED") return claims[count - 1]!;
  }
  return null;
}

/** One entry for each origin, with its first claim; a claim that is itself the origin stands before one that repeats it. */
function collapse(claims: readonly EvidenceClaim[]): { origin: string; claim: EvidenceClaim }[] {
  const byOrigin = new Map<string, EvidenceClaim>();
  for (const claim of [...claims.filter(({ root }) => root.isRoot), ...claims.filter(({ root }) => !root.isRoot)]) {
    if (!byOrigin.has(claim.root.origin)) byOrigin.set(claim.root.origin, claim);
  }
  return [...byOrigin].map(([origin, claim]) => ({ origin, claim }));
}
