/** What whoever verified an event answers for: that it happened, when and where. On what terms a person left is no rule of the policy, and may be learnt later. Pure. */
import { instant, within, type Bounds } from "../time/compare.ts";

export type Attested = Bounds & {
  readonly facilityId: string | null;
  readonly place: string | null;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly locality: string | null;
  readonly stage: string | null;
};

/**
 * Whether a correction says something else than was verified. A time within the one that was verified is the same one, better known; one that begins earlier or ends later is another, and so is any other
 * place, also one where none was named.
 */
export function saysOtherThanVerified(verified: Attested, corrected: Attested): boolean {
  const sameTime = Number(verified.earliest) === Number(corrected.earliest) && Number(verified.latest) === Number(corrected.latest);
  const start = verified.earliest ?? Number.NEGATIVE_INFINITY;
  const end = verified.latest ?? Number.POSITIVE_INFINITY;
  return (
    (!sameTime && within(corrected, instant(start), instant(end)) !== "CERTAIN") ||
    verified.facilityId !== corrected.facilityId ||
    (["place", "country", "admin1", "locality"] as const).some((part) => verified[part] !== corrected[part]) ||
    verified.stage !== corrected.stage
  );
}
