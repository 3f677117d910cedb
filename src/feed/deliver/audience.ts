/** The audience of feed events. Who may know of an event is fixed when it is appended; its content is the release as it is now. */
import type { FeedEventType, VerificationState, Visibility } from "../../db/generated/prisma/enums.ts";
import type { Viewer } from "../../domain/viewer.ts";

/** The events that are shown to the viewer, as a `where`. The others are absent. */
export function shownTo({ levels }: Viewer) {
  return { audience: { in: [...levels] }, OR: [{ exceptTo: null }, { exceptTo: { notIn: [...levels] } }] };
}

/** The events whose release the viewer may no longer see, as a `where`. They are shown as withdrawn and pass every filter, because a filter would reveal something of the release. */
export function hiddenFrom({ levels }: Viewer) {
  return { visibility: { notIn: [...levels] } };
}

/** Whether an event is shown without content: the release is hidden from the viewer by now, or the event says that it is verified and it no longer is. */
export function isWithdrawn({ levels }: Viewer, { type, visibility, release }: Told): boolean {
  const { state } = release.mergedInto ?? release;
  return !levels.includes(visibility) || (type !== "RELEASE_RETRACTED" && state !== "VERIFIED");
}

type Told = {
  readonly type: FeedEventType;
  readonly visibility: Visibility;
  /** With the release that stands for it, where the two were judged to be one. */
  readonly release: { readonly state: VerificationState; readonly mergedInto: { readonly state: VerificationState } | null };
};
