/** The picture of small worlds: as text beside this file, to be looked at, and as what must hold of any of them. */
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawClaims, narrow, wide } from "../../src/page/charts/claims/claims-against-names.ts";
import type { Layout } from "../../src/page/charts/claims/frame.ts";
import { readPicture } from "../../src/page/charts/claims/picture.ts";
import { placeMarks } from "../../src/page/charts/claims/place-marks.ts";
import { html } from "../../src/page/base/html.ts";
import { asCard } from "../../src/page/files/standing-alone.ts";
import { headline } from "../../src/page/routes/situation.ts";
import { en } from "../../src/page/words/en.ts";
import { es } from "../../src/page/words/es.ts";
import { count, release, situationOf } from "./worlds.ts";

const drawing = {
  words: en,
  linkOf: ({ id }: { id: string }) => `#claim-${id}`,
  sourceLink: (slug: string) => `/sources/${slug}`,
  personLink: (id: string) => `/people/${id}`,
};
const draw = (world: Parameters<typeof readPicture>[0], layout: Layout = wide) => drawClaims(readPicture(world), drawing, layout)?.text;

const worlds = {
  "one source, one claim": situationOf({ claims: [count({ source: "Foro Penal", from: "2026-01-12", lower: 41 })] }),
  "many sources": situationOf({
    claims: [
      count({ source: "Government", kind: "GOVERNMENT", metric: "ANNOUNCED", from: "2026-01-12", lower: 116 }),
      count({ source: "Government", kind: "GOVERNMENT", metric: "ANNOUNCED", from: "2026-01-12", lower: 116, id: "again" }),
      count({
        source: "Government",
        kind: "GOVERNMENT",
        metric: "ANNOUNCED",
        from: "2026-01-12",
        to: "2026-01-19",
        lower: 200,
        upper: null,
        qualifier: "MORE_THAN",
      }),
      count({
        source: "Government",
        kind: "GOVERNMENT",
        metric: "ANNOUNCED",
        from: "2026-01-08",
        lower: null,
        qualifier: "UNQUANTIFIED",
        quote: "a number",
      }),
      count({ source: "Foro Penal", from: "2026-01-12T10:00:00Z", to: "2026-01-12T16:00:00Z", lower: 41 }),
      count({ source: "Foro Penal", from: "2026-01-12T16:00:00Z", to: "2026-01-12T22:00:00Z", lower: 49 }),
      count({ source: "Foro Penal", from: "2026-01-01", to: "2026-02-01", lower: null, upper: 116, qualifier: "FEWER_THAN" }),
      count({ source: "Organisations", from: "2026-01-12", to: "2026-01-19", lower: 130, upper: 150, qualifier: "RANGE" }),
      count({ source: "Mission", kind: "INTERGOVERNMENTAL", from: "2026-01-08", to: "2026-01-25", lower: 50, qualifier: "ABOUT" }),
      count({ source: "Family", kind: "FAMILY", from: "2026-01-09", lower: 0, facility: "Rodeo I" }),
      count({ source: "A blog", kind: "MEDIA", from: "2026-01-10", lower: null, qualifier: "UNQUANTIFIED", quote: "dozens" }),
      count({ source: "Monitor", kind: "MEDIA", from: "2026-01-09", lower: 12 }),
      count({ source: "Monitor", kind: "MEDIA", from: "2026-01-09", lower: 2, category: "ES" }),
    ],
    releases: [
      release({ name: "Ana Díaz", state: "VERIFIED", from: "2026-01-08", to: "2026-01-10" }),
      release({ name: "Luis Rojas", state: "CORROBORATED", from: "2026-01-08", to: "2026-01-10" }),
      release({ name: "Eva Mora", state: "REPORTED", from: "2026-01-22" }),
      release({ name: "Juan Paz", state: "REPORTED", from: "2019-01-01", to: "2020-01-01" }),
    ],
    steps: [
      { from: "2026-01-09", verified: 0, upper: 1, corroborated: 0 },
      { from: "2026-01-10", verified: 1, corroborated: 1 },
    ],
  }),
};

describe.each(Object.entries(worlds))("a world of %s", (name, world) => {
  test.each([wide, narrow])("is drawn as it was when it was looked at", async (layout) => {
    const file = join(import.meta.dirname, "pictures", `${name.replaceAll(/\W+/g, "-")}-${layout.name}.svg`);
    await expect(draw(world, layout)!.replaceAll("><", ">\n<")).toMatchFileSnapshot(file);
  });
});

test("a hub without claims has no picture, and says so", () => {
  expect(draw(situationOf({}))).toBeUndefined();
  expect([headline(readPicture(situationOf({})), en), headline(readPicture(situationOf({})), es)]).toEqual([
    "Nothing is claimed here yet",
    "Aquí todavía no consta ninguna afirmación",
  ]);
});

