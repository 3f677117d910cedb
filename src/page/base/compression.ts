/** In which form a client takes a text, and the text in that form. */
import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import Negotiator from "negotiator";

const encodings = ["br", "gzip"] as const;
export type Encoding = (typeof encodings)[number];

/** The best that is accepted: the order of a client that accepts several says nothing. Undefined for the text as it is. */
export function encodingFor(request: IncomingMessage): Encoding | undefined {
  const accepted = new Negotiator(request).encodings([...encodings]);
  return encodings.find((each) => accepted.includes(each));
}

/** `quality` is brotli's: what is made for one request takes less of it than what is kept. */
export function compress(body: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  return encoding === "gzip"
    ? promisify(gzip)(body)
    : promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}
