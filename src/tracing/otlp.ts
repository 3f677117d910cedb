/** Sends traces by OTLP over HTTP, as JSON. Loaded only where there is somewhere to send to. What cannot be sent is dropped: a hub does not wait for whoever watches it. */
import { setTimeout as wait } from "node:timers/promises";
import { defaultTextMapGetter, ROOT_CONTEXT } from "@opentelemetry/api";
import { setGlobalErrorHandler, W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { recordSteps } from "./trace.ts";

export type TraceOptions = {
  /** Of the receiver, without `/v1/traces`. */
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly service: string;
};

const everyMilliseconds = 2000;
const timeoutMilliseconds = 5000;
const mostKept = 8192;

/** Begins to send. Returns how to stop, which sends what is left. */
export function sendTraces({ endpoint, headers, service }: TraceOptions, onError: (error: unknown) => void): () => Promise<void> {
  setGlobalErrorHandler(onError);
  const url = `${endpoint.replace(/\/$/, "")}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, headers: { ...headers }, timeoutMillis: timeoutMilliseconds });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": service }),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: everyMilliseconds, maxQueueSize: mostKept })],
  });
  const propagator = new W3CTraceContextPropagator();
  const stopRecording = recordSteps({
    tracer: provider.getTracer("paradero"),
    begin: (traceparent) => propagator.extract(ROOT_CONTEXT, { traceparent }, defaultTextMapGetter),
  });
  return async () => {
    stopRecording();
    await Promise.race([provider.shutdown().catch(onError), wait(timeoutMilliseconds, undefined, { ref: false })]);
  };
}
