/** GraphQL over HTTP. Yoga answers; a subscription to the feed continues as Server-Sent Events. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { sendNodeResponse } from "@whatwg-node/server";
import { TooMany } from "../errors.ts";
import { addressOf } from "./address.ts";
import type { Arrival, GraphqlDoor } from "./graphql.ts";
import { EventStream } from "./sse.ts";

export function createHttpDoor(door: GraphqlDoor, { trustProxy }: { readonly trustProxy: boolean }) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const arrival: Arrival = {};
    const answer = await door.yoga.handleNodeRequestAndResponse(request, response, arrival);
    if (arrival.stream === undefined) return sendNodeResponse(answer, response, request, false);
    try {
      const stream = new EventStream(door, response, arrival.viewer!, addressOf(request, trustProxy));
      await stream.begin(answer, arrival.stream, arrival.rights!);
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      const { message, extensions } = door.mask(error);
      response.writeHead(429, { "content-type": "application/json", "retry-after": "5", "access-control-allow-origin": "*" });
      response.end(JSON.stringify({ errors: [{ message, extensions: { code: extensions["code"] } }] }));
    }
  };
}
