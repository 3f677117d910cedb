/** Thousands of sockets, and clients in processes that are paused. */
import { setTimeout as wait } from "node:timers/promises";
import type { SeededRandom } from "../kit/seeded-random.ts";
import { gather, type Judged } from "./test-bed/crowd.ts";
import { load, type Fault, type Finding } from "./test-bed/fault.ts";
import type { TestBed } from "./test-bed/test-bed.ts";
import { readLedger, sum } from "./test-bed/ledger.ts";

type Plan = {
  readonly hubs: readonly ["a"] | readonly ["a", "b"];
  /** How many listeners each process of clients has. */
  readonly crowds: readonly number[];
  readonly pause?: number;
  readonly timeout?: number;
};
type Scene = { readonly urls: readonly string[]; readonly crowds: readonly Awaited<ReturnType<typeof gather>>[] };

async function watchCrowds(
  testBed: TestBed,
  plan: Plan,
  act: (scene: Scene) => Promise<void>,
  describe: (judged: Judged[], milliseconds: number) => string,
) {
  const hubs = await testBed.hubs(...plan.hubs);
  const urls = hubs.map(({ url }) => url);
  const { seq, cursor } = await testBed.feedPosition(hubs[0]);
  await using things = new AsyncDisposableStack();
  const crowds = await Promise.all(
    plan.crowds.map(async (count) => things.use(await gather({ urls, after: cursor, count, pause: plan.pause ?? 200 }))),
  );
  await act({ urls, crowds });
  const began = performance.now();
  const ledger = await readLedger(testBed.database.prisma, seq);
  const judged = await Promise.all(crowds.map((crowd) => crowd.judge(ledger, plan.timeout ?? 30_000)));
  const ends = judged.flatMap((one) => one.ends);
  if (ends.length > 0) throw new Error(`Subscriptions ended, the first with: ${ends[0]}`);
  return {
    verdict: sum(judged.map(({ verdict }) => verdict)),
    clients: plan.crowds.reduce((total, count) => total + count, 0),
    events: ledger.length,
    note: describe(judged, performance.now() - began),
  } satisfies Finding;
}

const closesOf = (judged: readonly Judged[]): string =>
  JSON.stringify(
    judged.reduce<Record<string, number>>((all, { closes }) => {
      for (const [code, count] of Object.entries(closes)) all[code] = (all[code] ?? 0) + count;
      return all;
    }, {}),
  );

function pausedClients(name: string, law: string, seconds: (random: SeededRandom) => number, large: boolean): Fault {
  return {
    ...{ name, law, large },
    run: (testBed, random) =>
      watchCrowds(
        testBed,
        { hubs: ["a", "b"], crowds: [10, 10] },
        async ({ urls, crowds: [stopped] }) => {
          await load(testBed, random, urls, 10);
          stopped!.signal("SIGSTOP");
          const loading = load(testBed, random, urls, 60);
          await Promise.all([loading, wait(seconds(random) * 1000)]);
          stopped!.signal("SIGCONT");
          await load(testBed, random, urls, 10);
        },
        (judged) => `closes ${closesOf(judged)}`,
      ),
  };
}

export const stoppedClient = pausedClients(
  "client-sigstop",
  "clients whose process is paused for a moment receive every event when it goes on",
  (random) => random.between(5, 20) / 10,
  false,
);

export const stoppedClientForLong = pausedClients(
  "client-sigstop-45s",
  "clients whose process is paused until the hub has closed them reconnect by themselves and receive every event",
  () => 45,
  true,
);

export const tenThousand: Fault = {
  name: "ten-thousand-sockets",
  law: "10,000 sockets on one process: each receives each event once, in order",
  large: true,
  run: (testBed, random) =>
    watchCrowds(
      testBed,
      { hubs: ["a"], crowds: [5000, 5000], timeout: 60_000 },
      ({ urls }) => load(testBed, random, urls, 20).then(() => {}),
      (judged, milliseconds) => `the last had the last of 20 events ${Math.round(milliseconds)} ms after the writers were done`,
    ),
};

export const reconnectStorm: Fault = {
  name: "reconnect-storm",
  law: "a process with 5,000 sockets is killed, 50 events are committed, and all 5,000 come back within 200 ms of its return",
  large: true,
  async run(testBed, random) {
    let back = 0;
    return watchCrowds(
      testBed,
      { hubs: ["a"], crowds: [2500, 2500], timeout: 60_000 },
      async ({ urls }) => {
        await load(testBed, random, urls, 5);
        await (await testBed.hub("a")).end("SIGKILL");
        for (const step of await testBed.steps(50)) await testBed.commit(step);
        await testBed.hub("a");
        back = performance.now();
      },
      (judged) => {
        const connections = judged.reduce((total, one) => total + one.connections, 0);
        return `all had all ${Math.round(performance.now() - back)} ms after the process was back; ${connections} connections in all`;
      },
    );
  },
};
