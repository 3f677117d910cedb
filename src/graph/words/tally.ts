/** The words of tables of the hub's own count. */
import type { TallyKey } from "../../domain/tally/read-tally.ts";
import type { Interval } from "../../domain/time/buckets.ts";
import type { StatusTallyKey } from "../../domain/tally/status-tally.ts";
import { described } from "./described.ts";

export const intervalWords = described<Interval>({
  DAY: "A day, from midnight to midnight.",
  WEEK: "A week, from Monday to Sunday (ISO 8601).",
  MONTH: "A month of the calendar.",
});

export const tallyKeyWords = described<TallyKey>({
  DAY: "The day of the event, such as 2026-01-08. Null when its time is not known, or known to within more than 400 days only.",
  WEEK: "The week of the event, such as 2026-W02 (ISO 8601).",
  MONTH: "The month of the event, such as 2026-01.",
  FACILITY: "The facility of the event, by its slug.",
  ADMIN1: "The state or province of the event's facility.",
  NATIONALITY: "A nationality of the person (ISO 3166-1 alpha-2). Somebody with two is in both rows.",
  SEX: "The person's sex, as recorded.",
  AGE_GROUP: "Whether the person was a minor at the arrest.",
  CIVIL_MILITARY: "Whether the person was a civilian at the arrest.",
  OUTCOME: "The outcome of a release.",
  CONDITION: "A condition of a release. A release with two is in both rows.",
  CAUSE: "A cause of death that a live claim on the death states. Somebody of whom two are stated is in both rows.",
  STATE: "The state of the decision on the event.",
  TYPE: "The type of the event: of several in `of`, entries beside exits.",
  COUNTRY: "The country of the event's facility, or, where none is on record, of its place.",
  LOCALITY: "The town of the event, where it is on record beside a facility or without one.",
  OCCUPATION: "An occupation of the person. Somebody with two is in both rows.",
  ETHNICITY: "Race or ethnicity of the person, in the category of a source. Somebody with two is in both rows.",
  CHARGE: "A charge that the event tells. Somebody with two is in both rows.",
  SENTENCE: "The kind of a sentence.",
});

export const statusTallyKeyWords = described<StatusTallyKey>({
  STATUS: "The person's status, as `Detainee.status` tells it.",
  STATUS_STATE: "How well supported the status is, as `Detainee.statusState` tells it.",
  FACILITY:
    "Where the person is held, by the slug of the facility itself, not of what it is part of. Null of who is not held, and where it is not certain.",
  COUNTRY: "The country of the facility in which the person is held.",
  ADMIN1: "The state or province where the person is held.",
  NATIONALITY: "A nationality of the person (ISO 3166-1 alpha-2). Somebody with two is in both rows.",
  SEX: "The person's sex, as recorded.",
  AGE_GROUP: "Whether the person was a minor at the arrest.",
  CIVIL_MILITARY: "Whether the person was a civilian at the arrest.",
  OCCUPATION: "An occupation of the person. Somebody with two is in both rows.",
  ETHNICITY: "Race or ethnicity of the person, in the category of a source. Somebody with two is in both rows.",
});

export const listedByWords = {
  ROOT: { value: "root" as const, description: "Sources of one independence group are one list." },
  SOURCE: { value: "source" as const, description: "Each first asserter is a list." },
};
