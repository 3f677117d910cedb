/** The hub's own count by day, place or what is known of people: a table whose cells have bounds, for what is not known may belong to any of them. Pure but for letting others have the thread. */
import { takeBreaths } from "../../db/statements/breath.ts";
import { within, type Bounds } from "../time/compare.ts";
import { countEach, type Counted, type Happening, type HubCount } from "../reconciliation/hub-count.ts";

/**
 * Where something belongs by one key: the values that it has certainly, null for "not known", and those that it may have. "any" is each value on record: of whom the nationality is not known may be of any.
 */
export type Places = { readonly certain: readonly (string | null)[]; readonly possible: readonly string[] | "any" };

/** What happened, and where it belongs by each key. */
export type Placed = Happening & { readonly places: readonly Places[] };

export type Cell = {
  /** One value for each key; null is "not known". */
  readonly values: readonly (string | null)[];
  readonly count: HubCount;
  /** Everybody who is in the count or in its bounds, in the order of their ids. */
  readonly people: readonly string[];
};

/** The place by a key of which the values are known, or by one of which nothing is. */
export const placesOf = (values: readonly string[]): Places =>
  values.length === 0 ? { certain: [null], possible: "any" } : { certain: values, possible: [] };

/** The place among intervals of time: certain where there is one that takes all of the span; not known where there are none to look into. */
export function placesInTime(
  span: Bounds,
  intervals: readonly { readonly name: string; readonly window: { start: Bounds; end: Bounds } }[] | null,
): Places {
  if (intervals === null) return { certain: [null], possible: [] };
  const touched = intervals.map(({ name, window }) => ({ name, answer: within(span, window.start, window.end) }));
  return {
    certain: touched.filter(({ answer }) => answer === "CERTAIN").map(({ name }) => name),
    possible: touched.filter(({ answer }) => answer === "POSSIBLE").map(({ name }) => name),
  };
}

/** Too many cells: how many there would be at least. */
export class TooManyCells extends Error {
  readonly most: number;
  constructor(most: number) {
    super(`more than ${most} rows`);
    this.most = most;
  }
}

/** So many take less than a few milliseconds. */
const portion = 100;

type Told = { readonly values: readonly (string | null)[]; readonly counted: Map<string, Counted> };

/**
 * The cells in which anybody is. `certainly` says whether something certainly belongs to what was asked; where it only may, it is in the bounds alone. Each cell counts people, once.
 * @throws TooManyCells for more of them than `most`
 */
export async function tallyOf(happenings: readonly Placed[], certainly: (happening: Placed) => boolean, most: number): Promise<Cell[]> {
  const known = knownValues(happenings);
  const cells = new Map<string, Told>();
  const breathe = takeBreaths();
  for (const [at, happening] of happenings.entries()) {
    if (at % portion === 0) await breathe();
    const { person, state } = happening;
    if (state === "REFUTED") continue;
    const sure = certainly(happening);
    // Bounds are those of what is verified: of nothing else is it said where it may belong.
    for (const { values, certain } of combinations(happening, state === "VERIFIED" ? known : null)) {
      if (!(sure && certain) && state !== "VERIFIED") continue;
      const name = JSON.stringify(values);
      const cell = cells.get(name) ?? { values, counted: new Map<string, Counted>() };
      cells.set(name, cell);
      if (cells.size > most) throw new TooManyCells(most);
      cell.counted.set(`${person} ${state} ${sure && certain}`, { person, state, certain: sure && certain });
    }
  }
  const found: Cell[] = [];
  for (const { values, counted } of [...cells.values()].toSorted(byValues)) {
    await breathe();
    const people = [...new Set(counted.values().map(({ person }) => person))].toSorted();
    found.push({ values, count: countEach(counted.values()), people });
  }
  return found;
}

/** The values that anything is known to have, for each key. */
export function knownValues(happenings: readonly Pick<Placed, "places">[]): string[][] {
  const keys = happenings[0]?.places.length ?? 0;
  return Array.from({ length: keys }, (_, key) => {
    const values = happenings.flatMap(({ places }) => {
      const { certain, possible } = places[key]!;
      return [...certain.filter((value) => value !== null), ...(possible === "any" ? [] : possible)];
    });
    return [...new Set(values)];
  });
}

type Combination = { readonly values: readonly (string | null)[]; readonly certain: boolean };

/** The cells to which something belongs; also those to which it may, if the known values are given. */
export function combinations({ places }: Pick<Placed, "places">, known: readonly (readonly string[])[] | null): Combination[] {
  let found: Combination[] = [{ values: [], certain: true }];
  for (const [key, { certain, possible }] of places.entries()) {
    const may = known === null ? [] : possible === "any" ? known[key]! : possible;
    const next = [...certain.map((value) => ({ value, sure: true })), ...may.map((value) => ({ value, sure: false }))];
    found = found.flatMap((one) => next.map(({ value, sure }) => ({ values: [...one.values, value], certain: one.certain && sure })));
  }
  return found;
}

/** By the first key, then the next; what is not known comes last. */
export function byValues(a: Pick<Told, "values">, b: Pick<Told, "values">): number {
  for (const [at, value] of a.values.entries()) {
    const other = b.values[at]!;
    if (value === other) continue;
    if (value === null || other === null) return value === null ? 1 : -1;
    return value < other ? -1 : 1;
  }
  return 0;
}
