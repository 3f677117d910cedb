/** GraphiQL: one page, the same for everybody, made once, sent compressed and kept by browsers until it changes. */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { renderGraphiQL } from "@graphql-yoga/render-graphiql";
import Negotiator from "negotiator";
import { readTour } from "../access/documents.ts";

type Page = { readonly etag: string; readonly policy: (host: string) => string; readonly bodies: Readonly<Record<string, Buffer>> };

const hashOf = (text: string) => createHash("sha256").update(text).digest("base64");

/** Answers a browser that asks for a page; resolves with false for anything else. */
export function createGraphiql() {
  let page: Promise<Page> | undefined;
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if ((request.method !== "GET" && request.method !== "HEAD") || !request.headers.accept?.includes("text/html")) return false;
    const { etag, policy, bodies } = await (page ??= makePage());
    const accepted = new Negotiator(request).encodings(Object.keys(bodies));
    // The order of a client that accepts several says nothing.
    const encoding = ["br", "gzip"].find((each) => accepted.includes(each)) ?? "identity";
    response
      .setHeader("content-security-policy", policy(request.headers.host ?? ""))
      .setHeader("etag", etag)
      .setHeader("cache-control", "no-cache")
      .setHeader("vary", "accept, accept-encoding");
    if (request.headers["if-none-match"]?.includes(etag)) {
      response.writeHead(304).end();
      return true;
    }
    const body = bodies[encoding]!;
    if (encoding !== "identity") response.setHeader("content-encoding", encoding);
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-length": String(body.length) }).end(body);
    return true;
  };
}

async function makePage(): Promise<Page> {
  // A key that is typed in under Headers is gone with the tab.
  const html = renderGraphiQL({ title: "Paradero", defaultTabs: tabs(), shouldPersistHeaders: false });
  const scripts = Array.from(html.matchAll(/<script>([\s\S]*?)<\/script>/g), ([, script]) => `'sha256-${hashOf(script!)}'`);
  const policy = (host: string) =>
    [
      "default-src 'none'",
      `script-src ${scripts.join(" ")}`,
      "style-src 'unsafe-inline'",
      "img-src data:",
      "font-src data:",
      "worker-src blob:",
      `connect-src 'self' ws://${host} wss://${host}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join("; ");
  const plain = Buffer.from(html);
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    promisify(gzip)(plain),
  ]);
  return { etag: `"${hashOf(html).slice(0, 22)}"`, policy, bodies: { br, gzip: zipped, identity: plain } };
}

/** The operations of the repository as tabs. A comment `# headers: {…}` gives the headers of a tab. */
function tabs() {
  return readTour().map((query) => {
    const headers = /^# headers: (\{.*\})$/m.exec(query)?.[1];
    return { query, ...(headers ? { headers } : {}) };
  });
}
