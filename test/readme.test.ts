import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startHub } from "./kit/hub.ts";

test("the query in the README has the answer that stands beside it", async () => {
  const readme = await readFile(join(import.meta.dirname, "../README.md"), "utf8");
  const block = (language: string) => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme)![1]!;
  await using hub = await startHub();
  const { data, errors } = await hub.send(block("graphql"), {}, null);
  expect(errors).toBeUndefined();
  expect({ data }).toEqual(JSON.parse(block("json")));
});
