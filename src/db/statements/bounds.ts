/**
 * For whom a statement runs: an operation sets its bounds once, and every statement that it then sends through the pool, however deep below, is stopped with it.
 * What processes share (a page of the feed that many wait for, say) must not run in the bounds of whoever happened to ask first: it goes through `Database.kept`, which knows no bounds.
 */
import { AsyncLocalStorage } from "node:async_hooks";

const bounds = new AsyncLocalStorage<AbortSignal | undefined>();

/** Runs with every statement bound to `signal`: aborted, those at work are stopped, no further one starts, and each fails with the signal's reason. Without a signal nothing is bound. */
export function within<Result>(signal: AbortSignal | undefined, run: () => PromiseLike<Result>): Promise<Result> {
  return bounds.run(signal, async () => {
    try {
      // Prisma begins only when it is waited for: that has to happen in here.
      return await run();
    } catch (error) {
      // It tells what the driver said in words of its own.
      signal?.throwIfAborted();
      throw error;
    }
  });
}

/** Runs without the bounds of whoever asks: connections outlive operations, and a change has bounds of its own (bounded-transaction.ts). */
export function withoutBounds<Result>(run: () => PromiseLike<Result>): Promise<Result> {
  return within(undefined, run);
}

/** For whom the operation of some bounds runs, and how many statements of theirs may run at once: an address, say, whose crowd nobody else shall wait for. */
export type Holder = { readonly name: string; readonly atOnce: number };
const holders = new WeakMap<AbortSignal, Holder>();
/** Of what runs for nobody outside. */
const ourselves: Holder = { name: "", atOnce: Number.POSITIVE_INFINITY };

/** From now on the statements in these bounds are the holder's. */
export function heldBy(signal: AbortSignal, holder: Holder): void {
  holders.set(signal, holder);
}

/** Whose statements those are that run now. */
export function holderNow(): Holder {
  const signal = boundsNow();
  return (signal && holders.get(signal)) ?? ourselves;
}

/** The bounds of what runs now. */
export function boundsNow(): AbortSignal | undefined {
  return bounds.getStore();
}

/** Each step in the bounds, whoever takes it: a generator runs in those of its caller. */
export async function* eachWithin<Item>(signal: AbortSignal, items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]();
  try {
    for (;;) {
      const step = await within(signal, () => iterator.next());
      if (step.done) return;
      yield step.value;
    }
  } finally {
    await iterator.return?.();
  }
}
