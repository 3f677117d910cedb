/** The hub as a value: what `serve` runs and what the tests start, with the doors hung. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import type { Database } from "./db/database.ts";
import { createTeller } from "./doors/telling.ts";
import { createGraphqlDoor, graphqlPath } from "./doors/graphql.ts";
import { answerHealth } from "./doors/health.ts";
import { openWebSocketDoor } from "./doors/websocket.ts";
import { serveWebhooks, type WebhookOptions, type Webhooks } from "./feed/webhooks.ts";
import { openFeed, type Feed, type FeedOptions } from "./feed/feed.ts";

export type App = {
  /** Listens; resolves with the URL of the graph. */
  start(): Promise<string>;
  /** Stops taking requests, tells sockets to come back later, lets running requests finish, and stops following the feed. The database stays open: it is the caller's. */
  stop(): Promise<void>;
};

export type AppOptions = {
  readonly host: string;
  readonly port: number;
  readonly database: Database;
  readonly log: Logger;
  readonly feed?: FeedOptions;
  readonly webhooks?: WebhookOptions;
};

const graceMilliseconds = 3000;

export function createApp({ host, port, database, log, feed: feedOptions, webhooks: webhookOptions }: AppOptions): App {
  let running: { server: Server; feed: Feed; webhooks: Webhooks; closeSockets: () => Promise<void> } | undefined;
  let draining = false;
  return {
    async start() {
      const feed = await openFeed(database, {
        onError: (error) => log.error({ err: error }, "following the feed failed; trying again"),
        ...feedOptions,
      });
      const outbound = { allowPrivate: webhookOptions?.allowPrivate ?? false };
      const door = createGraphqlDoor(database, feed, log, outbound);
      const health = answerHealth(database, () => !draining);
      const server = createServer((request, response) => {
        void health(request, response).then((answered) => {
          if (!answered) void door(request, response);
        });
      });
      const sockets = openWebSocketDoor(server, door, log);
      const webhooks = serveWebhooks(database, feed, createTeller(database, feed), {
        onError: (error) => log.error({ err: error }, "serving the webhooks failed; trying again"),
        onAttempt: (attempt) => log[attempt.failure === null ? "info" : "warn"](attempt, "webhook delivery"),
        ...webhookOptions,
      });
      running = { server, feed, webhooks, closeSockets: sockets.close };
      await listen(server, host, port);
      const { address, port: actual, family } = server.address() as AddressInfo;
      return `http://${family === "IPv6" ? `[${address}]` : address}:${actual}${graphqlPath}`;
    },
    async stop() {
      if (!running) return;
      draining = true;
      const { server, feed, webhooks, closeSockets } = running;
      running = undefined;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.all([closeSockets(), webhooks.stop()]);
      // Ends what subscribers wait for, and with it their SSE responses.
      await feed.stop();
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
      await closed;
      clearTimeout(late);
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
}
