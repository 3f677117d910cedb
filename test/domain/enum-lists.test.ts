/** Enumerations have one list: the data model's. Whoever types one by hand will miss the next value. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as enums from "../../src/db/generated/prisma/enums.ts";

const house = join(import.meta.dirname, "../..");
const known = Object.entries(enums).map(([name, values]) => ({ name, values: new Set<string>(Object.values(values)) }));

/** The lists of words in a source: arrays, and unions of a type. */
function listsOf(source: string): string[][] {
  const lists = [...source.matchAll(/(?:"\w+"\s*[,|]\s*)+"\w+"/g), ...source.matchAll(/(?:'\w+'\s*,\s*)+'\w+'/g)];
  return lists.map(([list]) => Array.from(list.matchAll(/["'](\w+)["']/g), ([, word]) => word!));
}
/** The enumerations that a source lists in full. */
const listedIn = (source: string) =>
  listsOf(source).flatMap((words) =>
    known.flatMap(({ name, values }) => (new Set(words).symmetricDifference(values).size === 0 ? [name] : [])),
  );

describe("a list of words", () => {
  it.each([
    ['z.enum(["SUPPORTS", "DISPUTES"])', ["Stance"]],
    ['type Way = "STOCK" | "INCREMENT" |\n  "CUMULATIVE";', ["CountMeasure"]],
    [`"state" IN ('PUBLIC', 'PARTNER', 'RESTRICTED')`, ["Visibility"]],
    ['const some = ["RELEASE", "ARREST"] as const;', []],
    ["z.enum(Stance)", []],
  ])("is seen for what it is: %j", (source, names) => {
    expect(listedIn(source)).toEqual(names);
  });
});

it("no source lists the values of an enumeration of the data model", () => {
  const sources = globSync("src/**/*.ts", { cwd: house }).filter((file) => !file.startsWith("src/db/generated/"));
  const typed = sources.flatMap((file) => listedIn(readFileSync(join(house, file), "utf8")).map((name) => `${file}: ${name}`));
  expect(typed).toEqual([]);
});
