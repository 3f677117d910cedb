/** The door of the page: finds the route of an address, asks the graph as anybody would, and answers in HTML, JSON or SVG. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Refused } from "../doors/ask.ts";
import { liveDocumentId } from "../doors/access/documents.ts";
import { graphqlPath, type GraphqlDoor } from "../doors/graphql.ts";
import { createAnswers } from "./answers.ts";
import { html } from "./base/html.ts";
import type { Ask } from "./base/operation.ts";
import { Misunderstood, type Asked, type Route, type Shown, type View } from "./base/route.ts";
import { send, type Sendable } from "./base/send.ts";
import { createFiles, endings, type Ending } from "./files/endings.ts";
import { TooManyDrawings } from "./files/png.ts";
import { readAssets } from "./live/assets.ts";
import { pageOf } from "./pieces/layout.ts";
import { readRoutes } from "./routes/routes.ts";
import { en } from "./words/en.ts";
import { es } from "./words/es.ts";
import { languageOf } from "./words/language.ts";
import type { Fault } from "./words/words.ts";

const tables = { en, es } as const;
const statuses: Readonly<Record<string, Fault>> = {
  RATE_LIMITED: 429,
  TOO_MANY: 429,
  BUSY: 503,
  TIMEOUT: 503,
  INTERNAL: 500,
  INVALID_ID: 404,
  NOT_FOUND: 404,
};

/** Answers the addresses of the page, and every address that a browser opens and that is nobody's; resolves with false for anything else. */
export function createPageDoor(
  door: GraphqlDoor,
  addressOf: (request: IncomingMessage) => string,
  schemeOf: (request: IncomingMessage) => "http" | "https",
) {
  const routes = readRoutes();
  const assets = readAssets();
  const live = liveDocumentId();
  const fileOf = createFiles(assets);
  const askAs = createAnswers(door);
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${assets.styleHashes.join(" ")}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const [, path = "", search = ""] = /^([^?]*)\??(.*)$/.exec(request.url ?? "") ?? [];
    if (path === graphqlPath) return false;
    if (path === assets.scriptPath) {
      await send(request, response, { status: 200, type: "text/javascript; charset=utf-8", text: assets.script, forever: true });
      return true;
    }
    const found = find(routes, path, search);
    const reads = request.method === "GET" || request.method === "HEAD";
    if (found === null && !(reads && request.headers.accept?.includes("text/html"))) return false;
    if (!reads) {
      response
        .writeHead(405, { "content-type": "text/plain; charset=utf-8", allow: "GET, HEAD, OPTIONS" })
        .end("A page is read with GET or HEAD.\n");
      return true;
    }
    response.setHeader("content-security-policy", policy).appendHeader("vary", "accept-language");
    const view = viewOf(request, schemeOf(request), found?.asked ?? { path, parts: [], query: new URLSearchParams(search) });
    await send(request, response, await answer(found, view, askAs(addressOf(request))));
    return true;
  };

  async function answer(found: Found | null, view: View, ask: Ask): Promise<Sendable> {
    const ending = found?.ending ?? null;
    try {
      const data = found === null ? null : await found.route.load(ask, view);
      if (data === null) return fault(404, "", ending, view);
      const shown = found!.route.show(data, view);
      if (ending !== null) return (await fileOf(ending, data, shown, view)) ?? fault(404, "", ending, view);
      return pageWith(200, shown, view, found!.route);
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

type Found = { readonly route: Route; readonly ending: Ending | null; readonly asked: Asked };

const ended = new RegExp(`^(.*?)(?:\\.(${endings.map((ending) => ending.replace(".", "\\.")).join("|")}))?$`);

/** The route of a path; `.json`, `.svg` and the like behind it ask for its answer in another form. */
function find(routes: readonly Route[], path: string, search: string): Found | null {
  const [, plain = "", ending] = ended.exec(path)!;
  for (const route of routes) {
    const match = route.path.exec(plain);
    const parts = match?.slice(1).map(decoded) ?? [null];
    if (parts.includes(null)) continue;
    return {
      route,
      ending: (ending as Ending | undefined) ?? null,
      asked: { path: plain, parts: parts as string[], query: new URLSearchParams(search) },
    };
  }
  return null;
}

function decoded(part: string | undefined): string | null {
  try {
    return decodeURIComponent(part ?? "");
  } catch {
    return null;
  }
}

export function viewOf({ headers }: IncomingMessage, scheme: string, asked: Asked): View {
  const chosen = asked.query.get("lang");
  const words = tables[languageOf(chosen, headers["accept-language"])];
  return {
    ...asked,
    words,
    origin: `${scheme}://${headers.host ?? ""}`,
    href(path, given = {}) {
      const query = new URLSearchParams(
        Object.entries(given).flatMap(([name, value]) => (value == null || value === "" ? [] : [[name, value]])),
      );
      if (chosen === words.language) query.set("lang", chosen);
      return query.size === 0 ? path : `${path}?${query}`;
    },
  };
}
