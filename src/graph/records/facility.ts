/** Facilities: the places that hold people, and how many. */
import { CoordinatePrecision as coordinatePrecisions, FacilityKind as kinds } from "../../db/generated/prisma/enums.ts";
import { recordedBefore } from "../../domain/history/known-at.ts";
import { recordFacility } from "../../domain/records/facility.ts";
import { canSee, visibleWhere, type Viewer } from "../../domain/viewer.ts";
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

export const FacilityKind = builder.enumType(kinds, { name: "FacilityKind", description: "HOME is house arrest." });
const CoordinatePrecision = builder.enumType(coordinatePrecisions, { name: "CoordinatePrecision" });

type Coordinate = { latitude: number; longitude: number; precision: (typeof coordinatePrecisions)[keyof typeof coordinatePrecisions] };
const Coordinates = builder.objectRef<Coordinate>("Coordinates").implement({
  description: "Degrees, WGS 84.",
  fields: (t) => ({
    latitude: t.exposeFloat("latitude"),
    longitude: t.exposeFloat("longitude"),
    precision: t.expose("precision", { type: CoordinatePrecision }),
  }),
});

export const Facility = builder.prismaNode("Facility", {
  description: "A place that holds people.",
  id: { field: "id" },
  findUnique: findStandIn,
  nullable: true,
  select: withMerge,
  fields: (t) => ({
    slug: t.exposeString("slug"),
    name: t.exposeString("name"),
    aliases: t.exposeStringList("aliases"),
    kind: t.expose("kind", { type: FacilityKind }),
    operator: t.exposeString("operator", { nullable: true }),
    country: t.expose("country", { type: "CountryCode" }),
    admin1: t.exposeString("admin1", { nullable: true, description: "The state or province." }),
    recordedAt: t.expose("recordedAt", { type: "DateTime" }),
    coordinates: t.field({
      type: Coordinates,
      nullable: true,
      select: { latitude: true, longitude: true, coordinatePrecision: true },
      resolve: ({ latitude, longitude, coordinatePrecision }) =>
        latitude === null || longitude === null || coordinatePrecision === null
          ? null
          : { latitude, longitude, precision: coordinatePrecision },
    }),
    parts: t.relation("parts", {
      query: (_args, { viewer }) => ({
        where: { mergedIntoId: null, ...visibleWhere(viewer) },
        orderBy: [{ sortName: "asc" }, { id: "asc" }],
      }),
    }),
  }),
});

foundBy("Facility", ({ prisma, viewer }, ids) =>
  prisma.facility.findMany({ where: { id: { in: ids }, ...visibleWhere(viewer) }, select: { id: true, mergedIntoId: true } }),
);

export const FacilityConnection = connectionOf("Facility", Facility);

builder.prismaObjectField(Facility, "partOf", (t) =>
  t.field({
    type: Facility,
    nullable: true,
    select: (_args, _context, nested) => ({ partOf: nested({ select: { id: true, visibility: true } }) }),
    resolve: ({ partOf }, _args, { viewer }) => (canSee(viewer, partOf) ? partOf : null),
  }),
);

const FacilityBy = builder.inputType("FacilityBy", { isOneOf: true, fields: (t) => ({ id: t.id(), slug: t.string() }) });
const FacilityFilter = builder.inputType("FacilityFilter", {
  fields: (t) => ({
    kind: t.field({ type: FacilityKind }),
    country: t.field({ type: "CountryCode" }),
    partOf: t.id(),
    nameContains: t.string({ description: "Part of the name; accents and case do not matter." }),
  }),
});

builder.queryFields((t) => ({
  facility: t.prismaField({
    type: Facility,
    nullable: true,
    args: { by: t.arg({ type: FacilityBy, required: true }), ...knownAtArgs },
    async resolve(query, _root, { by, knownAt }, context) {
      const { prisma, viewer } = context;
      const load = (where: { slug: string } | { id: string }) =>
        prisma.facility.findFirst({ ...query, where: { ...where, ...recordedBefore(knownAt), ...visibleWhere(viewer) } });
      const found = await load(by.id == null ? { slug: by.slug } : { id: idOf(by.id, "Facility") });
      return found && standIn(context, "Facility", found.id, async (id) => (id === found.id ? found : load({ id })));
    },
  }),
  facilities: t.prismaConnection(
    {
      type: Facility,
      cursor: "id",
      args: { filter: t.arg({ type: FacilityFilter }), order: t.arg({ type: NameOrder, defaultValue: "asc" }) },
      totalCount: (_root, { filter }, { prisma, viewer }) =>
        prisma.facility.count({ where: { AND: [visibleWhere(viewer), facilityWhere(viewer, filter ?? {})] } }),
      resolve: (query, _root, { filter, order }, { prisma, viewer }) =>
        prisma.facility.findMany({
          ...query,
          where: { AND: [visibleWhere(viewer), facilityWhere(viewer, filter ?? {})] },
          orderBy: [{ sortName: order ?? "asc" }, { id: order ?? "asc" }],
        }),
    },
    FacilityConnection,
  ),
}));

function facilityWhere(viewer: Viewer, { kind, country, partOf, nameContains }: Partial<typeof FacilityFilter.$inferInput>) {
  const whole = when(partOf, (id) => ({ id: idOf(id, "Facility"), ...visibleWhere(viewer) }));
  return { ...unmerged, ...given({ kind, country, partOf: whole, sortName: when(nameContains, containing) }) };
}

mutation(recordFacility, {
  description: "Records a place that holds people.",
  references: { partOf: ["Facility"] },
  input: (t) => ({
    slug: t.string({ required: true }),
    name: t.string({ required: true }),
    aliases: t.stringList(),
    kind: t.field({ type: FacilityKind, required: true }),
    operator: t.string(),
    partOf: t.id(),
    country: t.string({ required: true }),
    admin1: t.string(),
    latitude: t.float(),
    longitude: t.float(),
    coordinatePrecision: t.field({ type: CoordinatePrecision }),
    visibility: t.field({ type: Visibility }),
  }),
  payload: (t) => ({
    facility: t.prismaField({
      type: Facility,
      // An answer that is given again may be about a record that has been merged since.
      resolve: async (query, { id: recorded }, _args, context) =>
        (await standIn(context, "Facility", recorded, (id) => context.prisma.facility.findUnique({ ...query, where: { id } })))!,
    }),
  }),
});
