/** Sources and their codebooks. */
import { SourceKind as kinds } from "../../db/generated/prisma/enums.ts";
import { sourceOfSituation } from "../../domain/situations/of-situation.ts";
import { isNow, type Clocks } from "../../domain/history/known-at.ts";
import { knownSource } from "../../domain/history/published-records.ts";
import { recordDefinition } from "../../domain/records/definition.ts";
import { recordSource } from "../../domain/records/source.ts";
import { canSee, visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { connectionOf } from "../pages/connection.ts";
import { among, containing, given, inSituation, situationField, unmerged, when } from "../base/filter.ts";
import { idOf } from "../base/ids.ts";
import { clockArgs, knownAtArgs } from "../clocks/clock-arguments.ts";
import { foundBy } from "../base/nodes.ts";
import { byName } from "../pages/order.ts";
import { listPage } from "../pages/list.ts";
import { pastEntries } from "../pages/past-related.ts";
import { rowLoader } from "../pages/row-loader.ts";
import { Visibility } from "./visibility.ts";
import { definitionFields, recordFields, situationFields, sourceFields, sourceKinds } from "../words/record.ts";
import { findStandIn, standIn, withMerge } from "../base/stand-in.ts";

export const SourceKind = builder.enumType(kinds, {
  name: "SourceKind",
  description: "What sort of source it is. It says nothing of reliability.",
  values: sourceKinds,
});

export const Source = builder.prismaNode("Source", {
  description: "Who asserts or publishes. There is no grade of reliability: judge the claim, not the speaker.",
  id: { field: "id", description: recordFields.id },
  findUnique: findStandIn,
  nullable: true,
  select: withMerge,
  fields: (t) => ({
    slug: t.exposeString("slug", { description: recordFields.slug }),
    name: t.exposeString("name", { description: recordFields.name }),
    aliases: t.exposeStringList("aliases", { description: "The other names under which documents speak of this source." }),
    kind: t.expose("kind", { type: SourceKind, description: sourceFields.kind }),
    independenceGroup: t.exposeString("independenceGroup", {
      nullable: true,
      description: sourceFields.independenceGroup,
    }),
    timeZone: t.exposeString("timeZone", { description: sourceFields.timeZone }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: recordFields.recordedAt }),
  }),
});

foundBy("Source", ({ prisma, viewer }, ids) =>
  prisma.source.findMany({ where: { id: { in: ids }, ...visibleWhere(viewer) }, select: { id: true, mergedIntoId: true } }),
);
foundBy("Definition", ({ prisma, viewer }, ids) =>
  prisma.definition.findMany({ where: { id: { in: ids }, source: visibleWhere(viewer) }, select: { id: true } }),
);

export const SourceConnection = connectionOf("Source", Source);

export const Definition = builder.prismaNode("Definition", {
  description: "A codebook entry: what a source's numbers count.",
  id: { field: "id", description: recordFields.id },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    source: t.relation("source", { description: "The source whose numbers it defines." }),
    text: t.exposeString("text", { description: definitionFields.text }),
    includesHouseArrest: t.exposeBoolean("includesHouseArrest", {
      nullable: true,
      description: definitionFields.includesHouseArrest,
    }),
    politicalOnly: t.exposeBoolean("politicalOnly", {
      nullable: true,
      description: definitionFields.politicalOnly,
    }),
    excludesUnderHours: t.exposeInt("excludesUnderHours", {
      nullable: true,
      description: definitionFields.excludesUnderHours,
    }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: recordFields.recordedAt }),
  }),
});

const definitionRows = rowLoader(({ prisma }, query) => prisma.definition.findMany(query));
const inOrderOfKeys = [{ key: "asc" as const }];
builder.prismaObjectField(Source, "definitions", (t) =>
  t.field({
    type: [Definition],
    description: "What this source's numbers count, in all versions.",
    args: knownAtArgs,
    select: ({ knownAt }, _context, nested) => (knownAt == null ? { definitions: nested({ orderBy: inOrderOfKeys }) } : { id: true }),
    async resolve(row, args, context, info) {
      if (args.knownAt == null) return (row as unknown as { definitions: { id: string }[] }).definitions as never;
      const list = { model: "Source", relation: "definitions", where: {}, order: inOrderOfKeys } as const;
      const found = await pastEntries(context, info, args, list).load(row.id);
      return (await Promise.all(found.map(({ id }) => definitionRows(context, info).load(id)))) as never;
    },
  }),
);

builder.prismaObjectField(Definition, "supersedes", (t) =>
  t.field({
    type: Definition,
    nullable: true,
    description: "The version before this one; null for the first, or when you may not see it.",
    select: (_args, _context, nested) => ({ supersedes: nested({ select: { id: true, source: { select: { visibility: true } } } }) }),
    resolve: ({ supersedes }, _args, { viewer }) => (supersedes !== null && canSee(viewer, supersedes.source) ? supersedes : null),
  }),
);

