/** The documents of the page are valid, with the fragments that they share. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { NoUnusedFragmentsRule, specifiedRules, validate } from "graphql";
import { expect, test } from "vitest";
import { toSchema } from "../../src/graph/index.ts";
import { readOperation } from "../../src/page/base/operation.ts";

const names = readdirSync(join(import.meta.dirname, "../../schema/operations/page"))
  .map((file) => file.replace(/\.graphql$/, ""))
  .filter((name) => name !== "parts");
const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);

test.each(names)("%s is valid", (name) => {
  expect(validate(toSchema(), readOperation(name).document, rules)).toEqual([]);
});
