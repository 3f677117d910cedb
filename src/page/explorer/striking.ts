/** Which numbers the explorer shows first: those of three sources that do not agree. */

export type Counted = {
  readonly id: string;
  readonly statement: string;
  readonly lower: number;
  readonly source: string;
  /** The latest moment at which it can have been so; null when that is open. */
  readonly latest: string | null;
};

/**
 * The latest number of whoever counted most often, the largest that was announced, and the largest that another source counted: as many of them as there are; of a hub that knows no such counts, any three. The smallest is first.
 */
export function pickStriking(counted: readonly Counted[], announced: readonly Counted[], others: readonly Counted[]): readonly Counted[] {
  const [steady] = newest(ofBusiest(counted));
  const largest = most(counted.filter(({ source }) => source !== steady?.source));
  const found = [steady, most(announced), largest].filter((one) => one !== undefined);
  return (found.length > 0 ? found : others.slice(0, 3)).toSorted((a, b) => a.lower - b.lower);
}

function ofBusiest(counted: readonly Counted[]): readonly Counted[] {
  const bySource = Map.groupBy(counted, ({ source }) => source);
  return [...bySource.values()].reduce((busiest, one) => (one.length > busiest.length ? one : busiest), []);
}

const newest = (counts: readonly Counted[]) => counts.toSorted((a, b) => (b.latest ?? "").localeCompare(a.latest ?? ""));
const most = (counts: readonly Counted[]) => counts.toSorted((a, b) => b.lower - a.lower).at(0);
