/** Traces as a collector of OpenTelemetry gets them: by OTLP over HTTP, from a hub that was told where to send them. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { startHub, type Hub } from "../kit/hub.ts";
import { recordVerified } from "../kit/records.ts";
import { subscribeWs } from "../kit/subscriber.ts";

type Attribute = { key: string; value: { stringValue?: string; intValue?: number } };
type Span = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: Attribute[];
  status: { code?: number };
} & {
  startTimeUnixNano: string;
  endTimeUnixNano: string;
};

/** Takes what is posted to /v1/traces. */
async function collector() {
  const spans: Span[] = [];
  const heads: Record<string, unknown>[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      heads.push({ url: request.url, type: request.headers["content-type"], secret: request.headers["x-secret"] });
      const { resourceSpans } = JSON.parse(Buffer.concat(parts).toString()) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
      spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    spans,
    heads,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const traced = (endpoint: string) =>
  startHub("venezuela", {
    tracing: { endpoint, headers: { "x-secret": "s" }, service: "hub" },
    limits: { answersMegabytes: 0, costPerAddress: 0, costPerOperation: 0 },
  });
const parent = { trace: "0af7651916cd43dd8448eb211c80319c", span: "b7ad6b7169203331" };
const ask = async (hub: Hub, query: string, flags = "01") => {
  const response = await fetch(hub.url, {
    method: "POST",
    headers: { "content-type": "application/json", traceparent: `00-${parent.trace}-${parent.span}-${flags}` },
    body: JSON.stringify({ query, variables: { until } }),
  });
  return (await response.json()) as { errors?: unknown };
};
const until = "2026-03-04T05:06:07.000Z";
const query = "query Who($until: DateTime) { releases(first: 2, filter: { until: $until }) { edges { node { detainee { name } } } } }";

test("a request, its execution, its plan and its statements are steps of the caller's trace, and say nothing of whom it is about", async () => {
  await using receiver = await collector();
  const hub = await traced(receiver.endpoint);
  expect((await ask(hub, query)).errors).toBeUndefined();
  await ask(hub, "query Unsampled($until: DateTime) { releases(first: 1, filter: { until: $until }) { totalCount } }", "00");
  // It sends what is left.
  await hub[Symbol.asyncDispose]();
  const own = receiver.spans.filter(({ traceId }) => traceId === parent.trace);
  const named = (name: string) => own.filter((span) => span.name === name);
  const [request] = named("POST /graphql");
  const [execution] = named("execute");
  const [plan] = named("plan");
  expect([request!.parentSpanId, request!.kind]).toEqual([parent.span, 2]);
  expect(execution!.parentSpanId).toBe(request!.spanId);
  expect(plan!.parentSpanId).toBe(execution!.spanId);
  expect(named("sql").length).toBeGreaterThan(0);
  expect(named("sql").every(({ parentSpanId, kind }) => kind === 3 && own.some(({ spanId }) => spanId === parentSpanId))).toBe(true);
  for (const { startTimeUnixNano: began, endTimeUnixNano: ended } of own) expect(BigInt(ended) >= BigInt(began)).toBe(true);
  expect(execution!.attributes.find(({ key }) => key === "graphql.operation.name")!.value.stringValue).toBe("Who");
  const said = JSON.stringify(receiver.spans);
  expect(said).not.toContain("05:06:07");
  expect(said).not.toContain("Unsampled");
  expect(receiver.heads[0]).toEqual({ url: "/v1/traces", type: "application/json", secret: "s" });
});

test("a delivery of the feed is a trace of its own", async () => {
  await using receiver = await collector();
  const hub = await traced(receiver.endpoint);
  await using subscriber = subscribeWs(hub.url, { query: "subscription { releaseFeed { __typename ... on FeedEvent { eventId } } }" });
  await subscriber.next();
  await recordVerified(hub, await hub.newKey("VERIFIER"));
  await subscriber.nextEvent();
  await hub[Symbol.asyncDispose]();
  const delivery = receiver.spans.find(({ name }) => name === "deliver")!;
  expect(delivery.parentSpanId).toBeUndefined();
  expect(delivery.attributes).toEqual([{ key: "subscribers", value: { intValue: 1 } }]);
});

test("a receiver that is away costs the hub nothing but its traces", async () => {
  await using hub = await traced("http://127.0.0.1:1");
  expect((await ask(hub, query)).errors).toBeUndefined();
});
