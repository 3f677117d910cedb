/** `serve` as it runs in production: a process of its own, on a port that it keeps when it is restarted. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const root = join(import.meta.dirname, "..");
const startMilliseconds = 60_000;

type Environment = Readonly<Record<string, string>>;
export type HubOptions = {
  readonly environment: Environment;
  /** The error of the process's clock, in milliseconds. */
  readonly clockShift?: number;
  /** For `serve`. */
  readonly args?: readonly string[];
  /** Any free port when not given. */
  readonly port?: number;
  /** For Node itself. */
  readonly nodeArgs?: readonly string[];
};

export type HubProcess = {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** What it has written to standard error so far. */
  errorOutput(): string;
  signal(signal: NodeJS.Signals): void;
  /** Sends a signal that ends it, and resolves with its exit code (null when it was killed) and how long it took, in milliseconds. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; took: number }>;
  readonly ended: boolean;
};

/** Starts `serve`, and resolves when it is ready. */
export async function startHub({ environment, clockShift = 0, args = [], nodeArgs = [], port }: HubOptions): Promise<HubProcess> {
  const own = port ?? (await freePort());
  const clock = new URL(`clock.ts?shift=${clockShift}`, import.meta.url).href;
  const flags = [...flagsOfStart(), ...nodeArgs, ...(clockShift === 0 ? [] : ["--import", clock])];
  const child = spawn(process.execPath, [...flags, join(root, "src/main.ts"), "serve", ...args], {
    env: { PATH: process.env["PATH"], LOG_LEVEL: "error", ...environment, PORT: String(own) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err, over] = ["", "", false];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err = (err + text).slice(-20_000)));
  const closed = once(child, "close").then(([code]) => {
    over = true;
    return code as number | null;
  });
  const hub: Omit<HubProcess, "url"> = {
    port: own,
    pid: child.pid!,
    errorOutput: () => err,
    signal: (signal) => void child.kill(signal),
    async end(signal) {
      const began = performance.now();
      child.kill(signal);
      return { code: await closed, took: performance.now() - began };
    },
    get ended() {
      return over;
    },
  };
  for (const began = performance.now(); performance.now() - began < startMilliseconds; await wait(20)) {
    const url = /Paradero serves (\S+)/.exec(out)?.[1];
    if (url !== undefined) return Object.defineProperty(hub, "url", { value: url, enumerable: true }) as HubProcess;
    if (over) throw new Error(`serve ended before it was ready: ${out}${err}`);
  }
  await hub.end("SIGKILL");
  throw new Error(`serve was not ready within ${startMilliseconds / 1000} s: ${out}${err}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** The arguments that `npm start` gives to Node. */
function flagsOfStart(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: { start: string } };
  return scripts.start.split(" ").filter((word) => word.startsWith("--"));
}
