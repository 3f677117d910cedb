/** How an import gets its moment without holding others up, and how far the work for it is. */
import type { Db } from "../../db/database.ts";
import { isAlone } from "../../db/exclusively.ts";
import { arriveAt, hasPassed, momentAhead, takeMoment } from "../../domain/recording-clock.ts";

/**
 * An import holds the recording clock all along, or for as long as nobody else is connected to the database, or names a moment so many milliseconds ahead, with verifiers at work meanwhile: as many
 * as the check leads to expect where none are known.
 */
export type Pace = "holding the clock" | "alone" | { readonly ahead: number | null };

/** The moment does not fit: it came before the work was done, or is clearly later than that, or somebody came who would wait for it. */
export class Misjudged extends Error {
  /** How long all of the work takes, as far as it was done. */
  readonly milliseconds: number;
  constructor(milliseconds: number) {
    super("The import takes longer or shorter than expected.");
    this.milliseconds = milliseconds;
  }
}

// A moment that comes too soon costs the work so far, and tells how long all of it takes here and now; one that comes late a while of waiting.
const writingPerChecking = 4;
const reserve = 1.25;
const leastAhead = 500;
// Before the moment comes the clock is taken: at most so long, and about so much of the whole, others wait at the end.
const leastLead = 1000;
const leadOfAll = 0.05;
// From that share of the work on its rate is known, as far as it can be: to begin again, and to wait for a moment that is too late, costs more than a rate that is a little too slow.
const knownFrom = 0.2;
const clearlyMore = 1.5;
// Early on to begin again costs little, where the moment is much too far.
const guessedFrom = 0.02;
const leastGuessed = 2000;
const clearlyLess = 0.7;
// Whoever comes while an import is alone is looked out for that often, and waits no longer than for that.
const lookEvery = 1000;
const shortEnough = 5000;

export class Work {
  readonly moment: Date;
  readonly #db: Db;
  readonly #pace: Pace;
  readonly #expected: number;
  readonly #again: boolean;
  readonly #began = performance.now();
  #looked = this.#began;
  #done = 0;
  #guessed = false;
  #all: number;

  /** `all` is so many steps. Again, when it was begun before: then it is known how long it takes. */
  constructor(db: Db, moment: Date, { pace, expected, all, again }: Naming) {
    [this.#db, this.moment, this.#pace, this.#expected, this.#all, this.#again] = [db, moment, pace, expected, all, again];
  }

  expect(steps: number): void {
    this.#all += steps;
  }

  /** So many steps are done. @throws Misjudged */
  async advance(steps: number): Promise<void> {
    this.#done += steps;
    if (this.#pace === "holding the clock") return;
    const worked = performance.now() - this.#began;
    const likely = (worked * this.#all) / Math.max(this.#done, 1);
    if (this.#pace === "alone") return this.#lookOut(worked, likely);
    const guesses = !this.#guessed && this.#done >= Math.max(leastGuessed, this.#all * guessedFrom);
    if (guesses) {
      this.#guessed = true;
      if (!this.#again && likely * reserve < this.#expected * clearlyLess) throw new Misjudged(likely);
    }
    // The sooner it is seen, the less is done in vain.
    const tooLate = this.#done > this.#all * knownFrom && likely > this.#expected * clearlyMore;
    if (tooLate || (await hasPassed(this.#db, this.moment))) throw new Misjudged(likely);
  }

  /** All is done: waits until the moment is there. @throws Misjudged when it has passed */
  async arrive(): Promise<void> {
    if (typeof this.#pace === "string") return;
    const worked = performance.now() - this.#began;
    if (!(await arriveAt(this.#db, this.moment, Math.max(leastLead, this.#expected * leadOfAll)))) throw new Misjudged(worked);
  }

  async #lookOut(worked: number, likely: number): Promise<void> {
    if (performance.now() - this.#looked < lookEvery || likely - worked < shortEnough) return;
    this.#looked = performance.now();
    if (!(await isAlone(this.#db))) throw new Misjudged(likely);
  }
}

type Naming = { readonly pace: Pace; readonly expected: number; readonly all: number; readonly again: boolean };

/** The moment as of which a data set is checked. With the clock held it is the one at which it is recorded. */
export function momentOfCheck(db: Db, pace: Pace, wall: Date | undefined): Promise<Date> {
  return typeof pace === "string" ? takeMoment(db, wall ?? null) : momentAhead(db, 0);
}

/** Begins the work, of so many steps, after a check that took so long. `before`: how long it took when it was begun before. */
export async function beginWork(
  db: Db,
  pace: Pace,
  { checkedAt, checking, all, before }: { checkedAt: Date; checking: number; all: number; before: number | null },
): Promise<Work> {
  const known = before ?? (typeof pace === "string" ? null : pace.ahead);
  const expected = Math.max(known === null ? checking * writingPerChecking : known * reserve, leastAhead);
  const moment = typeof pace === "string" ? checkedAt : await momentAhead(db, expected);
  return new Work(db, moment, { pace, expected, all, again: known !== null });
}
