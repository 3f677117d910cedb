/** What the rules of custody take of each step on a person's timeline. */
import type {
  CustodyEventType,
  ReleaseCondition,
  ReleaseOutcome,
  ReleaseStage,
  VerificationState,
} from "../../db/generated/prisma/enums.ts";
import type { Bounds } from "../time/compare.ts";

export type TimelineEvent = {
  readonly id: string;
  readonly type: CustodyEventType;
  readonly whenEarliest: Date | null;
  readonly whenLatest: Date | null;
  readonly facilityId: string | null;
  readonly stage: ReleaseStage | null;
  readonly outcome: ReleaseOutcome | null;
  readonly conditions: readonly ReleaseCondition[];
  readonly state: VerificationState;
};

export const whenOf = ({ whenEarliest, whenLatest }: Pick<TimelineEvent, "whenEarliest" | "whenLatest">): Bounds => ({
  earliest: whenEarliest,
  latest: whenLatest,
});

/** Whether an event changes where a person is, or whether the person is free. What was refuted is as if it were not there; charges, sentences, orders and announcements move nobody. */
export function movesPerson({ type, state, stage }: Pick<TimelineEvent, "type" | "state" | "stage">): boolean {
  return state !== "REFUTED" && type !== "CHARGE" && type !== "SENTENCE" && (type !== "RELEASE" || stage === "EFFECTED");
}
