/** A line: one at a time, in the order in which they came. So many may wait, and who gives up leaves the line. */
export class Turns {
  private taken = false;
  // In the order of their coming.
  private readonly line = new Set<() => void>();
  private lastMilliseconds = 0;

  /** How many wait. */
  get waiting(): number {
    return this.line.size;
  }

  /** How long whoever comes now would wait, as far as the last one tells. */
  get expectedMilliseconds(): number {
    return (this.line.size + 1) * this.lastMilliseconds;
  }

  /**
   * Runs when it is its turn.
   * @throws the signal's reason when it is aborted before
   */
  async take<Result>(run: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    signal.throwIfAborted();
    if (this.taken) await this.wait(signal);
    this.taken = true;
    const began = performance.now();
    try {
      return await run();
    } finally {
      this.lastMilliseconds = performance.now() - began;
      this.callNext();
    }
  }

  private wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const called = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        this.line.delete(called);
        reject(signal.reason);
      };
      this.line.add(called);
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  // The turn is handed over, never free in between: whoever comes at this moment stands at the end.
  private callNext(): void {
    const [next] = this.line;
    if (next === undefined) return void (this.taken = false);
    this.line.delete(next);
    next();
  }
}
