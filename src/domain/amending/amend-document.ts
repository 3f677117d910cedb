/** amendDocument: a page is corrected. What rests on it is looked at again. */
import type * as z from "zod";
import type { Db } from "../../db/database.ts";
import { Conflict, InvalidInput } from "../../errors.ts";
import { descendantsOf } from "../origins/ancestry.ts";
import { documentDraft, documentRow, requireDocument } from "../records/document.ts";
import { requireSource } from "../records/source.ts";
import { spanOf } from "../time/span.ts";
import { eventsRestingOn } from "../verification/events-resting-on.ts";
import { reevaluate } from "../verification/verification.ts";
import { visibleWhere, type Viewer } from "../viewer.ts";
import { amendment, type Columns } from "./amend.ts";

/** What of a document can be corrected, by column. */
export function documentColumns(draft: z.output<typeof documentDraft>, recordedAt: Date): Columns {
  const { publisherId, visibility: _, ...columns } = documentRow(draft, recordedAt);
  return { ...columns, statedPublisherId: publisherId, derivedFrom: draft.derivedFrom.toSorted() };
}

/** What tells from where a claim may stem, and whether it can be evidence of an event. */
export const bearingOfDocument = ["statedPublisherId", "derivedFrom", "authors", "publishedAtEarliest", "publishedAtLatest"] as const;

async function read(db: Db, viewer: Viewer, id: string) {
  await db.$queryRaw`SELECT "id" FROM "Document" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await db.document.findFirst({ where: { id, ...visibleWhere(viewer) }, include: { derivedFrom: { select: { id: true } } } });
  return row && { ...row, derivedFrom: row.derivedFrom.map((origin) => origin.id).toSorted() };
}

export const amendDocument = amendment("amendDocument", {
  noun: "Document",
  field: "document",
  draft: documentDraft,
  read,
  asInput: (row) => ({ ...row, publisher: row.statedPublisherId, publishedAt: spanOf("publishedAt", row) }),
  columns: (draft, row) => documentColumns(draft, row.recordedAt),
  async require(db, viewer, { statedPublisherId: publisher, derivedFrom, sha256 }, row) {
    if (typeof publisher === "string") await requireSource(db, viewer, publisher);
    if (Array.isArray(derivedFrom)) {
      const known = new Set(row.derivedFrom);
      for (const origin of derivedFrom as string[]) if (!known.has(origin)) await requireDocument(db, viewer, origin);
      const below = new Set(await descendantsOf(db, [row.id]));
      if (derivedFrom.some((origin) => below.has(origin as string)))
        throw new InvalidInput([
          { path: "input.derivedFrom", expected: "documents that do not repeat this one", received: "this one, or one that repeats it" },
        ]);
    }
    if (typeof sha256 === "string" && (await db.document.findUnique({ where: { sha256 }, select: { id: true } })))
      throw new Conflict(`The SHA-256 ${sha256} is not available: each capture is one document.`);
  },
  async follow(db, { id }, changed, now) {
    const origins = changed["derivedFrom"];
    if (Array.isArray(origins)) {
      const set = origins.map((origin) => ({ id: origin as string }));
      await db.document.update({ where: { id }, data: { derivedFrom: { set } }, select: { id: true } });
    }
    if (!bearingOfDocument.some((column) => column in changed)) return;
    await reevaluate(db, await eventsRestingOn(db, { sources: [], documents: [id] }), now);
  },
});
