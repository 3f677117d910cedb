/** How many operations run at once: in all, and for one address or key. Others wait, in a bounded queue of their own and for a bounded time; the holders take turns, so that nobody waits for another's crowd. */
import { Shares } from "../../db/statements/shares.ts";
import { Busy } from "../../errors.ts";

export type AdmissionOptions = {
  readonly operationsAtOnce: number;
  readonly operationsPerAddress: number;
  readonly operationsPerKey: number;
  /** How many may wait, for each holder. */
  readonly waiting: number;
  readonly waitMilliseconds: number;
};

export const defaultAdmission: AdmissionOptions = {
  operationsAtOnce: 48,
  operationsPerAddress: 8,
  operationsPerKey: 16,
  waiting: 256,
  waitMilliseconds: 10_000,
};

export class Admission {
  private readonly options: AdmissionOptions;
  private readonly shares: Shares;

  constructor(options: AdmissionOptions) {
    this.options = options;
    this.shares = new Shares({ atOnce: options.operationsAtOnce, waiting: options.waiting });
  }

  /**
   * Resolves when an operation of the holder may run, with what to call when it is done.
   * @throws Busy when too many wait already, or it has waited for too long
   */
  async enter(holder: string, max: number): Promise<() => void> {
    const now = this.shares.takeNow(holder, max);
    if (now !== null) return now;
    const ending = new AbortController();
    // Made only for whom it is: where it was thrown is found out at some length.
    const busy = () => new Busy("The hub has more to do than it can do at once. Try again in a moment.");
    const late = setTimeout(() => ending.abort(busy()), this.options.waitMilliseconds);
    try {
      return await this.shares.take(holder, max, ending.signal);
    } finally {
      clearTimeout(late);
    }
  }
}
