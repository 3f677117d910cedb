/**
 * A stock counted from turns: so many people went from one standing to another at some moment of a span. For people whose moves lie so far apart that no moment which is asked about reaches from one to the
 * next, however little is known of it: of them each turn counts by itself, so that turns which are alike are counted together, whoever's they were. The same as `countStock` of these people. Pure.
 */
import type { VerificationState } from "../../db/generated/prisma/enums.ts";
import type { Bounds } from "../time/compare.ts";
import { firstWhere } from "../time/growing.ts";
import { add, standingBy, type Counting, type StockAsked } from "./hub-stock.ts";
import { nobody, type HubCount } from "./hub-count.ts";

/** A move that led into the status that is counted: the decision on it, and where it led. */
export type Stand = { readonly state: VerificationState; readonly facilityId: string | null };
/** How many people turned so: before, after, and in between it may be either. */
export type StockTurn = Bounds & { readonly many: number; readonly before: Stand | null; readonly after: Stand | null };

/** Counts at each of the moments. */
export function countTurns(turns: readonly StockTurn[], asked: readonly StockAsked[]): HubCount[] {
  const counts = new Map<StockAsked, Counting>(asked.map((one) => [one, { ...nobody }]));
  for (const list of Map.groupBy(asked, ({ facilities }) => facilities).values()) {
    const [begun, ended] = [
      sumsBy(list, ({ at }) => Number(at.latest ?? Infinity)),
      sumsBy(list, ({ at }) => Number(at.earliest ?? -Infinity)),
    ];
    const { facilities } = list[0]!;
    const there = (stand: Stand | null) =>
      stand !== null && (facilities === null || (stand.facilityId !== null && facilities.has(stand.facilityId))) ? stand.state : null;
    for (const { many, before, after, earliest, latest } of turns) {
      const [left, reached] = [there(before), there(after)];
      if (left === null && reached === null) continue;
      const either = standingBy([left, reached]);
      const begins = earliest === null ? -Infinity : Number(earliest) + (Number(earliest) === Number(latest) ? 0 : 1);
      begun.add(begins, standingBy([left]), -many).add(begins, either, many);
      if (latest !== null) ended.add(Number(latest), either, -many).add(Number(latest), standingBy([reached]), many);
    }
    for (const sums of [begun, ended]) sums.into(counts);
  }
  return asked.map((one) => counts.get(one)!);
}

/** What is added from a moment on is in the count of each that is not before it. */
function sumsBy(list: readonly StockAsked[], momentOf: (asked: StockAsked) => number) {
  const sorted = list.toSorted((a, b) => momentOf(a) - momentOf(b));
  const moments = sorted.map(momentOf);
  const rises = [...sorted, null].map((): Counting => ({ ...nobody }));
  const sums = {
    add(from: number, standing: ReturnType<typeof standingBy>, many: number) {
      add(rises[firstWhere(moments, (moment) => moment >= from)]!, standing, many);
      return sums;
    },
    into(counts: ReadonlyMap<StockAsked, Counting>) {
      const sum: Counting = { ...nobody };
      sorted.forEach((one, at) => {
        for (const part of Object.keys(sum) as (keyof Counting)[]) counts.get(one)![part] += sum[part] += rises[at]![part];
      });
    },
  };
  return sums;
}
