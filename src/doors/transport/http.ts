/** The HTTP door. Yoga answers; where the answer is a subscription to the feed, it goes on as Server-Sent Events. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { sendNodeResponse } from "@whatwg-node/server";
import { TooMany } from "../../errors.ts";
import type { Arrival } from "../enter.ts";
import { graphqlPath, largestRequest, type GraphqlDoor } from "../graphql.ts";
import { createDirectWay } from "./direct.ts";
import type { Headers } from "./headers.ts";
import { readBody } from "./params.ts";
import { EventStream } from "./sse.ts";

export type HttpOptions = { readonly addressOf: (request: IncomingMessage) => string; readonly headers: Headers };
type Exchange = [request: IncomingMessage, response: ServerResponse];

// What a form of any web page can send without asking first is not taken.
const isJsonType = (type: string | undefined) =>
  type === "application/json" || /^application\/(?:graphql\+)?json\s*(?:;|$)/i.test(type ?? "");

export function createHttpDoor(door: GraphqlDoor, { addressOf, headers }: HttpOptions) {
  const direct = createDirectWay(door, headers);

  /** An answer that is only an error, in the shape of the graph's. */
  const refuse = ([request, response]: Exchange, status: number, code: string, message: string, more: Record<string, string> = {}) => {
    headers.set(request, response);
    response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...more });
    response.end(`${JSON.stringify({ errors: [{ message, extensions: { code } }] })}\n`);
  };

  const answer = async (body: string | null, ...exchange: Exchange): Promise<void> => {
    const [request, response] = exchange;
    const address = addressOf(request);
    const arrival: Arrival = { address, authorization: request.headers.authorization ?? null };
    const plain = { request, response, body, arrival: { ...arrival, signal: untilGone(response) } };
    if ((request.method === "POST" || request.method === "GET") && (await direct(plain))) return;
    headers.set(request, response);
    // Yoga finds here what was read; what is empty it would wait for.
    if (body !== null) (request as { body?: string }).body = body || " ";
    const answer = await door.yoga.handleNodeRequestAndResponse(request, response, arrival);
    if (arrival.stream === undefined) return sendNodeResponse(answer, response, request, false);
    try {
      const stream = new EventStream(door, response, arrival.viewer!, address);
      await stream.begin(answer, arrival.stream, arrival.rights!);
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      refuse(exchange, 429, error.code, error.message, { "retry-after": "5" });
    }
  };

  const post = async (exchange: Exchange): Promise<true> => {
    const [request] = exchange;
    if (!isJsonType(request.headers["content-type"])) {
      refuse(exchange, 415, "UNSUPPORTED_MEDIA_TYPE", "An operation is sent as content-type: application/json.");
      return true;
    }
    const body = await readBody(request);
    if ("text" in body) await answer(body.text, ...exchange);
    else if (body.fault === "TOO_LARGE")
      refuse(exchange, 413, "REQUEST_TOO_LARGE", `A request has at most ${largestRequest} bytes.`, { connection: "close" });
    return true;
  };

  return {
    /** Answers what is posted to the graph, which is most; nothing else has to have been asked before, and no headers been set. */
    posted(...exchange: Exchange): false | Promise<true> {
      const [request] = exchange;
      if (request.method !== "POST" || (request.url !== graphqlPath && request.url?.split("?")[0] !== graphqlPath)) return false;
      return post(exchange);
    },
    /** Answers whatever else comes to the graph, and whatever nobody has answered. */
    async other(...exchange: Exchange): Promise<true> {
      const [request] = exchange;
      const [path, search] = request.url?.split("?") ?? [];
      const wrong = jsonParameters.find((name) => !isJson(new URLSearchParams(search).get(name)));
      if (path !== graphqlPath) refuse(exchange, 404, "NOT_FOUND", `The graph is at ${graphqlPath}.`);
      else if (wrong !== undefined) refuse(exchange, 400, "BAD_REQUEST", `The parameter ${wrong} is expected to be JSON.`);
      else {
        // Node sends no body in answer to HEAD, whatever is written.
        if (request.method === "HEAD") request.method = "GET";
        await answer(null, ...exchange);
      }
      return true;
    },
  };
}

// As parameters of an address they come as text.
const jsonParameters = ["variables", "extensions"];
function isJson(text: string | null): boolean {
  try {
    JSON.parse(text || "null");
    return true;
  } catch {
    return false;
  }
}

/** Aborted when whoever asked has gone before the answer. */
function untilGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}
