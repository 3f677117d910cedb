/** `/metrics`, in the text format of Prometheus. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Registry } from "prom-client";

/** Answers `/metrics`; resolves with false for anything else. */
export function answerMetrics(metrics: () => Promise<string>) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.url?.split("?")[0] !== "/metrics") return false;
    await metrics().then(
      (text) => response.writeHead(200, { "content-type": Registry.PROMETHEUS_CONTENT_TYPE, "cache-control": "no-store" }).end(text),
      () => response.writeHead(503, { "content-type": "text/plain; charset=utf-8" }).end("The metrics could not be gathered.\n"),
    );
    return true;
  };
}
