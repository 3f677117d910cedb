/** Facilities: the places that hold people, and how many. */
import { FacilityKind as kinds } from "../../db/generated/prisma/enums.ts";
import { placeOfSituation } from "../../domain/situations/of-situation.ts";
import { isNow, type Clocks } from "../../domain/history/known-at.ts";
import { coordinatesOf } from "../../domain/counting/coordinates.ts";
import { insideWhere } from "../../domain/history/place.ts";
import { knownEvent, knownFacility } from "../../domain/history/published-records.ts";
import { recordFacility } from "../../domain/records/facility.ts";
import { canSee, visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { loaderOf, type Context } from "../base/context.ts";
import { saidAt } from "../base/as-known.ts";
import { builder } from "../base/builder.ts";
import { coordinateColumns, Coordinates, coordinatesInput } from "../counting/coordinates.ts";
import { mutation } from "../base/mutation.ts";
import { connectionOf } from "../pages/connection.ts";
import { among, containing, given, idsOfNamed, inOrder, inSituation, naming, situationField, unmerged, when } from "../base/filter.ts";
import { idOf } from "../base/ids.ts";
import { clockArgs, knownAtArgs } from "../clocks/clock-arguments.ts";
import { recordKnownAt, rowsKnownAt } from "../clocks/reference-known-at.ts";
import { pastEntries } from "../pages/past-related.ts";
import { foundBy } from "../base/nodes.ts";
import { byName, NameOrder } from "../pages/order.ts";
import { listPage } from "../pages/list.ts";
import { Visibility } from "./visibility.ts";
import { facilityFields, facilityKinds, recordFields, situationFields } from "../words/record.ts";
import { findStandIn, standIn, withMerge } from "../base/stand-in.ts";

export const FacilityKind = builder.enumType(kinds, {
  name: "FacilityKind",
  description: "What sort of place it is.",
  values: facilityKinds,
});

export const Facility = builder.prismaNode("Facility", {
  description: "A place that holds people.",
  id: { field: "id", description: recordFields.id },
  findUnique: findStandIn,
  nullable: true,
  select: withMerge,
  fields: (t) => ({
    slug: t.exposeString("slug", { description: recordFields.slug }),
    name: t.exposeString("name", { description: recordFields.name }),
    aliases: t.exposeStringList("aliases", { description: "Other names under which documents speak of this place." }),
    kind: t.expose("kind", { type: FacilityKind, description: facilityFields.kind }),
    operator: t.exposeString("operator", { nullable: true, description: "Who runs it. Null when that is not known." }),
    country: t.expose("country", { type: "CountryCode", description: facilityFields.country }),
    admin1: t.exposeString("admin1", { nullable: true, description: "The state or province. Null when that is not known." }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: recordFields.recordedAt }),
    coordinates: t.field({
      type: Coordinates,
      nullable: true,
      description: "Where it lies; null when that is not on record.",
      select: coordinateColumns,
      resolve: coordinatesOf,
    }),
  }),
});

foundBy("Facility", ({ prisma, viewer }, ids) =>
  prisma.facility.findMany({ where: { id: { in: ids }, ...visibleWhere(viewer) }, select: { id: true, mergedIntoId: true } }),
);

/** Facilities that a rule names, as far as the viewer may see them. */
export const facilityLoader = loaderOf(({ prisma, viewer }, ids: readonly string[]) =>
  inOrder(ids, prisma.facility.findMany({ where: { id: { in: [...ids] }, ...visibleWhere(viewer) } })),
);

export const FacilityConnection = connectionOf("Facility", Facility);

builder.prismaObjectField(Facility, "partOf", (t) =>
  t.field({
    type: Facility,
    nullable: true,
    description: "The facility of which this is a part; null when it is none, or when you may not see the other.",
    args: knownAtArgs,
    select: (_args, _context, nested) => ({ id: true, partOf: nested({ select: { id: true, visibility: true } }) }),
    async resolve({ id, partOf }, { knownAt }, context, info) {
      const said = knownAt == null ? null : await saidAt(context, "Facility", id, knownAt);
      if (said !== null && "statedPartOfId" in said) return recordKnownAt(context, info, "Facility", said["statedPartOfId"], knownAt!);
      return canSee(context.viewer, partOf) ? partOf : null;
    },
  }),
);

builder.prismaObjectField(Facility, "parts", (t) =>
  t.field({
    type: [Facility],
    description: "The facilities that are parts of this one, by name.",
    args: clockArgs,
    select: (clocks, { viewer }, nested) =>
      clocks.knownAt == null ? { parts: nested({ where: partWhere(viewer, clocks), orderBy: byName() }) } : { id: true },
    async resolve(row, clocks, context, info) {
      if (clocks.knownAt == null) return (row as unknown as { parts: (typeof row)[] }).parts;
      const list = { model: "Facility", relation: "parts", where: partWhere(context.viewer, clocks), order: byName() } as const;
      const parts = await pastEntries(context, info, clocks, list).load(row.id);
      return rowsKnownAt(
        context,
        info,
        "Facility",
        parts.map(({ id }) => id),
      );
    },
  }),
);
const partWhere = (viewer: Viewer, clocks: Clocks) => ({ ...unmerged, ...visibleWhere(viewer), ...knownFacility(viewer, clocks) });

/** Places from which, or from whose parts, a release is on record, or from which none is: `releaseCount` says the same. */
function releasedFrom(viewer: Viewer, has: boolean, clocks: Clocks) {
  const released = { type: "RELEASE" as const, ...unmerged, ...visibleWhere(viewer), ...knownEvent(viewer, clocks) };
  const inside = { ...insideWhere(viewer, {}), part: { events: { some: released } } };
  return { inside: has ? { some: inside } : { none: inside } };
}

