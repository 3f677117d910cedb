/** The schema as text, with what fields cost in the directives of IBM's GraphQL cost specification, so that a client can reckon before it asks. */
import {
  getNamedType,
  isLeafType,
  Kind,
  lexicographicSortSchema,
  parse,
  printSchema,
  type GraphQLField,
  type GraphQLSchema,
} from "graphql";
import { pageSize } from "./costs/page-size.ts";
import { nullOnlyWithError } from "./fail-alone.ts";

const definitions = `"""
The points that a field costs; 1 where nothing is said (IBM GraphQL Cost Directives).
"""
directive @cost(weight: String!) on FIELD_DEFINITION

"""
How many entries a list has for its cost: as many as a slicing argument says, or the assumed size (IBM GraphQL Cost Directives).
"""
directive @listSize(assumedSize: Int, requireOneSlicingArgument: Boolean = true, sizedFields: [String!], slicingArguments: [String!]) on FIELD_DEFINITION

"""
The field is null only where the answer has an error for it (the Nullability Working Group's proposal, as Relay and Apollo Kotlin read it).
"""
directive @semanticNonNull(levels: [Int!]! = [0]) on FIELD_DEFINITION
`;

/** Sorted, so that a diff shows what changed and nothing else. */
export function printSdl(schema: GraphQLSchema): string {
  const sorted = lexicographicSortSchema(schema);
  const text = printSchema(sorted);
  const insertions = parse(text).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
    const type = sorted.getType(definition.name.value) as unknown as { getFields(): Record<string, GraphQLField<unknown, unknown>> };
    return (definition.fields ?? []).map((field) => ({ at: field.loc!.end, said: directivesOf(type.getFields()[field.name.value]!) }));
  });
  // From the end, so that what is inserted moves no place that is still to come.
  const whole = insertions.reduceRight((before, { at, said }) => before.slice(0, at) + said + before.slice(at), text);
  return `${definitions}\n${whole}\n`;
}

type Cost = number | { readonly field?: number; readonly multiplier?: number };

function directivesOf(field: GraphQLField<unknown, unknown>): string {
  const declared = field.extensions["complexity"] as Cost | ((args: object, context: object, field: object) => Cost) | undefined;
  // What a function adds for arguments that are not given cannot be said here.
  const cost = typeof declared === "function" ? declared({}, {}, field) : (declared ?? 1);
  const { field: weight = 1, multiplier = 1 } = typeof cost === "number" ? { field: cost } : cost;
  const slicing = field.args.map(({ name }) => name).filter((name) => name === "first" || name === "last" || name === "ids");
  const connection = String(field.type).includes("Connection");
  const size = [
    `assumedSize: ${connection ? pageSize.default : multiplier}`,
    ...(slicing.length > 0 ? ["requireOneSlicingArgument: false"] : []),
    ...(connection ? ['sizedFields: ["edges"]'] : []),
    ...(slicing.length > 0 ? [`slicingArguments: [${slicing.map((name) => `"${name}"`).join(", ")}]`] : []),
  ].join(", ");
  const listed = connection || ((multiplier > 1 || slicing.length > 0) && !isLeafType(getNamedType(field.type)));
  const strict = field.extensions[nullOnlyWithError] === true ? " @semanticNonNull" : "";
  return `${strict}${weight === 1 ? "" : ` @cost(weight: "${weight}")`}${listed ? ` @listSize(${size})` : ""}`;
}
