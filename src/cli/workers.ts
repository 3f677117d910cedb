/** Several processes that share one port, on one machine: the first one leads them, replaces who dies, and stops them all. */
import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { AggregatorRegistry } from "prom-client";
import type { Config } from "../config.ts";
import { graphqlPath } from "../doors/graphql.ts";
import { ExpectedError } from "../errors.ts";
import type { Meter } from "../feed/meter.ts";
import type { Terminal } from "./terminal.ts";

class WorkerFailed extends ExpectedError {
  override name = "WorkerFailed";
  readonly code = "WORKER_FAILED";
}

type Question = { readonly metricsFor: number };
type Answer = { readonly metricsFor: number; readonly text: string | null };

const pauseBeforeAnother = 1000;
const graceMilliseconds = 10_000;

/** Leads so many workers until the terminal is asked to stop. `ready` is called with the URL of the graph when all of them serve. */
export async function leadWorkers(terminal: Terminal, config: Config, count: number, ready: (url: string) => Promise<void>): Promise<void> {
  // Workers accept for themselves. A connection that the leader hands to a worker which is killed in that moment stays open in the leader, and nobody ever answers it.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  const aggregator = new AggregatorRegistry();
  const living = new Set<Worker>();
  let stopping = false;
  const failing = Promise.withResolvers<never>();
  let served = false;

  const start = (): Promise<{ address: string; port: number; addressType: number | "udp4" | "udp6" }> => {
    const worker = cluster.fork();
    living.add(worker);
    worker.on("message", (question: Question) => {
      if (question.metricsFor === undefined) return;
      const answer = (text: string | null) => void worker.send({ metricsFor: question.metricsFor, text } satisfies Answer);
      void aggregator.clusterMetrics().then(answer, () => answer(null));
    });
    worker.once("exit", (code, signal) => {
      living.delete(worker);
      if (stopping) return;
      if (!served) return failing.reject(new WorkerFailed("A worker ended before it served; what it said stands above."));
      terminal.err(`worker ${worker.process.pid} ended (${signal ?? code}); starting another`);
      void wait(pauseBeforeAnother).then(() => {
        if (!stopping) void start();
      });
    });
    return once(worker, "listening").then(([address]) => address as never);
  };

  try {
    const [first] = await Promise.race([Promise.all(Array.from({ length: count }, start)), failing.promise]);
    served = true;
    const { address, port, addressType } = first!;
    await ready(`http://${addressType === 6 ? `[${address}]` : address}:${port}${graphqlPath}`);
    await terminal.stopped;
  } finally {
    stopping = true;
    const ended = Array.from(living, (worker) => once(worker, "exit"));
    for (const worker of living) worker.process.kill("SIGTERM");
    const late = setTimeout(() => {
      for (const worker of living) worker.process.kill("SIGKILL");
    }, config.streams.drainMilliseconds + graceMilliseconds);
    await Promise.all(ended);
    clearTimeout(late);
  }
}

/** In a worker: how to get the metrics of all, whichever of them is asked. */
export function metricsOfAll(meter: Meter): () => Promise<string> {
  AggregatorRegistry.setRegistries([meter.registry]);
  // Made for its effect: it answers when the leader collects.
  void new AggregatorRegistry();
  const waiting = new Map<number, (text: string | null) => void>();
  let asked = 0;
  cluster.worker!.on("message", ({ metricsFor, text }: Answer) => waiting.get(metricsFor)?.(text));
  return async () => {
    const metricsFor = (asked += 1);
    const answered = new Promise<string | null>((resolve) => waiting.set(metricsFor, resolve));
    cluster.worker!.send({ metricsFor } satisfies Question);
    const text = await Promise.race([answered, wait(graceMilliseconds, null, { ref: false })]);
    waiting.delete(metricsFor);
    if (text === null) throw new WorkerFailed("The metrics of all workers could not be gathered.");
    return text;
  };
}
