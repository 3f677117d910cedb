/** Parquet, row group by row group: never more than one of them is held. */
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { Row, Shape } from "../../exchange/export/table.ts";
import type { Sink, Writing } from "./sink.ts";

type Element = ParquetWriter["schema"][number];

/** So many rows of the widest export are a few megabytes. */
const groupRows = 5000;

/** Instants are instants, numbers numbers; every other scalar of the graph is text. A list of lists is JSON. */
export function openParquet({ columns }: Writing): Sink {
  const root: Element = { name: "root", num_children: columns.length };
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema: [root, ...columns.flatMap(elementsOf)], createdBy: "paradero" });
  let held: Row[] = [];
  const written = (): Uint8Array => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  };
  const writeHeld = () => {
    const data = columns.map((column) => ({ name: column.name, data: held.map((row) => valueOf(row[column.name] ?? null, column)) }));
    void file.write({ columnData: data, rowGroupSize: groupRows });
    held = [];
  };
  return {
    page(rows) {
      held.push(...rows);
      if (held.length >= groupRows) writeHeld();
      return written();
    },
    end() {
      if (held.length > 0) writeHeld();
      void file.finish();
      return written();
    },
  };
}

const typed: Readonly<Record<string, Pick<Element, "type" | "converted_type">>> = {
  Int: { type: "INT32" },
  Float: { type: "DOUBLE" },
  Boolean: { type: "BOOLEAN" },
  DateTime: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
};
const text = { type: "BYTE_ARRAY", converted_type: "UTF8" } as const;
const json = { type: "BYTE_ARRAY", converted_type: "JSON" } as const;

function elementsOf({ name, type, lists }: Shape): Element[] {
  const leaf = typed[type.name] ?? text;
  if (lists === 0) return [{ name, ...leaf, repetition_type: "OPTIONAL" }];
  if (lists > 1) return [{ name, ...json, repetition_type: "OPTIONAL" }];
  return [
    { name, repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST" },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { name: "element", ...leaf, repetition_type: "OPTIONAL" },
  ];
}

function valueOf(value: unknown, { type, lists }: Shape): unknown {
  if (value === null || lists > 1 || type.name !== "DateTime") return value;
  return Array.isArray(value) ? value.map((one: string | null) => one && new Date(one)) : new Date(value as string);
}
