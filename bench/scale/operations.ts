/** What is measured at each size: every kind of question that anybody may ask, with the variables that make it work hardest. */
import type pg from "pg";
import { encodeId } from "../../src/graph/base/ids.ts";
import { dearOperations } from "./dear-operations.ts";

export type Variables = Readonly<Record<string, unknown>>;
export type Operation = {
  readonly title: string;
  readonly document: string;
  readonly variables: Variables;
};
type Ask = (document: string) => Promise<unknown>;

const person = "status statusSince { edtf } facility { name } timeline(first: 20) { edges { node { __typename when { edtf } } } }";
const hub = "hub { verified lower upper corroborated reported contested }";
const reconciliation = (metric: string) =>
  `{ reconciliation(metric: ${metric}) { ${hub} rows { source { slug } ${hub} reasons gap { lower upper } verdict } } }`;

const lists: Readonly<Record<string, string>> = {
  detainees: "id name nationalities",
  releases: "id detainee { name } facility { name } when { edtf } state",
  custodyEvents: "__typename id detainee { name } when { edtf }",
  claims: "id statement assertedBy { name } asOf { edtf }",
  documents: "id title publisher { name }",
};

const filters: readonly (readonly [string, string, string])[] = [
  ["releases in the middle of the time", "releases", `since: "2025-03-01T00:00:00Z", until: "2025-06-01T00:00:00Z"`],
  ["releases of one nationality", "releases", 'nationality: "IT"'],
  ["releases of a nationality that nobody has", "releases", 'nationality: "NI"'],
  ["releases contested, with a condition", "releases", "state: CONTESTED, condition: TRAVEL_BAN"],
  ["releases at a stage of a year without any", "releases", `stage: ORDERED, until: "2020-01-01T00:00:00Z"`],
  ["people of one nationality", "detainees", 'nationality: "CO"'],
  ["people of a nationality that nobody has", "detainees", 'nationality: "NI"'],
  ["minors, of whom there are none", "detainees", "ageGroup: MINOR"],
  ["people with a common name", "detainees", `nameContains: "maría"`],
  ["people with a rare name", "detainees", `nameContains: "pérez rojas 4711"`],
  ["people with a name that nobody has", "detainees", `nameContains: "zzyzx"`],
  ["people with two letters in the name", "detainees", `nameContains: "zz"`],
  ["events refuted", "custodyEvents", "state: REFUTED"],
  ["deaths, of which there are none", "custodyEvents", "type: DEATH"],
  ["events of a year without any", "custodyEvents", `until: "2001-01-01T00:00:00Z"`],
  ["claims of a unit that nobody counts", "claims", "unit: FAMILIES"],
  ["claims retracted, of which there are none", "claims", "status: RETRACTED"],
  ["claims that dispute", "claims", "stance: DISPUTES"],
];

