/**
 * `npm run bench:page [-- --rounds 25 --people 5000 --keep]`: how much longer the first byte of a page takes than one ordinary query of its document. Each page and its document are asked in turn, now the one first and
 * now the other, each time as known at another moment, so that nothing is answered from memory; the ratio of the medians is the result, which other load on the machine leaves alone. Fails when a ratio is above 1.2.
 *
 * Without `--people` on the sample. Needs a PostgreSQL where it may create a database: BENCH_DATABASE_URL, by default postgres://postgres@127.0.0.1:5432/postgres.
 */
import { parseArgs } from "node:util";
import { print, separateOperations } from "graphql";
import { startHub } from "../kit/hub-process.ts";
import { median } from "../kit/median.ts";
import { readOperation } from "../src/page/base/operation.ts";
import { createDatabase } from "./base/database.ts";
import { filledDatabase } from "./base/filled.ts";
import { runBench } from "./base/program.ts";

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "25" }, people: { type: "string" }, keep: { type: "boolean", default: false } },
});
const mostRatio = 1.2;
const mostMilliseconds = 900_000;

type Page = { readonly path: string; readonly document: string; readonly variables: object };
const pages: readonly Page[] = [
  { path: "/", document: "situation", variables: {} },
  { path: "/people", document: "people", variables: { filter: {}, order: "NAME_ASCENDING", first: 50 } },
  { path: "/claims", document: "claims", variables: { filter: {}, first: 50 } },
  { path: "/compare", document: "compare", variables: { metric: "RELEASED" } },
  { path: "/status", document: "status", variables: {} },
];

await runBench(mostMilliseconds, async (admin, signal) => {
  await using things = new AsyncDisposableStack();
  const filled = async () =>
    things.use(await filledDatabase(admin, { name: "scale", people: Number(values.people), keep: values.keep }, signal));
  const sample = async () => {
    const made = await createDatabase(admin, `paradero_page_${process.pid}`);
    things.defer(made.drop);
    return made;
  };
  const { url } = values.people === undefined ? await sample() : await filled();
  const environment = { DATABASE_URL: url, LOG_LEVEL: "fatal", ANSWERS_MEGABYTES: "0", COST_PER_ADDRESS: "0" };
  const hub = await startHub({ environment });
  things.defer(async () => void (await hub.end("SIGTERM")));
  const lines = [];
  for (const page of pages) {
    const { shown, asked } = await alternate(new URL(hub.url), page, signal);
    const ratio = median(shown) / median(asked);
    if (ratio > mostRatio) process.exitCode = 1;
    lines.push({ page: page.path, "page ms": median(shown).toFixed(1), "document ms": median(asked).toFixed(1), ratio: ratio.toFixed(2) });
  }
  console.table(lines);
});

/** How long the first byte took of each, in milliseconds. */
async function alternate(hub: URL, { path, document, variables }: Page, signal: AbortSignal) {
  const operation = readOperation(document);
  const query = print(separateOperations(operation.document)[operation.operationName]!);
  const [shown, asked]: [number[], number[]] = [[], []];
  let moment = Date.now();
  const knownAt = () => new Date((moment += 1)).toISOString();
  const page = () => firstByte(new URL(`${path}?knownAt=${knownAt()}`, hub), { signal, headers: { accept: "text/html" } });
  const ordinary = () =>
    firstByte(new URL("/graphql", hub), {
      ...{ signal, method: "POST", headers: { "content-type": "application/json", accept: "application/json" } },
      body: JSON.stringify({ query, variables: { ...variables, knownAt: knownAt() } }),
    });
  for (let warm = 0; warm < 5; warm += 1) await Promise.all([page(), ordinary()]);
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const pair = [async () => shown.push(await page()), async () => asked.push(await ordinary())];
    for (const one of round % 2 === 0 ? pair : pair.toReversed()) await one();
  }
  return { shown, asked };
}

async function firstByte(address: URL, init: RequestInit): Promise<number> {
  const from = performance.now();
  const response = await fetch(address, init);
  const milliseconds = performance.now() - from;
  const text = await response.text();
  if (!response.ok || text.startsWith('{"errors"')) throw new Error(`${address.href}: ${response.status} ${text.slice(0, 300)}`);
  return milliseconds;
}
