/**
 * What is refused before any resolver runs, on every transport alike: page sizes out of bounds and text that no database can hold. The cost of an operation as a whole is measured in cost.ts. Cursors
 * are sealed: whether one is ours and of this list, only the list can say (src/graph/pages/page.ts), before it reads anything.
 */
import { Kind, visit, type DefinitionNode, type DocumentNode, type ValueNode } from "graphql";
import { pageSize } from "../../graph/costs/page-size.ts";
import { InvalidInput, TooMuch, type InputIssue } from "../../errors.ts";
import { operationOf } from "./cost.ts";
import { maxNesting, nestedDeeperThan } from "./nesting.ts";

/** @throws InvalidInput naming every argument of the operation that runs that is out of bounds */
export function checkArguments(document: DocumentNode, variables: Readonly<Record<string, unknown>>, operationName?: string | null): void {
  const issues: InputIssue[] = [];
  const nul = (value: unknown, path: string): void => {
    if (typeof value === "string" && value.includes("\u0000"))
      issues.push({ path, expected: "text without NUL characters", received: JSON.stringify(value.slice(0, 80)) });
    else if (value !== null && typeof value === "object") for (const [step, part] of Object.entries(value)) nul(part, `${path}.${step}`);
  };
  if (nestedDeeperThan(maxNesting, variables)) throw new TooMuch(`The variables are nested too deeply (at most ${maxNesting} levels).`);
  for (const [name, value] of Object.entries(variables)) nul(value, `$${name}`);

  const operation = operationOf(document, operationName);
  const defaults = new Map(
    (operation?.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueOf(defaultValue, variables, new Map())] as const] : [],
    ),
  );
  const runs = (definition: DefinitionNode) => definition.kind !== Kind.OPERATION_DEFINITION || definition === operation;
  const running = operation === undefined ? document : { ...document, definitions: document.definitions.filter(runs) };
  visit(running, {
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
      return Object.hasOwn(variables, node.name.value) ? variables[node.name.value] : defaults.get(node.name.value);
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.STRING:
      return node.value;
    default:
      return null;
  }
}
