/**
 * Every change goes through here: one transaction around one verb, at one moment, once for each idempotency key.
 */
import { createHash } from "node:crypto";
import type { Db } from "../db/database.ts";
import type { Prisma, PrismaClient } from "../db/generated/prisma/client.ts";
import { Conflict } from "../errors.ts";
import { check, text } from "./input.ts";
import { takeMoment } from "./recording-clock.ts";
import { requireScope, type Scope, type Viewer } from "./viewer.ts";

/** What a verb answers: the row that it is about, and whether anything is different now. */
export type Outcome = { readonly id: string; readonly changed: boolean };

/** A change to the hub. `now` is the moment of recording; `run` reads and writes through `db` alone, so that all of it commits or nothing. */
export type Verb<Answer extends Outcome = Outcome> = {
  readonly name: string;
  /** What the key must hold; null when any key will do. */
  readonly scope: Scope | null;
  run(db: Db, viewer: Viewer, input: unknown, now: Date): Promise<Answer>;
};

/**
 * Carries out a verb in a transaction of its own. The same idempotency key from the same viewer with the same input gives the first answer again, and one effect.
 * @throws Unauthenticated, Forbidden, and what the verb throws
 * @throws InvalidInput when the idempotency key is longer than 200 characters
 * @throws Conflict when the idempotency key was used for another input
 */
export async function change<Answer extends Outcome>(
  prisma: PrismaClient,
  viewer: Viewer,
  verb: Verb<Answer>,
  input: object,
  idempotencyKey?: string | null,
): Promise<Answer> {
  requireScope(viewer, verb.scope);
  return inTurn(prisma, async (db) => {
    const run = async () => verb.run(db, viewer, input, await takeMoment(db, null));
    if (idempotencyKey == null) return run();
    check(text(200), idempotencyKey, "input.idempotencyKey");

    const fingerprint = createHash("sha256")
      .update(JSON.stringify([verb.name, input]))
      .digest("hex");
    const answerTo = { actor_key: { actor: viewer.actor, key: idempotencyKey } };
    // A second call with the same key waits here until the first has committed or failed.
    const { count } = await db.idempotentAnswer.createMany({
      data: [{ actor: viewer.actor, key: idempotencyKey, verb: verb.name, fingerprint }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const first = await db.idempotentAnswer.findUniqueOrThrow({ where: answerTo });
      if (first.fingerprint !== fingerprint)
        throw new Conflict(
          `The idempotency key ${JSON.stringify(idempotencyKey)} was used for another ${first.verb}; give each different input a key of its own.`,
        );
      return first.answer as Answer;
    }
    const answer = await run();
    // A secret is told once and not kept.
    const { secret: _, ...kept } = answer as Answer & { secret?: string };
    await db.idempotentAnswer.update({ where: answerTo, data: { answer: kept as unknown as Prisma.InputJsonObject } });
    return answer;
  });
}

// Changes wait for one another in the database (clock.ts); here they wait before they take a connection, so that reads always find one.
const latest = new WeakMap<PrismaClient, Promise<unknown>>();

function inTurn<Result>(prisma: PrismaClient, run: (db: Db) => Promise<Result>): Promise<Result> {
  const mine = () => prisma.$transaction(run);
  const turn = (latest.get(prisma) ?? Promise.resolve()).then(mine, mine);
  latest.set(prisma, turn);
  return turn;
}

/** Writes who did what, in the same transaction. */
export async function audit(
  db: Db,
  actor: string,
  action: string,
  entity: string,
  entityId: string,
  detail: Prisma.InputJsonObject = {},
): Promise<void> {
  await db.auditEntry.create({ data: { actor, action, entity, entityId, detail } });
}

/** Whether the viewer recorded a row: whoever did may send it again, though it may be hidden from them. */
export async function recordedBy(db: Db, { actor }: Viewer, entity: string, entityId: string): Promise<boolean> {
  return (await db.auditEntry.findFirst({ where: { actor, entity, entityId, action: `record${entity}` }, select: { id: true } })) !== null;
}
