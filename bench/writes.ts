/**
 * `npm run bench:writes [-- --releases 300 --clients 1,8]`: how many verifications a second one hub makes, each by a mutation over HTTP, for so many clients at once, beside what PostgreSQL makes of the same rows
 * written by one statement each in the same run (writes-floor.ts); how many statements one sends where nobody waits, and what it costs Node and PostgreSQL.
 *
 * Needs a PostgreSQL where it may create a database: BENCH_DATABASE_URL, by default postgres://postgres@127.0.0.1:5432/postgres. The database and the process are gone when it ends, also after Ctrl-C.
 */
import { parseArgs } from "node:util";
import pg from "pg";
import { fillWithReleases } from "../kit/releases-to-verify.ts";
import { encodeId } from "../src/graph/base/ids.ts";
import { change } from "../src/domain/change.ts";
import { createApiKey } from "../src/domain/access/api-key.ts";
import { operator } from "../src/domain/viewer.ts";
import { openDatabase } from "../src/db/database.ts";
import { startChild, type Child } from "./base/child.ts";
import { createDatabase } from "./base/database.ts";
import { watchBackends } from "./base/backends.ts";
import { runBench } from "./base/program.ts";
import { writeByHand } from "./writes-floor.ts";

const { values } = parseArgs({
  options: { releases: { type: "string", default: "300" }, clients: { type: "string", default: "1,8" } },
});
const sizes = values.clients.split(",").map(Number);
const each = Number(values.releases);
const warmUp = 50;
const mostMilliseconds = 300_000;

await runBench(mostMilliseconds, async (admin, signal) => {
  await using things = new AsyncDisposableStack();
  const made = await createDatabase(admin, `paradero_writes_${process.pid}`);
  things.defer(made.drop);
  const database = await openDatabase({ databaseUrl: made.url, home: undefined });
  things.defer(() => database.close());
  await fillWithReleases(database.prisma, 2 * sizes.length * each + warmUp);
  const { secret } = await change(database.prisma, operator, createApiKey, { name: "bench", scopes: ["VERIFIER"] });
  const hub = things.use(await startChild("base/hub.ts", made.url, signal));
  const waiting = (await database.prisma.custodyEvent.findMany({ select: { id: true } })).map(({ id }) => id);
  const verify = () => verifyRelease(hub, `Bearer ${secret}`, waiting.pop()!, signal);
  for (let nth = 1; nth < warmUp; nth += 1) await verify();
  await hub.statements();
  await verify();
  const statements = (await hub.statements()).filter((text) => !/FROM "Hub"|FROM "Webhook"|AS hook/.test(text)).length;
  const lines = [];
  const watching = new pg.Client(made.url);
  await watching.connect();
  things.defer(() => watching.end());
  for (const clients of sizes) {
    const floor = await writeByHand(made.url, waiting.splice(0, each), clients);
    await hub.usage();
    const backends = await watchBackends(watching);
    const began = performance.now();
    let left = each;
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while ((left -= 1) >= 0) await verify();
      }),
    );
    const seconds = (performance.now() - began) / 1000;
    const { cpu } = await hub.usage();
    const used = await backends();
    const [rate, ofPostgres] = [each / seconds, used === null ? "?" : (used / each).toFixed(1)];
    const costs = { "ms of Node": (cpu / each).toFixed(1), "ms of PostgreSQL": ofPostgres };
    lines.push({
      clients,
      "verifications/s": rate.toFixed(1),
      floor: floor.toFixed(1),
      ratio: (rate / floor).toFixed(2),
      statements,
      ...costs,
    });
  }
  console.table(lines);
});

async function verifyRelease({ url }: Child, authorization: string, release: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, {
    ...{ method: "POST", signal, headers: { "content-type": "application/json", authorization } },
    body: JSON.stringify({
      query: "mutation($release: ID!) { verifyRelease(input: { release: $release }) { __typename ... on Error { message } } }",
      variables: { release: encodeId("Release", release) },
    }),
  });
  const said = await response.text();
  if (!said.includes('"VerifyReleasePayload"')) throw new Error(said);
}
