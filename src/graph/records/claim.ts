/** Claims: who asserts what, where, as of when. Counts, statements about custody events, and remarks. */
import { statusOf } from "../../domain/history/claim-status.ts";
import { isPublished } from "../../domain/history/published.ts";
import { knownClaim } from "../../domain/history/published-records.ts";
import { canSee, visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import type { mutation } from "../base/mutation.ts";
import { connectionOf } from "../pages/connection.ts";
import { CustodyEvent } from "./custody-event.ts";
import { Detainee } from "./detainee.ts";
import { Document } from "./document.ts";
import { Facility } from "./facility.ts";
import { among, given, includePartsArgs, throughParts } from "../base/filter.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import { listPage } from "../pages/list.ts";
import { relatedList } from "../pages/related-list.ts";
import { Source } from "./source.ts";
import { Visibility } from "./visibility.ts";
import { readSpan, spanSelection, TimeSpan, TimeSpanInput } from "../base/time-span.ts";
import { claimFields } from "../words/claim.ts";
import { ClaimChangeReason, ClaimStatus, Stance } from "../counting/claim-enums.ts";
import { claimWhere, claimWhereKnown, filterArg, inOrder, orderArgs } from "./claim-filter.ts";

/** What the claims of each kind are in the graph. */
export const claimTypeNames = { COUNT: "CountClaim", EVENT: "EventClaim", REMARK: "RemarkClaim" } as const;

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
      (clocks.publishedUntil == null || isPublished(supersededBy!.document, clocks))
        ? supersededBy
        : null,
  }),
}));

builder.queryField("claims", (t) =>
  t.connection(
    {
      type: Claim,
      description: "Claims, newest first unless `order` says otherwise.",
      args: { filter: t.arg(filterArg), ...orderArgs, ...clockArgs },
      resolve: async (_root, args, context, info) => {
        const { prisma } = context;
        return listPage(
          { context, info, args },
          { of: "Claim", where: await claimWhereKnown(context, args.filter, args), order: inOrder(args) },
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
      args: { filter: t.arg(filterArg), ...orderArgs, ...clockArgs },
      rows: ({ filter, order, orderBy, ...clocks }, { viewer }) => ({
        where: { AND: [visibleWhere(viewer), claimWhere(viewer, filter, clocks)] },
        order: inOrder({ order, orderBy }),
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
      description: "What is asserted in this document, newest first unless `order` says otherwise.",
      args: { ...orderArgs, ...clockArgs },
      rows: ({ order, orderBy, ...clocks }, { viewer }) => ({
        where: { AND: [visibleWhere(viewer), knownClaim(clocks)] },
        order: inOrder({ order, orderBy }),
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
      description: "Counts about this place and its parts, newest first unless `order` says otherwise.",
      args: { ...orderArgs, ...includePartsArgs, ...clockArgs },
      rows: ({ order, orderBy, ...clocks }, { viewer }) => ({
        where: { AND: [{ kind: "COUNT" as const }, visibleWhere(viewer), knownClaim(clocks)] },
        order: inOrder({ order, orderBy }),
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
      description: "What is said of this person's custody, newest first unless `order` says otherwise.",
      args: { ...orderArgs, ...clockArgs },
      rows: ({ order, orderBy, ...clocks }, { viewer }) => ({
        where: { AND: [visibleWhere(viewer), knownClaim(clocks)] },
        order: inOrder({ order, orderBy }),
      }),
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
      description: "What is said of this event, newest first unless `order` says otherwise.",
      args: {
        stance: t.arg({ type: [Stance], description: "Claims with one of these stances. All when not given." }),
        ...orderArgs,
        ...clockArgs,
      },
      rows: ({ stance, order, orderBy, ...clocks }, { viewer }) => ({
        where: { AND: [visibleWhere(viewer), knownClaim(clocks), given({ stance: among(stance) })] },
        order: inOrder({ order, orderBy }),
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
