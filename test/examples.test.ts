import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse, visit, type DocumentNode } from "graphql";
import { expect, test } from "vitest";
import { documents, type FeedEvent } from "../examples/consumer.ts";
import type { FollowReleasesSubscription } from "../generated/graphql.ts";

const root = join(import.meta.dirname, "..");

/** Every field that a document asks for, by its path, with fragments spread out. */
function fieldsOf(document: DocumentNode, operation: string): string[] {
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === "FragmentDefinition" ? [[one.name.value, one] as const] : [])),
  );
  const paths = new Set<string>();
  const walk = (node: object, path: readonly string[]): void => {
    visit(node as DocumentNode, {
      Field(field) {
        const at = [...path, field.name.value];
        paths.add(at.join("."));
        if (field.selectionSet) walk(field.selectionSet, at);
        return false;
      },
      FragmentSpread(spread) {
        walk(fragments.get(spread.name.value)!.selectionSet, path);
        return false;
      },
    });
  };
  const found = document.definitions.find((one) => one.kind === "OperationDefinition" && one.name?.value === operation);
  walk((found as { selectionSet: object }).selectionSet, []);
  return [...paths].toSorted();
}

test("the consumer that is copied alone asks for what a webhook and a newsroom are sent, and nothing else", async () => {
  const published = parse(await readFile(join(root, "schema/operations/15-what-a-newsroom-is-told.graphql"), "utf8"));
  expect(fieldsOf(parse(documents.follow), "FollowReleases")).toEqual(fieldsOf(published, "FollowReleases"));
  expect(fieldsOf(parse(documents.read), "ReadReleases")).toEqual(fieldsOf(published, "ReadReleases"));
});

test("its types say what the schema says", () => {
  // The compiler holds it: an event of the schema must be one of the consumer's.
  const same = (event: Exclude<FollowReleasesSubscription["releaseFeed"], { __typename: "FeedBookmark" }>): FeedEvent => event;
  expect(same).toBeTypeOf("function");
});

test("it imports Node and graphql-ws alone", async () => {
  const text = await readFile(join(root, "examples/consumer.ts"), "utf8");
  const imported = [...text.matchAll(/from "([^"]+)"/g)].map(([, from]) => from!);
  expect(imported.filter((from) => !from.startsWith("node:"))).toEqual(["graphql-ws"]);
});
