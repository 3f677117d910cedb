/** Count claims: how many, of what, by whose count. */
import { queryFromInfo } from "@pothos/plugin-prisma";
import { recordCountClaim } from "../../domain/records/claim.ts";
import { whereStatus } from "../../domain/history/claim-status.ts";
import { recordedBefore } from "../../domain/history/known-at.ts";
import { seriesWhere } from "../../domain/reconciliation/series.ts";
import { spanOf } from "../../domain/time/span.ts";
import { canSee, visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { Claim, claimInput, claimReferences, CountMeasure, CountMetric, CountQualifier, CountUnit, newestFirst } from "./claim.ts";
import { Facility } from "./facility.ts";
import { idOf } from "../base/ids.ts";
import { knownAtArgs } from "../clocks/clock-arguments.ts";
import { foundBy } from "../base/nodes.ts";
import { Definition, Source } from "./source.ts";
import { spanSelection, TimeSpan, TimeSpanInput } from "../base/time-span.ts";

export const CountClaim = builder.prismaNode("Claim", {
  variant: "CountClaim",
  description: "A count that somebody asserts.",
  interfaces: [Claim],
  id: { field: "id" },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true, kind: true },
  fields: (t) => ({
    // The columns are null on event claims only (check `columns_agree_with_kind`).
    metric: t.field({ type: CountMetric, select: { metric: true }, resolve: ({ metric }) => metric! }),
    measure: t.field({ type: CountMeasure, select: { measure: true }, resolve: ({ measure }) => measure! }),
    unit: t.field({ type: CountUnit, select: { unit: true }, resolve: ({ unit }) => unit! }),
    qualifier: t.field({ type: CountQualifier, select: { qualifier: true }, resolve: ({ qualifier }) => qualifier! }),
    value: t.int({
      nullable: true,
      description: "The number, when and only when the qualifier is EXACT.",
      select: { qualifier: true, lower: true },
      resolve: ({ qualifier, lower }) => (qualifier === "EXACT" ? lower : null),
    }),
    lower: t.exposeInt("lower", {
      nullable: true,
      description: "Whole number as published; null is unbounded. Whether it is exclusive follows from the qualifier.",
    }),
    upper: t.exposeInt("upper", {
      nullable: true,
      description: "Whole number as published; null is unbounded. Whether it is exclusive follows from the qualifier.",
    }),
    periodStart: t.field({
      type: TimeSpan,
      nullable: true,
      description: "Since when a CUMULATIVE count counts; null when not stated.",
      select: spanSelection("periodStart"),
      resolve: (row) => spanOf("periodStart", row),
    }),
    definition: t.relation("definition", {
      type: Definition,
      nullable: true,
      description: "What the number counts, by the source's own codebook.",
    }),
    facility: t.field({
      type: Facility,
      nullable: true,
      description: "The one place that the count is about; null for all.",
      select: (_args, _context, nested) => ({ facility: nested({ select: { id: true, visibility: true } }) }),
      resolve: ({ facility }, _args, { viewer }) => (canSee(viewer, facility) ? facility : null),
    }),
    dimension: t.exposeString("dimension", { nullable: true, description: "By what the whole is divided: age, nationality…" }),
    category: t.exposeString("category", { nullable: true, description: "Which part of the whole this is." }),
    namesPublished: t.exposeBoolean("namesPublished", {
      nullable: true,
      description: "Whether the source published the names behind the number; null when not known.",
    }),
  }),
});

foundBy("CountClaim", ({ prisma, viewer }, ids) =>
  prisma.claim.findMany({ where: { id: { in: ids }, kind: "COUNT", ...visibleWhere(viewer) }, select: { id: true } }),
);

builder.prismaObjectFields(CountClaim, (t) => ({
  partOf: t.field({
    type: CountClaim,
    nullable: true,
    description: "The total of which this is a part.",
    select: (_args, _context, nested) => ({ partOf: nested({ select: { id: true, kind: true, visibility: true } }) }),
    resolve: ({ partOf }, _args, { viewer }) => (canSee(viewer, partOf) ? partOf : null),
  }),
  parts: t.relation("parts", {
    type: CountClaim,
    args: knownAtArgs,
    query: ({ knownAt }, { viewer }) => ({ where: { AND: [visibleWhere(viewer), recordedBefore(knownAt)] }, orderBy: newestFirst("asc") }),
  }),
}));

builder.prismaObjectField(Source, "countSeries", (t) =>
  t.field({
    type: [CountClaim],
    description: "The source's live claims of one metric, oldest first: everywhere, or about one facility.",
    args: { metric: t.arg({ type: CountMetric, required: true }), facility: t.arg.id(), ...knownAtArgs },
    select: ({ metric, facility, knownAt }, { viewer }, nested) => {
      if (knownAt != null) return { id: true };
      const place = facility == null ? null : idOf(facility, "Facility");
      const where = { kind: "COUNT" as const, metric, facilityId: place, ...whereStatus("ACTIVE"), ...visibleWhere(viewer) };
      return { claims: { where, orderBy: newestFirst("asc"), ...(nested() as object) } };
    },
    async resolve(source, { metric, facility, knownAt }, context, info) {
      if (knownAt == null) return (source as unknown as { claims: { id: string; kind: "COUNT" }[] }).claims;
      const { prisma, viewer } = context;
      const where = await seriesWhere(prisma, viewer, source.id, metric, facility == null ? null : idOf(facility, "Facility"), knownAt);
      return prisma.claim.findMany({ ...(queryFromInfo({ context, info }) as object), where, orderBy: newestFirst("asc") });
    },
  }),
);

mutation(recordCountClaim, {
  description: "Records a count that somebody asserts. The same claim recorded twice is recorded once.",
  references: { ...claimReferences, definition: ["Definition"], facility: ["Facility"], partOf: ["CountClaim"] },
  input: (t) => ({
    ...claimInput(t),
    metric: t.field({ type: CountMetric, required: true }),
    unit: t.field({ type: CountUnit, description: "PERSONS when not given." }),
    measure: t.field({ type: CountMeasure, required: true }),
    qualifier: t.field({ type: CountQualifier, required: true }),
    value: t.int({ description: "Instead of equal `lower` and `upper`, for EXACT and ABOUT." }),
    lower: t.int(),
    upper: t.int(),
    periodStart: t.field({ type: TimeSpanInput }),
    definition: t.id(),
    facility: t.id(),
    partOf: t.id(),
    dimension: t.string(),
    category: t.string(),
    namesPublished: t.boolean(),
  }),
  payload: (t) => ({
    claim: t.prismaField({
      type: CountClaim,
      resolve: (query, { id }, _args, { prisma }) => prisma.claim.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
