/** A person's timeline as the rules of custody read it: its order, and what the fold needs of each event. */
import { CustodyEventType } from "../../db/generated/prisma/enums.ts";
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";

/** The order of a timeline; the fold in `src/domain/custody/custody.ts` relies on it. */
export const timelineOrder = [{ whenSortAt: "asc" as const }, { type: "asc" as const }, { id: "asc" as const }];

/** The types in the order in which the database sorts them. */
export const timelineRanks = { type: Object.values(CustodyEventType) };

/** Events that the viewer may see, in timeline order, with what the fold needs. */
export function timelineOf(viewer: Viewer) {
  return {
    where: visibleWhere(viewer),
    orderBy: timelineOrder,
    select: {
      ...{ id: true, type: true, whenSortAt: true, whenEarliest: true, whenLatest: true },
      ...{ facilityId: true, stage: true, outcome: true, conditions: true, state: true },
    },
  } as const;
}
