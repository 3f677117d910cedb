/** An operation that asks one field of the root, as short as it is useful: what it must be given as variables, and a few of the fields of its answer. */
import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from "graphql";

type Field = GraphQLField<unknown, unknown>;
type Fielded = GraphQLObjectType | GraphQLInterfaceType;
const fewFields = 4;

export function exampleOf(operation: "query" | "mutation" | "subscription", field: Field): string {
  const required = field.args.filter(isRequiredArgument);
  const variables = required.map(({ name, type }) => `$${name}: ${String(type)}`).join(", ");
  const page = field.args.some(({ name }) => name === "first") ? ["first: 3"] : [];
  const given = [...required.map(({ name }) => `${name}: $${name}`), ...page].join(", ");
  const call = `${field.name}${given && `(${given})`}${selection(getNamedType(field.type), "  ", 2)}`;
  return `${operation}${variables && ` (${variables})`} {\n  ${call}\n}`;
}

/** Of what is no leaf, something must be asked. */
function selection(type: GraphQLNamedType, indent: string, depth: number): string {
  if (isLeafType(type)) return "";
  const inner = `${indent}  `;
  return ` {\n${linesOf(type, inner, depth)
    .map((line) => `${inner}${line}\n`)
    .join("")}${indent}}`;
}

function linesOf(type: GraphQLNamedType, indent: string, depth: number): string[] {
  if (isUnionType(type)) {
    const [first] = type.getTypes();
    const errors = type.getTypes().some((one) => one.getInterfaces().some(({ name }) => name === "Error"));
    return [
      "__typename",
      ...(first ? [`... on ${first.name}${selection(first, indent, depth)}`] : []),
      ...(errors ? [`... on Error {\n${indent}  code\n${indent}  message\n${indent}}`] : []),
    ];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return ["__typename"];
  const edges = type.getFields()["edges"];
  if (edges !== undefined) {
    const node = (getNamedType(edges.type) as Fielded).getFields()["node"]!;
    return [
      ...(type.getFields()["totalCount"] ? ["totalCount"] : []),
      `edges {\n${indent}  node${selection(getNamedType(node.type), `${indent}  `, depth - 1)}\n${indent}}`,
    ];
  }
  const fields = Object.values(type.getFields()).filter(
    ({ args, deprecationReason }) => deprecationReason == null && !args.some(isRequiredArgument),
  );
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type))).slice(0, fewFields);
  const deeper = depth > 0 && leaves.length < 2 ? fields.find((field) => !isLeafType(getNamedType(field.type))) : undefined;
  const lines = [
    ...(isAbstractType(type) ? ["__typename"] : []),
    ...leaves.map(({ name }) => name),
    ...(deeper ? [`${deeper.name}${selection(getNamedType(deeper.type), indent, depth - 1)}`] : []),
  ];
  return lines.length > 0 ? lines : ["__typename"];
}
