/** The only file with effects: the arguments, the environment, the signals, the exit code. */
import { run } from "./cli/program.ts";
import type { Terminal } from "./cli/terminal.ts";
import { readConfig } from "./config.ts";

const stopped = new Promise<void>((resolve) => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
});
const out = (line: string) => void process.stdout.write(`${line}\n`);
const err = (line: string) => void process.stderr.write(`${line}\n`);

const onUncaught: Terminal["onUncaught"] = (listener) => void process.on("uncaughtException", listener);
const code = await run(process.argv.slice(2), { config: () => readConfig(process.env), out, err, stopped, onUncaught });

// Not left to run out: the schema engine leaves a timer of ten seconds behind, for the lock that it has long released.
process.stdout.write("", () => process.exit(code));
