/** Thousands of light clients in a process of their own, and the parent's handle on it. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { openLight, type LightSocket } from "./light-socket.ts";

type Seats = {
  readonly port: number;
  readonly count: number;
  /** Subscribes over graphql-transport-ws, the n-th socket to the n-th document (round and round); without it, the n-th socket asks a bare server for `/n`. */
  readonly documents: readonly string[];
  readonly graphql: boolean;
  readonly after?: string;
  /** How many sockets may be connecting at once. */
  readonly abreast: number;
};
/** When the first, the middle and the last socket had all that was expected, in milliseconds of the machine's monotonic clock. */
export type Served = { readonly begun: number; readonly half: number; readonly last: number; readonly bytes: number };
type Order =
  | ({ readonly do: "seat" } & Seats)
  | ({ readonly do: "storm"; readonly each: number; readonly milliseconds: number } & Seats)
  | { readonly do: "expect"; readonly each: number; readonly milliseconds: number }
  | { readonly do: "tell" };

export type Audience = AsyncDisposable & {
  /** Opens the sockets. Resolves with how long it took. */
  seat(seats: Seats): Promise<number>;
  /** Resolves when each socket has had `each` more events. @throws when not in time */
  expect(each: number, milliseconds: number): Promise<Served>;
  /** Opens the sockets, each of which receives `each` events at once; `begun` is when the first connected. @throws when not in time */
  storm(seats: Seats, each: number, milliseconds: number): Promise<Served>;
  /** The latest event of each document, as it was received. */
  tell(): Promise<string[]>;
};

/** All other messages of a hub are shorter: acknowledgements, bookmarks, pings. */
const shortestEvent = 300;

export const clock = (): number => Number(process.hrtime.bigint()) / 1e6;

export function openAudience(signal: AbortSignal): Audience {
  const child = fork(import.meta.filename, { execArgv: ["--disable-warning=ExperimentalWarning"], signal, killSignal: "SIGKILL" });
  child.on("error", () => {}); // the abort
  const ended = once(child, "exit").then(() => {
    throw new Error("The audience has gone.");
  });
  ended.catch(() => {});
  const ask = async (order: Order): Promise<unknown> => {
    child.send(order);
    const [answer] = (await Promise.race([once(child, "message"), ended])) as [{ failed?: string; value?: unknown }];
    if (answer.failed !== undefined) throw new Error(answer.failed);
    return answer.value;
  };
  return {
    seat: (seats) => ask({ do: "seat", ...seats }) as Promise<number>,
    expect: (each, milliseconds) => ask({ do: "expect", each, milliseconds }) as Promise<Served>,
    storm: (seats, each, milliseconds) => ask({ do: "storm", ...seats, each, milliseconds }) as Promise<Served>,
    tell: () => ask({ do: "tell" }) as Promise<string[]>,
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await ended.catch(() => {});
    },
  };
}

async function beAudience(): Promise<void> {
  let sockets: LightSocket[] = [];
  let had: number[] = [];
  let closed = 0;
  let bytes = 0;
  let latest: (Buffer | undefined)[] = [];
  let onEvent = (_n: number): void => {};

  const seat = async (seats: Seats): Promise<number> => {
    const began = clock();
    latest = seats.documents.map(() => undefined);
    had = Array.from({ length: seats.count }, () => 0);
    let [begun, open] = [0, 0];
    await new Promise<void>((resolve, reject) => {
      const more = (): void => {
        while (begun < seats.count && begun - open < seats.abreast) sockets.push(take(seats, begun++, opened, lost));
        if (open === seats.count) resolve();
      };
      const opened = () => {
        open += 1;
        more();
      };
      const lost = () => {
        closed += 1;
        reject(new Error(`A connection was closed; ${open} of ${seats.count} were open.`));
      };
      more();
    });
    return clock() - began;
  };

  const take = ({ port, documents, graphql, after }: Seats, n: number, opened: () => void, lost: () => void): LightSocket => {
    const document = n % documents.length;
    const from = `127.0.${1 + (process.pid % 250)}.${2 + (n % 100)}`;
    let acknowledged = !graphql;
    const onText = (payload: Buffer): void => {
      if (payload.length >= shortestEvent) {
        bytes += payload.length;
        if (n < documents.length) latest[n] = Buffer.from(payload);
        had[n]! += 1;
        onEvent(n);
      } else if (!acknowledged && payload.includes("connection_ack")) {
        acknowledged = true;
        const variables = { after: after ?? "" };
        socket.sendText(JSON.stringify({ type: "subscribe", id: "1", payload: { query: documents[document], variables } }));
        opened();
      } else if (payload.includes('"type":"error"')) throw new Error(payload.toString());
    };
    const onOpen = () => (graphql ? socket.sendText('{"type":"connection_init"}') : opened());
    const protocol = graphql ? { protocol: "graphql-transport-ws" } : {};
    const socket = openLight({ port, path: graphql ? "/graphql" : `/${document}`, ...protocol, from, onOpen, onText, onClose: lost });
    return socket;
  };

  const expectEvents = async (each: number, milliseconds: number): Promise<Served> => {
    const goal = had.map((count) => count + each);
    let missing = had.length;
    let [begun, half] = [0, 0];
    bytes = 0;
    const last = await new Promise<number>((resolve, reject) => {
      const late = setTimeout(
        () =>
          reject(
            new Error(`${missing} of ${had.length} sockets did not have ${each} events within ${milliseconds} ms; ${closed} were closed.`),
          ),
        milliseconds,
      );
      onEvent = (n) => {
        if (begun === 0) begun = clock();
        if (had[n] !== goal[n]) return;
        missing -= 1;
        if (missing === had.length >> 1) half = clock();
        if (missing > 0) return;
        clearTimeout(late);
        resolve(clock());
      };
    });
    return { begun, half, last, bytes };
  };

  const carryOut = async (order: Order): Promise<unknown> => {
    if (order.do === "seat") return seat(order);
    if (order.do === "storm") {
      const begun = clock();
      const seated = seat(order);
      const [served] = await Promise.all([expectEvents(order.each, order.milliseconds), seated]);
      return { ...served, begun };
    }
    if (order.do === "expect") return expectEvents(order.each, order.milliseconds);
    return latest.map((text) => text?.toString() ?? "");
  };
  process.on("message", (order: Order) => {
    carryOut(order).then(
      (value) => process.send!({ value }),
      (error: unknown) => process.send!({ failed: String(error) }),
    );
  });
  process.once("disconnect", () => process.exit());
}

if (process.argv[1] === import.meta.filename) await beAudience();
