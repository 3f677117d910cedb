/** Whether a detention lasted long enough for a codebook that leaves out the short ones. Pure. */
import { spellsOf } from "../custody/spells.ts";
import { elapsed, noLaterThan, type Answer, type Bounds } from "../time/compare.ts";
import { tell } from "../timeline/timeline.ts";
import { whenOf, type TimelineEvent } from "../timeline/timeline-event.ts";

/** A spell in custody: the arrest, the end, and when the person is known to have been in it; null where that is not on record. */
export type Detention = { readonly began: Bounds | null; readonly ended: Bounds | null; readonly within: readonly Bounds[] };

const hour = 3_600_000;

/**
 * Had it lasted so many hours by its end, or by a moment while it lasts? The moment may be a span itself. Of a detention that nothing is known of, perhaps; without an arrest on record, at least since the
 * first that is known of it.
 */
export function lasted(detention: Detention | null, hours: number, by: Bounds): Answer {
  if (hours <= 0) return "CERTAIN";
  if (detention === null) return "POSSIBLE";
  const { began, ended, within } = detention;
  const end = ended === null ? by : noLaterThan(ended, by);
  const known = [...within, ...(began === null ? [] : [began])].map((moment) => elapsed(moment, end).lower ?? 0);
  if (Math.max(0, ...known) >= hours * hour) return "CERTAIN";
  const most = began === null ? null : elapsed(began, end).upper;
  return most !== null && most < hours * hour ? "NO" : "POSSIBLE";
}

/** The detention to which each event of a timeline belongs; of an event that belongs to none, none. */
export function detentionsIn<Event extends TimelineEvent>(timeline: readonly Event[]): Map<Event, Detention> {
  const detentions = spellsOf(tell(timeline)).map(({ began, ended, events }): [readonly Event[], Detention] => [
    events,
    { began: began && whenOf(began), ended: ended && whenOf(ended), within: events.filter((event) => event !== ended).map(whenOf) },
  ]);
  return new Map(detentions.flatMap(([events, detention]) => events.map((event) => [event, detention])));
}