/** The operations on a generated database: what has to be known of it is asked of the hub. */
export async function operationsOn(client: pg.Client, ask: Ask): Promise<Operation[]> {
  const drawn = async (sql: string) => (await client.query<{ drawn: string }>(sql)).rows[0]!.drawn;
  const detainee = await drawn(
    `SELECT "detaineeId" AS drawn FROM "CustodyEvent" WHERE "type" = 'RELEASE' AND "visibility" = 'PUBLIC' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
  );
  const [personId, placeId] = [encodeId("Detainee", detainee), encodeId("Facility", await drawn(`SELECT uid('facility', 1) AS drawn`))];
  const sourceId = encodeId("Source", await drawn(`SELECT uid('source', 2) AS drawn`));
  const knownAt = "2026-02-01T00:00:00Z";

  const operations: Operation[] = [];
  const add = (title: string, document: string, variables: Variables = {}) => operations.push({ title, document, variables });
  const page = (list: string, args: string) => `{ ${list}(${args}) { edges { cursor node { ${lists[list]} } } } }`;

  add("{__typename}", "{ __typename }");
  for (const list of Object.keys(lists)) {
    add(`${list}, first page`, page(list, "first: 50"));
    const answer = (await ask(`{ ${list}(last: 50) { pageInfo { startCursor } } }`)) as Record<
      string,
      { pageInfo: { startCursor: string } }
    >;
    add(`${list}, last but one page`, page(list, `first: 50, after: "${answer[list]!.pageInfo.startCursor}"`));
  }
  for (const [title, list, filter] of filters) add(title, page(list, `first: 50, filter: { ${filter} }`));
  add("people held at a place", page("detainees", `first: 50, filter: { facility: "${placeId}" }`));
  add("events at a place", page("custodyEvents", `first: 50, filter: { facility: "${placeId}" }`));
  add("claims of a source", page("claims", `first: 50, filter: { source: "${sourceId}" }`));
  const search = (text: string) => `{ search(text: "${text}", first: 20) { matched score node { __typename ... on Detainee { name } } } }`;
  add("search of a common first name", search("maria"));
  add("search of a common name", search("jose perez rojas"));
  add("search of a whole name", search("nelida colmenares salazar 1234"));
  add("search of a name that nobody has", search("wojciech brzezinski"));
  add("search of three letters", search("mar"));
  add("person", `{ detainee(id: "${personId}") { name ${person} claims(first: 10) { edges { node { statement } } } } }`);
  add(
    "person knownAt",
    `{ detainee(id: "${personId}", knownAt: "${knownAt}") @inheritClocks { name ${person} } }`.replace("@inheritClocks ", ""),
  );
  const place = (clocks: string) =>
    `{ facility(by: { id: "${placeId}" }) { name detaineeCount${clocks} releaseCount${clocks} releases(first: 20) { edges { node { id } } } countClaims(first: 20) { edges { node { id } } } } }`;
  add("place", place(""));
  add("place knownAt", place(`(knownAt: "${knownAt}")`));
  add(
    "person knownAt, status",
    `{ detainee(id: "${personId}") { status(knownAt: "${knownAt}") detentions(knownAt: "${knownAt}") { ordinal } } }`,
  );
  add("who was ever held at a place", `{ facility(by: { id: "${placeId}" }) { detainees(first: 20) { edges { node { name } } } } }`);
  add("queue", `{ verificationQueue(first: 50) { edges { node { id detainee { name } } } } }`);
  add("queue of arrests", `{ decisionQueue(type: ARREST, first: 50) { edges { node { id detainee { name } } } } }`);
  add("totalCount of people", "{ detainees(first: 1) { totalCount } }");
  add("totalCount of releases", "{ releases(first: 1) { totalCount } }");
  add("detaineeCount of 100 facilities", "{ facilities(first: 100) { edges { node { name detaineeCount } } } }");
  add("detaineeCount of 20 facilities knownAt", `{ facilities(first: 20) { edges { node { detaineeCount(knownAt: "${knownAt}") } } } }`);
  add("sources { claims(first: 1) }", "{ sources(first: 50) { edges { node { name claims(first: 1) { edges { node { id } } } } } } }");
  add("suggestMatches", `{ suggestMatches(detainee: "${personId}", first: 10) { score record { __typename } } }`);
  const counts = (field: string) =>
    `{ claims(first: 50, filter: { kind: COUNT, source: "${sourceId}" }) { edges { node { ... on CountClaim { ${field} } } } } }`;
  add("revision of 50 claims", counts("revision { fall { upper } }"));
  add("gap of 50 claims", counts("gap { lower upper verdict reasons }"));
  add("revolvingDoor", "{ revolvingDoor { released rearrested possiblyReleased possiblyRearrested } }");
  for (const metric of ["RELEASED", "HELD"]) add(`reconciliation ${metric}`, reconciliation(metric));
  add("reconciliation RELEASED knownAt", reconciliation("RELEASED").replace("(", `(knownAt: "${knownAt}", `));
  add("reconciliation HELD of a place", reconciliation("HELD").replace("HELD", `HELD, facility: "${placeId}"`));
  add("tally by month and sex", "{ tally(of: RELEASE, groupBy: [MONTH, SEX]) { keys { value } verified lower upper } }");
  for (const metric of ["RELEASED", "HELD"])
    add(`hubCountSeries ${metric} by month`, `{ hubCountSeries(metric: ${metric}, every: MONTH) { at ${hub} } }`);
  for (const [title, document] of dearOperations) add(title, document);
  return operations;
}
