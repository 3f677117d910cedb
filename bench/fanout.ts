/**
 * `npm run bench:fanout [-- --rounds 7 --sockets 1000,5000,10000 --documents 1,10,100]`: the time from a verification's commit until the last of so many subscribers has it, beside a
 * floor that has no database, no GraphQL and no cursors: a bare `ws` server that sends the same bytes in a loop. Both have all their sockets open at once and send in turn, so that
 * other load on the machine affects both; the ratio is the result. Then: the memory of an idle subscriber beside a bare socket, and the time that thousands of reconnects at once take.
 *
 * Needs Linux, `ulimit -n` above the number of sockets, and a PostgreSQL where it may create a database: BENCH_DATABASE_URL, by default
 * postgres://postgres@127.0.0.1:5432/postgres. The database and the processes are gone when it ends, also after Ctrl-C.
 */
import assert from "node:assert/strict";
import { parseArgs } from "node:util";
import { openDatabase } from "../src/db/database.ts";
import { createDatabase } from "./base/database.ts";
import { runBench } from "./base/program.ts";
import { measureDelivery, type Delivery } from "./fanout/delivery.ts";
import { measureMemory, measureStorm } from "./fanout/arrival.ts";
import { reportFanout } from "./fanout/report.ts";
import { openStage, verifications } from "./fanout/stage.ts";
import { fillWithReleases } from "../kit/releases-to-verify.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "7" },
    sockets: { type: "string", default: "1000,5000,10000" },
    documents: { type: "string", default: "1,10,100" },
    storm: { type: "string", default: "5000" },
  },
});
const numbers = (list: string) => list.split(",").filter(Boolean).map(Number);
const plan = {
  rounds: Number(values.rounds),
  sockets: numbers(values.sockets),
  documents: numbers(values.documents),
  storm: Number(values.storm),
};
assert(plan.rounds >= 1 && [...plan.sockets, ...plan.documents].every((count) => count >= 1), "The options take numbers from 1.");

const mostMilliseconds = 900_000;
await runBench(mostMilliseconds, bench);

async function bench(admin: string, signal: AbortSignal): Promise<void> {
  await using things = new AsyncDisposableStack();
  const { url, drop } = await createDatabase(admin, `paradero_fanout_${process.pid}`);
  things.defer(drop);
  const database = await openDatabase({ databaseUrl: url, home: undefined });
  things.defer(() => database.close());
  await fillWithReleases(database.prisma, verifications);
  const stage = await openStage(database, url);

  const deliveries: Delivery[] = [];
  for (const sockets of plan.sockets)
    for (const documents of plan.documents) {
      signal.throwIfAborted();
      deliveries.push(await measureDelivery(stage, { sockets, documents, rounds: plan.rounds }, signal));
      console.error(deliveries.at(-1));
    }
  const maxSockets = Math.max(...plan.sockets);
  const memory = await measureMemory(stage, maxSockets, signal);
  console.error(memory);
  const storm = plan.storm > 0 ? await measureStorm(stage, plan.storm, Math.min(plan.rounds, 3), signal) : undefined;
  console.log(reportFanout(deliveries, memory, storm));
}
