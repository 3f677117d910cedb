/** Documents: what was published. */
import { DocumentKind as kinds } from "../../db/generated/prisma/enums.ts";
import { recordDocument } from "../../domain/records/document.ts";
import { canSee, visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { connectionOf } from "../base/connection.ts";
import { given, when } from "../base/filter.ts";
import { idOf } from "../base/ids.ts";
import { foundBy } from "../base/nodes.ts";
import { newestPublished } from "../base/order.ts";
import { listPage } from "../pages/list.ts";
import { relatedList } from "../pages/related-list.ts";
import { Source } from "./source.ts";
import { Visibility } from "./visibility.ts";
import { readSpan, spanSelection, TimeSpan, TimeSpanInput } from "../base/time-span.ts";

export const DocumentKind = builder.enumType(kinds, { name: "DocumentKind" });

export const Document = builder.prismaNode("Document", {
  description: "What was published. The speaker is not the page: see each claim for who asserts it.",
  id: { field: "id" },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    title: t.exposeString("title", { nullable: true }),
    url: t.expose("url", { type: "URL", nullable: true }),
    publisher: t.field({
      type: Source,
      nullable: true,
      description: "Null when the document does not name its publisher.",
      select: (_args, _context, nested) => ({ publisher: nested({ select: { id: true, visibility: true } }) }),
      resolve: ({ publisher }, _args, { viewer }) => (canSee(viewer, publisher) ? publisher : null),
    }),
    authors: t.exposeStringList("authors"),
    kind: t.expose("kind", { type: DocumentKind }),
    language: t.exposeString("language", { nullable: true, description: "BCP 47." }),
    publishedAt: t.field({ type: TimeSpan, select: spanSelection("publishedAt"), resolve: (row) => readSpan("publishedAt", row) }),
    retrievedAt: t.expose("retrievedAt", { type: "DateTime", nullable: true }),
    sha256: t.exposeString("sha256", { nullable: true, description: "Of the capture that was read." }),
    archiveUrl: t.expose("archiveUrl", { type: "URL", nullable: true }),
    recordedAt: t.expose("recordedAt", { type: "DateTime" }),
    derivedFrom: t.relation("derivedFrom", {
      query: (_args, { viewer }) => ({ where: visibleWhere(viewer), orderBy: { id: "asc" } }),
      description: "The documents that this one repeats.",
    }),
  }),
});

foundBy("Document", ({ prisma, viewer }, ids) =>
  prisma.document.findMany({ where: { id: { in: ids }, ...visibleWhere(viewer) }, select: { id: true } }),
);

export const DocumentConnection = connectionOf("Document", Document);

builder.prismaObjectField(Source, "documents", (t) =>
  relatedList(
    t,
    "documents",
    {
      type: Document,
      description: "What this source published, newest first.",
      rows: (_args, { viewer }) => ({ where: visibleWhere(viewer), order: newestPublished }),
    },
    DocumentConnection,
  ),
);

const DocumentFilter = builder.inputType("DocumentFilter", {
  fields: (t) => ({ kind: t.field({ type: DocumentKind }), publisher: t.id(), language: t.string() }),
});

builder.queryFields((t) => ({
  document: t.prismaField({
    type: Document,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, { prisma, viewer }) =>
      prisma.document.findFirst({ ...query, where: { id: idOf(id, "Document"), ...visibleWhere(viewer) } }),
  }),
  documents: t.connection(
    {
      type: Document,
      description: "Newest first.",
      args: { filter: t.arg({ type: DocumentFilter }) },
      resolve: (_root, args, context, info) => {
        const { prisma, viewer } = context;
        return listPage(
          { context, info, args },
          { where: { AND: [visibleWhere(viewer), documentWhere(args.filter ?? {})] }, order: newestPublished },
          (query) => prisma.document.findMany(query),
          (query) => prisma.document.count(query),
        );
      },
    },
    DocumentConnection,
  ),
}));

function documentWhere({ kind, publisher, language }: Partial<typeof DocumentFilter.$inferInput>) {
  return given({ kind, publisherId: when(publisher, (id) => idOf(id, "Source")), language });
}

mutation(recordDocument, {
  description: "Records what was published. One document for each SHA-256.",
  references: { publisher: ["Source"], derivedFrom: ["Document"] },
  input: (t) => ({
    publisher: t.id(),
    authors: t.stringList(),
    title: t.string(),
    url: t.string(),
    language: t.string(),
    kind: t.field({ type: DocumentKind, required: true }),
    publishedAt: t.field({ type: TimeSpanInput, required: true }),
    retrievedAt: t.field({ type: "DateTime" }),
    archiveUrl: t.string(),
    sha256: t.string(),
    derivedFrom: t.idList(),
    visibility: t.field({ type: Visibility }),
  }),
  payload: (t) => ({
    document: t.prismaField({
      type: Document,
      resolve: (query, { id }, _args, { prisma }) => prisma.document.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
