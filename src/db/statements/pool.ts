/** Connections of PostgreSQL whose statements are stopped with the operation that they run for (bounds.ts), and which are shared among those who ask: nobody gets them all. */
import pg from "pg";
import { traced } from "../../tracing/trace.ts";
import { boundsNow, holderNow, withoutBounds } from "./bounds.ts";
import { Shares } from "./shares.ts";
import { stepOf } from "./step.ts";
import { Together } from "./together.ts";

/** Stops the statement that a backend is at, if it is at one: pg_cancel_backend. */
export type Cancel = (backend: number) => Promise<unknown>;

type Statement = string | pg.QueryConfig | Together;
type Query = (statement: Statement, ...more: unknown[]) => Promise<pg.QueryResult>;

// More than an operation within the limits has fields.
const mostWaiting = 2000;

// What ends a transaction runs to its end: a connection must not go back to the pool in the midst of one.
const endings = new Set(["COMMIT", "ROLLBACK"]);

/** @param cancel absent behind a pooler, where nobody knows which backend is at work: there only time-outs end a statement */
export function createPool(config: pg.PoolConfig, cancel: Cancel | undefined): pg.Pool {
  const shares = new Shares({ atOnce: config.max!, waiting: mostWaiting });
  class BoundClient extends pg.Client {
    override query = ((statement, ...more) => {
      const text = typeof statement === "string" ? statement : statement.text;
      const send = () => (super.query as Query)(statement, ...more);
      // Whoever asked for it has noted it down.
      const run = async () =>
        statement instanceof Together ? (void send(), statement.done as Promise<never>) : traced(() => stepOf(text), send);
      const signal = boundsNow();
      const ends = endings.has(text);
      return signal === undefined || ends ? run() : stoppable(run, signal, async () => cancel?.((this as unknown as Backend).processID));
    }) as Query as pg.Client["query"];
  }
  class BoundPool extends pg.Pool {
    override connect = (async () => {
      const signal = boundsNow();
      const { name, atOnce } = holderNow();
      const giveBack = await shares.take(name, atOnce, signal);
      // A connection outlives whoever it was opened for.
      const connecting = withoutBounds(() => super.connect()).then(
        (client) => givenBackWith(client, giveBack),
        (error: unknown) => {
          giveBack();
          throw error;
        },
      );
      return signal === undefined ? connecting : unlessAborted(connecting, signal);
    }) as pg.Pool["connect"];

    // pg's own asks in the name of whoever gave the connection back.
    override query = (async (statement) => {
      const client = await this.connect();
      let broken = false;
      const breaks = () => (broken = true);
      // A server that goes says so twice: that it ends, and that the connection has.
      client.on("error", breaks);
      try {
        return await client.query(statement);
      } catch (error) {
        broken ||= !(error instanceof pg.DatabaseError || boundsNow()?.aborted);
        throw error;
      } finally {
        client.removeListener("error", breaks);
        client.release(broken);
      }
    }) as Query as pg.Pool["query"];
  }
  const pool = new BoundPool({ ...config, Client: BoundClient });
  // An idle connection that breaks is replaced; unheard before Prisma listens, the event would end the process.
  pool.on("error", () => {});
  return pool;
}

/** The pool gives each holder of a connection another `release`. */
function givenBackWith(client: pg.PoolClient, giveBack: () => void): pg.PoolClient {
  const release = client.release.bind(client);
  client.release = (broken) => {
    giveBack();
    release(broken);
  };
  return client;
}

type Backend = { readonly processID: number };

/** The connection is busy until the order to stop has been carried out: or it could meet whoever has the connection next. */
async function stoppable<Result>(run: () => Promise<Result>, signal: AbortSignal, cancel: () => Promise<unknown>): Promise<Result> {
  signal.throwIfAborted();
  let stopping: Promise<unknown> | undefined;
  const stop = () => void (stopping = cancel().catch(() => {}));
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await run();
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
    await stopping;
  }
}

/** Who waits for a connection leaves the line when there is nobody to wait for; a connection that comes too late goes to the next. */
function unlessAborted(connecting: Promise<pg.PoolClient>, signal: AbortSignal): Promise<pg.PoolClient> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      reject(signal.reason as Error);
      void connecting.then(
        (client) => client.release(),
        () => {},
      );
    };
    signal.addEventListener("abort", leave, { once: true });
    if (signal.aborted) return leave();
    connecting.then((client) => {
      signal.removeEventListener("abort", leave);
      resolve(client);
    }, reject);
  });
}
