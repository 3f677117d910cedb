/**
 * Claims: what somebody asserts, where, as of when: counts, and statements on custody events (remark.ts has the third kind). Append-only; the same claim recorded twice is recorded
 * once.
 */
import * as z from "zod";
import { ClaimConnectionKind, CountMeasure, CountMetric, CountQualifier, CountUnit, Stance } from "../../db/generated/prisma/enums.ts";
import type { Prisma } from "../../db/generated/prisma/client.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import type { Db } from "../../db/database.ts";
import { checkBounds, expectedNumber } from "./bounds.ts";
import { breakdownDraft, breakdownOfCategory } from "../counting/breakdown.ts";
import { placeDraft } from "../counting/place.ts";
import { areWhole, coordinateFields, wholeExpected } from "../counting/coordinates.ts";
import { checkIndicator, indicatorBy, requireIndicator, unspecified } from "../counting/indicator.ts";
import { audit, type Outcome, type Verb } from "../change.ts";
import { checkRecorded, id, orNull, slug, text, timeSpan, visibility } from "../input.ts";
import { requireDocument } from "./document.ts";
import { requireFacility } from "./facility.ts";
import { idOfContent } from "../identity.ts";
import { requireSource } from "./source.ts";
import { situationOf } from "../situations/which-situation.ts";
import { spanColumns } from "../time/span.ts";
import { lockEvent } from "../verification/hold-people.ts";
import { reevaluate } from "../verification/verification.ts";
import { canSee, visibleWhere, type Viewer } from "../viewer.ts";

/** What claims of every kind say: who, in which page and where in it, in which words, as of when. */
export const commonClaim = {
  assertedBy: id,
  document: id,
  locator: orNull(text(100)),
  statement: text(500),
  quote: orNull(text(200)),
  asOf: timeSpan,
  visibility: visibility.nullish().transform((value) => value ?? "PUBLIC"),
};
const bound = orNull(z.number({ error: ({ input }) => expectedNumber(input) }));

export const countClaimDraft = z
  .object({
    ...commonClaim,
    metric: z.enum(CountMetric),
    unit: z.enum(CountUnit).nullish(),
    measure: z.enum(CountMeasure),
    qualifier: z.enum(CountQualifier),
    /** Short for lower and upper, where they are the same number. */
    value: bound,
    lower: bound,
    upper: bound,
    periodStart: orNull(timeSpan),
    /** Of the metric OTHER: what is counted, by its id or slug. */
    indicator: orNull(z.union([id, slug], { error: "the id or the slug of an indicator" })),
    definition: orNull(id),
    facility: orNull(id),
    /** Where, if that is no facility. */
    place: placeDraft,
    ...coordinateFields,
    partOf: orNull(id),
    /** Of a share: the count of which it is one. */
    base: orNull(id),
    breakdown: breakdownDraft,
    /** From before there were breakdowns: one dimension, and which part of it. */
    dimension: orNull(text(100)),
    category: orNull(text(100)),
    namesPublished: orNull(z.boolean({ error: "true or false" })),
  })
  .transform(({ value, ...rest }, context) => {
    // What an indicator counts is no person, unless the claim says so.
    const ofIndicator = rest.indicator !== null && rest.indicator !== unspecified.id;
    const draft = { ...rest, unit: rest.unit ?? (ofIndicator ? ("OTHER" as const) : ("PERSONS" as const)) };
    if (value !== null && (draft.lower !== null || draft.upper !== null))
      context.addIssue({ code: "custom", path: ["value"], message: "either value or lower and upper, not both" });
    const bounds = value === null ? { lower: draft.lower, upper: draft.upper } : { lower: value, upper: value };
    for (const { path, expected } of checkBounds(draft.qualifier, draft.unit, bounds))
      context.addIssue({ code: "custom", path: [path], message: expected });
    if (draft.facility !== null && draft.place.length > 0)
      context.addIssue({ code: "custom", path: ["place"], message: "either a facility or a place that is none, not both" });
    if (!areWhole(draft)) context.addIssue({ code: "custom", path: ["latitude"], message: wholeExpected });
    if (draft.latitude !== null && draft.place.length === 0)
      context.addIssue({ code: "custom", path: ["latitude"], message: "coordinates only of a place that is no facility" });
    if (draft.base !== null && draft.unit !== "PERCENT")
      context.addIssue({ code: "custom", path: ["base"], message: "a base only of a share, whose unit is PERCENT" });
    const former = breakdownOfCategory(draft.dimension, draft.category);
    if (former.length > 0 && draft.breakdown.length > 0)
      context.addIssue({ code: "custom", path: ["breakdown"], message: "either a breakdown or a dimension with its category, not both" });
    return { ...draft, breakdown: former.length > 0 ? former : draft.breakdown, ...bounds };
  });

