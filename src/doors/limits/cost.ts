/** What an operation costs before it runs: the work that its fields declare, as many times as their pages may have entries. The same number for every transport. */
import { complexityFromQuery } from "@pothos/plugin-complexity";
import {
  Kind,
  type ExecutionArgs,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { work } from "../../graph/costs/work.ts";
import { TooMuch } from "../../errors.ts";

// Asked several times a request, of the same documents.
const operationsIn = new WeakMap<DocumentNode, readonly OperationDefinitionNode[]>();

/** Which operation of a document runs; undefined when that is not said. */
export function operationOf(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode | undefined {
  let operations = operationsIn.get(document);
  if (operations === undefined) {
    operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
    operationsIn.set(document, operations);
  }
  if (name == null || name === "") return operations.length === 1 ? operations[0] : undefined;
  return operations.find((each) => each.name?.value === name);
}

// Three levels of pages of a hundred are within these.
const limits = { depth: 16, breadth: 500 } as const;

const tooMuch = (what: string, size: number, most: number) =>
  new TooMuch(`The query is too large (${what} ${size}, at most ${most}). Ask for smaller pages, fewer levels or fewer fields at once.`);

/**
 * The cost of the operation that runs, with its own variables and defaults. 0 when it cannot run at all, which the executor says better.
 * @throws GraphQLError when its variables do not fit
 * @throws TooMuch when it is deeper or wider than any operation may be
 */
export function costOf({ schema, document, operationName, variableValues, contextValue }: ExecutionArgs): number {
  const operation = operationOf(document, operationName);
  if (operation === undefined) return 0;
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const running: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
  // Throws what the executor would say of variables that do not fit. Nothing may run that could not be measured.
  const size = complexityFromQuery(running, { schema, ctx: contextValue as object, variables: variableValues ?? {} });
  const named = new Map(fragments.map((each) => [each.name.value, each]));
  const cost = Math.ceil(
    size.complexity +
      introspectionCost(operation.selectionSet, named) +
      (operation.operation === "query" ? countedLists(operation.selectionSet, named) * work.wholeList : 0),
  );
  for (const what of ["depth", "breadth"] as const) if (size[what] > limits[what]) throw tooMuch(what, size[what], limits[what]);
  return cost;
}

/** @throws TooMuch when the operation costs more points than whoever asks may spend on one */
export function requireWithin(most: number, cost: number): void {
  if (cost > most) throw tooMuch("cost", cost, most);
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** How many fields of the root ask for a count of all pages: Pothos multiplies what stands in a list by the length of its page, and a count is made once. */
function countedLists(root: SelectionSetNode, fragments: Fragments): number {
  return [...fieldsOf(root, fragments)].filter(({ selectionSet }) =>
    [...fieldsOf(selectionSet, fragments)].some(({ name }) => name.value === "totalCount"),
  ).length;
}

/** The fields of a selection, those of its fragments among them. */
function* fieldsOf(set: SelectionSetNode | undefined, fragments: Fragments): Generator<FieldNode> {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FIELD) yield selection;
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* fieldsOf(selection.selectionSet, fragments);
    else yield* fieldsOf(fragments.get(selection.name.value)?.selectionSet, fragments);
  }
}

// How many entries the lists of introspection have here, about.
const entries: Readonly<Record<string, number>> = { types: 200, fields: 10, possibleTypes: 8 };
// Nothing is read for it.
const perField = 0.15;

/** Pothos counts nothing below `__schema` and `__type`. */
function introspectionCost(set: SelectionSetNode | undefined, fragments: Fragments, inside = false): number {
  let cost = 0;
  for (const { name, selectionSet } of fieldsOf(set, fragments)) {
    const within = inside || name.value === "__schema" || name.value === "__type";
    const inner = introspectionCost(selectionSet, fragments, within);
    cost += within ? perField + inner * (entries[name.value] ?? 1) : inner;
  }
  return cost;
}
