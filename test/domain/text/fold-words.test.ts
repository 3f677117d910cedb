/** What is asked is folded in TypeScript, what is on record in the database: both must come to the same, in every script that a hub holds. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { foldWords } from "../../../src/domain/text/fold-words.ts";
import { startHub, type Hub } from "../../kit/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub("empty");
});
afterAll(async () => hub[Symbol.asyncDispose]());

const letters = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).filter((letter) => /\p{L}/u.test(letter));
const texts = [
  "  Presos políticos: LIBERACIÓN  ‘de noche’ – “sí”… «no»",
  "Задержанный пойман, съёмка; Київ, їжак",
  "الإفراج عن السجناء السياسيّين في سوريا",
  "زندانیان سیاسی آزاد شدند",
  "被拘留者 獲釋 and 석방된 사람",
  "שלום לכולם",
  "Ærø, Straße, łódź, đường, İstanbul, Þingvellir, 50 %, ½, №",
  "Ελλάδα, οδός",
];

test("a text is folded alike here and there", async () => {
  const rows = await hub.database.prisma.$queryRaw<
    { folded: string }[]
  >`SELECT fold_words(text) AS folded FROM unnest(${texts}::text[]) AS text`;
  expect(texts.map(foldWords)).toEqual(rows.map(({ folded }) => folded));
});

test.each([
  ["Latin", [...letters(0x41, 0x17f), ...letters(0x1e00, 0x1eff)]],
  ["Greek and Cyrillic", letters(0x386, 0x45f)],
  ["Arabic", letters(0x621, 0x64a)],
])("so is every letter: %s", async (_script, every) => {
  const rows = await hub.database.prisma.$queryRaw<
    { folded: string }[]
  >`SELECT fold_words(text) AS folded FROM unnest(${every}::text[]) AS text`;
  const differing = every.flatMap((letter, at) =>
    foldWords(letter) === rows[at]!.folded ? [] : [`${letter} ${foldWords(letter)} ${rows[at]!.folded}`],
  );
  expect(differing).toEqual([]);
});
