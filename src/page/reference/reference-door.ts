/** `/schema`: the schema to read and to search, and `/schema.graphql`: the same as text. Both are made once, from the schema that answers. */
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { buildSchema } from "graphql";
import { graphqlPath, type GraphqlDoor } from "../../doors/graphql.ts";
import { fileOf, sendFile, type File } from "../base/file.ts";
import { html } from "../base/html.ts";
import type { View } from "../base/route.ts";
import { readAssets } from "../live/assets.ts";
import { viewOf } from "../base/address.ts";
import { pageOf } from "../pieces/layout.ts";
import { referenceWords } from "../words/reference.ts";
import { directivesOf, groupsOf, typeSection } from "./sections.ts";

const here = "/schema";

/** Answers the two addresses and their style; resolves with false for anything else. */
export function createReference(door: GraphqlDoor, schemeOf: (request: IncomingMessage) => "http" | "https") {
  const assets = readAssets();
  const style = fileOf("/page/", "reference.css", readFileSync(join(import.meta.dirname, "reference.css"), "utf8"));
  const policy = [
    "default-src 'none'",
    `style-src 'self' ${assets.styleHashes.join(" ")}`,
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  let text: File | undefined;
  const sdl = () => (text ??= fileOf("/", "schema.graphql", door.printSdl()));
  const pages = new Map<string, File>();
  // Everything but the links is the same for all who read one language by one address.
  const page = (view: View) => {
    const key = JSON.stringify([view.words.language, view.origin, view.query.get("lang")]);
    const made = pages.get(key) ?? fileOf("/", "schema.html", pageText(view, sdl().text, style.path));
    if (pages.size < 20) pages.set(key, made);
    return made;
  };
  const pageText = (view: View, schema: string, stylePath: string) =>
    pageOf(shownOf(view, schema, stylePath), view, { assets, live: null, place: null }).text;

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const [, path = "", search = ""] = /^([^?]*)\??(.*)$/.exec(request.url ?? "") ?? [];
    if (path === style.path) await sendFile(request, response, style);
    else if (path === `${here}.graphql`) await sendFile(request, response, sdl(), false);
    else if (path === here) {
      const view = viewOf(request, schemeOf(request), { path, parts: [], query: new URLSearchParams(search) });
      response.setHeader("content-security-policy", policy).appendHeader("vary", "accept-language");
      await sendFile(request, response, page(view), false);
    } else return false;
    return true;
  };
}

function shownOf(view: View, sdl: string, stylePath: string) {
  const words = referenceWords[view.words.language];
  const schema = buildSchema(sdl, { assumeValid: true });
  const groups = groupsOf(schema);
  const body = html`<link rel="stylesheet" href="${stylePath}" />
    <h1>${words.title}</h1>
    <p class="lead">${words.lead}</p>
    <p><a href="${here}.graphql">${words.text}</a> · <a href="${graphqlPath}">${words.ask}</a></p>
    <nav aria-label="${words.contents}">
      ${groups.map(({ name }) => html`<a href="#${name}">${words.groups[name]}</a>`)}<a href="#directives">${words.directives}</a>
    </nav>
    <div lang="en">
      ${groups.map(
        ({ name, types }) =>
          html`<h2 id="${name}" lang="${view.words.language}">${words.groups[name]}</h2>
            <ul class="contents">
              ${types.map((type) => html`<li><a href="#${type.name}">${type.name}</a></li>`)}
            </ul>
            ${types.map((type) => typeSection(schema, type, words))}`,
      )}
      <h2 id="directives" lang="${view.words.language}">${words.directives}</h2>
      ${directivesOf(schema, words)}
    </div>`;
  return { title: words.title, description: words.lead, body };
}
