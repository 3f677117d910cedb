/** What is measured: four reads that the hub exists for, and one of nothing, each with the variables of many requests, so that two in a row are rarely the same. */
import type pg from "pg";
import { decodeId, encodeId } from "../../src/graph/base/ids.ts";
import { size } from "../base/generate.ts";

export type Variables = Readonly<Record<string, unknown>>;

export type Query = {
  readonly title: string;
  readonly document: string;
  /** The variables of the requests that are measured. What only the hub can make, such as a cursor, is asked of it. */
  draw(client: pg.Client, askHub: (query: string) => Promise<unknown>): Promise<Variables[]>;
  /** Variables whose answers are only compared: records that must be hidden. */
  readonly hidden?: (client: pg.Client) => Promise<Variables[]>;
  /** The least number of entries of a list in the answer: an empty list would be fast. */
  readonly whole?: { readonly path: string; readonly entries: number };
};

// Which rows are drawn follows from their ids alone: the same ones in every run.
const drawn = async (client: pg.Client, sql: string) => (await client.query<{ drawn: string }>(sql)).rows.map((row) => row.drawn);

const oneDetainee: Query = {
  title: "one detainee with releases",
  document: `query ($id: ID!) {
    detainee(id: $id) { name nationalities releases(first: 10) { edges { node { id when { earliest latest } state conditions facility { name } } } } }
  }`,
  draw: (client) => detaineesWithReleases(client, "= 'PUBLIC'", 1600),
  hidden: (client) => detaineesWithReleases(client, "<> 'PUBLIC'", 5),
  whole: { path: "detainee.releases.edges", entries: 1 },
};

async function detaineesWithReleases(client: pg.Client, visibility: string, many: number): Promise<Variables[]> {
  const ids = await drawn(
    client,
    `SELECT DISTINCT "detaineeId" AS drawn FROM "CustodyEvent" WHERE "type" = 'RELEASE' AND "visibility" ${visibility} ORDER BY 1 LIMIT ${many}`,
  );
  return ids.map((id) => ({ id: encodeId("Detainee", id) }));
}

// Up to a moment of its own for each request: to the database that is the newest fifty of another day.
const newestReleases: Query = {
  title: "the newest 50 releases with people, places and claims",
  document: `query ($until: DateTime) {
    releases(first: 50, filter: { until: $until }) {
      edges { node { id detainee { name } facility { name } when { earliest latest } state claims(first: 5) { edges { node { statement assertedBy { name } } } } } }
    }
  }`,
  draw: async () =>
    Array.from({ length: 320 }, (_, n) => ({ until: new Date(Date.UTC(2025, 1, 1) + n * 86_400_000 + 3_600_000).toISOString() })),
  whole: { path: "releases.edges", entries: 50 },
};

type Cursors = { data: { facilities: { edges: { cursor: string; node: { id: string } }[] } } };

// A page after each of the first facilities. The floor, which cannot open the cursor, is told its facility in a variable that the document does not declare.
const facilities: Query = {
  title: "20 facilities, two counts and the 5 newest releases each",
  document: `query ($after: String) {
    facilities(first: 20, after: $after) {
      edges { node { name detaineeCount releaseCount(state: VERIFIED) releases(first: 5) { edges { node { when { earliest latest } detainee { name } } } } } }
    }
  }`,
  async draw(_client, askHub) {
    const first = Math.min(100, Math.floor(size.facilities * 0.75));
    const { data } = (await askHub(`{ facilities(first: ${first}) { edges { cursor node { id } } } }`)) as Cursors;
    return data.facilities.edges.map(({ cursor, node }) => ({ after: cursor, afterId: decodeId(node.id).id }));
  },
  whole: { path: "facilities.edges", entries: 20 },
};

const countSeries: Query = {
  title: `a series of ${size.seriesPoints} counts`,
  document: `query ($slug: String!) {
    source(by: { slug: $slug }) { name countSeries(metric: RELEASED) { asOf { earliest latest } qualifier lower upper } }
  }`,
  draw: async () => Array.from({ length: size.seriesSources }, (_, n) => ({ slug: `source-${n + 1}` })),
  hidden: async () => [{ slug: "source-40" }, { slug: "no-such-source" }],
  whole: { path: "source.countSeries", entries: size.seriesPoints },
};

/** What a request costs in which nothing is read. */
const typename: Query = { title: "`{ __typename }`", document: "{ __typename }", draw: async () => [{}] };

export const queries = { oneDetainee, newestReleases, facilities, countSeries, typename } as const;
export type QueryName = keyof typeof queries;
