import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");

// Where one end of a span may be compared: the algebra itself, what says it in SQL, and the tie-breaks of the order in which a timeline is told.
const mayCompare = new Set([
  "src/domain/custody/facility-counts.ts", // happenedBy, in SQL
  "src/domain/reconciliation/reconcile.ts", // the end of currencyOf, in SQL
  "src/domain/history/published.ts", // happenedBy, of a page: no later than its recording
  "src/page/charts/claims/picture.ts", // how marks are laid out
  "src/domain/reconciliation/hub-side.ts", // where a series begins: at the first moment at which anything can have happened
  "src/domain/reconciliation/read-lots.ts", // of a person with one event its own ends; others go by the rule
  "src/domain/reconciliation/read-stock.ts", // happenedBy of alike turns, in SQL: held to the rule by sweeps.long.test.ts
  "src/domain/reconciliation/stock-turns.ts", // the sweep over them, likewise
  "src/domain/timeline/orders.ts", // inTellingOrder and the sweep of clustersOf
  "src/domain/verification/policy.ts", // how wide a time is
  "src/domain/matching/people.ts", // how far two births overlap
  "src/domain/reconciliation/stock-flow.ts", // see below
]);
// Series and stock-flow order claims by the end of their as-of until counts have windows there too.
const comparesSortingMoments = new Set(["src/domain/reconciliation/series.ts", "src/domain/reconciliation/stock-flow.ts"]);

const sources = globSync("src/**/*.ts", { cwd: root }).filter(
  (file) => !file.includes("generated") && !file.startsWith("src/domain/time/"),
);
const offending = (pattern: RegExp, allowed: ReadonlySet<string>) =>
  sources
    .filter((file) => !allowed.has(file))
    .flatMap((file) =>
      readFileSync(join(root, file), "utf8")
        .split("\n")
        .filter((line) => pattern.test(line.replace(/=>/g, "")) && !/^\s*(\/?\*|\/\/)/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );

const end = "(earliest|latest|Earliest|Latest)";

it("nothing orders or counts by one end of a span, but through the algebra", () => {
  const compared = new RegExp(`\\b\\w*${end}"?[!?]?(\\.getTime\\(\\))?\\s*(<=?|>=?|-)\\s|(<=?|>=?|-)\\s*\\S*\\b\\w*${end}\\b`);
  const sorted = new RegExp(`(orderBy|ORDER BY|min\\(|max\\().*${end}`);
  expect(offending(compared, mayCompare)).toEqual([]);
  expect(offending(sorted, mayCompare)).toEqual([]);
});

it("nothing but a list goes by a sorting moment", () => {
  expect(offending(/SortAt"?\s*(<=?|>=?|-)\s|(<=?|>=?|-)\s*\S*SortAt/, comparesSortingMoments)).toEqual([]);
});
