/** The hub's metrics for Prometheus. Each app has its own registry, so that two in one process count apart. OPERATIONS.md explains each metric. */
import { Counter, Gauge, Histogram, Registry } from "prom-client";

export type Meter = ReturnType<typeof createMeter>;

export function createMeter() {
  const registry = new Registry();
  const registers = [registry];
  /** Called whenever the metrics are read; each feed adds its own. */
  const probes = { lag: [] as (() => Promise<number>)[], silence: [] as (() => number)[] };
  return {
    registry,
    probes,
    streams: new Gauge({
      name: "paradero_streams",
      help: "Open connections that receive events.",
      labelNames: ["transport"],
      registers,
    }),
    subscriptions: new Gauge({ name: "paradero_subscriptions", help: "Live subscriptions to the feed.", registers }),
    groups: new Gauge({ name: "paradero_feed_groups", help: "Distinct subscriptions: each is executed once for each event.", registers }),
    executions: new Counter({
      name: "paradero_feed_executions_total",
      help: "Executions of a group's operation. For events: groups × events that pass their filters, and a few more for subscribers that reconnect.",
      labelNames: ["kind"],
      registers,
    }),
    deliveries: new Counter({ name: "paradero_feed_deliveries_total", help: "Payloads handed to connections.", registers }),
    reads: new Counter({
      name: "paradero_feed_reads_total",
      help: "Statements sent to the database for the feed: new events of the outbox (news), pages of older events (page), filters of a page of events (filter).",
      labelNames: ["what"],
      registers,
    }),
    failures: new Counter({
      name: "paradero_feed_failures_total",
      help: "Attempts to read or deliver that failed and were retried.",
      registers,
    }),
    lag: new Gauge({
      name: "paradero_feed_lag_events",
      help: "Events that are committed and not yet read by this process.",
      aggregator: "max",
      registers,
      async collect() {
        // Without a database the number is unknown. Failing here would hide the other metrics, `silence` among them.
        await Promise.all(probes.lag.map(async (lag) => lag())).then(
          (lags) => this.set(lags.reduce((sum, lag) => sum + lag, 0)),
          () => this.remove(),
        );
      },
    }),
    silence: new Gauge({
      name: "paradero_feed_last_read_seconds",
      help: "Time since the outbox was last read with success.",
      aggregator: "max",
      registers,
      collect() {
        this.set(Math.max(0, ...probes.silence.map((silence) => silence())));
      },
    }),
    delay: new Histogram({
      name: "paradero_feed_delivery_seconds",
      help: "From the append of an event (the database's clock, just before its commit) until the last live subscriber of a group has it.",
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    replay: new Histogram({
      name: "paradero_feed_replay_events",
      help: "Events that a subscription was replayed before it was live.",
      buckets: [0, 1, 10, 100, 1000, 10_000, 100_000],
      registers,
    }),
    planned: new Counter({
      name: "paradero_planned_fields_total",
      help: "Root fields of queries: planned as one statement, left to the ordinary path, or (PLANNER=verify) answers that differed between the two.",
      labelNames: ["outcome", "field"],
      registers,
    }),
    replicaReads: new Counter({
      name: "paradero_replica_reads_total",
      help: "Queries that were to be read from the replica: read there, or from the database since the replica was behind or failed.",
      labelNames: ["outcome"],
      registers,
    }),
    failedKeys: new Counter({
      name: "paradero_failed_keys_total",
      help: "Keys that opened nothing: malformed, unknown, revoked or expired.",
      labelNames: ["reason"],
      registers,
    }),
    uncaught: new Counter({
      name: "paradero_uncaught_total",
      help: "Errors that nobody caught: a fault of ours. `survived`: of one request or connection. `fatal`: the process drained and ended.",
      labelNames: ["outcome"],
      registers,
    }),
    closes: new Counter({
      name: "paradero_closes_total",
      help: "Closed connections, by WebSocket close code; SSE is counted by its reason.",
      labelNames: ["code"],
      registers,
    }),
  };
}
