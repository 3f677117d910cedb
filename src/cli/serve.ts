/** `serve`: the hub, from an empty directory to answering requests. */
import cluster from "node:cluster";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { collectDefaultMetrics } from "prom-client";
import { encodeId } from "../graph/base/ids.ts";
import { createApp } from "../app.ts";
import type { Config } from "../config.ts";
import { openDatabase, type Database } from "../db/database.ts";
import { ExpectedError } from "../errors.ts";
import { keepNewNameForms } from "../domain/records/detainee.ts";
import { settleNewTimelines } from "../domain/timeline/settle-timelines.ts";
import { ensureFirstKey } from "../domain/access/api-key.ts";
import { createMeter, type Meter } from "../feed/meter.ts";
import { beginWithSample } from "../exchange/sample/sample.ts";
import type { Terminal } from "./terminal.ts";
import { bringUpToDate } from "./up-to-date.ts";
import { EndedByFault, judgeUncaught } from "./uncaught.ts";
import { leadWorkers, metricsOfAll } from "./workers.ts";

class NeedsPostgres extends ExpectedError {
  override name = "NeedsPostgres";
  readonly code = "NEEDS_POSTGRESQL";
}

class AddressInUse extends ExpectedError {
  override name = "AddressInUse";
  readonly code = "ADDRESS_IN_USE";
}

export type ServeSettings = {
  /** In so many processes that share the port; in this one alone when not given. */
  readonly workers?: number;
  /** Without the sample. */
  readonly empty: boolean;
};

/** Serves until the terminal is asked to stop. */
export async function serve(terminal: Terminal, { workers, empty }: ServeSettings): Promise<void> {
  const config = terminal.config();
  if (cluster.isWorker) return serveHere(terminal, config, { ready: async () => {}, metrics: metricsOfAll });
  if (workers === undefined) {
    let firstKey: string | null = null;
    return serveHere(terminal, config, {
      prepare: async (database) => void (firstKey = await database.exclusively(() => prepare(database, config, empty, terminal.out))),
      ready: (database, url) => welcome(terminal, config, database, url, firstKey),
    });
  }
  if (config.databaseUrl === undefined)
    throw new NeedsPostgres(
      "The embedded database serves one process at a time: --workers needs PostgreSQL. Give its address with DATABASE_URL, or leave --workers out.",
    );
  const database = await openDatabase({ ...config, say: terminal.err });
  try {
    const firstKey = await database.exclusively(() => prepare(database, config, empty, terminal.out));
    await leadWorkers(terminal, config, workers, (url) => welcome(terminal, config, database, url, firstKey));
  } finally {
    await database.close();
  }
}

type Stage = {
  readonly prepare?: (database: Database) => Promise<void>;
  readonly ready: (database: Database, url: string) => Promise<void>;
  readonly metrics?: (meter: Meter) => () => Promise<string>;
};

async function serveHere({ stopped, err, onUncaught }: Terminal, config: Config, { prepare: first, ready, metrics }: Stage): Promise<void> {
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const database = await openDatabase({ ...config, say: err });
  try {
    await first?.(database);
    const meter = createMeter();
    collectDefaultMetrics({ register: meter.registry });
    const app = createApp({ ...config, database, log, feed: { meter }, verdicts: {}, metrics: metrics?.(meter) });
    const url = await app.start().catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") throw error;
      throw new AddressInUse(`Port ${config.port} on ${config.host} is in use. Stop what uses it, or choose another with PORT.`, {
        cause: error,
      });
    });
    // Not before: a hub that could not start ends, with whatever it failed of.
    const broken = judgeUncaught(onUncaught, log, meter);
    await ready(database, url);
    const fault = await Promise.race([stopped, broken]);
    await app.stop();
    if (fault instanceof Error)
      throw new EndedByFault(`Something failed that nobody caught; the process drained and ended: ${fault.message}`);
  } finally {
    await database.close();
  }
}

async function welcome(
  { out, stopped }: Terminal,
  config: Config,
  database: Database,
  url: string,
  firstKey: string | null,
): Promise<void> {
  const kept = join(config.home, "first-key");
  const reminder = config.key === undefined && existsSync(kept) ? `The first key is kept in ${kept}.\n` : "";
  const key = firstKey === null ? reminder : `\n${await tellKey(database, firstKey, url, config.home)}`;
  const page = new URL("/", url).href;
  out(`\nParadero serves ${url}\nOpen ${page} in a browser for the page, and ${url} to ask: its tabs are a tour.\n${key}`);
  void stopped.then(() => out("stopping"));
}

/** Migrates, sees to the first key, fills an empty database. Returns the first key if it was made now. */
async function prepare(database: Database, config: Config, empty: boolean, out: Terminal["out"]): Promise<string | null> {
  const applied = await bringUpToDate(database, out);
  // Names that were recorded before there were keys to find them by.
  await keepNewNameForms(database.prisma);
  await settleNewTimelines(database.prisma);
  if (applied.length > 0) out(`database: ${applied.length} migration(s) applied (${database.engine})`);
  const firstKey = await ensureFirstKey(database.prisma, config.key, (secret) => keepKey(config.home, secret));
  await beginWithSample(database, empty, out);
  return firstKey;
}

function keepKey(home: string, secret: string): void {
  if (!existsSync(home)) mkdirSync(home, { recursive: true, mode: 0o700 });
  writeFileSync(join(home, "first-key"), `${secret}\n`, { mode: 0o600 });
}

/** The key, and a line that uses it: it verifies a release that waits for a person's decision, if there is one. */
async function tellKey({ prisma }: Database, secret: string, url: string, home: string): Promise<string> {
  const waiting = await prisma.custodyEvent.findFirst({
    where: { type: "RELEASE", state: "CORROBORATED", visibility: "PUBLIC" },
    orderBy: { key: "asc" },
  });
  const query = waiting
    ? `mutation { verifyRelease(input: { release: "${encodeId("Release", waiting.id)}" }) { __typename ... on VerifyReleasePayload { changed release { state detainee { name } } } } }`
    : "{ sources { totalCount } }";
  return [
    `The first key, with every scope. It is shown this once and kept in ${join(home, "first-key")}:`,
    `  ${secret}`,
    `At the address above it goes into the field Key. Ready to run${waiting ? ", to verify a release that waits for a person's decision" : ""}:`,
    `  curl -s ${url} -H 'authorization: Bearer ${secret}' -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`,
    "",
  ].join("\n");
}
