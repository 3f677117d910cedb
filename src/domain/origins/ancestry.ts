/** Ancestry of documents: which pages a page repeats, and which repeat it, generation by generation. The pages may repeat one another in circles. */
import { chunks } from "../../db/chunks.ts";
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import { readWritten } from "../../db/portion.ts";

/** The documents and all that they are derived from, by id, each with its publisher now and as stated, its authors, when it was published, and the ids of the documents that it repeats. */
export async function ancestryOf(db: Db, documentIds: readonly string[]): Promise<ReadonlyMap<string, Page>> {
  const found: Written[] = [];
  for (const ids of chunks(new Set(documentIds)))
    found.push(...(await readWritten<Written>(db, pageWritten, pagesSql(Prisma.sql`SELECT unnest(${ids}::uuid[])`))));
  return pagesOf(found);
}

type Page = {
  readonly id: string;
  readonly publisher: { readonly id: string } | null;
  readonly statedPublisherId: string | null;
  readonly authors: readonly string[];
  readonly publishedAtEarliest: Date | null;
  readonly publishedAtLatest: Date | null;
  readonly derivedFrom: readonly string[];
};
type Written = [
  id: string,
  publisherId: string | null,
  statedPublisherId: string | null,
  authors: string[],
  earliest: number | null,
  latest: number | null,
  derivedFrom: string[],
];

/** What follows FROM, as part of a statement: the documents of these ids and all that they are derived from, as "page". */
export const pagesSql = (ids: Prisma.Sql): Prisma.Sql => Prisma.sql`"Document" AS page WHERE page."id" IN (
  WITH RECURSIVE behind("id") AS (${ids} UNION SELECT link."A" FROM behind JOIN "_DerivedFrom" AS link ON link."B" = behind."id") SELECT behind."id" FROM behind)`;

/** Each of them as `pagesOf` reads it. */
export const pageWritten = Prisma.sql`json_build_array(page."id", page."publisherId", page."statedPublisherId", COALESCE(page."authors", '{}'), extract(epoch FROM page."publishedAtEarliest") * 1000,
  extract(epoch FROM page."publishedAtLatest") * 1000, ARRAY(SELECT link."A" FROM "_DerivedFrom" AS link WHERE link."B" = page."id" ORDER BY link."A"))`;

export function pagesOf(written: readonly unknown[]): ReadonlyMap<string, Page> {
  const date = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds));
  return new Map(
    (written as readonly Written[]).map(([id, publisherId, statedPublisherId, authors, earliest, latest, derivedFrom]) => [
      id,
      {
        ...{ id, publisher: publisherId === null ? null : { id: publisherId }, statedPublisherId, authors, derivedFrom },
        ...{ publishedAtEarliest: date(earliest), publishedAtLatest: date(latest) },
      },
    ]),
  );
}

/** Ids of the documents and of all that are derived from them. */
export async function descendantsOf(db: Db, documentIds: readonly string[]): Promise<string[]> {
  const known = new Set<string>();
  for (let wanted = [...new Set(documentIds)]; wanted.length > 0;) {
    const next = new Set<string>();
    for (const ids of chunks(wanted)) {
      const select = { id: true, derivatives: { select: { id: true } } } as const;
      for (const { id, derivatives } of await db.document.findMany({ where: { id: { in: ids } }, select })) {
        known.add(id);
        for (const derived of derivatives) next.add(derived.id);
      }
    }
    wanted = [...next].filter((id) => !known.has(id));
  }
  return [...known];
}
