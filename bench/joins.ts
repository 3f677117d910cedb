/**
 * `npm run bench:joins [-- --rounds 9]`: how long the hub takes for a reconciliation, beside one hand-written SQL statement (joins-floor.ts) that gives the same rows with the same numbers,
 * asserted before anything is measured. Both are asked in turn, one request at a time, about another moment each; the floor's statement is prepared, and speaks to PostgreSQL without a
 * server between.
 *
 * Needs a PostgreSQL where it may create a database: BENCH_DATABASE_URL, by default postgres://postgres@127.0.0.1:5432/postgres. The database and the process are gone when it
 * ends, also after Ctrl-C.
 */
import assert from "node:assert/strict";
import { parseArgs } from "node:util";
import pg from "pg";
import { startChild } from "./base/child.ts";
import { filledDatabase } from "./base/filled.ts";
import { size } from "./base/generate.ts";
import { floor, type Row } from "./joins-floor.ts";
import { headers } from "./base/load.ts";
import { runBench } from "./base/program.ts";
import { median } from "../kit/median.ts";

const mostMilliseconds = 600_000;
const mostTimesTheFloor = 10;

const document = `query ($asOf: DateTime!, $knownAt: DateTime!) {
  reconciliation(metric: RELEASED, asOf: $asOf, knownAt: $knownAt) {
    rows { claim { id } source { slug } hub { lower upper corroborated reported } reasons gap { lower upper } verdict }
  }
}`;
const knownAt = "2026-02-01T00:00:00.000Z";
// All sources have counted by then; by the last, some counts are stale.
const moments = [12, 13, 14].map((month) => new Date(Date.UTC(2025, month, 1)).toISOString());

async function bench(admin: string, rounds: number, signal: AbortSignal): Promise<void> {
  await using things = new AsyncDisposableStack();
  const { url } = things.use(await filledDatabase(admin, { name: "joins", people: size.detainees, keep: false }, signal));
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC -c jit=off" });
  client.on("error", () => {}); // the statement under way fails too, and is awaited
  await client.connect();
  const hub = things.use(await startChild("base/hub.ts", url, signal));

  const askHub = async (asOf: string): Promise<Row[]> => {
    const body = JSON.stringify({ query: document, variables: { asOf, knownAt } });
    const response = await fetch(hub.url, { method: "POST", headers, body, signal });
    const { data, errors } = (await response.json()) as { data: { reconciliation: { rows: Row[] } }; errors?: unknown };
    assert.equal(errors, undefined, JSON.stringify(errors));
    return data.reconciliation.rows;
  };
  const askFloor = async (asOf: string): Promise<Row[]> => {
    const { rows } = await client.query<[string]>({ name: "floor", text: floor, values: [asOf, knownAt], rowMode: "array" });
    return JSON.parse(rows[0]![0]) as Row[];
  };
  let compared = 0;
  for (const asOf of moments) {
    const [ours, theirs] = [await askHub(asOf), await askFloor(asOf)];
    assert.deepEqual(ours, theirs, `The floor's answer is not the hub's as of ${asOf}`);
    assert(ours.length > size.sources / 4 && ours.some(({ gap }) => gap !== null), `Too few rows as of ${asOf}: ${ours.length}`);
    compared += ours.length;
    console.error(`as of ${asOf} ${ours.length} rows of floor and hub are equal`);
  }

  const took = async (ask: (asOf: string) => Promise<unknown>, asOf: string) => {
    const start = performance.now();
    await ask(asOf);
    return performance.now() - start;
  };
  const found = { floor: [] as number[], hub: [] as number[] };
  for (let round = 0; round < rounds; round++)
    for (const asOf of moments) {
      signal.throwIfAborted();
      for (const which of round % 2 === 0 ? (["floor", "hub"] as const) : (["hub", "floor"] as const))
        found[which].push(await took(which === "floor" ? askFloor : askHub, asOf));
    }
  await hub.statements();
  await askHub(moments[0]!);
  const statements = (await hub.statements()).filter((statement) => !statement.includes('"FeedEvent"')).length;
  await client.end();

  const ratios = found.hub.map((milliseconds, n) => milliseconds / found.floor[n]!);
  const [floorMs, hubMs] = [median(found.floor).toFixed(0), median(found.hub).toFixed(0)];
  const [middle, min, max] = [median(ratios), Math.min(...ratios), Math.max(...ratios)].map((ratio) => ratio.toFixed(2));
  console.log(`
| reconciliation(metric: RELEASED), about ${Math.round(compared / moments.length)} rows | floor, ms | hub, ms | hub / floor | hub, SQL statements |
|---|---|---|---|---|
| ${size.detainees.toLocaleString("en")} detainees, ${size.sources} sources, ${size.countClaims.toLocaleString("en")} count claims, ${size.releases.toLocaleString("en")} releases | ${floorMs} | ${hubMs} | **${middle}** (${min}–${max}) | ${statements} |
`);
  assert(
    median(ratios) <= mostTimesTheFloor,
    `A reconciliation took ${middle} times as long as the floor; ${mostTimesTheFloor} are allowed.`,
  );
}

const { values } = parseArgs({ options: { rounds: { type: "string", default: "9" } } });
const rounds = Number(values.rounds);
assert(rounds >= 1, "--rounds takes a number from 1.");

await runBench(mostMilliseconds, (admin, signal) => bench(admin, rounds, signal));
