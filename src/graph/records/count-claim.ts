/** Count claims: how many, of what, by whose count. */
import { queryFromInfo } from "@pothos/plugin-prisma";
import { readBounds } from "../../domain/records/bounds.ts";
import { categoryOf, decodeBreakdown } from "../../domain/counting/breakdown.ts";
import { coordinatesOf } from "../../domain/counting/coordinates.ts";
import { decodePlace } from "../../domain/counting/place.ts";
import { recordCountClaim } from "../../domain/records/claim.ts";
import { InvalidInput } from "../../errors.ts";
import { liveClaim } from "../../domain/history/claim-status.ts";
import { isNow } from "../../domain/history/known-at.ts";
import { knownClaim } from "../../domain/history/published-records.ts";
import { placeWhere } from "../../domain/history/place.ts";
import { excessOf, type CountPart } from "../../domain/series/parts-excess.ts";
import { seriesWhere } from "../../domain/reconciliation/series.ts";
import { spanOf } from "../../domain/time/span.ts";
import { canSee, visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { includePartsArgs } from "../base/filter.ts";
import { mutation } from "../base/mutation.ts";
import { Claim, claimInput, claimReferences } from "./claim.ts";
import { inOrder } from "./claim-filter.ts";
import { CountMeasure, CountMetric, CountQualifier, CountUnit } from "../counting/claim-enums.ts";
import { Breakdown, BreakdownInput, inBreakdown } from "../counting/breakdown.ts";
import { Indicator } from "../counting/indicator.ts";
import { coordinateColumns, coordinatesInput } from "../counting/coordinates.ts";
import { Place, PlaceInput } from "../counting/place.ts";
import { Facility } from "./facility.ts";
import { idOf } from "../base/ids.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import { foundBy } from "../base/nodes.ts";
import { Definition, Source } from "./source.ts";
import { spanSelection, TimeSpan, TimeSpanInput } from "../base/time-span.ts";
import { countFields } from "../words/count.ts";
import { recordFields, situationFields } from "../words/record.ts";
import { work } from "../costs/work.ts";

export const CountClaim = builder.prismaNode("Claim", {
  variant: "CountClaim",
  description: "A count that somebody asserts.",
  interfaces: [Claim],
  id: { field: "id", description: recordFields.id },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true, kind: true },
  fields: (t) => ({
    // The columns are null on event claims only (check `columns_agree_with_kind`).
    metric: t.field({ type: CountMetric, description: countFields.metric, select: { metric: true }, resolve: ({ metric }) => metric! }),
    measure: t.field({
      type: CountMeasure,
      description: countFields.measure,
      select: { measure: true },
      resolve: ({ measure }) => measure!,
    }),
    unit: t.field({ type: CountUnit, description: countFields.unit, select: { unit: true }, resolve: ({ unit }) => unit! }),
    qualifier: t.field({
      type: CountQualifier,
      description: countFields.qualifier,
      select: { qualifier: true },
      resolve: ({ qualifier }) => qualifier!,
    }),
    value: t.float({
      nullable: true,
      description: "The number, when and only when the qualifier is EXACT.",
      select: { qualifier: true, lower: true },
      resolve: ({ qualifier, lower }) => (qualifier === "EXACT" ? lower : null),
    }),
    lower: t.exposeFloat("lower", {
      nullable: true,
      description: countFields.lower,
    }),
    upper: t.exposeFloat("upper", {
      nullable: true,
      description: countFields.upper,
    }),
    periodStart: t.field({
      type: TimeSpan,
      nullable: true,
      description: countFields.periodStart,
      select: spanSelection("periodStart"),
      resolve: (row) => spanOf("periodStart", row),
    }),
    indicator: t.relation("indicator", {
      type: Indicator,
      nullable: true,
      description: "What is counted, of the metric OTHER; null of every other.",
    }),
    definition: t.field({
      type: Definition,
      nullable: true,
      description: "What the number counts, by the source's own codebook; null when none is on record, or when you may not see its source.",
      select: (_args, _context, nested) => ({ definition: nested({ select: { id: true, source: { select: { visibility: true } } } }) }),
      resolve: ({ definition }, _args, { viewer }) => (definition !== null && canSee(viewer, definition.source) ? definition : null),
    }),
    facility: t.field({
      type: Facility,
      nullable: true,
      description: "The one place that the count is about; null when it is about all, or about one that you may not see.",
      select: (_args, _context, nested) => ({ facility: nested({ select: { id: true, visibility: true } }) }),
      resolve: ({ facility }, _args, { viewer }) => (canSee(viewer, facility) ? facility : null),
    }),
    place: t.field({
      type: Place,
      nullable: true,
      description: countFields.place,
      select: { place: true, ...coordinateColumns },
      resolve(row) {
        const told = decodePlace(row.place);
        return told && { ...told, coordinates: coordinatesOf(row) };
      },
    }),
    breakdown: t.field({
      type: [Breakdown],
      description: countFields.breakdown,
      select: { breakdown: true },
      resolve: ({ breakdown }) => breakdown.map(decodeBreakdown),
    }),
    dimension: t.string({
      nullable: true,
      description: "By what the total is divided: age, nationality… Null when this is no part.",
      deprecationReason: inBreakdown,
      select: { breakdown: true },
      resolve: ({ breakdown }) => categoryOf(breakdown).dimension,
    }),
    category: t.string({
      nullable: true,
      description: "Which part of the total this is. Null when this is no part.",
      deprecationReason: inBreakdown,
      select: { breakdown: true },
      resolve: ({ breakdown }) => categoryOf(breakdown).category,
    }),
    namesPublished: t.exposeBoolean("namesPublished", {
      nullable: true,
      description: "Whether the source published the names behind the number; null when not known.",
    }),
  }),
});