export const eventClaimDraft = z.object({
  ...commonClaim,
  event: id,
  stance: z.enum(Stance),
  connection: z
    .enum(ClaimConnectionKind)
    .nullish()
    .transform((value) => value ?? "UNKNOWN"),
  /** Of what the person died; for claims on a DEATH. */
  cause: orNull(text(200)),
});

type CommonDraft = z.output<z.ZodObject<typeof commonClaim>>;

export function claimColumns({ assertedBy, document, asOf, visibility: statedVisibility, locator, statement, quote }: CommonDraft) {
  return {
    assertedById: assertedBy,
    documentId: document,
    locator,
    statement,
    quote,
    ...spanColumns("asOf", asOf),
    statedVisibility,
  };
}

export function countClaimRow(draft: z.output<typeof countClaimDraft>) {
  const { metric, unit, measure, qualifier, lower, upper, periodStart, indicator, definition, facility, partOf } = draft;
  const { place, latitude, longitude, coordinatePrecision, base, breakdown, namesPublished } = draft;
  return {
    kind: "COUNT" as const,
    ...claimColumns(draft),
    ...{ metric, unit, measure, qualifier, lower, upper, place, latitude, longitude, coordinatePrecision, breakdown, namesPublished },
    ...(periodStart ? spanColumns("periodStart", periodStart) : {}),
    ...{ indicatorId: indicator, definitionId: definition, facilityId: facility, partOfId: partOf, baseId: base },
  };
}

export function eventClaimRow(draft: z.output<typeof eventClaimDraft>) {
  return {
    kind: "EVENT" as const,
    ...claimColumns(draft),
    eventId: draft.event,
    stance: draft.stance,
    connection: draft.connection,
    cause: draft.cause,
  };
}

/** Records a count. */
export const recordCountClaim: Verb = {
  name: "recordCountClaim",
  scope: "RECORDER",
  async run(db, viewer, input, now) {
    const read = checkRecorded(countClaimDraft, input, now);
    checkIndicator(read.metric, read.indicator);
    await requireOrigin(db, viewer, read);
    await requireCountReferences(db, viewer, read);
    const draft = { ...read, indicator: read.indicator && (await requireIndicator(db, indicatorBy(read.indicator))) };
    const row = { id: idOfCountClaim(draft), ...countClaimRow(draft), ...(await situationOf(db, input, draft)) };
    return insertClaim(db, viewer, "recordCountClaim", row, now);
  },
};

/** Records what somebody says of one event, and lets the policy look at the event again. */
export const recordEventClaim: Verb = {
  name: "recordEventClaim",
  scope: "RECORDER",
  async run(db, viewer, input, now) {
    const draft = checkRecorded(eventClaimDraft, input, now);
    await requireOrigin(db, viewer, draft);
    const { type } = await lockEvent(db, viewer, draft.event);
    refuseCause(draft.cause, type);
    const outcome = await insertClaim(db, viewer, "recordEventClaim", { id: idOfEventClaim(draft), ...eventClaimRow(draft) }, now);
    if (outcome.changed) await reevaluate(db, [draft.event], now);
    return outcome;
  },
};

/** @throws InvalidInput when a cause is given of anything but a death */
export function refuseCause(cause: string | null, type: string): void {
  if (cause !== null && type !== "DEATH")
    throw new InvalidInput([
      { path: "input.cause", expected: "a cause only where the claim is on a DEATH", received: `a claim on a ${type}` },
    ]);
}

/**
 * The id by content, another for each situation in which the very same is said; for whoever sends the words of a claim that is hidden from them and is not theirs, one of their own: that it is on record already would
 * tell of it (docs/decisions/hidden-ids.md).
 */
