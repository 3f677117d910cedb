/**
 * What fails, fails alone. A field of the root, or one that takes an id, may be asked for something that there is not: if its type said that it is never null, the failure would take its neighbours with it. So the
 * rule stands once, over all of them, and not at each field: a field of Query, and every field below it that takes an id, is nullable. Which of them are null only with an error the SDL says by `@semanticNonNull`.
 */
import {
  getNamedType,
  GraphQLID,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from "graphql";
import { asAsked } from "./base/ids.ts";

export const nullOnlyWithError = "nullOnlyWithError";

/** The schema, which is changed in place. */
export function failAlone(schema: GraphQLSchema): GraphQLSchema {
  const changing = new Set([schema.getMutationType(), schema.getSubscriptionType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if ((!isObjectType(type) && !isInterfaceType(type)) || type.name.startsWith("__") || changing.has(type as never)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.args.some(takesId)) failAsAsked(field);
      if (!isNonNullType(field.type) || (type !== schema.getQueryType() && !field.args.some(takesId))) continue;
      field.type = field.type.ofType;
      field.extensions = { ...field.extensions, [nullOnlyWithError]: true };
    }
  }
  return schema;
}

/** Whether an argument names a record, by itself or in one of the fields of its input. */
function takesId({ type }: GraphQLArgument | GraphQLInputField): boolean {
  const named = getNamedType(type);
  return isInputObjectType(named) ? Object.values(named.getFields()).some(takesId) : named === GraphQLID;
}

/** A record that was named and is not there is told by the name that was given for it. */
function failAsAsked(field: GraphQLField<unknown, unknown>): void {
  const { resolve } = field;
  if (resolve === undefined) return;
  field.resolve = (parent, args, context, info) => {
    try {
      const answer: unknown = resolve(parent, args, context, info);
      return answer instanceof Promise
        ? answer.catch((error: unknown) => {
            throw asAsked(error, args);
          })
        : answer;
    } catch (error) {
      throw asAsked(error, args);
    }
  };
}
