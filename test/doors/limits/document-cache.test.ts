import { parse } from "graphql";
import { expect, test } from "vitest";
import { createDocumentCache } from "../../../src/doors/limits/document-cache.ts";

const text = (nth: number, fields: number) => `{ ${Array.from({ length: fields }, (_, field) => `a${nth}_${field}: b`).join(" ")} }`;

test("documents are kept by their text, as many as fit into the memory that they may have", () => {
  const cache = createDocumentCache(1_000_000);
  for (let nth = 0; nth < 1000; nth += 1) cache.keep(text(nth, 30), parse(text(nth, 30)));
  expect(cache.bytes).toBeLessThanOrEqual(1_000_000);
  expect(cache.bytes).toBeGreaterThan(500_000);
  expect(cache.get(text(999, 30))).toBeDefined();
  expect(cache.get(text(0, 30))).toBeUndefined();
});

test("one that is large beside the whole is not kept, and drives out no other", () => {
  const cache = createDocumentCache(1_000_000);
  cache.keep(text(1, 3), parse(text(1, 3)));
  const large = `{ search(text: "${"x".repeat(200_000)}") { score } }`;
  cache.keep(large, parse(large));
  expect(cache.get(large)).toBeUndefined();
  expect(cache.get(text(1, 3))).toBeDefined();
});
