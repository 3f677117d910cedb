/** The test-bed of a fault: a database of its own with releases to verify, hubs that serve it, listeners, and the oracle. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openDatabase, type Database, type Db } from "../../src/db/database.ts";
import { takeMoment } from "../../src/domain/recording-clock.ts";
import { retractVerification, verifyRelease } from "../../src/domain/verification/decision.ts";
import { viewerOf } from "../../src/domain/viewer.ts";
import type { SeededRandom } from "../../kit/seeded-random.ts";
import { key, note, type Step } from "./client.ts";
import { startHub, type HubOptions, type HubProcess } from "../../kit/hub-process.ts";
import { judge, newest, readLedger, sum, type Verdict } from "./ledger.ts";
import { listen, transports, type Listener, type ListenerOptions } from "./listener.ts";
import { until } from "./until.ts";
import { asAdmin, urlOf } from "./server.ts";
import { fillWithReleases } from "../../kit/releases-to-verify.ts";

export const releases = 5000;
/** Distinguishes the hubs' database connections from the suite's own. */
export const hubApplication = "hub";

// Hubs start often here, so they share a compile cache.
const compiled = { NODE_COMPILE_CACHE: join(tmpdir(), "paradero-faults-compiled") };

/** A position in the feed. */
export type FeedPosition = { readonly seq: bigint; readonly cursor: string };

/** Creates the template database that every test-bed is a copy of. */
export async function prepareTemplate(admin: string, name: string): Promise<void> {
  await asAdmin(admin, `CREATE DATABASE "${name}"`);
  const database = await openDatabase({ databaseUrl: urlOf(admin, name), home: undefined });
  try {
    await database.exclusively(() => database.migrate());
    await fillWithReleases(database.prisma, releases);
  } finally {
    await database.close();
  }
}

export class TestBed implements AsyncDisposable {
  readonly url: string;
  readonly database: Database;
  readonly #admin: string;
  readonly #name: string;
  readonly #home: string;
  readonly #hubs = new Map<string, HubProcess>();
  readonly #releases: readonly string[];
  #next = 0;

