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
  /** Of which record it was stated, of those that are one person now. Not given where no two of them have been merged. */
  readonly statedDetaineeId?: string | null;
  readonly place?: string | null;
  readonly admin1: string | null;
  readonly locality: string | null;
};

export const whenOf = ({ whenEarliest, whenLatest }: Pick<TimelineEvent, "whenEarliest" | "whenLatest">): Bounds => ({
  earliest: whenEarliest,
  latest: whenLatest,
});
