/**
 * The smallest number of origins that explains all claims: a minimum hitting set. Exact where the claims that may stem from several origins fall into groups of up to `most` origins; beyond that
 * a number that is never too large, so that no origin is counted that need not exist.
 */

export type HittingSet<Element> = { readonly size: number; readonly chosen: readonly Element[] };

// Subsets of so many elements are tried one after another: 65,536 of them.
const most = 16;

/** Each set is of distinct elements. Of several smallest ones the first in the order of `compare`, so that the answer hangs on neither the order of the sets nor of what is in them. */
export function smallestHittingSet<Element>(
  sets: readonly (readonly Element[])[],
  compare: (a: Element, b: Element) => number,
): HittingSet<Element> {
  const certain = new Set(sets.flatMap((set) => (set.length === 1 ? set : [])));
  const open = sets.filter((set) => set.length > 1 && !set.some((element) => certain.has(element)));
  const parts = connected(open).map((part) => smallestOf(part, compare));
  return {
    size: certain.size + parts.reduce((sum, { size }) => sum + size, 0),
    chosen: [...certain, ...parts.flatMap(({ chosen }) => chosen)].toSorted(compare),
  };
}

/** Groups of sets that share no element with another group. */
function connected<Element>(sets: readonly (readonly Element[])[]): (readonly Element[])[][] {
  let groups: { elements: Set<Element>; sets: (readonly Element[])[] }[] = [];
  for (const set of sets) {
    const [touched, others] = [groups.filter(({ elements }) => set.some((element) => elements.has(element))), [] as typeof groups];
    for (const group of groups) if (!touched.includes(group)) others.push(group);
    const elements = new Set([...set, ...touched.flatMap((group) => [...group.elements])]);
    groups = [...others, { elements, sets: [set, ...touched.flatMap((group) => group.sets)] }];
  }
  return groups.map((group) => group.sets);
}

function smallestOf<Element>(sets: readonly (readonly Element[])[], compare: (a: Element, b: Element) => number): HittingSet<Element> {
  const elements = [...new Set(sets.flat())].toSorted(compare);
  if (elements.length > most) return boundOf(sets, elements);
  const masks = [...new Set(sets.map((set) => set.reduce((mask, element) => mask | (1 << elements.indexOf(element)), 0)))];
  for (let size = 1; size < elements.length; size += 1) {
    const found = firstSubset(elements.length, size, (subset) => masks.every((mask) => (mask & subset) !== 0));
    if (found !== null) return { size, chosen: elements.filter((_, index) => (found & (1 << index)) !== 0) };
  }
  return { size: elements.length, chosen: elements };
}

/** The first subset of that size that passes, in the order of its elements. */
function firstSubset(of: number, size: number, passes: (subset: number) => boolean, from = 0, chosen = 0): number | null {
  if (size === 0) return passes(chosen) ? chosen : null;
  for (let index = from; index <= of - size; index += 1) {
    const found = firstSubset(of, size - 1, passes, index + 1, chosen | (1 << index));
    if (found !== null) return found;
  }
  return null;
}

/** One element explains no more sets than it is in: so many are needed at least. */
function boundOf<Element>(sets: readonly (readonly Element[])[], elements: readonly Element[]): HittingSet<Element> {
  const distinct = [...new Map(sets.map((set) => [elements.map((element) => Number(set.includes(element))).join(""), set])).values()];
  const reach = new Map(elements.map((element) => [element, distinct.filter((set) => set.includes(element)).length]));
  const size = Math.ceil(distinct.length / Math.max(...reach.values()));
  return { size, chosen: elements.toSorted((a, b) => reach.get(b)! - reach.get(a)!).slice(0, size) };
}
