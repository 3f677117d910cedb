/**
 * What fields cost that do more than read a column, in the points of src/doors/limits/budget.ts: a field costs 1, and about 1,000 points stand for a few milliseconds of a hub with 50,000
 * people on record. `multiplier` is how many entries a list may have, by which what is asked of each is multiplied.
 */
export const work = {
  /** Reads every count of a metric and folds the people's timelines. */
  reconciliation: 10_000,
  /** The same reading, counted at every moment in one sweep. */
  hubCountSeries: { field: 8000, multiplier: 5 },
  /** Reads every event of a kind, and puts each into its cells. */
  tally: { field: 5000, multiplier: 5 },
  /** A list of people by their status reads all timelines. */
  status: 10_000,
  /** Reads all steps of all people. */
  revolvingDoor: 15_000,
  /** Reads the counts of all parts, and the people again for each sum. */
  sums: { field: 10_000, multiplier: 10 },
  allSeries: { field: 2000, multiplier: 20 },
  stockFlow: { field: 2000, multiplier: 50 },
  series: { field: 200, multiplier: 100 },
  revision: 50,
  gap: 150,
  namedComparison: 100,
  /** A count of a whole list. It stands inside its connection, whose page size multiplies it. */
  totalCount: 2,
} as const;

type Listed = { readonly first?: number | null | undefined };
/** A search among all names, whose list has as many entries as are asked for. */
export const nameSearch = ({ first }: Listed) => ({ field: 3000, multiplier: first ?? 10 });

type Names = { readonly names?: readonly string[] | undefined };
/** Each name is looked up, and twenty of its candidates are compared; of most names one is on record. */
export const matchedNames = ({ names = [] }: Names) => ({
  field: 30 * names.length,
  multiplier: Math.min(1000, Math.max(1, names.length)),
});

type Known = { readonly knownAt?: Date | null | undefined };
/** A count by place: grouped for now, folded from what was known for then. */
export const countWork = ({ knownAt }: Known) => (knownAt == null ? 20 : 150);
/** Who is held in one place: the timelines of all who were ever there are read. */
export const heldWork = 500;
