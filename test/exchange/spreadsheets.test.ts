/** What spreadsheets make of CSV: it is read, or named in a fault that says what would have been understood. */
import { describe, expect, test } from "vitest";
import { readCell } from "../../src/exchange/format/cell.ts";
import { readCsv } from "../../src/exchange/format/csv.ts";
import { byTable, columnsOf } from "../../src/exchange/format/format.ts";
import { newId } from "../../src/domain/identity.ts";
import { draftRow } from "../../src/exchange/import/draft.ts";

const header = "slug,name,aliases,kind,independence_group,time_zone,visibility";
const plain = `${header}\nforo,"Foro, Penal",FP|Foro,NGO,,,\ncnn,"C\n""N""",,MEDIA,,,\n`;
const bytesOf = (text: string, encoding: BufferEncoding = "utf8") => [Buffer.from(text, encoding)];
const swapped = (text: string) => [Buffer.from(text, "utf16le").swap16()];
const read = async (bytes: Iterable<Uint8Array>) => {
  const { rows, issues } = await readCsv("sources", bytes);
  return { rows: [...rows].map(({ line, cells }) => [line, cells["slug"], cells["name"], cells["kind"]]), issues };
};
const expected = [
  [2, "foro", "Foro, Penal", "NGO"],
  [3, "cnn", 'C\n"N"', "MEDIA"],
];
const semicolons = plain.replace('"Foro, Penal"', "§").replaceAll(",", ";").replace("§", '"Foro, Penal"');
const tabs = semicolons.replaceAll(";", "\t");
const shifted = (lines: number) => expected.map(([line, ...cells]) => [Number(line) + lines, ...cells]);

describe("is read as if it were plain", () => {
  test.each<[string, Iterable<Uint8Array>, unknown[][]]>([
    ["plain CSV", bytesOf(plain), expected],
    ["a byte order mark", bytesOf(`\uFEFF${plain}`), expected],
    ["UTF-16, as “Unicode text” is written", bytesOf(`\uFEFF${tabs}`, "utf16le"), expected],
    ["UTF-16 the other way round", swapped(`\uFEFF${plain}`), expected],
    ["CRLF", bytesOf(plain.replaceAll("\n", "\r\n")), expected],
    ["semicolons", bytesOf(semicolons), expected],
    ["tabs", bytesOf(tabs), expected],
    ["Excel's first line", bytesOf(`sep=;\r\n${semicolons}`), shifted(1)],
    ["Excel's first line behind a byte order mark, filled up", bytesOf(`\uFEFF"sep=;";;;;;;\n${semicolons}`), shifted(1)],
    ["empty columns at the end", bytesOf(plain.replace("visibility\n", "visibility,,\n").replaceAll(",,,\n", ",,,,,\n")), expected],
    ["empty cells behind the last column", bytesOf(plain.replaceAll(",,,\n", ",,,,,\n")), expected],
    ["empty rows at the end", bytesOf(`${plain},,,,,,\n,,,,,,\n\n`), expected],
    ["empty rows in between", bytesOf(plain.replace("\ncnn", "\n,,,,,,\ncnn")), [expected[0]!, [4, "cnn", 'C\n"N"', "MEDIA"]]],
    ["no end of the last line", bytesOf(plain.trimEnd()), expected],
    [
      "a byte at a time",
      [...Buffer.from(`\uFEFF${plain.replaceAll("\n", "\r\n").replace("Foro,", "Fóró,")}`)].reduce<Uint8Array[]>(
        (pieces, byte, at) => (at < 3 ? [Buffer.concat([...pieces, Buffer.from([byte])])] : [...pieces, Buffer.from([byte])]),
        [],
      ),
      [[2, "foro", "Fóró, Penal", "NGO"], expected[1]!],
    ],
  ])("%s", async (_what, bytes, rows) => {
    expect(await read(bytes)).toEqual({ rows, issues: [] });
  });

  test("columns that a file leaves out are empty, and only those that every row fills have to be there", async () => {
    const { rows, issues } = await readCsv("sources", bytesOf("kind;slug;name\nNGO;foro;Foro\n"));
    expect([[...rows][0]!.cells, issues]).toEqual([{ kind: "NGO", slug: "foro", name: "Foro" }, []]);
    const { issues: missing } = await readCsv("sources", bytesOf("slug,name\n"));
    expect(missing).toEqual([{ path: "sources.csv:1:kind", expected: "a column kind", received: "none" }]);
  });

  test("a truth is one in capitals too", () => {
    expect(["TRUE", "False", "true"].map((cell) => readCell(cell, "boolean"))).toEqual([true, false, true]);
  });

  test("a long file comes out whole, in its order and with its lines, however it is taken", async () => {
    const many = Array.from({ length: 4321 }, (_, n) => `s${n},"S\n${n}",,NGO,,,`).join("\n");
    const pieces = Buffer.from(`${header}\n${many}\n`);
    const { rows } = await readCsv("sources", [pieces.subarray(0, 50_001), pieces.subarray(50_001)]);
    expect(rows.length).toBe(4321);
    expect([...rows].map(({ line, cells }) => [line, cells["slug"]])).toEqual(Array.from({ length: 4321 }, (_, n) => [2 + n * 2, `s${n}`]));
    for (const at of [4320, 0, 1000, 999, 4000]) expect(rows.at(at)?.cells["name"]).toBe(`S\n${at}`);
    expect(rows.at(4321)).toBeUndefined();
  });
});

