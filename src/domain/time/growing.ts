/** Spans in orders in which whatever has once become so stays so: what sweeps over many of them go by. Pure. */
import type { Bounds } from "./compare.ts";

/** The items in as few lists as it takes, in each of which both ends of their spans only ever grow. */
export function growing<Item>(items: readonly Item[], spanOf: (item: Item) => Bounds): Item[][] {
  const sorted = items
    .map((item) => ({ item, from: Number(spanOf(item).earliest ?? -Infinity), to: Number(spanOf(item).latest ?? Infinity) }))
    .toSorted((a, b) => compare(a.to, b.to) || compare(a.from, b.from));
  const lists: (typeof sorted)[] = [];
  for (const one of sorted) {
    const list = lists.find((other) => other.at(-1)!.from <= one.from);
    if (list) list.push(one);
    else lists.push([one]);
  }
  return lists.map((list) => list.map(({ item }) => item));
}

const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);

/** The place of the first for which it is so, of a list where it is so from some place on; not before `from`. */
export function firstWhere<Item>(items: readonly Item[], isSo: (item: Item) => boolean, from = 0): number {
  let to = items.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isSo(items[middle]!)) to = middle;
    else from = middle + 1;
  }
  return from;
}
