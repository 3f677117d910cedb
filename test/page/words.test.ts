/** One of something is said as one, in either language: every word that takes a number is tried with it. */
import { expect, test } from "vitest";
import { en } from "../../src/page/words/en.ts";
import { es } from "../../src/page/words/es.ts";
import { lists } from "../../src/page/words/lists.ts";
import { tallies } from "../../src/page/words/tallies.ts";

// A number, the same as it is written, or an object of numbers: each word takes one of these.
const ones: readonly (readonly unknown[])[] = [
  [1, 1, 1],
  ["1", "1", "1"],
  [{ verified: 1, corroborated: 1, reported: 1, lower: 1, upper: 1 }],
];
const said = (word: (...given: readonly unknown[]) => unknown) =>
  ones.flatMap((given) => {
    try {
      const text = String(word(...given));
      return /\b1\b/.test(text) ? [text] : [];
    } catch {
      // It takes another of them.
      return [];
    }
  });

/** What each word of a table says of one. */
function* saidOfOne(words: object, path = ""): Generator<{ readonly path: string; readonly texts: readonly string[] }> {
  for (const [name, word] of Object.entries(words)) {
    if (typeof word === "object" && word !== null) yield* saidOfOne(word, `${path}.${name}`);
    if (typeof word === "function") yield { path: `${path}.${name}`, texts: said(word) };
  }
}

test.each([
  [
    "en",
    { ...en, lists: lists.en, tallies: tallies.en },
    /\b1 (people|claims|sources|facilities|places|releases|claims are|releases wait)\b/,
  ],
  ["es", { ...es, lists: lists.es, tallies: tallies.es }, /\b1 (solo |persona )?(constan|[a-zñóí]+[aoe]s)\b/],
] as const)("of one in %s", (_language, words, wrong) => {
  const all = [...saidOfOne(words)];
  expect(all.filter(({ texts }) => texts.some((text) => text.startsWith("1 "))).length).toBeGreaterThan(5);
  expect(all.filter(({ texts }) => texts.length > 0 && texts.every((text) => wrong.test(text)))).toEqual([]);
});
