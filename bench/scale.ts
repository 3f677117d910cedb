/**
 * `npm run bench:scale [-- --sizes 5000,50000,500000 --only reconciliation --keep]`: how what is asked grows with what is on record. Fills a database of each size, asks the hub every kind of question, one at
 * a time, and prints the least time, the CPU time of Node, how long its event loop stood still, the SQL statements, and the exponent of growth. `--only` takes a part of the titles; `--keep` leaves the databases
 * (paradero_scale_<people>) and uses them the next time, with the migrations that have come since.
 *
 * Needs a PostgreSQL where it may create databases, some 3 GB for the largest: BENCH_DATABASE_URL, by default postgres://postgres@127.0.0.1:5432/postgres.
 */
import assert from "node:assert/strict";
import { parseArgs } from "node:util";
import { parse, visit } from "graphql";
import pg from "pg";
import { startChild, type Child } from "./base/child.ts";
import { filledDatabase } from "./base/filled.ts";
import { headers } from "./base/load.ts";
import { runBench } from "./base/program.ts";
import { operationsOn, type Operation } from "./scale/operations.ts";
import { reportScale, type Figures } from "./scale/report.ts";
import { cpuMilliseconds } from "../kit/process-cost.ts";

const mostRuns = 15;
/** An operation is asked again until it has taken so long together. */
const enoughMilliseconds = 2000;
const exportedRows = 20_000;
/** What is no fault of the bench, and told in the table. */
const refusals = ["TIMEOUT", "INVALID_INPUT"];
const exported = ["releases", "custodyEvents", "claims", "documents", "detainees", "facilities", "sources"];

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "5000,50000,500000" },
    only: { type: "string", default: "" },
    keep: { type: "boolean", default: false },
  },
});
const sizes = values.sizes.split(",").map(Number);
assert(
  sizes.every((size) => size >= 1000 && size % 1000 === 0),
  "--sizes takes thousands.",
);

const mostMilliseconds = 7_200_000;
await runBench(mostMilliseconds, bench);

async function bench(admin: string, signal: AbortSignal): Promise<void> {
  const found = new Map<string, (Figures | undefined)[]>();
  let version = "";
  for (const [at, people] of sizes.entries()) {
    await using things = new AsyncDisposableStack();
    const { url } = things.use(await filledDatabase(admin, { name: "scale", people, keep: values.keep }, signal));
    const client = new pg.Client(url);
    client.on("error", () => {}); // the statement under way fails too, and is awaited
    await client.connect();
    things.defer(() => client.end());
    const hub = things.use(await startChild("base/hub.ts", url, signal));
    const ask = async (query: string) => ((await (await send(hub, { query }, signal)).json()) as { data: unknown }).data;
    const note = (title: string, figures: Figures) => {
      const row = found.get(title) ?? [];
      row[at] = figures;
      found.set(title, row);
      console.error(people, title, JSON.stringify(figures));
    };
    for (const operation of (await operationsOn(client, ask)).filter(({ title }) => title.includes(values.only)))
      note(operation.title, await measure(hub, client, operation, signal));
    for (const kind of exported) {
      const title = `export of ${kind}, ms for ${exportedRows} rows`;
      if (title.includes(values.only)) note(title, await measureExport(hub, client, kind, signal));
    }
    version = (await client.query<{ server_version: string }>("SHOW server_version")).rows[0]!.server_version;
  }
  console.log(reportScale(found, sizes, version));
}

function send(hub: Child, body: object, signal: AbortSignal): Promise<Response> {
  return fetch(hub.url, { method: "POST", headers, body: JSON.stringify(body), signal });
}

type Answer = {
  readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
  readonly extensions?: { cost?: { requested: number } };
};

async function measure(hub: Child, client: pg.Client, { document, variables }: Operation, signal: AbortSignal): Promise<Figures> {
  await hub.statements();
  let fields = 0;
  visit(parse(document), { Field: () => void (fields += 1) });
  const runs: Figures[] = [];
  let together = 0;
  while (runs.length < mostRuns && together < enoughMilliseconds) {
    await hub.usage();
    const before = await backendsCpu(client);
    const began = performance.now();
    const response = await send(hub, { query: document, variables }, signal);
    const { errors, extensions } = (await response.json()) as Answer;
    const milliseconds = performance.now() - began;
    const { cpu, stood } = await hub.usage();
    const postgres = await usedSince(before, client);
    const statements = (await hub.statements()).filter((statement) => !statement.includes('"FeedEvent"')).length;
    const [fault] = errors ?? [];
    if (fault !== undefined && !refusals.includes(fault.extensions?.code ?? "")) throw new Error(`${document}: ${JSON.stringify(errors)}`);
    runs.push({
      ...{ milliseconds, cpu, postgres, stood, statements },
      points: extensions?.cost?.requested ?? 0,
      fields,
      failed: fault?.extensions?.code ?? null,
    });
    together += milliseconds;
  }
  const least = runs.reduce((best, run) => (run.milliseconds < best.milliseconds ? run : best));
  // The first run has learnt what others need not ask again.
  return {
    ...least,
    stood: Math.min(...runs.slice(-3).map(({ stood }) => stood)),
    // The kernel counts a backend's time in ticks of 10 ms: only many runs together tell it.
    postgres: runs.reduce((sum, run) => sum + run.postgres, 0) / runs.length,
  };
}

/** CPU time of each process that PostgreSQL runs for the database, in milliseconds. */
async function backendsCpu(client: pg.Client): Promise<ReadonlyMap<number, number>> {
  const { rows } = await client.query<{ pid: number }>("SELECT pid FROM pg_stat_activity WHERE datname = current_database()");
  return new Map(rows.map(({ pid }) => [pid, cpuMilliseconds(pid)]));
}

/** What those that are still there have used. */
async function usedSince(before: ReadonlyMap<number, number>, client: pg.Client): Promise<number> {
  return [...(await backendsCpu(client))].reduce((sum, [pid, cpu]) => sum + cpu - (before.get(pid) ?? 0), 0);
}

/** The first rows of an export, scaled to `exportedRows` where there are fewer. */
async function measureExport(hub: Child, client: pg.Client, kind: string, signal: AbortSignal): Promise<Figures> {
  await hub.usage();
  const before = await backendsCpu(client);
  await hub.statements();
  const began = performance.now();
  const response = await fetch(new URL(`/export/${kind}.jsonl`, hub.url), { headers: { "accept-encoding": "identity" }, signal });
  assert(response.ok, `/export/${kind}.jsonl: ${response.status}`);
  let rows = 0;
  for await (const chunk of response.body!) {
    for (const byte of chunk) if (byte === 10) rows += 1;
    if (rows >= exportedRows) break;
  }
  const share = rows / exportedRows;
  const milliseconds = (performance.now() - began) / share;
  const { cpu, stood } = await hub.usage();
  const postgres = (await usedSince(before, client)) / share;
  console.error(kind, `${rows} rows, ${Math.round((rows / cpu) * 1000)} rows a second of CPU`);
  return {
    milliseconds,
    cpu: cpu / share,
    postgres,
    stood,
    statements: (await hub.statements()).length,
    points: 0,
    fields: 0,
    failed: null,
  };
}
