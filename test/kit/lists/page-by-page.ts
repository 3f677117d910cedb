/** Any query as one that asks for its outermost list in pages of one: what is measured is then the second page beside the first. */
import {
  getNamedType,
  getNullableType,
  isListType,
  Kind,
  parse,
  print,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ArgumentNode,
  type FieldNode,
} from "graphql";
import { toSchema } from "../../../src/graph/index.ts";

const size = 1;
const ours = new Set(["first", "after"]);

/** The queries among the operations of a document, by name, each with the fragments that it uses. */
export function queriesOf(document: string): Record<string, string> {
  const named = Object.entries(separateOperations(parse(document)));
  return Object.fromEntries(named.filter(([, { definitions }]) => isQuery(definitions)).map(([name, one]) => [name, print(one)]));
}

const isQuery = (definitions: readonly object[]) =>
  definitions.some((definition) => "operation" in definition && definition.operation === "query");

/** The query with small pages, behind the cursor of an answer to it where one is given; null when it has no list that can be paged, or the list ends with the answer. */
export function paged(document: string, answer?: object): string | null {
  const schema = toSchema();
  const types = new TypeInfo(schema);
  const path: string[] = [];
  let [pages, ended, below] = [0, false, 0];
  // Below entries of a list there is no one page that comes next.
  const many = () => {
    const field = types.getFieldDef();
    return field != null && (isListType(getNullableType(field.type)) || getNamedType(field.type).name.endsWith("Connection"));
  };
  const rewritten = visit(
    parse(document),
    visitWithTypeInfo(types, {
      // Whatever paged the list as the query stood.
      VariableDefinition: ({ variable }) => (ours.has(variable.name.value) ? null : undefined),
      Field: {
        enter(node) {
          path.push((node.alias ?? node.name).value);
          if (!many() || (below += 1) > 1 || !types.getFieldDef()!.args.some(({ name }) => name === "after")) return undefined;
          pages += 1;
          const after = answer && cursorAt(answer, path);
          ended ||= after === null;
          return withPage(node, after);
        },
        leave() {
          if (many()) below -= 1;
          path.pop();
        },
      },
    }),
  );
  return pages === 0 || ended ? null : print(rewritten);
}

function cursorAt(answer: object, path: readonly string[]): string | null {
  const list = path.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], answer);
  const { hasNextPage, endCursor } = (list as { pageInfo: { hasNextPage: boolean; endCursor: string } }).pageInfo;
  return hasNextPage ? endCursor : null;
}

function withPage(node: FieldNode, after: string | null | undefined): FieldNode {
  const others = (node.arguments ?? []).filter(({ name }) => !ours.has(name.value));
  const args = `first: ${size}${after == null ? "" : `, after: ${JSON.stringify(after)}`}`;
  const [given, info] = fieldsOf(`{ list(${args}) pageInfo { hasNextPage endCursor } }`);
  return {
    ...node,
    arguments: [...others, ...(given!.arguments as readonly ArgumentNode[])],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [...node.selectionSet!.selections, info!] },
  };
}

function fieldsOf(text: string): readonly FieldNode[] {
  const [operation] = parse(text).definitions;
  return (operation as { selectionSet: { selections: readonly FieldNode[] } }).selectionSet.selections;
}
