/** A file that a page loads: it has the hash of its content in its name, so that browsers keep it for a year, and is compressed once. */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { compress, encodingFor, type Encoding } from "./compression.ts";

export type File = { readonly path: string; readonly type: string; readonly text: string; compressed(encoding: Encoding): Promise<Buffer> };

const types = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  html: "text/html; charset=utf-8",
  graphql: "text/plain; charset=utf-8",
} as const;

// More takes seconds for megabytes, and saves a tenth.
const quality = 6;

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
      const compressed = kept.get(encoding) ?? compress(Buffer.from(text), encoding, quality);
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
  const encoding = encodingFor(request);
  if (encoding !== undefined) response.setHeader("content-encoding", encoding);
  const body = encoding === undefined ? Buffer.from(text) : await compressed(encoding);
  response.writeHead(200, { "content-type": type, "content-length": String(body.length) }).end(body);
}
