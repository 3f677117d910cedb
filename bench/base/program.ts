/** How every bench runs: on a PostgreSQL where it may create databases, until it is done, stopped, or out of time; whatever it made is gone then. */
type Bench = (admin: string, signal: AbortSignal) => Promise<void>;

/** Fails the process when it does not come to its end. */
export async function runBench(mostMilliseconds: number, bench: Bench): Promise<void> {
  const over = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => over.abort(new Error(`Stopped by ${signal}.`)));
  const deadline = setTimeout(() => over.abort(new Error(`Not done within ${mostMilliseconds / 1000} seconds.`)), mostMilliseconds);
  try {
    await bench(process.env["BENCH_DATABASE_URL"] ?? "postgres://postgres@127.0.0.1:5432/postgres", over.signal);
  } catch (error) {
    console.error(over.signal.aborted ? (over.signal.reason as Error).message : error);
    process.exitCode = 1;
  } finally {
    clearTimeout(deadline);
  }
}
