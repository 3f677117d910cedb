/**
 * Sends traces by OTLP over HTTP, as JSON (OpenTelemetry Protocol 1.5). Written here and not taken from OpenTelemetry's packages, of which it would take a dozen: they patch what they measure, and what is sent is this
 * one object. Loaded only where there is somewhere to send to. What cannot be sent is dropped: a hub does not wait for whoever watches it.
 */
import { setTimeout as wait } from "node:timers/promises";
import { recordSpans, type Attributes, type Span } from "./trace.ts";

export type TraceOptions = {
  /** Of the receiver, without `/v1/traces`. */
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly service: string;
};

const everyMilliseconds = 2000;
const timeoutMilliseconds = 5000;
const mostAtOnce = 512;
const mostKept = 8192;
const kinds = { internal: 1, server: 2, client: 3 } as const;

/** Begins to send. Returns how to stop, which sends what is left. */
export function sendTraces({ endpoint, headers, service }: TraceOptions, onError: (error: unknown) => void): () => Promise<void> {
  let spans: Span[] = [];
  let sending: Promise<void> | undefined;
  const url = `${endpoint.replace(/\/$/, "")}/v1/traces`;
  const send = async (): Promise<void> => {
    while (spans.length > 0) {
      const [some, rest] = [spans.slice(0, mostAtOnce), spans.slice(mostAtOnce)];
      spans = rest;
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(bodyOf(service, some)),
        signal: AbortSignal.timeout(timeoutMilliseconds),
      });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    }
  };
  const begin = () =>
    (sending ??= send()
      .catch(onError)
      .finally(() => (sending = undefined)));
  const timer = setInterval(() => void begin(), everyMilliseconds).unref();
  const stopRecording = recordSpans((span) => {
    if (spans.length < mostKept) spans.push(span);
    if (spans.length === mostAtOnce) void begin();
  });
  return async () => {
    stopRecording();
    clearInterval(timer);
    // What is being sent may have been begun before the last spans.
    await Promise.race([(sending ?? Promise.resolve()).then(begin), wait(timeoutMilliseconds, undefined, { ref: false })]);
  };
}

function bodyOf(service: string, spans: readonly Span[]): object {
  return {
    resourceSpans: [
      {
        resource: { attributes: attributesOf({ "service.name": service }) },
        scopeSpans: [{ scope: { name: "paradero" }, spans: spans.map(written) }],
      },
    ],
  };
}

const written = ({ traceId, spanId, parentId, name, kind, attributes, began, ended, failed }: Span) => ({
  ...{ traceId, spanId, ...(parentId === null ? {} : { parentSpanId: parentId }), name, kind: kinds[kind] },
  ...{ startTimeUnixNano: nanoseconds(began), endTimeUnixNano: nanoseconds(ended) },
  ...{ attributes: attributesOf(attributes), status: failed ? { code: 2 } : {} },
});

const nanoseconds = (milliseconds: number) => String(BigInt(Math.round(milliseconds * 1000)) * 1000n);

const attributesOf = (attributes: Attributes) =>
  Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === "string" ? { stringValue: value } : typeof value === "boolean" ? { boolValue: value } : { doubleValue: value },
  }));
