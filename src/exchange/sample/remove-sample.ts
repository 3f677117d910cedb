/** Takes the sample out again, while it is all there is. */
import type { Database, Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import { takeTime } from "../../db/session.ts";
import { audit } from "../../domain/change.ts";
import { closeGate } from "../../domain/import-gate.ts";
import { takeMoment } from "../../domain/recording-clock.ts";
import { operator } from "../../domain/viewer.ts";
import { ExpectedError } from "../../errors.ts";
import { declined, removed, sampleName } from "./sample.ts";

class SampleStays extends ExpectedError {
  override name = "SampleStays";
  readonly code = "SAMPLE_STAYS";
  constructor(obstacles: readonly string[], todo: string) {
    super(`The sample stays: ${obstacles.join("; ")}. Nothing was changed. ${todo}`);
  }
}

const atLeisure = { timeout: 600_000, maxWait: 60_000 };

/**
 * Takes the sample out, by emptying the hub. Records are append-only, and of what was told as known at a moment the answer stays: so this is allowed only while the sample is all that was ever
 * recorded, nobody decided on any of it, and no webhook was promised it. The hub is another one then, with a new epoch: cursors of before are refused, not answered out of nothing. Keys and the audit
 * trail stay, the policies too; no later start adds the sample. Answers whether there was anything to take out.
 * @throws SampleStays saying what stands in the way
 */
export async function removeSample({ prisma, engine }: Database): Promise<boolean> {
  return prisma.$transaction(async (db) => {
    await takeTime(db);
    await closeGate(db);
    await takeMoment(db, null);
    const last = await db.auditEntry.findFirst({ where: { action: removed }, orderBy: { id: "desc" } });
    const since = { id: { gt: last?.id ?? 0n } };
    if ((await db.auditEntry.findFirst({ where: { ...since, actor: `import:${sampleName}` } })) === null) {
      if (last !== null) return false;
      throw new SampleStays([`it was never put into this hub`], "A new hub begins without it by `npm start -- --empty`.");
    }
    if (engine === "postgresql" && (await isServed(db)))
      throw new SampleStays(["a hub serves this database"], "Stop all its processes, and try again.");
    const obstacles = await obstaclesTo(db, since);
    if (obstacles.length > 0)
      throw new SampleStays(
        obstacles,
        "What is on record beside other things is never deleted. Begin another hub with `serve --empty` (another DATABASE_URL or PARADERO_HOME), and import your own data set there; `export --situation` writes what you recorded here in a situation of its own.",
      );
    await emptyHub(db);
    await audit(db, operator.actor, removed, "Dataset", sampleName);
    return true;
  }, atLeisure);
}

// What leaves records as they are. A change that was refused is in the trail too, under the code of its refusal.
const harmless = ["use", "read", "refuse", "createApiKey", "updateApiKey", "rotateKey", "revokeApiKey", "applyPolicy", declined];

/** Whatever anybody did beside importing the sample once, as the audit trail has it. */
async function obstaclesTo(db: Db, since: { id: { gt: bigint } }): Promise<string[]> {
  const own = { ...since, actor: `import:${sampleName}` };
  const imports = await db.auditEntry.count({ where: { ...own, entity: "Dataset" } });
  const others = await db.auditEntry.groupBy({
    by: ["actor", "action"],
    where: { ...since, outcome: "DONE", actor: { not: own.actor }, action: { notIn: harmless } },
    _count: true,
    orderBy: [{ actor: "asc" }, { action: "asc" }],
  });
  return [
    ...(imports > 1 ? [`a data set of the name ${sampleName} was imported ${imports} times, and what it corrected is on record`] : []),
    ...others.map(({ actor, action, _count: times }) => `${actor} did ${action}${times === 1 ? "" : ` ${times} times`}`),
  ];
}

/** Whether a process follows the feed on this database: each listens on a connection of its own. */
async function isServed(db: Db): Promise<boolean> {
  const rows = await db.$queryRaw<
    unknown[]
  >`SELECT 1 FROM pg_stat_activity WHERE "datname" = current_database() AND "query" LIKE 'LISTEN %' LIMIT 1`;
  return rows.length > 0;
}

// What is no record: who may come in, who did what, which hub it is, and what a migration put there.
const kept = ["_prisma_migrations", "ApiKey", "AuditEntry", "AuditHead", "Clock", "EndedSession", "Hub", "Policy", "VerdictRun", "Webhook"];

async function emptyHub(db: Db): Promise<void> {
  const tables = await db.$queryRaw<{ table: string; guarded: boolean }[]>`
    SELECT quote_ident(tablename) AS "table", EXISTS (SELECT FROM pg_trigger WHERE tgrelid = quote_ident(tablename)::regclass AND tgname = 'not_emptied') AS "guarded"
    FROM pg_tables WHERE schemaname = current_schema() AND tablename <> ALL (${kept})`;
  const guarded = tables.flatMap(({ table, guarded }) => (guarded ? [table] : []));
  const guards = async (word: "DISABLE" | "ENABLE") => {
    for (const table of guarded) await db.$executeRaw(Prisma.raw(`ALTER TABLE ${table} ${word} TRIGGER not_emptied`));
  };
  // The one place where the house's own rules are put aside, for as long as this transaction has the tables to itself.
  await guards("DISABLE");
  await db.$executeRaw`ALTER TABLE "Hub" DISABLE TRIGGER floor_rises`;
  await db.$executeRaw(Prisma.raw(`TRUNCATE ${tables.map(({ table }) => table).join(", ")}`));
  await guards("ENABLE");
  await db.$executeRaw`
    UPDATE "Hub" SET "epoch" = gen_random_uuid(), "rights" = "rights" + 1, "feedFloor" = 0, "feedFloorAt" = NULL, "changeFloor" = 0, "changeFloorAt" = NULL`;
  await db.$executeRaw`ALTER TABLE "Hub" ENABLE TRIGGER floor_rises`;
  await db.$executeRaw`UPDATE "VerdictRun" SET "position" = 0`;
}
