/** Series: what one source says of one thing, over time. */
import { decodeBreakdown } from "../../domain/counting/breakdown.ts";
import { decodePlace } from "../../domain/counting/place.ts";
import { requireIndicator } from "../../domain/counting/indicator.ts";
import { mostCounts, readSeries, type Series as Told } from "../../domain/series/read-series.ts";
import { spanOf } from "../../domain/time/span.ts";
import { visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { includePartsArgs, situationArgs, situationId, when } from "../base/filter.ts";
import { idOf } from "../base/ids.ts";
import { TimeSpan } from "../base/time-span.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import { allSeries } from "../costs/work.ts";
import { Breakdown, BreakdownInput, readBreakdown } from "../counting/breakdown.ts";
import { Place, PlaceInput, readPlace } from "../counting/place.ts";
import { Indicator, indicatorBy } from "../counting/indicator.ts";
import { rowLoader } from "../pages/row-loader.ts";
import { CountMeasure, CountMetric, CountUnit } from "../counting/claim-enums.ts";
import { CountClaim } from "../records/count-claim.ts";
import { Facility, facilityLoader } from "../records/facility.ts";
import { Definition, Source } from "../records/source.ts";
import { countFields } from "../words/count.ts";
import { claimRows } from "./reconciliation.ts";

const sourceRows = rowLoader(({ prisma }, query) => prisma.source.findMany(query));
const indicatorRows = rowLoader(({ prisma }, query) => prisma.indicator.findMany(query));
const definitionRows = rowLoader(({ prisma, viewer }, { where, ...query }) =>
  prisma.definition.findMany({ ...query, where: { ...where, source: visibleWhere(viewer) } }),
);

const SeriesPoint = builder.objectRef<Told["points"][number]>("SeriesPoint").implement({
  description: "One count of a series.",
  fields: (t) => ({
    claim: t.field({
      type: CountClaim,
      description: "The count of that moment, as it is on record.",
      resolve: async ({ claimId }, _args, context, info) => (await claimRows(context, info).load(claimId))!,
    }),
    at: t.field({
      type: "DateTime",
      description: "By when it was so: the end of its as-of, no later than its page appeared.",
      resolve: ({ at }) => at,
    }),
  }),
});

const Series = builder.objectRef<Told>("Series").implement({
  description:
    "The counts of one source that count the same: one situation, metric, indicator, measure, unit, breakdown, place, definition and beginning. Only within a series may numbers be compared over time.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "The name of the series, the same in every answer while nothing is merged." }),
    source: t.field({
      type: Source,
      description: "Whose counts they are.",
      resolve: async ({ of }, _args, context, info) => (await sourceRows(context, info).load(of.assertedById))!,
    }),
    metric: t.field({ type: CountMetric, description: countFields.metric, resolve: ({ of }) => of.metric! }),
    measure: t.field({ type: CountMeasure, description: countFields.measure, resolve: ({ of }) => of.measure! }),
    unit: t.field({ type: CountUnit, description: countFields.unit, resolve: ({ of }) => of.unit! }),
    indicator: t.field({
      type: Indicator,
      nullable: true,
      description: "What is counted, of the metric OTHER; null of every other.",
      resolve: ({ of }, _args, context, info) => (of.indicatorId === null ? null : indicatorRows(context, info).load(of.indicatorId)),
    }),
    breakdown: t.field({ type: [Breakdown], description: countFields.breakdown, resolve: ({ of }) => of.breakdown.map(decodeBreakdown) }),
    place: t.field({ type: Place, nullable: true, description: countFields.place, resolve: ({ of }) => decodePlace(of.place) }),
    facility: t.field({
      type: Facility,
      nullable: true,
      description: "The one place that they are about; null when they are about no single one.",
      resolve: ({ of }, _args, context) => (of.facilityId === null ? null : facilityLoader(context).load(of.facilityId)),
    }),
    definition: t.field({
      type: Definition,
      nullable: true,
      description: "What the numbers count, by the source's own codebook; null when none is on record.",
      resolve: ({ of }, _args, context, info) => (of.definitionId === null ? null : definitionRows(context, info).load(of.definitionId)),
    }),
    periodStart: t.field({
      type: TimeSpan,
      nullable: true,
      description: countFields.periodStart,
      resolve: ({ of }) => spanOf("periodStart", of),
    }),
    points: t.field({
      type: [SeriesPoint],
      description: "The counts, oldest first: as they were so, of one moment as they were published, then as they were recorded.",
      resolve: ({ points }) => [...points],
    }),
  }),
});

builder.queryField("series", (t) =>
  t.field({
    type: [Series],
    nullable: true,
    complexity: allSeries,
    description: `Counts over time, one series for each thing that a source counts, the one with the newest count first. All given conditions hold. At most ${mostCounts} counts; more are refused with INVALID_INPUT.`,
    args: {
      metric: t.arg({ type: CountMetric, description: countFields.metric }),
      measure: t.arg({ type: CountMeasure, description: countFields.measure }),
      unit: t.arg({ type: CountUnit, description: countFields.unit }),
      ...situationArgs,
      source: t.arg.id({ description: "Series of this source, by its id or slug." }),
      indicator: t.arg.id({ description: "Series of this indicator, by its id or slug." }),
      facility: t.arg.id({ description: "Series about this facility or a part of it, by its id or slug." }),
      ...includePartsArgs,
      place: t.arg({ type: PlaceInput, description: "Series about just this place that is no facility." }),
      breakdown: t.arg({ type: [BreakdownInput], description: "Series of just these people; an empty list is of everybody." }),
      ...clockArgs,
    },
    resolve: async (_root, { metric, measure, unit, situation, source, indicator, facility, place, breakdown, ...reach }, context) =>
      readSeries(context.prisma, context.viewer, {
        ...{ metric: metric ?? null, measure: measure ?? null, unit: unit ?? null, ...reach },
        situation: await situationId(context, situation),
        indicator: indicator == null ? null : await requireIndicator(context.prisma, indicatorBy(indicator)),
        source: when(source, (id) => idOf(id, "Source")),
        facility: when(facility, (id) => idOf(id, "Facility")),
        place: when(place, (asked) => readPlace(asked, "place")),
        breakdown: when(breakdown, (entries) => readBreakdown(entries, "breakdown")),
      }),
  }),
);
