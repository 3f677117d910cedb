/** A picture that leaves its page: with its style, its paper, the sentence that says what is so, and whence it is. */
import { html, type Html } from "../base/html.ts";

export type Caption = { readonly title: string; readonly site: string; readonly foot: string };

const margin = 28;
const line = 1.25;
/** As in picture.css. */
const letters = { title: 13, note: 12 } as const;

/** The size of a picture, from its own viewBox. */
function sizeOf({ text }: Html): { width: number; height: number } {
  const [, width = "0", height = "0"] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(text) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** As a file: the whole picture under its title. `style` is a style element. */
export function standingAlone(picture: Html, { title, foot }: Caption, style: Html): Html {
  const { width, height } = sizeOf(picture);
  const heading = Math.min(24, Math.max(16, width / 30));
  const lines = wrap(title, width / (heading * 0.54));
  const top = margin + lines.length * heading * line + 14;
  const feet = wrap(foot, width / 6.6);
  const [wide, tall] = [width + 2 * margin, Math.ceil(top + height + 20 + feet.length * 17 + margin)];
  return sheet(
    { width: wide, height: tall },
    style,
    html`<g transform="translate(${margin} ${margin})">
      ${texts(lines, heading, "title")}
      <g transform="translate(0 ${Math.round(top - margin)})">${picture}</g>
      <g transform="translate(0 ${Math.round(top - margin + height + 14)})">${texts(feet, 12, "note")}</g>
    </g>`,
  );
}

const card = { width: 1200, height: 630 };
const cardRoom = card.width - 112;
// A picture that has to be drawn smaller than so, of how large it could be, shows its beginning instead.
const leastShare = 0.55;

/** As a card, 1200 to 630: the sentence large, and as much of the picture as there is room for. */
export function asCard(picture: Html | null, { title, site, foot }: Caption, style: Html): Html {
  const heading = title.length > 80 ? 44 : 56;
  const lines = wrap(title, cardRoom / (heading * 0.52)).slice(0, 3);
  const top = 116 + lines.length * heading * line;
  const feet = wrap(foot, cardRoom / 9.6).slice(0, 2);
  const bottom = card.height - 26 - feet.length * 25;
  const room = bottom - 18 - top;
  const { width, height } = picture === null ? { width: 1, height: 1 } : sizeOf(picture);
  const full = Math.min(1.6, cardRoom / width);
  const scale = room / height < leastShare * full ? full : Math.min(full, room / height);
  return sheet(
    card,
    style,
    html`<g transform="translate(56 ${52})">
        ${texts([site], 26, "note")}
        <g transform="translate(0 44)">${texts(lines, heading, "title")}</g>
      </g>
      ${
        picture &&
        html`<svg x="56" y="${Math.round(top)}" width="${cardRoom}" height="${Math.round(room)}" overflow="hidden">
          <g transform="scale(${Math.round(scale * 1000) / 1000})">${picture}</g>
        </svg>`
      }${picture && height * scale > room + 1 && html`<rect class="fade" x="0" y="${Math.round(top + room - 46)}" width="${card.width}" height="50" fill="url(#fade)" />`}
      <g transform="translate(56 ${bottom})">${texts(feet, 20, "note")}</g>`,
  );
}

function sheet({ width, height }: { width: number; height: number }, style: Html, content: Html): Html {
  return html`<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
    ${style}
    <defs>
      <linearGradient id="fade" x1="0" y1="0" x2="0" y2="1">
        <stop class="paper" offset="0" stop-opacity="0" />
        <stop class="paper" offset="1" />
      </linearGradient>
    </defs>
    <rect class="sheet" width="${width}" height="${height}" />
    ${content}
  </svg>`;
}

/** The style says how large letters are; larger ones are drawn so. */
function texts(lines: readonly string[], size: number, kind: "title" | "note"): Html {
  const scale = Math.round((size / letters[kind]) * 1000) / 1000;
  return html`${lines.map((text, index) => html`<text class="${kind}" transform="translate(0 ${Math.round(size * (0.9 + index * line))}) scale(${scale})">${text}</text>`)}`;
}

/** Lines of at most so many letters, broken between words. */
function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/ +/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
