/** The set-up of the fan-out bench: a database with releases to verify, and a hub for each measurement. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../src/db/database.ts";
import { verifyRelease } from "../../src/domain/verification/decision.ts";
import { viewerOf } from "../../src/domain/viewer.ts";
import { startHub, type HubProcess } from "../../kit/hub-process.ts";
import { clock } from "./audience.ts";

/** How many releases there are to verify. */
export const verifications = 600;

export type Stage = {
  readonly database: Database;
  hub(nodeArgs?: readonly string[]): Promise<HubProcess & AsyncDisposable>;
  /** Commits the next verification; resolves with when the commit was asked for, in milliseconds of the monotonic clock. */
  commit(): Promise<number>;
};

export async function openStage(database: Database, databaseUrl: string): Promise<Stage> {
  const releases = await database.prisma.custodyEvent.findMany({ where: { type: "RELEASE" }, select: { id: true } });
  const verifier = viewerOf("key:bench", ["VERIFIER"]);
  return {
    database,
    async hub(nodeArgs = []) {
      const home = await mkdtemp(join(tmpdir(), "paradero-fanout-"));
      const environment = {
        DATABASE_URL: databaseUrl,
        PARADERO_HOME: home,
        PARADERO_KEY: "a-key-for-the-bench",
        COST_PER_ADDRESS: "0",
        ACCESS_LOG: "false",
      };
      const hub = await startHub({ environment, nodeArgs });
      return Object.assign(hub, {
        async [Symbol.asyncDispose]() {
          if (!hub.ended) await hub.end("SIGKILL");
          await rm(home, { recursive: true, force: true });
        },
      });
    },
    async commit() {
      const release = releases.pop();
      if (!release) throw new Error("No release is left to verify.");
      let asked = 0;
      await database.prisma.$transaction(async (db) => {
        await verifyRelease.run(db, verifier, { release: release.id, basedOn: null, publicNote: null }, new Date());
        asked = clock();
      });
      return asked;
    },
  };
}

/** `count` documents that differ in one alias: as many groups, each of its own bytes. */
export function documentsOf(count: number): string[] {
  return Array.from(
    { length: count },
    (_, n) =>
      `subscription ($after: String) { releaseVerified(after: $after) { cursor eventId occurredAt beforeState afterState publicNote n${String(n).padStart(3, "0")}: __typename ` +
      `release { id state stage outcome conditions detainee { id name nationalities ageGroup } facility { id name kind country } when { earliest latest precision timeZone edtf verbatim } } } }`,
  );
}
