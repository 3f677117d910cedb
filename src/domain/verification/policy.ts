/**
 * When an event is verified: the written policy, as a pure function over plain values. A policy has a version; a decision names the version that it followed. The rules are
 * explained for readers in DOMAIN.md ("How a release is verified"); they follow the casualty-recording practice that counts independent sources before it counts people
 * (Every Casualty, Airwars, Iraq Body Count).
 */
import type { ClaimConnectionKind, CustodyEventType, ReleaseStage, Stance, VerificationState } from "../../db/generated/prisma/enums.ts";
import { before, happenedBy, type Bounds } from "../time/compare.ts";
import { incoherenceOf, type TimelineEvent } from "./coherence.ts";
import { independentOrigins, isOfTheState, type Custodian } from "../origins/independence.ts";
import { namesArea } from "../place.ts";
import type { Root } from "../origins/roots.ts";
import { failures, type RuleFailure } from "./rule-failure.ts";

export type Policy = {
  readonly version: string;
  /** IDENTITY: how wide the time of the event may be. */
  readonly maxHours: number;
  /** INDEPENDENCE: how many independent origins there must be. */
  readonly minRoots: number;
  /** DIRECT_WITNESS: whose claim counts as a direct witness or as an organisation that published the name. */
  readonly directConnections: readonly ClaimConnectionKind[];
  /** The independence groups of the custodian's organs, where the event's situation names no custodian. Where nobody names one, every government is taken for it. */
  readonly custodianGroups: readonly string[];
};

export type Evidence = {
  readonly event: Bounds & {
    readonly type: CustodyEventType;
    readonly stage: ReleaseStage | null;
    /** Whether the facility is on record. */
    readonly facility: boolean;
    readonly place: string | null;
    /** Whether an area or a town of the place is on record by itself. */
    readonly inArea?: boolean;
  };
  /** Live claims only, in the order of their recording. */
  readonly claims: readonly EvidenceClaim[];
  /** The other events of the same person. */
  readonly timeline: readonly TimelineEvent[];
  /** The custodian that the event's situation names: another country's government is a source like others. */
  readonly custodian?: Custodian | null;
};
export type EvidenceClaim = {
  readonly id: string;
  readonly stance: Stance;
  readonly connection: ClaimConnectionKind;
  /** Who recorded it: the holder of the key, or the import. */
  readonly holder: string;
  readonly asOf: Bounds;
  /** When its page was published. */
  readonly published: Bounds;
  readonly root: Pick<Root, "origins" | "isRoot" | "sourceId" | "slug">;
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
  /** The custodian itself says so. */
  readonly acknowledged: boolean;
};

/** Such an event tells where a person is: without a place it says too little. A disappearance, a death, a charge or a sentence is told by its time and person. */
const placed: readonly CustodyEventType[] = ["ARREST", "LOCATED", "TRANSFER", "CUSTODY_CHANGE", "RELEASE"];

/** Applies rules 1 to 5 of the policy to the evidence, at a moment. */
export function evaluate(policy: Policy, { event, claims, timeline, custodian }: Evidence, now: Date): Finding {
  const said = claims.filter(({ stance }) => stance === "SUPPORTS");
  const supporting = said.filter((claim) => !isOlder(claim, event));
  const disputing = claims.filter(({ stance }) => stance === "DISPUTES");
  const { count, sourceIds } = independentOrigins(custodian ?? policy, supporting);
  const ofTheState = (claim: EvidenceClaim) => claim.root.origins.every((origin) => isOfTheState(custodian ?? policy, origin));
  const mayBeOfTheState = (claim: EvidenceClaim) => claim.root.origins.some((origin) => isOfTheState(custodian ?? policy, origin));
  const isDirect = (claim: EvidenceClaim) => policy.directConnections.includes(claim.connection) && claim.root.isRoot;

  const hours = event.earliest !== null && event.latest !== null ? (Number(event.latest) - Number(event.earliest)) / 3_600_000 : null;
  const incoherence = incoherenceOf(event, timeline);
  const failedRules = [
    hours === null && failures.TIME_OPEN(policy.maxHours),
    hours !== null && hours > policy.maxHours && failures.TIME_TOO_WIDE(Math.ceil(hours), policy.maxHours),
    placed.includes(event.type) && !event.facility && event.inArea !== true && !namesArea(event.place) && failures.NO_PLACE(event.place),
    event.type === "RELEASE" && event.stage !== "EFFECTED" && failures.NOT_EFFECTED(event.stage),
    happenedBy(event, now) === "NO" && failures.IN_THE_FUTURE(event.type),
    count < policy.minRoots && failures.TOO_FEW_ORIGINS(count, policy.minRoots, said.length - supporting.length),
    !supporting.some((claim) => isDirect(claim) && !mayBeOfTheState(claim)) && failures.NO_DIRECT_WITNESS(),
    supporting.length > 0 && supporting.every(mayBeOfTheState) && failures.ONLY_THE_STATE(),
    disputing.length > 0 && failures.DISPUTED(disputing.length),
    incoherence !== null && failures[incoherence](event.type),
  ].filter((failure) => failure !== false);

  const state = disputing.length > 0 ? "CONTESTED" : failedRules.length === 0 ? "CORROBORATED" : "REPORTED";
  return {
    state,
    policyVersion: policy.version,
    roots: sourceIds,
    // A decision that older claims alone have led to is shown to nobody who sees none of them.
    claims: (supporting.length + disputing.length > 0 ? [...supporting, ...disputing] : said).map(({ id }) => id),
    failedRules: state === "CORROBORATED" ? [failures.NO_DECISION()] : failedRules,
    acknowledged: supporting.some(ofTheState),
  };
}

/** Evidence cannot be older than the event: what was said, or published, before it can have begun supports nothing. */
function isOlder({ asOf, published }: EvidenceClaim, event: Bounds): boolean {
  return before(asOf, event) === "CERTAIN" || before(published, event) === "CERTAIN";
}

/** HUMAN_DECISION: whether the rules hold also without what a holder recorded. Disputes count whoever recorded them. */
export function holdsWithout(policy: Policy, evidence: Evidence, holder: string, now: Date): boolean {
  const claims = evidence.claims.filter((claim) => claim.stance === "DISPUTES" || claim.holder !== holder);
  return evaluate(policy, { ...evidence, claims }, now).state === "CORROBORATED";
}
