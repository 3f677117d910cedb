/** Traces: how long the steps of a request took, and which of them within which. Nobody records them unless the hub is told where to (otlp.ts); then a step costs one comparison. */
import { AsyncLocalStorage } from "node:async_hooks";
import { SpanKind, SpanStatusCode, trace, type Attributes, type Context, type Tracer } from "@opentelemetry/api";

export type Step = {
  readonly name: string;
  readonly kind?: "server" | "client";
  /** Asked at its end. Never what was asked for, whom it is about or who asks: values, names, keys and addresses do not belong here. */
  readonly attributes?: () => Attributes;
};
export type Recorder = {
  readonly tracer: Tracer;
  /** Where a trace begins: with whoever asks, by the header `traceparent` of W3C Trace Context, or here. */
  readonly begin: (parent: string | undefined) => Context;
};

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT } as const;
const places = new AsyncLocalStorage<Context>();
let recorder: Recorder | undefined;

/** From now on steps are recorded. Returns how to stop. */
export function recordSteps(by: Recorder): () => void {
  recorder = by;
  return () => {
    if (recorder === by) recorder = undefined;
  };
}

/** A step of what is traced; of what is not it is none. */
export function traced<Result>(step: () => Step, run: () => Promise<Result>): Promise<Result> {
  if (recorder === undefined) return run();
  const within = places.getStore();
  return within === undefined ? run() : measured(recorder, step(), within, run);
}

/** The first step of a trace, or of the hub's part of one: `parent` is the header `traceparent`. Where that says that it is not sampled, nothing is recorded. */
export function tracedFrom<Result>(parent: string | undefined, step: () => Step, run: () => Promise<Result>): Promise<Result> {
  return recorder === undefined ? run() : measured(recorder, step(), recorder.begin(parent), run);
}

async function measured<Result>({ tracer }: Recorder, step: Step, within: Context, run: () => Promise<Result>): Promise<Result> {
  const span = tracer.startSpan(step.name, step.kind && { kind: kinds[step.kind] }, within);
  try {
    return await places.run(trace.setSpan(within, span), run);
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    if (span.isRecording()) span.setAttributes(step.attributes?.() ?? {});
    span.end();
  }
}
