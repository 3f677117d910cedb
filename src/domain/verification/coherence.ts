/** Whether an event can stand in the person's timeline. Only certain orders contradict: what may have come before or after contradicts nothing. */
import type { CustodyEventType, ReleaseStage, VerificationState } from "../../db/generated/prisma/enums.ts";
import { before, type Bounds } from "../time/compare.ts";

export type TimelineEvent = Bounds & {
  readonly type: CustodyEventType;
  readonly stage: ReleaseStage | null;
  readonly state: VerificationState;
  /** Whether it may be the very event that is judged, told once more in a record that was merged (`toldTwice`). */
  readonly mayBeOne?: boolean;
};

export type Incoherence = "AFTER_DEATH" | "WHILE_FREE" | "TWICE";

/** After one of these a released person is in custody again, or may be. */
const backAgain: readonly CustodyEventType[] = ["ARREST", "DISAPPEARANCE", "LOCATED", "TRANSFER", "CUSTODY_CHANGE"];
/** These happen to people who are held. */
const whileHeld: readonly CustodyEventType[] = ["TRANSFER", "CUSTODY_CHANGE", "RELEASE", "DEATH"];
/** These can come after a death: a court that goes on, papers that come late. */
const paper: readonly CustodyEventType[] = ["CHARGE", "SENTENCE"];

const setsFree = ({ type, stage }: Pick<TimelineEvent, "type" | "stage">) => type === "RELEASE" && stage === "EFFECTED";

/**
 * What speaks against an event among the other events of the person. A refuted event speaks against nothing, nor does one that is contested itself. What was only announced or ordered moves nobody.
 */
export function incoherenceOf(event: Omit<TimelineEvent, "state">, others: readonly TimelineEvent[]): Incoherence | null {
  if (event.type === "RELEASE" && !setsFree(event)) return null;
  const standing = others.filter(({ state, ...other }) => {
    return state !== "REFUTED" && state !== "CONTESTED" && (other.type !== "RELEASE" || setsFree(other));
  });
  const verified = standing.filter(({ state }) => state === "VERIFIED");
  const moves = (type: CustodyEventType) => !paper.includes(type);

  if (moves(event.type) && standing.some((other) => other.type === "DEATH" && before(other, event) === "CERTAIN")) return "AFTER_DEATH";
  if (event.type === "DEATH" && verified.some((other) => moves(other.type) && before(event, other) === "CERTAIN")) return "AFTER_DEATH";

  if (verified.some(({ mayBeOne }) => mayBeOne)) return "TWICE";
  const returns = standing.filter(({ type }) => backAgain.includes(type));
  const mayLieBetween = (from: Bounds, to: Bounds) =>
    returns.some((between) => before(from, between) !== "NO" && before(between, to) !== "NO");
  const free = (release: TimelineEvent) => setsFree(release) && before(release, event) === "CERTAIN" && !mayLieBetween(release, event);
  if (event.type === "DEATH" && verified.some(({ type }) => type === "DEATH")) return "TWICE";
  if (setsFree(event) && verified.some((other) => setsFree(other) && !mayLieBetween(other, event) && !mayLieBetween(event, other)))
    return "TWICE";
  return whileHeld.includes(event.type) && standing.some(free) ? "WHILE_FREE" : null;
}
