/**
 * The second clock in the graph. A field with `knownAt` answers as the hub knew things then, and what is asked below it answers so too unless it is given a moment of its own: the operation
 * is rewritten before it runs, so that each field has its argument in the document, where selections are planned from.
 */
import {
  BREAK,
  getNamedType,
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
  visit,
} from "graphql";

const argument = "knownAt";

const rewritten = new WeakMap<DocumentNode, DocumentNode>();

/** The document with every enclosing `knownAt` handed down; the same document when there is none. */
export function handDownKnownAt(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const known = rewritten.get(document) ?? (speaksOfKnowledge(document) ? rewrite(schema, document) : document);
  rewritten.set(document, known);
  return known;
}

function speaksOfKnowledge(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Argument({ name }) {
      found ||= name.value === argument;
      return found ? BREAK : undefined;
    },
  });
  return found;
}

function rewrite(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  // A fragment that is spread below different moments becomes one fragment for each.
  const made = new Map<string, FragmentDefinitionNode>();

  const into = (selectionSet: SelectionSetNode, type: GraphQLNamedType | undefined, given: ArgumentNode | undefined): SelectionSetNode => ({
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

  const field = (node: FieldNode, type: GraphQLNamedType | undefined, given: ArgumentNode | undefined): FieldNode => {
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    const own = node.arguments?.find(({ name }) => name.value === argument);
    const takes = definition?.args.some(({ name }) => name === argument) ?? false;
    const now = own ?? given;
    const args = takes && !own && given ? [...(node.arguments ?? []), given] : node.arguments;
    const below = definition && getNamedType(definition.type);
    return {
      ...node,
      ...(args ? { arguments: args } : {}),
      ...(node.selectionSet ? { selectionSet: into(node.selectionSet, below, now) } : {}),
    };
  };

  const fragment = (name: string, given: ArgumentNode | undefined): string => {
    const definition = fragments.get(name);
    if (!definition) return name;
    const key = given ? `${name} ${print(given.value)}` : name;
    const known = made.get(key);
    if (known) return known.name.value;
    const copy = { ...definition, name: { ...definition.name, value: given ? freshName(name) : name } };
    made.set(key, copy);
    made.set(key, { ...copy, selectionSet: into(definition.selectionSet, schema.getType(definition.typeCondition.name.value), given) });
    return copy.name.value;
  };

  const freshName = (name: string): string => {
    for (let number = made.size; ; number += 1) if (!fragments.has(`${name}__known_${number}`)) return `${name}__known_${number}`;
  };

  const operations = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? { ...definition, selectionSet: into(definition.selectionSet, schema.getRootType(definition.operation) ?? undefined, undefined) }
      : definition,
  );
  return { ...document, definitions: [...operations.filter(({ kind }) => kind !== Kind.FRAGMENT_DEFINITION), ...made.values()] };
}
