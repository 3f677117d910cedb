/** Whether an answer stays the answer whatever is recorded later: all of it was asked as known at moments that had passed. */
import type { DocumentNode, SelectionSetNode } from "graphql";
import { operationOf } from "../limits/cost.ts";

export type Told = {
  /** Each moment asked for, and the one that it was answered as. */
  readonly knownAt?: Readonly<Record<string, string>>;
  readonly notInherited?: readonly string[];
};

type Asked = { readonly operationName?: string | null; readonly variables?: Readonly<Record<string, unknown>> | null };

/** Whether it asks for nothing but the schema. */
export function readsNothing(document: DocumentNode, operationName: string | null | undefined): boolean {
  const selections = operationOf(document, operationName)?.selectionSet.selections;
  return selections?.every((field) => field.kind === "Field" && field.name.value.startsWith("__")) ?? false;
}

/** `extensions` are those that the clocks gave the answer (settle-clocks.ts). */
export function isLasting(document: DocumentNode, { operationName, variables }: Asked, extensions: Told): boolean {
  const operation = operationOf(document, operationName);
  if (operation === undefined || extensions.notInherited !== undefined || extensions.knownAt === undefined) return false;
  if (Object.entries(extensions.knownAt).some(([asked, answered]) => asked !== answered)) return false;
  return hasMoment(operation.selectionSet, variables ?? {});
}

/** A fragment at the root is not looked into: its answer is asked for again. */
function hasMoment({ selections }: SelectionSetNode, variables: Readonly<Record<string, unknown>>): boolean {
  return selections.every((field) => {
    if (field.kind !== "Field") return false;
    const value = field.arguments?.find(({ name }) => name.value === "knownAt")?.value;
    if (value?.kind === "Variable") return variables[value.name.value] != null;
    return value !== undefined && value.kind !== "NullValue";
  });
}
