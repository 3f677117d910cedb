import { expect, test } from "vitest";
import { questions } from "./schema-walk.ts";

// The long tests ask them: what they cannot name is to be heard of before those are run.
test("every argument of the SDL that names something has a row in the plan of the generated questions", () => {
  expect(questions().length).toBeGreaterThan(50);
});
