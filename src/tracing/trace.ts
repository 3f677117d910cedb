/** Traces: how long the steps of a request took, and which of them within which. Nobody records them unless the hub is told where to (otlp.ts); then a step costs one comparison. */
import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";

/** Never what was asked for, whom it is about or who asks: values, names, keys and addresses do not belong here. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;
export type Step = {
  readonly name: string;
  readonly kind?: "server" | "client";
  /** Asked at its end. */
  readonly attributes?: () => Attributes;
};
export type Span = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly kind: "server" | "client" | "internal";
  readonly attributes: Attributes;
  /** In milliseconds since 1970. */
  readonly began: number;
  readonly ended: number;
  readonly failed: boolean;
};
type Recorder = (span: Span) => void;
type Place = { readonly traceId: string; readonly spanId: string };

const recorders = new Set<Recorder>();
// Null where whoever asks has said that it is not to be traced.
const places = new AsyncLocalStorage<Place | null>();

/** From now on spans are given to `recorder`. Returns how to stop. */
export function recordSpans(recorder: Recorder): () => void {
  recorders.add(recorder);
  return () => void recorders.delete(recorder);
}

/** A step of what is traced; of what is not it is none. */
export function traced<Result>(step: () => Step, run: () => Promise<Result>): Promise<Result> {
  if (recorders.size === 0) return run();
  const place = places.getStore();
  return place == null ? run() : measured(step(), place.traceId, place.spanId, run);
}

/** The first step of a trace. `parent` is the header `traceparent` of W3C Trace Context: then it is a step of that trace, and none where that is not sampled. */
export function tracedFrom<Result>(parent: string | undefined, step: () => Step, run: () => Promise<Result>): Promise<Result> {
  if (recorders.size === 0) return run();
  const [, traceId = randomBytes(16).toString("hex"), spanId = null, flags = "01"] =
    /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/.exec(parent ?? "") ?? [];
  return (Number.parseInt(flags, 16) & 1) === 0 ? places.run(null, run) : measured(step(), traceId, spanId, run);
}

async function measured<Result>(step: Step, traceId: string, parentId: string | null, run: () => Promise<Result>): Promise<Result> {
  const place: Place = { traceId, spanId: randomBytes(8).toString("hex") };
  const began = performance.timeOrigin + performance.now();
  let failed = true;
  try {
    const result = await places.run(place, run);
    failed = false;
    return result;
  } finally {
    const { name, attributes } = step;
    const kind: Span["kind"] = step.kind ?? "internal";
    const span = {
      ...place,
      parentId,
      name,
      kind,
      attributes: attributes?.() ?? {},
      began,
      ended: performance.timeOrigin + performance.now(),
      failed,
    };
    for (const record of recorders) record(span);
  }
}
