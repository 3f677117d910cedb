/**
 * What is refused before any resolver runs, on every transport alike: page sizes out of bounds and text that no database can hold. The cost of a query as a whole is the complexity plugin's
 * (src/graph/base/builder.ts). Cursors are sealed: whether one is ours and of this list, only the list can say (src/graph/pages/page.ts), before it reads anything.
 */
import { createComplexityRule } from "@pothos/plugin-complexity";
import { Kind, validate, visit, type DocumentNode, type ExecutionArgs, type ValueNode } from "graphql";
import { pageSize, sizeFault } from "../graph/base/builder.ts";
import { InvalidInput, type InputIssue } from "../errors.ts";

/**
 * Refuses a subscription that is too large, before it begins: the plugin would let it in and then refuse each event.
 * @throws TooMuch
 */
export function checkSize({ schema, document, operationName, variableValues, contextValue }: ExecutionArgs): void {
  const size = createComplexityRule({
    operationName: operationName ?? null,
    variableValues: variableValues ?? {},
    context: contextValue as object,
    validate: (sizes) => {
      const fault = sizeFault(sizes);
      if (fault) throw fault;
    },
  });
  validate(schema, document, [size]);
}

/** @throws InvalidInput naming every argument that is out of bounds */
export function checkArguments(document: DocumentNode, variables: Readonly<Record<string, unknown>>): void {
  const issues: InputIssue[] = [];
  const nul = (value: unknown, path: string): void => {
    if (typeof value === "string" && value.includes("\u0000"))
      issues.push({ path, expected: "text without NUL characters", received: JSON.stringify(value.slice(0, 80)) });
    else if (value !== null && typeof value === "object") for (const [step, part] of Object.entries(value)) nul(part, `${path}.${step}`);
  };
  for (const [name, value] of Object.entries(variables)) nul(value, `$${name}`);

  // Fragments may stand before the operation that declares their variables.
  const defaults = new Map(
    document.definitions
      .flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : []))
      .flatMap(({ variable, defaultValue }) =>
        defaultValue ? [[variable.name.value, valueOf(defaultValue, variables, new Map())] as const] : [],
      ),
  );
  visit(document, {
    StringValue: ({ value }) => nul(value, "text"),
    Field({ name: field, arguments: given = [] }) {
      const args = new Map(given.map((argument) => [argument.name.value, valueOf(argument.value, variables, defaults)]));
      for (const name of ["first", "last"]) {
        const size = args.get(name);
        if (size != null && !(Number.isInteger(size) && Number(size) >= 1 && Number(size) <= pageSize.max))
          issues.push({
            path: `${field.value}.${name}`,
            expected: `a page size from 1 to ${pageSize.max}`,
            received: JSON.stringify(size),
          });
      }
      if (args.get("first") != null && args.get("last") != null)
        issues.push({ path: `${field.value}.last`, expected: "either first or last", received: "both" });
    },
  });
  if (issues.length > 0) throw new InvalidInput(issues);
}

/** The value of an argument as far as it matters here: numbers, text, null. */
function valueOf(node: ValueNode, variables: Readonly<Record<string, unknown>>, defaults: ReadonlyMap<string, unknown>): unknown {
  switch (node.kind) {
    case Kind.VARIABLE:
      return node.name.value in variables ? variables[node.name.value] : defaults.get(node.name.value);
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.STRING:
      return node.value;
    default:
      return null;
  }
}
