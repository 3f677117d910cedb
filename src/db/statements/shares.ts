/**
 * Shares in what there is little of: so many at once in all, and fewer for each holder. Others wait, each holder's in a bounded line of its own, and the holders take turns: nobody waits for another's crowd.
 */
import { Busy } from "../../errors.ts";

type Line = { running: number; readonly waiting: Set<() => void>; max: number };

export class Shares {
  private readonly options: { readonly atOnce: number; readonly waiting: number };
  // The next that gets something stands first.
  private readonly lines = new Map<string, Line>();
  private running = 0;

  constructor(options: { readonly atOnce: number; readonly waiting: number }) {
    this.options = options;
  }

  /**
   * Resolves when the holder may have another one, with what to call when it is given back. The holder has at most `max` at once.
   * @throws Busy when too many of the holder's wait already
   * @throws the signal's reason when it is aborted before
   */
  async take(holder: string, max: number, signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    const line = this.lineOf(holder, max);
    if (this.isFree(line)) this.start(line);
    else await this.wait(holder, line, signal);
    return this.giveBack(holder, line);
  }

  /** The same for whoever need not wait; null for others. */
  takeNow(holder: string, max: number): (() => void) | null {
    const line = this.lineOf(holder, max);
    if (!this.isFree(line)) return null;
    this.start(line);
    return this.giveBack(holder, line);
  }

  private lineOf(holder: string, max: number): Line {
    const line = this.lines.get(holder) ?? { running: 0, waiting: new Set(), max };
    line.max = max;
    this.lines.set(holder, line);
    return line;
  }

  private isFree(line: Line): boolean {
    return this.running < this.options.atOnce && line.running < line.max;
  }

  private giveBack(holder: string, line: Line): () => void {
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

  private wait(holder: string, line: Line, signal: AbortSignal | undefined): Promise<void> {
    const { waiting } = this.options;
    if (line.waiting.size >= waiting) throw new Busy(`${waiting} of yours wait already. Ask for less at once, and try again in a moment.`);
    return new Promise((resolve, reject) => {
      const go = () => {
        signal?.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        line.waiting.delete(go);
        this.forget(holder, line);
        reject(signal!.reason as Error);
      };
      line.waiting.add(go);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  private startNext(): void {
    for (const [holder, line] of this.lines) {
      if (this.running >= this.options.atOnce) return;
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
