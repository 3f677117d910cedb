/** Whether a claim still stands: follows from its successor and from whether it is a withdrawal; stored nowhere else. One rule, as a value, as a `where` and in SQL. */
import { Prisma } from "../../db/generated/prisma/client.ts";
import { recordedBefore, type Clocks, type KnownAt } from "./known-at.ts";

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

/** A claim that stands: recorded by then, and ACTIVE. */
export function isLiveClaim(claim: Lifecycle & { readonly recordedAt: Date }, { knownAt }: Clocks): boolean {
  return (knownAt == null || claim.recordedAt <= knownAt) && statusOf(claim, knownAt) === "ACTIVE";
}

/** The same rule as a `where`. It may hold an OR: beside another one it belongs into an AND. */
export function liveClaim({ knownAt }: Clocks) {
  return { ...recordedBefore(knownAt), ...whereStatus("ACTIVE", knownAt) };
}

/** The same rule for a table, or its alias, in SQL. */
export function liveClaimSql({ knownAt }: Clocks, alias: string): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`${alias}."${name}"`);
  if (knownAt == null) return Prisma.sql`(${column("supersededAt")} IS NULL AND NOT ${column("retraction")})`;
  return Prisma.sql`(${column("recordedAt")} <= ${knownAt} AND NOT ${column("retraction")} AND (${column("supersededAt")} IS NULL OR ${column("supersededAt")} > ${knownAt}))`;
}
