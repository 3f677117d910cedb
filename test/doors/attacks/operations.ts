/** Operations that ask for what nobody may have, each with the code that answers it on every transport. */
import type { Request } from "./transports.ts";

export type Attack = {
  readonly what: string;
  readonly request: Request;
  readonly code: string;
  /** Where the request line is too long for it before anything reads it: 431. */
  readonly tooLongForGet?: boolean;
};

const times = (count: number, each: (nth: number) => string) => Array.from({ length: count }, (_, nth) => each(nth)).join(" ");
const nest = (levels: number, open: string, inside: string, close: string) => open.repeat(levels) + inside + close.repeat(levels);
const ofType = (levels: number) => nest(levels, "ofType { ", "name", " }");
const someIds = (count: number) =>
  Array.from({ length: count }, (_, nth) => btoa(`Source:00000000-0000-4000-8000-${String(nth).padStart(12, "0")}`));
const reconciliations = (count: number) => times(count, (nth) => `r${nth}: reconciliation(metric: HELD) { asOf }`);
const page = "pageInfo { hasNextPage }";

const tooLarge: readonly Omit<Attack, "code">[] = [
  { what: "20,000 tokens", request: { query: `{ ${times(20_000, () => "__typename")} }` }, tooLongForGet: true },
  { what: "501 times __typename", request: { query: `{ ${times(501, () => "__typename")} }` } },
  { what: "501 aliases of one field", request: { query: `{ ${times(501, (nth) => `a${nth}: __typename`)} }` } },
  {
    what: "501 fields in all, a few below each of many",
    request: { query: `{ ${times(168, (nth) => `a${nth}: policies { version id }`)} }` },
  },
  { what: "a depth of 17", request: { query: `{ facility(by: { slug: "x" }) { ${nest(15, "partOf { ", "name", " }")} } }` } },
  {
    what: "a depth of 17, through fragments",
    request: {
      query: `{ facility(by: { slug: "x" }) { ...F0 } } ${times(15, (nth) => `fragment F${nth} on Facility { partOf { ${nth < 14 ? `...F${nth + 1}` : "name"} } }`)}`,
    },
  },
  {
    what: "fragments that double thirty times",
    request: {
      query: `{ ...F0 } ${times(30, (nth) => `fragment F${nth} on Query { ${nth < 29 ? `...F${nth + 1} ...F${nth + 1}` : "__typename"} }`)}`,
    },
  },
  { what: "61 definitions", request: { query: `{ __typename } ${times(60, (nth) => `fragment F${nth} on Query { __typename }`)}` } },
  {
    what: "fields that the operation does not run, 1,501 of them",
    request: {
      query: `query A { __typename } ${times(4, (nth) => `query B${nth} { ${times(376, () => "__typename")} }`)}`,
      operationName: "A",
    },
    tooLongForGet: true,
  },
  { what: "introspection 17 deep", request: { query: `{ __schema { types { fields { type { ${ofType(13)} } } } } }` } },
  {
    what: "introspection of introspection, many times",
    request: { query: `{ ${times(40, (nth) => `s${nth}: __schema { types { fields { args { name } type { fields { name } } } } }`)} }` },
  },
  { what: "four reconciliations at once", request: { query: `{ ${reconciliations(4)} }` } },
  { what: "two revolving doors at once", request: { query: `{ ${times(2, (nth) => `r${nth}: revolvingDoor { rate }`)} }` } },
  { what: "a search, thirteen times", request: { query: `{ ${times(13, (nth) => `s${nth}: search(text: "a") { score }`)} }` } },
  { what: "forty lists, counted whole", request: { query: `{ ${times(40, (nth) => `l${nth}: claims(first: 1) { totalCount }`)} }` } },
  {
    what: "the same through a fragment",
    request: {
      query: `{ ${times(40, (nth) => `l${nth}: claims(first: 1) { ...Counted }`)} } fragment Counted on ClaimConnection { totalCount }`,
    },
  },
  {
    what: "thirty lists of another moment",
    request: {
      query: `{ ${times(30, (nth) => `l${nth}: claims(first: 1, knownAt: "2026-01-01T00:00:${nth + 10}Z") { edges { cursor } }`)} }`,
    },
  },
  {
    what: "twenty looks for words in claims",
    request: { query: `{ ${times(20, (nth) => `l${nth}: claims(first: 1, filter: { textContains: "${nth}" }) { edges { cursor } }`)} }` },
  },
  {
    what: "everybody by their status, twice",
    request: {
      query: `{ ${times(2, (nth) => `p${nth}: detainees(first: ${nth + 1}, filter: { status: UNKNOWN }) { edges { cursor } }`)} }`,
    },
  },
  {
    what: "a hundred and fifty lists of one entry, with a condition each",
    request: { query: `{ ${times(150, (nth) => `l${nth}: releases(first: 1, filter: { state: VERIFIED }) { edges { cursor } }`)} }` },
  },
  {
    what: "who is held in each of a hundred places",
    request: { query: "{ facilities(first: 100) { edges { node { heldNow(first: 1) { totalCount } } } } }" },
  },
  {
    what: "the stocks and flows of a hundred sources",
    request: { query: "{ sources(first: 100) { edges { node { stockFlow { residual { lower } } } } } }" },
  },
  {
    what: "the series of a hundred sources, in full",
    request: {
      query: "{ sources(first: 100) { edges { node { countSeries(metric: HELD) { id value asOf { edtf } revision { reason } } } } } }",
    },
  },
  {
    what: "three lists of a hundred in one another",
    request: {
      query: `{ facilities(first: 100) { edges { node { releases(first: 100) { edges { node { claims(first: 100) { ${page} } } } } } } } }`,
    },
  },
  {
    what: "three lists of a hundred, their size in a variable",
    request: {
      query: `query ($n: Int) { facilities(first: $n) { edges { node { releases(first: $n) { edges { node { claims(first: $n) { ${page} } } } } } } } }`,
      variables: { n: 100 },
    },
  },
  {
    what: "three lists of a hundred, their size in a default",
    request: {
      query: `query ($n: Int = 100) { facilities(first: $n) { edges { node { releases(first: $n) { edges { node { claims(first: $n) { ${page} } } } } } } } }`,
    },
  },
  {
    what: "three lists whose size is the default of the operation that runs, beside one with smaller ones",
    request: {
      query: `query B($n: Int = 1) { facilities(first: $n) { ${page} } } query A($n: Int = 100) { facilities(first: $n) { edges { node { releases(first: $n) { edges { node { claims(first: $n) { ${page} } } } } } } } }`,
      operationName: "A",
    },
  },
  {
    what: "a hundred nodes with lists of a hundred in a hundred",
    request: {
      query: `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Facility { releases(first: 100) { edges { node { claims(first: 20) { ${page} } } } } } } }`,
      variables: { ids: someIds(100) },
    },
  },
  { what: "a literal of a hundred lists in one another", request: { query: `{ nodes(ids: ${nest(100, "[", '"x"', "]")}) { id } }` } },
  {
    what: "a literal of a hundred objects in one another",
    request: { query: `{ releases(filter: ${nest(100, "{ a: ", "1", "}")}) { ${page} } }` },
  },
  {
    what: "a variable that nothing uses, nested",
    request: { query: "{ __typename }", variables: { x: JSON.parse(nest(100, "[", "1", "]")) as unknown } },
  },
];

