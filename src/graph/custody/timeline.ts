/** A person's timeline as the rules of custody read it: its order, and what the fold needs of each event. */
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { unmerged } from "../base/filter.ts";

/** The order in which a timeline is told, as `settleTimelines` has stored it. */
export const timelineOrder = [{ ordinal: "asc" as const }, { id: "asc" as const }];

/** Events that the viewer may see, in timeline order, with what the fold needs. */
export function timelineOf(viewer: Viewer) {
  return {
    where: { ...visibleWhere(viewer), ...unmerged },
    orderBy: timelineOrder,
    select: {
      ...{ id: true, type: true, whenEarliest: true, whenLatest: true },
      ...{
        facilityId: true,
        stage: true,
        outcome: true,
        conditions: true,
        state: true,
        statedDetaineeId: true,
        place: true,
        admin1: true,
        locality: true,
      },
    },
  } as const;
}
