/** The fold of a timeline: what is so at an instant, from the events before it. Pure; `census.ts` says the same in SQL for counts. */
import type {
  CustodyEventType,
  ReleaseCondition,
  ReleaseOutcome,
  ReleaseStage,
  VerificationState,
} from "../../db/generated/prisma/enums.ts";
import { isEffectedRelease, movesPerson } from "./event-effect.ts";

export type CustodyStatus = "DETAINED" | "RELEASED" | "CONDITIONALLY_RELEASED" | "WHEREABOUTS_UNKNOWN" | "DIED_IN_CUSTODY" | "UNKNOWN";

export type TimelineEvent = {
  readonly type: CustodyEventType;
  /** The latest moment at which it can have happened. */
  readonly whenSortAt: Date;
  readonly facilityId: string | null;
  readonly stage: ReleaseStage | null;
  readonly outcome: ReleaseOutcome | null;
  readonly conditions: readonly ReleaseCondition[];
  readonly state: VerificationState;
};

export type Custody = { readonly status: CustodyStatus; readonly facilityId: string | null };

/**
 * Custody at `asOf`, from events in timeline order (`whenSortAt`, type, id). An event counts once it has certainly happened (`whenSortAt` ≤ `asOf`). A refuted event is as
 * if it were not there; a contested release leaves the status unknown; only an effected release sets free, and charges or sentences move nobody.
 */
export function custodyAt(timeline: readonly TimelineEvent[], asOf: Date): Custody {
  let custody: Custody = { status: "UNKNOWN", facilityId: null };
  for (const event of timeline) {
    if (event.whenSortAt <= asOf && event.state !== "REFUTED") custody = after(custody, event);
  }
  return custody;
}

export type Spell<Event extends TimelineEvent> = {
  readonly ordinal: number;
  readonly began: Event | null;
  readonly ended: Event | null;
  readonly end: SpellEnd;
  readonly events: readonly Event[];
};

/** How a spell ended. UNRECORDED: the next arrest is on record, and nothing between says how the person came free. */
export const spellEnds = ["RELEASED", "DIED", "UNRECORDED", "ONGOING"] as const;
export type SpellEnd = (typeof spellEnds)[number];

/** Bounds in days; null is unbounded. */
export type Days = { readonly lower: number | null; readonly upper: number | null };
type Dated = TimelineEvent & { readonly whenEarliest: Date | null; readonly whenLatest: Date | null };

/** How long a spell lasted, from the bounds of its beginning and its end; up to `asOf` while it lasts. Unbounded where either is not on record. */
export function lengthOf({ began, ended, end }: Spell<Dated>, asOf: Date): Days {
  const day = 86_400_000;
  const between = (from: Date | null | undefined, to: Date | null | undefined) =>
    from && to ? Math.max(0, (to.getTime() - from.getTime()) / day) : null;
  if (end === "UNRECORDED") return { lower: null, upper: null };
  const [earliest, latest] = ended ? [ended.whenEarliest, ended.whenLatest] : [asOf, asOf];
  return { lower: between(began?.whenLatest, earliest), upper: between(began?.whenEarliest, latest) };
}

/**
 * The spells of detention in a timeline: each from an arrest to the effected release or death that ends it. The second and later ones are the revolving door. A timeline that begins
 * within custody (a release without a recorded arrest) has a spell without a beginning.
 */
export function spellsOf<Event extends TimelineEvent>(timeline: readonly Event[]): Spell<Event>[] {
  const spells: Spell<Event>[] = [];
  let open: Event[] = [];
  const close = (ended: Event | null, end: SpellEnd) => {
    if (open.length > 0)
      spells.push({ ordinal: spells.length + 1, began: open.find(({ type }) => type === "ARREST") ?? null, ended, end, events: open });
    open = [];
  };
  for (const event of timeline) {
    if (event.state === "REFUTED" || event.state === "CONTESTED") continue;
    if (event.type === "ARREST" && open.length > 0 && open.some(({ type }) => type === "ARREST")) close(null, "UNRECORDED");
    // What moves nobody, a sentence after a release say, does not begin another spell.
    if (open.length === 0 && spells.length > 0 && !movesPerson(event)) continue;
    open.push(event);
    if (event.type === "DEATH") close(event, "DIED");
    if (isEffectedRelease(event)) close(event, "RELEASED");
  }
  close(null, "ONGOING");
  return spells;
}

function after(before: Custody, event: TimelineEvent): Custody {
  switch (event.type) {
    case "ARREST":
    case "LOCATED":
    case "TRANSFER":
    case "CUSTODY_CHANGE":
      return { status: "DETAINED", facilityId: event.facilityId };
    case "DISAPPEARANCE":
      return { status: "WHEREABOUTS_UNKNOWN", facilityId: null };
    case "DEATH":
      return { status: "DIED_IN_CUSTODY", facilityId: null };
    case "RELEASE":
      if (!isEffectedRelease(event)) return before;
      if (event.state === "CONTESTED") return { status: "UNKNOWN", facilityId: null };
      return {
        status: event.outcome === "CONDITIONAL" || event.conditions.length > 0 ? "CONDITIONALLY_RELEASED" : "RELEASED",
        facilityId: null,
      };
    case "CHARGE":
    case "SENTENCE":
      return before.status === "UNKNOWN" ? { ...before, status: "DETAINED" } : before;
  }
}
