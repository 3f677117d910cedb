/** What operations cost that were measured before: of one document, with variables that differ in nothing but text, it is the same. What is refused is measured each time. */
import { Kind, type DocumentNode, type ExecutionArgs, type OperationDefinitionNode } from "graphql";
import { operationOf } from "./cost.ts";

const shapesPerDocument = 16;
// Text of these types decides nothing but what is looked for.
const free = new Set(["ID", "String"]);
const moment = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/;

export function createSizeCache() {
  const known = new WeakMap<DocumentNode, Map<string, number>>();
  return {
    /** `measure` says what it costs, or throws what is wrong with it. */
    of(args: ExecutionArgs, measure: () => number): number {
      const shape = shapeOf(args);
      if (shape === null) return measure();
      const sizes = known.get(args.document) ?? new Map<string, number>();
      const size = sizes.get(shape) ?? measure();
      if (sizes.size < shapesPerDocument) sizes.set(shape, size);
      known.set(args.document, sizes);
      return size;
    },
  };
}

const typesKnown = new WeakMap<OperationDefinitionNode, ReadonlyMap<string, string>>();

/** The types of its variables by their names, as far as they are of single values. */
function typesIn(operation: OperationDefinitionNode): ReadonlyMap<string, string> {
  const known = typesKnown.get(operation);
  if (known !== undefined) return known;
  const types = new Map<string, string>();
  for (const { variable, type } of operation.variableDefinitions ?? []) {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    if (named.kind === Kind.NAMED_TYPE) types.set(variable.name.value, named.name.value);
  }
  typesKnown.set(operation, types);
  return types;
}

/** Null where more is given than single values. */
function shapeOf({ document, operationName, variableValues }: ExecutionArgs): string | null {
  const given = variableValues ?? {};
  const operation = operationOf(document, operationName);
  if (operation === undefined) return null;
  const types = typesIn(operation);
  let shape = operationName ?? "";
  for (const [name, value] of Object.entries(given)) {
    if (value !== null && typeof value === "object") return null;
    if (typeof value === "string" && value.includes("\u0000")) return null;
    const typeName = types.get(name) ?? "";
    const isFree = typeof value === "string" && (free.has(typeName) || (typeName === "DateTime" && moment.test(value)));
    shape += isFree ? ` ${name}` : ` ${name}=${JSON.stringify(value)}`;
  }
  return shape;
}
