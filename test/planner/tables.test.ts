/** The planner's statements name tables and columns as Prisma's data model does. */
import { expect, it } from "vitest";
import { getDatamodel } from "../../src/db/generated/pothos.ts";
import { tableOf } from "../../src/planner/sql/tables.ts";
import { freshDatabase } from "../kit/database.ts";

// Columns that go by an older name in the database: nothing of this table is planned.
const renamed = ["Policy.directConnections", "Policy.maxHours", "Policy.minRoots"];

it("every column of the data model is one of the database, and so is every table between two", async () => {
  await using database = await freshDatabase("empty");
  const rows = await database.prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`;
  const there = new Set(rows.map(({ name }) => name));
  const models = Object.keys((getDatamodel() as unknown as { datamodel: { models: object } }).datamodel.models);
  const named = models.flatMap((model) => {
    const { columns, relations } = tableOf(model);
    const between = [...relations.values()].flatMap(({ key }) =>
      "between" in key ? [`${key.between}.${key.from}`] : "here" in key ? [`${model}.${key.here}`] : [],
    );
    return [...[...columns.keys()].map((column) => `${model}.${column}`), ...between];
  });
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((name) => !there.has(name)).toSorted()).toEqual(renamed);
});
