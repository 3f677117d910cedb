/** What is asked of people who are in custody at a moment, from a timeline whose times are only partly known: certain answers alone. Pure. */
import { happenedBy } from "../time/compare.ts";
import { whenOf, type TimelineEvent } from "../timeline/timeline-event.ts";
import type { Custody } from "../timeline/custody.ts";
import { doorOf } from "./revolving-door.ts";
import { latestSpell, lengthOf } from "./spells.ts";

/** Each is null where it is not asked. */
export type HeldAsked = {
  /** Whether anything says where they are held. */
  readonly placeKnown: boolean | null;
  /** Whether they have been charged or sentenced in this detention. */
  readonly charged: boolean | null;
  /** For at least so many days. */
  readonly minDaysHeld: number | null;
  /** Whether all sentences of this detention are served. */
  readonly sentenceOver: boolean | null;
  /** Whether they were taken again after a release. */
  readonly rearrested: boolean | null;
};

const accusing: readonly TimelineEvent["type"][] = ["CHARGE", "SENTENCE"];
type Answer = { readonly yes: boolean; readonly no: boolean };
/** What is not asked is not worked out: it is asked of everybody on record. */
function says(asked: boolean | null, answer: () => Answer): boolean {
  if (asked === null) return true;
  const { yes, no } = answer();
  return asked ? yes : no;
}

/** Whether all that is asked of a person is certainly so. `endOf` says when a sentence certainly ends; null where that is not known. */
export function isHeldAs(
  events: readonly TimelineEvent[],
  custody: Pick<Custody, "status" | "last">,
  asked: HeldAsked,
  asOf: Date,
  endOf: (sentence: string) => Date | null,
): boolean {
  const held = custody.status === "DETAINED";
  if (!says(asked.placeKnown, () => placeKnown(custody))) return false;
  if (!says(asked.rearrested, () => takenAgain(events, asOf))) return false;
  const { charged, minDaysHeld, sentenceOver } = asked;
  if (charged === null && minDaysHeld === null && sentenceOver === null) return true;
  if (!held) return false;
  const spell = latestSpell(events, asOf);
  if (spell === undefined) return false;
  const accused = spell.events.some(({ type }) => accusing.includes(type));
  const maybe = events.some(
    (event) => accusing.includes(event.type) && event.state !== "REFUTED" && happenedBy(whenOf(event), asOf) === "POSSIBLE",
  );
  if (!says(charged, () => ({ yes: accused, no: !accused && !maybe }))) return false;
  if (minDaysHeld !== null && !((lengthOf(spell, asOf).lower ?? -1) >= minDaysHeld)) return false;
  const ends = spell.events.flatMap(({ id, type }) => (type === "SENTENCE" ? [endOf(id)] : []));
  const over = ends.length > 0 && ends.every((end) => end !== null && end <= asOf);
  return says(sentenceOver, () => ({ yes: over, no: !over }));
}

/** A place is a facility, or a town, an area or words of the event that brought them there. */
function placeKnown({ status, last }: Pick<Custody, "status" | "last">) {
  const placed = (event: TimelineEvent | null) =>
    event !== null && [event.facilityId, event.place, event.admin1, event.locality].some((part) => part != null);
  return {
    yes: status === "DETAINED" && last.every(placed),
    no: status === "WHEREABOUTS_UNKNOWN" || (status === "DETAINED" && !last.some(placed)),
  };
}

function takenAgain(events: readonly TimelineEvent[], asOf: Date) {
  const { released, rearrested } = doorOf(events, { since: null, until: asOf, place: null });
  return { yes: rearrested === "CERTAIN", no: released === "CERTAIN" && rearrested === "NO" };
}
