/** Asks the graph from inside the hub, by the same entrance as whoever asks from outside: context, rights, limits and masking are those of every operation. */
import type { DocumentNode } from "graphql";
import { Written } from "../planner/written.ts";
import type { Arrival } from "./enter.ts";
import type { GraphqlDoor } from "./graphql.ts";

export type Named = { readonly document: DocumentNode; readonly operationName: string | undefined };

/** Errors of the graph, before they are masked. */
export class Refused extends Error {
  override name = "Refused";
  readonly errors: readonly Error[];
  constructor(errors: readonly Error[]) {
    super(errors.map(({ message }) => message).join("; "));
    this.errors = errors;
  }
}

/** The data of an operation of the hub's own. @throws Refused when there is an error anywhere in the answer; what the entrance throws */
export async function askDoor<Data>({ yoga }: GraphqlDoor, arrival: Arrival, operation: Named, variables: object): Promise<Data> {
  const { document, operationName } = operation;
  const { schema, execute, contextFactory } = yoga.getEnveloped({
    ...{ ...arrival, trusted: true, takesText: true, params: { operationName, variables } },
  } as never);
  const contextValue = await contextFactory();
  const result = await execute({ schema, document, operationName, variableValues: variables as Record<string, unknown>, contextValue });
  const { data, errors } = result as { data?: Data | null; errors?: readonly Error[] };
  if (errors && errors.length > 0) throw new Refused(errors);
  return data instanceof Written ? (JSON.parse(data.text) as Data) : data!;
}
