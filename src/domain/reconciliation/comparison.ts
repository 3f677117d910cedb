/**
 * Reconciliation: a source's count beside the hub's own, comparability first. Pure. Bounds and lifecycles of statements follow the Beneficial Ownership Data Standard, as-of and known-at
 * the two clocks of Delphi Epidata; the rules are DOMAIN's ("Reconciliation").
 */
import type { CountMeasure, CountMetric, CountQualifier, CountUnit } from "../../db/generated/prisma/enums.ts";
import { codebook, countedFor } from "./codebook.ts";
import { beginningOfTime, happenedBy, instant, noLaterThan, type Bounds } from "../time/compare.ts";
import type { HubCount, Window } from "./hub-count.ts";

/** Why two numbers are not subtracted. In this order wherever several hold. */
export const incomparabilities = [
  "METRIC",
  "UNIT",
  "MEASURE",
  "DEFINITION",
  "BREAKDOWN",
  "WINDOW",
  "STALE",
  "UNQUANTIFIED",
  "NOT_DECIDED",
] as const;
export type Incomparability = (typeof incomparabilities)[number];

export type GapVerdict = "CONSISTENT" | "CLAIM_EXCEEDS" | "HUB_EXCEEDS" | "DIFFERENT_PEOPLE";

/** Bounds of a difference; null is unbounded. `approximate` where one of the numbers is "about" so many. */
export type CountGap = { readonly lower: number | null; readonly upper: number | null; readonly approximate?: boolean };

export type CountFacts = {
  readonly metric: CountMetric;
  readonly measure: CountMeasure;
  readonly unit: CountUnit;
  readonly qualifier: CountQualifier;
  readonly lower: number | null;
  readonly upper: number | null;
  /** When it was so, no later than its page appeared and the hub recorded it (`currencyOf`). */
  readonly asOf: Bounds;
  /** Since when it counts; null when not stated. */
  readonly periodStart: Bounds | null;
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
  /** Whether anybody has decided on anything of the kind yet. */
  readonly decided: boolean;
  /** Whether the hub knows of people what the claim's breakdown says of them; it does where this is not given. */
  readonly told?: boolean;
  /** Whether something on record lies otherwise in one window than in the other. */
  readonly differ: (one: Window, other: Window) => boolean;
};

const day = 86_400_000;

/** When a claim was so: as it says, but no later than its page appeared and the hub recorded it. */
export const currencyOf = (asOf: Bounds, publishedAt: Bounds, recordedAt: Date): Bounds =>
  noLaterThan(noLaterThan(asOf, publishedAt), instant(recordedAt));

/** The moment by which a claim's age is judged, and the latest of a series found: the end of its currency. */
export const currentAt = ({ asOf }: Pick<CountFacts, "asOf">): number => Number(asOf.latest);

/** What tells where a count stands in its series: when it was so, by when its page had appeared and when it was recorded. */
export type Told = Pick<CountFacts, "asOf"> & { readonly publishedBy: Date; readonly recordedAt: Date };

/** By when a page had appeared: no later than the hub held it. */
export const publishedBy = ({ publishedAtLatest, recordedAt }: { publishedAtLatest: Date | null; recordedAt: Date }): Date =>
  new Date(Number(noLaterThan({ earliest: null, latest: publishedAtLatest }, instant(recordedAt)).latest));

/** The order of a series: as the counts were so, of one moment as they were published, of one page as they were recorded. Zero of two that nothing tells apart. In SQL it is `toldSql`. */
export function inOrderTold(a: Told, b: Told): number {
  const placeOf = (count: Told) => [
    currentAt(count),
    Number(count.asOf.earliest ?? Number.NEGATIVE_INFINITY),
    +count.publishedBy,
    +count.recordedAt,
  ];
  const [one, other] = [placeOf(a), placeOf(b)];
  const at = one.findIndex((moment, place) => moment !== other[place]);
  return at === -1 ? 0 : one[at]! < other[at]! ? -1 : 1;
}

/** The window in which the hub counts beside a claim, as uncertain as the claim's own: after its beginning, up to when it was so. */
export function windowOf({ periodStart, asOf }: Pick<CountFacts, "periodStart" | "asOf">): Window {
  return { start: periodStart ?? beginningOfTime, end: asOf };
}

