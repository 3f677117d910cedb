/** Which decisions a viewer is shown. */
import { visibleWhere, type Viewer } from "../viewer.ts";
import { byPolicy } from "./verification.ts";

/**
 * The decisions that the viewer may see, as a `where`. One that the policy made on nothing but claims which the viewer may not see is absent: its time is the time at which a hidden claim was
 * recorded. What a person decided is told, whatever it rests on.
 */
export function shownDecisions(viewer: Viewer) {
  const onHiddenAlone = { decidedBy: byPolicy, claims: { some: {}, none: visibleWhere(viewer) } };
  return { ...visibleWhere(viewer), NOT: onHiddenAlone };
}