const Bounds = builder.objectRef<{ lower: number | null; upper: number | null }>("CountBounds").implement({
  description: "The bounds that a count would be recorded with.",
  fields: (t) => ({
    lower: t.exposeFloat("lower", { nullable: true, description: countFields.lower }),
    upper: t.exposeFloat("upper", { nullable: true, description: countFields.upper }),
  }),
});

builder.queryField("readBounds", (t) =>
  t.field({
    type: Bounds,
    description: "Whether bounds fit their qualifier and unit, before anything is recorded: by the rule of recordCountClaim.",
    args: {
      qualifier: t.arg({ type: CountQualifier, required: true, description: countFields.qualifier }),
      unit: t.arg({ type: CountUnit, defaultValue: "PERSONS", description: countFields.unit }),
      lower: t.arg.float({ description: countFields.lower }),
      upper: t.arg.float({ description: countFields.upper }),
    },
    errors: { types: [InvalidInput], union: { description: "The bounds, or what is wrong with them." } },
    resolve: (_root, { qualifier, unit, lower, upper }) =>
      readBounds(qualifier, unit ?? "PERSONS", { lower: lower ?? null, upper: upper ?? null }),
  }),
);

foundBy("CountClaim", ({ prisma, viewer }, ids) =>
  prisma.claim.findMany({ where: { id: { in: ids }, kind: "COUNT", ...visibleWhere(viewer) }, select: { id: true } }),
);

const countedColumns = { metric: true, measure: true, unit: true, qualifier: true, lower: true, upper: true } as const;
type Counted = Parameters<typeof excessOf>[0];

builder.prismaObjectFields(CountClaim, (t) => ({
  partOf: t.field({
    type: CountClaim,
    nullable: true,
    description: "The total of which this is a part; null when it is no part, or when you may not see the total.",
    select: (_args, _context, nested) => ({ partOf: nested({ select: { id: true, kind: true, visibility: true } }) }),
    resolve: ({ partOf }, _args, { viewer }) => (canSee(viewer, partOf) ? partOf : null),
  }),
  base: t.field({
    type: CountClaim,
    nullable: true,
    description: "Of a share the count of which it is one; null when the source names none, or when you may not see it.",
    select: (_args, _context, nested) => ({ base: nested({ select: { id: true, kind: true, visibility: true } }) }),
    resolve: ({ base }, _args, { viewer }) => (canSee(viewer, base) ? base : null),
  }),
  partsExceedBy: t.float({
    nullable: true,
    description:
      "By how much the source's counts of the parts are at least more than this total: they cannot all be so. Parts that divide it in different ways are added up each for themselves. Null when they do not exceed it.",
    args: clockArgs,
    select: (clocks, { viewer }) => ({
      ...countedColumns,
      parts: {
        where: { AND: [visibleWhere(viewer), knownClaim(clocks), liveClaim(clocks)] },
        select: { ...countedColumns, breakdown: true, place: true, facilityId: true },
      },
    }),
    resolve: (whole) => {
      const { parts, ...total } = whole as unknown as Counted & { readonly parts: readonly CountPart[] };
      return excessOf(total, parts);
    },
  }),
  parts: t.relation("parts", {
    type: CountClaim,
    description: "The parts of this total that the same source gives, oldest first.",
    args: clockArgs,
    query: (clocks, { viewer }) => ({ where: { AND: [visibleWhere(viewer), knownClaim(clocks)] }, orderBy: inOrder({ order: "asc" }) }),
  }),
}));

