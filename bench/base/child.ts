/** The servers under measurement, each in a process of its own: the parent's side and the child's side. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { recordStatements } from "../../kit/statements.ts";

export type Child = AsyncDisposable & {
  readonly url: string;
  /** The SQL statements that the process has sent since the last call. */
  statements(): Promise<string[]>;
  /** What the process has used since the last call: CPU time, and the longest that its event loop stood still, in milliseconds. */
  usage(): Promise<Usage>;
};
type Usage = { readonly cpu: number; readonly stood: number };

type Question = "statements" | "usage" | "stop";
type Received = { url: string } | { failed: string } | { statements: string[] } | { usage: Usage };

/** Starts a server file of bench/ on a database, and resolves when it listens. It is killed when the signal aborts. It finds `more` behind the database in its arguments. */
export async function startChild(file: string, databaseUrl: string, signal: AbortSignal, ...more: readonly string[]): Promise<Child> {
  const child = fork(join(import.meta.dirname, "..", file), [databaseUrl, ...more], { signal, killSignal: "SIGKILL" });
  child.on("error", () => {}); // the abort; pending answers reject when the process ends
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const ask = async (question?: Question): Promise<Received> => {
    if (question) child.send(question);
    const told = await Promise.race([
      once(child, "message").then(([message]) => message as Received),
      ended.then((code) => ({ failed: `ended with ${code}` })),
    ]);
    if ("failed" in told) throw new Error(`${file}: ${told.failed}`);
    return told;
  };
  const stop = async () => {
    if (child.connected) child.send("stop" satisfies Question);
    const late = setTimeout(() => child.kill("SIGKILL"), 5000);
    await ended;
    clearTimeout(late);
  };
  try {
    const { url } = (await ask()) as { url: string };
    return {
      url,
      statements: async () => ((await ask("statements")) as { statements: string[] }).statements,
      usage: async () => ((await ask("usage")) as { usage: Usage }).usage,
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The main function of a server file: starts on the given database, reports its address, answers its parent, and stops with it, however the parent ends. */
export async function beChild(start: (databaseUrl: string) => Promise<{ url: string; stop(): Promise<void> }>): Promise<void> {
  const tell = (told: Received) => void process.send?.(told);
  // A Ctrl-C reaches the whole group of processes. The parent decides when this one stops.
  process.on("SIGINT", () => {});
  const taken = recordStatements();
  const used = watchUsage();
  try {
    const { url, stop } = await start(process.argv[2]!);
    const end = () => void stop().finally(() => process.exit());
    process.once("disconnect", end);
    process.on("message", (question: Question) => {
      if (question === "stop") end();
      else tell(question === "statements" ? { statements: taken() } : { usage: used() });
    });
    tell({ url });
  } catch (error) {
    tell({ failed: String(error) });
    process.disconnect();
  }
}

const watchEvery = 5;

/** Returns what was used since it was last asked. */
function watchUsage(): () => Usage {
  const delay = monitorEventLoopDelay({ resolution: watchEvery });
  delay.enable();
  let since = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(since);
    const stood = Math.max(0, delay.max / 1e6 - watchEvery);
    since = process.cpuUsage();
    delay.reset();
    return { cpu: (user + system) / 1000, stood };
  };
}
