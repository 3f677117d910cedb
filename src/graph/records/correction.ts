/** Corrections: a claim in the place of another. */
import { supersedeClaim } from "../../domain/records/correction.ts";
import { mutation } from "../base/mutation.ts";
import { Claim } from "./claim.ts";
import {
  ClaimChangeReason,
  ClaimConnectionKind,
  CountMeasure,
  CountMetric,
  CountQualifier,
  CountUnit,
  Stance,
} from "../counting/claim-enums.ts";
import { BreakdownInput, inBreakdown } from "../counting/breakdown.ts";
import { coordinatesInput } from "../counting/coordinates.ts";
import { PlaceInput } from "../counting/place.ts";
import { Visibility } from "./visibility.ts";
import { TimeSpanInput } from "../base/time-span.ts";
import { claimFields } from "../words/claim.ts";
import { countFields } from "../words/count.ts";

mutation(supersedeClaim, {
  description:
    "Puts another claim in the place of one that still stands, and evaluates the event that it is about again. Fields that are not given stay as they were; null empties them. SOURCE_RETRACTED and REDACTION withdraw the claim: only document, locator, statement and asOf may be given. REDACTION also removes the words and numbers of the claim and its predecessors for good, and needs the scope EDITOR too.",
  references: {
    claim: ["CountClaim", "EventClaim", "RemarkClaim"],
    assertedBy: ["Source"],
    document: ["Document"],
    definition: ["Definition"],
    indicator: ["Indicator"],
    facility: ["Facility"],
    partOf: ["CountClaim"],
    base: ["CountClaim"],
    aboutSource: ["Source"],
  },
  input: (t) => ({
    claim: t.id({ required: true, description: "The claim that still stands." }),
    changeReason: t.field({ type: ClaimChangeReason, required: true, description: "Why the claim is replaced." }),
    assertedBy: t.id({ description: claimFields.assertedBy }),
    document: t.id({ description: claimFields.document }),
    locator: t.string({ description: claimFields.locator }),
    statement: t.string({ description: claimFields.statement }),
    quote: t.string({ description: claimFields.quote }),
    asOf: t.field({ type: TimeSpanInput, description: claimFields.asOf }),
    visibility: t.field({ type: Visibility, description: claimFields.visibility }),
    metric: t.field({
      type: CountMetric,
      description: `${countFields.metric} This and what follows down to namesPublished: count claims only (facility: remarks too).`,
    }),
    unit: t.field({ type: CountUnit, description: countFields.unit }),
    measure: t.field({ type: CountMeasure, description: countFields.measure }),
    qualifier: t.field({ type: CountQualifier, description: countFields.qualifier }),
    value: t.float({ description: countFields.value }),
    lower: t.float({ description: countFields.lower }),
    upper: t.float({ description: countFields.upper }),
    periodStart: t.field({ type: TimeSpanInput, description: countFields.periodStart }),
    indicator: t.id({ description: countFields.indicator }),
    definition: t.id({ description: countFields.definition }),
    facility: t.id({ description: countFields.facility }),
    place: t.field({ type: PlaceInput, description: countFields.place }),
    ...coordinatesInput(t),
    base: t.id({ description: countFields.base }),
    partOf: t.id({ description: countFields.partOf }),
    breakdown: t.field({ type: [BreakdownInput], description: countFields.breakdown }),
    dimension: t.string({ description: countFields.dimension, deprecationReason: inBreakdown }),
    category: t.string({ description: countFields.category, deprecationReason: inBreakdown }),
    namesPublished: t.boolean({ description: countFields.namesPublished }),
    stance: t.field({ type: Stance, description: `${claimFields.stance} This, connection and cause: event claims only.` }),
    connection: t.field({ type: ClaimConnectionKind, description: claimFields.connection }),
    cause: t.string({ description: claimFields.cause }),
    aboutSource: t.id({ description: `${claimFields.aboutSource} Remarks only.` }),
  }),
  payload: (t) => ({
    claim: t.prismaField({
      type: Claim,
      description: "The claim that stands now; `supersedes` leads back.",
      resolve: (query, { id }, _args, { prisma }) => prisma.claim.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
