/** The house as ARCHITECTURE.md draws it. What is imported is found by reading: type-only imports count too. */
import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

const house = join(import.meta.dirname, "..");
const generated = "src/db/generated/";
const files = globSync("{src,schema,kit,faults,bench,examples,test}/**/*.ts", { cwd: house }).toSorted();
// This file holds examples of imports in strings.
const ours = files.filter((file) => !file.startsWith(generated) && !file.endsWith(".d.ts") && file !== "test/house.test.ts");
const inSource = ours.filter((file) => file.startsWith("src/"));
const text = new Map(ours.map((file) => [file, readFileSync(join(house, file), "utf8")]));

/** The text without comments that stand on lines of their own. */
const codeOf = (source: string) => source.replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, "").replace(/^[ \t]*\/\/.*$/gm, "");

/** What a source imports, in whichever way. */
function importsOf(source: string): string[] {
  const ways = [
    /^(?:import|export)\b[^"';]*?\bfrom\s*["']([^"']+)["']/gm,
    /^import\s*["']([^"']+)["']/gm,
    /\bimport\(\s*["']([^"']+)["']\s*\)/g,
  ];
  return ways.flatMap((way) => Array.from(codeOf(source).matchAll(way), (match) => match[1]!));
}
const importedBy = new Map(
  Array.from(text, ([file, source]) => {
    const within = importsOf(source).filter((specifier) => specifier.startsWith("."));
    return [file, within.map((specifier) => relative(house, join(house, dirname(file), specifier)))];
  }),
);

