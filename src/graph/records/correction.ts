/** Corrections: a claim in the place of another. */
import { supersedeClaim } from "../../domain/records/correction.ts";
import { mutation } from "../base/mutation.ts";
import { Claim, ClaimChangeReason, ClaimConnectionKind, CountMeasure, CountMetric, CountQualifier, CountUnit, Stance } from "./claim.ts";
import { Visibility } from "./visibility.ts";
import { TimeSpanInput } from "../base/time-span.ts";

mutation(supersedeClaim, {
  description:
    "Puts another claim in the place of one that still stands, and lets the policy look again at what rests on it. Fields that are not given stay as they were; null empties them. SOURCE_RETRACTED and REDACTION withdraw the claim: only document, locator, statement and asOf may be given. REDACTION also removes the words and numbers of the claim and its predecessors for good, and needs the scope EDITOR too.",
  references: {
    claim: ["CountClaim", "EventClaim"],
    assertedBy: ["Source"],
    document: ["Document"],
    definition: ["Definition"],
    facility: ["Facility"],
    partOf: ["CountClaim"],
  },
  input: (t) => ({
    claim: t.id({ required: true, description: "The claim that still stands." }),
    changeReason: t.field({ type: ClaimChangeReason, required: true }),
    assertedBy: t.id(),
    document: t.id(),
    locator: t.string(),
    statement: t.string(),
    quote: t.string(),
    asOf: t.field({ type: TimeSpanInput }),
    visibility: t.field({ type: Visibility }),
    metric: t.field({ type: CountMetric, description: "This and what follows down to namesPublished: count claims only." }),
    unit: t.field({ type: CountUnit }),
    measure: t.field({ type: CountMeasure }),
    qualifier: t.field({ type: CountQualifier }),
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
    stance: t.field({ type: Stance, description: "This, connection and cause: event claims only." }),
    connection: t.field({ type: ClaimConnectionKind }),
    cause: t.string(),
  }),
  payload: (t) => ({
    claim: t.prismaField({
      type: Claim,
      description: "The claim that stands now; `supersedes` leads back.",
      resolve: (query, { id }, _args, { prisma }) => prisma.claim.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
