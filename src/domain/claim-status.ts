/** Whether a claim still stands: follows from its successor and from whether it is a withdrawal; stored nowhere else. */

export const claimStatuses = ["ACTIVE", "SUPERSEDED", "RETRACTED"] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

type Lifecycle = { readonly supersededAt: Date | null; readonly retraction: boolean };

export function statusOf({ supersededAt, retraction }: Lifecycle): ClaimStatus {
  if (supersededAt !== null) return "SUPERSEDED";
  return retraction ? "RETRACTED" : "ACTIVE";
}

/** The same rule as a `where`. */
export function whereStatus(status: ClaimStatus) {
  if (status === "SUPERSEDED") return { supersededAt: { not: null } };
  return { supersededAt: null, retraction: status === "RETRACTED" };
}