describe("is a fault that says where and what", () => {
  test.each<[string, Iterable<Uint8Array>, object]>([
    [
      "Latin-1",
      bytesOf(plain.replace("foro", "ñ"), "latin1"),
      { path: "sources.csv:2", expected: expect.stringContaining("UTF-8"), received: "bytes that are not UTF-8" },
    ],
    [
      "a column with cells and no name",
      bytesOf(`${header},,x\na,b,,NGO,,,,,\n`),
      { path: "sources.csv:1", expected: "a name for column 8, or no such column" },
    ],
    [
      "cells behind the last column",
      bytesOf(`${header}\na,b,,NGO,,,,x\n`),
      { path: "sources.csv:2", expected: "7 cells, like the header", received: "8 cells" },
    ],
    ["a quote that never ends", bytesOf(`${plain}x,"y,,,`), { path: "sources.csv:5", expected: "CSV (RFC 4180)" }],
    ["nothing", bytesOf("\uFEFF"), { path: "sources.csv:1", received: "nothing" }],
  ])("%s", async (_what, bytes, issue) => {
    expect(await read(bytes)).toMatchObject({ rows: [], issues: expect.arrayContaining([expect.objectContaining(issue)]) });
  });

  const fault = (column: string, cell: string) => {
    const table = columnsOf.events.some(({ name }) => name === column) ? "events" : column === "retrieved_at" ? "documents" : "counts";
    const cells = {
      key: "k",
      detainee: "d",
      type: "RELEASE",
      stage: "EFFECTED",
      outcome: "UNKNOWN",
      kind: "REPORT",
      asserted_by: "s",
      document: "d",
    };
    const count = { statement: "s", metric: "HELD", measure: "STOCK", qualifier: "EXACT" };
    const drafted = draftRow(
      table,
      { line: 2, cells: { ...cells, ...count, [column]: cell } },
      "UTC",
      byTable(() => Object.assign(new Map(), { idOf: newId })) as never,
      new Date(),
    );
    return Array.isArray(drafted) ? drafted.find((issue) => issue.column === column)?.expected : undefined;
  };
  test.each([
    ["when", "12/01/2026", "2026-01-12 or 2026-12-01 (year"],
    ["when", "13.01.2026", "2026-01-13 (year"],
    ["when", "1/13/26", "2026-01-13 (year"],
    ["when", "46034", "2026-01-12 (year"],
    ["when", "2026-1-9", "2026-01-09 (year"],
    ["when", "2026-01-12 08:30", "2026-01-12T08:30 (year"],
    ["when", "2026-01-12 00:00:00", "2026-01-12 or 2026-01-12T00:00 (year"],
    ["period_start", "12/01/2026", "2026-01-12 or 2026-12-01 (year"],
    ["retrieved_at", "12/01/2026", "2026-01-12 or 2026-12-01 (year"],
    ["when", "31.02.2026", "a time such as"],
    ["lower", "12,5", "12.5, with a point"],
    ["lower", "18.000", "a number that can be read in one way only"],
  ])("%s %s", (column, cell, expectation) => {
    expect(fault(column, cell)).toContain(expectation);
  });
});

test("every column that has to be there is one that no row may leave empty, and the others may", () => {
  const known = byTable(() => Object.assign(new Map(), { idOf: newId })) as never;
  for (const table of [
    "sources",
    "documents",
    "definitions",
    "facilities",
    "detainees",
    "events",
    "indicators",
    "counts",
    "event-claims",
    "remarks",
  ] as const) {
    const drafted = draftRow(table, { line: 2, cells: {} }, "UTC", known, new Date());
    const refused = Array.isArray(drafted) ? drafted.map(({ column }) => column) : [];
    const needed = columnsOf[table].filter(({ required, refersTo }) => required === true && refersTo === undefined).map(({ name }) => name);
    expect(refused, table).toEqual(needed);
  }
});
