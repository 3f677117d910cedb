/** Which decisions a viewer is shown. */
import { byPolicy } from "../history/rules-missing.ts";
import { visibleWhere, type Viewer } from "../viewer.ts";

/**
 * The decisions that the viewer may see, as a `where`. One that the policy made on any claim which the viewer may not see is absent: its time, its numbers and its very being tell of the claim. The
 * policy makes none such (evidence.ts), but claims are hidden later. What a person decided is told, whatever it rests on.
 */
export function shownDecisions(viewer: Viewer) {
  const onHidden = { decidedBy: byPolicy, claims: { some: { NOT: visibleWhere(viewer) } } };
  return { ...visibleWhere(viewer), NOT: onHidden };
}
