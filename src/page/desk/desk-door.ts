/** `/desk`: the verifier's desk. It asks and changes through the same door as everybody, with the rights of the key that its session was opened with. */
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { CustodyEventType } from "../../../generated/graphql.ts";
import { askDoor, Refused } from "../../doors/ask.ts";
import { mayConnect } from "../../doors/access/origins.ts";
import type { Session } from "../../doors/access/sessions.ts";
import type { GraphqlDoor } from "../../doors/graphql.ts";
import { fileOf, sendFile } from "../base/file.ts";
import { html, type Content, type Html } from "../base/html.ts";
import { Misunderstood, type View } from "../base/route.ts";
import { readAssets } from "../live/assets.ts";
import { viewOf } from "../base/address.ts";
import { pageOf } from "../pieces/layout.ts";
import { deskWords } from "../words/desk.ts";
import { terms } from "../words/terms.ts";
import { readActs, toldOf } from "./acts.ts";
import { caseOf } from "./case.ts";
import { deskPage, faultPage, signInPage } from "./desk-page.ts";
import { duplicatesPage } from "./duplicates.ts";
import { entryPage } from "./forms/entry-page.ts";
import { deskPath, readForm, written } from "./forms/form.ts";
import { createLooks } from "./looks.ts";
import { namesPage } from "./names.ts";
import { cookieOf, sealedIn } from "./session-cookie.ts";

export type DeskOptions = {
  readonly addressOf: (request: IncomingMessage) => string;
  readonly schemeOf: (request: IncomingMessage) => "http" | "https";
};

type Seated = { readonly session: Session; readonly looks: ReturnType<ReturnType<typeof createLooks>>; readonly view: View };
const isType = (text: string | null): text is CustodyEventType => text !== null && Object.hasOwn(terms.en.event, text);

/** One page says much: the next entry begins with who said the last one and where; and a person of whom something was said with what else is. */
function nextEntry(form: URLSearchParams, recorded: Readonly<Record<string, string>> = {}): Readonly<Record<string, string | null>> {
  const kind = form.get("kind");
  const { document = written(form, "document") ?? null, person = null } = recorded;
  return { kind: kind === "document" ? "count" : kind, document, source: written(form, "source") ?? null, person };
}

