/** Long work in rules lets others have the thread: an answer that takes seconds must not hold up those that take a millisecond, nor run on for nobody. */
import { setImmediate as others } from "node:timers/promises";
import { boundsNow } from "./bounds.ts";

const mostMilliseconds = 15;

/** Makes a function to be called between portions of a few milliseconds at most. It throws the reason when the operation's bounds have ended. */
export function takeBreaths(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < mostMilliseconds) return;
    await others();
    boundsNow()?.throwIfAborted();
    since = performance.now();
  };
}
