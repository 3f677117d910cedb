/** Detainees: people who are or were held. */
import {
  AgeGroup as ageGroups,
  CivilMilitary as civilMilitary,
  NameKind as nameKinds,
  Sex as sexes,
} from "../../db/generated/prisma/enums.ts";
import { recordDetainee } from "../../domain/records/detainee.ts";
import { recordedBefore } from "../../domain/history/known-at.ts";
import { spanOf } from "../../domain/time/span.ts";
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { connectionOf } from "../base/connection.ts";
import { containing, given, unmerged, when } from "../base/filter.ts";
import { idOf } from "../base/ids.ts";
import { knownAtArgs } from "../clocks/clock-arguments.ts";
import { foundBy } from "../base/nodes.ts";
import { NameOrder } from "../base/order.ts";
import { Visibility } from "./visibility.ts";
import { findStandIn, standIn, withMerge } from "../base/stand-in.ts";
import { spanSelection, TimeSpan, TimeSpanInput } from "../base/time-span.ts";

export const AgeGroup = builder.enumType(ageGroups, { name: "AgeGroup", description: "At arrest." });
const Sex = builder.enumType(sexes, { name: "Sex" });
const CivilMilitary = builder.enumType(civilMilitary, { name: "CivilMilitary" });
const NameKind = builder.enumType(nameKinds, { name: "NameKind", description: "A VARIANT is another spelling of the same name." });
const PersonName = builder.prismaObject("PersonName", {
  select: { id: true },
  fields: (t) => ({
    text: t.exposeString("text"),
    language: t.exposeString("language", { nullable: true, description: "ISO 639." }),
    kind: t.expose("kind", { type: NameKind }),
  }),
});

export const Detainee = builder.prismaNode("Detainee", {
  description: "A person who is or was held.",
  id: { field: "id" },
  findUnique: findStandIn,
  nullable: true,
  select: withMerge,
  fields: (t) => ({
    name: t.exposeString("name"),
    names: t.relation("names", {
      type: PersonName,
      description: "All spellings on record, of every record that was judged to be this person.",
      query: { orderBy: [{ kind: "asc" }, { text: "asc" }, { id: "asc" }] },
    }),
    sex: t.expose("sex", { type: Sex }),
    ageGroup: t.expose("ageGroup", { type: AgeGroup }),
    birth: t.field({ type: TimeSpan, nullable: true, select: spanSelection("birth"), resolve: (row) => spanOf("birth", row) }),
    nationalities: t.expose("nationalities", { type: ["CountryCode"] }),
    occupations: t.exposeStringList("occupations"),
    civilMilitary: t.expose("civilMilitary", { type: CivilMilitary }),
    externalIds: t.exposeStringList("externalIds"),
    recordedAt: t.expose("recordedAt", { type: "DateTime" }),
  }),
});

foundBy("Detainee", ({ prisma, viewer }, ids) =>
  prisma.detainee.findMany({ where: { id: { in: ids }, ...visibleWhere(viewer) }, select: { id: true, mergedIntoId: true } }),
);

export const DetaineeConnection = connectionOf("Detainee", Detainee);

const DetaineeFilter = builder.inputType("DetaineeFilter", {
  fields: (t) => ({
    nationality: t.field({ type: "CountryCode" }),
    ageGroup: t.field({ type: AgeGroup }),
    facility: t.id({ description: "People whose timeline passes through this facility." }),
    nameContains: t.string({ description: "Part of the primary name; accents and case do not matter. For spellings use `search`." }),
  }),
});

builder.queryFields((t) => ({
  detainee: t.prismaField({
    type: Detainee,
    nullable: true,
    args: { id: t.arg.id({ required: true }), ...knownAtArgs },
    resolve(query, _root, { id, knownAt }, context) {
      const { prisma, viewer } = context;
      const load = (personId: string) =>
        prisma.detainee.findFirst({ ...query, where: { id: personId, ...recordedBefore(knownAt), ...visibleWhere(viewer) } });
      return standIn(context, "Detainee", idOf(id, "Detainee"), load);
    },
  }),
  detainees: t.prismaConnection(
    {
      type: Detainee,
      cursor: "id",
      args: { filter: t.arg({ type: DetaineeFilter }), order: t.arg({ type: NameOrder, defaultValue: "asc" }) },
      totalCount: (_root, { filter }, { prisma, viewer }) =>
        prisma.detainee.count({ where: { AND: [visibleWhere(viewer), detaineeWhere(viewer, filter ?? {})] } }),
      resolve: (query, _root, { filter, order }, { prisma, viewer }) =>
        prisma.detainee.findMany({
          ...query,
          where: { AND: [visibleWhere(viewer), detaineeWhere(viewer, filter ?? {})] },
          orderBy: [{ sortName: order ?? "asc" }, { id: order ?? "asc" }],
        }),
    },
    DetaineeConnection,
  ),
}));

function detaineeWhere(viewer: Viewer, { nationality, ageGroup, facility, nameContains }: Partial<typeof DetaineeFilter.$inferInput>) {
  const conditions = given({
    nationalities: when(nationality, (has) => ({ has })),
    ageGroup,
    events: when(facility, (id) => ({ some: { facility: { id: idOf(id, "Facility"), ...visibleWhere(viewer) } } })),
    sortName: when(nameContains, containing),
  });
  return { ...unmerged, ...conditions };
}

mutation(recordDetainee, {
  description:
    "Records a person. Every call makes a person of its own, since two people may share all that is known of them: use an idempotencyKey to repeat a call safely. A minor is RESTRICTED unless `visibility` says otherwise.",
  references: {},
  input: (t) => ({
    name: t.string({ required: true }),
    names: t.field({
      type: [
        builder.inputType("PersonNameInput", {
          fields: (f) => ({
            text: f.string({ required: true }),
            language: f.string(),
            kind: f.field({ type: NameKind, required: true, description: "ALIAS or VARIANT." }),
          }),
        }),
      ],
    }),
    sex: t.field({ type: Sex }),
    ageGroup: t.field({ type: AgeGroup }),
    birth: t.field({ type: TimeSpanInput }),
    nationalities: t.stringList({ description: "ISO 3166-1 alpha-2." }),
    occupations: t.stringList(),
    civilMilitary: t.field({ type: CivilMilitary }),
    visibility: t.field({ type: Visibility }),
    externalIds: t.stringList(),
  }),
  payload: (t) => ({
    detainee: t.prismaField({
      type: Detainee,
      resolve: (query, { id }, _args, { prisma }) => prisma.detainee.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
