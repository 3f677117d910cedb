/** Which claims: the filter of their lists, as a `where`. */
import { whereStatus } from "../../domain/history/claim-status.ts";
import type { Clocks } from "../../domain/history/known-at.ts";
import { placeWhere } from "../../domain/history/place.ts";
import { publishedInside } from "../../domain/history/published.ts";
import { knownClaim } from "../../domain/history/published-records.ts";
import { recordWhere } from "../../domain/history/record-where.ts";
import { idsOfPersonSlug } from "../../domain/records/person-slug.ts";
import { eventTypeNames } from "../../domain/records/custody-event.ts";
import { insideWhere } from "../../domain/time/inside-where.ts";
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import type { Context } from "../base/context.ts";
import { among, given, idsOfNamed, inSituation, includePartsField, naming, saying, situationField, when } from "../base/filter.ts";
import { idOf } from "../base/ids.ts";
import { BreakdownInput, readBreakdown } from "../counting/breakdown.ts";
import {
  ClaimChangeReason,
  ClaimConnectionKind,
  ClaimKind,
  ClaimStatus,
  CountMeasure,
  CountMetric,
  CountQualifier,
  CountUnit,
  Stance,
} from "../counting/claim-enums.ts";
import { PlaceInput, readPlace } from "../counting/place.ts";
import { TimeOrder } from "../pages/order.ts";
import { SourceKind } from "./source.ts";
import { claimFields, claimTimes } from "../words/claim.ts";
import { countFields } from "../words/count.ts";

export const ClaimFilter = builder.inputType("ClaimFilter", {
  description: "All of the given conditions hold.",
  fields: (t) => ({
    kind: t.field({ type: [ClaimKind], description: "Of one of these kinds: counts, statements about events, remarks." }),
    status: t.field({ type: [ClaimStatus], description: "Claims with one of these statuses." }),
    situation: situationField(t),
    source: t.idList({ description: "Claims that one of these sources asserts, by id or slug." }),
    document: t.idList({ description: "Claims published in one of these documents, by id or slug." }),
    facility: t.idList({ description: "Counts and remarks about one of these facilities or about a part of it, by id or slug." }),
    includeParts: includePartsField(t),
    aboutSource: t.idList({ description: "Remarks about one of these sources, by id or slug." }),
    event: t.idList({ description: "Claims about one of these custody events, by id." }),
    metric: t.field({ type: [CountMetric], description: `One of these metrics. ${countFields.metric}` }),
    measure: t.field({ type: [CountMeasure], description: `One of these measures. ${countFields.measure}` }),
    unit: t.field({ type: [CountUnit], description: `One of these units. ${countFields.unit}` }),
    qualifier: t.field({ type: [CountQualifier], description: `One of these qualifiers. ${countFields.qualifier}` }),
    namesPublished: t.boolean({
      description: "true: counts whose names the source has published. false: counts of which it says that it has not.",
    }),
    indicator: t.idList({ description: "Counts of one of these indicators, by id or slug." }),
    breakdown: t.field({
      type: [BreakdownInput],
      description: "Counts that are of just these people, whatever else they are divided by: all of these entries are in their breakdown.",
    }),
    place: t.field({
      type: PlaceInput,
      description: "Counts about a place that is no facility: all of these parts are in their place.",
    }),
    stance: t.field({ type: [Stance], description: `One of these stances. ${claimFields.stance}` }),
    connection: t.field({ type: [ClaimConnectionKind], description: `One of these connections. ${claimFields.connection}` }),
    detainee: t.idList({ description: "Claims about events of one of these people, by id or slug." }),
    sourceKind: t.field({ type: [SourceKind], description: "Claims that a source of one of these kinds asserts, as sources are now." }),
    publisher: t.idList({ description: "Claims in documents that one of these sources published, by id or slug." }),
    definition: t.idList({ description: "Counts by one of these definitions, by id." }),
    changeReason: t.field({
      type: [ClaimChangeReason],
      description:
        "Claims that took the place of another for one of these reasons: what a source corrected or withdrew. The other is `supersedes`.",
    }),
    recordedSince: t.field({ type: "DateTime", description: "Claims that the hub recorded after this moment." }),
    recordedUntil: t.field({ type: "DateTime", description: "Claims that the hub recorded by this moment." }),
    since: t.field({ type: "DateTime", description: "Claims that were certainly so after this moment." }),
    until: t.field({ type: "DateTime", description: "Claims that were certainly so by this moment." }),
    textContains: t.string({
      description: "Part of the statement, the quote or the title of the page, as it stands there. Accents and case do not matter.",
    }),
    publishedSince: t.field({ type: "DateTime", description: "Claims whose page was certainly published after this moment." }),
    publishedUntil: t.field({
      type: "DateTime",
      description:
        "Claims whose page had certainly been published by this moment. The claims are told as they are now: beside the filter, `publishedUntil` tells them as they were then.",
    }),
    includePossible: t.boolean({
      description:
        "Also what may lie after `since` or `publishedSince`, or by `until` or `publishedUntil`, and may not; false when not given.",
    }),
  }),
});

export const filterArg = { type: ClaimFilter, description: "Which claims. All of them when not given." };
const ClaimTime = builder.enumType("ClaimTime", { description: "The times of a claim.", values: claimTimes });

