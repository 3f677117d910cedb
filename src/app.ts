/** The hub as a value: what `serve` runs and what the tests start, with the doors hung. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import type { Database } from "./db/database.ts";
import { createExportDoor } from "./doors/exports/export-door.ts";
import { createGraphqlDoor, graphqlPath, type DoorOptions, type LimitOptions } from "./doors/graphql.ts";
import { answerHealth } from "./doors/transport/health.ts";
import { addressReader, schemeReader, type TrustProxy } from "./doors/access/address.ts";
import type { Origins } from "./doors/access/origins.ts";
import type { TokenOptions } from "./doors/access/tokens.ts";
import { createHeaders } from "./doors/transport/headers.ts";
import { createFeedPages } from "./doors/transport/feed-pages.ts";
import { createHttpDoor } from "./doors/transport/http.ts";
import { createHubServer } from "./doors/transport/server.ts";
import { answerMetrics } from "./doors/transport/metrics.ts";
import { createBodyReader } from "./doors/webhook-body.ts";
import { openWebSocketDoor } from "./doors/transport/websocket.ts";
import { openFeed, type FeedOptions } from "./feed/feed.ts";
import { changeLog } from "./feed/follow/change-log.ts";
import { createMeter } from "./feed/meter.ts";
import { createDesk } from "./page/desk/desk-door.ts";
import { createExplorer } from "./page/explorer/explorer-door.ts";
import { createPageDoor } from "./page/page-door.ts";
import { createReference } from "./page/reference/reference-door.ts";
import { followVerdicts, type VerdictOptions } from "./feed/verdicts.ts";
import type { PlannerMode } from "./planner/planner.ts";
import type { TraceOptions } from "./tracing/otlp.ts";
import { keepFor } from "./feed/follow/retention.ts";
import { serveWebhooks, type WebhookOptions } from "./webhooks/deliver.ts";

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
  /** What an open connection may do, and how long. */
  readonly streams?: DoorOptions;
  /** Which proxies stand before the hub, that say in X-Forwarded-For where a request comes from. */
  readonly trustProxy?: TrustProxy;
  readonly limits?: LimitOptions;
  /** The identity provider whose tokens are taken beside keys. */
  readonly tokens?: TokenOptions | undefined;
  readonly browser?: {
    /** The web pages that may ask from a browser. */
    readonly origins?: Origins;
    /** Whether the graph's address, opened in a browser, is a page to ask from. */
    readonly graphiql?: boolean;
  };
  /** Whether there is a line in the log for each request. */
  readonly accessLog?: boolean;
  /** The metrics of all processes that share the port; by default those of this one. */
  readonly metrics?: (() => Promise<string>) | undefined;
  readonly retentionHours?: number | undefined;
  /** Whether what is read is planned as one statement for each root field. */
  readonly planner?: PlannerMode | undefined;
  /** Where traces are sent; nowhere when nothing is said. */
  readonly tracing?: TraceOptions | undefined;
  readonly webhooks?: WebhookOptions;
  /** Whether verdicts are kept, so that the feed of changes tells when one is another; not when nothing is said. */
  readonly verdicts?: VerdictOptions | undefined;
};

const graceMilliseconds = 3000;

export function createApp({ host, port, database, log, trustProxy = false, accessLog = true, ...options }: AppOptions): App {
  let stopRunning: (() => Promise<void>) | undefined;
  return {
    async start() {
      const meter = options.feed?.meter ?? createMeter();
      const stopTracing = options.tracing && (await traceTo(options.tracing, log));
      const feedOptions = {
        onError: (error: unknown) => log.error({ err: error }, "following the feed failed; trying again"),
        ...options.feed,
        meter,
      };
      const feeds = { feed: await openFeed(database, feedOptions), changes: await openFeed(database, { ...feedOptions, log: changeLog }) };
      const { feed, changes } = feeds;
      const door = createGraphqlDoor(database, feeds, log, {
        ...options.streams,
        outbound: { allowPrivate: options.webhooks?.allowPrivate ?? false },
        limits: options.limits ?? {},
        tokens: options.tokens,
        planner: options.planner,
      });
      const pruning = keepFor(database.prisma, options.retentionHours, (error) => log.error({ err: error }, "pruning the feed failed"));
      let draining = false;
      const addressOf = addressReader(trustProxy);
      const schemeOf = schemeReader(trustProxy);
      const { origins = "*", graphiql = true } = options.browser ?? {};
      const headers = createHeaders(origins);
      const graph = createHttpDoor(door, { addressOf, headers });
      const introspection = options.limits?.introspection ?? true;
      const answerers = [
        headers.answer,
        graph.posted,
        headers.setFor,
        answerHealth(database, () => !draining),
        answerMetrics(options.metrics ?? (() => meter.registry.metrics())),
        createExportDoor(door, log, addressOf),
        createFeedPages(door, addressOf),
        ...(graphiql ? [createExplorer(door, { addressOf, introspection })] : []),
        ...(introspection ? [createReference(door, schemeOf)] : []),
        createDesk(door, { addressOf, schemeOf }),
        createPageDoor(door, addressOf, schemeOf),
        graph.other,
      ];
      const server = createHubServer(answerers, log, accessLog);
      const sockets = openWebSocketDoor(server, door, { addressOf, origins });
      const webhooks = serveWebhooks(database, { RELEASES: feed, CHANGES: changes }, createBodyReader(database, feeds, door.journal), {
        onError: (error) => log.error({ err: error }, "serving the webhooks failed; trying again"),
        onAttempt: (attempt) => log[attempt.failure === null ? "info" : "warn"](attempt, "webhook delivery"),
        ...options.webhooks,
      });
      const verdicts =
        options.verdicts &&
        followVerdicts(database, changes, {
          onError: (error) => log.error({ err: error }, "keeping the verdicts failed; trying again"),
          ...options.verdicts,
        });
      await door.budget.ready();
      await listen(server, host, port);
      stopRunning = async () => {
        draining = true;
        sockets.refuse();
        await Promise.all([door.streams.drain(), webhooks.stop(), verdicts?.stop()]);
        const closed = new Promise<void>((resolve) => server.close(() => resolve()));
        await Promise.all([feed.stop(), changes.stop()]);
        await pruning.stop();
        door.groups.stop();
        door.streams.stop();
        door.budget.close();
        server.closeIdleConnections();
        const late = setTimeout(() => {
          sockets.terminate();
          server.closeAllConnections();
        }, graceMilliseconds);
        await closed;
        clearTimeout(late);
        await door.authentication.stop();
        await door.journal.stop();
        await stopTracing?.();
      };
      const { address, port: actual, family } = server.address() as AddressInfo;
      return `http://${family === "IPv6" ? `[${address}]` : address}:${actual}${graphqlPath}`;
    },
    async stop() {
      const stopping = stopRunning;
      stopRunning = undefined;
      await stopping?.();
    },
  };
}

async function traceTo(options: TraceOptions, log: Logger): Promise<() => Promise<void>> {
  const { sendTraces } = await import("./tracing/otlp.ts");
  return sendTraces(options, (error) => log.warn({ err: error }, "traces could not be sent; they are dropped"));
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
}
