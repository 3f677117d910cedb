/** The SDL beside the one of the last release (schema/released.graphql, renewed at each release): what breaks a client must stand in CHANGELOG.md. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Breaking changes from one SDL to another that the changes do not name in an entry that begins with SDL. */
async function unlisted(before: string, after: string, changelog: string): Promise<string[]> {
  const lines = changelog.split(/\n(?=- )/).filter((line) => line.startsWith("- **SDL**"));
  const breaking = (await diff(buildSchema(before), buildSchema(after))).filter(
    ({ criticality }) => criticality.level === CriticalityLevel.Breaking,
  );
  return breaking
    .filter(({ path }) => !lines.some((line) => line.includes(`\`${path}\``)))
    .map(({ path, message }) => `${path}: ${message}`);
}

describe("a breaking change of the graph", () => {
  test("stands in CHANGELOG.md", async () => {
    expect(await unlisted(read("schema/released.graphql"), read("schema/schema.graphql"), read("CHANGELOG.md"))).toEqual([]);
  });

  test("is found when it does not, and not when it does", async () => {
    const [before, after] = ["type Query { a: Int b: Int }", "type Query { a: Int! }"];
    expect(await unlisted(before, after, "")).toEqual([expect.stringMatching(/^Query\.b: /)]);
    expect(await unlisted(before, after, "- **SDL** `Query.b` is gone: ask `Query.a`.")).toEqual([]);
  });
});