/** Everything that forbids to subtract the hub's count from the claim's; empty when nothing does. */
export function reasonsAgainst(claim: CountFacts, { metric, since, freshAt, decided, told = true, differ }: Question): Incomparability[] {
  const { counted, same } = countedFor(metric);
  const { measure, periodStart, qualifier, unit } = claim;
  const stock = counted.measure === "STOCK";
  const holds: Record<Incomparability, boolean> = {
    METRIC: !same || claim.metric !== metric,
    UNIT: unit !== "PERSONS",
    MEASURE: stock ? measure !== "STOCK" : measure === "STOCK" || (measure === "INCREMENT" && periodStart === null),
    DEFINITION: countsSomethingElse(claim, metric),
    BREAKDOWN: !told,
    WINDOW: !stock && windowsBetween(claim, since).some(([one, other]) => differ(one, other)),
    STALE: freshAt !== null && freshAt.getTime() - currentAt(claim) > codebook.staleAfterDays * day,
    UNQUANTIFIED: qualifier === "UNQUANTIFIED",
    NOT_DECIDED: !decided,
  };
  return incomparabilities.filter((reason) => holds[reason]);
}

/**
 * By what a codebook says: the hub counts political cases alone; its releases are without, its held are with house arrest. What it leaves open contradicts nothing, no more than a codebook that is missing; and
 * short detentions that it leaves out are left out of the hub's count too.
 */
function countsSomethingElse({ definition }: CountFacts, metric: CountMetric): boolean {
  if (definition === null) return false;
  const houseArrestOtherwise = definition.includesHouseArrest === (countedFor(metric).counted.measure !== "STOCK");
  return definition.politicalOnly === !codebook.politicalOnly || houseArrestOtherwise;
}

/** Detentions under so many hours are not in the number. */
export const hoursLeftOutOf = ({ definition }: Pick<CountFacts, "definition">): number => definition?.excludesUnderHours ?? 0;

/** The windows between which the claim's own and the one asked for leave the choice: none when the claim begins as was asked; without a beginning the window may be any, an empty one too. */
function windowsBetween(claim: CountFacts, since: Date | null): [Window, Window][] {
  const window = windowOf(claim);
  if (claim.periodStart === null) return [[window, { ...window, start: instant(Number.POSITIVE_INFINITY) }]];
  return since === null || begins(claim.periodStart, since) ? [] : [[window, { ...window, start: instant(since) }]];
}

/** Whether a period may begin with a moment; a day begins with its own first. */
function begins(periodStart: Bounds, since: Date): boolean {
  return happenedBy(periodStart, since) === "POSSIBLE" || Number(periodStart.earliest) === since.getTime();
}

/** The numbers that a claim allows. Persons are whole: more than 200 are at least 201, fewer than 20 at most 19, about 50 are 45 to 55; a decimal stays as it was published. */
export function personsOf({ qualifier, lower, upper }: Pick<CountFacts, "qualifier" | "lower" | "upper">): CountGap {
  if (qualifier === "MORE_THAN") return { lower: lower === null ? null : Math.floor(lower) + 1, upper };
  if (qualifier === "FEWER_THAN") return { lower, upper: upper === null ? null : Math.ceil(upper) - 1 };
  if (qualifier !== "ABOUT") return { lower, upper };
  const reach = codebook.aboutTolerance;
  return {
    lower: lower === null ? null : Math.ceil(lower * (1 - reach)),
    upper: upper === null ? null : Math.floor(upper * (1 + reach)),
    approximate: true,
  };
}

// Decimals that were published have few digits; what binary fractions add to a difference of them is none of theirs.
const digits = 1e9;
export const asPublished = (difference: number) => Math.round(difference * digits) / digits;

/** The claim less the hub's count: [least persons − hub.upper, most persons − hub.lower]. */
export function gapOf(claim: Pick<CountFacts, "qualifier" | "lower" | "upper">, hub: Pick<HubCount, "lower" | "upper">): CountGap {
  const { lower, upper, approximate = false } = personsOf(claim);
  return {
    lower: lower === null ? null : asPublished(lower - hub.upper),
    upper: upper === null ? null : asPublished(upper - hub.lower),
    approximate,
  };
}

/** What a gap says: CONSISTENT exactly where it contains zero. */
export function verdictOf({ lower, upper }: CountGap): GapVerdict {
  if (lower !== null && lower > 0) return "CLAIM_EXCEEDS";
  return upper !== null && upper < 0 ? "HUB_EXCEEDS" : "CONSISTENT";
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
  return { comparable: true, reasons, gap, verdict: verdictOf(gap) };
}

/**
 * The same for a source that published the names behind its number: a sum that agrees over different people is no agreement. Each side must name somebody whom the other lacks; the gap stays as it is.
 */
export function compareNamed(comparison: Comparison, theirsOnly: number, oursOnly: number): Comparison {
  const differ = comparison.verdict === "CONSISTENT" && theirsOnly > 0 && oursOnly > 0;
  return differ ? { ...comparison, verdict: "DIFFERENT_PEOPLE" } : comparison;
}
