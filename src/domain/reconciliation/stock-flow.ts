/**
 * Stock and flow: what a source says is held at two moments, against what it says went in and out between them. The residual is what its own numbers leave unexplained. Pure interval
 * arithmetic; null is unbounded, and a flow that the source does not state is from 0 to unbounded.
 */
import type { CountMetric } from "../../db/generated/prisma/enums.ts";
import { asPublished, inOrderTold, type CountFacts, type CountGap, type Told } from "./comparison.ts";

export type FlowClaim = CountFacts &
  Told & {
    readonly id: string;
    /** The end of its currency (`asOf`): no later than its page appeared and the hub recorded it. */
    readonly currentAt: Date;
    readonly definitionId: string | null;
  };

export const flows = ["ARRESTED", "RELEASED", "DIED"] as const satisfies readonly CountMetric[];
type Flow = (typeof flows)[number];

export type Balance = {
  readonly fromId: string;
  readonly toId: string;
  /** The later stock less the earlier. */
  readonly held: CountGap;
  readonly flows: Readonly<Record<Flow, CountGap>>;
  /** held − (arrested − released − died). */
  readonly residual: CountGap;
  /** The flows that the source does not state for the time between. */
  readonly missing: readonly Flow[];
};

const minus = (a: CountGap, b: CountGap): CountGap => ({
  lower: a.lower === null || b.upper === null ? null : asPublished(a.lower - b.upper),
  upper: a.upper === null || b.lower === null ? null : asPublished(a.upper - b.lower),
});
const unstated: CountGap = { lower: 0, upper: null };

/** The balances between each two consecutive HELD claims of one definition, oldest first. Takes the live claims of one source about one place (or all), parts of totals left out. */
export function balancesOf(claims: readonly FlowClaim[]): Balance[] {
  const stated = claims.filter(({ unit, qualifier }) => unit === "PERSONS" && qualifier !== "UNQUANTIFIED").toSorted(inOrderTold);
  const stocks = stated.filter(({ metric, measure }) => metric === "HELD" && measure === "STOCK");
  return [...Map.groupBy(stocks, ({ definitionId }) => definitionId).values()].flatMap((series) =>
    series.flatMap((to, at) => {
      const from = series[at - 1];
      return from === undefined || from.currentAt.getTime() === to.currentAt.getTime() ? [] : [balance(from, to, stated)];
    }),
  );
}

function balance(from: FlowClaim, to: FlowClaim, claims: readonly FlowClaim[]): Balance {
  const found = flows.map(
    (metric) =>
      [
        metric,
        flowBetween(
          from,
          to,
          claims.filter((claim) => claim.metric === metric),
        ),
      ] as const,
  );
  const between = Object.fromEntries(found.map(([metric, flow]) => [metric, flow ?? unstated])) as Record<Flow, CountGap>;
  const held = minus(to, from);
  const net = minus(minus(between.ARRESTED, between.RELEASED), between.DIED);
  return {
    ...{ fromId: from.id, toId: to.id, held, flows: between },
    residual: minus(held, net),
    missing: found.filter(([, flow]) => flow === null).map(([metric]) => metric),
  };
}

/**
 * How many went by between two moments: the growth of one cumulative series; or a series that begins with the first moment; or the increments between; or, of a series that begins
 * later, a lower bound. Null when the source states none of these.
 */
function flowBetween(from: FlowClaim, to: FlowClaim, claims: readonly FlowClaim[]): CountGap | null {
  const seriesOf = ({ periodStart, definitionId }: FlowClaim) =>
    `${Number(periodStart?.earliest)} ${Number(periodStart?.latest)} ${definitionId}`;
  const cumulative = [
    ...Map.groupBy(
      claims.filter(({ measure }) => measure === "CUMULATIVE"),
      seriesOf,
    ).values(),
  ].map((series) => ({
    before: series.findLast(({ currentAt }) => currentAt <= from.currentAt),
    after: series.findLast(({ currentAt }) => currentAt <= to.currentAt),
  }));
  const grown = cumulative.find(({ before, after }) => before !== undefined && after !== undefined && before !== after);
  if (grown) return fromZero(minus(grown.after!, grown.before!));
  const begun = cumulative.flatMap(({ before, after }) =>
    before === undefined && after !== undefined && after.periodStart !== null ? [after] : [],
  );
  const whole = begun.find(({ periodStart }) => beginsWith(periodStart!, from));
  if (whole) return { lower: whole.lower ?? 0, upper: whole.upper };
  const increments = claims.filter(
    ({ measure, currentAt }) => measure === "INCREMENT" && currentAt > from.currentAt && currentAt <= to.currentAt,
  );
  if (increments.length > 0) return sum(increments);
  const later = begun.find(({ periodStart }) => periodStart!.earliest !== null && periodStart!.earliest >= from.currentAt);
  return later ? { lower: later.lower ?? 0, upper: null } : null;
}

/** A period begins with a stock when the two times, each only partly known, may be the same. */
function beginsWith({ earliest, latest }: NonNullable<FlowClaim["periodStart"]>, { asOf, currentAt }: FlowClaim): boolean {
  return (earliest === null || earliest <= currentAt) && (latest === null || asOf.earliest === null || latest >= asOf.earliest);
}

// Nobody is un-released: growth is from zero. A fall that is certain is the source's revision of itself, and stays as it is.
const fromZero = ({ lower, upper }: CountGap): CountGap =>
  upper !== null && upper < 0 ? { lower, upper } : { lower: Math.max(0, lower ?? 0), upper };

function sum(claims: readonly CountGap[]): CountGap {
  const uppers = claims.map(({ upper }) => upper);
  return {
    lower: claims.reduce((total, { lower }) => total + (lower ?? 0), 0),
    upper: uppers.includes(null) ? null : uppers.reduce((total: number, upper) => total + upper!, 0),
  };
}
