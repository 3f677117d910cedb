/**
 * What fields cost that do more than read a column, in points: a field costs 1, and 150,000 points stand for a second of CPU time, the hub's and the database's, on a hub with 50,000 people on record. What is
 * measured there is the table of `npm run bench:scale`, whose last column says what an operation of such fields takes at the bound of one operation. `multiplier` is how many entries a list may have, by which
 * what is asked of each is multiplied.
 */
import { pageSize } from "./page-size.ts";

/** Of CPU time. */
export const pointsPerSecond = 150_000;

export const work = {
  /** A field of the root reads for itself: a statement is made, sent and answered. */
  statement: 300,
  /** A list of the root is counted whole, however long the page is. */
  wholeList: 5000,
  /** Reads all steps of all people. */
  revolvingDoor: 120_000,
  /** Reads the counts of all parts, and the people again for each sum. */
  sums: { field: 80_000, multiplier: 10 },
  stockFlow: { field: 2000, multiplier: 50 },
  series: { field: 200, multiplier: 100 },
  revision: 75,
  gap: 300,
  namedComparison: 100,
  /** A count of a whole list. It stands inside its connection, whose page size multiplies it. */
  totalCount: 2,
} as const;

/** Of a list of the root: conditions that are looked for among very many rows. Of others see `condition`. */
const sought: Readonly<Record<string, number>> = {
  "detainees.minAge": 12_000,
  "detainees.maxAge": 12_000,
  "custodyEvents.failing": 8000,
  "detainees.nameContains": 6000,
  "documents.contains": 6000,
  "claims.textContains": 8000,
};
const condition = 4000;
/** Of these all timelines are read, once, however many of them are asked for. */
const ofTimelines = new Set(["status", "heldIn", "placeKnown", "minDaysHeld", "charged", "sentenceOver", "rearrested"]);
const timelines = 120_000;
const among = 600;
/** Claims in another order than that in which they are kept are all put into it. */
const otherOrder = 12_000;
/** Of all changes those of a time are looked for. */
const changesOfTime = 30_000;
/** These only say how others are meant. */
const manner = new Set(["includeParts", "includePossible", "asOf"]);
/** What was known or published at another moment is put together from what came since. */
const otherMoment = 16_000;
/** Whether anything of a person had been published is asked of everybody. */
const publishedPeople = 40_000;

type Read = {
  readonly filter?: object | null;
  readonly knownAt?: unknown;
  readonly publishedUntil?: unknown;
  readonly orderBy?: unknown;
  readonly since?: unknown;
  readonly until?: unknown;
};

/** What the conditions of a filter take; those on the events of people are conditions, too. */
function conditionsWork(filter: object, field: string, amongFew = false): number {
  const conditions = Object.entries(filter).filter(([name, value]) => value != null && !manner.has(name));
  const ofPeople = field === "detainees" ? conditions.filter(([name]) => ofTimelines.has(name)) : [];
  return conditions.reduce(
    (sum, [name, value]: [string, unknown]) => {
      if (ofPeople.some(([of]) => of === name)) return sum;
      // Whoever is found by timelines is among few: what else is asked of them is looked for in no list.
      const few = amongFew || ofPeople.length > 0;
      const each = few ? among : (sought[`${field}.${name}`] ?? condition);
      return sum + each + (name === "withEvent" || name === "withoutEvent" ? conditionsWork(value as object, "custodyEvents", few) : 0);
    },
    ofPeople.length === 0 ? 0 : timelines,
  );
}

/** What reading takes for a field of the root, beside its entries. */
export function rootWork({ filter, knownAt, publishedUntil, orderBy, since, until }: Read, field: string, isList: boolean): number {
  if (!isList) return work.statement;
  return (
    work.statement +
    conditionsWork(filter ?? {}, field) +
    (orderBy == null || orderBy === "AS_OF" ? 0 : otherOrder) +
    (field === "changes" && (since != null || until != null) ? changesOfTime : 0) +
    (knownAt == null && publishedUntil == null ? 0 : otherMoment) +
    (publishedUntil != null && field === "detainees" ? publishedPeople : 0)
  );
}

