/** The servers under measurement, each in a process of its own: the parent's side and the child's side. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { recordStatements } from "../kit/statements.ts";

export type Child = AsyncDisposable & {
  readonly url: string;
  /** The SQL statements that the process has sent since the last call. */
  statements(): Promise<string[]>;
};

type Question = "statements" | "stop";
type Received = { url: string } | { failed: string } | { statements: string[] };

/** Starts a server file of this directory on a database, and resolves when it listens. It is killed when the signal aborts. */
export async function startChild(file: string, databaseUrl: string, signal: AbortSignal): Promise<Child> {
  const child = fork(join(import.meta.dirname, file), [databaseUrl], { signal, killSignal: "SIGKILL" });
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
  try {
    const { url, stop } = await start(process.argv[2]!);
    const end = () => void stop().finally(() => process.exit());
    process.once("disconnect", end);
    process.on("message", (question: Question) => (question === "stop" ? end() : tell({ statements: taken() })));
    tell({ url });
  } catch (error) {
    tell({ failed: String(error) });
    process.disconnect();
  }
}
