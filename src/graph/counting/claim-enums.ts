/** The enums of claims. */
import {
  ClaimChangeReason as changeReasonNames,
  ClaimConnectionKind as connections,
  ClaimKind as kinds,
  CountMeasure as measures,
  CountMetric as metrics,
  CountQualifier as qualifiers,
  CountUnit as units,
  Stance as stanceNames,
} from "../../db/generated/prisma/enums.ts";
import { builder } from "../base/builder.ts";
import { changeReasons, claimKinds, claimStatuses, connectionKinds, stances } from "../words/claim.ts";
import { countMeasures, countMetrics, countQualifiers, countUnits } from "../words/count.ts";

export const ClaimKind = builder.enumType(kinds, { name: "ClaimKind", description: "What a claim is about.", values: claimKinds });
export const ClaimStatus = builder.enumType("ClaimStatus", {
  values: claimStatuses,
  description: "Whether a claim still stands.",
});
export const ClaimChangeReason = builder.enumType(changeReasonNames, {
  name: "ClaimChangeReason",
  description: "Why a claim takes the place of another, or why a record was corrected.",
  values: changeReasons,
});
export const CountMetric = builder.enumType(metrics, {
  name: "CountMetric",
  description: "What is counted.",
  values: countMetrics,
});
export const CountMeasure = builder.enumType(measures, {
  name: "CountMeasure",
  description: "Whether a number is a level, a running total or an addition.",
  values: countMeasures,
});
export const CountUnit = builder.enumType(units, { name: "CountUnit", description: "What one of the number is.", values: countUnits });
export const CountQualifier = builder.enumType(qualifiers, {
  name: "CountQualifier",
  description:
    "How the bounds of a count are meant. MORE_THAN 800 has lower 800 and is exclusive; AT_LEAST 800 includes it; ABOUT 50 has both bounds 50.",
  values: countQualifiers,
});
export const Stance = builder.enumType(stanceNames, { name: "Stance", description: "What a claim says of an event.", values: stances });
export const ClaimConnectionKind = builder.enumType(connections, {
  name: "ClaimConnectionKind",
  description: "How the asserter is connected to the event, after the HURIDOCS micro-thesauri.",
  values: connectionKinds,
});