const FacilityBy = builder.inputType("FacilityBy", {
  description: "Names one facility: by its id or by its slug.",
  isOneOf: true,
  fields: (t) => ({ id: t.id({ description: "The id of the facility." }), slug: t.string({ description: "The slug of the facility." }) }),
});
const FacilityFilter = builder.inputType("FacilityFilter", {
  description: "Which facilities. All of the given conditions hold.",
  fields: (t) => ({
    situation: situationField(t),
    kind: t.field({ type: [FacilityKind], description: "Facilities of one of these sorts." }),
    country: t.field({ type: ["CountryCode"], description: "Facilities in one of these countries (ISO 3166-1 alpha-2)." }),
    admin1: t.stringList({ description: "Facilities in one of these states or provinces, named as in `Facility.admin1`." }),
    withoutReleases: t.boolean({
      description: "true: facilities from which, and from whose parts, no release is on record. false: those from which there is one.",
    }),
    partOf: t.idList({ description: "Parts of one of these facilities, in however many steps, by id or slug." }),
    includeParts: t.boolean({
      defaultValue: true,
      description: "false: only what `partOf` is the whole of itself, not the parts of its parts.",
    }),
    nameContains: t.string({ description: recordFields.nameContains }),
  }),
});

builder.queryFields((t) => ({
  facility: t.prismaField({
    type: Facility,
    nullable: true,
    description: "A facility by id or slug; null when there is none that you may see.",
    args: { by: t.arg({ type: FacilityBy, required: true, description: "The id or the slug." }), ...clockArgs },
    async resolve(query, _root, { by, ...clocks }, context) {
      const { prisma, viewer } = context;
      const load = (where: { slug: string } | { id: string }) =>
        prisma.facility.findFirst({ ...query, where: { AND: [where, knownFacility(viewer, clocks), visibleWhere(viewer)] } });
      const found = await load(by.id == null ? { slug: by.slug } : { id: idOf(by.id, "Facility") });
      return found && standIn(context, "Facility", found.id, async (id) => (id === found.id ? found : load({ id })));
    },
  }),
  facilities: t.connection(
    {
      type: Facility,
      description: "Places that hold people, by name. Merged records are shown once.",
      args: {
        filter: t.arg({ type: FacilityFilter, description: "Which facilities. All of them when not given." }),
        order: t.arg({ type: NameOrder, defaultValue: "asc", description: "By the name." }),
        ...clockArgs,
      },
      resolve: async (_root, args, context, info) => {
        const { prisma } = context;
        return listPage(
          { context, info, args },
          await facilitiesList(context, args.filter ?? {}, args, args.order),
          (query) => prisma.facility.findMany(query),
          (query) => prisma.facility.count(query),
        );
      },
    },
    FacilityConnection,
  ),
}));

/** The facilities that the filter finds, as a list. */
export const facilitiesList = async (
  context: Context,
  filter: Partial<typeof FacilityFilter.$inferInput>,
  clocks: Clocks,
  order?: Parameters<typeof byName>[0],
) => ({
  of: "Facility" as const,
  where: { AND: [visibleWhere(context.viewer), await facilityWhere(context, filter, clocks)] },
  order: byName(order),
});

async function facilityWhere(
  context: Context,
  { situation, kind, country, admin1, withoutReleases, partOf, includeParts, nameContains }: Partial<typeof FacilityFilter.$inferInput>,
  clocks: Clocks,
) {
  const whole = await naming(context, "partOfId", idsOfNamed(partOf, "Facility"), { ...clocks, includeParts });
  const AND = when(inSituation(situation), (named) => placeOfSituation(context.viewer, named, clocks));
  return {
    AND: [
      {
        ...unmerged,
        ...whole,
        ...given({ AND, kind: among(kind), country: among(country), admin1: among(admin1), sortName: when(nameContains, containing) }),
      },
      ...(withoutReleases == null ? [] : [releasedFrom(context.viewer, !withoutReleases, clocks)]),
      ...(isNow(clocks) ? [] : [knownFacility(context.viewer, clocks)]),
    ],
  };
}

mutation(recordFacility, {
  description: "Records a place that holds people. The same again changes nothing; other content under a known slug is a Conflict.",
  references: { partOf: ["Facility"], situation: ["Situation"] },
  input: (t) => ({
    slug: t.string({ required: true, description: recordFields.slug }),
    name: t.string({ required: true, description: recordFields.name }),
    aliases: t.stringList({ description: recordFields.aliases }),
    kind: t.field({ type: FacilityKind, required: true, description: facilityFields.kind }),
    operator: t.string({ description: facilityFields.operator }),
    partOf: t.id({ description: "The id of the facility of which this is a part." }),
    country: t.string({ required: true, description: facilityFields.country }),
    admin1: t.string({ description: facilityFields.admin1 }),
    ...coordinatesInput(t),
    visibility: t.field({ type: Visibility, description: recordFields.visibility }),
    situation: t.id({ description: situationFields.home }),
  }),
  payload: (t) => ({
    facility: t.prismaField({
      type: Facility,
      description: "The facility that was recorded.",
      // An answer that is given again may be about a record that has been merged since.
      resolve: async (query, { id: recorded }, _args, context) =>
        (await standIn(context, "Facility", recorded, (id) => context.prisma.facility.findUnique({ ...query, where: { id } })))!,
    }),
  }),
});
