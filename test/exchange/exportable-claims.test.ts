import { expect, test } from "vitest";
import { exportable, type ClaimLink } from "../../src/exchange/export/exportable-claims.ts";

const superseded = new Date("2026-01-12T12:00:00Z");
const claim = (id: string, more: Partial<ClaimLink> = {}): ClaimLink => ({
  ...{ id, key: id, supersedesId: null, supersededAt: null, retraction: false },
  ...more,
});
const first = claim("first", { supersededAt: superseded });
const middle = claim("middle", { supersedesId: "first", supersededAt: superseded });
const last = claim("last", { supersedesId: "middle" });
const withdrawal = claim("withdrawal", { supersedesId: "first", retraction: true });

test.each<[string, ClaimLink[], string[]]>([
  ["a claim that stands", [claim("only")], ["only"]],
  ["a claim with all its corrections", [first, middle, last], ["first", "middle", "last"]],
  ["nothing of a claim whose correction is hidden: it would look as if it still stood", [first], []],
  ["nothing before a correction that is hidden", [first, middle], []],
  ["a correction, when what it corrects is hidden", [last], ["last"]],
  ["what is joined to the end, when something between is hidden", [first, last], ["last"]],
  ["a withdrawal with what it withdraws", [first, withdrawal], ["first", "withdrawal"]],
  ["no withdrawal of something hidden: it would look as if it asserted something", [withdrawal], []],
])("an export holds %s", (_what, seen, told) => {
  expect(exportable(seen).map(({ id }) => id)).toEqual(told);
});
