/**
 * What had certainly been published by a moment: pages, and the claims that stand in them. A page had been when the end of its span has come, or when the hub held it: what was recorded had been published, however
 * vaguely its time is known.
 */
import { Prisma } from "../../db/generated/prisma/client.ts";
import { insideWhere, type Asked } from "../time/inside-where.ts";
import type { Clocks } from "./known-at.ts";

/** As a `where` on documents. */
export function publishedDocument({ publishedUntil }: Clocks): Prisma.DocumentWhereInput {
  return publishedUntil == null ? {} : { OR: [{ publishedAtLatest: { lte: publishedUntil } }, { recordedAt: { lte: publishedUntil } }] };
}

/**
 * Pages that were published after one moment and by another, as a `where`: certainly, or also possibly. A page is published before the hub holds it. Null when neither is given.
 */
export function publishedInside({ since, until, includePossible }: Asked): Prisma.DocumentWhereInput | null {
  const inside = [
    ...(insideWhere("publishedAt", { since, until: includePossible ? until : null, includePossible }) ?? []),
    ...(since == null ? [] : [{ recordedAt: { gt: since } }]),
    ...(until == null || includePossible ? [] : [publishedDocument({ publishedUntil: until })]),
  ];
  return inside.length === 0 ? null : { AND: inside };
}

/** As a `where` on claims. */
export function publishedClaim(clocks: Clocks): { document?: Prisma.DocumentWhereInput } {
  return clocks.publishedUntil == null ? {} : { document: publishedDocument(clocks) };
}

/** The same for a table of claims, or its alias, in SQL. */
export function publishedClaimSql({ publishedUntil }: Clocks, alias: string): Prisma.Sql {
  if (publishedUntil == null) return Prisma.sql`TRUE`;
  return Prisma.sql`EXISTS (SELECT FROM "Document" AS page WHERE page."id" = ${Prisma.raw(alias)}."documentId" AND LEAST(page."publishedAtLatest", page."recordedAt") <= ${publishedUntil})`;
}

type Page = { readonly publishedAtLatest: Date | null; readonly recordedAt: Date };

/** The same rule as a value. */
export function isPublished({ publishedAtLatest, recordedAt }: Page, { publishedUntil }: Clocks): boolean {
  return publishedUntil == null || recordedAt <= publishedUntil || (publishedAtLatest !== null && publishedAtLatest <= publishedUntil);
}
