/** How deep a value from outside is nested. Whatever walks through it later may recurse: a value that is too deep would overflow the stack. */

/** No input of the graph and no protocol message is nested deeper. */
export const maxNesting = 64;

/** Whether arrays and objects stand in one another more than `max` levels deep. Keeps a list of its own instead of recursing, and stops at the first branch that is too deep. */
export function nestedDeeperThan(max: number, value: unknown): boolean {
  const pending: { readonly part: unknown; readonly level: number }[] = [{ part: value, level: 1 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { part, level } = next;
    if (part === null || typeof part !== "object") continue;
    if (level > max) return true;
    for (const inner of Object.values(part))
      if (inner !== null && typeof inner === "object") pending.push({ part: inner, level: level + 1 });
  }
  return false;
}
