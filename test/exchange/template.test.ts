/** The template, and the description of the format: what they say is what the reader does. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cellOf, splitList } from "../../src/exchange/format/cell.ts";
import { byTable, columnsOf, tables } from "../../src/exchange/format/format.ts";
import { readDataset } from "../../src/exchange/format/read-dataset.ts";
import { newId } from "../../src/domain/identity.ts";
import { draftRow } from "../../src/exchange/import/draft.ts";
import { importDataset } from "../../src/exchange/import/import.ts";
import { dataPackage, fieldsOf } from "../../src/exchange/template/table-schema.ts";
import { writeTemplate } from "../../src/exchange/template/template.ts";
import { freshDatabase } from "../kit/database.ts";
import { dataset as venezuela } from "../kit/template.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "template-"));
});
afterEach(() => rm(directory, { recursive: true }));

test("the template is a data set without rows, with every file and every column", async () => {
  const files = await writeTemplate(directory);
  expect((await readdir(directory)).toSorted()).toEqual(files.toSorted());
  const read = await readDataset(directory);
  expect(tables.map((table) => read.rows[table].length)).toEqual(tables.map(() => 0));
  await using database = await freshDatabase("empty");
  const { created } = await importDataset(database.prisma, read);
  expect(Object.values(created).every((rows) => rows === 0)).toBe(true);
  const readme = await readFile(join(directory, "README.md"), "utf8");
  for (const table of tables) for (const { name } of fieldsOf[table]) expect(readme).toContain(`\`${name}\``);
});

test("nothing is written over", async () => {
  await writeTemplate(directory);
  await expect(writeTemplate(directory)).rejects.toMatchObject({ code: "CONFLICT" });
});

test("every column has a description of its own", () => {
  for (const table of tables)
    for (const { name, description } of fieldsOf[table]) expect(description, `${table}.${name}`).toMatch(/^[A-Z].{3,}[.]/);
});

describe("the words of a column are those that the reader takes, and no others", () => {
  const known = byTable(() => Object.assign(new Map(), { idOf: newId })) as never;
  const chosen = tables.flatMap((table) =>
    table === "names" ? [] : fieldsOf[table].flatMap(({ name, type, words }) => (words === null ? [] : [{ table, name, type, words }])),
  );
  test.each(chosen)("$table.$name", ({ table, name, words }) => {
    const refused = (word: string) => {
      const drafted = draftRow(table, { line: 2, cells: { [name]: word } }, "UTC", known, new Date());
      return Array.isArray(drafted) && drafted.some(({ column, expected }) => column === name && expected.startsWith("one of"));
    };
    expect(words.filter(refused)).toEqual([]);
    expect(refused("NO_SUCH_WORD")).toBe(true);
  });

  test("and a column whose fault names words has them", () => {
    for (const table of tables) {
      if (table === "names") continue;
      const cells = Object.fromEntries(columnsOf[table].map(({ name }) => [name, "NO_SUCH_WORD"]));
      const drafted = draftRow(table, { line: 2, cells }, "UTC", known, new Date());
      const named = (Array.isArray(drafted) ? drafted : [])
        .filter(({ expected }) => expected.startsWith("one of "))
        .map(({ column }) => column);
      const told = fieldsOf[table].filter(({ words }) => words !== null).map(({ name }) => name);
      expect(told, table).toEqual(expect.arrayContaining([...new Set(named)]));
    }
  });
});

test("the data set of the repository is as the Table Schemas say", async () => {
  const { rows } = await readDataset(venezuela);
  const { resources } = dataPackage("venezuela") as {
    resources: { name: string; schema: { primaryKey?: string[]; foreignKeys: object[] } }[];
  };
  expect(resources.map(({ name }) => name)).toEqual(tables);
  const keys = byTable(
    (table) =>
      new Set(
        [...rows[table]].map((row) =>
          cellOf(row, table === "names" ? "text" : resources.find(({ name }) => name === table)!.schema.primaryKey![0]!),
        ),
      ),
  );
  for (const table of tables)
    for (const row of rows[table])
      for (const { name, type, constraints, words, refersTo } of fieldsOf[table]) {
        const cell = cellOf(row, name);
        const where = `${table}.csv:${row.line}:${name}`;
        if (cell === "") expect(constraints?.required, where).toBeUndefined();
        else if (type === "number") expect(cell, where).toMatch(/^-?\d+(\.\d+)?$/);
        else if (type === "boolean") expect(["true", "false"], where).toContain(cell);
        else
          for (const item of type === "list" ? splitList(cell) : [cell]) {
            if (words !== null) expect(words, where).toContain(item);
            if (refersTo !== undefined) expect(keys[refersTo].has(item), where).toBe(true);
          }
      }
});
