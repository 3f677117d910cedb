/** What a page needs besides its own text: the style, which stands in it, and one script, which browsers keep for a year. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Html } from "../base/html.ts";

const read = (name: string) => readFileSync(join(import.meta.dirname, name), "utf8");
const sha256 = (text: string) => createHash("sha256").update(text).digest();
/** Without what is there for whoever reads the file. */
const compact = (css: string) => css.replace(/\s+/g, " ").replace(/ ?([{};,]) ?/g, "$1");

function inPlace(css: string, tokens: string): string {
  // The first of each name; the dark ones come after.
  const light = new Map([...tokens.matchAll(/--(\w+):\s*([^;}]+)/g)].toReversed().map(([, name, value]) => [name!, value!]));
  return css.replace(/var\(--(\w+)\)/g, (_all, name: string) => light.get(name)!);
}

export type Assets = ReturnType<typeof readAssets>;

export function readAssets() {
  const [tokens, plain, picture] = ["tokens.css", "style.css", "picture.css"].map((name) => compact(read(name)));
  const style = `${tokens}${plain}${picture}`;
  const pictureStyle = `${tokens}${picture}`;
  const [live, embed] = ["live", "embed"].map((name) => {
    const text = read(`${name}.js`);
    return { text, path: `/page/${name}.${sha256(text).toString("hex").slice(0, 12)}.js` };
  });
  return {
    /** A style element; its hash is that of what stands between its tags, to the letter. */
    style: new Html(`<style>${style}</style>`),
    /** The style of a picture that stands alone. */
    pictureStyle: new Html(`<style>${pictureStyle}</style>`),
    /** The same for what knows no variables: the light colours in their places. */
    plainPictureStyle: new Html(`<style>${inPlace(picture!, tokens!)}</style>`),
    styleHashes: [style, pictureStyle].map((text) => `'sha256-${sha256(text).toString("base64")}'`),
    /** What a page runs, and what it runs within a frame. */
    scriptPath: live!.path,
    embedPath: embed!.path,
    scripts: new Map([live!, embed!].map(({ path, text }) => [path, text])),
    /** How the hub is cited (https://citation-file-format.github.io). */
    citation: readFileSync(join(import.meta.dirname, "../../../CITATION.cff"), "utf8"),
  };
}
