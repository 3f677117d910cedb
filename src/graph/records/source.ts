/** Sources and their codebooks. */
import { SourceKind as kinds } from "../../db/generated/prisma/enums.ts";
import { recordedBefore } from "../../domain/history/known-at.ts";
import { recordSource } from "../../domain/records/source.ts";
import { visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { connectionOf } from "../base/connection.ts";
import { containing, given, unmerged, when } from "../base/filter.ts";
import { idOf } from "../base/ids.ts";
import { knownAtArgs } from "../clocks/clock-arguments.ts";
import { foundBy } from "../base/nodes.ts";
import { Visibility } from "./visibility.ts";
import { findStandIn, standIn, withMerge } from "../base/stand-in.ts";

export const SourceKind = builder.enumType(kinds, { name: "SourceKind" });

export const Source = builder.prismaNode("Source", {
  description: "Who asserts or publishes. No grade of reliability: judge the claim, not the speaker.",
  id: { field: "id" },
  findUnique: findStandIn,
  nullable: true,
  select: withMerge,
  fields: (t) => ({
    slug: t.exposeString("slug"),
    name: t.exposeString("name"),
    aliases: t.exposeStringList("aliases", { description: "The other names under which documents speak of this source." }),
    kind: t.expose("kind", { type: SourceKind }),
    independenceGroup: t.exposeString("independenceGroup", {
      nullable: true,
      description: "Sources with the same group share one origin and count as one witness.",
    }),
    timeZone: t.exposeString("timeZone", { description: "IANA name; days are told in this zone." }),
    recordedAt: t.expose("recordedAt", { type: "DateTime" }),
    definitions: t.relation("definitions", {
      query: { orderBy: { key: "asc" } },
      description: "What this source's numbers count, in all versions.",
    }),
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
  id: { field: "id" },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    source: t.relation("source"),
    text: t.exposeString("text"),
    includesHouseArrest: t.exposeBoolean("includesHouseArrest", { nullable: true, description: "Null when the source does not say." }),
    politicalOnly: t.exposeBoolean("politicalOnly", { nullable: true, description: "Null when the source does not say." }),
    excludesUnderHours: t.exposeInt("excludesUnderHours", {
      nullable: true,
      description: "Detentions shorter than this many hours are not counted.",
    }),
    supersedes: t.relation("supersedes", { nullable: true }),
    recordedAt: t.expose("recordedAt", { type: "DateTime" }),
  }),
});

const SourceBy = builder.inputType("SourceBy", { isOneOf: true, fields: (t) => ({ id: t.id(), slug: t.string() }) });
const SourceFilter = builder.inputType("SourceFilter", {
  fields: (t) => ({
    kind: t.field({ type: SourceKind }),
    nameContains: t.string({ description: "Part of the name; accents and case do not matter." }),
  }),
});

builder.queryFields((t) => ({
  source: t.prismaField({
    type: Source,
    nullable: true,
    args: { by: t.arg({ type: SourceBy, required: true }), ...knownAtArgs },
    async resolve(query, _root, { by, knownAt }, context) {
      const { prisma, viewer } = context;
      const load = (where: { slug: string } | { id: string }) =>
        prisma.source.findFirst({ ...query, where: { ...where, ...recordedBefore(knownAt), ...visibleWhere(viewer) } });
      const found = await load(by.id == null ? { slug: by.slug } : { id: idOf(by.id, "Source") });
      return found && standIn(context, "Source", found.id, async (id) => (id === found.id ? found : load({ id })));
    },
  }),
  sources: t.prismaConnection(
    {
      type: Source,
      cursor: "id",
      args: { filter: t.arg({ type: SourceFilter }) },
      totalCount: (_root, { filter }, { prisma, viewer }) =>
        prisma.source.count({ where: { AND: [visibleWhere(viewer), sourceWhere(filter ?? {})] } }),
      resolve: (query, _root, { filter }, { prisma, viewer }) =>
        prisma.source.findMany({
          ...query,
          where: { AND: [visibleWhere(viewer), sourceWhere(filter ?? {})] },
          orderBy: [{ sortName: "asc" }, { id: "asc" }],
        }),
    },
    SourceConnection,
  ),
}));

function sourceWhere({ kind, nameContains }: Partial<typeof SourceFilter.$inferInput>) {
  return { ...unmerged, ...given({ kind, sortName: when(nameContains, containing) }) };
}

mutation(recordSource, {
  description: "Records who asserts or publishes.",
  references: {},
  input: (t) => ({
    slug: t.string({ required: true }),
    name: t.string({ required: true }),
    aliases: t.stringList(),
    kind: t.field({ type: SourceKind, required: true }),
    independenceGroup: t.string(),
    timeZone: t.string({ required: true }),
    visibility: t.field({ type: Visibility }),
  }),
  payload: (t) => ({
    source: t.prismaField({
      type: Source,
      // An answer that is given again may be about a record that has been merged since.
      resolve: async (query, { id: recorded }, _args, context) =>
        (await standIn(context, "Source", recorded, (id) => context.prisma.source.findUnique({ ...query, where: { id } })))!,
    }),
  }),
});
