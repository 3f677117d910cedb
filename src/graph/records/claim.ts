/** Claims: who asserts what, where, as of when. Counts and statements about custody events. */
import {
  ClaimChangeReason as changeReasons,
  ClaimConnectionKind as connections,
  ClaimKind as kinds,
  CountMeasure as measures,
  CountMetric as metrics,
  CountQualifier as qualifiers,
  CountUnit as units,
  Stance as stances,
} from "../../db/generated/prisma/enums.ts";
import { claimStatuses, statusOf, whereStatus } from "../../domain/history/claim-status.ts";
import { membersAt, recordedBefore, type KnownAt } from "../../domain/history/known-at.ts";
import { canSee, visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { insideWhere } from "../../domain/time/inside-where.ts";
import { builder } from "../base/builder.ts";
import type { mutation } from "../base/mutation.ts";
import { connectionOf } from "../base/connection.ts";
import type { Context } from "../base/context.ts";
import { eventTypeNames } from "../../domain/records/custody-event.ts";
import { CustodyEvent } from "./custody-event.ts";
import { Detainee } from "./detainee.ts";
import { Document } from "./document.ts";
import { Facility } from "./facility.ts";
import { given, when } from "../base/filter.ts";
import { idOf } from "../base/ids.ts";
import { knownAtArgs } from "../clocks/clock-arguments.ts";
import { TimeOrder } from "../base/order.ts";
import { Source } from "./source.ts";
import { Visibility } from "./visibility.ts";
import { readSpan, spanSelection, TimeSpan, TimeSpanInput } from "../base/time-span.ts";

const ClaimKind = builder.enumType(kinds, { name: "ClaimKind" });
const ClaimStatus = builder.enumType("ClaimStatus", {
  values: claimStatuses,
  description: "SUPERSEDED: a later row corrects it. RETRACTED: this row withdraws its predecessor and asserts nothing.",
});
export const ClaimChangeReason = builder.enumType(changeReasons, { name: "ClaimChangeReason" });
export const CountMetric = builder.enumType(metrics, {
  name: "CountMetric",
  description: "What is counted. ANNOUNCED is what an authority says of releases without naming anyone; RELEASED is people who are out.",
});
export const CountMeasure = builder.enumType(measures, {
  name: "CountMeasure",
  description: "STOCK: how many there are at a moment. CUMULATIVE: how many since `periodStart`. INCREMENT: how many more.",
});
export const CountUnit = builder.enumType(units, { name: "CountUnit" });
export const CountQualifier = builder.enumType(qualifiers, {
  name: "CountQualifier",
  description:
    "How the bounds are meant. MORE_THAN 800 has lower 800 and is exclusive; AT_LEAST 800 includes it; ABOUT 50 has both bounds 50; UNQUANTIFIED is a claim without a number.",
});
export const Stance = builder.enumType(stances, { name: "Stance" });
export const ClaimConnectionKind = builder.enumType(connections, {
  name: "ClaimConnectionKind",
  description: "How the asserter is connected to the event (after the HURIDOCS micro-thesauri). ORGANISATION: one that published the name.",
});

const claimTypeNames = { COUNT: "CountClaim", EVENT: "EventClaim" } as const;
export const newestFirst = (order: "asc" | "desc" | null | undefined) => [
  { asOfSortAt: order ?? ("desc" as const) },
  { id: order ?? ("desc" as const) },
];

export const Claim = builder.prismaInterface("Claim", {
  name: "Claim",
  description: "One assertion. Claims are never changed: a correction is a new claim that supersedes the old.",
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true, kind: true },
  resolveType: ({ kind }) => claimTypeNames[kind],
  fields: (t) => ({
    assertedBy: t.relation("assertedBy", { description: "Who says so; not necessarily who published it." }),
    document: t.relation("document", { description: "Where it was published." }),
    locator: t.exposeString("locator", { nullable: true, description: "Where in the document: paragraph (¶3), page or cell." }),
    statement: t.exposeString("statement", { description: "The assertion in the hub's own words." }),
    quote: t.exposeString("quote", { nullable: true, description: "A few of the source's own words." }),
    asOf: t.field({
      type: TimeSpan,
      description: "When it was so, as precisely as the source says.",
      select: spanSelection("asOf"),
      resolve: (row) => readSpan("asOf", row),
    }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: "When the hub recorded it." }),
    status: t.field({
      type: ClaimStatus,
      args: knownAtArgs,
      select: { supersededAt: true, retraction: true },
      resolve: (row, { knownAt }) => statusOf(row, knownAt),
    }),
    redactedAt: t.expose("redactedAt", {
      type: "DateTime",
      nullable: true,
      description:
        "When its words and numbers were taken away for good; they are missing from every answer since, also as known before. Null when they were not.",
    }),
    changeReason: t.expose("changeReason", { type: ClaimChangeReason, nullable: true, description: "Why it supersedes its predecessor." }),
  }),
});

