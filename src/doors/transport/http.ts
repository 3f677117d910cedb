/** The HTTP door. Yoga answers; where the answer is a subscription to the feed, it goes on as Server-Sent Events. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { sendNodeResponse } from "@whatwg-node/server";
import { TooMany } from "../../errors.ts";
import type { Arrival } from "../enter.ts";
import { graphqlPath, largestRequest, type GraphqlDoor } from "../graphql.ts";
import { createDirectWay } from "./direct.ts";
import { readBody } from "./params.ts";
import { EventStream } from "./sse.ts";

export type HttpOptions = { readonly addressOf: (request: IncomingMessage) => string };

export function createHttpDoor(door: GraphqlDoor, { addressOf }: HttpOptions) {
  const direct = createDirectWay(door);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url?.split("?")[0] !== graphqlPath) return refuse(response, 404, "NOT_FOUND", `The graph is at ${graphqlPath}.`);
    if (request.method === "POST") {
      // What a form of any web page can send without asking first is not taken.
      if (!/^application\/(?:graphql\+)?json\s*(?:;|$)/i.test(request.headers["content-type"] ?? ""))
        return refuse(response, 415, "UNSUPPORTED_MEDIA_TYPE", "An operation is sent as content-type: application/json.");
    }
    const wrong =
      request.method === "POST"
        ? undefined
        : jsonParameters.find((name) => !isJson(new URLSearchParams(request.url?.split("?")[1]).get(name)));
    if (wrong !== undefined) return refuse(response, 400, "BAD_REQUEST", `The parameter ${wrong} is expected to be JSON.`);
    // Node sends no body in answer to HEAD, whatever is written.
    if (request.method === "HEAD") request.method = "GET";
    const address = addressOf(request);
    const arrival: Arrival = { address, authorization: request.headers.authorization ?? null };
    const body = request.method === "POST" ? await readBody(request) : null;
    if (body !== null && "fault" in body) {
      if (body.fault === "TOO_LARGE")
        refuse(response, 413, "REQUEST_TOO_LARGE", `A request has at most ${largestRequest} bytes.`, { connection: "close" });
      return;
    }
    const plain = { request, response, body: body?.text ?? null, arrival: { ...arrival, signal: untilGone(response) } };
    if (/^(?:GET|POST)$/.test(request.method!) && (await direct(plain))) return;
    // Yoga finds here what was read; what is empty it would wait for.
    if (body !== null) (request as { body?: string }).body = body.text || " ";
    const answer = await door.yoga.handleNodeRequestAndResponse(request, response, arrival);
    if (arrival.stream === undefined) return sendNodeResponse(answer, response, request, false);
    try {
      const stream = new EventStream(door, response, arrival.viewer!, address);
      await stream.begin(answer, arrival.stream, arrival.rights!);
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      refuse(response, 429, error.code, error.message, { "retry-after": "5" });
    }
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

/** An answer that is only an error, in the shape of the graph's. */
function refuse(response: ServerResponse, status: number, code: string, message: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(`${JSON.stringify({ errors: [{ message, extensions: { code } }] })}\n`);
}
