/** The hub as its users run it: a process of its own, through its command line. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { run } from "../../src/cli/program.ts";
import { readConfig } from "../../src/config.ts";
import { openDatabase, type Database } from "../../src/db/database.ts";
import { copyWorld, type World } from "./database.ts";

const main = join(import.meta.dirname, "../../src/main.ts");

export type Ended = { code: number | null; out: string; err: string };
/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export type Running = {
  readonly url: string;
  readonly pid: number;
  readonly out: () => string;
  kill(signal: NodeJS.Signals): Promise<Ended>;
};

function launch(args: readonly string[], env: Record<string, string | undefined>) {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const told = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (told.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (told.err += text));
  const ended = once(child, "close").then(([code]): Ended => ({ code: code as number | null, ...told }));
  return { child, told, ended };
}

/** Runs one command to its end. */
export function runCommand(args: readonly string[], env: Record<string, string | undefined>): Promise<Ended> {
  return launch(args, env).ended;
}

/** Starts `serve` and waits until it is ready. */
export async function startProcess(env: Record<string, string | undefined>, ...options: string[]): Promise<Running> {
  const { child, told, ended } = launch(["serve", ...options], { PORT: "0", LOG_LEVEL: "silent", ...env });
  const served = new Promise<string>((resolve) =>
    child.stdout.on("data", () => {
      const url = /Paradero serves (\S+)/.exec(told.out)?.[1];
      if (url !== undefined) resolve(url);
    }),
  );
  const url = await Promise.race([served, ended]);
  if (typeof url !== "string") throw new Error(`serve ended before it was ready: ${JSON.stringify(url)}`);
  return {
    url,
    pid: child.pid!,
    out: () => told.out,
    kill(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** A hub that is stopped, the command line on it, and a look into its database. */
export async function stoppedHub(world: World) {
  const { where, dispose } = await copyWorld(world);
  const env = { ...(where.databaseUrl === undefined ? {} : { DATABASE_URL: where.databaseUrl }), PARADERO_HOME: where.home };
  return {
    async paradero(...argv: string[]) {
      const said: string[] = [];
      const say = (line: string) => void said.push(line);
      const terminal = { config: () => readConfig(env), stopped: new Promise<void>(() => {}), onUncaught() {}, out: say, err: say };
      return { code: await run(argv, terminal), said: said.join("\n") };
    },
    async within<Result>(use: (database: Database) => Promise<Result>): Promise<Result> {
      const database = await openDatabase(where);
      try {
        return await use(database);
      } finally {
        await database.close();
      }
    },
    [Symbol.asyncDispose]: dispose,
  };
}
