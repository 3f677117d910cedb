/** The data dictionary of an export: a Data Package (https://datapackage.org, version 2) that says of each column what it holds, and of the whole under which licence and how it is cited. */
import { isEnumType, parse } from "graphql";
import type { Shape } from "../../exchange/export/table.ts";
import type { Export } from "./export.ts";
import type { FormatName } from "./format.ts";
import { formats } from "./format.ts";

/** What is asked of the graph for it, with the caller's rights. */
export const situationsAsked = {
  operationName: undefined,
  document: parse("{ situations(first: 100) { edges { node { slug name licence citation } } } }"),
};
export type Situations = {
  readonly situations: { readonly edges: readonly { readonly node: SituationTold }[] };
};
type SituationTold = Readonly<Record<"slug" | "name", string> & Record<"licence" | "citation", string | null>>;

type Asked = {
  /** The query string of the export itself, with the moment as of which it is described. */
  readonly search: string;
  readonly knownAt: string | undefined;
  readonly situations: readonly SituationTold[];
};

export function dataPackageOf({ name, description, columns, formats: offered }: Export, { search, knownAt, situations }: Asked): object {
  const licences = [...new Set(situations.flatMap(({ licence }) => licence ?? []))];
  const moment = knownAt === undefined ? "" : `, as known at ${knownAt}`;
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: name.toLowerCase(),
    description,
    ...(knownAt === undefined ? {} : { version: knownAt }),
    ...(licences.length > 0 && { licenses: licences.map((licence) => ({ name: licence })) }),
    citation: [...situations.map(({ citation, name: situation }) => citation ?? situation), `Paradero, export “${name}”${moment}.`].join(
      " ",
    ),
    situations,
    resources: offered.map((format) => ({
      name: `${name.toLowerCase()}-${format}`,
      path: `${name}.${format}${search}`,
      ...{ format, mediatype: formats[format].types[0], encoding: "utf-8" },
      ...(format === "csv" && { dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true } }),
      schema: { fields: columns.map((column) => fieldOf(column, format)), missingValues: [""] },
    })),
  };
}

const types: Readonly<Record<string, string>> = { Int: "integer", Float: "number", Boolean: "boolean", DateTime: "datetime" };

/** A list is joined by `|` in CSV, and a list elsewhere. */
function fieldOf({ name, type, lists, description }: Shape, format: FormatName) {
  const item = types[type.name] ?? "string";
  const values = isEnumType(type) ? type.getValues().map((value) => value.name) : null;
  const told = { name, ...(description !== "" && { description }) };
  if (lists > 0) return { ...told, ...(format === "csv" ? { type: "list", delimiter: "|", itemType: item } : { type: "array" }) };
  return { ...told, type: item, ...(values !== null && { constraints: { enum: values } }) };
}
