/** Corrections of documents. */
import { amendDocument } from "../../domain/amending/amend-document.ts";
import { mutation } from "../base/mutation.ts";
import { TimeSpanInput } from "../base/time-span.ts";
import { Document, DocumentKind } from "../records/document.ts";
import { documentFields } from "../words/record.ts";
import { amending, amendmentInput, basisReference } from "./amendment-input.ts";

mutation(amendDocument, {
  description: `Corrects a document, and evaluates what rests on it again. ${amending}`,
  references: { document: ["Document"], publisher: ["Source"], derivedFrom: ["Document"], ...basisReference },
  input: (t) => ({
    document: t.id({ required: true, description: "The id of the document." }),
    ...amendmentInput(t),
    publisher: t.id({ description: documentFields.publisher }),
    authors: t.stringList({ description: documentFields.authors }),
    title: t.string({ description: documentFields.title }),
    url: t.string({ description: documentFields.url }),
    language: t.string({ description: documentFields.language }),
    kind: t.field({ type: DocumentKind, description: documentFields.kind }),
    publishedAt: t.field({ type: TimeSpanInput, description: documentFields.publishedAt }),
    retrievedAt: t.field({ type: "DateTime", description: documentFields.retrievedAt }),
    archiveUrl: t.string({ description: documentFields.archiveUrl }),
    sha256: t.string({ description: documentFields.sha256 }),
    derivedFrom: t.idList({ description: documentFields.derivedFrom }),
  }),
  payload: (t) => ({
    document: t.prismaField({
      type: Document,
      description: "The document as it is now.",
      resolve: (query, { id }, _args, { prisma }) => prisma.document.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
