/** What a route of the page is: an address, what it asks the graph, and how it shows the answer. */
import type { PageHubQuery } from "../../../generated/graphql.ts";
import type { Ask } from "./operation.ts";
import type { Entry } from "./entry.ts";
import type { Html } from "./html.ts";
import type { Table } from "./table.ts";
import type { Words } from "../words/words.ts";

export type Situation = PageHubQuery["situations"]["edges"][number]["node"];

/** What is asked for in an address. */
export type Asked = {
  readonly path: string;
  /** The parts of the path that the route names. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
};

/** Whom an answer is for, and how its links are written. */
export type View = Asked & {
  readonly words: Words;
  /** The scheme and host by which the hub was asked. */
  readonly origin: string;
  /** The situations of the hub; and the one that is shown, where there are several. */
  readonly situations: readonly Situation[];
  readonly situation: Situation | null;
  /** Up to when the hub has recorded; null where nobody asked. */
  readonly recordedUpTo: string | null;
  /** What was chosen for all pages, the language and the situation: every link and form carries it on. */
  readonly carried: Readonly<Record<string, string>>;
  /** A link within the hub; it keeps what is carried. */
  href(path: string, query?: Readonly<Record<string, string | null | undefined>>): string;
};

export type Shown = {
  readonly title: string;
  readonly description: string;
  readonly body: Html;
  /** The picture alone, with the words of its caption, where the route has one. */
  readonly picture?: Html | null;
  /** The same for a narrow screen. */
  readonly small?: Html | null;
  /** The moment of which what is shown is, by the hub's clock: asked for with it, the page shows the same for ever. */
  readonly moment?: string;
  /** The numbers of the picture, or of the list. */
  readonly table?: Table | null;
  /** What a reader of the picture alone must know, as the moment for which it holds. */
  readonly note?: string;
  /** What happened, newest first, for who follows. */
  readonly entries?: readonly Entry[];
  /** For search engines: what the page is, in the words of schema.org. */
  readonly dataset?: object;
  /** Nothing that could be asked for as of a moment. */
  readonly passing?: boolean;
};

export type Route<Data = unknown> = {
  readonly path: RegExp;
  /** The place in the menu. */
  readonly menu: keyof Words["menu"] | null;
  /** Asks the graph; null when there is nothing at the address. @throws Misunderstood, Refused */
  load(ask: Ask, view: View): Promise<Data | null>;
  show(data: Data, view: View): Shown;
};

/** A part of an address that cannot be read. The message says what was expected. */
export class Misunderstood extends Error {
  override name = "Misunderstood";
}

/** A route whose answer nobody outside needs to know the type of. */
export const route = <Data>(given: Route<Data>): Route => given;
