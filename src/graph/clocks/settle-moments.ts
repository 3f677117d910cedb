/**
 * `knownAt` as it is answered: a moment later than the last recorded change is that change's moment, for every field of an operation alike. The argument of each field becomes a variable of our own, so that
 * the document stays one that is planned once, and the moments are looked up once for each operation, before anything else is read.
 */
import {
  Kind,
  parseType,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type OperationDefinitionNode,
  type ValueNode,
  type VariableDefinitionNode,
} from "graphql";
import { DateTime } from "../scalars/date-time.ts";

const argument = "knownAt";

/** A document whose fields take `knownAt` from variables of our own, and what each of those stands for. */
export type Bound = { readonly document: DocumentNode; readonly asked: ReadonlyMap<string, ValueNode> };

type Variables = Readonly<Record<string, unknown>>;

/** Null when no field of it takes `knownAt`. */
export function bindKnownAt(document: DocumentNode): Bound | null {
  const asked = new Map<string, ValueNode>();
  const names = new Map<string, string>();
  const taken = new Set(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
        : [],
    ),
  );
  const nameFor = (value: ValueNode): string => {
    const text = value.kind === Kind.VARIABLE ? `$${value.name.value}` : JSON.stringify(valueFromASTUntyped(value));
    let name = names.get(text);
    for (let number = names.size; name === undefined; number += 1) if (!taken.has(`${argument}_${number}`)) name = `${argument}_${number}`;
    names.set(text, name);
    taken.add(name);
    asked.set(name, value);
    return name;
  };
  const bound = visit(document, {
    Argument(node) {
      if (node.name.value !== argument || node.value.kind === Kind.NULL) return undefined;
      return { ...node, value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: nameFor(node.value) } } } as const;
    },
  });
  if (asked.size === 0) return null;
  const definitions = Array.from(asked.keys(), (name): VariableDefinitionNode => ({
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
    type: parseType("DateTime"),
  }));
  return {
    document: visit(bound, {
      OperationDefinition: (node): OperationDefinitionNode => ({
        ...node,
        variableDefinitions: [...(node.variableDefinitions ?? []), ...definitions],
      }),
    }),
    asked,
  };
}

/** The moments that an operation asks for, under the names of their variables; null is now. What is not given, or is no moment, is left to the executor. */
export function momentsAsked({ asked }: Bound, operation: OperationDefinitionNode | undefined, given: Variables): Map<string, Date | null> {
  const defaults = new Map((operation?.variableDefinitions ?? []).map(({ variable, defaultValue }) => [variable.name.value, defaultValue]));
  const written = (value: ValueNode): unknown => {
    if (value.kind !== Kind.VARIABLE) return valueFromASTUntyped(value);
    const name = value.name.value;
    if (given[name] !== undefined) return given[name];
    const otherwise = defaults.get(name);
    return otherwise && valueFromASTUntyped(otherwise);
  };
  return new Map(
    Array.from(asked).flatMap(([name, value]): [string, Date | null][] => {
      const moment = written(value);
      if (moment === undefined) return [];
      if (moment === null) return [[name, null]];
      try {
        return [[name, DateTime.parseValue(moment)]];
      } catch {
        return [];
      }
    }),
  );
}

/** Each moment, no later than up to when answers are settled. */
export function settle(moments: ReadonlyMap<string, Date | null>, upTo: Date): Map<string, Date | null> {
  return new Map(Array.from(moments, ([name, moment]) => [name, moment !== null && moment > upTo ? upTo : moment]));
}
