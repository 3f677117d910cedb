/** What makes two counts of one source counts of one series: the same thing counted in the same way since the same time. One rule, as a value and in SQL. Pure. */
import { Prisma, type Claim } from "../../db/generated/prisma/client.ts";
import type { CountFacts } from "./comparison.ts";
import type { Bounds } from "../time/compare.ts";

/** Beside the source and the place, which follow merges. Staff is no prisoner: of whom it is counted (`dimension`, `category`) tells series apart as much as what (`metric`). */
const columns = [
  ...(["situationId", "metric", "measure", "unit", "dimension", "category"] as const),
  ...(["definitionId", "periodStartEarliest", "periodStartLatest"] as const),
] satisfies (keyof Claim)[];

type Counted = Pick<Claim, (typeof columns)[number] | "assertedById" | "facilityId">;

/** The series of a count, by the identities of its source and its place. */
export function seriesKey(claim: Counted): string {
  return JSON.stringify([claim.assertedById, claim.facilityId, ...columns.map((column) => claim[column])]);
}

/** The columns of the key in SQL, beside those of the source and the place. */
export const seriesColumnsSql = (alias: string): Prisma.Sql => Prisma.raw(columns.map((column) => `${alias}."${column}"`).join(", "));

/** When a count was so, when its page appeared, when the hub recorded it. */
export type Told = Pick<CountFacts, "asOf"> & { readonly published: Bounds; readonly recordedAt: Date };

/**
 * The order in which the counts of a series are told: as they were so, of one moment as they were published, and of one page as they were recorded. Zero where nothing tells which came first.
 */
export function toldBefore(one: Told, other: Told): number {
  const moments = ({ asOf, published, recordedAt }: Told) => [asOf.latest, asOf.earliest, published.latest, recordedAt].map(moment);
  const others = moments(other);
  return moments(one).reduce((found, at, place) => found || compare(at, others[place]!), 0);
}

const compare = (one: number, other: number) => (one < other ? -1 : one > other ? 1 : 0);
const moment = (at: Date | number | null) => (at === null ? Number.NEGATIVE_INFINITY : Number(at));
