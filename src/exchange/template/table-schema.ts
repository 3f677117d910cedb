/** The format of a data set as a Data Package (https://datapackage.org, version 2), a Table Schema for each file, made of the tables by which the reader goes. */
import { byTable, keyColumn, tables, type Column, type Table } from "../format/format.ts";
import { wordsAllowed } from "../import/draft.ts";
import { columnsToFill, describeColumn } from "./column-words.ts";

export type Field = {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly delimiter?: string;
  readonly constraints?: { readonly required?: true; readonly unique?: true; readonly enum?: readonly string[] };
};

const types: Readonly<Record<Column["as"], string>> = {
  ...{ text: "string", zone: "string", list: "list", number: "number", count: "number", boolean: "boolean", instant: "datetime" },
};
const time = "a time such as 2026-01-12, 2026-01, 2026, 2026-01-09T08:30, 2026-01-12 morning, 2026-01-08/2026-01-09, ../2026-01-07";

/** `words` are those of a list too, each of whose items is one of them. */
export type Described = Field & { readonly words: readonly string[] | null; readonly refersTo?: Table };

export const fieldsOf = byTable((table): readonly Described[] => columnsToFill(table).map((column) => describe(table, column)));

function describe(table: Table, column: Column): Described {
  const { name, as, field, part, refersTo, required } = column;
  const words = refersTo === undefined && part === undefined ? wordsAllowed(table, field) : null;
  const key = table !== "names" && name === keyColumn(table);
  const sentences = [describeColumn(table, column), ...(part === "edtf" ? [`Written as ${time}.`] : [])];
  if (as === "list")
    sentences.push(words === null ? "Several are parted by |." : `Each is one of ${words.join(", ")}; several are parted by |.`);
  const constraints = {
    ...(required === true && { required }),
    ...(key && { unique: true as const }),
    ...(words !== null && as !== "list" && { enum: words }),
  };
  return {
    ...{ name, type: types[as], description: sentences.join(" "), words },
    ...(as === "list" && { delimiter: "|" }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
    ...(refersTo !== undefined && { refersTo }),
  };
}

/** What `datapackage.json` says of a data set of that name. */
export function dataPackage(name: string): object {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name,
    resources: tables.map((table) => ({
      ...{ name: table, path: `${table}.csv`, type: "table", format: "csv", mediatype: "text/csv", encoding: "utf-8" },
      schema: {
        fields: fieldsOf[table].map(({ words: _words, refersTo: _refersTo, ...field }) => field),
        missingValues: [""],
        ...(table !== "names" && { primaryKey: [keyColumn(table)] }),
        // A list of keys cannot be one, by that standard.
        foreignKeys: fieldsOf[table].flatMap(({ name: column, type, refersTo }) =>
          refersTo === undefined || refersTo === "names" || type === "list"
            ? []
            : [{ fields: [column], reference: { resource: refersTo === table ? "" : refersTo, fields: [keyColumn(refersTo)] } }],
        ),
      },
    })),
  };
}
