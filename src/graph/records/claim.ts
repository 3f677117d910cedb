/** Claims: who asserts what, where, as of when. Counts, statements about custody events, and remarks. */
import { statusOf, whereStatus } from "../../domain/history/claim-status.ts";
import type { Clocks } from "../../domain/history/known-at.ts";
import { isPublished } from "../../domain/history/published.ts";
import { knownClaim } from "../../domain/history/published-records.ts";
import { placeWhere } from "../../domain/history/place.ts";
import { recordWhere } from "../../domain/history/record-where.ts";
import { canSee, visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { insideWhere } from "../../domain/time/inside-where.ts";
import { builder } from "../base/builder.ts";
import type { mutation } from "../base/mutation.ts";
import { connectionOf } from "../pages/connection.ts";
import type { Context } from "../base/context.ts";
import { eventTypeNames } from "../../domain/records/custody-event.ts";
import { CustodyEvent } from "./custody-event.ts";
import { Detainee } from "./detainee.ts";
import { Document } from "./document.ts";
import { Facility } from "./facility.ts";
import { given, inSituation, includePartsArgs, includePartsField, naming, situationField, throughParts, when } from "../base/filter.ts";
import { idOf } from "../base/ids.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import { TimeOrder } from "../pages/order.ts";
import { listPage } from "../pages/list.ts";
import { relatedList } from "../pages/related-list.ts";
import { Source } from "./source.ts";
import { BreakdownInput, readBreakdown } from "../counting/breakdown.ts";
import { indicatorBy } from "../counting/indicator.ts";
import { Visibility } from "./visibility.ts";
import { readSpan, spanSelection, TimeSpan, TimeSpanInput } from "../base/time-span.ts";
import { claimFields } from "../words/claim.ts";
import { countFields } from "../words/count.ts";
import { ClaimChangeReason, ClaimKind, ClaimStatus, CountMeasure, CountMetric, CountQualifier, CountUnit, Stance } from "./claim-enums.ts";

const claimTypeNames = { COUNT: "CountClaim", EVENT: "EventClaim", REMARK: "RemarkClaim" } as const;
/** By when they were so; of one moment as they were published, of one page as they were recorded. */
export const newestFirst = (order: "asc" | "desc" | null | undefined) =>
  (["asOfSortAt", "publishedSortAt", "recordedAt", "id"] as const).map((column) => ({ [column]: order ?? ("desc" as const) }));

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
      description: "Whether the claim still stands.",
      args: clockArgs,
      select: ({ publishedUntil }) => ({
        ...{ supersededAt: true, retraction: true },
        ...(publishedUntil == null
          ? {}
          : { supersededBy: { select: { changeReason: true, document: { select: { publishedAtLatest: true, recordedAt: true } } } } }),
      }),
      resolve: (row, clocks) => statusOf(row as Parameters<typeof statusOf>[0], clocks),
    }),
    redactedAt: t.expose("redactedAt", {
      type: "DateTime",
      nullable: true,
      description:
        "When its words and numbers were removed for good. Every answer lacks them since, also one with an earlier `knownAt`. Null when nothing was removed.",
    }),
    changeReason: t.expose("changeReason", {
      type: ClaimChangeReason,
      nullable: true,
      description: "Why it took the place of its predecessor; null when it is the first of its chain.",
    }),
  }),
});

export const ClaimConnection = connectionOf("Claim", Claim);

builder.prismaInterfaceFields(Claim, (t) => ({
  supersedes: t.field({
    type: Claim,
    nullable: true,
    description: "The claim that this one replaced; null when it replaced none that you may see.",
    select: (_args, _context, nested) => ({ supersedes: nested({ select: { id: true, kind: true, visibility: true } }) }),
    resolve: ({ supersedes }, _args, { viewer }) => (canSee(viewer, supersedes) ? supersedes : null),
  }),
  supersededBy: t.field({
    type: Claim,
    nullable: true,
    description: "The claim that replaced this one; null while it stands, or when you may not see the other.",
    args: clockArgs,
    select: (_args, _context, nested) => ({
      supersededBy: nested({
        select: {
          id: true,
          kind: true,
          visibility: true,
          recordedAt: true,
          document: { select: { publishedAtLatest: true, recordedAt: true } },
        },
      }),
    }),
    resolve: ({ supersededBy }, clocks, { viewer }) =>
      canSee(viewer, supersededBy) &&
      (clocks.knownAt == null || supersededBy!.recordedAt <= clocks.knownAt) &&
      isPublished(supersededBy!.document, clocks)
        ? supersededBy
        : null,
  }),
}));

