import { expect, test } from "vitest";
import { isAtLeast } from "../../../src/doors/answers/read-replica.ts";

const epoch = "0b9f4b1e-7d1f-4f57-9a35-7c3b3c7f3d11";
test.each([
  ["the same", "1.2.3.100.000000", "1.2.3.100.000000", true],
  ["a later change", "1.2.3.101.000000", "1.2.3.100.000000", true],
  ["an earlier change", "1.2.3.99.000000", "1.2.3.100.000000", false],
  ["earlier rights, and a later change", "0.2.3.101.000000", "1.2.3.100.000000", false],
  ["a lower floor", "1.1.3.100.000000", "1.2.3.100.000000", false],
  ["no change yet", "1.2.3", "1.2.3.100.000000", false],
  ["the first change, ahead", "1.2.3.100.000000", "1.2.3", true],
])("a replica at %s", (_what, there, wanted, expected) => {
  expect(isAtLeast(`${epoch}.${there}@2026-01-01 00:00:00+00`, `${epoch}.${wanted}`)).toBe(expected);
});

test("another database is no replica, however far it is", () => {
  expect(isAtLeast(`other.9.9.9.999.000000@2026`, `${epoch}.1.2.3.100.000000`)).toBe(false);
});
