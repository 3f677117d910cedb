/**
 * Whether a claim still stands: follows from its successor and from whether it is a withdrawal; stored nowhere else. One rule, as a value, as a `where` and in SQL.
 *
 * With `publishedUntil`, what a source itself changed or withdrew counts once the page had been published in which it did; what the hub corrected always does: until the source's update was out, its earlier word
 * stood.
 */
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { ClaimChangeReason } from "../../db/generated/prisma/enums.ts";
import { recordedBefore, type Clocks } from "./known-at.ts";
import { isPublished, publishedClaim, publishedClaimSql } from "./published.ts";

export const claimStatuses = ["ACTIVE", "SUPERSEDED", "RETRACTED"] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

type Page = { readonly publishedAtLatest: Date | null; readonly recordedAt: Date };
type Lifecycle = {
  readonly supersededAt: Date | null;
  readonly retraction: boolean;
  /** Needed where it is asked by a `publishedUntil`. */
  readonly supersededBy?: { readonly changeReason: ClaimChangeReason | null; readonly document: Page } | null;
};

const bySource = ["SOURCE_UPDATED", "SOURCE_RETRACTED"] as const satisfies ClaimChangeReason[];

/** The status now, or as it was known at a moment after the claim was recorded. */
export function statusOf({ supersededAt, retraction, supersededBy }: Lifecycle, clocks: Clocks = {}): ClaimStatus {
  const { knownAt } = clocks;
  const superseded = supersededAt !== null && (knownAt == null || supersededAt <= knownAt);
  const out =
    supersededBy == null || !bySource.some((reason) => reason === supersededBy.changeReason) || isPublished(supersededBy.document, clocks);
  if (superseded && out) return "SUPERSEDED";
  return retraction ? "RETRACTED" : "ACTIVE";
}

/** A successor that the source gave in a page that had not been published, as a `where` on the claim before it. */
function yetToBePublished({ publishedUntil }: Clocks): { supersededBy: Prisma.ClaimWhereInput }[] {
  if (publishedUntil == null) return [];
  const later = [
    { OR: [{ publishedAtLatest: null }, { publishedAtLatest: { gt: publishedUntil } }] },
    { recordedAt: { gt: publishedUntil } },
  ];
  return [{ supersededBy: { changeReason: { in: [...bySource] }, document: { AND: later } } }];
}

/** The same rule as a `where`. It may hold an OR or an AND: beside others it belongs into an AND. */
export function whereStatus(status: ClaimStatus, clocks: Clocks = {}): Prisma.ClaimWhereInput {
  const { knownAt } = clocks;
  const yet = yetToBePublished(clocks);
  if (status === "SUPERSEDED")
    return {
      supersededAt: knownAt == null ? { not: null } : { lte: knownAt },
      ...(yet.length === 0 ? {} : { NOT: yet }),
    };
  const retraction = status === "RETRACTED";
  if (knownAt == null && yet.length === 0) return { supersededAt: null, retraction };
  return { retraction, OR: [{ supersededAt: null }, ...(knownAt == null ? [] : [{ supersededAt: { gt: knownAt } }]), ...yet] };
}

/** A claim that stands: recorded and published by then, and ACTIVE. */
export function isLiveClaim(claim: Lifecycle & { readonly recordedAt: Date; readonly document?: Page }, clocks: Clocks): boolean {
  const published = claim.document === undefined || isPublished(claim.document, clocks);
  return (clocks.knownAt == null || claim.recordedAt <= clocks.knownAt) && published && statusOf(claim, clocks) === "ACTIVE";
}

/** The same rule as a `where`. It may hold an OR: beside another one it belongs into an AND. */
export function liveClaim(clocks: Clocks): Prisma.ClaimWhereInput {
  return { ...recordedBefore(clocks.knownAt), ...publishedClaim(clocks), ...whereStatus("ACTIVE", clocks) };
}

/** The same rule for a table, or its alias, in SQL. */
export function liveClaimSql(clocks: Clocks, alias: string): Prisma.Sql {
  const { knownAt, publishedUntil } = clocks;
  const column = (name: string) => Prisma.raw(`${alias}."${name}"`);
  if (knownAt == null && publishedUntil == null) return Prisma.sql`(${column("supersededAt")} IS NULL AND NOT ${column("retraction")})`;
  const recorded = knownAt == null ? Prisma.sql`TRUE` : Prisma.sql`${column("recordedAt")} <= ${knownAt}`;
  const later = knownAt == null ? Prisma.sql`FALSE` : Prisma.sql`${column("supersededAt")} > ${knownAt}`;
  const yet =
    publishedUntil == null
      ? Prisma.sql`FALSE`
      : Prisma.sql`EXISTS (SELECT FROM "Claim" AS successor WHERE successor."supersedesId" = ${column("id")} AND successor."changeReason"::text = ANY (${[...bySource]}::text[])
          AND NOT ${publishedClaimSql(clocks, "successor")})`;
  return Prisma.sql`(${recorded} AND ${publishedClaimSql(clocks, alias)} AND NOT ${column("retraction")} AND (${column("supersededAt")} IS NULL OR ${later} OR ${yet}))`;
}
