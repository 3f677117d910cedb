/** How many operations run at once: in all, and for one address or key. Others wait, in a bounded queue of their own and for a bounded time; the holders take turns, so that nobody waits for another's crowd. */
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

type Line = { running: number; readonly max: number; readonly waiting: Set<() => void> };

export class Admission {
  private readonly options: AdmissionOptions;
  private readonly lines = new Map<string, Line>();
  private running = 0;

  constructor(options: AdmissionOptions) {
    this.options = options;
  }

  /**
   * Resolves when an operation of the holder may run, with what to call when it is done.
   * @throws Busy when too many wait already, or it has waited for too long
   */
  async enter(holder: string, max: number): Promise<() => void> {
    const line = this.lines.get(holder) ?? { running: 0, max, waiting: new Set() };
    this.lines.set(holder, line);
    if (this.running < this.options.operationsAtOnce && line.running < max) this.start(line);
    else await this.wait(holder, line);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.running -= 1;
      line.running -= 1;
      this.forget(holder, line);
      this.startNext();
    };
  }

  private start(line: Line): void {
    this.running += 1;
    line.running += 1;
  }

  private wait(holder: string, line: Line): Promise<void> {
    const { waiting, waitMilliseconds } = this.options;
    if (line.waiting.size >= waiting)
      throw new Busy(`${waiting} operations of yours wait already. Send fewer at once, and try again in a moment.`);
    return new Promise((resolve, reject) => {
      const go = () => {
        clearTimeout(late);
        resolve();
      };
      const late = setTimeout(() => {
        line.waiting.delete(go);
        this.forget(holder, line);
        reject(new Busy("The hub has more to do than it can do at once. Try again in a moment."));
      }, waitMilliseconds);
      line.waiting.add(go);
    });
  }

  private startNext(): void {
    for (const [holder, line] of this.lines) {
      if (this.running >= this.options.operationsAtOnce) return;
      if (line.running >= line.max) continue;
      const [next] = line.waiting;
      if (next === undefined) continue;
      line.waiting.delete(next);
      // To the end of the round.
      this.lines.delete(holder);
      this.lines.set(holder, line);
      this.start(line);
      next();
      return;
    }
  }

  private forget(holder: string, line: Line): void {
    if (line.running === 0 && line.waiting.size === 0 && this.lines.get(holder) === line) this.lines.delete(holder);
  }
}
