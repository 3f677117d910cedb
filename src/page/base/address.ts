/** Which route an address is, in which form, in which language. */
import type { IncomingMessage } from "node:http";
import { html, Html } from "./html.ts";
import { en } from "../words/en.ts";
import { es } from "../words/es.ts";
import { languageOf } from "../words/language.ts";
import type { Asked, Route, View } from "./route.ts";

const tables = { en, es } as const;

export type Found<Ending> = { readonly route: Route; readonly ending: Ending | null; readonly asked: Asked };

/** Finds the route of a path; one of the endings behind it asks for its answer in another form. */
export function createFinder<Ending extends string>(routes: readonly Route[], endings: readonly Ending[]) {
  const ended = new RegExp(`^(.*?)(?:\\.(${endings.map((ending) => ending.replace(".", "\\.")).join("|")}))?$`);
  return (path: string, query: URLSearchParams): Found<Ending> | null => {
    const [, plain = "", ending] = ended.exec(path)!;
    for (const route of routes) {
      const parts = route.path.exec(plain)?.slice(1).map(decoded) ?? [null];
      if (parts.includes(null)) continue;
      // `/index.svg` is a form of `/`.
      const asked = { path: plain === "/index" ? "/" : plain, parts: parts as string[], query };
      return { route, ending: (ending as Ending | undefined) ?? null, asked };
    }
    return null;
  };
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
  const situation = asked.query.get("situation");
  const carried = { ...(situation && { situation }), ...(chosen === words.language && { lang: chosen }) };
  const origin = `${scheme}://${headers.host ?? ""}`;
  return { ...asked, words, origin, situations: [], situation: null, recordedUpTo: null, ...carrying(carried) };
}

/** Links that carry on what was chosen. */
export function carrying(carried: View["carried"]): Pick<View, "carried" | "href"> {
  return {
    carried,
    href(path, given = {}) {
      const query = new URLSearchParams(
        Object.entries({ ...carried, ...given }).flatMap(([name, value]) => (value == null || value === "" ? [] : [[name, value]])),
      );
      return query.size === 0 ? path : `${path}?${query}`;
    },
  };
}

/** The address of a page in another form, with what was asked of it: `/people.csv?place=…`. */
export function formOf({ path, query, href }: View, ending: string, more: Readonly<Record<string, string | null>> = {}): string {
  const kept = Object.fromEntries([...query].filter(([name]) => name !== "lang"));
  return href(`${path === "/" ? "/index" : path}.${ending}`, { ...kept, ...more });
}

/** A picture that leaves its page: its links lead back. */
export function leadingBack(picture: Html, { path, query, origin, href }: View): Html {
  const kept = Object.fromEntries([...query].filter(([name]) => name !== "lang"));
  const page = html`${origin}${href(path, kept)}`.text;
  return new Html(picture.text.replaceAll(' href="#', ` href="${page}#`).replaceAll(' href="/', ` href="${html`${origin}`.text}/`));
}

/** The address of a page within a frame. */
export function embedOf({ path, query, href }: View, more: Readonly<Record<string, string | null>> = {}): string {
  const kept = Object.fromEntries([...query].filter(([name]) => name !== "lang"));
  return href(`/embed${path}`, { ...kept, ...more });
}