builder.prismaObjectField(Source, "countSeries", (t) =>
  t.field({
    type: [CountClaim],
    deprecationReason: "Use Query.series, which keeps apart what is counted apart.",
    complexity: work.series,
    description: "The source's active claims of one metric, oldest first: everywhere, or about one facility and its parts.",
    args: {
      metric: t.arg({ type: CountMetric, required: true, description: "The metric of the claims." }),
      facility: t.arg.id({ description: "Counts about this facility or a part of it. Counts about no single facility when not given." }),
      ...includePartsArgs,
      ...clockArgs,
    },
    select: ({ metric, facility, includeParts, ...clocks }, { viewer }, nested) => {
      if (!isNow(clocks)) return { id: true };
      const place = facility == null ? null : placeWhere(viewer, [idOf(facility, "Facility")], { includeParts });
      const where = { kind: "COUNT" as const, metric, facility: place, ...liveClaim({}), ...visibleWhere(viewer) };
      return { claims: { where, orderBy: inOrder({ order: "asc" }), ...(nested() as object) } };
    },
    async resolve(source, { metric, facility, includeParts, ...clocks }, context, info) {
      if (isNow(clocks)) return (source as unknown as { claims: { id: string; kind: "COUNT" }[] }).claims;
      const { prisma, viewer } = context;
      const place = facility == null ? null : idOf(facility, "Facility");
      const where = await seriesWhere(prisma, viewer, source.id, metric, place, { ...clocks, includeParts });
      return prisma.claim.findMany({ ...(queryFromInfo({ context, info }) as object), where, orderBy: inOrder({ order: "asc" }) });
    },
  }),
);

mutation(recordCountClaim, {
  description: "Records a count that somebody asserts. The same claim recorded twice is recorded once.",
  references: {
    ...claimReferences,
    definition: ["Definition"],
    indicator: ["Indicator"],
    facility: ["Facility"],
    partOf: ["CountClaim"],
    base: ["CountClaim"],
    situation: ["Situation"],
  },
  input: (t) => ({
    ...claimInput(t),
    situation: t.id({ description: situationFields.situation }),
    metric: t.field({ type: CountMetric, required: true, description: countFields.metric }),
    unit: t.field({ type: CountUnit, description: `${countFields.unit} PERSONS when not given.` }),
    measure: t.field({ type: CountMeasure, required: true, description: countFields.measure }),
    qualifier: t.field({ type: CountQualifier, required: true, description: countFields.qualifier }),
    value: t.float({ description: countFields.value }),
    lower: t.float({ description: countFields.lower }),
    upper: t.float({ description: countFields.upper }),
    periodStart: t.field({ type: TimeSpanInput, description: countFields.periodStart }),
    indicator: t.id({ description: countFields.indicator }),
    definition: t.id({ description: countFields.definition }),
    facility: t.id({ description: countFields.facility }),
    place: t.field({ type: PlaceInput, description: countFields.place }),
    ...coordinatesInput(t),
    partOf: t.id({ description: countFields.partOf }),
    base: t.id({ description: countFields.base }),
    breakdown: t.field({ type: [BreakdownInput], description: countFields.breakdown }),
    dimension: t.string({ description: countFields.dimension, deprecationReason: inBreakdown }),
    category: t.string({ description: countFields.category, deprecationReason: inBreakdown }),
    namesPublished: t.boolean({ description: countFields.namesPublished }),
  }),
  payload: (t) => ({
    claim: t.prismaField({
      type: CountClaim,
      description: "The claim that was recorded.",
      resolve: (query, { id }, _args, { prisma }) => prisma.claim.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
