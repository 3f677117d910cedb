/**
 * The clocks below a field that takes them. What a field says follows from its own arguments alone: clients with a cache by id keep one value for each id, field and arguments, and what an ancestor's argument
 * decided would overwrite another moment's there (docs/decisions/clocks-in-caches.md). An operation that says `@inheritClocks` is rewritten before it runs: each field below a clock has its argument in the
 * document, where selections are planned from.
 */
import {
  DirectiveLocation,
  getNamedType,
  GraphQLDirective,
  Kind,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  print,
  type SelectionSetNode,
} from "graphql";

export const inheritClocks = new GraphQLDirective({
  name: "inheritClocks",
  description:
    "Fields take `knownAt` and `publishedUntil` from the nearest field above them that has them, unless they are given their own. Not for clients with a cache by id, such as Apollo Client, urql and Relay: there each field needs its own arguments, or moments overwrite one another.",
  locations: [DirectiveLocation.QUERY, DirectiveLocation.MUTATION, DirectiveLocation.SUBSCRIPTION],
});

const clocks = ["knownAt", "publishedUntil"] as const;
type Given = Readonly<Partial<Record<(typeof clocks)[number], ArgumentNode>>>;

/** A document with every clock handed down, and the fields that have got one by it, as `Type.field`. */
export type HandedDown = { readonly document: DocumentNode; readonly fields: readonly string[] };

const rewritten = new WeakMap<DocumentNode, HandedDown>();

/** The same document when there is nothing to hand down. */
export function handDownClocks(schema: GraphQLSchema, document: DocumentNode): HandedDown {
  const known = rewritten.get(document) ?? rewrite(schema, document);
  rewritten.set(document, known);
  return known;
}

function rewrite(schema: GraphQLSchema, document: DocumentNode): HandedDown {
  const fields = new Set<string>();
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  // A fragment that is spread below different moments becomes one fragment for each.
  const made = new Map<string, FragmentDefinitionNode>();

  const into = (selectionSet: SelectionSetNode, type: GraphQLNamedType | undefined, given: Given): SelectionSetNode => ({
    ...selectionSet,
    selections: selectionSet.selections.map((selection) => {
      if (selection.kind === Kind.FIELD) return field(selection, type, given);
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type;
        return { ...selection, selectionSet: into(selection.selectionSet, on, given) };
      }
      return { ...selection, name: { ...selection.name, value: fragment(selection.name.value, given) } };
    }),
  });

  const field = (node: FieldNode, type: GraphQLNamedType | undefined, given: Given): FieldNode => {
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    const missing = clocks.filter(
      (clock) => definition?.args.some(({ name }) => name === clock) && !argumentOf(node, clock) && given[clock],
    );
    if (missing.length > 0) fields.add(`${type!.name}.${node.name.value}`);
    const args = missing.length > 0 ? [...(node.arguments ?? []), ...missing.map((clock) => given[clock]!)] : node.arguments;
    const own = clocks.flatMap((clock) => argumentOf(node, clock) ?? []).map((argument) => [argument.name.value, argument]);
    const now: Given = { ...given, ...Object.fromEntries(own) };
    const below = definition && getNamedType(definition.type);
    return {
      ...node,
      ...(args ? { arguments: args } : {}),
      ...(node.selectionSet ? { selectionSet: into(node.selectionSet, below, now) } : {}),
    };
  };

  const fragment = (name: string, given: Given): string => {
    const definition = fragments.get(name);
    if (!definition) return name;
    const moments = clocks.flatMap((clock) => given[clock] ?? []).map((argument) => print(argument));
    const key = [name, ...moments].join(" ");
    const known = made.get(key);
    if (known) return known.name.value;
    const copy = { ...definition, name: { ...definition.name, value: moments.length > 0 ? freshName(name) : name } };
    made.set(key, copy);
    made.set(key, { ...copy, selectionSet: into(definition.selectionSet, schema.getType(definition.typeCondition.name.value), given) });
    return copy.name.value;
  };

  const freshName = (name: string): string => {
    for (let number = made.size; ; number += 1) if (!fragments.has(`${name}__known_${number}`)) return `${name}__known_${number}`;
  };

  const operations = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? { ...definition, selectionSet: into(definition.selectionSet, schema.getRootType(definition.operation) ?? undefined, {}) }
      : definition,
  );
  if (fields.size === 0) return { document, fields: [] };
  const definitions = [...operations.filter(({ kind }) => kind !== Kind.FRAGMENT_DEFINITION), ...made.values()];
  return { document: { ...document, definitions }, fields: [...fields].toSorted() };
}

const argumentOf = (node: FieldNode, name: string) => node.arguments?.find((argument) => argument.name.value === name);
