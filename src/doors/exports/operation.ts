/** An export is one operation on the graph: its file is read here and executed page by page, in the same way as any other operation. */
import { readFileSync } from "node:fs";
import {
  Kind,
  parse,
  typeFromAST,
  validate,
  valueFromASTUntyped,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { pageSize } from "../../graph/costs/page-size.ts";
import { askDoor } from "../ask.ts";
import type { Arrival } from "../enter.ts";
import type { GraphqlDoor } from "../graphql.ts";
import type { Answer } from "../../exchange/export/table.ts";
import type { Parameter, Values } from "../../exchange/export/parameters.ts";

export type Operation = {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  /** The response name of its one root field. */
  readonly root: string;
  /** What the file's first lines say of it. */
  readonly description: string;
};

export type Ask = (operation: Operation, variables: Values) => Promise<Answer>;

/** The operations of a file, in its order. They must be valid for the schema: an invalid file stops the hub at its start. */
export function readOperations(path: string, schema: GraphQLSchema): Operation[] {
  const text = readFileSync(path, "utf8");
  const document = parse(text);
  const faults = validate(schema, document);
  if (faults.length > 0) throw new Error(`${path}: ${faults.map(({ message }) => message).join("; ")}`);
  const description = [...text.matchAll(/^# (.*)$/gm)].map((line) => line[1]).join(" ");
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const field = definition.selectionSet.selections[0];
    if (field?.kind !== Kind.FIELD) throw new Error(`${path}: expected an operation on one field`);
    return [{ document, definition, root: (field.alias ?? field.name).value, description }];
  });
}

/** The variables that a caller may set: all but the page size. */
export function parametersOf({ definition }: Operation, schema: GraphQLSchema): Map<string, Parameter> {
  const variables = (definition.variableDefinitions ?? []).filter(({ variable }) => variable.name.value !== "first");
  return new Map(
    variables.map(({ variable, type, defaultValue }) => [
      variable.name.value,
      {
        type: typeFromAST(schema, type) as GraphQLInputType,
        ...(defaultValue ? { defaultValue: valueFromASTUntyped(defaultValue) } : {}),
      },
    ]),
  );
}

/** Asks with the rights that the authorization has at that moment. Only the first page is refused for its cost; others wait. */
export function askAs(door: GraphqlDoor, arrival: Arrival): Ask {
  let patient = false;
  return async ({ document, definition, root }, variables) => {
    const asking = askDoor<Record<string, Answer>>(
      door,
      { ...arrival, patient },
      { document, operationName: definition.name?.value },
      variables,
    );
    patient = true;
    return (await asking)[root]!;
  };
}

type Paged = { readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string | null } };

/** The answers to an operation, page by page; one when it has no pages. */
export async function* answersTo(ask: Ask, operation: Operation, values: Values): AsyncGenerator<Answer> {
  const paged = (operation.definition.variableDefinitions ?? []).some(({ variable }) => variable.name.value === "first");
  for (let variables = paged ? { ...values, first: pageSize.max } : values; ;) {
    const answer = await ask(operation, variables);
    yield answer;
    const { pageInfo } = answer as Paged;
    if (!pageInfo?.hasNextPage) return;
    variables = { ...variables, after: pageInfo.endCursor };
  }
}
