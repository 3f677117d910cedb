/** How far an import is, for whoever waits: rows a second, and how long it will take at that rate. */

const steps = 10_000;

export class Progress {
  readonly #say: (message: string) => void;
  readonly #all: number;
  readonly #began = performance.now();
  #done = 0;

  /** `all`: how many rows there are to write. */
  constructor(all: number, say: (message: string) => void) {
    this.#all = all;
    this.#say = say;
  }

  /** So many of a table are written now, of so many; it is told every few thousand, and at the end. */
  wrote(table: string, rows: number, written: number, of: number): void {
    this.#done += rows;
    if (written % steps !== 0 && written !== of) return;
    const rate = this.#done / Math.max((performance.now() - this.#began) / 1000, 0.001);
    const left = Math.ceil((this.#all - this.#done) / rate);
    this.#say(
      `${table}: ${written} of ${of} written${this.#done < steps ? "" : ` (${Math.round(rate)} rows a second, about ${left} s left)`}`,
    );
  }
}
