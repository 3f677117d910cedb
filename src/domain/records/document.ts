/** Documents: what was published, as distinct from who asserts what in it. */
import * as z from "zod";
import type { Db } from "../../db/database.ts";
import { DocumentKind } from "../../db/generated/prisma/enums.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { audit, recordedBy, type Verb } from "../change.ts";
import { checkRecorded, id, list, moment, orNull, text, timeSpan, url, visibility } from "../input.ts";
import { idOfContent } from "../identity.ts";
import { requireSource } from "./source.ts";
import { sortingMoment } from "../time/compare.ts";
import { spanColumns } from "../time/span.ts";
import { canSee, visibleWhere, type Viewer } from "../viewer.ts";

export const documentDraft = z.object({
  publisher: orNull(id),
  authors: list(text(300)),
  title: orNull(text(500)),
  url: orNull(url),
  language: orNull(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: "a BCP 47 language tag, such as es" })),
  kind: z.enum(DocumentKind),
  publishedAt: timeSpan,
  retrievedAt: orNull(moment),
  archiveUrl: orNull(url),
  sha256: orNull(z.string().regex(/^[0-9a-f]{64}$/, { error: "the SHA-256 of the capture, 64 lower-case hexadecimal digits" })),
  derivedFrom: list(id),
  visibility: visibility.nullish().transform((value) => value ?? "PUBLIC"),
});

/** `derivedFrom` is a relation, not a column: it is written apart. */
export function documentRow({ publisher, publishedAt, derivedFrom: _, ...draft }: z.output<typeof documentDraft>, now: Date) {
  return { ...draft, publisherId: publisher, ...spanColumns("publishedAt", publishedAt), publishedSortAt: sortingMoment(publishedAt, now) };
}

/** Records a document. The same again changes nothing; another document with the same SHA-256 is a Conflict. */
export const recordDocument: Verb = {
  name: "recordDocument",
  scope: "RECORDER",
  async run(db, viewer, input, now) {
    const draft = checkRecorded(documentDraft, input, now);
    if (draft.publisher !== null) await requireSource(db, viewer, draft.publisher);
    for (const origin of draft.derivedFrom) await requireDocument(db, viewer, origin);
    const byContent = idOfContent("Document", draft);
    const known = await db.document.findUnique({ where: { id: byContent }, select: { visibility: true } });
    // The same words as a hidden page's make a page of their own: that it is on record already would tell of it (docs/decisions/hidden-ids.md).
    const elses = known !== null && !canSee(viewer, known) && !(await recordedBy(db, viewer, "Document", byContent));
    const documentId = elses ? idOfContent("Document", [byContent, viewer.actor]) : byContent;
    if (draft.sha256 !== null) {
      const same = await db.document.findUnique({ where: { sha256: draft.sha256 }, select: { id: true } });
      if (same && same.id !== documentId)
        throw new Conflict(
          `The SHA-256 ${draft.sha256} is not available: each capture is one document, and this one is on record with other content.`,
        );
    }
    const row = { id: documentId, key: documentId, ...documentRow(draft, now), recordedAt: now };
    const { count } = await db.document.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) return { id: documentId, changed: false };
    await linkOrigins(db, documentId, draft.derivedFrom);
    await audit(db, viewer.actor, "recordDocument", "Document", documentId);
    return { id: documentId, changed: true };
  },
};

/** Sets the documents that this one repeats. */
export async function linkOrigins(db: Db, documentId: string, origins: readonly string[]): Promise<void> {
  if (origins.length > 0)
    await db.document.update({ where: { id: documentId }, data: { derivedFrom: { set: origins.map((origin) => ({ id: origin })) } } });
}

/** @throws NotFound unless the viewer can see the document */
export async function requireDocument(db: Db, viewer: Viewer, documentId: string): Promise<void> {
  if (!(await db.document.findFirst({ where: { id: documentId, ...visibleWhere(viewer) }, select: { id: true } })))
    throw new NotFound("document", documentId);
}
