/** A change waits for its turn in the line of its process, and is carried out in a transaction of its own or with those that want the same and wait behind it. */
import { boundedTransaction } from "../db/bounded-transaction.ts";
import type { Db } from "../db/database.ts";
import type { PrismaClient } from "../db/generated/prisma/client.ts";
import { Busy, ExpectedError, Gone, Timeout } from "../errors.ts";
import type { Call } from "./idempotency.ts";
import { passGate } from "./import-gate.ts";
import { Company, type Member, type TakeAlong } from "./turns/company.ts";
import { Turns } from "./turns/turns.ts";

export type ChangeLimits = {
  /** For waiting and working together. */
  readonly deadlineMilliseconds: number;
  /** How many changes of a process may wait while one is at work. */
  readonly mostWaiting: number;
};

type Line = { readonly turns: Turns; readonly companies: WeakMap<object, Company<Waiting, unknown>> };
const lines = new WeakMap<PrismaClient, Line>();

/** The line of a process, and in it those who want what one verb does. */
function lineFor<Answer>(prisma: PrismaClient, verb: object): { turns: Turns; company: Company<Waiting, Answer> } {
  const line = lines.get(prisma) ?? { turns: new Turns(), companies: new WeakMap() };
  lines.set(prisma, line);
  const company = line.companies.get(verb) ?? new Company(line.turns);
  line.companies.set(verb, company);
  return { turns: line.turns, company: company as Company<Waiting, Answer> };
}

/** A call in the line: until when it may be done, and what tells that it is too late, or that nobody waits for it. */
type Waiting = Call & { readonly until: number; readonly late: AbortSignal; readonly gone: AbortSignal };
/** What is done, by which those are found who want the same. */
type InLine = { readonly besideImports?: true };
type Begin<Answer> = (db: Db, calls: readonly Call[]) => Promise<readonly (Answer | ExpectedError)[]>;

/** Runs in a transaction when it is the process's turn: changes wait for one another in the database too, but here they wait before they take a connection, so that reads always find one. */
export async function inTurn<Answer>(
  prisma: PrismaClient,
  verb: InLine,
  call: Call,
  begin: Begin<Answer>,
  { signal: client, limits, alone }: { signal: AbortSignal | undefined; limits: ChangeLimits; alone: boolean },
): Promise<Answer> {
  const { deadlineMilliseconds, mostWaiting } = limits;
  const { turns, company } = lineFor<Answer>(prisma, verb);
  if (turns.waiting >= mostWaiting) {
    const seconds = Math.max(1, Math.ceil(turns.expectedMilliseconds / 1000));
    throw new Busy(`${turns.waiting} changes are waiting already. Nothing was written: try again in ${seconds} s.`, seconds);
  }
  const [late, gone] = [new AbortController(), new AbortController()];
  const timer = setTimeout(() => late.abort(tooLate(deadlineMilliseconds)), deadlineMilliseconds);
  const leave = () => gone.abort(new Gone("Whoever asked for the change has gone. Nothing was written."));
  if (client?.aborted) leave();
  client?.addEventListener("abort", leave, { once: true });
  const asked: Waiting = { ...call, until: performance.now() + deadlineMilliseconds, late: late.signal, gone: gone.signal };
  const signal = AbortSignal.any([late.signal, gone.signal]);
  const take = (alone: boolean) => company.take({ asked, alone, signal }, (takeAlong) => carryOut(prisma, verb, asked, begin, takeAlong));
  try {
    return await take(alone).catch((error: unknown) => {
      if (error instanceof FailedTogether) return take(true);
      throw error;
    });
  } finally {
    clearTimeout(timer);
    client?.removeEventListener("abort", leave);
  }
}

/** One of those who were done together made it fail, and all was taken back: each tries by itself. */
class FailedTogether extends Error {}
/** Everybody was refused: nothing of it shall stay. */
class AllRefused extends Error {
  readonly answers: readonly ExpectedError[];
  constructor(answers: readonly ExpectedError[]) {
    super();
    this.answers = answers;
  }
}

// A group is as long at work as all of it takes, and whoever is not in it waits.
const mostTogether = 16;

/**
 * Carries out a call, and with it those of the same verb that wait behind it, in one transaction: one commit, one hold of the clock. Its deadline is the first of theirs, and stands for all; whose it is not tries
 * again. Whoever goes away from then on has it done all the same, as long as anybody waits. Each is refused for itself; what fails otherwise takes back what all did, and each is tried again alone.
 */
async function carryOut<Answer>(
  prisma: PrismaClient,
  { besideImports }: InLine,
  first: Waiting,
  begin: Begin<Answer>,
  takeAlong: TakeAlong<Waiting, Answer>,
): Promise<Answer> {
  const ending = new AbortController();
  let along: readonly Member<Waiting, Answer>[] = [];
  let done = false;
  const leave = () => {
    if ([first, ...along.map(({ asked }) => asked)].every(({ gone }) => gone.aborted)) ending.abort(first.gone.reason);
  };
  const end = () => ending.abort(first.late.reason);
  first.late.addEventListener("abort", end, { once: true });
  first.gone.addEventListener("abort", leave, { once: true });
  if (first.late.aborted) end();
  if (first.gone.aborted) leave();
  const bounds = { signal: ending.signal, milliseconds: first.until - performance.now() };
  const answers = await boundedTransaction(prisma, bounds, async (db) => {
    if (!besideImports) await passGate(db);
    // Not before: who comes while the transaction begins is in it.
    along = takeAlong(
      (chosen, next) =>
        chosen.length < mostTogether &&
        next.until >= first.until &&
        !chosen.some(({ key, viewer }) => key !== null && key === next.key && viewer.actor === next.viewer.actor),
    );
    for (const { asked } of along) asked.gone.addEventListener("abort", leave, { once: true });
    const given = await begin(db, [first, ...along.map(({ asked }) => asked)]);
    if (given.every((answer) => answer instanceof ExpectedError)) throw new AllRefused(given);
    done = true;
    return given;
  }).catch((error: unknown) => {
    if (error instanceof AllRefused) return error.answers;
    // Whether a commit that failed came through, nobody knows: then it is not tried again.
    const together = along.length > 0 && !done;
    for (const { failed } of along) failed(together ? new FailedTogether() : error);
    throw together && !ending.signal.aborted ? new FailedTogether() : error;
  });
  first.late.removeEventListener("abort", end);
  along.forEach(({ done, failed }, at) => {
    const answer = answers[at + 1]!;
    if (answer instanceof ExpectedError) failed(answer);
    else done(answer);
  });
  const [own] = answers;
  if (own instanceof ExpectedError) throw own;
  return own!;
}

function tooLate(milliseconds: number): Timeout {
  return new Timeout(
    `The change was not done within ${milliseconds / 1000} s, waiting for others included. Nothing was written: try again.`,
  );
}
