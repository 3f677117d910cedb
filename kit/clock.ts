/**
 * Preloaded into a hub (`node --import clock.ts?shift=3600000`): its wall clock is wrong by as many milliseconds. Timers run on the monotonic clock, as they do on a machine whose clock is
 * wrong; PostgreSQL's clock stays right.
 */
const shift = Number(new URL(import.meta.url).searchParams.get("shift"));
const Right = Date;

class Shifted extends Right {
  constructor(...given: [] | ConstructorParameters<typeof Date>) {
    if (given.length === 0) super(Right.now() + shift);
    else super(...given);
  }
  static override now(): number {
    return Right.now() + shift;
  }
}

globalThis.Date = Shifted as DateConstructor;
