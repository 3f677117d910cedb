/**
 * `npm run faults [-- --seed 1 --runs 1 --only name,name --all --feed changes]`: checks the promises of the feed under faults. Hubs are real `serve` processes on a PostgreSQL database of the suite's own;
 * clients are real ones, through the public API; the oracle is the committed ledger. The same seed makes the same choices. Ends with 1 when an event was lost, delivered twice on one
 * connection, out of order or invented, or another law did not hold.
 *
 * Needs Linux and a PostgreSQL where it may create databases: FAULTS_DATABASE_URL, by default postgres://postgres@127.0.0.1:5432/postgres.
 */
import { inspect, parseArgs } from "node:util";
import { seededRandom } from "../kit/seeded-random.ts";
import { faults } from "./faults.ts";
import type { Fault, Finding } from "./test-bed/fault.ts";
import { TestBed, prepareTemplate } from "./test-bed/test-bed.ts";
import { follow, isClean } from "./test-bed/ledger.ts";
import { report, type Row } from "./report.ts";
import { asAdmin } from "./test-bed/server.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    runs: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    all: { type: "boolean", default: false },
    feed: { type: "string", default: "releases" },
  },
});
const [seed, runs] = [Number(values.seed), Number(values.runs)];
const named = values.only.split(",").filter(Boolean);
const unknown = named.filter((name) => !faults.some((fault) => fault.name === name));
const chosen = faults.filter((fault) => (named.length > 0 ? named.includes(fault.name) : !fault.intrusive && (values.all || !fault.large)));
const feed = (["releases", "changes"] as const).find((each) => each === values.feed);
if (unknown.length > 0 || feed === undefined || !Number.isInteger(seed) || !Number.isInteger(runs) || runs < 1) {
  console.error(
    `Expected --seed and --runs to be whole numbers, --feed to be releases or changes, and --only to name some of: ${faults.map(({ name }) => name).join(", ")}`,
  );
  process.exit(2);
}

follow(feed);

const admin = process.env["FAULTS_DATABASE_URL"] ?? "postgres://postgres@127.0.0.1:5432/postgres";
const name = `paradero_faults_${process.pid}`;
const over = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => over.abort());

const rows: Row[] = [];
let testBed: TestBed | undefined;
try {
  console.error("filling the database …");
  await prepareTemplate(admin, name);
  for (let run = 0; run < runs && !over.signal.aborted; run += 1) {
    for (const fault of chosen) {
      if (over.signal.aborted) break;
      testBed ??= await TestBed.open(admin, name, `${name}_${rows.length}`);
      const row = await carryOut(fault, testBed, seed + run);
      rows.push(row);
      // The next fault must not inherit what a failure leaves behind.
      if (row.failure === undefined && isClean(row.finding!.verdict)) continue;
      await testBed[Symbol.asyncDispose]();
      testBed = undefined;
    }
  }
} finally {
  await testBed?.[Symbol.asyncDispose]();
  await asAdmin(admin, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}
console.log(report(faults, rows));
// Clients that have been closed may leave timers behind.
process.exit(over.signal.aborted || rows.some(({ failure, finding }) => failure !== undefined || !isClean(finding!.verdict)) ? 1 : 0);

async function carryOut(fault: Fault, on: TestBed, withSeed: number): Promise<Row> {
  const began = performance.now();
  const done = (result: { finding: Finding } | { failure: string }): Row => {
    const row: Row = { name: fault.name, seed: withSeed, milliseconds: performance.now() - began, ...result };
    const { finding, failure } = row;
    console.error(
      `seed ${withSeed}  ${fault.name.padEnd(22)} ${(row.milliseconds / 1000).toFixed(1).padStart(6)} s  ${failure ?? JSON.stringify({ ...finding, ...finding!.verdict, verdict: undefined })}`,
    );
    return row;
  };
  try {
    return done({ finding: await fault.run(on, seededRandom(fault.name, withSeed)) });
  } catch (error) {
    const errorOutput = on.errorOutput();
    return done({ failure: `${textOf(error)}${errorOutput && `\n${errorOutput}`}` });
  }
}

/** The first error, not those of the cleanup after it. */
function textOf(error: unknown): string {
  if (error instanceof SuppressedError) return textOf(error.suppressed);
  return error instanceof Error ? (error.stack ?? error.message) : inspect(error);
}
