/** Flat tables from nested answers: a column for each leaf of the selection, in its order. Pure. */
import { Kind, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode } from "graphql";

/** The answer of an operation's root field. */
export type Answer = Readonly<Record<string, unknown>>;

/** Text, a number, a truth, nothing, or a list of these. */
export type Cell = unknown;
export type Row = Readonly<Record<string, Cell>>;

export type Column = {
  /** The way from a row to the leaf, such as `assertedBy.name`. */
  readonly name: string;
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
export function columnsOf({
  definition,
  document,
}: {
  readonly definition: OperationDefinitionNode;
  readonly document: DocumentNode;
}): Column[] {
  const fragments = new Map(
    document.definitions
      .filter((part): part is FragmentDefinitionNode => part.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const columns = new Map<string, Column>();
  const walk = ({ selections }: SelectionSetNode, before: readonly string[], level: Level): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) walk(fragments.get(selection.name.value)!.selectionSet, before, level);
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, before, level);
      else {
        const step = (selection.alias ?? selection.name).value;
        const [path, next] = [[...before, step], below[level][step]];
        if (level === "answer" && step === "pageInfo") continue;
        if (selection.selectionSet) walk(selection.selectionSet, next ? [] : path, next ?? level);
        else columns.set(path.join("."), { name: path.join("."), path, shared: level === "answer" });
      }
    }
  };
  const [root] = definition.selectionSet.selections;
  if (root?.kind === Kind.FIELD && root.selectionSet) walk(root.selectionSet, [], "answer");
  return [...columns.values()];
}

/** The rows of an answer: the nodes of a connection, or the rows of a table. */
export function rowsOf(answer: Answer): Answer[] {
  const { edges, rows } = answer as { edges?: readonly { readonly node: Answer }[]; rows?: readonly Answer[] };
  return edges ? edges.map(({ node }) => node) : [...(rows ?? [])];
}

/** The rows of an answer, flat. What lies in a list is a list; what is not there is null. */
export function flatten(answer: Answer, columns: readonly Column[]): Row[] {
  return rowsOf(answer).map((row) =>
    Object.fromEntries(columns.map(({ name, path, shared }) => [name, leafOf(shared ? answer : row, path)])),
  );
}

function leafOf(value: unknown, path: readonly string[]): Cell {
  const [step, ...further] = path;
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => leafOf(item, path));
  return step === undefined ? value : leafOf((value as Record<string, unknown>)[step], further);
}
