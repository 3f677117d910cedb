/** The other forms of a page: an ending behind its address gives its answer as data, its picture as a file, its numbers as a table. */
import { formOf, leadingBack } from "../base/address.ts";
import { html, type Html } from "../base/html.ts";
import type { Shown, View } from "../base/route.ts";
import type { Sendable } from "../base/send.ts";
import type { Assets } from "../live/assets.ts";
import { csvOf } from "./csv.ts";
import { atomOf, jsonFeedOf } from "./web-feeds.ts";
import { createPainter } from "./png.ts";
import { asCard, standingAlone, type Caption } from "./standing-alone.ts";

const types = {
  json: "application/json; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
  "card.png": "image/png",
  csv: "text/csv; charset=utf-8; header=present",
  atom: "application/atom+xml; charset=utf-8",
} as const;
export type Ending = keyof typeof types;
export const endings = Object.keys(types) as Ending[];

// Twice as many points as a screen of old, so that letters are sharp on one of today.
const sharpness = 2;
const cardWidth = 1200;

/** Gives what a page shows in another form; null where it has none of it. */
export function createFiles(assets: Pick<Assets, "pictureStyle" | "plainPictureStyle">) {
  const paint = createPainter();
  return async (ending: Ending, data: unknown, shown: Shown, view: View): Promise<Sendable | null> => {
    const as = (text: string | Buffer): Sendable => ({ status: 200, type: types[ending], text });
    const picture = shown.picture ? leadingBack(shown.picture, view) : null;
    switch (ending) {
      case "atom":
        return shown.entries ? as(atomOf({ ...shown, entries: shown.entries }, view)) : null;
      case "json":
        if (shown.entries)
          return { ...as(jsonFeedOf({ ...shown, entries: shown.entries }, view)), type: "application/feed+json; charset=utf-8" };
        return as(`${JSON.stringify({ address: `${view.origin}${view.path}`, data }, null, 1)}\n`);
      case "csv":
        return shown.table ? as(csvOf(shown.table)) : null;
      case "svg":
        return picture && as(standingAlone(picture, captionOf(shown, view), assets.pictureStyle).text);
      case "png":
        return picture && as(await painted(standingAlone(picture, captionOf(shown, view), assets.plainPictureStyle), sharpness));
      case "card.png":
        return as(await painted(asCard(picture, captionOf(shown, view), assets.plainPictureStyle), 1, cardWidth));
    }
  };

  function painted(svg: Html, scale: number, width = Number(/ width="([\d.]+)"/.exec(svg.text)?.[1])): Promise<Buffer> {
    return paint(svg.text, Math.round(width * scale));
  }
}

function captionOf({ title, note }: Shown, { words, origin, path, situation, carried, href }: View): Caption {
  const address = `${origin}${href(path, { ...carried, lang: null })}`;
  return {
    title,
    site: [words.site, situation?.name].filter(Boolean).join(" · "),
    foot: [`${words.site}. ${words.motto}.`, note, address].filter(Boolean).join(" "),
  };
}

/** Links to the other forms, as far as there are any. */
export function formsOf({ picture, table }: Pick<Shown, "picture" | "table">, view: View): Html {
  const forms: Ending[] = [...(picture ? (["svg", "png"] as const) : []), ...(table ? (["csv"] as const) : []), "json"];
  return html`${forms.map((ending) => html` <a href="${formOf(view, ending)}">${ending.toUpperCase()}</a>`)}`;
}
