/** A source's counts of parts, summed for the whole: our sum, which the source does not say. Pure. */
import { personsOf, type CountFacts, type CountGap } from "../reconciliation/comparison.ts";
import { spanning } from "../time/compare.ts";

/** A facility with those that are its parts. */
export type Part = { readonly id: string; readonly parts: readonly Part[] };

export type Summed<Claim> = {
  readonly claims: readonly Claim[];
  /** How many parts are counted, of how many. A part that is not counted itself stands for as many as its own parts where any of them is counted. */
  readonly covered: number;
  readonly of: number;
};

/** The counts to sum: of each part its own, or else those of its parts. Nobody is counted in two of them, as nobody is held in two places at once. */
export function coverage<Claim>(parts: readonly Part[], claimOf: (facilityId: string) => Claim | undefined): Summed<Claim> {
  const found = parts.map(({ id, parts: inner }): Summed<Claim> => {
    const own = claimOf(id);
    if (own !== undefined) return { claims: [own], covered: 1, of: 1 };
    const within = coverage(inner, claimOf);
    return within.covered === 0 ? { claims: [], covered: 0, of: 1 } : within;
  });
  const total = (of: (one: Summed<Claim>) => number) => found.reduce((sum, one) => sum + of(one), 0);
  return { claims: found.flatMap(({ claims }) => claims), covered: total(({ covered }) => covered), of: total(({ of }) => of) };
}

/** The sum as if the source had said it. Where a part is not counted there may be any number more; it was so at some moment from the first of the counts to the last. */
export function sumAsFacts(claims: readonly CountFacts[], complete: boolean): CountFacts & Pick<CountGap, "approximate"> {
  const persons = claims.map(personsOf);
  const uppers = persons.map(({ upper }) => upper);
  const upper = !complete || uppers.includes(null) ? null : uppers.reduce((sum: number, one) => sum + one!, 0);
  const lower = persons.reduce((sum, one) => sum + (one.lower ?? 0), 0);
  return {
    ...claims[0]!,
    ...{ qualifier: upper === null ? "AT_LEAST" : "RANGE", lower, upper },
    asOf: spanning(claims.map(({ asOf }) => asOf)),
    approximate: persons.some(({ approximate }) => approximate === true),
  };
}
