/** Every list and every count of the graph can be asked of one situation, or says why not. Which there are is read from the SDL. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, getNamedType, getNullableType, isInputObjectType, isListType } from "graphql";
import { expect, test } from "vitest";

const schema = buildSchema(readFileSync(join(import.meta.dirname, "../../../schema/schema.graphql"), "utf8"));

/** Lists and counts that take no situation, each for a reason. */
const without: Readonly<Record<string, string>> = {
  "Query.situations": "they are the situations",
  "Query.nodes": "its ids name the records",
  "Query.search": "names are looked for wherever they are; not built yet",
  "Query.policies": "one policy holds in all situations",
  "Query.indicators": "a codebook that all situations share",
  "Query.apiKeys": "keys open the whole hub",
  "Query.auditEntries": "the trail is the hub's",
  "Query.webhooks": "each has a filter with a situation",
  "Query.suggestMatches": "of one person, who may be on record in several",
  "Query.suggestDuplicates": "of one person, or of everybody; not built yet",
  "Query.suggestFacilityMatches": "of one facility",
  "Query.suggestSourceMatches": "of one source",
};

const asked = [schema.getQueryType()!, schema.getSubscriptionType()!].flatMap((type) =>
  Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type).name;
    const counted = /^(?:Reconciliation|RevolvingDoor)$/.test(named) || type.name === "Subscription";
    if (!isListType(getNullableType(field.type)) && !named.endsWith("Connection") && !counted) return [];
    const takes = field.args.some((argument) => {
      const input = getNamedType(argument.type);
      return argument.name === "situation" || (isInputObjectType(input) && "situation" in input.getFields());
    });
    return [{ name: `${type.name}.${field.name}`, takes }];
  }),
);

test("a list or a count takes a situation, or stands here with its reason", () => {
  expect(asked.length).toBeGreaterThan(20);
  expect(
    asked
      .filter(({ takes }) => !takes)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(Object.keys(without).toSorted());
});
