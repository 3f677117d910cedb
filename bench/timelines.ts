/**
 * `npm run bench:timelines [-- --people 1000]`: what it costs to tell timelines in the order that the rule decides and to say each person's status at a moment, beside a plain fold that sorts by one end of each time and so
 * is wrong where times overlap. CPU of this process, the least of many rounds, in one run; no database. Where no times overlap the two agree, asserted before anything is measured.
 */
import assert from "node:assert/strict";
import { parseArgs } from "node:util";
import { seededRandom } from "../kit/seeded-random.ts";
import { custodyAt, statusAfter, type CustodyStatus } from "../src/domain/timeline/custody.ts";
import { movesPerson } from "../src/domain/timeline/event-effect.ts";
import type { TimelineEvent } from "../src/domain/timeline/timeline-event.ts";
import { tell } from "../src/domain/timeline/timeline.ts";
import { runBench } from "./base/program.ts";

const mostMilliseconds = 120_000;
const mostTimesTheFold = 20;
const rounds = 60;
const day = 86_400_000;
const begin = Date.UTC(2025, 0, 1);
const moment = new Date(begin + 200 * day);
const types = ["ARREST", "TRANSFER", "CHARGE", "RELEASE"] as const;

/** Steps about a month apart, each known to the moment, to the day or to the month: most lie apart, some overlap. */
function timelines(people: number): TimelineEvent[][] {
  const random = seededRandom("timelines", 1);
  return Array.from({ length: people }, (_, person) =>
    types.slice(0, random.between(2, types.length)).map((type, step): TimelineEvent => {
      const earliest = begin + (step * 30 + random.between(0, 19)) * day;
      return {
        ...{
          id: `${person} ${step}`,
          type,
          state: "REPORTED",
          facilityId: `${random.between(1, 7)}`,
          place: null,
          admin1: null,
          locality: null,
          statedDetaineeId: null,
          conditions: [],
        },
        ...(type === "RELEASE" ? { stage: "EFFECTED" as const, outcome: "UNCONDITIONAL" as const } : { stage: null, outcome: null }),
        ...{ whenEarliest: new Date(earliest), whenLatest: new Date(earliest + random.oneOf([0, 1, 1, 31]) * day) },
      };
    }),
  );
}

const byOneEnd = (events: readonly TimelineEvent[]) => events.toSorted((a, b) => a.whenLatest!.getTime() - b.whenLatest!.getTime());

/** The last move whose end has come. */
function foldedStatus(sorted: readonly TimelineEvent[], asOf: Date): CustodyStatus {
  let status: CustodyStatus = "UNKNOWN";
  for (const event of sorted) if (event.whenLatest! <= asOf && movesPerson(event)) status = statusAfter(event);
  return status;
}

const overlap = (sorted: readonly TimelineEvent[]) =>
  sorted.some((event, at) => at > 0 && sorted[at - 1]!.whenLatest! > event.whenEarliest!);

/** The least CPU of a round, in microseconds a timeline. */
function cost(of: readonly TimelineEvent[][], work: (events: readonly TimelineEvent[]) => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    for (const events of of) work(events);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least / of.length;
}

function measure(people: number): void {
  const all = timelines(people);
  const apart = all.filter((events) => !overlap(byOneEnd(events)));
  for (const events of apart) {
    assert.deepEqual(tell(events), byOneEnd(events));
    assert.equal(custodyAt(tell(events), moment).status, foldedStatus(byOneEnd(events), moment));
  }
  const told = all.map((events) => tell(events));
  const fold = cost(all, (events) => foldedStatus(byOneEnd(events), moment));
  const order = cost(all, (events) => tell(events));
  const status = cost(told, (events) => custodyAt(events, moment));
  const ratio = (order + status) / fold;
  console.log(`${people} people, of whom ${people - apart.length} with times that overlap; CPU in µs a person:`);
  console.table({ "order by the rule": { µs: order }, "status by the rule": { µs: status }, "order and status by one end": { µs: fold } });
  console.log(`order and status by the rule: ${ratio.toFixed(1)} times the fold by one end (at most ${mostTimesTheFold})`);
  if (ratio > mostTimesTheFold) throw new Error("The rule of timelines costs more than it may.");
}

const { values } = parseArgs({ options: { people: { type: "string", default: "1000" } } });
await runBench(mostMilliseconds, async () => measure(Number(values.people)));
