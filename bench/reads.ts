/**
 * `npm run bench [-- --rounds 5 --seconds 3]`: how many reads a second the hub answers, beside a floor (floor.ts) that answers the same requests with one hand-written statement each.
 * Both run at once on one database and are put under load in turn, so that other load on the machine affects both; the ratio is the result. The servers, the load and
 * PostgreSQL share the machine: the absolute numbers are this machine's.
 *
 * Needs a PostgreSQL where it may create a database: BENCH_DATABASE_URL, by default postgres://postgres@127.0.0.1:5432/postgres. The database and the processes are gone when it
 * ends, also after Ctrl-C. `--sql` measures nothing and prints the statements that the hub sends for one request of each query.
 */
import assert from "node:assert/strict";
import { parseArgs } from "node:util";
import pg from "pg";
import { startChild, type Child } from "./base/child.ts";
import { createDatabase } from "./base/database.ts";
import { generate } from "./base/generate.ts";
import { headers, load, warmUp, type Round } from "./base/load.ts";
import { runBench } from "./base/program.ts";
import { queries, type Query, type Variables } from "./reads/queries.ts";
import { report, type Measured } from "./reads/report.ts";

type Servers = { readonly floor: Child; readonly hub: Child };
type Plan = { readonly rounds: number; readonly seconds: number; readonly sqlOnly: boolean };

const warmUpSeconds = 2;
const mostMilliseconds = 240_000;

async function bench(admin: string, plan: Plan, signal: AbortSignal): Promise<void> {
  await using things = new AsyncDisposableStack();
  const database = await createDatabase(admin, `paradero_bench_${process.pid}`);
  things.defer(database.drop);
  // A Ctrl-C during the filling drops the database: only that ends the statement under way.
  signal.throwIfAborted();
  signal.addEventListener("abort", () => void database.drop().catch(() => {}));
  const client = new pg.Client(database.url);
  client.on("error", () => {}); // the statement under way fails too, and is awaited
  await client.connect();

  console.error("filling the database …");
  await generate(client);
  const floor = things.use(await startChild("reads/floor.ts", database.url, signal));
  const hub = things.use(await startChild("base/hub.ts", database.url, signal));
  const measured: Measured[] = [];
  const list = Object.values(queries);
  for (const [n, query] of list.entries()) {
    const drawn = await query.draw(
      client,
      async (text) => JSON.parse(await ask(hub.url, JSON.stringify({ query: text }), signal)) as unknown,
    );
    await compare({ floor, hub }, query, drawn, (await query.hidden?.(client)) ?? [], signal);
    const bodies = drawn.map((variables) => bodyOf(query, variables));
    // On a machine too slow for the plan: fewer rounds, equally for all queries, rather than no result.
    const until = performance.now() + (mostMilliseconds * 0.9 - performance.now()) / (list.length - n);
    const { statements, bytes } = await lookAt(hub, bodies[0]!);
    if (plan.sqlOnly) console.log([`## ${query.title}`, ...statements].join("\n\n"));
    else
      measured.push({
        title: query.title,
        statements: statements.length,
        bytes,
        ...(await alternate({ floor, hub }, bodies, plan, until, signal)),
      });
  }
  const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
  await client.end();
  if (!plan.sqlOnly) console.log(report(measured, rows[0]!.server_version));
}

/** The floor must give the hub's answers: compared over the list of variables, in steps, before anything is measured. */
async function compare(
  { floor, hub }: Servers,
  query: Query,
  drawn: readonly Variables[],
  hidden: readonly Variables[],
  signal: AbortSignal,
): Promise<void> {
  const sample = drawn.filter((_, n) => n % Math.ceil(drawn.length / 40) === 0);
  for (const variables of [...sample, ...hidden]) {
    const body = bodyOf(query, variables);
    const floorSays = said(await ask(floor.url, body, signal));
    const hubSays = said(await ask(hub.url, body, signal));
    const request = `${query.title}, ${JSON.stringify(variables)}`;
    assert.deepEqual(floorSays, hubSays, `The floor's answer is not the hub's: ${request}`);
    const { path, entries } = query.whole;
    if (!hidden.includes(variables)) assert(entriesAt(hubSays, `data.${path}`) >= entries, `Fewer than ${entries} in ${path}: ${request}`);
  }
  console.error(`${query.title}: ${sample.length + hidden.length} answers of floor and hub are equal`);
}

/** An answer without what it cost, which the floor does not reckon. */
function said(text: string): object {
  const { extensions: _cost, ...answer } = JSON.parse(text) as { readonly extensions?: unknown };
  return answer;
}

/** The statements that one request causes, without those of the feed's poll. */
async function lookAt(hub: Child, body: string): Promise<{ statements: string[]; bytes: number }> {
  await hub.statements();
  const bytes = Buffer.byteLength(await ask(hub.url, body));
  return { bytes, statements: (await hub.statements()).filter((statement) => !statement.includes('"FeedEvent"')) };
}

/** Rounds in pairs. The order alternates, so that neither always runs after the other. */
async function alternate(servers: Servers, bodies: readonly string[], { rounds, seconds }: Plan, until: number, signal: AbortSignal) {
  const found: { floor: Round[]; hub: Round[] } = { floor: [], hub: [] };
  const amount = {
    floor: seconds * (await warmUp(servers.floor.url, bodies, warmUpSeconds, signal)),
    hub: seconds * (await warmUp(servers.hub.url, bodies, warmUpSeconds, signal)),
  };
  for (let round = 0; round < rounds && (round === 0 || performance.now() < until); round++) {
    for (const which of round % 2 === 0 ? (["floor", "hub"] as const) : (["hub", "floor"] as const))
      found[which].push(await load(servers[which].url, bodies, amount[which], signal));
  }
  return found;
}

function bodyOf({ document }: Query, variables: Variables): string {
  return JSON.stringify({ query: document, variables });
}

async function ask(url: string, body: string, signal?: AbortSignal): Promise<string> {
  const response = await fetch(url, { method: "POST", headers, body, ...(signal && { signal }) });
  const text = await response.text();
  assert.equal(response.status, 200, text);
  return text;
}

/** How long the list at a path of field names is; 0 without one. */
function entriesAt(answer: unknown, path: string): number {
  const list = path.split(".").reduce((value, field) => (value as Record<string, unknown> | null | undefined)?.[field], answer);
  return Array.isArray(list) ? list.length : 0;
}

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "3" },
    sql: { type: "boolean", default: false },
  },
});
const plan: Plan = { rounds: Number(values.rounds), seconds: Number(values.seconds), sqlOnly: values.sql };
assert(plan.rounds >= 1 && plan.seconds >= 1, "--rounds and --seconds take a number from 1.");

await runBench(mostMilliseconds, (admin, signal) => bench(admin, plan, signal));