// Of places and sources there are few, with very many releases and claims each.
const longLists = new Set(["Facility", "Source"]);

/** A field of an entry: as it was at another moment it is looked up in what came since. */
export function entryWork({ knownAt, publishedUntil }: Read, owner: string, isList: boolean): number {
  return (isList && longLists.has(owner) ? 100 : 1) + (knownAt == null && publishedUntil == null ? 0 : 15);
}

type Listed = { readonly first?: number | null | undefined };
/** A search among all names, whose list has as many entries as are asked for. */
export const nameSearch = ({ first }: Listed) => ({ field: 12_000, multiplier: first ?? 10 });
/** The same, and all that is on record of those who are found is compared. */
export const matchSearch = ({ first }: Listed) => ({ field: 45_000, multiplier: first ?? 10 });

type Counted = { readonly metric?: unknown };
// Who is held is found among everybody, who was released among those who were.
const everybody = ({ metric }: Counted) => metric === "HELD";
/** Reads every count of a metric and folds the people's timelines. */
export const reconciliation = (counted: Counted) => (everybody(counted) ? 48_000 : 36_000);
/** The same reading, counted at every moment in one sweep. */
export const hubCountSeries = (counted: Counted) => ({ field: everybody(counted) ? 48_000 : 20_000, multiplier: 5 });
type Tallied = { readonly of?: unknown };
/** Reads every event of these kinds, and puts each into its cells: most people were arrested, and some of them released. */
export const tallied = ({ of }: Tallied) => {
  const types = new Set([of].flat());
  const most = types.has("ARREST") ? 75_000 : 45_000;
  return { field: Math.min(130_000, most + 15_000 * (types.size - 1)), multiplier: 5 };
};
/** Reads all timelines, and what is known of all people. */
export const statusTallied = { field: 130_000, multiplier: 5 };

/** Reads every claim on events of a kind, and compares the pages in which they stand. */
export const overlapping = { field: 60_000, multiplier: 20 };

type Narrowed = { readonly source?: unknown; readonly facility?: unknown };
/** All series of the hub, or of one source or place. */
export const allSeries = ({ source, facility }: Narrowed) => ({
  field: source == null && facility == null ? 45_000 : 6000,
  multiplier: 20,
});

type Names = { readonly names?: readonly string[] | undefined };
/** Each name is looked up, and twenty of its candidates are compared; of most names one is on record. A list of a thousand has to be within the bound, though it takes seconds where many are on record. */
export const matchedNames = ({ names = [] }: Names) => ({
  field: 100 * names.length,
  multiplier: Math.min(1000, Math.max(1, names.length)),
});

type Known = { readonly knownAt?: unknown; readonly publishedUntil?: unknown };
const isNow = ({ knownAt, publishedUntil }: Known) => knownAt == null && publishedUntil == null;
/** The timelines of all who were ever at a place are read, and put together from what was known for another moment. */
export const heldCount = (clocks: Known) => (isNow(clocks) ? 300 : 3300);
/** The releases from a place, counted as grouped for now, one by one for then. */
export const releaseCount = (clocks: Known) => (isNow(clocks) ? 120 : 2400);

type Page = { readonly first?: number | null | undefined; readonly last?: number | null | undefined };
/** Who is held in one place. */
export const heldNow = ({ first, last, ...clocks }: Page & Known) => ({
  field: isNow(clocks) ? 3600 : 6000,
  multiplier: first ?? last ?? pageSize.default,
});
/** Who ever was. */
export const everHeld = ({ first, last, ...clocks }: Page & Known) => ({
  field: isNow(clocks) ? 1300 : 3600,
  multiplier: first ?? last ?? pageSize.default,
});
