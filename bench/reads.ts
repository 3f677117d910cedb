/**
 * `npm run bench [-- --rounds 5 --seconds 3 --peers]`: how many reads a second the hub answers, beside a floor (floor.ts) that answers the same requests with one hand-written statement each.
 * Both run at once on one database and are put under load in turn, so that other load on the machine affects both; the ratio is the result. The servers, the load and
 * PostgreSQL share the machine: the absolute numbers are this machine's. With `--peers` PostGraphile and Mercurius (peers/) run beside them, their packages asked of npm's registry and gone afterwards.
 *
 * Needs a PostgreSQL where it may create a database: BENCH_DATABASE_URL, by default postgres://postgres@127.0.0.1:5432/postgres. The database and the processes are gone when it
 * ends, also after Ctrl-C. `--sql` measures nothing and prints the statements that the hub sends for one request of each query.
 */
import assert from "node:assert/strict";
import { parseArgs } from "node:util";
import pg from "pg";
import { watchBackends } from "./base/backends.ts";
import { startChild, type Child } from "./base/child.ts";
import { createDatabase } from "./base/database.ts";
import { generate } from "./base/generate.ts";
import { headers, load, warmUp } from "./base/load.ts";
import { runBench } from "./base/program.ts";
import { installPeers, peerVersions } from "./peers/install.ts";
import { mercurius, postgraphile, type Asking } from "./peers/questions.ts";
import { peersSchema } from "./peers/schema.ts";
import { queries, type Query, type QueryName, type Variables } from "./reads/queries.ts";
import { report, type Measured, type Round } from "./reads/report.ts";

/** A server under load, and how it is asked the hub's queries. */
type Server = { readonly child: Child; readonly asking: (query: QueryName) => Asking };
type Servers = Readonly<Record<string, Server>> & { readonly floor: Server; readonly hub: Server };
type Plan = { readonly rounds: number; readonly seconds: number; readonly sqlOnly: boolean; readonly peers: boolean };

const warmUpSeconds = 2;
const mostMilliseconds = { alone: 240_000, withPeers: 600_000 } as const;
const asTheHub = (query: QueryName): Asking => ({
  document: queries[query].document,
  variables: (given) => given,
  data: (answer) => answer,
});

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
  const start = async (file: string, ...more: string[]) => things.use(await startChild(file, database.url, signal, ...more));
  const servers: Servers = {
    floor: { child: await start("reads/floor.ts"), asking: asTheHub },
    hub: { child: await start("base/hub.ts"), asking: asTheHub },
    ...(plan.peers ? await startPeers(client, things, start, signal) : {}),
  };
  const hub = servers.hub.child;
  // At its start the hub has settled the timelines, which touches every event.
  await client.query("VACUUM (ANALYZE)");
  const measured: Measured[] = [];
  const list = Object.entries(queries) as [QueryName, Query][];
  for (const [n, [name, query]] of list.entries()) {
    const drawn = await query.draw(
      client,
      async (text) => JSON.parse(await ask(hub.url, JSON.stringify({ query: text }), signal)) as unknown,
    );
    await compare(servers, name, drawn, (await query.hidden?.(client)) ?? [], signal);
    // On a machine too slow for the plan: fewer rounds, equally for all queries, rather than no result.
    const until = performance.now() + (mostFor(plan) * 0.9 - performance.now()) / (list.length - n);
    const { statements, bytes } = await lookAt(hub, bodyOf(asTheHub(name), drawn[0]!));
    if (plan.sqlOnly) console.log([`## ${query.title}`, ...statements].join("\n\n"));
    else
      measured.push({
        title: query.title,
        statements: statements.length,
        bytes,
        rounds: await alternate(client, servers, name, drawn, plan, until, signal),
      });
  }
  const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
  await client.end();
  if (!plan.sqlOnly) console.log(report(measured, rows[0]!.server_version, plan.peers ? peerVersions : null));
}

const mostFor = ({ peers }: Pick<Plan, "peers">) => (peers ? mostMilliseconds.withPeers : mostMilliseconds.alone);

