/** The documents of schema/operations/page, and how the page asks them. Their types are made from the schema by the code generator; at run time nothing of it is needed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { concatAST, Kind, parse, type DocumentNode, type OperationDefinitionNode } from "graphql";

/** An operation with the types of its answer and of its variables. */
export type Operation<Data, Variables> = {
  readonly document: DocumentNode;
  readonly operationName: string;
  readonly types?: { readonly data: Data; readonly variables: Variables };
};

/** Asks the graph as whoever opened the page. */
export type Ask = <Data, Variables extends object>(operation: Operation<Data, Variables>, variables: Variables) => Promise<Data>;

const directory = join(import.meta.dirname, "../../../schema/operations/page");
const read = (name: string) => parse(readFileSync(join(directory, `${name}.graphql`), "utf8"));

/** Reads a document of the page, with the fragments that it shares with others; of a document with several operations the one with the name. */
export function readOperation<Data, Variables>(name: string, operationName?: string): Operation<Data, Variables> {
  const document = concatAST([read(name), read("parts")]);
  const operation = document.definitions.find(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && (operationName === undefined || definition.name?.value === operationName),
  ) as OperationDefinitionNode | undefined;
  if (operation?.name === undefined) throw new Error(`schema/operations/page/${name}.graphql: expected an operation with a name`);
  return { document, operationName: operation.name.value };
}
