import { setTimeout as wait } from "node:timers/promises";

/**
 * Resolves as soon as the condition holds.
 * @throws when it does not hold in time
 */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, milliseconds = 15_000): Promise<void> {
  for (const began = performance.now(); !(await isSo()); await wait(10))
    if (performance.now() - began > milliseconds) throw new Error(`Waited ${milliseconds} ms for ${what}.`);
}
