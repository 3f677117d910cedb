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

/** What it sets, which is the same for all: names and values in turn. */
function protection(): readonly string[] {
  const headers: string[] = [];
  const written = { setHeader: (name: string, value: string) => void headers.push(name.toLowerCase(), value), removeHeader: () => {} };
  protect({} as IncomingMessage, written as unknown as ServerResponse, () => {});
  return headers;
}

export type Headers = ReturnType<typeof createHeaders>;

export function createHeaders(origins: Origins) {
  const always = protection();
  const everybody = withOrigin("*");
  function withOrigin(allowed: string | null): readonly string[] {
    const cors = allowed === null ? [] : ["access-control-allow-origin", allowed, "access-control-expose-headers", seenByScripts];
    return [...always, ...cors, ...(origins === "*" ? [] : ["vary", "origin"])];
  }
  /** Of every answer to this request, names and values in turn: for whoever writes them all at once. */
  const of = ({ headers }: IncomingMessage) => (origins === "*" ? everybody : withOrigin(allowOrigin(origins, headers.origin)));
  const set = (request: IncomingMessage, response: ServerResponse): void => {
    const headers = of(request);
    for (let at = 0; at < headers.length; at += 2) response.setHeader(headers[at]!, headers[at + 1]!);
  };
  /** Answers what is no request, and preflights. True when it has answered. */
  const answer = (request: IncomingMessage, response: ServerResponse): boolean => {
    if (!hasHost(request) || !/^(?:\/|\*$)/.test(request.url ?? "")) {
      set(request, response);
      response
        .writeHead(400, { "content-type": "text/plain; charset=utf-8", connection: "close" })
        .end("The Host header or the address is not one.\n");
      return true;
    }
    if (request.method !== "OPTIONS") return false;
    set(request, response);
    const methods = request.url?.startsWith("/graphql") ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS";
    response.setHeader("allow", methods);
    if (response.hasHeader("access-control-allow-origin"))
      response
        .setHeader("access-control-allow-methods", methods)
        .setHeader("access-control-allow-headers", sentByScripts)
        .setHeader("access-control-max-age", oneDay);
    response.writeHead(204, { "content-length": "0" }).end();
    return true;
  };
  /** Sets them for whoever answers after this. */
  const setFor = (request: IncomingMessage, response: ServerResponse): false => {
    set(request, response);
    return false;
  };
  return { of, set, setFor, answer };
}
