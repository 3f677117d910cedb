/** The explorer: GraphiQL at the address of the graph, for whoever opens it in a browser. The page is small and made anew; its files are kept by browsers for a year. */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { getIntrospectionQuery, parse } from "graphql";
import { graphqlPath, type GraphqlDoor } from "../../doors/graphql.ts";
import { createAnswers } from "../answers.ts";
import { sendFile } from "../base/file.ts";
import { html, jsonIn } from "../base/html.ts";
import type { Ask } from "../base/operation.ts";
import { send } from "../base/send.ts";
import { explorerWords } from "../words/explorer.ts";
import { languageOf } from "../words/language.ts";
import { filesPath, readFiles, type Files } from "./files.ts";
import { createTour, type Tour } from "./tour.ts";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // The hash is that of nothing: an element that GraphiQL's editor makes and then fills by script (before.js).
  `style-src 'self' 'sha256-${createHash("sha256").digest("base64")}'`,
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
const introspection = parse(
  getIntrospectionQuery({
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  }),
);

export type ExplorerOptions = {
  readonly addressOf: (request: IncomingMessage) => string;
  /** Whether the schema can be asked for. */ readonly introspection: boolean;
};

/** Answers a browser that opens the graph's address, and what that page loads; resolves with false for anything else. */
export function createExplorer(door: GraphqlDoor, { addressOf, introspection: known }: ExplorerOptions) {
  const askAs = createAnswers(door);
  const tour = createTour();
  let reading: Promise<Files> | undefined;
  const files = (ask: Ask) => {
    reading ??= (async () =>
      readFiles(known ? await ask<object, object>({ document: introspection, operationName: "IntrospectionQuery" }, {}) : null))();
    reading.catch(() => (reading = undefined));
    return reading;
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const [, path = "", search = ""] = /^([^?]*)\??(.*)$/.exec(request.url ?? "") ?? [];
    const opens = path === graphqlPath && request.headers.accept?.includes("text/html") === true;
    if (!opens && !path.startsWith(filesPath)) return false;
    const ask = askAs(addressOf(request));
    const known = await files(ask);
    if (!opens) {
      const file = Object.values(known).find((each) => each.path === path);
      if (file === undefined) return false;
      await sendFile(request, response, file);
      return true;
    }
    const language = languageOf(new URLSearchParams(search).get("lang"), request.headers["accept-language"]);
    response.setHeader("content-security-policy", policy).appendHeader("vary", "accept, accept-language");
    await send(request, response, { status: 200, type: "text/html; charset=utf-8", text: pageOf(known, await tour(ask), language).text });
    return true;
  };
}

function pageOf(files: Files, { tabs, answer }: Tour, language: "en" | "es") {
  const words = explorerWords[language];
  const workers = { editorWorkerService: "editor-worker.js", json: "json-worker.js", graphql: "graphql-worker.js" } as const;
  const given = {
    endpoint: graphqlPath,
    workers: Object.fromEntries(Object.entries(workers).map(([label, name]) => [label, files[name]!.path])),
    schema: files["schema.json"]?.path ?? null,
    tabs,
    answer: answer === null ? null : JSON.stringify({ data: answer }),
    words: words.script,
  };
  const script = (name: string) => html`<script src="${files[name]!.path}" defer></script>`;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${words.title} · Paradero</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${files["graphiql.css"]!.path}" />
        <link rel="stylesheet" href="${files["explorer.css"]!.path}" />
      </head>
      <body class="no-focus-outline">
        <header>
          <a class="site" href="/">Paradero</a>
          <h1>${words.title}</h1>
          <nav aria-label="Paradero">
            <a href="/">${words.page}</a> <a href="/schema">${words.schema}</a> <a href="/desk">${words.desk}</a>
          </nav>
          <form id="key">
            <label
              >${words.key}
              <input type="password" name="key" autocomplete="off" spellcheck="false" placeholder="prd_…" aria-describedby="key-told"
            /></label>
            <output id="key-told">${words.script.none}</output>
          </form>
        </header>
        <noscript
          ><p>${words.noScript} <a href="/schema">${words.schema}</a></p></noscript
        >
        <main id="root" aria-label="${words.title}"></main>
        <script type="application/json" id="explorer">
          ${jsonIn(given)}
        </script>
        ${["before.js", "graphiql.js", "explorer.js"].map(script)}
      </body>
    </html> `;
}
