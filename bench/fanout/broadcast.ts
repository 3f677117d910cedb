/** The floor of the fan-out: a `ws` server that does nothing but send. A socket's path, `/7`, says which of the texts it gets. */
import { fork } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { WebSocketServer, type WebSocket } from "ws";

type Order = { readonly send: readonly string[] } | { readonly greet: readonly string[] };

export type Broadcaster = AsyncDisposable & {
  readonly port: number;
  readonly pid: number;
  /** What it has written to standard error so far. */
  errorOutput(): string;
  /** Sends the n-th text to every socket at `/n`. */
  send(texts: readonly string[]): void;
  /** Sends the texts to each socket that comes from now on. */
  greet(texts: readonly string[]): void;
};

export async function startBroadcaster(signal: AbortSignal, nodeArgs: readonly string[] = []): Promise<Broadcaster> {
  const child = fork(import.meta.filename, {
    ...{ execArgv: ["--disable-warning=ExperimentalWarning", ...nodeArgs], signal, killSignal: "SIGKILL" },
    stdio: ["ignore", "inherit", "pipe", "ipc"],
  });
  child.on("error", () => {}); // the abort
  let err = "";
  child.stderr!.setEncoding("utf8").on("data", (text: string) => (err += text));
  const ended = once(child, "exit");
  const [port] = (await once(child, "message")) as [number];
  return {
    port,
    pid: child.pid!,
    errorOutput: () => err,
    send: (send) => void child.send({ send } satisfies Order),
    greet: (greet) => void child.send({ greet } satisfies Order),
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function beBroadcaster(): void {
  const sockets = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false, backlog: 4096 });
  const places: Set<WebSocket>[] = [];
  let greeting: readonly string[] = [];
  sockets.on("connection", (socket, { url = "/" }) => {
    const place = (places[Number(url.slice(1))] ??= new Set());
    place.add(socket);
    socket.once("close", () => place.delete(socket));
    socket.on("error", () => {}); // "close" follows
    for (const text of greeting) socket.send(text);
  });
  process.on("message", (order: Order) => {
    if ("greet" in order) greeting = order.greet;
    else for (const [n, text] of order.send.entries()) for (const socket of places[n] ?? []) socket.send(text);
  });
  process.once("disconnect", () => process.exit());
  sockets.once("listening", () => process.send!((sockets.address() as AddressInfo).port));
}

if (process.argv[1] === import.meta.filename) beBroadcaster();
