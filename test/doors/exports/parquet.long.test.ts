/** Parquet and the data dictionary, for every export there is: the same rows as JSON Lines, in columns of the types that the dictionary says. */
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openParquet } from "../../../src/doors/exports/parquet.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { recordVerified } from "../../kit/records.ts";
import { csvRows, jsonlRows, readExport } from "./read-export.ts";
import { GraphQLInt, GraphQLString } from "graphql";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
  await recordVerified(hub, await hub.newKey("VERIFIER"));
});
afterAll(() => hub[Symbol.asyncDispose]());

const needed: Readonly<Record<string, string>> = { reconciliation: "metric=RELEASED" };
const names = ["claims", "custodyEvents", "detainees", "documents", "facilities", "feed", "inclusion", "reconciliation"].concat(
  "releases",
  "sources",
  "verificationQueue",
);

async function readParquet(path: string) {
  const response = await fetch(new URL(`/export${path}`, hub.url), { headers: { "accept-encoding": "gzip" } });
  expect(response.headers.get("content-type")).toBe("application/vnd.apache.parquet");
  return response.arrayBuffer();
}

/** As JSON has it; a list that is not there is undefined to the reader. */
const plain = (rows: unknown) =>
  JSON.parse(JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? Number(value) : (value ?? null))));

test("every export but entities is offered as Parquet", async () => {
  const { exports } = JSON.parse((await readExport(hub, "")).text) as { exports: { name: string; paths: string[] }[] };
  expect(exports.filter(({ paths }) => paths.some((path) => path.endsWith(".parquet"))).map(({ name }) => name)).toEqual(names);
});

describe.each(names)("%s", (name) => {
  const search = `?${needed[name] ?? ""}`;

  test("the rows of JSON Lines, value for value", async () => {
    const file = await readParquet(`/${name}.parquet${search}`);
    const rows = plain(await parquetReadObjects({ file }));
    expect(rows).toEqual(jsonlRows((await readExport(hub, `/${name}.jsonl${search}`, null)).text));
    expect(Number(parquetMetadata(file).num_rows)).toBe(rows.length);
  });

  test("the dictionary names the columns of the file, and where the file is that it describes", async () => {
    const { status, text } = await readExport(hub, `/${name}.datapackage.json${search}`, null);
    expect(status).toBe(200);
    const told = JSON.parse(text) as {
      citation: string;
      version?: string;
      resources: { path: string; format: string; schema: { fields: { name: string; type: string; description?: string }[] } }[];
    };
    const csv = told.resources.find(({ format }) => format === "csv")!;
    const columns = csv.schema.fields.map((field) => field.name);
    const [row] = csvRows((await readExport(hub, `/${csv.path}`, null)).text);
    // The inclusion matrix has a column for each list besides.
    expect(Object.keys(row!).slice(0, columns.length)).toEqual(columns);
    if (name !== "inclusion") expect(Object.keys(row!)).toHaveLength(columns.length);
    expect(csv.schema.fields.filter(({ description }) => !description)).toEqual([]);
    if (told.version !== undefined) {
      expect(csv.path).toContain(`knownAt=${encodeURIComponent(told.version)}`);
      expect(told.citation).toContain(told.version);
    }
  });
});

test("a dictionary says what it cannot do with a parameter", async () => {
  const { status, text } = await readExport(hub, "/claims.datapackage.json?filter.metric=NONE", null);
  expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([400, "INVALID_INPUT"]);
});

test("more rows than a row group holds, with nothing in some cells, come back as they went in", async () => {
  const columns = [
    { name: "number", type: GraphQLInt, lists: 0, description: "" },
    { name: "words", type: GraphQLString, lists: 1, description: "" },
  ];
  const rows = Array.from({ length: 12_345 }, (_, at) => ({
    number: at % 7 === 0 ? null : at,
    words: at % 5 === 0 ? [] : at % 3 === 0 ? null : [`${at}`, "ñ"],
  }));
  const sink = openParquet({ columns, spreadsheet: false, raw: false });
  const parts = [];
  for (let at = 0; at < rows.length; at += 100) parts.push(sink.page(rows.slice(at, at + 100)));
  parts.push(sink.end());
  const file = Buffer.concat(parts.map((part) => Buffer.from(part)));
  expect(plain(await parquetReadObjects({ file: new Uint8Array(file).buffer }))).toEqual(rows);
  // What is complete has been handed on.
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(file.length / 2);
});
