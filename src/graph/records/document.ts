/** Documents: what was published. */
import { DocumentKind as kinds } from "../../db/generated/prisma/enums.ts";
import { recordDocument } from "../../domain/records/document.ts";
import { canSee, visibleWhere } from "../../domain/viewer.ts";
import type { Clocks } from "../../domain/history/known-at.ts";
import { pageOfSituation } from "../../domain/situations/of-situation.ts";
import { publishedInside } from "../../domain/history/published.ts";
import { knownDocument } from "../../domain/history/published-records.ts";
import type { Context } from "../base/context.ts";
import { saidAt } from "../base/as-known.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { connectionOf } from "../pages/connection.ts";
import { among, containing, given, idsOfNamed, inSituation, naming, situationField, when, within } from "../base/filter.ts";
import { idOf, isSlug } from "../base/ids.ts";
import { foundBy } from "../base/nodes.ts";
import { rowLoader } from "../pages/row-loader.ts";
import { clockArgs, knownAtArgs } from "../clocks/clock-arguments.ts";
import { recordKnownAt } from "../clocks/reference-known-at.ts";
import { newestPublished } from "../pages/order.ts";
import { listPage } from "../pages/list.ts";
import { relatedList } from "../pages/related-list.ts";
import { Source } from "./source.ts";
import { Visibility } from "./visibility.ts";
import { documentFields, documentKinds, recordFields } from "../words/record.ts";
import { readSpan, spanSelection, TimeSpan, TimeSpanInput } from "../base/time-span.ts";

export const DocumentKind = builder.enumType(kinds, {
  name: "DocumentKind",
  description: "What sort of document it is.",
  values: documentKinds,
});

export const Document = builder.prismaNode("Document", {
  description: "What was published. The speaker is not the page: see each claim for who asserts it.",
  id: { field: "id", description: recordFields.id },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    slug: t.string({
      nullable: true,
      description:
        "The key of the document in its data set, which every argument takes that takes its id; of one that was recorded here the id within. Null when the key has other characters than a slug.",
      select: { key: true },
      resolve: ({ key }) => (isSlug(key) ? key : null),
    }),
    title: t.exposeString("title", { nullable: true, description: "The title as published. Null when it has none." }),
    url: t.expose("url", { type: "URL", nullable: true, description: "Where it was published. Null when it has no address." }),
    publisher: t.field({
      type: Source,
      nullable: true,
      description: "Who published it. Null when the document does not say, or when you may not see the source.",
      args: knownAtArgs,
      select: (_args, _context, nested) => ({ id: true, publisher: nested({ select: { id: true, visibility: true } }) }),
      async resolve({ id, publisher }, { knownAt }, context, info) {
        const said = knownAt == null ? null : await saidAt(context, "Document", id, knownAt);
        if (said !== null && "statedPublisherId" in said)
          return recordKnownAt(context, info, "Source", said["statedPublisherId"], knownAt!);
        return canSee(context.viewer, publisher) ? publisher : null;
      },
    }),
    authors: t.exposeStringList("authors", { description: "Who wrote it, as the document names them." }),
    kind: t.expose("kind", { type: DocumentKind, description: documentFields.kind }),
    language: t.exposeString("language", {
      nullable: true,
      description: "The language it is written in, as a BCP 47 tag. Null when not stated.",
    }),
    publishedAt: t.field({
      type: TimeSpan,
      description: documentFields.publishedAt,
      select: spanSelection("publishedAt"),
      resolve: (row) => readSpan("publishedAt", row),
    }),
    retrievedAt: t.expose("retrievedAt", { type: "DateTime", nullable: true, description: documentFields.retrievedAt }),
    sha256: t.exposeString("sha256", {
      nullable: true,
      description: "SHA-256 of the capture that the hub read, hexadecimal. Null when there is none.",
    }),
    archiveUrl: t.expose("archiveUrl", {
      type: "URL",
      nullable: true,
      description: "Where a lasting copy is kept. Null when there is none.",
    }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: recordFields.recordedAt }),
  }),
});

const documentRows = rowLoader(({ prisma, viewer }, query) =>
  prisma.document.findMany({ ...query, where: { ...query.where, ...visibleWhere(viewer) } }),
);
builder.prismaObjectField(Document, "derivedFrom", (t) =>
  t.field({
    type: [Document],
    description: "The documents that this one repeats. Claims that go back to one page are one witness.",
    args: knownAtArgs,
    select: (_args, { viewer }, nested) => ({ id: true, derivedFrom: nested({ where: visibleWhere(viewer), orderBy: { id: "asc" } }) }),
    async resolve({ id, derivedFrom }, { knownAt }, context, info) {
      const said = knownAt == null ? null : await saidAt(context, "Document", id, knownAt);
      if (said === null || !("derivedFrom" in said)) return derivedFrom;
      const origins = await Promise.all((said["derivedFrom"] as string[]).map((origin) => documentRows(context, info).load(origin)));
      return origins.filter((origin) => origin !== null);
    },
  }),
);

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
      args: clockArgs,
      rows: (clocks, { viewer }) => ({ where: { AND: [visibleWhere(viewer), knownDocument(clocks)] }, order: newestPublished }),
    },
    DocumentConnection,
  ),
);

