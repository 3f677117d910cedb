/** Which claims an export may hold. Pure. */

export type ClaimLink = {
  readonly id: string;
  readonly key: string;
  readonly supersedesId: string | null;
  /** Set when a row that supersedes this one is on record, seen or not. */
  readonly supersededAt: Date | null;
  readonly retraction: boolean;
};

/**
 * Of the claims that a viewer sees, those that can be told without saying something untrue: a claim whose correction is hidden would look as if it still stood, and a withdrawal
 * whose predecessor is hidden as if it asserted something.
 */
export function exportable(claims: readonly ClaimLink[]): ClaimLink[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const told = new Set<string>();
  // Back from each that nothing supersedes: what is not reached has a hidden successor.
  for (const latest of claims) {
    if (latest.supersededAt !== null) continue;
    for (let claim: ClaimLink | undefined = latest; claim !== undefined; claim = byId.get(claim.supersedesId ?? "")) told.add(claim.id);
  }
  return claims.filter(({ id, retraction, supersedesId }) => told.has(id) && (!retraction || byId.has(supersedesId ?? "")));
}
