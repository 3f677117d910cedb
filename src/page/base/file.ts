/** A file that a page loads: it has the hash of its content in its name, so that browsers keep it for a year, and is compressed once. */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import Negotiator from "negotiator";

type Encoding = "br" | "gzip";
export type File = { readonly path: string; readonly type: string; readonly text: string; compressed(encoding: Encoding): Promise<Buffer> };

const types = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  html: "text/html; charset=utf-8",
  graphql: "text/plain; charset=utf-8",
} as const;

const compress = {
  // More than 6 takes seconds for megabytes, and saves a tenth.
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
} as const;

/** `name` says by its ending what it is; `folder` begins and ends with a slash. */
export function fileOf(folder: string, name: string, text: string): File {
  const [, stem, ending] = /^(.*)\.(\w+)$/.exec(name)!;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  const kept = new Map<Encoding, Promise<Buffer>>();
  return {
    path: `${folder}${stem}.${hash}.${ending}`,
    type: types[ending as keyof typeof types],
    text,
    compressed(encoding) {
      const compressed = kept.get(encoding) ?? compress[encoding](Buffer.from(text));
      kept.set(encoding, compressed);
      return compressed;
    },
  };
}

/** Sends it for a year; or, where it stands at an address that does not change with it, until it changes. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { path, type, text, compressed }: File,
  forever = true,
): Promise<void> {
  response.appendHeader("vary", "accept-encoding");
  const etag = `W/"${path}"`;
  if (forever) response.setHeader("cache-control", "public, max-age=31536000, immutable");
  else response.setHeader("cache-control", "no-cache").setHeader("etag", etag);
  if (!forever && request.headers["if-none-match"]?.includes(etag)) {
    response.writeHead(304).end();
    return;
  }
  const accepted = new Negotiator(request).encodings(["br", "gzip"]);
  // The order of a client that accepts several says nothing.
  const encoding = (["br", "gzip"] as const).find((each) => accepted.includes(each));
  if (encoding !== undefined) response.setHeader("content-encoding", encoding);
  const body = encoding === undefined ? Buffer.from(text) : await compressed(encoding);
  response.writeHead(200, { "content-type": type, "content-length": String(body.length) }).end(body);
}
