/** What every answer says to browsers, and what is refused before anything reads it: a request whose Host is none. */
import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";
import { allowOrigin, type Origins } from "../access/origins.ts";

const oneDay = 86_400;
const seenByScripts = "content-disposition, etag, retry-after, www-authenticate";
const sentByScripts = "accept, authorization, content-type, if-none-match, last-event-id";
// A name or an address, and a port; what else may stand in a URL there is no host.
const host = /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9.])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** Whether a request says properly which host it is for. */
export const hasHost = ({ headers }: IncomingMessage): boolean => host.test(headers.host ?? "");

const protect = helmet({
  // Answers are data; the page of GraphiQL says for itself what it needs (src/page/explorer).
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
  },
  // Data for whoever may read it from anywhere: CORS says who.
  crossOriginResourcePolicy: { policy: "cross-origin" },
  frameguard: { action: "deny" },
  referrerPolicy: { policy: "no-referrer" },
  // It belongs to whoever holds the certificate.
  strictTransportSecurity: false,
});

/** What it sets, which is the same for all. */
function protection(): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  const written = { setHeader: (name: string, value: string) => void headers.set(name, value), removeHeader: () => {} };
  protect({} as IncomingMessage, written as unknown as ServerResponse, () => {});
  return headers;
}

/** Sets the headers; answers what is no request, and preflights. True when it has answered. */
export function createHeaders(origins: Origins) {
  const always = protection();
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    for (const [name, value] of always) response.setHeader(name, value);
    if (!hasHost(request) || !/^(?:\/|\*$)/.test(request.url ?? "")) {
      response
        .writeHead(400, { "content-type": "text/plain; charset=utf-8", connection: "close" })
        .end("The Host header or the address is not one.\n");
      return true;
    }
    const allowed = allowOrigin(origins, request.headers.origin);
    if (allowed !== null)
      response.setHeader("access-control-allow-origin", allowed).setHeader("access-control-expose-headers", seenByScripts);
    if (origins !== "*") response.setHeader("vary", "origin");
    if (request.method !== "OPTIONS") return false;
    const methods = request.url?.startsWith("/graphql") ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS";
    response.setHeader("allow", methods);
    if (allowed !== null)
      response
        .setHeader("access-control-allow-methods", methods)
        .setHeader("access-control-allow-headers", sentByScripts)
        .setHeader("access-control-max-age", oneDay);
    response.writeHead(204, { "content-length": "0" }).end();
    return true;
  };
}