async function idFor(db: Db, viewer: Viewer, byContent: string, situationId: string | undefined): Promise<string> {
  const known = await db.claim.findUnique({ where: { id: byContent }, select: { visibility: true, recordedBy: true, situationId: true } });
  if (known !== null && situationId !== undefined && known.situationId !== situationId)
    return idFor(db, viewer, idOfContent("Claim", [byContent, situationId]), situationId);
  const elses = known !== null && !canSee(viewer, known) && known.recordedBy !== viewer.actor;
  return elses ? idOfContent("Claim", [byContent, viewer.actor]) : byContent;
}

/** Claims had their ids before there were breakdowns, indicators, places, coordinates and bases: where none is given, or as it was given then, it is that id. */
function idOfCountClaim(claim: z.output<typeof countClaimDraft>): string {
  const { breakdown, indicator, place, latitude, longitude, coordinatePrecision, base, ...draft } = claim;
  const former = draft.dimension !== null || draft.category !== null || breakdown.length === 0;
  return idOfContent("Claim", {
    ...draft,
    ...(former ? {} : { breakdown }),
    ...(indicator === null ? {} : { indicator }),
    ...(place.length === 0 ? {} : { place }),
    ...(latitude === null ? {} : { latitude, longitude, coordinatePrecision }),
    ...(base === null ? {} : { base }),
  });
}

/** Claims without a cause had their ids before there were causes. */
function idOfEventClaim({ cause, ...draft }: z.output<typeof eventClaimDraft>): string {
  return idOfContent("Claim", cause === null ? draft : { ...draft, cause });
}

/** Writes a claim that is new, once; its id is by content. */
export async function insertClaim(
  db: Db,
  viewer: Viewer,
  verb: string,
  row: Omit<Prisma.ClaimCreateManyInput, "key" | "recordedAt" | "recordedBy">,
  now: Date,
): Promise<Outcome> {
  const claimId = await idFor(db, viewer, row.id, row.situationId);
  const { count } = await db.claim.createMany({
    data: [{ ...row, id: claimId, key: claimId, recordedAt: now, recordedBy: viewer.actor }],
    skipDuplicates: true,
  });
  if (count > 0) await audit(db, viewer.actor, verb, "Claim", claimId);
  return { id: claimId, changed: count > 0 };
}

/** @throws NotFound unless the viewer can see the asserter and the document */
export async function requireOrigin(db: Db, viewer: Viewer, draft: Pick<CommonDraft, "assertedBy" | "document">): Promise<void> {
  await requireSource(db, viewer, draft.assertedBy);
  await requireDocument(db, viewer, draft.document);
}

type CountReferences = Pick<z.output<typeof countClaimDraft>, "facility" | "partOf" | "base" | "definition" | "assertedBy">;

/**
 * @throws NotFound unless the viewer can see what the count refers to
 * @throws InvalidInput when the definition is another source's
 */
export async function requireCountReferences(
  db: Db,
  viewer: Viewer,
  { facility, partOf, base, definition, assertedBy }: CountReferences,
): Promise<void> {
  if (facility !== null) await requireFacility(db, viewer, facility);
  if (partOf !== null) await requireCountClaim(db, viewer, partOf);
  if (base !== null) await requireCountClaim(db, viewer, base);
  if (definition !== null) await requireDefinition(db, viewer, definition, assertedBy);
}

async function requireCountClaim(db: Db, viewer: Viewer, claimId: string): Promise<void> {
  if (!(await db.claim.findFirst({ where: { id: claimId, kind: "COUNT", ...visibleWhere(viewer) }, select: { id: true } })))
    throw new NotFound("count claim", claimId);
}

async function requireDefinition(db: Db, viewer: Viewer, definitionId: string, sourceId: string): Promise<void> {
  const definition = await db.definition.findFirst({
    where: { id: definitionId, source: visibleWhere(viewer) },
    select: { sourceId: true, statedSourceId: true },
  });
  if (!definition) throw new NotFound("definition", definitionId);
  // A merged source may use the definitions of the one that stands for it, and its own.
  if (definition.sourceId !== sourceId && definition.statedSourceId !== sourceId)
    throw new InvalidInput([
      {
        path: "input.definition",
        expected: "a definition of the source that asserts the claim",
        received: "a definition of another source",
      },
    ]);
}