/** The order of a list of claims. */
export const orderArgs = builder.args((t) => ({
  order: t.field({
    type: TimeOrder,
    defaultValue: "desc",
    description: "By the time that `orderBy` names; of one moment by when it was published, then by when it was recorded.",
  }),
  orderBy: t.field({
    type: ClaimTime,
    defaultValue: "AS_OF",
    description: "By which of its times: with PUBLISHED and OLDEST_FIRST, who said it first.",
  }),
}));

const columns = {
  AS_OF: ["asOfSortAt", "publishedSortAt", "recordedAt", "id"],
  PUBLISHED: ["publishedSortAt", "asOfSortAt", "recordedAt", "id"],
  RECORDED: ["recordedAt", "id"],
} as const;
type Ordered = { readonly order?: "asc" | "desc" | null | undefined; readonly orderBy?: typeof ClaimTime.$inferType | null | undefined };

/** By when they were so; of one moment as they were published, of one page as they were recorded. Or by another of their times. */
export const inOrder = ({ order, orderBy }: Ordered) =>
  columns[orderBy ?? "AS_OF"].map((column) => ({ [column]: order ?? ("desc" as const) }));

/** Claims that pass the filter, by the identities of now. Who may see them is said beside it. */
export function claimWhere(viewer: Viewer, filter: typeof ClaimFilter.$inferInput | null | undefined, clocks: Clocks) {
  const { status, situation, source, document, facility, includeParts, aboutSource, event, since, until, includePossible, ...rest } =
    filter ?? {};
  const { kind, metric, measure, unit, qualifier, stance, namesPublished, indicator, breakdown, place, textContains, publishedSince } =
    rest;
  const { publishedUntil, recordedSince, recordedUntil } = rest;
  const people = when(rest.detainee, (named) => ({ OR: named.map((each) => personWhere(viewer, each)) }));
  const speakers = [
    ...(rest.sourceKind == null ? [] : [{ assertedBy: { kind: among(rest.sourceKind)! } }]),
    ...(rest.publisher == null ? [] : [{ document: { publisher: recordWhere(viewer, idsOfNamed(rest.publisher, "Source")!) } }]),
    ...(recordedSince == null ? [] : [{ recordedAt: { gt: recordedSince } }]),
    ...(recordedUntil == null ? [] : [{ recordedAt: { lte: recordedUntil } }]),
  ];
  const conditions = given({
    ...{ kind: among(kind), metric: among(metric), measure: among(measure), unit: among(unit), qualifier: among(qualifier) },
    ...{ stance: among(stance), namesPublished, connection: among(rest.connection), changeReason: among(rest.changeReason) },
    // An entry of a codebook is as hidden as its source.
    definition: when(among(idsOfNamed(rest.definition, "Definition")), (id) => ({ id, source: visibleWhere(viewer) })),
    detainee: people,
    situation: inSituation(situation),
    words: when(textContains, saying),
    document: publishedInside({ since: publishedSince, until: publishedUntil, includePossible }),
    indicatorId: among(idsOfNamed(indicator, "Indicator")),
    breakdown: when(breakdown, (entries) => ({ hasEvery: readBreakdown(entries, "filter.breakdown") })),
    place: when(place, (asked) => ({ hasEvery: readPlace(asked, "filter.place") })),
    assertedBy: when(idsOfNamed(source, "Source"), (ids) => recordWhere(viewer, ids)),
    documentId: among(idsOfNamed(document, "Document")),
    facility: when(idsOfNamed(facility, "Facility"), (ids) => placeWhere(viewer, ids, { includeParts })),
    aboutSource: when(idsOfNamed(aboutSource, "Source"), (ids) => recordWhere(viewer, ids)),
    eventId: among(idsOfNamed(event, ...Object.values(eventTypeNames))),
    AND: insideWhere("asOf", { since, until, includePossible }),
  });
  const standing = when(status, (some) => ({ OR: some.map((each) => whereStatus(each, clocks)) }));
  return { AND: [conditions, ...speakers, knownClaim(clocks), ...(standing === null ? [] : [standing])] };
}

/** A person who is named by an id or a slug, whoever stands for them. */
function personWhere(viewer: Viewer, named: string) {
  const between = idsOfPersonSlug(named);
  if (between === null) return recordWhere(viewer, [idOf(named, "Detainee")]);
  return { ...visibleWhere(viewer), OR: [{ id: between }, { merged: { some: { id: between } } }] };
}

/** The same with the identities of the moment: what was said by, or of, any record that was one with the given one. */
export async function claimWhereKnown(context: Context, filter: typeof ClaimFilter.$inferInput | null | undefined, clocks: Clocks) {
  const { source, facility, includeParts, aboutSource, ...others } = filter ?? {};
  return {
    AND: [
      visibleWhere(context.viewer),
      claimWhere(context.viewer, others, clocks),
      await naming(context, "assertedById", idsOfNamed(source, "Source"), clocks),
      await naming(context, "facilityId", idsOfNamed(facility, "Facility"), { ...clocks, includeParts }),
      await naming(context, "aboutSourceId", idsOfNamed(aboutSource, "Source"), clocks),
    ],
  };
}
