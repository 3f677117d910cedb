/** Long work in rules lets others have the thread: an answer that takes seconds must not hold up those that take a millisecond, nor run on for nobody. */
import { boundsNow } from "./bounds.ts";

const mostMilliseconds = 15;

// Whoever waits to go on. Of them one goes on at each turn of the loop: ten long works side by side hold up others no longer than one.
const waiting = new Set<() => void>();

function callNext(): void {
  const [next] = waiting;
  if (next === undefined) return;
  waiting.delete(next);
  next();
  if (waiting.size > 0) setImmediate(callNext);
}

const turn = () =>
  new Promise<void>((resolve) => {
    waiting.add(resolve);
    if (waiting.size === 1) setImmediate(callNext);
  });

/** Makes a function to be called between portions of a few milliseconds at most. It throws the reason when the operation's bounds have ended. */
export function takeBreaths(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < mostMilliseconds) return;
    await turn();
    boundsNow()?.throwIfAborted();
    since = performance.now();
  };
}