export const ClaimConnection = connectionOf("Claim", Claim);

builder.prismaInterfaceFields(Claim, (t) => ({
  supersedes: t.field({
    type: Claim,
    nullable: true,
    select: (_args, _context, nested) => ({ supersedes: nested({ select: { id: true, kind: true, visibility: true } }) }),
    resolve: ({ supersedes }, _args, { viewer }) => (canSee(viewer, supersedes) ? supersedes : null),
  }),
  supersededBy: t.field({
    type: Claim,
    nullable: true,
    args: knownAtArgs,
    select: (_args, _context, nested) => ({
      supersededBy: nested({ select: { id: true, kind: true, visibility: true, recordedAt: true } }),
    }),
    resolve: ({ supersededBy }, { knownAt }, { viewer }) =>
      canSee(viewer, supersededBy) && (knownAt == null || supersededBy!.recordedAt <= knownAt) ? supersededBy : null,
  }),
}));

export const ClaimFilter = builder.inputType("ClaimFilter", {
  description: "All of the given conditions hold.",
  fields: (t) => ({
    kind: t.field({ type: ClaimKind }),
    status: t.field({ type: ClaimStatus }),
    source: t.id(),
    document: t.id(),
    facility: t.id(),
    event: t.id(),
    metric: t.field({ type: CountMetric }),
    measure: t.field({ type: CountMeasure }),
    unit: t.field({ type: CountUnit }),
    qualifier: t.field({ type: CountQualifier }),
    stance: t.field({ type: Stance }),
    since: t.field({ type: "DateTime", description: "Certainly so after this moment." }),
    until: t.field({ type: "DateTime", description: "Certainly so by this moment." }),
    includePossible: t.boolean({
      description: "Also what may have been so after `since` or by `until`, and may not; false when not given.",
    }),
  }),
});

function claimWhere(viewer: Viewer, filter: typeof ClaimFilter.$inferInput | null | undefined, knownAt?: KnownAt) {
  const { status, source, document, facility, event, since, until, includePossible, ...columns } = filter ?? {};
  const conditions = given({
    ...columns,
    assertedById: when(source, (id) => idOf(id, "Source")),
    documentId: when(document, (id) => idOf(id, "Document")),
    facility: when(facility, (id) => ({ id: idOf(id, "Facility"), ...visibleWhere(viewer) })),
    eventId: when(event, (id) => idOf(id, ...Object.values(eventTypeNames))),
    AND: insideWhere("asOf", { since, until, includePossible }),
  });
  // A source or facility is asked for below, where all records that were one with it are known.
  return { AND: [conditions, recordedBefore(knownAt), ...(status ? [whereStatus(status, knownAt)] : [])] };
}

/** The same with the identities of the moment: what was said by, or of, any record that was one with the given one. */
async function claimWhereKnown({ prisma, viewer }: Context, filter: typeof ClaimFilter.$inferInput | null | undefined, knownAt: KnownAt) {
  const { source, facility, ...others } = filter ?? {};
  const [speaker, place] = [when(source, (id) => idOf(id, "Source")), when(facility, (id) => idOf(id, "Facility"))];
  return {
    AND: [
      claimWhere(viewer, others, knownAt),
      speaker === null ? {} : { statedAssertedById: { in: await membersAt(prisma, viewer, "Source", speaker, knownAt) } },
      place === null ? {} : { statedFacilityId: { in: await membersAt(prisma, viewer, "Facility", place, knownAt) } },
    ],
  };
}

