/** Many listeners in a process of their own, which can be stopped and has its own limit of sockets. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { follow, judge, sum, whichFeed, type Verdict } from "./ledger.ts";
import { listen, type Listener } from "./listener.ts";
import { until } from "./until.ts";

type Order =
  | {
      readonly do: "listen";
      readonly feed: ReturnType<typeof whichFeed>;
      readonly urls: readonly string[];
      readonly after: string;
      readonly count: number;
      readonly pause: number;
    }
  | { readonly do: "judge"; readonly ledger: readonly string[]; readonly timeout: number };
export type Judged = {
  readonly verdict: Verdict;
  /** The connections of all listeners together. */
  readonly connections: number;
  /** How often a connection was closed with which code. */
  readonly closes: Readonly<Record<string, number>>;
  readonly ends: readonly string[];
};

export type Crowd = AsyncDisposable & {
  readonly count: number;
  signal(signal: NodeJS.Signals): void;
  judge(ledger: readonly string[], timeout: number): Promise<Judged>;
};

/** Starts `count` listeners from addresses 127.0.x.y, a few hundred from each, and resolves when all are connected. `pause` is the longest delay before they reconnect, in milliseconds. */
export async function gather(order: Omit<Extract<Order, { do: "listen" }>, "do" | "feed">): Promise<Crowd> {
  const child = fork(import.meta.filename, { execArgv: ["--disable-warning=ExperimentalWarning"] });
  const ended = once(child, "exit").then(() => {
    throw new Error("A crowd has ended.");
  });
  ended.catch(() => {});
  const ask = async <Answer>(question: Order): Promise<Answer> => {
    child.send(question);
    const [answer] = (await Promise.race([once(child, "message"), ended])) as [Answer | { failed: string }];
    if (typeof answer === "object" && answer !== null && "failed" in answer) throw new Error(answer.failed);
    return answer;
  };
  const dispose = async () => {
    child.kill("SIGKILL");
    await ended.catch(() => {});
  };
  try {
    await ask({ do: "listen", feed: whichFeed(), ...order });
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    count: order.count,
    signal: (signal) => void child.kill(signal),
    judge: (ledger, timeout) => ask({ do: "judge", ledger, timeout }),
    [Symbol.asyncDispose]: dispose,
  };
}

async function beCrowd(): Promise<void> {
  const listeners: Listener[] = [];
  const carryOut = async (order: Order): Promise<unknown> => {
    if (order.do === "listen") {
      const { feed, urls, after, count, pause } = order;
      // A process of its own follows the feed that this run is about.
      follow(feed);
      for (let n = 0; n < count; n += 1) {
        const from = `127.0.${1 + (process.pid % 200)}.${2 + (n % 50)}`;
        listeners.push(listen({ url: () => urls[n % urls.length]!, after, from, pause: () => Math.random() * pause }));
        // In batches, because a SYN queue holds a few thousand. Clients do not all connect for the first time at once; they may all reconnect at once.
        if (n % 200 === 199) await until("listeners to be connected", () => listeners.every(({ connections }) => connections > 0), 30_000);
      }
      await until("listeners to be connected", () => listeners.every(({ connections }) => connections > 0), 30_000);
      return "listening";
    }
    const { ledger, timeout } = order;
    await until("all to have it all", () => listeners.every(({ log }) => log.at(-1)?.eventId === ledger.at(-1)), timeout).catch(() => {});
    await wait(500);
    const closes: Record<string, number> = {};
    for (const code of listeners.flatMap((listener) => listener.closes)) closes[code] = (closes[code] ?? 0) + 1;
    return {
      verdict: sum(listeners.map(({ log }) => judge(ledger, log))),
      connections: listeners.reduce((total, { connections }) => total + connections, 0),
      closes,
      ends: listeners.flatMap(({ end }) => end ?? []).slice(0, 5),
    } satisfies Judged;
  };
  process.on("message", (order: Order) => {
    carryOut(order).then(
      (answer) => process.send!(answer),
      (error: unknown) => process.send!({ failed: String(error) }),
    );
  });
  process.once("disconnect", () => process.exit());
}

if (process.argv[1] === import.meta.filename) await beCrowd();
