/**
 * Reconciliation: a source's count beside the hub's own, comparability first. Pure. Bounds and lifecycles of statements follow the Beneficial Ownership Data Standard, as-of and known-at
 * the two clocks of Delphi Epidata; the rules are DOMAIN's ("Reconciliation").
 */
import type { CountMeasure, CountMetric, CountQualifier, CountUnit } from "../../db/generated/prisma/enums.ts";
import { codebook, countedFor } from "./codebook.ts";
import type { HubCount, Window } from "./hub-count.ts";

/** Why two numbers are not subtracted. In this order wherever several hold. */
export const incomparabilities = ["METRIC", "MEASURE", "DEFINITION", "WINDOW", "STALE", "UNQUANTIFIED"] as const;
export type Incomparability = (typeof incomparabilities)[number];

export const gapVerdicts = ["CONSISTENT", "CLAIM_EXCEEDS", "HUB_EXCEEDS"] as const;
export type GapVerdict = (typeof gapVerdicts)[number];

/** Bounds of a difference; null is unbounded. */
export type CountGap = { readonly lower: number | null; readonly upper: number | null };

export type CountFacts = {
  readonly metric: CountMetric;
  readonly measure: CountMeasure;
  readonly unit: CountUnit;
  readonly qualifier: CountQualifier;
  readonly lower: number | null;
  readonly upper: number | null;
  /** The latest moment at which it can have been so. */
  readonly asOfSortAt: Date;
  /** Since when it counts; null when not stated. */
  readonly periodStart: { readonly earliest: Date | null; readonly latest: Date | null } | null;
  /** What it counts; null when no codebook is on record. */
  readonly definition: {
    readonly includesHouseArrest: boolean | null;
    readonly politicalOnly: boolean | null;
    readonly excludesUnderHours: number | null;
  } | null;
};

export type Question = {
  readonly metric: CountMetric;
  /** Only counts since this moment are comparable; null when any window is. */
  readonly since: Date | null;
  /** The moment by which a claim's age is judged; null when it is not. */
  readonly freshAt: Date | null;
};

const day = 86_400_000;

/** The window in which the hub counts beside a claim: from the beginning of its period to the latest moment at which it can have been so. */
export function windowOf({ periodStart, asOfSortAt }: Pick<CountFacts, "periodStart" | "asOfSortAt">): Window {
  return { since: periodStart?.earliest?.getTime() ?? null, until: asOfSortAt.getTime() };
}

/** Everything that forbids to subtract the hub's count from the claim's; empty when nothing does. */
export function reasonsAgainst(claim: CountFacts, { metric, since, freshAt }: Question): Incomparability[] {
  const { counted, same } = countedFor(metric);
  const { measure, periodStart, qualifier, asOfSortAt, unit } = claim;
  const stock = counted.measure === "STOCK";
  const holds: Record<Incomparability, boolean> = {
    METRIC: !same || claim.metric !== metric || unit !== "PERSONS",
    MEASURE: stock ? measure !== "STOCK" : measure === "STOCK" || (measure === "INCREMENT" && periodStart === null),
    DEFINITION: countsSomethingElse(claim, metric),
    // Without a beginning nobody knows which releases are in the number.
    WINDOW: !stock && (periodStart === null || (since !== null && !begins(periodStart, since))),
    STALE: freshAt !== null && freshAt.getTime() - asOfSortAt.getTime() > codebook.staleAfterDays * day,
    UNQUANTIFIED: qualifier === "UNQUANTIFIED",
  };
  return incomparabilities.filter((reason) => holds[reason]);
}

/** By a codebook that is on record. The hub counts political cases alone, of any length; its releases are without, its held are with house arrest. */
function countsSomethingElse({ definition }: CountFacts, metric: CountMetric): boolean {
  if (definition === null) return false;
  const houseArrestOtherwise = definition.includesHouseArrest === (countedFor(metric).counted.measure !== "STOCK");
  return definition.politicalOnly !== codebook.politicalOnly || houseArrestOtherwise || (definition.excludesUnderHours ?? 0) > 0;
}

function begins({ earliest, latest }: NonNullable<CountFacts["periodStart"]>, since: Date): boolean {
  if (earliest !== null && earliest.getTime() === since.getTime()) return true;
  return (earliest === null || earliest <= since) && (latest === null || since < latest);
}

/** The claim less the hub's count: [claim.lower − hub.upper, claim.upper − hub.lower]. */
export function gapOf({ lower, upper }: Pick<CountFacts, "lower" | "upper">, hub: Pick<HubCount, "lower" | "upper">): CountGap {
  return { lower: lower === null ? null : lower - hub.upper, upper: upper === null ? null : upper - hub.lower };
}

/** What a gap says. CONSISTENT where it contains zero; MORE_THAN and FEWER_THAN leave their own bound out. */
export function verdictOf({ lower, upper }: CountGap, qualifier: CountQualifier): GapVerdict {
  if (lower !== null && (qualifier === "MORE_THAN" ? lower >= 0 : lower > 0)) return "CLAIM_EXCEEDS";
  if (upper !== null && (qualifier === "FEWER_THAN" ? upper <= 0 : upper < 0)) return "HUB_EXCEEDS";
  return "CONSISTENT";
}

export type Comparison = {
  readonly comparable: boolean;
  readonly reasons: readonly Incomparability[];
  readonly gap: CountGap | null;
  readonly verdict: GapVerdict | null;
};

/** A claim against the hub's count in the claim's own window. Not comparable: both are shown, and nothing is subtracted. */
export function compare(claim: CountFacts, hub: HubCount, question: Question): Comparison {
  const reasons = reasonsAgainst(claim, question);
  if (reasons.length > 0) return { comparable: false, reasons, gap: null, verdict: null };
  const gap = gapOf(claim, hub);
  return { comparable: true, reasons, gap, verdict: verdictOf(gap, claim.qualifier) };
}
