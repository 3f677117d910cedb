/** What a plain request brings: an operation and its variables, if they are what they should be. */
import type { IncomingMessage } from "node:http";
import type { Params } from "../access/documents.ts";
import { largestRequest } from "../graphql.ts";

/** Of the right kinds; not more is known of them. */
export type Operation = Params & {
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
};

const isText = (value: unknown) => value == null || typeof value === "string";
const isObject = (value: unknown) => value == null || (typeof value === "object" && !Array.isArray(value));
const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  ...{ query: isText, operationName: isText, documentId: isText },
  ...{ variables: isObject, extensions: isObject },
};

/** Null for anything that is not exactly that: Yoga says what is wrong with it. */
export function operationIn(request: IncomingMessage, body: string | null): Operation | null {
  try {
    const given = body === null ? fromAddress(request.url ?? "") : (JSON.parse(body) as unknown);
    if (typeof given !== "object" || given === null || Array.isArray(given)) return null;
    return Object.entries(given).every(([name, value]) => kinds[name]?.(value)) ? given : null;
  } catch {
    return null;
  }
}

function fromAddress(url: string): unknown {
  const given = Object.fromEntries(new URLSearchParams(url.split("?")[1]));
  for (const name of ["variables", "extensions"]) if (given[name]) given[name] = JSON.parse(given[name]);
  return given;
}

export type Body = { readonly text: string } | { readonly fault: "TOO_LARGE" | "GONE" };

/** The body of a request, as far as a request may go. */
export function readBody(request: IncomingMessage): Promise<Body> {
  if (Number(request.headers["content-length"] ?? 0) > largestRequest) return Promise.resolve({ fault: "TOO_LARGE" });
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    const settle = (body: Body) => {
      request.removeListener("data", take).removeListener("end", end).removeListener("close", gone);
      resolve(body);
    };
    const take = (part: Buffer) => {
      size += part.length;
      parts.push(part);
      if (size <= largestRequest) return;
      // Left open: the answer goes through the same socket.
      request.pause();
      settle({ fault: "TOO_LARGE" });
    };
    const end = () => settle({ text: (parts.length === 1 ? parts[0]! : Buffer.concat(parts)).toString() });
    const gone = () => settle({ fault: "GONE" });
    // Heard for as long as the request is: unheard it would end the process.
    request.on("data", take).on("end", end).on("close", gone).on("error", gone);
  });
}