const DocumentFilter = builder.inputType("DocumentFilter", {
  description: "Which documents. All of the given conditions hold.",
  fields: (t) => ({
    situation: situationField(t),
    kind: t.field({ type: [DocumentKind], description: "Documents of one of these sorts." }),
    publisher: t.idList({ description: "Documents that one of these sources published, by id or slug." }),
    language: t.stringList({ description: "Documents with exactly one of these language tags (BCP 47)." }),
    publishedSince: t.field({ type: "DateTime", description: "Documents that were certainly published after this moment." }),
    publishedUntil: t.field({ type: "DateTime", description: "Documents that had certainly been published by this moment." }),
    includePossible: t.boolean({
      description: "Also what may have been published after `publishedSince` or by `publishedUntil`, and may not; false when not given.",
    }),
    contains: t.string({ description: "Part of the title, of the address, or of the name of who published it. Case does not matter." }),
  }),
});

builder.queryFields((t) => ({
  document: t.prismaField({
    type: Document,
    nullable: true,
    description: "A document by id or slug; null when there is none that you may see.",
    args: { id: t.arg.id({ required: true, description: "The id or the slug of the document." }) },
    resolve: (query, _root, { id }, { prisma, viewer }) =>
      prisma.document.findFirst({ ...query, where: { id: idOf(id, "Document"), ...visibleWhere(viewer) } }),
  }),
  documents: t.connection(
    {
      type: Document,
      description: "What was published, newest first.",
      args: { filter: t.arg({ type: DocumentFilter, description: "Which documents. All of them when not given." }), ...clockArgs },
      resolve: async (_root, args, context, info) => {
        const { prisma } = context;
        return listPage(
          { context, info, args },
          await documentsList(context, args.filter ?? {}, args),
          (query) => prisma.document.findMany(query),
          (query) => prisma.document.count(query),
        );
      },
    },
    DocumentConnection,
  ),
}));

/** The documents that the filter finds, as a list. */
export const documentsList = async (context: Context, filter: Partial<typeof DocumentFilter.$inferInput>, clocks: Clocks) => ({
  of: "Document" as const,
  where: { AND: [visibleWhere(context.viewer), await documentWhere(context, filter, clocks)] },
  order: newestPublished,
});

async function documentWhere(
  context: Context,
  {
    situation,
    kind,
    publisher,
    language,
    contains,
    publishedSince,
    publishedUntil,
    includePossible,
  }: Partial<typeof DocumentFilter.$inferInput>,
  clocks: Clocks,
) {
  const published = await naming(context, "publisherId", idsOfNamed(publisher, "Source"), clocks);
  const AND = when(inSituation(situation), (named) => pageOfSituation(context.viewer, named, clocks));
  const OR = when(contains, (part) => [
    { title: within(part) },
    { url: within(part) },
    // Who published it is told only to whoever may see them.
    { publisher: { AND: [visibleWhere(context.viewer), { sortName: containing(part) }] } },
  ]);
  const inside = publishedInside({ since: publishedSince, until: publishedUntil, includePossible });
  return { AND: [published, inside ?? {}, knownDocument(clocks), given({ AND, OR, kind: among(kind), language: among(language) })] };
}

mutation(recordDocument, {
  description: "Records what was published. The same again changes nothing; another document with the same SHA-256 is a Conflict.",
  references: { publisher: ["Source"], derivedFrom: ["Document"] },
  input: (t) => ({
    publisher: t.id({ description: documentFields.publisher }),
    authors: t.stringList({ description: documentFields.authors }),
    title: t.string({ description: documentFields.title }),
    url: t.string({ description: documentFields.url }),
    language: t.string({ description: documentFields.language }),
    kind: t.field({ type: DocumentKind, required: true, description: documentFields.kind }),
    publishedAt: t.field({ type: TimeSpanInput, required: true, description: documentFields.publishedAt }),
    retrievedAt: t.field({ type: "DateTime", description: documentFields.retrievedAt }),
    archiveUrl: t.string({ description: documentFields.archiveUrl }),
    sha256: t.string({ description: documentFields.sha256 }),
    derivedFrom: t.idList({ description: documentFields.derivedFrom }),
    visibility: t.field({ type: Visibility, description: recordFields.visibility }),
  }),
  payload: (t) => ({
    document: t.prismaField({
      type: Document,
      description: "The document that was recorded.",
      resolve: (query, { id }, _args, { prisma }) => prisma.document.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
