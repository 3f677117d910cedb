/**
 * Every change goes through here: one transaction around one verb, at one moment, once for each idempotency key, by one deadline.
 *
 * What keeps changes apart, each for a reason of its own, in the order in which a change meets them:
 *   the line of its process (turns.ts)             waiting changes take no connection from reads, and are so many at most
 *   the gate (import-gate.ts)                      no rows of an import are passed by
 *   the idempotency key's row                      the same call twice at once, in any two processes, has one effect
 *   the recording clock's row (recording-clock.ts) moments in the order of commits, across processes; with it one change is at work at a time
 *   an event's row (verification.ts)               an import, which does without the clock, and a decision do not look past each other
 *   the lock of the feed's appends (outbox.ts)     also where the database's own rules append, for whoever changes rows without this file
 */
import { setTimeout as wait } from "node:timers/promises";
import { boundedTransaction } from "../db/bounded-transaction.ts";
import type { Db } from "../db/database.ts";
import type { Prisma, PrismaClient } from "../db/generated/prisma/client.ts";
import { Busy, Gone, Timeout } from "../errors.ts";
import { keepAnswer, onceFor } from "./idempotency.ts";
import { passGate } from "./import-gate.ts";
import { check, text } from "./input.ts";
import { takeMoment } from "./recording-clock.ts";
import { Turns } from "./turns.ts";
import { requireScope, type Scope, type Viewer } from "./viewer.ts";

/** What a verb answers: the row that it is about, and whether anything is different now. */
export type Outcome = { readonly id: string; readonly changed: boolean };

/** A change to the hub. `now` is the moment of recording; `run` reads and writes through `db` alone, so that all of it commits or nothing. */
export type Verb<Answer extends Outcome = Outcome> = {
  readonly name: string;
  /** What the key must hold; null when any key will do. */
  readonly scope: Scope | null;
  /** Whether it may go on while an import is at work: it touches nothing that an import brings. */
  readonly besideImports?: true;
  /** How long it may take, where it may be more than others and cannot be divided. */
  readonly deadlineMilliseconds?: number;
  run(db: Db, viewer: Viewer, input: unknown, now: Date): Promise<Answer>;
  /**
   * What is too much for one transaction, portion by portion, each in one of its own and at a moment of its own, with others in between. Takes the answer as it is so far and gives the next one, null when
   * all is done. Must be able to go on after a crash: the same call again begins with the first answer.
   */
  next?(db: Db, viewer: Viewer, answer: Answer, now: Date): Promise<Answer | null>;
};

export type ChangeLimits = {
  /** For waiting and working together. */
  readonly deadlineMilliseconds: number;
  /** How many changes of a process may wait while one is at work. */
  readonly mostWaiting: number;
};

/** People change things by hand, a script at most some hundred a second: what has waited so long is tried again rather than waited for. */
export const usualLimits: ChangeLimits = { deadlineMilliseconds: 20_000, mostWaiting: 100 };

export type ChangeOptions = {
  readonly idempotencyKey?: string | null | undefined;
  /** Aborted when whoever asked has gone. */
  readonly signal?: AbortSignal | undefined;
  readonly limits?: ChangeLimits | undefined;
};

/**
 * Carries out a verb in a transaction of its own. The same idempotency key from the same viewer with the same input gives the first answer again, and one effect.
 * @throws Unauthenticated, Forbidden, and what the verb throws
 * @throws InvalidInput when the idempotency key is longer than 200 characters
 * @throws Conflict when the idempotency key was used for another input
 * @throws Busy at once when too many wait, or an import is at work; Timeout when the deadline has come; Gone when the signal is aborted. Nothing was written then.
 */
