/** The door of the page: finds the route of an address, asks the graph as anybody would, and answers in HTML, JSON or SVG. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Refused } from "../doors/ask.ts";
import { liveDocumentId } from "../doors/access/documents.ts";
import { graphqlPath, type GraphqlDoor } from "../doors/graphql.ts";
import { createAnswers } from "./answers.ts";
import { createFinder, viewOf } from "./base/address.ts";
import { html } from "./base/html.ts";
import type { Ask } from "./base/operation.ts";
import { Misunderstood, type Route, type Shown, type View } from "./base/route.ts";
import { send, type Sendable } from "./base/send.ts";
import { createFiles, endings, type Ending } from "./files/endings.ts";
import { TooManyDrawings } from "./files/png.ts";
import { readAssets } from "./live/assets.ts";
import { oembedOf, oembedPath, pageNamed } from "./oembed.ts";
import { embeddedPage } from "./pieces/embed.ts";
import { pageOf } from "./pieces/layout.ts";
import { readRoutes } from "./routes/routes.ts";
import { createSituating } from "./situations.ts";
import type { Fault } from "./words/words.ts";

const citationPath = "/page/CITATION.cff";
const statuses: Readonly<Record<string, Fault>> = {
  RATE_LIMITED: 429,
  TOO_MANY: 429,
  BUSY: 503,
  TIMEOUT: 503,
  INTERNAL: 500,
  INVALID_ID: 404,
  NOT_FOUND: 404,
};

/** How an answer is wanted: as a page, as a file, within a frame, or what is needed to make a frame. */
type Form = Ending | "frame" | { readonly oembed: URLSearchParams } | null;

/** Answers the addresses of the page, and every address that a browser opens and that is nobody's; resolves with false for anything else. */
export function createPageDoor(
  door: GraphqlDoor,
  addressOf: (request: IncomingMessage) => string,
  schemeOf: (request: IncomingMessage) => "http" | "https",
) {
  const find = createFinder(readRoutes(), endings);
  const assets = readAssets();
  const live = liveDocumentId();
  const fileOf = createFiles(assets);
  const askAs = createAnswers(door);
  const situate = createSituating();
  const policyOf = (ancestors: string) =>
    [
      "default-src 'none'",
      "script-src 'self'",
      `style-src ${assets.styleHashes.join(" ")}`,
      "img-src 'self' data:",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      `frame-ancestors ${ancestors}`,
    ].join("; ");
  const originOf = (request: IncomingMessage) => `${schemeOf(request)}://${request.headers.host ?? ""}`;

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const [, path = "", search = ""] = /^([^?]*)\??(.*)$/.exec(request.url ?? "") ?? [];
    if (path === graphqlPath) return false;
    const script = assets.scripts.get(path);
    if (script !== undefined) {
      await send(request, response, { status: 200, type: "text/javascript; charset=utf-8", text: script, forever: true });
      return true;
    }
    if (path === citationPath) {
      await send(request, response, { status: 200, type: "text/yaml; charset=utf-8", text: assets.citation });
      return true;
    }
    const query = new URLSearchParams(search);
    const framed = /^\/embed(?=\/|$)/.test(path);
    const named = path === oembedPath ? pageNamed(query, originOf(request)) : null;
    const found = named ? find(named.pathname, named.searchParams) : find(framed ? path.slice("/embed".length) || "/" : path, query);
    const reads = request.method === "GET" || request.method === "HEAD";
    if (found === null && path !== oembedPath && !(reads && request.headers.accept?.includes("text/html"))) return false;
    if (!reads) {
      response
        .writeHead(405, { "content-type": "text/plain; charset=utf-8", allow: "GET, HEAD, OPTIONS" })
        .end("A page is read with GET or HEAD.\n");
      return true;
    }
    response.setHeader("content-security-policy", framed ? policyOf("*") : policyOf("'none'")).appendHeader("vary", "accept-language");
    // Whoever likes may show a picture in a frame, and nothing else of the hub.
    if (framed) response.removeHeader("x-frame-options");
    const view = viewOf(request, schemeOf(request), found?.asked ?? { path, parts: [], query });
    const form = path === oembedPath ? { oembed: query } : framed ? ("frame" as const) : (found?.ending ?? null);
    await send(request, response, await answer(found?.route ?? null, form, view, askAs(addressOf(request))));
    return true;
  };

  async function answer(route: Route | null, form: Form, asked: View, ask: Ask): Promise<Sendable> {
    let view = asked;
    const ending = typeof form === "string" && form !== "frame" ? form : form === null || form === "frame" ? null : "json";
    try {
      if (typeof form === "object" && form !== null && (form.oembed.get("format") ?? "json") !== "json")
        return { status: 501, type: "text/plain; charset=utf-8", text: "oEmbed is answered as JSON here.\n" };
      view = await situate(ask, asked);
      const data = route === null ? null : await route.load(ask, view);
      if (data === null) return fault(404, "", ending, view);
      const shown = route!.show(data, view);
      if (form === null) return pageWith(200, shown, view, route);
      if (typeof form === "string" && form !== "frame") return (await fileOf(form, data, shown, view)) ?? fault(404, "", ending, view);
      if (!shown.picture) return fault(404, "", ending, view);
      if (form !== "frame") return oembedOf(shown, view, form.oembed);
      return { status: 200, type: "text/html; charset=utf-8", text: embeddedPage(shown, view, assets).text };
    } catch (error) {
      if (error instanceof TooManyDrawings) return fault(503, "", ending, view);
      if (error instanceof Misunderstood) return fault(400, error.message, ending, view);
      const { message, extensions } = door.mask(error instanceof Refused ? error.errors[0] : error);
      const status = statuses[String(extensions["code"])] ?? 400;
      return fault(status, status === 400 ? message : status === 500 ? (extensions["reference"] as string) : "", ending, view);
    }
  }

  function fault(status: Fault, detail: string, ending: Ending | null, view: View): Sendable {
    const { title, text } = view.words.faults[status];
    if (ending !== null)
      return { status, type: "application/json; charset=utf-8", text: `${JSON.stringify({ error: { status, title, text, detail } })}\n` };
    const body = html`<h1>${title}</h1>
      <p>${text} ${detail}</p>`;
    return pageWith(status, { title, description: text, body }, view, null);
  }

  function pageWith(status: number, shown: Shown, view: View, route: Route | null): Sendable {
    const page = pageOf(shown, view, { assets, live: route === null ? null : live, place: route?.menu ?? null });
    return { status, type: "text/html; charset=utf-8", text: page.text };
  }
}
