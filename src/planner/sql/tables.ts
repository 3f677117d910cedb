/** Tables, columns and the keys between them, as Prisma's data model names them. Every relation of it leads to the column `id`. */
import { getDatamodel } from "../../db/generated/pothos.ts";
import { unplanned } from "./unplanned.ts";

export type Column = {
  readonly name: string;
  readonly kind: "scalar" | "enum";
  readonly type: string;
  readonly required: boolean;
  readonly list: boolean;
};
export type Relation = {
  readonly name: string;
  readonly to: string;
  readonly list: boolean;
  readonly required: boolean;
  /** Where the key stands: in this table, in the other, or in a table between the two. */
  readonly key:
    | { readonly here: string }
    | { readonly there: string }
    | { readonly between: string; readonly from: string; readonly to: string };
};
export type Table = {
  readonly name: string;
  readonly columns: ReadonlyMap<string, Column>;
  readonly relations: ReadonlyMap<string, Relation>;
};

type Field = {
  readonly name: string;
  readonly type: string;
  readonly kind: string;
  readonly isRequired: boolean;
  readonly isList: boolean;
  readonly relationName?: string;
  readonly relationFromFields?: readonly string[];
};
type Models = Readonly<Record<string, { readonly fields: readonly Field[] }>>;

let tables: ReadonlyMap<string, Table> | undefined;

/** @throws Unplanned when there is no such table */
export function tableOf(model: string): Table {
  tables ??= read((getDatamodel() as unknown as { datamodel: { models: Models } }).datamodel.models);
  return tables.get(model) ?? unplanned(`no table ${model}`);
}

export function columnOf(table: Table, name: string): Column {
  return table.columns.get(name) ?? unplanned(`${table.name} has no column ${name}`);
}

/** How a table, a column or a type is written in SQL. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

function read(models: Models): ReadonlyMap<string, Table> {
  return new Map(
    Object.entries(models).map(([name, { fields }]) => {
      const columns = fields.filter(({ kind }) => kind !== "object");
      const relations = fields.filter(({ kind }) => kind === "object");
      return [
        name,
        {
          name,
          columns: new Map(
            columns.map((field) => [
              field.name,
              { name: field.name, kind: field.kind as Column["kind"], type: field.type, required: field.isRequired, list: field.isList },
            ]),
          ),
          relations: new Map(relations.map((field) => [field.name, relationOf(models, name, field)])),
        },
      ];
    }),
  );
}

function relationOf(models: Models, model: string, field: Field): Relation {
  const { name, type: to, isList: list, isRequired: required } = field;
  const [here] = field.relationFromFields ?? [];
  if (here !== undefined) return { name, to, list, required, key: { here } };
  const other = models[to]!.fields.find(
    (each) => each.relationName === field.relationName && each.type === model && !(to === model && each.name === name),
  );
  const [there] = other?.relationFromFields ?? [];
  if (there !== undefined) return { name, to, list, required, key: { there } };
  // Prisma's own table between two lists: its first column is of the model, or of the field, that comes first by name.
  const first = model === to ? name < (other?.name ?? "") : model < to;
  return { name, to, list, required, key: { between: `_${field.relationName}`, from: first ? "A" : "B", to: first ? "B" : "A" } };
}