async function startPeers(
  client: pg.Client,
  things: AsyncDisposableStack,
  start: (file: string, ...more: string[]) => Promise<Child>,
  signal: AbortSignal,
): Promise<Readonly<Record<string, Server>>> {
  console.error("installing the peers …");
  const { folder } = things.use(await installPeers(signal));
  await client.query(peersSchema);
  const child = await start("peers/postgraphile.ts", folder);
  const asked = await postgraphile(async (body) => JSON.parse(await ask(child.url, JSON.stringify(body), signal)) as unknown);
  return {
    PostGraphile: { child, asking: (query) => asked[query] },
    Mercurius: { child: await start("peers/mercurius.ts", folder), asking: (query) => mercurius(queries[query].document) },
  };
}

/** All must give the hub's answers: compared over the list of variables, in steps, before anything is measured. */
async function compare(
  servers: Servers,
  name: QueryName,
  drawn: readonly Variables[],
  hidden: readonly Variables[],
  signal: AbortSignal,
): Promise<void> {
  const query: Query = queries[name];
  const sample = drawn.filter((_, n) => n % Math.ceil(drawn.length / 40) === 0);
  for (const variables of [...sample, ...hidden]) {
    const said = async ({ child, asking }: Server) => dataOf(asking(name), await ask(child.url, bodyOf(asking(name), variables), signal));
    const { hub, ...others } = servers;
    const hubSays = await said(hub);
    const request = `${query.title}, ${JSON.stringify(variables)}`;
    for (const [who, server] of Object.entries(others))
      assert.deepEqual(await said(server), hubSays, `The answer of ${who} is not the hub's: ${request}`);
    if (query.whole === undefined || hidden.includes(variables)) continue;
    const { path, entries } = query.whole;
    assert(entriesAt(hubSays, path) >= entries, `Fewer than ${entries} in ${path}: ${request}`);
  }
  console.error(`${query.title}: ${sample.length + hidden.length} answers of ${Object.keys(servers).join(", ")} are equal`);
}

/** What an answer says, in the hub's shape; not what it cost, which only the hub reckons. */
function dataOf({ data }: Asking, text: string): unknown {
  const answer = JSON.parse(text) as { readonly data?: unknown; readonly errors?: unknown };
  assert.equal(answer.errors, undefined, text.slice(0, 1000));
  return data(answer.data as never);
}

/** The statements that one request causes, without those of the feed's poll. */
async function lookAt(hub: Child, body: string): Promise<{ statements: string[]; bytes: number }> {
  await hub.statements();
  const bytes = Buffer.byteLength(await ask(hub.url, body));
  return { bytes, statements: (await hub.statements()).filter((statement) => !statement.includes('"FeedEvent"')) };
}

/** Rounds of all servers in turn. The order is turned round each time, so that none always runs after the same. */
async function alternate(
  client: pg.Client,
  servers: Servers,
  name: QueryName,
  drawn: readonly Variables[],
  { rounds, seconds }: Plan,
  until: number,
  signal: AbortSignal,
): Promise<Measured["rounds"]> {
  const runs = [];
  for (const [who, { child, asking }] of Object.entries(servers)) {
    const bodies = drawn.map((variables) => bodyOf(asking(name), variables));
    runs.push({ who, child, bodies, amount: seconds * (await warmUp(child.url, bodies, warmUpSeconds, signal)), found: [] as Round[] });
  }
  for (let round = 0; round < rounds && (round === 0 || performance.now() < until); round++) {
    for (const { child, bodies, amount, found } of round % 2 === 0 ? runs : runs.toReversed()) {
      const ofDatabase = await watchBackends(client);
      await child.usage();
      const { answered, ...measured } = await load(child.url, bodies, amount, signal);
      const node = (await child.usage()).cpu / answered;
      const database = await ofDatabase();
      found.push({ ...measured, cpu: { node, database: database && database / answered } });
    }
  }
  return Object.fromEntries(runs.map(({ who, found }) => [who, found])) as Record<"floor" | "hub", Round[]>;
}

function bodyOf({ document, variables }: Asking, given: Variables): string {
  return JSON.stringify({ query: document, variables: variables(given) });
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
    peers: { type: "boolean", default: false },
  },
});
const plan: Plan = { rounds: Number(values.rounds), seconds: Number(values.seconds), sqlOnly: values.sql, peers: values.peers };
assert(plan.rounds >= 1 && plan.seconds >= 1, "--rounds and --seconds take a number from 1.");

await runBench(mostFor(plan), (admin, signal) => bench(admin, plan, signal));
