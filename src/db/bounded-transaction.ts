/** A transaction that ends when its signal says so: what runs in the database is stopped, and all that was done is taken back. */
import { Timeout } from "../errors.ts";
import { withoutBounds } from "./statements/bounds.ts";
import type { Db } from "./database.ts";
import type { PrismaClient } from "./generated/prisma/client.ts";

export type Bounds = {
  /** Aborted when time is up or nobody waits for the result any more; its reason is what is thrown. */
  readonly signal: AbortSignal;
  /** How long the transaction may last, for the database to keep should this process no longer be able to. */
  readonly milliseconds: number;
};

// The signal comes first, so that its reason is told; the database follows only if this process is late.
const lateness = 1000;
// query_canceled, lock_not_available, idle_in_transaction_session_timeout; P2028 is Prisma's for a transaction that it gave up.
const outOfTime = /57014|55P03|25P03|P2028|statement timeout|lock timeout/;

/**
 * Runs `run` in a transaction within bounds.
 * @throws the signal's reason, and Timeout when the database was faster
 */
export async function boundedTransaction<Result>(
  prisma: PrismaClient,
  { signal, milliseconds }: Bounds,
  run: (db: Db) => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted();
  const most = Math.max(1, Math.ceil(milliseconds)) + lateness;
  try {
    // Whoever asked for it may be an operation with bounds of its own: those of the change stand instead.
    return await withoutBounds(() =>
      prisma.$transaction(
        async (db) => {
          const stop = await bind(prisma, db, most);
          return stoppable(() => run(db), signal, stop);
        },
        { maxWait: most, timeout: most + lateness },
      ),
    );
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Error && outOfTime.test(`${error.message} ${(error as { code?: string }).code} ${String(error.cause)}`))
      throw new Timeout("The database gave the change up: it took too long. Nothing was written: try again.", { cause: error });
    throw error;
  }
}

/** Tells the database how long each statement may take, and returns how to stop the one that is running. */
async function bind(prisma: PrismaClient, db: Db, milliseconds: number): Promise<() => Promise<unknown>> {
  const [session] = await db.$queryRaw<{ pid: number; embedded: boolean }[]>`
    SELECT pg_backend_pid() AS "pid", version() LIKE '%emscripten%' AS "embedded", set_config('statement_timeout', ${String(milliseconds)}, true),
      set_config('lock_timeout', ${String(milliseconds)}, true), set_config('idle_in_transaction_session_timeout', ${String(milliseconds)}, true)`;
  // The embedded database does one thing at a time: whoever asked it to stop would wait for what is to be stopped.
  return async () => session!.embedded || withoutBounds(() => prisma.$queryRaw`SELECT pg_cancel_backend(${session!.pid}::int)`);
}

/** The transaction is open until the order to stop has been carried out: or it could meet whoever has the connection next. */
async function stoppable<Result>(run: () => Promise<Result>, signal: AbortSignal, stop: () => Promise<unknown>): Promise<Result> {
  signal.throwIfAborted();
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => {});
  const halt = () =>
    void stop().then(
      () => stopped.reject(signal.reason),
      () => stopped.reject(signal.reason),
    );
  signal.addEventListener("abort", halt, { once: true });
  try {
    return await Promise.race([run(), stopped.promise]);
  } finally {
    signal.removeEventListener("abort", halt);
    // oxlint-disable-next-line no-unsafe-finally -- what is being stopped has not succeeded
    if (signal.aborted) await stopped.promise;
  }
}
