import { describe, expect, test } from "vitest";
import { KeyList } from "../../../src/exchange/format/key-list.ts";
import { NewRows, rowsIn } from "../../../src/exchange/format/new-rows.ts";

describe("keys", () => {
  const keys = [...Array.from({ length: 5000 }, (_, n) => `prison-${n % 7}-2026-01-${n}`), "", "Ñandú", "监狱", "🔒".repeat(300)];

  test("are numbered as they come, each once, and given back as they came", () => {
    const list = new KeyList();
    expect(keys.map((key) => list.add(key))).toEqual(keys.map((_, number) => number));
    expect(keys.map((key) => list.add(key))).toEqual(keys.map((_, number) => number));
    expect(keys.map((_, number) => list.at(number))).toEqual(keys);
    expect(list.length).toBe(keys.length);
  });

  test("are found among those that are alike, and nothing else is", () => {
    const list = new KeyList();
    for (const key of keys) list.add(key);
    expect(keys.map((key) => list.indexOf(key))).toEqual(keys.map((_, number) => number));
    for (const key of keys) expect(list.indexOf(`${key}x`)).toBe(-1);
    expect(list.length).toBe(keys.length);
  });
});

test("rows that are to be written come back as JSON has them, whatever they have in common", () => {
  const day = new Date("2026-01-08T00:00:00Z");
  const given = Array.from({ length: 2500 }, (_, n) => ({
    id: n,
    kind: "COUNT",
    at: new Date(day),
    place: [],
    quote: n === 7 ? "“…”" : null,
  }));
  const rows = new NewRows();
  for (const row of given) rows.add(row);
  expect(rows.length).toBe(2500);
  const portions = [...rows.portions()];
  expect(portions.flatMap((portion) => [...rowsIn(portion)])).toEqual(JSON.parse(JSON.stringify(given)));
  expect(portions.map(({ length }) => length)).toEqual([1000, 1000, 500]);
  expect(JSON.parse(portions[1]!.common)).toMatchObject({ kind: "COUNT", quote: null, place: [] });
});

test("rows are drawn as they fill a portion, each once", () => {
  const rows = new NewRows();
  const drawn: number[] = [];
  for (let n = 0; n < 2500; n += 1) {
    rows.add({ id: n });
    const portion = rows.drawn(false);
    if (portion !== null) drawn.push(...[...rowsIn(portion)].map(({ id }) => id as number));
  }
  expect(drawn).toHaveLength(2000);
  drawn.push(...[...rowsIn(rows.drawn(true)!)].map(({ id }) => id as number));
  expect(rows.drawn(true)).toBeNull();
  expect(drawn).toEqual(Array.from({ length: 2500 }, (_, n) => n));
  expect(rows.length).toBe(2500);
});