export const ClaimFilter = builder.inputType("ClaimFilter", {
  description: "All of the given conditions hold.",
  fields: (t) => ({
    kind: t.field({ type: ClaimKind, description: "Counts alone, statements about events alone, or remarks alone." }),
    status: t.field({ type: ClaimStatus, description: "Claims with this status." }),
    situation: situationField(t),
    source: t.id({ description: "Claims that this source asserts, by its id." }),
    document: t.id({ description: "Claims published in this document, by its id." }),
    facility: t.id({ description: "Counts and remarks about this facility or about a part of it, by its id." }),
    includeParts: includePartsField(t),
    aboutSource: t.id({ description: "Remarks about this source, by its id." }),
    event: t.id({ description: "Claims about this custody event, by its id." }),
    metric: t.field({ type: CountMetric, description: countFields.metric }),
    measure: t.field({ type: CountMeasure, description: countFields.measure }),
    unit: t.field({ type: CountUnit, description: countFields.unit }),
    qualifier: t.field({ type: CountQualifier, description: countFields.qualifier }),
    indicator: t.id({ description: "Counts of this indicator, by its id or slug." }),
    breakdown: t.field({
      type: [BreakdownInput],
      description: "Counts that are of just these people, whatever else they are divided by: all of these entries are in their breakdown.",
    }),
    stance: t.field({ type: Stance, description: claimFields.stance }),
    since: t.field({ type: "DateTime", description: "Claims that were certainly so after this moment." }),
    until: t.field({ type: "DateTime", description: "Claims that were certainly so by this moment." }),
    includePossible: t.boolean({
      description: "Also what may have been so after `since` or by `until`, and may not; false when not given.",
    }),
  }),
});

const filterArg = { type: ClaimFilter, description: "Which claims. All of them when not given." };
const orderArg = {
  type: TimeOrder,
  defaultValue: "desc" as const,
  description: "By the time of which the claim speaks; of one moment by when it was published, then by when it was recorded.",
};

function claimWhere(viewer: Viewer, filter: typeof ClaimFilter.$inferInput | null | undefined, clocks: Clocks) {
  const { status, situation, source, document, facility, includeParts, aboutSource, event, since, until, includePossible, ...rest } =
    filter ?? {};
  const { indicator, breakdown, ...columns } = rest;
  const conditions = given({
    ...columns,
    situation: inSituation(situation),
    indicator: when(indicator, indicatorBy),
    breakdown: when(breakdown, (entries) => ({ hasEvery: readBreakdown(entries, "filter.breakdown") })),
    assertedBy: when(source, (id) => recordWhere(viewer, idOf(id, "Source"))),
    documentId: when(document, (id) => idOf(id, "Document")),
    facility: when(facility, (id) => placeWhere(viewer, idOf(id, "Facility"), { includeParts })),
    aboutSource: when(aboutSource, (id) => recordWhere(viewer, idOf(id, "Source"))),
    eventId: when(event, (id) => idOf(id, ...Object.values(eventTypeNames))),
    AND: insideWhere("asOf", { since, until, includePossible }),
  });
  return { AND: [conditions, knownClaim(clocks), ...(status ? [whereStatus(status, clocks)] : [])] };
}

const asSource = (named: string | null | undefined) => when(named, (id) => idOf(id, "Source"));
const asFacility = (named: string | null | undefined) => when(named, (id) => idOf(id, "Facility"));

