/** Small questions to the database in waves: who comes while some are under way waits for their end, and begins together with all who came meanwhile. */
import { setTimeout as wait } from "node:timers/promises";

const usualPatience = 25;

/**
 * Makes a function that runs what it is given with a wave. Of those that begin in one tick Prisma makes one statement, where each looks up one row by what is unique. Nobody is answered by what began before they
 * came; whoever comes when none is under way waits for nothing, and nobody more than `patience` (milliseconds) for one that is stuck.
 */
export function createWaves(patience = usualPatience): <Result>(ask: () => Promise<Result>) => Promise<Result> {
  let running: Promise<unknown> | undefined;
  let next: Promise<void> | undefined;
  return async (ask) => {
    if (running !== undefined)
      await (next ??= Promise.race([running, wait(patience, undefined, { ref: false })]).then(() => {
        running = undefined;
        next = undefined;
      }));
    const answer = ask();
    const over = answer.then(
      () => {},
      () => {},
    );
    const wave = running === undefined ? over : Promise.all([running, over]);
    running = wave;
    void wave.then(() => {
      if (running === wave && next === undefined) running = undefined;
    });
    return answer;
  };
}
