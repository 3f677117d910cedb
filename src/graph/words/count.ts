/** The words of counts. Bounds and qualifiers follow the Beneficial Ownership Data Standard; see src/domain/records/bounds.ts. */
import type { CountMeasure, CountMetric, CountQualifier, CountUnit } from "../../db/generated/prisma/enums.ts";
import type { GapVerdict, Incomparability } from "../../domain/reconciliation/comparison.ts";
import type { Dimension } from "../../domain/counting/breakdown.ts";
import { codebook } from "../../domain/reconciliation/codebook.ts";
import { described } from "./described.ts";

export const countMetrics = described<CountMetric>({
  ANNOUNCED: "Releases that an authority announces, without naming anyone.",
  ORDERED: "Releases that a court or another authority has ordered, whether or not they were carried out.",
  RELEASED: "People who are out of custody.",
  HELD: "People who are in custody.",
  ARRESTED: "People who were taken into custody.",
  WHEREABOUTS_UNKNOWN: "People who were taken and of whom nobody says where they are held.",
  DIED: "People who died in custody.",
  WAITING: "People or families who wait outside a place of custody for somebody to be released.",
  OTHER: "Something else: the `indicator` says what. Never compared with the hub's own count.",
});

export const countMeasures = described<CountMeasure>({
  STOCK: "How many there are at a moment.",
  CUMULATIVE: "How many there have been since `periodStart`.",
  INCREMENT: "How many more there are than at the source's last count.",
});

export const countUnits = described<CountUnit>({
  PERSONS: "People, each counted once. The only unit that is compared with the hub's own count.",
  FACILITIES: "Places of custody.",
  FAMILIES: "Families, not their members.",
  OTHER: "What the indicator says, for the metric OTHER.",
  PERCENT: "Per cent of a whole that `statement` names, from 0 to 100.",
});

export const countQualifiers = described<CountQualifier>({
  EXACT: "Exactly this number: `lower`, `upper` and `value` are the same.",
  AT_LEAST: "`lower` or more; `upper` is null.",
  MORE_THAN: "More than `lower`, which is not included; `upper` is null.",
  AT_MOST: "`upper` or fewer; `lower` is null.",
  FEWER_THAN: "Fewer than `upper`, which is not included; `lower` is null.",
  ABOUT: "About this number: `lower` and `upper` are both the number as published.",
  RANGE: "From `lower` to `upper`, both included.",
  UNQUANTIFIED: 'The source gives no number ("hundreds", "many"): both bounds are null.',
});

export const dimensionWords = described<Dimension>({
  SEX: "FEMALE, MALE, OTHER or UNKNOWN.",
  AGE_GROUP: "At arrest: ADULT, MINOR or UNKNOWN.",
  NATIONALITY: "An ISO 3166-1 alpha-2 country code, such as ES.",
  CIVIL_MILITARY: "CIVILIAN, MILITARY, POLICE or UNKNOWN.",
  LEGAL_STATUS: "Such as sentenced, on remand: the source's own words.",
  ADMIN1: "A first-level area of a country, such as Zulia.",
  CAUSE: "Of what people died, in the source's own words.",
  OTHER: "By anything else, which `name` says: `population`, `charge`…",
});

export const incomparabilities = described<Incomparability>({
  METRIC: "The claim counts something that the hub does not count: another metric.",
  UNIT: "The claim counts something other than persons: its unit is not PERSONS.",
  MEASURE: "The claim is a stock where the hub counts a flow, or the reverse, or an increment whose beginning is not stated.",
  DEFINITION:
    "The source's codebook says that it counts other people than the hub's. What it leaves open, or a codebook that is missing, is no reason; short detentions that it leaves out are left out of the hub's count.",
  BREAKDOWN: "The claim counts people by something, or in a place, that the hub does not tell of anybody.",
  WINDOW:
    "The claim does not state since when it counts, or it counts since another moment than `since`, and an event on record makes a difference between the two.",
  STALE: `The claim is more than ${codebook.staleAfterDays} days older than \`asOf\`, or than the freshest claim beside it when \`asOf\` is not given.`,
  UNQUANTIFIED: "The claim has no number.",
  NOT_DECIDED: "Nobody has decided yet on any event of the kind that is on record.",
});

export const gapVerdicts = described<GapVerdict>({
  CONSISTENT: "The gap contains zero: both numbers can be true.",
  CLAIM_EXCEEDS: "The source counts more people than the hub can name.",
  HUB_EXCEEDS: "The hub can name more people than the source counts.",
  DIFFERENT_PEOPLE: "The gap contains zero, but the source and the hub name different people.",
});

export const countFields = {
  metric: "What is counted.",
  measure: "Whether the number is a level, a running total or an addition.",
  unit: "What one of the number is: a person, a family, a facility, a per cent.",
  qualifier: "How the bounds are meant: exactly, at least, about…",
  value: "Short for equal `lower` and `upper`, for EXACT and ABOUT. Give either this or the bounds.",
  lower:
    "The lower bound as published, decimals too: a number from 0, of a PERCENT up to 100. Null is unbounded. MORE_THAN does not include it.",
  upper:
    "The upper bound as published, decimals too: a number from 0, of a PERCENT up to 100. Null is unbounded. FEWER_THAN does not include it.",
  periodStart: "Since when a CUMULATIVE or INCREMENT count counts. Null when the source does not say.",
  indicator: "What is counted, by the id or slug of an indicator: with the metric OTHER, and with no other.",
  definition: "The id of the codebook entry that says what the number counts. It must be the asserter's own.",
  facility: "The id of the one facility that the count is about. Null when it is about all of them.",
  place:
    "Where the count is counted, if that is no facility: a country, an area, a town, or words. Null when it is about everywhere or about a facility.",
  base: "Of a share (PERCENT): the count of which it is one, by its id, where the source names it.",
  partOf: "The id of the count claim that is the total of which this is a part.",
  breakdown: "Of whom the number is, as far as it is not of everybody: each dimension once, at most eight. Empty: of everybody.",
  dimension: "By what the total is divided: age, nationality… 1 to 100 characters.",
  category: 'Which part of the total this is, such as "minors". 1 to 100 characters.',
  namesPublished: "Whether the source published the names behind the number. Null when that is not known.",
} as const;

export const indicatorFields = {
  name: "What is counted, in words. 1 to 300 characters.",
  unit: "What one of the number is, such as a visit, a person, a day, USD. 1 to 100 characters.",
  population: "Among whom it is counted, such as staff or visitors. Null when that is not said.",
  description: "How it is counted, for those who record it and those who read it. At most 5,000 characters.",
} as const;