const invalid: readonly Omit<Attack, "code">[] = [
  { what: "a page of 101", request: { query: `{ sources(first: 101) { ${page} } }` } },
  { what: "a page of minus one", request: { query: `{ sources(last: -1) { ${page} } }` } },
  { what: "a page of 101 in a variable", request: { query: `query ($n: Int) { sources(first: $n) { ${page} } }`, variables: { n: 101 } } },
  { what: "a page of 101 as a default", request: { query: `query ($n: Int = 101) { sources(first: $n) { ${page} } }` } },
  {
    what: "a page of 101 as the default of the operation that runs, beside one with a good default",
    request: {
      query: `query B($n: Int = 1) { sources(first: $n) { ${page} } } query A($n: Int = 101) { sources(first: $n) { ${page} } }`,
      operationName: "A",
    },
  },
  {
    what: "the same, the good one last",
    request: {
      query: `query A($n: Int = 101) { sources(first: $n) { ${page} } } query B($n: Int = 1) { sources(first: $n) { ${page} } }`,
      operationName: "A",
    },
  },
  { what: "a page of 101 in a fragment", request: { query: `{ ...F } fragment F on Query { sources(first: 101) { ${page} } }` } },
  { what: "first and last", request: { query: `{ sources(first: 1, last: 1) { ${page} } }` } },
  { what: "101 nodes", request: { query: "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", variables: { ids: someIds(101) } } },
  { what: "a NUL in a text", request: { query: String.raw`{ search(text: "a\u0000b") { score } }` } },
  { what: "a NUL in a variable", request: { query: "query ($t: String!) { search(text: $t) { score } }", variables: { t: "a\u0000b" } } },
  {
    what: "a search for 201 characters",
    request: { query: "query ($t: String!) { search(text: $t) { score } }", variables: { t: "a".repeat(201) } },
  },
];

