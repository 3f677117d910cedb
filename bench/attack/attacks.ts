/** What one address asks that wants everybody else to wait. */
import { seededRandom } from "../../kit/seeded-random.ts";

const dear: readonly ((nth: number) => string)[] = [
  () => "{ reconciliation(metric: RELEASED) { rows { source { name } hub { lower upper } verdict } } }",
  () => "{ reconciliation(metric: HELD) { rows { source { name } hub { lower upper } verdict } } }",
  (nth) => `{ reconciliation(metric: HELD, knownAt: "2025-12-${10 + (nth % 20)}T00:00:00Z") { hub { lower } } }`,
  () => "{ revolvingDoor { released rearrested } }",
  (nth) => `{ ${Array.from({ length: 20 }, (_, at) => `s${at}: search(text: "maria ${nth} ${at}", first: 20) { matched }`).join(" ")} }`,
  () => "{ tally(of: RELEASE, groupBy: [DAY, FACILITY]) { verified } }",
  () => "{ tally(of: RELEASE, groupBy: [MONTH, SEX]) { verified } }",
  () => "{ hubCountSeries(metric: HELD, every: MONTH) { hub { lower } } }",
  () =>
    `{ detainees(first: 100, filter: { nationality: "NI" }) { totalCount edges { node { name status timeline(first: 10) { edges { node { id } } } } } } }`,
  () => "{ facilities(first: 100) { edges { node { detaineeCount releaseCount } } } }",
  () => "{ releases(last: 100) { edges { node { claims(first: 10) { edges { node { statement assertedBy { name } } } } } } } }",
  () =>
    `{ claims(first: 50, filter: { kind: COUNT }) { edges { node { ... on CountClaim { gap { lower } revision { fall { upper } } } } } } }`,
];

/** The next that is sent: one of what is dear, or a document that is made up. */
export function attacks(nth: number): string {
  return nth % 5 === 4 ? madeUp(nth) : dear[nth % dear.length]!(nth);
}

const fields = [
  "releases",
  "detainees",
  "__schema",
  "name",
  "edges",
  "node",
  "claims",
  "first: 100",
  "(",
  ")",
  "{",
  "}",
  "{",
  "}",
  "@skip(if: false)",
  "...on Release",
  '"\\u0000"',
  "$x",
  "1e999",
];

function madeUp(nth: number): string {
  const random = seededRandom("attack", nth);
  const nested = `{ releases(first: 100) { edges { node ${"{ detainee { releases(first: 100) { edges { node ".repeat(nth % 12)}{ id }${" } } } }".repeat(nth % 12)} } } }`;
  return nth % 2 === 0 ? nested : `{ ${Array.from({ length: 400 }, () => random.oneOf(fields)).join(" ")} }`;
}