builder.queryField("claims", (t) =>
  t.prismaConnection(
    {
      type: Claim,
      cursor: "id",
      args: { filter: t.arg({ type: ClaimFilter }), order: t.arg({ type: TimeOrder, defaultValue: "desc" }), ...knownAtArgs },
      totalCount: async (_root, { filter, knownAt }, context) =>
        context.prisma.claim.count({ where: { AND: [visibleWhere(context.viewer), await claimWhereKnown(context, filter, knownAt)] } }),
      resolve: async (query, _root, { filter, order, knownAt }, context) =>
        context.prisma.claim.findMany({
          ...query,
          where: { AND: [visibleWhere(context.viewer), await claimWhereKnown(context, filter, knownAt)] },
          orderBy: newestFirst(order),
        }),
    },
    ClaimConnection,
  ),
);

builder.prismaObjectField(Source, "claims", (t) =>
  t.relatedConnection(
    "claims",
    {
      type: Claim,
      cursor: "id",
      totalCount: true,
      description: "What this source asserts, newest first.",
      args: { filter: t.arg({ type: ClaimFilter }), order: t.arg({ type: TimeOrder, defaultValue: "desc" }) },
      query: ({ filter, order }, { viewer }) => ({
        where: { AND: [visibleWhere(viewer), claimWhere(viewer, filter)] },
        orderBy: newestFirst(order),
      }),
    },
    ClaimConnection,
  ),
);
builder.prismaObjectField(Document, "claims", (t) =>
  t.relatedConnection(
    "claims",
    {
      type: Claim,
      cursor: "id",
      totalCount: true,
      args: knownAtArgs,
      query: ({ knownAt }, { viewer }) => ({
        where: { AND: [visibleWhere(viewer), recordedBefore(knownAt)] },
        orderBy: newestFirst("desc"),
      }),
    },
    ClaimConnection,
  ),
);
builder.prismaObjectField(Facility, "countClaims", (t) =>
  t.relatedConnection(
    "claims",
    {
      type: Claim,
      cursor: "id",
      totalCount: true,
      description: "Counts about this place, newest first.",
      query: (_args, { viewer }) => ({ where: visibleWhere(viewer), orderBy: newestFirst("desc") }),
    },
    ClaimConnection,
  ),
);
builder.prismaObjectField(Detainee, "claims", (t) =>
  t.relatedConnection(
    "claims",
    {
      type: Claim,
      cursor: "id",
      totalCount: true,
      description: "What is said of this person's custody, newest first.",
      query: (_args, { viewer }) => ({ where: visibleWhere(viewer), orderBy: newestFirst("desc") }),
    },
    ClaimConnection,
  ),
);
builder.prismaInterfaceField(CustodyEvent, "claims", (t) =>
  t.relatedConnection(
    "claims",
    {
      type: Claim,
      cursor: "id",
      totalCount: true,
      description: "What is said of this event, newest first.",
      args: knownAtArgs,
      query: ({ knownAt }, { viewer }) => ({
        where: { AND: [visibleWhere(viewer), recordedBefore(knownAt)] },
        orderBy: newestFirst("desc"),
      }),
    },
    ClaimConnection,
  ),
);

type InputBuilder = Parameters<Parameters<typeof mutation>[1]["input"]>[0];
/** The input fields that both kinds of claim share. */
export const claimInput = (t: InputBuilder) => ({
  assertedBy: t.id({ required: true }),
  document: t.id({ required: true }),
  locator: t.string(),
  statement: t.string({ required: true, description: "In your own words, one line." }),
  quote: t.string(),
  asOf: t.field({ type: TimeSpanInput, required: true }),
  visibility: t.field({ type: Visibility }),
});
export const claimReferences = { assertedBy: ["Source"], document: ["Document"] };
