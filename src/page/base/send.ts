/** Sends a text compressed to who can read it so, and not again to who has it. */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { compress, encodingFor } from "./compression.ts";

export type Sendable = {
  readonly status: number;
  readonly type: string;
  readonly text: string | Buffer;
  /** The address changes with the text. */ readonly forever?: boolean;
};

// A page is made for one request: to press the last percent out of it would cost more than it saves.
const quality = 4;
const notWorthIt = 1000;
const isText = (type: string) => /^text\/|json|xml|javascript/.test(type);

export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, type, text, forever = false }: Sendable,
): Promise<void> {
  const plain = Buffer.from(text);
  const etag = `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
  response
    .setHeader("etag", etag)
    .setHeader("cache-control", forever ? "public, max-age=31536000, immutable" : "no-cache")
    .appendHeader("vary", "accept-encoding");
  if (status === 200 && request.headers["if-none-match"]?.includes(etag)) {
    response.writeHead(304).end();
    return;
  }
  const encoding = plain.length < notWorthIt || !isText(type) ? undefined : encodingFor(request);
  const body = encoding === undefined ? plain : await compress(plain, encoding, quality);
  if (encoding !== undefined) response.setHeader("content-encoding", encoding);
  response.writeHead(status, { "content-type": type, "content-length": String(body.length) }).end(body);
}
