/** oEmbed 1.0 (https://oembed.com): the address of a page becomes a frame with its picture, wherever an address is pasted. */
import type { Shown, View } from "./base/route.ts";
import type { Sendable } from "./base/send.ts";
import { formOf } from "./base/address.ts";
import { frame, frameOf } from "./pieces/embed.ts";

export const oembedPath = "/oembed";
const oneHour = 3600;

/** The path and the query of a page of this hub; null for any other address. */
export function pageNamed(query: URLSearchParams, origin: string): URL | null {
  const address = URL.parse(query.get("url") ?? "");
  return address !== null && address.host === new URL(origin).host && /^https?:$/.test(address.protocol) ? address : null;
}

/** `maxwidth` and `maxheight` bound the frame. */
export function oembedOf(shown: Shown, view: View, asked: URLSearchParams): Sendable {
  const most = (name: string, usual: number) => Math.min(usual, Math.max(1, Number.parseInt(asked.get(name) ?? "", 10) || usual));
  const size = { width: most("maxwidth", frame.width), height: most("maxheight", frame.height) };
  const answer = {
    ...{ version: "1.0", type: "rich", title: shown.title, provider_name: view.words.site, provider_url: `${view.origin}/` },
    ...{ cache_age: oneHour, html: frameOf(shown.title, view, size), ...size },
    ...{ thumbnail_url: `${view.origin}${formOf(view, "card.png")}`, thumbnail_width: 1200, thumbnail_height: 630 },
  };
  return { status: 200, type: "application/json; charset=utf-8", text: `${JSON.stringify(answer)}\n` };
}
