/** What fails, fails alone: read from the SDL, so that a new field cannot be forgotten. That each does is asked in named-records.long.test.ts. */
import { buildSchema, getNamedType, isInputObjectType, isInterfaceType, isNonNullType, isObjectType, type GraphQLArgument } from "graphql";
import { expect, test } from "vitest";
import { toSchema } from "../../../src/graph/index.ts";
import { printSdl } from "../../../src/graph/sdl.ts";

const schema = buildSchema(printSdl(toSchema()));
const read = Object.values(schema.getTypeMap()).filter(
  (type) => (isObjectType(type) || isInterfaceType(type)) && !/^(__|Mutation$|Subscription$)/.test(type.name),
);
const takesId = ({ type }: Pick<GraphQLArgument, "type">): boolean => {
  const named = getNamedType(type);
  return isInputObjectType(named) ? Object.values(named.getFields()).some(takesId) : named.name === "ID";
};

test("a field of the root, and every field that takes an id, is nullable", () => {
  const fields = read.flatMap((type) =>
    Object.values((type as ReturnType<typeof schema.getQueryType> & object).getFields()).map((field) => ({ type, field })),
  );
  const asked = fields.filter(({ type, field }) => type.name === "Query" || field.args.some(takesId));
  expect(asked.length).toBeGreaterThan(35);
  expect(asked.filter(({ field }) => isNonNullType(field.type)).map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
});

test("a filter takes a list of whatever it takes by its id or out of an enum", () => {
  const single = Object.values(schema.getTypeMap()).flatMap((type) =>
    isInputObjectType(type) && type.name.endsWith("Filter")
      ? Object.values(type.getFields()).flatMap(({ name, type: taken }) => {
          const named = getNamedType(taken);
          const one = !String(taken).startsWith("[");
          return one && (named.name === "ID" || named.name === "CountryCode" || "getValues" in named) ? [`${type.name}.${name}`] : [];
        })
      : [],
  );
  expect(single).toEqual([]);
});
