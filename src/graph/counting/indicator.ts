/** Indicators: what is counted where no metric says it. */
import { recordIndicator, type IndicatorBy as By } from "../../domain/counting/indicator.ts";
import { builder } from "../base/builder.ts";
import { idOf } from "../base/ids.ts";
import { mutation } from "../base/mutation.ts";
import { foundBy } from "../base/nodes.ts";
import { connectionOf } from "../pages/connection.ts";
import { listPage } from "../pages/list.ts";
import { byName } from "../pages/order.ts";
import { indicatorFields } from "../words/count.ts";
import { recordFields } from "../words/record.ts";

export const Indicator = builder.prismaNode("Indicator", {
  description:
    "What counts of the metric OTHER count: visits, hunger strikes, cases of a disease among staff. All sources share the codebook, and it is public.",
  id: { field: "id", description: recordFields.id },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    slug: t.exposeString("slug", { description: recordFields.slug }),
    name: t.exposeString("name", { description: indicatorFields.name }),
    unit: t.exposeString("unit", { description: indicatorFields.unit }),
    population: t.exposeString("population", { nullable: true, description: indicatorFields.population }),
    description: t.exposeString("description", { nullable: true, description: indicatorFields.description }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: recordFields.recordedAt }),
  }),
});

foundBy("Indicator", ({ prisma }, ids) => prisma.indicator.findMany({ where: { id: { in: ids } }, select: { id: true } }));

const IndicatorConnection = connectionOf("Indicator", Indicator);

const IndicatorBy = builder.inputType("IndicatorBy", {
  description: "Names one indicator: by its id or by its slug.",
  isOneOf: true,
  fields: (t) => ({ id: t.id({ description: "The id of the indicator." }), slug: t.string({ description: "The slug of the indicator." }) }),
});

/**
 * How an indicator is named, by its id or its slug.
 * @throws InvalidId when it is neither
 */
export const indicatorBy = (named: string): By => ({ id: idOf(named, "Indicator") });

builder.queryFields((t) => ({
  indicator: t.prismaField({
    type: Indicator,
    nullable: true,
    description: "An indicator by id or slug; null when there is none.",
    args: { by: t.arg({ type: IndicatorBy, required: true, description: "The id or the slug." }) },
    resolve: (query, _root, { by }, { prisma }) =>
      prisma.indicator.findUnique({ ...query, where: by.id == null ? { slug: by.slug } : indicatorBy(by.id) }),
  }),
  indicators: t.connection(
    {
      type: Indicator,
      description: "What counts of OTHER may count, by name.",
      resolve: (_root, args, context, info) => {
        const { prisma } = context;
        return listPage(
          { context, info, args },
          { where: {}, order: byName(), columns: ["id"] },
          (query) => prisma.indicator.findMany(query),
          (query) => prisma.indicator.count(query),
        );
      },
    },
    IndicatorConnection,
  ),
}));

mutation(recordIndicator, {
  description: "Records an indicator. The same again changes nothing; other content under a known slug is a Conflict.",
  references: {},
  input: (t) => ({
    slug: t.string({ required: true, description: recordFields.slug }),
    name: t.string({ required: true, description: indicatorFields.name }),
    unit: t.string({ required: true, description: indicatorFields.unit }),
    population: t.string({ description: indicatorFields.population }),
    description: t.string({ description: indicatorFields.description }),
  }),
  payload: (t) => ({
    indicator: t.prismaField({
      type: Indicator,
      description: "The indicator that was recorded.",
      resolve: (query, { id }, _args, { prisma }) => prisma.indicator.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
