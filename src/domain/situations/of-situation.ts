/** What belongs to a situation: events and claims say it; people, places and sources belong to the one for which they were recorded, and to every other in which they occur. */
import { type Viewer, visibleWhere } from "../viewer.ts";
import type { Clocks } from "../history/known-at.ts";
import { knownClaim, knownEvent } from "../history/published-records.ts";
import type { SituationWhere } from "./situation.ts";

// Events and claims of the situation that the viewer may see, as they were known: what is hidden makes nobody and nothing part of it.
const happening = (viewer: Viewer, by: SituationWhere, clocks: Clocks) => ({
  some: { AND: [{ situation: by }, visibleWhere(viewer), knownEvent(viewer, clocks)] },
});
const asserted = (viewer: Viewer, by: SituationWhere, clocks: Clocks) => ({
  some: { AND: [{ situation: by }, visibleWhere(viewer), knownClaim(clocks)] },
});

const recordedFor = (by: SituationWhere) => [{ situation: by }, { merged: { some: { situation: by } } }];

export function personOfSituation(viewer: Viewer, by: SituationWhere, clocks: Clocks) {
  return { OR: [...recordedFor(by), { events: happening(viewer, by, clocks) }] };
}

export function placeOfSituation(viewer: Viewer, by: SituationWhere, clocks: Clocks) {
  return { OR: [...recordedFor(by), { events: happening(viewer, by, clocks) }, { claims: asserted(viewer, by, clocks) }] };
}

export function sourceOfSituation(viewer: Viewer, by: SituationWhere, clocks: Clocks) {
  return { OR: [...recordedFor(by), { claims: asserted(viewer, by, clocks) }] };
}

/** A page is of every situation of which it says something. */
export function pageOfSituation(viewer: Viewer, by: SituationWhere, clocks: Clocks) {
  return { claims: asserted(viewer, by, clocks) };
}