  static async open(admin: string, template: string, name: string): Promise<TestBed> {
    await asAdmin(admin, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
    const url = urlOf(admin, name);
    const database = await openDatabase({ databaseUrl: url, home: undefined });
    const rows = await database.prisma.custodyEvent.findMany({ where: { type: "RELEASE" }, orderBy: { key: "asc" }, select: { id: true } });
    const home = await mkdtemp(join(tmpdir(), "paradero-faults-"));
    return new TestBed(
      admin,
      name,
      url,
      home,
      database,
      rows.map(({ id }) => id),
    );
  }

  private constructor(admin: string, name: string, url: string, home: string, database: Database, ids: readonly string[]) {
    this.#admin = admin;
    this.#name = name;
    this.url = url;
    this.#home = home;
    this.database = database;
    this.#releases = ids;
  }

  /** The hub of that name; started if it does not run, on the same port as before. */
  async hub(name: string, options: Partial<HubOptions> = {}): Promise<HubProcess> {
    const known = this.#hubs.get(name);
    if (known && !known.ended) return known;
    const environment = {
      DATABASE_URL: `${this.url}?application_name=${hubApplication}`,
      PARADERO_HOME: this.#home,
      PARADERO_KEY: key,
      // Thousands of clients at one address.
      ...{ COST_PER_ADDRESS: "0", ACCESS_LOG: "false" },
      ...compiled,
      ...options.environment,
    };
    const hub = await startHub({ ...options, environment, ...(known ? { port: known.port } : {}) });
    this.#hubs.set(name, hub);
    return hub;
  }

  /** Several hubs, started at once. */
  hubs<Names extends readonly string[]>(...names: Names): Promise<{ [Name in keyof Names]: HubProcess }> {
    return Promise.all(names.map((name) => this.hub(name))) as Promise<{ [Name in keyof Names]: HubProcess }>;
  }

  /** The errors that the hubs have logged, each once. */
  errorOutput(): string {
    const lines = Array.from(this.#hubs.values()).flatMap((hub) => hub.errorOutput().split("\n").filter(Boolean));
    return [...new Set(lines.map(inBrief))].slice(0, 10).join("\n");
  }

  /** The next `count` steps, each on another release, so that they do not wait for one another. */
  async steps(count: number): Promise<Step[]> {
    const ids = Array.from({ length: count }, (_, n) => this.#releases[(this.#next + n) % this.#releases.length]!);
    this.#next = (this.#next + count) % this.#releases.length;
    const rows = await this.database.prisma.custodyEvent.findMany({ where: { id: { in: ids } }, select: { id: true, state: true } });
    const states = new Map(rows.map(({ id, state }) => [id, state]));
    return ids.map((releaseId) => ({ releaseId, verb: states.get(releaseId) === "VERIFIED" ? "retractVerification" : "verifyRelease" }));
  }

  /** Takes a step in an open transaction, by the verb that the hub uses. With `now`, without taking a moment from the recording clock. */
  async take(db: Db, { releaseId, verb }: Step, now?: Date): Promise<void> {
    const verbs = { verifyRelease, retractVerification };
    const input = { release: releaseId, basedOn: null, publicNote: note };
    await verbs[verb].run(db, viewerOf("key:faults", ["VERIFIER"]), input, now ?? (await takeMoment(db, new Date())));
  }

  /** Takes a step in a transaction of its own, without any hub. */
  async commit(step: Step): Promise<void> {
    await this.database.prisma.$transaction((db) => this.take(db, step));
  }

  /** The end of the feed. To be called while nothing is written. */
  async feedPosition(hub: HubProcess): Promise<FeedPosition> {
    const seq = await newest(this.database.prisma);
    await using listener = listen({ url: () => hub.url, after: "" });
    await until("a first bookmark", () => listener.cursor !== "" || listener.end !== undefined);
    if (listener.end !== undefined) throw new Error(`The first subscription ended: ${listener.end}`);
    return { seq, cursor: listener.cursor };
  }

  /** Listeners of every kind: two thirds over WebSocket, one third over SSE; a third of them follow verifications alone. */
  listeners(count: number, random: SeededRandom, { after, ...options }: Omit<ListenerOptions, "transport" | "verifiedOnly">): Listener[] {
    return Array.from({ length: count }, (_, n) =>
      listen({ ...options, after, transport: transports[n % 3 === 2 ? 1 : 0], verifiedOnly: random.between(0, 2) === 0 }),
    );
  }

  /** Waits until every listener has all committed events, or the time is over, and a moment longer for events that should not come; then compares each with the ledger. */
  async verdict(after: bigint, listeners: readonly Listener[], milliseconds = 20_000): Promise<Verdict> {
    const ledgers = new Map<string, string[]>();
    for (const { types } of listeners) {
      const wanted = types.join();
      if (!ledgers.has(wanted)) ledgers.set(wanted, await readLedger(this.database.prisma, after, types));
    }
    const ledgerOf = ({ types }: Listener) => ledgers.get(types.join())!;
    const complete = (listener: Listener) =>
      ledgerOf(listener).at(-1) === undefined || listener.log.some(({ eventId }) => eventId === ledgerOf(listener).at(-1));
    await until("every listener to have it all", () => listeners.every(complete), milliseconds).catch(() => {});
    await wait(300);
    const ended = listeners.flatMap(({ end }) => end ?? []);
    if (ended.length > 0) throw new Error(`${ended.length} of ${listeners.length} subscriptions ended, the first with: ${ended[0]}`);
    return sum(listeners.map((listener) => judge(ledgerOf(listener), listener.log)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const hub of this.#hubs.values()) if (!hub.ended) await hub.end("SIGKILL");
    await this.database.close();
    await asAdmin(this.#admin, `DROP DATABASE IF EXISTS "${this.#name}" WITH (FORCE)`);
    await rm(this.#home, { recursive: true, force: true });
  }
}

/** The message of a log line, without the parts that vary. */
function inBrief(line: string): string {
  try {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
    return `  hub: ${msg}: ${err?.message?.trim().split("\n").at(-1) ?? ""}`;
  } catch {
    return `  hub: ${line.slice(0, 200)}`;
  }
}