const others: readonly Attack[] = [
  { what: "no GraphQL", request: { query: "}{" }, code: "GRAPHQL_PARSE_FAILED" },
  { what: "a string without an end", request: { query: '{ search(text: "' }, code: "GRAPHQL_PARSE_FAILED" },
  { what: "a byte order mark alone", request: { query: "\uFEFF" }, code: "GRAPHQL_PARSE_FAILED" },
  { what: "an unknown field", request: { query: "{ nope }" }, code: "GRAPHQL_VALIDATION_FAILED" },
  {
    what: "a fragment that spreads itself",
    request: { query: "{ ...F } fragment F on Query { ...F }" },
    code: "GRAPHQL_VALIDATION_FAILED",
  },
  {
    what: "fragments that spread one another",
    request: { query: "{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }" },
    code: "GRAPHQL_VALIDATION_FAILED",
  },
  {
    what: "five hundred directives on one field",
    request: { query: `{ __typename ${times(500, () => "@include(if: true)")} }` },
    code: "GRAPHQL_VALIDATION_FAILED",
  },
  {
    what: "five hundred fields of one name that differ",
    request: { query: `{ ${times(250, (nth) => `a: node(id: "${nth}") { id }`)} }` },
    code: "GRAPHQL_VALIDATION_FAILED",
  },
  {
    what: "a metric that is null where the default hides it, beside what costs much",
    request: {
      query: `query ($m: CountMetric = HELD) { a: reconciliation(metric: $m) { asOf } ${times(15, (nth) => `r${nth}: reconciliation(metric: HELD) { asOf }`)} }`,
      variables: { m: null },
    },
    code: "BAD_USER_INPUT|QUERY_TOO_LARGE",
  },
  {
    what: "a variable of the wrong type",
    request: { query: "query ($t: String!) { search(text: $t) { score } }", variables: { t: 1 } },
    code: "BAD_USER_INPUT",
  },
  {
    what: "an operation that the document does not have",
    request: { query: "query A { __typename }", operationName: "B" },
    code: "OPERATION_RESOLUTION_FAILURE|GRAPHQL_VALIDATION_FAILED",
  },
  {
    what: "two operations and no name",
    request: { query: "query A { __typename } query B { __typename }" },
    code: "OPERATION_RESOLUTION_FAILURE|GRAPHQL_VALIDATION_FAILED",
  },
  { what: "a document that nobody knows", request: { documentId: `sha256:${"0".repeat(64)}` }, code: "PERSISTED_QUERY_NOT_SUPPORTED" },
  {
    what: "a document by the name of something that every object has",
    request: { documentId: "__proto__" },
    code: "PERSISTED_QUERY_NOT_SUPPORTED",
  },
  {
    what: "an automatic persisted query",
    request: { extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } },
    code: "PERSISTED_QUERY_NOT_SUPPORTED",
  },
  { what: "a list that needs ADMIN", request: { query: "{ apiKeys { id } }" }, code: "UNAUTHENTICATED" },
  { what: "webhooks without a key", request: { query: "{ webhooks { id } }" }, code: "UNAUTHENTICATED" },
];

/** Operations that look like attacks and are none. */
export const innocents: readonly Omit<Attack, "code">[] = [
  {
    what: "a bad default of an operation that does not run",
    request: { query: `query A { __typename } query B($n: Int = 101) { sources(first: $n) { ${page} } }`, operationName: "A" },
  },
  {
    what: "a bad page of an operation that does not run",
    request: { query: `query A { __typename } query B { sources(first: 101) { ${page} } }`, operationName: "A" },
  },
  { what: "500 aliases", request: { query: `{ ${times(500, (nth) => `a${nth}: __typename`)} }` } },
  {
    what: "a hundred people with what an analyst wants of each",
    request: { query: "{ detainees(first: 100) { edges { node { id name status facility { name } detentions { ordinal end } } } } }" },
  },
];

export const attacks: readonly Attack[] = [
  ...tooLarge.map((attack) => ({ ...attack, code: "QUERY_TOO_LARGE" })),
  ...invalid.map((attack) => ({ ...attack, code: "INVALID_INPUT" })),
  ...others,
];