/** Answers everything under `/desk`; resolves with false for anything else. */
export function createDesk(door: GraphqlDoor, { addressOf, schemeOf }: DeskOptions) {
  const read = (name: string) => readFileSync(join(import.meta.dirname, name), "utf8");
  const files = [fileOf(`${deskPath}/`, "desk.css", read("desk.css")), fileOf(`${deskPath}/`, "desk.js", read("desk.js"))] as const;
  const [style, script] = files;
  const assets = readAssets();
  const looksAs = createLooks();
  const doAct = readActs();
  const policy = [
    ...["default-src 'none'", "script-src 'self'", `style-src 'self' ${assets.styleHashes.join(" ")}`, "img-src 'self' data:"],
    ...["connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
  ].join("; ");

  const asking =
    (request: IncomingMessage, authorization: string): Parameters<typeof looksAs>[0] =>
    async (operation, variables) =>
      JSON.parse(JSON.stringify(await askDoor(door, { address: addressOf(request), authorization }, operation, variables))) as never;
  const look = (request: IncomingMessage, authorization: string, view: View) => looksAs(asking(request, authorization), view);

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const [, path = "", search = ""] = /^([^?]*)\??(.*)$/.exec(request.url ?? "") ?? [];
    if (path !== deskPath && !path.startsWith(`${deskPath}/`)) return false;
    const file = files.find((each) => each.path === path);
    if (file !== undefined) {
      await sendFile(request, response, file);
      return true;
    }
    const view = viewOf(request, schemeOf(request), { path: deskPath, parts: [], query: new URLSearchParams(search) });
    response
      .setHeader("content-security-policy", policy)
      .setHeader("cache-control", "no-store")
      // Within the desk a browser says where a form comes from; to nobody else.
      .setHeader("referrer-policy", "same-origin")
      .removeHeader("access-control-allow-origin");
    try {
      await answer(request, response, path, view);
    } catch (error) {
      const { message, extensions } = door.mask(error instanceof Refused ? error.errors[0] : error);
      const misunderstood = error instanceof Misunderstood;
      const code = extensions["code"];
      const status = misunderstood
        ? 400
        : code === "UNAUTHENTICATED"
          ? 401
          : code === "RATE_LIMITED"
            ? 429
            : code === "INTERNAL"
              ? 500
              : 400;
      if (status === 401) response.setHeader("set-cookie", cookieOf(null, schemeOf(request)));
      const say = deskWords[view.words.language];
      const told = misunderstood ? error.message : status === 401 ? `${say.refused} ${message}` : message;
      show(response, status, status === 401 ? signInPage(told, view) : faultPage(told, view), view);
    }
    return true;
  };

  async function answer(request: IncomingMessage, response: ServerResponse, path: string, view: View): Promise<void> {
    const { words, href, query } = view;
    const say = deskWords[words.language];
    const reads = request.method === "GET" || request.method === "HEAD";
    if (!reads && request.method !== "POST") {
      response.writeHead(405, { allow: "GET, HEAD, POST" }).end();
      return;
    }
    const ownPage = mayConnect([], request.headers.origin, request.headers.host);
    const form = reads ? new URLSearchParams() : await readForm(request);
    if (!reads && path === `${deskPath}/sign-in`) {
      if (!ownPage) return show(response, 403, signInPage(say.forged, view), view);
      const key = (written(form, "key") ?? "").replace(/^Bearer\s+/i, "");
      await look(request, `Bearer ${key}`, view).queue("RELEASE", null);
      return redirect(response, href(deskPath), cookieOf(await door.sessions.seal(key), schemeOf(request)));
    }
    const sealed = sealedIn(request);
    const session = sealed === null ? null : await door.sessions.open(sealed);
    if (session === null)
      return show(response, reads && sealed === null ? 200 : 401, signInPage(reads && sealed === null ? null : say.ended, view), view);
    const seated: Seated = { session, looks: look(request, session.authorization, view), view };
    if (reads) return show(response, 200, await pageFor(seated, path, form, null, query.get("event")), view);

    if (!ownPage || form.get("token") !== session.formToken) return show(response, 403, signInPage(say.forged, view), view);
    if (path === `${deskPath}/sign-out`) {
      await door.sessions.end(session);
      return redirect(response, href(deskPath), cookieOf(null, schemeOf(request)));
    }
    if (path === `${deskPath}/check`) {
      response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(await seated.looks.check(form)));
      return undefined;
    }
    if (form.get("act") === "check") {
      const told = Object.values(await seated.looks.check(form)).map(
        ({ fits, text }) => html`<p class="told ${fits ? "" : "wrong"}">${text}</p>`,
      );
      return show(response, 200, await pageFor(seated, path, form, told, null), view);
    }
    if (path === `${deskPath}/names`) return show(response, 200, await pageFor(seated, path, form, null, null), view);
    const outcome = await doAct(asking(request, session.authorization), form);
    const { done, recorded } = outcome;
    const event = written(form, "event") ?? null;
    // A page that is loaded again after a success does not do it again; what was refused stays to be mended.
    if ("changed" in done) {
      const leads = path === `${deskPath}/act` ? { event } : path === `${deskPath}/claim` ? nextEntry(form, recorded) : {};
      return redirect(response, href(path === `${deskPath}/act` ? deskPath : path, { ...leads, done: done.changed ? "1" : "0" }));
    }
    for (const [name, id] of Object.entries(recorded ?? {})) form.set(name, id);
    return show(response, 422, await pageFor(seated, path, form, toldOf(outcome, words), event), view);
  }

  async function pageFor(
    { session, looks, view }: Seated,
    path: string,
    form: URLSearchParams,
    told: Content,
    event: string | null,
  ): Promise<Html> {
    const { query, words } = view;
    const { formToken } = session;
    const done = query.get("done");
    const said = told ?? (done === null ? null : toldOf({ done: { changed: done === "1" } }, words));
    const asked = query.get("type");
    const beside = async (inside: () => Promise<Html>) =>
      deskPage({ queue: await looks.queue("RELEASE", null), type: "RELEASE", event: null, formToken }, await inside(), said, view);
    if (path === `${deskPath}/claim`) {
      // What leads here may name what to begin with.
      const given = form.size > 0 ? form : new URLSearchParams([...query].filter(([name]) => name === "document" || name === "source"));
      return beside(async () => entryPage(await looks.entry(given), given, formToken, view));
    }
    if (path === `${deskPath}/duplicates`) return beside(async () => duplicatesPage(await looks.duplicates(), formToken, view));
    if (path === `${deskPath}/names`)
      return beside(async () => namesPage(form.get("names") ?? "", await looks.matches(form), formToken, view));
    const named = event === null ? null : await looks.case(event);
    const type = isType(asked) ? asked : (named?.event.type ?? "RELEASE");
    const queue = await looks.queue(type, query.get("after"));
    // Who names none gets the nearest.
    const [nearest] = queue.edges;
    const found = event === null && nearest ? await looks.case(nearest.node.id) : named;
    return deskPage({ queue, type, event: found?.event.id ?? null, formToken }, found && caseOf(found, formToken, view), said, view);
  }

  function redirect(response: ServerResponse, location: string, cookie?: string): void {
    if (cookie !== undefined) response.setHeader("set-cookie", cookie);
    response.writeHead(303, { location }).end();
  }

  function show(response: ServerResponse, status: number, body: Html, view: View): void {
    const say = deskWords[view.words.language];
    const inside = html`<link rel="stylesheet" href="${style.path}" />${body}
      <script src="${script.path}" type="module"></script>`;
    const page = pageOf({ title: say.title, description: say.lead, body: inside }, view, { assets, live: null, place: null });
    // Not compressed: what is secret in a page must not be guessed from its length.
    response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(page.text);
  }
}
