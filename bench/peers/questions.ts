/** The measured queries as the peers are asked them, and their answers in the hub's shape: what is the same is compared, not believed. */
import { decodeId, encodeId } from "../../src/graph/base/ids.ts";
import type { QueryName, Variables } from "../reads/queries.ts";

type Row = Readonly<Record<string, unknown>>;
type Ask = (body: object) => Promise<unknown>;
export type Asking = {
  readonly document: string;
  /** Of the hub's. */
  variables(given: Variables): Variables;
  /** The peer's data as the hub gives it. */
  data(answer: never): unknown;
};

/** The same to the letter, but for the cursor: a facility's id stands for it. */
export const mercurius = (document: string): Asking => ({
  document: document.replace("$after: String", "$after: String!").replace("$until: DateTime", "$until: String"),
  variables: (given) => (given["afterId"] === undefined ? given : { after: given["afterId"] }),
  data: (answer: unknown) => answer,
});

const nodes = (rows: { readonly nodes: readonly Row[] }, told: (row: never) => unknown) => ({
  edges: rows.nodes.map((row) => ({ node: told(row as never) })),
});
const instant = (time: unknown) => (time === null ? null : new Date(time as string).toISOString());
const span = (earliest: unknown, latest: unknown) => ({ earliest: instant(earliest), latest: instant(latest) });
type Nodes = { readonly nodes: readonly Row[] };

/** PostGraphile makes its own names of the views; cursors are its own, and ids and times are in another text. */
export async function postgraphile(ask: Ask): Promise<Record<QueryName, Asking>> {
  const first = await ask({
    query: `{ allFacilities(first: 100, orderBy: [SORT_NAME_ASC, ROW_ID_ASC]) { edges { cursor node { rowId } } } }`,
  });
  const { edges } = (first as { data: { allFacilities: { edges: { cursor: string; node: { rowId: string } }[] } } }).data.allFacilities;
  const cursors = new Map(edges.map(({ cursor, node }) => [node.rowId, cursor]));
  const newestFirst = "orderBy: [WHEN_SORT_AT_DESC, ROW_ID_DESC]";
  return {
    typename: { document: "{ __typename }", variables: (given) => given, data: (answer) => answer },
    oneDetainee: {
      document: `query ($id: UUID!) { detaineeByRowId(rowId: $id) { name nationalities releasesByDetaineeId(first: 10, ${newestFirst}) {
        nodes { rowId whenEarliest whenLatest state conditions facilityByFacilityId { name } } } } }`,
      variables: ({ id }) => ({ id: decodeId(id as string).id }),
      data: ({ detaineeByRowId: person }: { detaineeByRowId: (Row & { releasesByDetaineeId: Nodes }) | null }) => ({
        detainee: person && {
          name: person["name"],
          nationalities: person["nationalities"],
          releases: nodes(person.releasesByDetaineeId, (each: Row) => ({
            id: encodeId("Release", each["rowId"] as string),
            when: span(each["whenEarliest"], each["whenLatest"]),
            ...{ state: each["state"], conditions: each["conditions"], facility: each["facilityByFacilityId"] },
          })),
        },
      }),
    },
    newestReleases: {
      document: `query ($until: Datetime!) { releasesUntil(until: $until, first: 50) { nodes { rowId detaineeByDetaineeId { name } facilityByFacilityId { name } whenEarliest whenLatest state
        claimsByReleaseId(first: 5, orderBy: [AS_OF_SORT_AT_DESC, PUBLISHED_SORT_AT_DESC, RECORDED_AT_DESC, ROW_ID_DESC]) { nodes { statement sourceByAssertedById { name } } } } } }`,
      variables: (given) => given,
      data: ({ releasesUntil }: { releasesUntil: Nodes }) => ({
        releases: nodes(releasesUntil, (each: Row & { claimsByReleaseId: Nodes }) => ({
          id: encodeId("Release", each["rowId"] as string),
          ...{ detainee: each["detaineeByDetaineeId"], facility: each["facilityByFacilityId"] },
          ...{ when: span(each["whenEarliest"], each["whenLatest"]), state: each["state"] },
          claims: nodes(each.claimsByReleaseId, ({ statement, sourceByAssertedById: assertedBy }: Row) => ({ statement, assertedBy })),
        })),
      }),
    },
    facilities: {
      document: `query ($after: Cursor) { allFacilities(first: 20, after: $after, orderBy: [SORT_NAME_ASC, ROW_ID_ASC]) { nodes { name detaineeCount
        verified: releasesByFacilityId(condition: { state: VERIFIED }) { totalCount }
        newest: releasesByFacilityId(first: 5, ${newestFirst}) { nodes { whenEarliest whenLatest detaineeByDetaineeId { name } } } } } }`,
      variables: ({ afterId }) => ({ after: cursors.get(afterId as string) }),
      data: ({ allFacilities }: { allFacilities: Nodes }) => ({
        facilities: nodes(
          allFacilities,
          ({ name, detaineeCount, verified, newest }: Row & { verified: { totalCount: number }; newest: Nodes }) => ({
            ...{ name, detaineeCount, releaseCount: verified.totalCount },
            releases: nodes(newest, (each: Row) => ({
              when: span(each["whenEarliest"], each["whenLatest"]),
              detainee: each["detaineeByDetaineeId"],
            })),
          }),
        ),
      }),
    },
    countSeries: {
      document: `query ($slug: String!) { sourceBySlug(slug: $slug) { name claimsByAssertedById(condition: { kind: COUNT, metric: RELEASED, facilityId: null, stands: true },
        orderBy: [AS_OF_SORT_AT_ASC, PUBLISHED_SORT_AT_ASC, RECORDED_AT_ASC, ROW_ID_ASC]) { nodes { asOfEarliest asOfLatest qualifier lower upper } } } }`,
      variables: (given) => given,
      data: ({ sourceBySlug: source }: { sourceBySlug: (Row & { claimsByAssertedById: Nodes }) | null }) => ({
        source: source && {
          name: source["name"],
          countSeries: source.claimsByAssertedById.nodes.map(({ asOfEarliest, asOfLatest, ...said }) => ({
            asOf: span(asOfEarliest, asOfLatest),
            ...said,
          })),
        },
      }),
    },
  };
}
