/**
 * Every change goes through here: one transaction around one verb, at one moment, once for each idempotency key, by one deadline. What of one verb waits in a process may be carried out together (in-turn.ts).
 *
 * What keeps changes apart, each for a reason of its own, in the order in which a change meets them:
 *   the line of its process (in-turn.ts)           waiting changes take no connection from reads, and are so many at most
 *   the gate (import-gate.ts)                      no rows of an import are passed by
 *   the idempotency key's row                      the same call twice at once, in any two processes, has one effect
 *   the recording clock's row (recording-clock.ts) moments in the order of commits, across processes; with it one change is at work at a time
 *   an event's row (hold-people.ts)                an import, which does without the clock, and a decision do not look past each other
 *   the lock of the feed's appends (outbox.ts)     also where the database's own rules append, for whoever changes rows without this file
 */
import { setTimeout as wait } from "node:timers/promises";
import type { Db } from "../db/database.ts";
import type { Prisma, PrismaClient } from "../db/generated/prisma/client.ts";
import { Busy, Timeout, type ExpectedError } from "../errors.ts";
import { keepAnswers, onceForAll, type Call } from "./idempotency.ts";
import { inTurn, type ChangeLimits } from "./in-turn.ts";
import { check, text } from "./input.ts";
import { takeMoment } from "./recording-clock.ts";
import { requireScope, type Scope, type Viewer } from "./viewer.ts";

/** What a verb answers: the row that it is about, and whether anything is different now. */
export type Outcome = { readonly id: string; readonly changed: boolean };

export type Asked = { readonly viewer: Viewer; readonly input: unknown };
export type Answered = Outcome | ExpectedError;

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
   * The same for several who ask at once, where that takes less than one after the other: of each its answer, in their order, or why it is refused; of whom that is, nothing is written. The clock is
   * taken by `takeMoment`, before any row.
   */
  runAll?(db: Db, asked: readonly Asked[], takeMoment: () => Promise<Date>): Promise<(Answer | ExpectedError)[]>;
  /**
   * What is too much for one transaction, portion by portion, each in one of its own and at a moment of its own, with others in between. Takes the answer as it is so far and gives the next one, null when
   * all is done. Must be able to go on after a crash: the same call again begins with the first answer.
   */
  next?(db: Db, viewer: Viewer, answer: Answer, now: Date): Promise<Answer | null>;
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
  const { runAll = async (db, [one], take) => [await verb.run(db, one!.viewer, one!.input, await take())] } = verb;
  const begin = (db: Db, calls: readonly Call[]) =>
    onceForAll(db, verb.name, calls, (some) => runAll(db, some, () => takeMoment(db, null)));
  const call = { viewer, input, key: idempotencyKey };
  const answer = await inTurn(prisma, verb, call, begin, { signal, limits, alone: verb.runAll === undefined });
  return verb.next ? finish(prisma, viewer, verb, answer, { idempotencyKey, limits }) : answer;
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
      if (next !== null && idempotencyKey !== null) await keepAnswers(db, [{ viewer, key: idempotencyKey, answer: next }]);
      return [next];
    };
    try {
      const next = await inTurn(prisma, verb, { viewer, input: {}, key: null }, portion, { signal: undefined, limits, alone: true });
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
  await auditAll(db, [{ actor, action, entity, entityId, detail }]);
}

/** The same of several that are done at once. */
export async function auditAll(db: Db, entries: readonly Prisma.AuditEntryCreateManyInput[]): Promise<void> {
  if (entries.length > 0) await db.auditEntry.createMany({ data: [...entries] });
}

/** Whether the viewer recorded a row: whoever did may send it again, though it may be hidden from them. */
export async function recordedBy(db: Db, { actor }: Viewer, entity: string, entityId: string): Promise<boolean> {
  return (await db.auditEntry.findFirst({ where: { actor, entity, entityId, action: `record${entity}` }, select: { id: true } })) !== null;
}
