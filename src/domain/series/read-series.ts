/** Series of counts: what one source says of one thing, over time. Reads; what a series is says src/domain/reconciliation/series.ts. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import { CountMetric, type CountMeasure, type CountUnit } from "../../db/generated/prisma/enums.ts";
import { InvalidInput } from "../../errors.ts";
import { placesOf, type Reach } from "../history/place.ts";
import { recordIds } from "../history/record-where.ts";
import { currentAt } from "../reconciliation/comparison.ts";
import { factsOf, newestFirst, readCounts, seriesKeyOf, type CountRow } from "../reconciliation/series.ts";
import type { Viewer } from "../viewer.ts";

export type SeriesAsked = {
  readonly metric: CountMetric | null;
  readonly measure: CountMeasure | null;
  readonly unit: CountUnit | null;
  /** Ids; none where they are null. */
  readonly situation: string | null;
  readonly source: string | null;
  readonly indicator: string | null;
  readonly facility: string | null;
  /** As it is stored; whichever it is where it is null. */
  readonly place: readonly string[] | null;
  /** As it is stored; whatever it is where it is null. */
  readonly breakdown: readonly string[] | null;
} & Reach;

export type Series = {
  readonly key: string;
  /** One of its counts, which says what all of them count. */
  readonly of: CountRow;
  readonly points: readonly { readonly claimId: string; readonly at: Date }[];
};

export const mostCounts = 5000;

/**
 * The series, each in the order in which its counts are told, the ones with the newest count first.
 * @throws InvalidInput for more counts than an answer may have
 */
export async function readSeries(db: Db, viewer: Viewer, asked: SeriesAsked): Promise<Series[]> {
  const clocks = { knownAt: asked.knownAt, publishedUntil: asked.publishedUntil, situation: asked.situation };
  const [place] = asked.facility === null ? [] : await placesOf(db, viewer, [asked.facility], asked);
  const speakers = asked.source === null ? null : await recordIds(db, viewer, "Source", asked.source, asked);
  const also = [
    asked.measure === null ? null : Prisma.sql`claim."measure" = ${asked.measure}::"CountMeasure"`,
    asked.unit === null ? null : Prisma.sql`claim."unit" = ${asked.unit}::"CountUnit"`,
    asked.indicator === null ? null : Prisma.sql`claim."indicatorId" = ${asked.indicator}::uuid`,
    speakers === null
      ? null
      : Prisma.sql`${Prisma.raw(asked.knownAt == null ? `claim."assertedById"` : `claim."statedAssertedById"`)} = ANY (${speakers}::uuid[])`,
  ].filter((condition) => condition !== null);
  const wanted = {
    metrics: asked.metric === null ? Object.values(CountMetric) : [asked.metric],
    ...{ breakdown: asked.breakdown, place: asked.place, facilities: place?.facilities ?? ("any" as const), latestAt: null },
    ...{ also: Prisma.join([Prisma.sql`TRUE`, ...also], " AND "), most: mostCounts + 1 },
  };
  const claims = await readCounts(db, viewer, wanted, clocks);
  if (claims.length > mostCounts)
    throw new InvalidInput([
      {
        path: "source",
        expected: `at most ${mostCounts} counts: one source, facility, metric or indicator`,
        received: `more than ${mostCounts}`,
      },
    ]);
  const bySeries = Map.groupBy(newestFirst(claims), (claim) => seriesKeyOf(claim));
  return Array.from(bySeries, ([key, newest]) => ({
    ...{ key, of: newest[0]! },
    points: newest.toReversed().map((claim) => ({ claimId: claim.id, at: new Date(currentAt(factsOf(claim))) })),
  }));
}