export async function change<Answer extends Outcome>(
  prisma: PrismaClient,
  viewer: Viewer,
  verb: Verb<Answer>,
  input: object,
  {
    idempotencyKey = null,
    signal,
    limits = { ...usualLimits, deadlineMilliseconds: verb.deadlineMilliseconds ?? usualLimits.deadlineMilliseconds },
  }: ChangeOptions = {},
): Promise<Answer> {
  requireScope(viewer, verb.scope);
  if (idempotencyKey !== null) check(text(200), idempotencyKey, "input.idempotencyKey");
  const begin = (db: Db) => {
    const run = async () => verb.run(db, viewer, input, await takeMoment(db, null));
    return idempotencyKey === null ? run() : onceFor(db, viewer, { verb: verb.name, input, key: idempotencyKey }, run);
  };
  const answer = await inTurn(prisma, verb, begin, { signal, limits });
  return verb.next ? finish(prisma, viewer, verb, answer, { idempotencyKey, limits }) : answer;
}

const lines = new WeakMap<PrismaClient, Turns>();

/** Runs in a transaction when it is the process's turn: changes wait for one another in the database too, but here they wait before they take a connection, so that reads always find one. */
async function inTurn<Result>(
  prisma: PrismaClient,
  { besideImports }: Pick<Verb, "besideImports">,
  run: (db: Db) => Promise<Result>,
  { signal: client, limits: { deadlineMilliseconds, mostWaiting } }: { signal: AbortSignal | undefined; limits: ChangeLimits },
): Promise<Result> {
  const line = lines.get(prisma) ?? new Turns();
  lines.set(prisma, line);
  if (line.waiting >= mostWaiting) {
    const seconds = Math.max(1, Math.ceil(line.expectedMilliseconds / 1000));
    throw new Busy(`${line.waiting} changes are waiting already. Nothing was written: try again in ${seconds} s.`, seconds);
  }
  const until = performance.now() + deadlineMilliseconds;
  const ending = new AbortController();
  const gone = () => ending.abort(new Gone("Whoever asked for the change has gone. Nothing was written."));
  const late = setTimeout(() => ending.abort(tooLate(deadlineMilliseconds)), deadlineMilliseconds);
  if (client?.aborted) gone();
  client?.addEventListener("abort", gone, { once: true });
  const { signal } = ending;
  try {
    return await line.take(
      () =>
        boundedTransaction(prisma, { signal, milliseconds: until - performance.now() }, async (db) => {
          if (!besideImports) await passGate(db);
          return run(db);
        }),
      signal,
    );
  } finally {
    clearTimeout(late);
    client?.removeEventListener("abort", gone);
  }
}

function tooLate(milliseconds: number): Timeout {
  return new Timeout(
    `The change was not done within ${milliseconds / 1000} s, waiting for others included. Nothing was written: try again.`,
  );
}

const pause = 1000;
// A portion that times out so often in a row is too much for this machine, and whoever asked shall know.
const mostTimeouts = 3;

/** Carries on until all is done, whoever has gone meanwhile; each portion at the end of the line, so that nobody waits for more than one. */
async function finish<Answer extends Outcome>(
  prisma: PrismaClient,
  viewer: Viewer,
  verb: Verb<Answer>,
  begun: Answer,
  { idempotencyKey, limits }: { idempotencyKey: string | null; limits: ChangeLimits },
): Promise<Answer> {
  let timeouts = 0;
  for (let answer = begun; ;) {
    const portion = async (db: Db) => {
      const next = await verb.next!(db, viewer, answer, await takeMoment(db, null));
      if (next !== null && idempotencyKey !== null) await keepAnswer(db, viewer, idempotencyKey, next);
      return next;
    };
    try {
      const next = await inTurn(prisma, verb, portion, { signal: undefined, limits });
      if (next === null) return answer;
      answer = next;
      timeouts = 0;
    } catch (error) {
      timeouts += error instanceof Timeout ? 1 : 0;
      if (!(error instanceof Busy || error instanceof Timeout) || timeouts === mostTimeouts) throw error;
      await wait(pause);
    }
  }
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
