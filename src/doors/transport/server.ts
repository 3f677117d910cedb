/** The server that the doors hang on: how long a request may take to arrive, what is logged of it, what becomes of a failure. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Logger } from "pino";
import { tracedFrom, type Step } from "../../tracing/trace.ts";

/** Answers a request, or resolves with false for the next one to answer. */
export type Answerer = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

// Headers and body of a request must have come by then; looked after every two seconds.
const arrival = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 2000 };
// Longer than clients and proxies keep an idle connection: whoever closes first must not be the one that is not sending.
const keepAliveTimeout = 65_000;
const maxLoggedPath = 200;

export function createHubServer(answerers: readonly Answerer[], log: Logger, accessLog: boolean): Server {
  return createServer({ ...arrival, keepAliveTimeout }, (request, response) => {
    if (accessLog && log.isLevelEnabled("info")) logAccess(request, response, log);
    void tracedFrom(
      parentOf(request),
      () => stepOf(request, response),
      async () => {
        for (const answer of answerers) {
          const answered = answer(request, response);
          if (typeof answered === "boolean" ? answered : await answered) return;
        }
      },
    ).catch((error: unknown) => {
      log.error({ err: error }, "a request failed");
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
}

const parentOf = ({ headers: { traceparent } }: IncomingMessage) => (typeof traceparent === "string" ? traceparent : undefined);

/** Of the path no more than where it begins: behind that stands whom it is about. */
function stepOf({ method = "", url = "" }: IncomingMessage, response: ServerResponse): Step {
  const place = /^\/[a-z]*/.exec(url)?.[0] ?? "";
  return {
    name: `${method} ${place}`,
    kind: "server",
    attributes: () => ({ "http.request.method": method, "http.route": place, "http.response.status_code": response.statusCode }),
  };
}

/** One line a request. No query string, variables, names, keys or addresses: what is asked here can endanger people. */
function logAccess(request: IncomingMessage, response: ServerResponse, log: Logger): void {
  const began = performance.now();
  const { method, url, socket } = request;
  const before = socket.bytesWritten;
  response.once("close", () => {
    const path = url?.split("?")[0]?.slice(0, maxLoggedPath);
    const { statusCode: status, writableFinished: complete } = response;
    log.info({ method, path, status, ms: Math.round(performance.now() - began), bytes: socket.bytesWritten - before, complete }, "request");
  });
}
