/** Ancestry of documents: which pages a page repeats, and which repeat it, generation by generation. The pages may repeat one another in circles. */
import { chunks } from "../../db/chunks.ts";
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import { readWritten } from "../../db/portion.ts";

/** The documents and all that they are derived from, by id, each with its publisher now and as stated, its authors, when it was published, and the ids of the documents that it repeats. */
export async function ancestryOf(db: Db, documentIds: readonly string[]) {
  const date = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds));
  return walk(documentIds, async (ids) => {
    const documents = await readWritten<Written>(
      db,
      Prisma.sql`json_build_array(document."id", document."publisherId", document."statedPublisherId", COALESCE(document."authors", '{}'), extract(epoch FROM document."publishedAtEarliest") * 1000,
        extract(epoch FROM document."publishedAtLatest") * 1000, ARRAY(SELECT link."A" FROM "_DerivedFrom" AS link WHERE link."B" = document."id" ORDER BY link."A"))`,
      Prisma.sql`"Document" AS document WHERE document."id" = ANY (${ids}::uuid[])`,
    );
    return documents.map(([id, publisherId, statedPublisherId, authors, earliest, latest, derivedFrom]) => ({
      ...{ id, publisher: publisherId === null ? null : { id: publisherId }, statedPublisherId, authors, derivedFrom, next: derivedFrom },
      ...{ publishedAtEarliest: date(earliest), publishedAtLatest: date(latest) },
    }));
  });
}

type Written = [
  id: string,
  publisherId: string | null,
  statedPublisherId: string | null,
  authors: string[],
  earliest: number | null,
  latest: number | null,
  derivedFrom: string[],
];

/** Ids of the documents and of all that are derived from them. */
export async function descendantsOf(db: Db, documentIds: readonly string[]): Promise<string[]> {
  const documents = await walk(documentIds, async (ids) => {
    const select = { id: true, derivatives: { select: { id: true } } } as const;
    const found = await db.document.findMany({ where: { id: { in: ids } }, select });
    return found.map(({ id, derivatives }) => ({ id, next: derivatives.map((derived) => derived.id) }));
  });
  return [...documents.keys()];
}

type Step = { readonly id: string; readonly next: readonly string[] };

/** Reads documents and what each leads to, until nothing new is led to. */
async function walk<Document extends Step>(
  from: readonly string[],
  read: (ids: string[]) => Promise<readonly Document[]>,
): Promise<Map<string, Document>> {
  const known = new Map<string, Document>();
  for (let wanted = [...new Set(from)]; wanted.length > 0;) {
    const next = new Set<string>();
    for (const ids of chunks(wanted))
      for (const document of await read(ids)) {
        known.set(document.id, document);
        for (const id of document.next) next.add(id);
      }
    wanted = [...next].filter((id) => !known.has(id));
  }
  return known;
}