/** The same with the identities of the moment: what was said by, or of, any record that was one with the given one. */
export async function claimWhereKnown(context: Context, filter: typeof ClaimFilter.$inferInput | null | undefined, clocks: Clocks) {
  const { source, facility, includeParts, aboutSource, ...others } = filter ?? {};
  return {
    AND: [
      visibleWhere(context.viewer),
      claimWhere(context.viewer, others, clocks),
      await naming(context, "assertedById", asSource(source), clocks),
      await naming(context, "facilityId", asFacility(facility), { ...clocks, includeParts }),
      await naming(context, "aboutSourceId", asSource(aboutSource), clocks),
    ],
  };
}

builder.queryField("claims", (t) =>
  t.connection(
    {
      type: Claim,
      description: "Claims, newest first unless `order` says otherwise.",
      args: { filter: t.arg(filterArg), order: t.arg(orderArg), ...clockArgs },
      resolve: async (_root, args, context, info) => {
        const { prisma } = context;
        return listPage(
          { context, info, args },
          { of: "Claim", where: await claimWhereKnown(context, args.filter, args), order: newestFirst(args.order) },
          (query) => prisma.claim.findMany(query),
          (query) => prisma.claim.count(query),
        );
      },
    },
    ClaimConnection,
  ),
);

builder.prismaObjectField(Source, "claims", (t) =>
  relatedList(
    t,
    "claims",
    {
      type: Claim,
      description: "What this source asserts, newest first.",
      args: { filter: t.arg(filterArg), order: t.arg(orderArg), ...clockArgs },
      rows: ({ filter, order, ...clocks }, { viewer }) => ({
        where: { AND: [visibleWhere(viewer), claimWhere(viewer, filter, clocks)] },
        order: newestFirst(order),
      }),
    },
    ClaimConnection,
  ),
);
builder.prismaObjectField(Document, "claims", (t) =>
  relatedList(
    t,
    "claims",
    {
      type: Claim,
      description: "What is asserted in this document, newest first.",
      args: clockArgs,
      rows: (clocks, { viewer }) => ({
        where: { AND: [visibleWhere(viewer), knownClaim(clocks)] },
        order: newestFirst("desc"),
      }),
    },
    ClaimConnection,
  ),
);
builder.prismaObjectField(Facility, "countClaims", (t) =>
  relatedList(
    t,
    "claims",
    {
      type: Claim,
      description: "Counts about this place and its parts, newest first.",
      args: { ...includePartsArgs, ...clockArgs },
      rows: (clocks, { viewer }) => ({
        where: { AND: [{ kind: "COUNT" as const }, visibleWhere(viewer), knownClaim(clocks)] },
        order: newestFirst("desc"),
      }),
      through: throughParts,
    },
    ClaimConnection,
  ),
);
builder.prismaObjectField(Detainee, "claims", (t) =>
  relatedList(
    t,
    "claims",
    {
      type: Claim,
      description: "What is said of this person's custody, newest first.",
      args: clockArgs,
      rows: (clocks, { viewer }) => ({ where: { AND: [visibleWhere(viewer), knownClaim(clocks)] }, order: newestFirst("desc") }),
    },
    ClaimConnection,
  ),
);
builder.prismaInterfaceField(CustodyEvent, "claims", (t) =>
  relatedList(
    t,
    "claims",
    {
      type: Claim,
      description: "What is said of this event, newest first.",
      args: clockArgs,
      rows: (clocks, { viewer }) => ({
        where: { AND: [visibleWhere(viewer), knownClaim(clocks)] },
        order: newestFirst("desc"),
      }),
    },
    ClaimConnection,
  ),
);

type InputBuilder = Parameters<Parameters<typeof mutation>[1]["input"]>[0];
/** The input fields that all kinds of claim share. */
export const claimInput = (t: InputBuilder) => ({
  assertedBy: t.id({ required: true, description: claimFields.assertedBy }),
  document: t.id({ required: true, description: claimFields.document }),
  locator: t.string({ description: claimFields.locator }),
  statement: t.string({ required: true, description: claimFields.statement }),
  quote: t.string({ description: claimFields.quote }),
  asOf: t.field({ type: TimeSpanInput, required: true, description: claimFields.asOf }),
  visibility: t.field({ type: Visibility, description: claimFields.visibility }),
});
export const claimReferences = { assertedBy: ["Source"], document: ["Document"] };
