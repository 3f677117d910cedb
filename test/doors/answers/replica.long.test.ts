/** The hub with a real streaming replica: two clusters of this test's own, made by initdb and pg_basebackup. */
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync, appendFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, type Database } from "../../../src/db/database.ts";
import { fillWithReleases } from "../../../kit/releases-to-verify.ts";
import { encodeId } from "../../../src/graph/base/ids.ts";
import { startHubOn, type Hub } from "../../kit/hub.ts";
import { metric } from "../../kit/metrics.ts";
import { freePort } from "../../kit/process.ts";

const versions = ["18", "17", "16", "15", "14"].map((version) => `/usr/lib/postgresql/${version}/bin`);
const programs = ["", ...versions].find((path) => spawnSync(join(path, "pg_basebackup"), ["--version"]).status === 0);
const root = process.getuid?.() === 0;
/** PostgreSQL refuses to run as root. */
function run(program: string, ...args: string[]): void {
  const path = join(programs!, program);
  if (root) execFileSync("setpriv", ["--reuid", "postgres", "--regid", "postgres", "--clear-groups", path, ...args], { stdio: "ignore" });
  else execFileSync(path, args, { stdio: "ignore" });
}

const read = "paradero_replica_reads_total";

describe.skipIf(programs === undefined)("with a streaming replica", () => {
  let home: string;
  let database: Database;
  let hub: Hub;
  let standby: pg.Client;
  let admin: pg.Client;
  let names: string[];
  const ports = { primary: 0, standby: 0 };
  const at = (which: keyof typeof ports) => join(home, which);
  const control = (which: keyof typeof ports, action: string, ...more: string[]) =>
    run("pg_ctl", "-D", at(which), "-l", join(home, `${which}.log`), "-w", action, ...more);
  const urlOf = (which: keyof typeof ports, name = "hub") => `postgres://postgres@127.0.0.1:${ports[which]}/${name}`;
  const caughtUp = async () => {
    const { rows } = await admin.query<{ lsn: string }>("SELECT pg_current_wal_lsn()::text AS lsn");
    await expect
      .poll(async () => (await standby.query("SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS there", [rows[0]!.lsn])).rows[0].there)
      .toBe(true);
  };
  const from = (outcome: string) => metric(hub.url, read, `outcome="${outcome}"`);

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "paradero-replica-"));
    chmodSync(home, 0o777);
    [ports.primary, ports.standby] = [await freePort(), await freePort()];
    run("initdb", "-D", at("primary"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8");
    const settings = (port: number) =>
      `\nport = ${port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nfsync = off\nhot_standby = on\nmax_standby_streaming_delay = 1s\n`;
    appendFileSync(join(at("primary"), "postgresql.conf"), settings(ports.primary));
    control("primary", "start");
    run(
      "pg_basebackup",
      "-h",
      "127.0.0.1",
      "-p",
      String(ports.primary),
      "-U",
      "postgres",
      "-D",
      at("standby"),
      "-R",
      "-X",
      "stream",
      "-c",
      "fast",
    );
    writeFileSync(join(at("standby"), "postgresql.conf"), settings(ports.standby));
    control("standby", "start");
    admin = new pg.Client(urlOf("primary", "postgres"));
    await admin.connect();
    await admin.query("CREATE DATABASE hub");
    database = await openDatabase({ databaseUrl: urlOf("primary"), databaseReadUrl: urlOf("standby"), home: undefined });
    await database.exclusively(() => database.migrate());
    await fillWithReleases(database.prisma, 30);
    hub = await startHubOn(database, { limits: { answersMegabytes: 0, costPerAddress: 0, costPerOperation: 0, costPerKey: 0 } });
    names = (await database.prisma.detainee.findMany({ select: { id: true } })).map(({ id }) => id);
    standby = new pg.Client(urlOf("standby", "postgres"));
    standby.on("error", () => {});
    await standby.connect();
  });
  afterAll(async () => {
    await hub?.[Symbol.asyncDispose]();
    await database?.close();
    await admin?.end();
    await standby?.end().catch(() => {});
    for (const which of ["standby", "primary"] as const)
      try {
        control(which, "stop", "-m", "immediate");
      } catch {
        // It was stopped, or never began.
      }
    rmSync(home, { recursive: true, force: true });
  });

  const seen = async (key: string | null = null) => {
    const { data, errors } = await hub.send("{ detainees(first: 50) { totalCount } }", {}, key);
    expect(errors).toBeUndefined();
    return data["detainees"].totalCount as number;
  };
  let hidden = 0;
  const hide = async () => {
    const { data } = await hub.send(
      "mutation($record: ID!) { setVisibility(input: { record: $record, visibility: RESTRICTED }) { __typename } }",
      {
        record: encodeId("Detainee", names[hidden]!),
      },
    );
    expect(data["setVisibility"].__typename).toBe("SetVisibilityPayload");
    hidden += 1;
  };

  test("anybody and partners are read for there, editors are not", async () => {
    const partner = await hub.newKey("PARTNER");
    await caughtUp();
    expect([await seen(), await seen(partner)]).toEqual([30, 30]);
    expect(await from("replica")).toBe(2);
    await seen(hub.key);
    await hub.send("{ webhooks { url } feed(first: 1) { edges { cursor } } }", {}, partner);
    expect(await from("replica")).toBe(2);
  });

  test("whatever was hidden is hidden in the next answer, however the replica lags", async () => {
    for (let round = 0; round < 10; round += 1) {
      await hide();
      expect(await seen()).toBe(30 - hidden);
    }
    await standby.query("SELECT pg_wal_replay_pause()");
    const behind = await from("behind");
    await hide();
    expect(await seen()).toBe(30 - hidden);
    expect(await from("behind")).toBeGreaterThan(behind);
    await standby.query("SELECT pg_wal_replay_resume()");
    await caughtUp();
    const there = await from("replica");
    expect(await seen()).toBe(30 - hidden);
    expect(await from("replica")).toBe(there + 1);
  });

  test("a replica that was promoted stands still for the hub, which asks the database", async () => {
    control("standby", "promote");
    await hide();
    const behind = await from("behind");
    expect(await seen()).toBe(30 - hidden);
    expect(await from("behind")).toBe(behind + 1);
  });

  test("a replica that is gone costs no answer", async () => {
    control("standby", "stop", "-m", "immediate");
    for (let round = 0; round < 3; round += 1) {
      await hide();
      expect(await seen()).toBe(30 - hidden);
    }
    expect(await from("failed")).toBeGreaterThan(0);
  });
});
