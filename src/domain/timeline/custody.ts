/** What is so at an instant, from a timeline whose times are only partly known: certain where every allowed order and instant agrees. Pure. */
import type { VerificationState } from "../../db/generated/prisma/enums.ts";
import { happenedBy } from "../time/compare.ts";
import { movesPerson, tookPlace } from "./event-effect.ts";
import { lastBy, movesOf, timelineOf, type Timeline } from "./timeline.ts";
import { whenOf, type TimelineEvent } from "./timeline-event.ts";

const custodyStatuses = ["DETAINED", "RELEASED", "CONDITIONALLY_RELEASED", "WHEREABOUTS_UNKNOWN", "DIED_IN_CUSTODY", "UNKNOWN"] as const;
export type CustodyStatus = (typeof custodyStatuses)[number];

export type Custody<Event extends TimelineEvent = TimelineEvent> = {
  /** Definite only if every allowed order and instant agrees; otherwise UNKNOWN. */
  readonly status: CustodyStatus;
  /** Every status that one of them leads to, in the order of `custodyStatuses`. */
  readonly possible: readonly CustodyStatus[];
  /** Where the person is held, when that is certain. */
  readonly facilityId: string | null;
  /** Everywhere that one of them leads to; null among them for no place on record. */
  readonly places: ReadonlySet<string | null>;
  /** The event that began the status; null when that is not definite, or no event is on record. */
  readonly since: Event | null;
  /** The events of which each may have been the last that moved the person; null among them for none. */
  readonly last: readonly (Event | null)[];
  /** How well supported the status is: the weakest decision on the events of which one was the last. */
  readonly state: VerificationState | null;
};

// What was refuted moves nobody.
const strongest: readonly VerificationState[] = ["VERIFIED", "CORROBORATED", "REPORTED", "CONTESTED"];

/**
 * Custody at `asOf`, from the events of one person in the order in which they are told. A refuted event is as if it were not there; a contested release leaves the status unknown; only an effected
 * release sets free, and charges or sentences move nobody, though whoever is charged and of whom nothing else is known is held.
 */
export function custodyAt<Event extends TimelineEvent>(told: readonly Event[], asOf: Date): Custody<Event> {
  const timeline = timelineOf(told);
  const last = [...lastBy(timeline, asOf)];
  const found = new Set(last.flatMap((event) => (event === null ? beforeAnyMove(timeline, asOf) : [statusAfter(event)])));
  const possible = custodyStatuses.filter((status) => found.has(status));
  const status = possible.length === 1 ? possible[0]! : "UNKNOWN";
  const places = new Set(last.map((event) => (event === null ? null : placeAfter(event))));
  const known = last.filter((event) => event !== null);
  return {
    status,
    possible,
    facilityId: status === "DETAINED" && places.size === 1 ? [...places][0]! : null,
    places,
    last,
    since: possible.length === 1 ? beganWith(told, known) : null,
    state: strongest.findLast((state) => known.some((event) => event.state === state)) ?? null,
  };
}

/** Whether a person is certainly held in one of these facilities, though it be uncertain in which. */
export function isHeldIn({ status, places }: Pick<Custody, "status" | "places">, facilities: ReadonlySet<string>): boolean {
  return status === "DETAINED" && places.values().every((place) => place !== null && facilities.has(place));
}

/** What an event that moves a person makes of them. */
export function statusAfter({ type, state, outcome, conditions }: TimelineEvent): CustodyStatus {
  if (type === "DISAPPEARANCE") return "WHEREABOUTS_UNKNOWN";
  if (type === "DEATH") return "DIED_IN_CUSTODY";
  if (type !== "RELEASE") return "DETAINED";
  if (state === "CONTESTED") return "UNKNOWN";
  return outcome === "CONDITIONAL" || conditions.length > 0 ? "CONDITIONALLY_RELEASED" : "RELEASED";
}

export const placeAfter = (event: TimelineEvent) => (statusAfter(event) === "DETAINED" ? event.facilityId : null);

/** Nothing has moved the person yet; a charge or a sentence says that they are held. */
function beforeAnyMove<Event extends TimelineEvent>({ events }: Timeline<Event>, asOf: Date): CustodyStatus[] {
  const charged = events.filter((event) => tookPlace(event) && !movesPerson(event)).map((event) => happenedBy(whenOf(event), asOf));
  if (charged.includes("CERTAIN")) return ["DETAINED"];
  return charged.includes("POSSIBLE") ? ["DETAINED", "UNKNOWN"] : ["UNKNOWN"];
}

/** The first event of the unbroken run of one status that ends with the last of these. */
function beganWith<Event extends TimelineEvent>(told: readonly Event[], last: readonly Event[]): Event | null {
  const moves = movesOf(told);
  const end = moves.findLastIndex((event) => last.includes(event));
  if (end === -1) return null;
  const status = statusAfter(moves[end]!);
  const broken = moves.slice(0, end).findLastIndex((event) => statusAfter(event) !== status);
  return moves[broken + 1]!;
}
