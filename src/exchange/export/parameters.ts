/** Parameters: the query string as values of the graph's own input types, checked before anything is asked. */
import { getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, validateInputValue, type GraphQLInputType } from "graphql";
import { show } from "../../domain/input.ts";
import { InvalidInput, type InputIssue } from "../../errors.ts";

export type Parameter = {
  readonly type: GraphQLInputType;
  /** What is taken when it is not given. */
  readonly defaultValue?: unknown;
  readonly description?: string;
};
/** The values that were given, by name. */
export type Values = Readonly<Record<string, unknown>>;
export type Parameters = ReadonlyMap<string, Parameter>;

const written: Readonly<Record<string, string>> = {
  Boolean: "true or false",
  DateTime: "an instant, such as 2026-01-12T14:30:00Z",
  CountryCode: "an ISO 3166-1 alpha-2 country code, such as VE",
  Float: "a number",
  ID: "an id as the hub gives them",
  Int: "a whole number",
  String: "text",
};

function describe(type: GraphQLInputType): string {
  if (isNonNullType(type)) return describe(type.ofType);
  if (isListType(type)) return `${describe(type.ofType)}; or several, as a JSON list`;
  if (isEnumType(type)) {
    const names = type.getValues().map(({ name }) => name);
    return `one of ${names.join(", ")}`;
  }
  if (isInputObjectType(type)) return `a JSON object with ${Object.keys(type.getFields()).join(", ")}`;
  return written[type.name] ?? type.name;
}

/**
 * The values in a query string. A field of an input object is given as `filter.metric=RELEASED`, or the whole of it as JSON.
 * @throws InvalidInput naming every parameter that is unknown, missing, given twice or not what its type says
 */
export function readParameters(query: URLSearchParams, parameters: Parameters): Values {
  const issues: InputIssue[] = [];
  const values: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    const [text, ...more] = query.getAll(name);
    const type = typeAt(parameters, name.split("."));
    if (!type) issues.push({ path: name, expected: known(parameters), received: show(text) });
    else if (more.length > 0) issues.push({ path: name, expected: "one value", received: `${more.length + 1} values` });
    else if (!place(values, name.split("."), read(text!, type)))
      issues.push({ path: name, expected: "either the object as a whole or its fields", received: "both" });
  }
  for (const [name, { type, defaultValue }] of parameters) {
    const value = values[name];
    if (value === undefined && isNonNullType(type) && defaultValue === undefined)
      issues.push({ path: name, expected: describe(type), received: "nothing" });
    if (value === undefined) continue;
    validateInputValue(value, type, (_error, path) => {
      const at = [name, ...path.map(String)];
      issues.push({ path: at.join("."), expected: describe(typeAt(parameters, at) ?? type), received: show(valueAt(values, at)) });
    });
  }
  if (issues.length > 0) throw new InvalidInput(issues);
  return values;
}

function known(parameters: Parameters): string {
  return parameters.size === 0 ? "no parameters" : `one of the parameters ${namesOf(parameters).join(", ")}`;
}

function namesOf(parameters: Parameters): string[] {
  return describeParameters(parameters).map(({ name }) => name);
}

function typeAt(parameters: Parameters, [name = "", ...path]: readonly string[]): GraphQLInputType | undefined {
  let type: GraphQLInputType | undefined = parameters.get(name)?.type;
  for (const step of path) {
    const inner: GraphQLInputType | undefined = isNonNullType(type) ? type.ofType : type;
    if (isListType(inner)) type = inner.ofType;
    else type = isInputObjectType(inner) && Object.hasOwn(inner.getFields(), step) ? inner.getFields()[step]?.type : undefined;
  }
  return type;
}

function valueAt(values: Values, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string, unknown> | null | undefined)?.[step], values);
}

/** What cannot be read stays text, for the type to refuse. One value stands for a list of one, as it does in the graph. */
function read(text: string, type: GraphQLInputType): unknown {
  const inner = isNonNullType(type) ? type.ofType : type;
  // A slug may be all digits: what does not begin as a list does is never taken for JSON on the list's account.
  if (isListType(inner) && !text.trimStart().startsWith("[")) return read(text, inner.ofType);
  const { name } = getNamedType(inner);
  const json = isListType(inner) || isInputObjectType(inner) || name === "Int" || name === "Float" || name === "Boolean";
  if (!json) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function place(values: Record<string, unknown>, path: readonly string[], value: unknown): boolean {
  const [step = "", ...further] = path;
  if (further.length === 0) {
    if (Object.hasOwn(values, step)) return false;
    values[step] = value;
    return true;
  }
  const inner = (values[step] ??= {});
  return typeof inner === "object" && place(inner as Record<string, unknown>, further, value);
}

export type Described = {
  readonly name: string;
  readonly expected: string;
  readonly required: boolean;
  readonly defaultValue?: unknown;
  readonly description?: string;
};

/** The parameters as a caller writes them, fields of input objects one by one. */
export function describeParameters(parameters: Parameters): Described[] {
  return [...parameters].flatMap(([name, { type, defaultValue, description }]) => {
    const inner = isNonNullType(type) ? type.ofType : type;
    if (isInputObjectType(inner))
      return describeParameters(
        new Map(
          Object.values(inner.getFields()).map((field) => [
            `${name}.${field.name}`,
            { type: field.type, ...(field.description ? { description: field.description } : {}) },
          ]),
        ),
      );
    return [
      {
        ...{ name, expected: describe(type), required: isNonNullType(type) && defaultValue === undefined },
        ...(defaultValue === undefined ? {} : { defaultValue }),
        ...(description === undefined ? {} : { description }),
      },
    ];
  });
}