// The table of ARCHITECTURE.md: each house with its rooms from the top down, and the houses that it opens.
type House = { readonly name: string; readonly rooms: readonly string[]; readonly opens: readonly string[] };
const words = (cell: string) =>
  cell
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replaceAll("`", ""));
const houses: readonly House[] = readFileSync(join(house, "ARCHITECTURE.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.split("|").slice(1, 4).map(words))
  .map((cells) => cells as [string[], string[], string[]])
  .map(([[name], rooms, opens]) => ({ name: name!, rooms, opens }));
const houseOf = (file: string) => houses.find(({ name }) => file === name || file.startsWith(`${name}/`));
// Prisma's client belongs to the database; codegen's typed documents are in nobody's house.
const isGenerated = (file: string) => file.startsWith("generated/");
const roomOf = (file: string) =>
  houseOf(file)?.name === file || file.startsWith(generated) ? "." : relative(houseOf(file)!.name, dirname(file)) || ".";

describe("the reader of imports", () => {
  it.each([
    ['import { a } from "./a.ts";', ["./a.ts"]],
    ['import a, { type B } from "./a.ts";', ["./a.ts"]],
    ['import {\n  a,\n  b,\n} from "./a.ts";', ["./a.ts"]],
    ['import * as a from "./a.ts";', ["./a.ts"]],
    ['import type { A } from "./a.ts";', ["./a.ts"]],
    ['import "./a.ts";', ["./a.ts"]],
    ['export { a } from "./a.ts";', ["./a.ts"]],
    ['export * from "./a.ts";', ["./a.ts"]],
    ['const { a } = await import("./a.ts");', ["./a.ts"]],
    ['let a: import("./a.ts").A;', ["./a.ts"]],
    ['import { a } from "./a.ts";\nimport { b } from "./b.ts";', ["./a.ts", "./b.ts"]],
    ['export const from = "./a.ts";', []],
    ['// import { a } from "./a.ts";\n/** import "./b.ts"; */', []],
  ])("finds in %j: %j", (source, specifiers) => {
    expect(importsOf(source)).toEqual(specifiers);
  });

  it("finds whatever is imported", () => {
    const lost = Array.from(importedBy, ([file, within]) =>
      within.filter((to) => !files.includes(to) && !isGenerated(to)).map((to) => `${file} → ${to}`),
    ).flat();
    expect(lost).toEqual([]);
    expect(Array.from(importedBy.values()).flat().length).toBeGreaterThan(100);
  });
});

describe("the house", () => {
  it("has a place for every file, and no place without files", () => {
    expect(ours.filter((file) => !houseOf(file)?.rooms.includes(roomOf(file)))).toEqual([]);
    const places = new Set(ours.map((file) => `${houseOf(file)!.name} ${roomOf(file)}`));
    expect(houses.flatMap(({ name, rooms }) => rooms.map((room) => `${name} ${room}`)).filter((place) => !places.has(place))).toEqual([]);
  });

  it("holds no code in the public contract", () => {
    expect(files.filter((file) => file.startsWith("schema/"))).toEqual([]);
  });

  it.each(houses)("lets $name import what ARCHITECTURE.md says, and downwards inside", ({ name, rooms, opens }) => {
    const arrows = Array.from(importedBy, ([file, within]) => within.map((to) => ({ file, to }))).flat();
    const allowed = ({ file, to }: { file: string; to: string }) =>
      houseOf(to)?.name === name ? rooms.indexOf(roomOf(to)) >= rooms.indexOf(roomOf(file)) : opens.includes(houseOf(to)?.name ?? "");
    const wrong = arrows.filter((arrow) => houseOf(arrow.file)?.name === name && !isGenerated(arrow.to) && !allowed(arrow));
    expect(wrong.map(({ file, to }) => `${file} → ${to}`)).toEqual([]);
  });

  it("has no room of more than fourteen files", () => {
    const sizes = Map.groupBy(ours, dirname);
    expect(Array.from(sizes, ([room, inside]) => ({ room, files: inside.length })).filter(({ files: number }) => number > 14)).toEqual([]);
  });

  it("has no circle of imports", () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, way: readonly string[]) => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(" → "));
      if (way.includes(file) || done.has(file)) return;
      for (const to of importedBy.get(file) ?? []) walk(to, [...way, file]);
      done.add(file);
    };
    for (const file of ours) walk(file, []);
    expect(circles).toEqual([]);
  });

  it("has no barrel: whoever wants a name imports it from where it is", () => {
    expect(ours.filter((file) => /^export\b[^"';]*\bfrom\s*["']/m.test(codeOf(text.get(file)!)))).toEqual([]);
  });

  it("reads the environment in src/main.ts alone", () => {
    const reads = /\bprocess\s*(\?\.|\.|\[\s*["'])\s*env\b|["'](node:)?process["']/;
    expect(inSource.filter((file) => reads.test(codeOf(text.get(file)!)))).toEqual(["src/main.ts"]);
  });

  it("has no file of more than 300 lines", () => {
    const long = Array.from(text, ([file, source]) => ({ file, lines: source.split("\n").length - 1 })).filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });
});

describe("importing a module does nothing", () => {
  const withEffects = ["src/cli/migration.ts", "src/main.ts"];

  it("and so none but the two programs awaits, listens or opens anything at its top level", () => {
    const effect =
      /^(?:(?:export )?(?:const |let |var )?[\w.]+[^\n=]*=\s*)?(?:await\b|for await\b|(?:void )?[\w.]*\b(?:listen|openDatabase|openEmbedded|openFeed)\()/m;
    expect(inSource.filter((file) => effect.test(codeOf(text.get(file)!)))).toEqual(withEffects);
  });

  it("and so the whole house can be imported, says nothing, leaves nothing behind and ends by itself", () => {
    const empty = mkdtempSync(join(tmpdir(), "paradero-house-"));
    try {
      const modules = inSource.filter((file) => !withEffects.includes(file)).map((file) => pathToFileURL(join(house, file)).href);
      const program = `await Promise.all(${JSON.stringify(modules)}.map((module) => import(module)))`;
      const flags = ["--disable-warning=ExperimentalWarning", "--input-type=module"];
      const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...flags, "--eval", program], {
        ...{ cwd: empty, env: {}, encoding: "utf8", timeout: 200_000 },
      });
      expect({ status, signal, stdout, stderr, left: readdirSync(empty) }).toEqual({
        status: 0,
        signal: null,
        stdout: "",
        stderr: "",
        left: [],
      });
    } finally {
      rmSync(empty, { recursive: true });
    }
  });
});
