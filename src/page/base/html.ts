/** Text that may stand in a page. The one rule of escaping: what is not made by `html` is escaped, everywhere, also in attributes (which are always quoted). */

export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type Content = Html | string | number | false | null | undefined | readonly Content[];

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
// XML, and so SVG and Atom, cannot hold control characters at all.
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escape = (text: string) => text.replace(impossible, "\ufffd").replace(/[&<>"']/g, (sign) => entities[sign]!);

function textOf(content: Content): string {
  if (content instanceof Html) return content.text;
  if (Array.isArray(content)) return (content as readonly Content[]).map(textOf).join("");
  return content === false || content === null || content === undefined ? "" : escape(String(content));
}

const compacted = new WeakMap<TemplateStringsArray, readonly string[]>();
/** The formatter breaks templates into lines; in a page such a break is one space. */
function compact(texts: TemplateStringsArray): readonly string[] {
  const known = compacted.get(texts) ?? texts.map((text) => text.replace(/\s*\n\s*/g, " "));
  compacted.set(texts, known);
  return known;
}

/** HTML, SVG or XML: `html\`<p>${name}</p>\``. */
export function html(texts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(
    compact(texts)
      .map((text, index) => (index === 0 ? text : textOf(contents[index - 1]) + text))
      .join(""),
  );
}

export const nothing = new Html("");

/** Data inside a script element: JSON in which nothing can end the element. */
export const jsonIn = (value: unknown): Html => new Html(JSON.stringify(value).replaceAll("<", "\\u003c"));

/** The address as a link may lead to; null for what a browser would run instead of opening. */
export const webAddress = (address: string | null | undefined): string | null =>
  address != null && /^https?:\/\//i.test(address) ? address : null;
