/** What of an operation the planner looks at: the fields at a place, their arguments, and what a resolver is told of where it stands. */
import {
  getArgumentValues,
  getDirectiveValues,
  getVariableValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  type DocumentNode,
  type ExecutionArgs,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { unplanned } from "./sql/unplanned.ts";

type VariableValues = GraphQLResolveInfo["variableValues"];
type Path = GraphQLResolveInfo["path"];

export type Operation = {
  readonly schema: GraphQLSchema;
  readonly definition: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: VariableValues;
  /** The values of the variables that decide which fields are asked for. */
  readonly switches: string;
};

/** The fields at a place by the key under which each is answered, in the order of the answer. */
export type Fields = ReadonlyMap<string, readonly FieldNode[]>;

type Parts = {
  readonly definitions: readonly OperationDefinitionNode[];
  readonly fragments: Operation["fragments"];
};
const partsKnown = new WeakMap<DocumentNode, Parts>();

function partsOf(document: DocumentNode): Parts {
  const known = partsKnown.get(document);
  if (known !== undefined) return known;
  const definitions = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const fragments = Object.fromEntries(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
  );
  const parts = { definitions, fragments };
  partsKnown.set(document, parts);
  return parts;
}

/** @throws Unplanned when there is no such query, or its variables are not what it declares */
export function operationOf({ schema, document, operationName, variableValues }: ExecutionArgs): Operation {
  const { definitions, fragments } = partsOf(document);
  const definition = definitions.length === 1 ? definitions[0] : definitions.find(({ name }) => name?.value === operationName);
  if (definition === undefined || definition.operation !== "query" || (operationName && definition.name?.value !== operationName))
    return unplanned("no query of that name");
  const { variableValues: variables } = getVariableValues(schema, definition.variableDefinitions ?? [], { ...variableValues });
  if (variables === undefined) return unplanned("variables that are not what they should be");
  const switches = Object.entries(variables.coerced).filter(([, value]) => typeof value === "boolean");
  return { schema, definition, fragments, variables, switches: JSON.stringify(switches) };
}

export function fieldsOf(operation: Operation, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Fields {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const collect = ({ selections }: SelectionSetNode) => {
    for (const selection of selections) {
      if (getDirectiveValues(GraphQLSkipDirective, selection, operation.variables)?.["if"] === true) continue;
      if (getDirectiveValues(GraphQLIncludeDirective, selection, operation.variables)?.["if"] === false) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const nodes = fields.get(key);
        if (nodes === undefined) fields.set(key, [selection]);
        else nodes.push(selection);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (visited.has(selection.name.value)) continue;
        visited.add(selection.name.value);
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? operation.fragments[selection.name.value] : selection;
      if (fragment !== undefined && applies(operation.schema, fragment.typeCondition?.name.value, type)) collect(fragment.selectionSet);
    }
  };
  for (const set of sets) collect(set);
  return fields;
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const on: GraphQLNamedType | undefined = schema.getType(condition);
  return isAbstractType(on) && schema.isSubType(on, type);
}

export const setsOf = (nodes: readonly FieldNode[]) => nodes.flatMap(({ selectionSet }) => selectionSet ?? []);

export type Arguments = Readonly<Record<string, unknown>>;

/** @throws Unplanned when they are not what the field takes, and when they ask for another moment */
export function argumentsOf({ variables }: Operation, field: GraphQLField<unknown, unknown>, node: FieldNode): Arguments {
  let args: Arguments;
  try {
    args = getArgumentValues(field, node, variables);
  } catch {
    return unplanned(`arguments of ${field.name}`);
  }
  return args["knownAt"] == null && args["publishedUntil"] == null ? args : unplanned("another moment");
}

/** What a resolver is told of where it stands. */
export function infoOf(
  { schema, definition, fragments, variables }: Operation,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  parentType: GraphQLObjectType,
  prev?: Path,
): GraphQLResolveInfo {
  const key = nodes[0]!.alias?.value ?? field.name;
  return {
    ...{ fieldName: field.name, fieldNodes: nodes, returnType: field.type, parentType, path: { prev, key, typename: parentType.name } },
    ...{ schema, fragments, rootValue: undefined, operation: definition, variableValues: variables },
  } as unknown as GraphQLResolveInfo;
}

/** The field as the graph defines it. */
export const fieldOf = (type: GraphQLObjectType, node: FieldNode): GraphQLField<unknown, unknown> =>
  type.getFields()[node.name.value] ?? unplanned(`no field ${node.name.value}`);
