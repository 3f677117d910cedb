/** Whether a claim still stands: follows from its successor and from whether it is a withdrawal; stored nowhere else. */
import type { KnownAt } from "./known-at.ts";

export const claimStatuses = ["ACTIVE", "SUPERSEDED", "RETRACTED"] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

type Lifecycle = { readonly supersededAt: Date | null; readonly retraction: boolean };

/** The status now, or as it was known at a moment after the claim was recorded. */
export function statusOf({ supersededAt, retraction }: Lifecycle, knownAt?: KnownAt): ClaimStatus {
  if (supersededAt !== null && (knownAt == null || supersededAt <= knownAt)) return "SUPERSEDED";
  return retraction ? "RETRACTED" : "ACTIVE";
}

/** The same rule as a `where`. */
export function whereStatus(status: ClaimStatus, knownAt?: KnownAt) {
  if (status === "SUPERSEDED") return { supersededAt: knownAt == null ? { not: null } : { lte: knownAt } };
  const retraction = status === "RETRACTED";
  return knownAt == null
    ? { supersededAt: null, retraction }
    : { retraction, OR: [{ supersededAt: null }, { supersededAt: { gt: knownAt } }] };
}
