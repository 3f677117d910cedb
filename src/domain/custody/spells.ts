/** Spells of detention: from an arrest to the effected release or death that ends it. Pure. */
import { elapsed, happenedBy, instant } from "../time/compare.ts";
import { isEffectedRelease, movesPerson } from "../timeline/event-effect.ts";
import { whenOf, type TimelineEvent } from "../timeline/timeline-event.ts";
import { tell } from "../timeline/timeline.ts";
import { toldTwice } from "../timeline/told-twice.ts";

export type Spell<Event extends TimelineEvent> = {
  readonly ordinal: number;
  readonly began: Event | null;
  readonly ended: Event | null;
  readonly end: SpellEnd;
  readonly events: readonly Event[];
};

/** How a spell ended. UNRECORDED: the next arrest is on record, and nothing between says how the person came free. */
export type SpellEnd = "RELEASED" | "DIED" | "UNRECORDED" | "ONGOING";

/** Bounds in days; null is unbounded. */
export type Days = { readonly lower: number | null; readonly upper: number | null };

/** The last spell of those that had certainly begun by then, from a timeline in any order. */
export function latestSpell<Event extends TimelineEvent>(events: readonly Event[], asOf: Date): Spell<Event> | undefined {
  return spellsOf(tell(events).filter((event) => happenedBy(whenOf(event), asOf) === "CERTAIN")).at(-1);
}

/** How long a spell lasted, from the bounds of its beginning and its end; up to `asOf` while it lasts. Unbounded where either is not on record. */
export function lengthOf({ began, ended, end }: Spell<TimelineEvent>, asOf: Date): Days {
  if (began === null || end === "UNRECORDED") return { lower: null, upper: null };
  const day = 86_400_000;
  const { lower, upper } = elapsed(whenOf(began), ended ? whenOf(ended) : instant(asOf));
  return { lower: lower === null ? null : lower / day, upper: upper === null ? null : upper / day };
}

/**
 * The spells of detention in a timeline, from its events in the order in which they are told (`tell`). That order has the fewest returns into custody, so that a second spell is one that no order can
 * explain otherwise: the second and later ones are the revolving door. A timeline that begins within custody (a release without a recorded arrest) has a spell without a beginning; a second release without an
 * arrest between is none. What is told twice is in one spell.
 */
export function spellsOf<Event extends TimelineEvent>(told: readonly Event[]): Spell<Event>[] {
  const spells: Spell<Event>[] = [];
  let open: Event[] = [];
  const close = (ended: Event | null, end: SpellEnd) => {
    if (open.length > 0)
      spells.push({ ordinal: spells.length + 1, began: open.find(({ type }) => type === "ARREST") ?? null, ended, end, events: open });
    open = [];
  };
  const twice = toldTwice(told);
  for (const event of told) {
    if (twice.has(event)) continue;
    if (event.state === "REFUTED" || event.state === "CONTESTED") continue;
    if (event.type === "ARREST" && open.some(({ type }) => type === "ARREST")) close(null, "UNRECORDED");
    // What moves nobody, a sentence after a release say, does not begin another spell; nor does a second release.
    if (open.length === 0 && spells.length > 0 && (!movesPerson(event) || event.type === "RELEASE")) continue;
    open.push(event);
    if (event.type === "DEATH") close(event, "DIED");
    if (isEffectedRelease(event)) close(event, "RELEASED");
  }
  close(null, "ONGOING");
  if (twice.size === 0) return spells;
  const both = (events: readonly Event[]) => told.filter((event) => events.includes(twice.get(event) ?? event));
  return spells.map((spell) => ({ ...spell, events: both(spell.events) }));
}
