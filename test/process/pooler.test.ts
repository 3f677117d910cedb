/** The hub behind a real PgBouncer in transaction mode. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { locks } from "../../src/db/locks.ts";
import { copyWorld } from "../kit/database.ts";
import type { Hub } from "../kit/hub.ts";
import { freePort, runCommand, startProcess } from "../kit/process.ts";
import { decide, recordCorroborated } from "../kit/records.ts";
import { sendTo } from "../kit/send.ts";
import { subscribeWs } from "../kit/subscriber.ts";

const templates = inject("templates");
const program = ["pgbouncer", "/usr/sbin/pgbouncer"].find((path) => spawnSync(path, ["--version"]).status === 0);
const missing =
  templates.engine === "embedded"
    ? "the embedded database has no pooler: give TEST_DATABASE_URL"
    : program === undefined
      ? "PgBouncer is not installed (apt-get install pgbouncer)"
      : undefined;

test("PgBouncer is at hand, at least where CI runs", ({ skip }) => {
  // A machine that judges must not pass over what it lacks.
  if (!inject("ci") || templates.engine === "embedded") skip(missing !== undefined, missing);
  expect(missing).toBeUndefined();
});

describe.skipIf(missing !== undefined)(`behind PgBouncer${missing === undefined ? "" : `: skipped, for ${missing}`}`, () => {
  const key = "a-key-for-these-tests";
  const ends: (() => Promise<unknown>)[] = [];
  let direct: string;
  let env: Record<string, string>;
  const clients: pg.Client[] = [];

  beforeAll(async () => {
    const { where, dispose } = await copyWorld("venezuela");
    ends.push(dispose);
    direct = where.databaseUrl!;
    const { url, stop } = await startPgBouncer(new URL(direct));
    ends.push(stop);
    const home = await mkdtemp(join(tmpdir(), "paradero-home-"));
    ends.push(() => rm(home, { recursive: true, force: true }));
    env = { DATABASE_URL: url, DATABASE_DIRECT_URL: direct, PARADERO_HOME: home, PARADERO_KEY: key };
    // Where a session of the server does not start in UTC, what the pooler drops would be missed.
    const client = await open(direct);
    await client.query(`ALTER DATABASE "${new URL(direct).pathname.slice(1)}" SET TimeZone TO 'America/Caracas'`);
  });
  afterAll(async () => {
    for (const client of clients) await client.end();
    for (const end of ends.toReversed()) await end();
  });
  async function open(url: string): Promise<pg.Client> {
    const client = new pg.Client(url);
    await client.connect();
    clients.push(client);
    return client;
  }

  test("without DATABASE_DIRECT_URL it is refused in a sentence", async () => {
    const { code, err } = await runCommand(["migrate"], { ...env, DATABASE_DIRECT_URL: "" });
    expect(code).toBe(1);
    expect(err.trim()).toMatch(/^DATABASE_URL goes through a pooler in transaction mode.* DATABASE_DIRECT_URL\.$/);
  });

  test("a DATABASE_DIRECT_URL that goes through it too, or elsewhere, is refused in a sentence", async () => {
    const other = new URL(direct);
    other.pathname = "/postgres";
    for (const [url, sentence] of [
      [env["DATABASE_URL"]!, /^DATABASE_DIRECT_URL goes through a pooler/],
      [other.href, /both must lead to the same one/],
    ] as const) {
      const { code, err } = await runCommand(["migrate"], { ...env, DATABASE_DIRECT_URL: url });
      expect({ code, err: err.trim() }).toEqual({ code: 1, err: expect.stringMatching(sentence) });
      expect(err.trim()).not.toContain("\n");
    }
  });

  test(
    "it serves, verifies and tells at once; moments are right; no statement stays prepared, no lock behind",
    { timeout: 120_000 },
    async () => {
      const running = await startProcess(env);
      const hub = { send: sendTo(running.url, key), url: running.url } as Hub;
      try {
        const { data } = await hub.send(
          `{ claims(filter: { metric: ANNOUNCED }, first: 1, order: OLDEST_FIRST) { edges { node { asOf { edtf earliest } } } } }`,
        );
        expect(data["claims"].edges[0].node.asOf).toEqual({ edtf: "2026-01-08", earliest: "2026-01-08T04:00:00.000Z" });
        await using subscriber = subscribeWs(
          running.url,
          { query: "subscription { releaseFeed { __typename ... on FeedEvent { releaseId } } }" },
          key,
        );
        expect((await subscriber.next()).data?.["releaseFeed"].__typename).toBe("FeedBookmark");
        const { release } = await recordCorroborated(hub);
        const second = (
          await hub.send(
            `mutation { createApiKey(input: { name: "second", scopes: [VERIFIER] }) { ... on CreateApiKeyPayload { secret } } }`,
          )
        ).data["createApiKey"].secret;
        expect(await decide(hub, "verifyRelease", { release }, second)).toMatchObject({ changed: true });
        expect((await subscriber.next()).data?.["releaseFeed"]).toEqual({ __typename: "ReleaseVerified", releaseId: release });
        // The same shapes of query on whichever session is free, many at once.
        const answers = await Promise.all(
          Array.from({ length: 40 }, () => hub.send("{ releases(first: 5) { totalCount edges { node { id state } } } }")),
        );
        expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
        const watcher = await open(direct);
        const left = await watcher.query(
          `SELECT objid FROM pg_locks JOIN pg_database ON pg_database.oid = database
           WHERE datname = current_database() AND locktype = 'advisory' AND granted AND objid = $1`,
          [locks.start],
        );
        expect(left.rows).toEqual([]);
      } finally {
        expect(await running.kill("SIGTERM")).toMatchObject({ code: 0 });
      }
      // The lock is free: another start does not wait.
      expect(await runCommand(["migrate"], env)).toMatchObject({ code: 0, out: "nothing to apply\n", err: "" });
    },
  );
});

/** PgBouncer before the server of this address, with fewer sessions than the hub has connections. */
async function startPgBouncer(server: URL): Promise<{ url: string; stop: () => Promise<void> }> {
  const [directory, port] = [await mkdtemp(join(tmpdir(), "pgbouncer-")), await freePort()];
  const user = decodeURIComponent(server.username) || "postgres";
  const password = server.password === "" ? "" : ` password=${decodeURIComponent(server.password)}`;
  const file = join(directory, "pgbouncer.ini");
  await writeFile(
    file,
    `[databases]
* = host=${server.hostname} port=${server.port || 5432} user=${user}${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 4
`,
  );
  await chmod(directory, 0o755);
  // It refuses to run as root.
  const asNobody = process.getuid?.() === 0 ? ["-u", "nobody"] : [];
  const child: ChildProcess = spawn(program!, [...asNobody, file], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = once(child, "exit");
  let said = "";
  child.stderr!.setEncoding("utf8").on("data", (text: string) => (said += text));
  const address = new URL(server);
  address.host = `127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`PgBouncer ended: ${said}`);
    const socket = connect(port, "127.0.0.1");
    const up = await Promise.race([once(socket, "connect").then(() => true), once(socket, "error").then(() => false)]).catch(() => false);
    socket.destroy();
    if (up) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url: address.href,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
