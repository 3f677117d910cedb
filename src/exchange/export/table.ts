/** Flat tables from nested answers: a column for each leaf of the selection, in its order. Pure. */
import {
  isListType,
  isNonNullType,
  isObjectType,
  isInterfaceType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** The answer of an operation's root field. */
export type Answer = Readonly<Record<string, unknown>>;

/** Text, a number, a truth, nothing, or a list of these. */
export type Cell = unknown;
export type Row = Readonly<Record<string, Cell>>;

/** What a column holds. */
export type Shape = {
  readonly name: string;
  /** The type of the graph's own of which its values are. */
  readonly type: GraphQLNamedType;
  /** How many lists its values stand in. */
  readonly lists: number;
  readonly description: string;
};

export type Column = Shape & {
  /** The way from a row to the leaf, such as `assertedBy.name`. */
  readonly path: readonly string[];
  /** True for what stands above the rows, and is told with each of them. */
  readonly shared: boolean;
};

/** Where a selection stands: above the rows of a table, between a connection and its nodes, or in a row. */
type Level = "answer" | "edge" | "row";
const below: Readonly<Record<Level, Readonly<Record<string, Level>>>> = {
  answer: { edges: "edge", rows: "row" },
  edge: { node: "row" },
  row: {},
};

/** The columns of an operation. A field that several fragments select is one column, where it is selected first. */
export function columnsOf(
  { definition, document }: { readonly definition: OperationDefinitionNode; readonly document: DocumentNode },
  schema: GraphQLSchema,
): Column[] {
  const fragments = new Map(
    document.definitions
      .filter((part): part is FragmentDefinitionNode => part.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const columns = new Map<string, Column>();
  const walk = (of: GraphQLNamedType, { selections }: SelectionSetNode, before: readonly string[], level: Level, lists: number): void => {
    for (const selection of selections) {
      if (selection.kind !== Kind.FIELD) {
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value)! : selection;
        walk(schema.getType(fragment.typeCondition?.name.value ?? of.name)!, fragment.selectionSet, before, level, lists);
        continue;
      }
      const step = (selection.alias ?? selection.name).value;
      const [path, next] = [[...before, step], below[level][step]];
      if (level === "answer" && step === "pageInfo") continue;
      const { type, deep, description } = fieldOf(of, selection.name.value, schema);
      // The list of the rows themselves is none of theirs.
      if (selection.selectionSet) walk(type, selection.selectionSet, next ? [] : path, next ?? level, next ? 0 : lists + deep);
      else {
        const name = path.join(".");
        columns.set(name, columns.get(name) ?? { name, path, type, lists: lists + deep, description, shared: level === "answer" });
      }
    }
  };
  const [root] = definition.selectionSet.selections;
  if (root?.kind === Kind.FIELD && root.selectionSet)
    walk(fieldOf(schema.getQueryType()!, root.name.value, schema).type, root.selectionSet, [], "answer", 0);
  return [...columns.values()];
}

function fieldOf(of: GraphQLNamedType, name: string, schema: GraphQLSchema) {
  const field: GraphQLField<unknown, unknown> | undefined = isObjectType(of) || isInterfaceType(of) ? of.getFields()[name] : undefined;
  // Whatever has no field of the name was asked for its `__typename`: the document is valid.
  if (field === undefined) return { type: schema.getType("String")!, deep: 0, description: "The type of the record." };
  let deep = 0;
  let type: GraphQLOutputType = field.type;
  for (; isNonNullType(type) || isListType(type); type = type.ofType as GraphQLOutputType) if (isListType(type)) deep += 1;
  return { type, deep, description: field.description ?? "" };
}

/** The rows of an answer: the nodes of a connection, or the rows of a table. */
export function rowsOf(answer: Answer): Answer[] {
  const { edges, rows } = answer as { edges?: readonly { readonly node: Answer }[]; rows?: readonly Answer[] };
  return edges ? edges.map(({ node }) => node) : [...(rows ?? [])];
}

/** The rows of an answer, flat. What lies in a list is a list; what is not there is null. */
export function flatten(answer: Answer, columns: readonly Column[]): Row[] {
  return rowsOf(answer).map((row) => {
    const flat: Record<string, Cell> = {};
    for (const { name, path, shared } of columns) flat[name] = leafOf(shared ? answer : row, path, 0);
    return flat;
  });
}

/** What lies at the end of the path, from that step on. */
function leafOf(value: unknown, path: readonly string[], at: number): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value !== "object") return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => leafOf(item, path, at));
  return at === path.length ? value : leafOf((value as Record<string, unknown>)[path[at]!], path, at + 1);
}
