/** Who is told what of the feed. An event is known to its audience for good; what it tells follows the release as it is now. */
import type { FeedEventType, VerificationState, Visibility } from "../../db/generated/prisma/enums.ts";
import type { Viewer } from "../../domain/viewer.ts";

/** The events that the viewer may know of, as a `where`. What it leaves out is absent. */
export function toldTo({ levels }: Viewer) {
  return { audience: { in: [...levels] }, OR: [{ exceptTo: null }, { exceptTo: { notIn: [...levels] } }] };
}

/** The events whose release the viewer may no longer see, as a `where`: told as withdrawn, whatever a filter says, for a filter would tell something of the release. */
export function hiddenFrom({ levels }: Viewer) {
  return { visibility: { notIn: [...levels] } };
}

/** Whether an event that the viewer may know of is told without content: the release is hidden by now, or it is no longer verified and this event said that it was. */
export function isWithdrawn(
  { levels }: Viewer,
  event: { readonly type: FeedEventType; readonly visibility: Visibility; readonly release: { readonly state: VerificationState } },
): boolean {
  return !levels.includes(event.visibility) || (event.type !== "RELEASE_RETRACTED" && event.release.state !== "VERIFIED");
}
