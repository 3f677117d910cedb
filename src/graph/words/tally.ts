/** The words of tables of the hub's own count. */
import type { TallyKey } from "../../domain/tally/read-tally.ts";
import type { Interval } from "../../domain/time/buckets.ts";
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
});