const SourceBy = builder.inputType("SourceBy", {
  description: "Names one source: by its id or by its slug.",
  isOneOf: true,
  fields: (t) => ({ id: t.id({ description: "The id of the source." }), slug: t.string({ description: "The slug of the source." }) }),
});
const SourceFilter = builder.inputType("SourceFilter", {
  description: "Which sources. All of the given conditions hold.",
  fields: (t) => ({
    situation: situationField(t),
    kind: t.field({ type: [SourceKind], description: "Sources of one of these sorts." }),
    nameContains: t.string({ description: recordFields.nameContains }),
  }),
});

builder.queryFields((t) => ({
  source: t.prismaField({
    type: Source,
    nullable: true,
    description: "A source by id or slug; null when there is none that you may see.",
    args: { by: t.arg({ type: SourceBy, required: true, description: "The id or the slug." }), ...clockArgs },
    async resolve(query, _root, { by, ...clocks }, context) {
      const { prisma, viewer } = context;
      const load = (where: { slug: string } | { id: string }) =>
        prisma.source.findFirst({ ...query, where: { AND: [where, knownSource(viewer, clocks), visibleWhere(viewer)] } });
      const found = await load(by.id == null ? { slug: by.slug } : { id: idOf(by.id, "Source") });
      return found && standIn(context, "Source", found.id, async (id) => (id === found.id ? found : load({ id })));
    },
  }),
  sources: t.connection(
    {
      type: Source,
      description: "Who asserts or publishes, by name. Merged records are shown once.",
      args: { filter: t.arg({ type: SourceFilter, description: "Which sources. All of them when not given." }), ...clockArgs },
      resolve: (_root, args, context, info) => {
        const { prisma, viewer } = context;
        return listPage(
          { context, info, args },
          sourcesList(viewer, args.filter ?? {}, args),
          (query) => prisma.source.findMany(query),
          (query) => prisma.source.count(query),
        );
      },
    },
    SourceConnection,
  ),
}));

/** The sources that the filter finds, as a list. */
export const sourcesList = (viewer: Viewer, filter: Partial<typeof SourceFilter.$inferInput>, clocks: Clocks) => ({
  of: "Source" as const,
  where: { AND: [visibleWhere(viewer), sourceWhere(viewer, filter, clocks)] },
  order: byName(),
});

function sourceWhere(viewer: Viewer, { situation, kind, nameContains }: Partial<typeof SourceFilter.$inferInput>, clocks: Clocks) {
  const AND = when(inSituation(situation), (named) => sourceOfSituation(viewer, named, clocks));
  const conditions = { ...unmerged, ...given({ AND, kind: among(kind), sortName: when(nameContains, containing) }) };
  return { AND: [conditions, ...(isNow(clocks) ? [] : [knownSource(viewer, clocks)])] };
}

mutation(recordSource, {
  description: "Records who asserts or publishes. The same again changes nothing; other content under a known slug is a Conflict.",
  references: { situation: ["Situation"] },
  input: (t) => ({
    slug: t.string({ required: true, description: recordFields.slug }),
    name: t.string({ required: true, description: recordFields.name }),
    aliases: t.stringList({ description: recordFields.aliases }),
    kind: t.field({ type: SourceKind, required: true, description: sourceFields.kind }),
    independenceGroup: t.string({ description: sourceFields.independenceGroup }),
    timeZone: t.string({ required: true, description: sourceFields.timeZone }),
    visibility: t.field({ type: Visibility, description: recordFields.visibility }),
    situation: t.id({ description: situationFields.home }),
  }),
  payload: (t) => ({
    source: t.prismaField({
      type: Source,
      description: "The source that was recorded.",
      // An answer that is given again may be about a record that has been merged since.
      resolve: async (query, { id: recorded }, _args, context) =>
        (await standIn(context, "Source", recorded, (id) => context.prisma.source.findUnique({ ...query, where: { id } })))!,
    }),
  }),
});

mutation(recordDefinition, {
  description:
    "Records an entry of a source's codebook: what its numbers count. The same again changes nothing; other content under a known key is a Conflict. An entry that says something else from now on supersedes the one before; a mistake is corrected by amendDefinition.",
  references: { source: ["Source"], supersedes: ["Definition"] },
  input: (t) => ({
    key: t.string({
      required: true,
      description: "A name for the entry, such as foro-penal-2026: letters, digits and . _ : -, at most 200.",
    }),
    source: t.id({ required: true, description: "Whose codebook it is, by the id or slug of the source." }),
    text: t.string({ required: true, description: definitionFields.text }),
    includesHouseArrest: t.boolean({ description: definitionFields.includesHouseArrest }),
    politicalOnly: t.boolean({ description: definitionFields.politicalOnly }),
    excludesUnderHours: t.int({ description: definitionFields.excludesUnderHours }),
    supersedes: t.id({ description: "The entry that this one follows, by its id." }),
  }),
  payload: (t) => ({
    definition: t.prismaField({
      type: Definition,
      description: "The entry that was recorded.",
      resolve: (query, { id }, _args, { prisma }) => prisma.definition.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
