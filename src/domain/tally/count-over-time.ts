/** The hub's count at the end of each day, week or month. Reads; it is counted as a reconciliation is. */
import type { Db } from "../../db/database.ts";
import type { CountMetric } from "../../db/generated/prisma/enums.ts";
import { InvalidInput } from "../../errors.ts";
import { asOfMoment } from "../history/known-at.ts";
import { placesOf, type Reach } from "../history/place.ts";
import { recordedUpTo } from "../recording-clock.ts";
import { requireFacility } from "../records/facility.ts";
import { bucketsBetween, bucketsWith, type Interval } from "../time/buckets.ts";
import { beginningOfTime, instant } from "../time/compare.ts";
import type { Viewer } from "../viewer.ts";
import { dayZone } from "./day-zone.ts";
import { nobody, type HubCount } from "../reconciliation/hub-count.ts";
import { edgesOnRecord, firstOnRecord, readLedgerOf } from "../reconciliation/hub-side.ts";

export type CountsAsked = {
  readonly metric: CountMetric;
  /** The id of one situation; all where it is null. */
  readonly situation: string | null;
  readonly facility: string | null;
  /** Of whom, as it is stored; everybody where it is empty. */
  readonly breakdown: readonly string[];
  readonly every: Interval;
  readonly timeZone: string | null;
  readonly since: Date | null;
  readonly until: Date | null;
  /** Only the points at which the count is another than at the one before: at most so many, the newest. Every point when null. */
  readonly lastChanges: number | null;
} & Reach;

/** The hub's count at a moment: the end of an interval, or of the time that was asked about. */
export type HubCountPoint = { readonly at: Date; readonly hub: HubCount };

const mostPoints = 1000;

/**
 * Points from `since`, or from the first that can have happened, to `until`, or the latest recording. What adds up is counted from `since`, or from the beginning; a stock at each moment.
 * @throws InvalidInput for more points than an answer may have, NotFound unless the viewer can see the facility
 */
export async function countOverTime(db: Db, viewer: Viewer, asked: CountsAsked, now: () => Date): Promise<HubCountPoint[]> {
  const knownAt = asked.knownAt ?? (await recordedUpTo(db, now));
  if (asked.facility !== null) await requireFacility(db, viewer, asked.facility);
  const [place] =
    asked.facility === null ? [] : await placesOf(db, viewer, [asked.facility], { knownAt, includeParts: asked.includeParts });
  const clocks = { knownAt, publishedUntil: asked.publishedUntil, situation: asked.situation };
  const until = asOfMoment({ ...clocks, asOf: asked.until }, () => knownAt);
  const from = asked.since ?? (await firstOnRecord(db, viewer, asked.metric, clocks)) ?? until;
  const zone = await dayZone(db, viewer, asked.timeZone, asked.situation);
  if (asked.lastChanges !== null && !(asked.lastChanges >= 1 && asked.lastChanges <= mostPoints))
    throw new InvalidInput([{ path: "lastChanges", expected: `1 to ${mostPoints}`, received: String(asked.lastChanges) }]);
  const edges = asked.lastChanges === null ? [] : await edgesOnRecord(db, viewer, asked.metric, clocks);
  const buckets =
    asked.lastChanges === null
      ? bucketsBetween(from, until, asked.every, zone, mostPoints)
      : bucketsWith([from, ...edges.filter((edge) => edge > from)], from, until, asked.every, zone, asked.lastChanges);
  if (buckets.length > mostPoints)
    throw new InvalidInput([
      {
        path: "every",
        expected: `at most ${mostPoints} points: a longer interval, a later since or an earlier until`,
        received: asked.every,
      },
    ]);
  const moments = buckets.map(({ ends }) => (ends < until ? ends : until));
  const start = asked.since === null ? beginningOfTime : instant(asked.since);
  const windows = moments.map((at) => ({ window: { start, end: instant(at) }, facilities: place?.facilities ?? null }));
  const { counts } = await readLedgerOf(db, viewer, asked.metric, clocks, asked.breakdown, windows);
  const points = moments.map((at, place) => ({ at, hub: counts[place]! }));
  if (asked.lastChanges === null) return points;
  // One more was looked at than was asked for: from it is seen whether the oldest is a change.
  return points.filter(({ hub }, place) => !isSame(hub, points[place - 1]?.hub ?? nobody)).slice(-asked.lastChanges);
}

const isSame = (one: HubCount, other: HubCount) => (Object.keys(one) as (keyof HubCount)[]).every((part) => one[part] === other[part]);
