/** Webhook metrics for Prometheus. The gauges come from the database and are the same in every process: of several workers' values the maximum is taken. */
import { Counter, Gauge, type Registry } from "prom-client";
import type { Standing } from "./standing.ts";

export function createWebhookMeter(registry: Registry) {
  const registers = [registry];
  /** Called whenever the metrics are read; set by `serveWebhooks`. */
  const probes = { standing: async (): Promise<readonly Standing[]> => [] };
  let asked: Promise<readonly Standing[]> | undefined;
  // One statement for all gauges of a scrape. Without a database they are left out: the other metrics are needed most then.
  const ask = () =>
    (asked ??= probes
      .standing()
      .catch(() => [])
      .finally(() => (asked = undefined)));
  const asking = { aggregator: "max", registers } as const;
  return {
    probes,
    attempts: new Counter({
      name: "paradero_webhook_attempts_total",
      help: "Attempts to deliver to a webhook. failed: will be tried again; dead: given up; gone: answered 410.",
      labelNames: ["outcome"],
      registers,
    }),
    webhooks: new Gauge({
      name: "paradero_webhooks",
      help: "Webhooks of keys that are not revoked.",
      labelNames: ["state"],
      ...asking,
      async collect() {
        const standings = await ask();
        this.reset();
        for (const { state, webhooks } of standings) this.set({ state }, webhooks);
      },
    }),
    lag: new Gauge({
      name: "paradero_webhook_lag_seconds",
      help: "Age of the oldest event that a webhook in this state has not yet passed.",
      labelNames: ["state"],
      ...asking,
      async collect() {
        const standings = await ask();
        this.reset();
        for (const { state, lag } of standings) if (state !== "stopped") this.set({ state }, lag);
      },
    }),
    deadLetters: new Gauge({
      name: "paradero_webhook_dead_letters",
      help: "Deliveries that were given up and not replayed.",
      ...asking,
      async collect() {
        const standings = await ask();
        if (standings.length === 0) this.remove();
        else this.set(standings.reduce((sum, { deadLetters }) => sum + deadLetters, 0));
      },
    }),
  };
}
