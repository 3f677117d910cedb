/** How far an import is, for whoever waits: rows a second, and how long it will take at that rate. */

const steps = 10_000;

export class Progress {
  readonly #say: (message: string) => void;
  readonly #all: number;
  readonly #began = performance.now();
  #done = 0;

  /** `all`: how many rows there are to do. */
  constructor(all: number, say: (message: string) => void) {
    this.#all = all;
    this.#say = say;
  }

  /** So many more of a table are done, so many now of so many; it is told every few thousand, and at the end. */
  did(table: string, rows: number, done: number, of: number): void {
    this.#done += rows;
    if (done % steps !== 0 && done !== of) return;
    const rate = this.#done / Math.max((performance.now() - this.#began) / 1000, 0.001);
    const left = Math.ceil((this.#all - this.#done) / rate);
    this.#say(`${table}: ${done} of ${of} done${this.#done < steps ? "" : ` (${Math.round(rate)} rows a second, about ${left} s left)`}`);
  }
}