test("the heading says what is announced, what is counted, and who can be named", () => {
  const picture = readPicture(worlds["many sources"]);
  expect(headline(picture, en)).toBe("More than 200 announced, up to 130 to 150 counted, 2 can be named");
  expect(headline(readPicture(worlds["one source, one claim"]), en)).toBe("41 counted, nobody can be named yet");
});

test("the same said on two pages is one mark with two links' worth of words; a part of a count is none", () => {
  const picture = readPicture(worlds["many sources"]);
  const government = picture.rows.find(({ source }) => source.name === "Government")!;
  expect(government.marks.map(({ repeated }) => repeated.length)).toEqual([0, 1, 0]);
  expect(picture.parts).toBe(1);
  expect(draw(worlds["many sources"])).toContain("Government: 116 announced as released, 12 January 2026, on 2 pages");
});

test("only the custodian announces: another state's government stands among the others", () => {
  const claims = [
    count({ source: "Custodian", kind: "GOVERNMENT", group: "the-state", from: "2026-01-12", lower: 3 }),
    count({ source: "Abroad", kind: "GOVERNMENT", group: "elsewhere", from: "2026-01-12", lower: 2 }),
  ];
  const sides = (custodianGroups: string[]) => readPicture(situationOf({ claims, custodianGroups })).rows.map(({ side }) => side);
  expect(sides(["the-state"])).toEqual(["state", "others"]);
  expect(sides([])).toEqual(["state", "state"]);
});

test("beyond twelve sources those with a number come first, and the rest is told by name", () => {
  const claims = Array.from({ length: 20 }, (_, index) =>
    count({
      source: `Source ${index}`,
      from: "2026-01-12",
      lower: index % 2 ? index : null,
      qualifier: index % 2 ? "EXACT" : "UNQUANTIFIED",
    }),
  );
  const picture = readPicture(situationOf({ claims }));
  expect([picture.rows.length, picture.folded.length]).toEqual([12, 8]);
  expect(picture.folded.every(({ latest }) => latest === null)).toBe(true);
});

test("what was over before the axis begins is not drawn on it, and is told", () => {
  const text = draw(worlds["many sources"])!;
  expect(text).not.toContain("Juan Paz");
  expect(text).toContain("1 of them earlier");
});

test("no mark and no label covers another, wherever they fall", () => {
  const mark = fc.tuple(fc.integer({ min: 0, max: 480 }), fc.integer({ min: 8, max: 300 }), fc.integer({ min: 0, max: 120 }));
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 25 }), (given) => {
      const marks = given
        .map(([from, length, width]) => ({ from, to: Math.min(from + length, 500), width }))
        .toSorted((a, b) => a.from - b.from);
      const placed = placeMarks(marks, 0, 640);
      const boxes = placed.flatMap(({ lane, label }, index) => {
        const { from, to, width } = marks[index]!;
        const left = label && { start: label.x, middle: label.x - width / 2, end: label.x - width }[label.anchor];
        const own = { lane, above: false, from, to };
        return label === null ? [own] : [own, { lane, above: label.above, from: left!, to: left! + width }];
      });
      for (const [index, a] of boxes.entries())
        for (const b of boxes.slice(index + 1))
          expect(a.lane === b.lane && a.above === b.above && a.from < b.to - 0.01 && b.from < a.to - 0.01).toBe(false);
    }),
  );
});

test("on a card the picture ends above the foot, and no line of text is longer than the card is wide", () => {
  const text = fc.array(fc.stringMatching(/^[a-zñ]{1,12}$/), { minLength: 1, maxLength: 40 }).map((words) => words.join(" "));
  const size = fc.tuple(fc.integer({ min: 100, max: 1400 }), fc.integer({ min: 40, max: 3000 }));
  fc.assert(
    fc.property(size, text, text, ([width, height], title, foot) => {
      const picture = html`<svg viewBox="0 0 ${width} ${height}"></svg>`;
      const drawn = asCard(picture, { title, site: "Paradero", foot }, html`<style></style>`).text;
      const [, top = "", room = ""] = /<svg x="56" y="(\d+)" width="1088" height="(\d+)"/.exec(drawn)!;
      const feet = Number(/translate\(56 (\d+)\)">(?:<text class="note"[^>]*>[^<]*<\/text>)*<\/g>\s*<\/svg>/.exec(drawn)![1]);
      expect(Number(top) + Number(room)).toBeLessThan(feet);
      expect(Number(room)).toBeGreaterThan(200);
      for (const [, scale = "", line = ""] of drawn.matchAll(/class="note" transform="[^"]*scale\(([\d.]+)\)">([^<]*)</g))
        expect(line.length * 12 * Number(scale) * 0.48).toBeLessThanOrEqual(1100);
    }),
  );
});
