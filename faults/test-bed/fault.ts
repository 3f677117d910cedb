/** What a fault is, and the pattern of most: listeners follow, something fails, and each must have received every event. */
import { setTimeout as wait } from "node:timers/promises";
import type { SeededRandom } from "../../kit/seeded-random.ts";
import { decide } from "./client.ts";
import type { TestBed } from "./test-bed.ts";
import type { HubProcess } from "../../kit/hub-process.ts";
import { newest, readLedger, type Verdict } from "./ledger.ts";
import type { Listener } from "./listener.ts";
import { until } from "./until.ts";

export type Finding = {
  readonly verdict: Verdict;
  readonly clients: number;
  /** How many were committed while they listened. */
  readonly events: number;
  /** What else was observed, in a few words. */
  readonly note?: string | undefined;
};

export type Fault = {
  readonly name: string;
  /** What must hold. */
  readonly law: string;
  /** Needs minutes, or thousands of sockets: only run when it is named, or with --all. */
  readonly large?: boolean;
  /** Disturbs other users of the machine: only run when it is named. */
  readonly intrusive?: boolean;
  /** @throws when anything other than the delivery is wrong */
  run(testBed: TestBed, random: SeededRandom): Promise<Finding>;
};

type Watch = {
  readonly hubs: readonly HubProcess[];
  readonly clients: number;
  readonly random: SeededRandom;
  /** How long the last event may take to reach every listener, in milliseconds. */
  readonly timeout?: number;
};

/** Lets listeners follow while `act` runs, and compares their logs with the ledger afterwards. What `act` returns becomes the note. */
export async function watch(
  testBed: TestBed,
  { hubs, clients, random, timeout }: Watch,
  act: (listeners: readonly Listener[]) => Promise<string | void>,
): Promise<Finding> {
  const { seq, cursor } = await testBed.feedPosition(hubs[0]!);
  await using things = new AsyncDisposableStack();
  const url = () => random.oneOf(hubs).url;
  const listeners = testBed.listeners(clients, random, { url, after: cursor }).map((listener) => things.use(listener));
  await until("all listeners to be connected", () => listeners.every(({ connections }) => connections > 0));
  const note = await act(listeners);
  const verdict = await testBed.verdict(seq, listeners, timeout);
  return { verdict, clients, events: (await readLedger(testBed.database.prisma, seq)).length, note: note ?? undefined };
}

const maxMilliseconds = 120_000;

async function afterBreak(error: Error): Promise<undefined> {
  if (error.name === "TimeoutError") throw new Error("A request was neither answered nor its connection closed.", { cause: error });
  await wait(50);
}

/**
 * Takes `count` steps through the hubs' API, four at a time, each retried until it is answered, whatever happens to the hubs meanwhile. Resolves with the number that was acknowledged as a
 * change; what was committed without an answer is only in the ledger.
 */
export async function load(testBed: TestBed, random: SeededRandom, urls: readonly string[], count: number): Promise<number> {
  const steps = await testBed.steps(count);
  const began = performance.now();
  let acknowledged = 0;
  const writer = async () => {
    for (let step = steps.pop(); step; step = steps.pop()) {
      if (performance.now() - began > maxMilliseconds) throw new Error("The hubs did not answer all steps in time.");
      const answer = await decide(random.oneOf(urls), step).catch(afterBreak);
      // It is unknown whether it was committed; the retry commits it or changes nothing.
      if (answer === undefined) steps.push(step);
      if (answer?.changed) acknowledged += 1;
    }
  };
  const before = await newest(testBed.database.prisma);
  await Promise.all(Array.from({ length: 4 }, writer));
  const committed = (await readLedger(testBed.database.prisma, before)).length;
  if (committed < acknowledged) throw new Error(`${acknowledged} steps were acknowledged, and ${committed} are in the ledger.`);
  return acknowledged;
}
