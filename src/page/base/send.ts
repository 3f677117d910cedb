/** Sends a text compressed to who can read it so, and not again to who has it. */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import Negotiator from "negotiator";

export type Sendable = {
  readonly status: number;
  readonly type: string;
  readonly text: string | Buffer;
  /** The address changes with the text. */ readonly forever?: boolean;
};

// A page is made for one request: to press the last percent out of it would cost more than it saves.
const compress = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
} as const;
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
  const accepted = plain.length < notWorthIt || !isText(type) ? [] : new Negotiator(request).encodings(["br", "gzip"]);
  // The order of a client that accepts several says nothing.
  const encoding = (["br", "gzip"] as const).find((each) => accepted.includes(each));
  const body = encoding === undefined ? plain : await compress[encoding](plain);
  if (encoding !== undefined) response.setHeader("content-encoding", encoding);
  response.writeHead(status, { "content-type": type, "content-length": String(body.length) }).end(body);
}
