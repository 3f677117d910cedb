/** Mercurius with its compiler, hand-written SQL and its loaders: one prepared statement for each level of an answer. It takes the hub's own documents; of a page it takes the facility that it comes after. */
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type pgModule from "pg";
import { decodeId } from "../../src/graph/base/ids.ts";
import { beChild } from "../base/child.ts";
import { heldHere } from "../reads/held-here.ts";

type Row = Readonly<Record<string, unknown>>;
type Asked = { readonly obj: Row; readonly params: { readonly first?: number } };
type App = {
  register(plugin: unknown, options: object): void;
  listen(options: object): Promise<string>;
  close(): Promise<void>;
  readonly server: { address(): AddressInfo };
};
const from = createRequire(join(process.argv[3]!, "package.json"));

const schema = `
  type Query {
    detainee(id: ID!): Detainee
    releases(first: Int!, filter: ReleaseFilter!): ReleaseConnection!
    facilities(first: Int!, after: String!): FacilityConnection!
    source(by: SourceBy!): Source
  }
  input ReleaseFilter { until: String }
  input SourceBy { slug: String! }
  type Detainee { name: String!, nationalities: [String!]!, releases(first: Int!): ReleaseConnection! }
  type Facility { name: String!, detaineeCount: Int!, releaseCount(state: State): Int!, releases(first: Int!): ReleaseConnection! }
  enum State { REPORTED CORROBORATED VERIFIED CONTESTED REFUTED }
  type Source { name: String!, countSeries(metric: Metric!): [Count!]! }
  enum Metric { RELEASED }
  type Span { earliest: String, latest: String }
  type Count { asOf: Span!, qualifier: String!, lower: Float, upper: Float }
  type Claim { statement: String!, assertedBy: Source! }
  type Release { id: ID!, when: Span!, state: String!, conditions: [String!]!, facility: Facility, detainee: Detainee!, claims(first: Int!): ClaimConnection! }
  type ReleaseConnection { edges: [ReleaseEdge!]! } type ReleaseEdge { node: Release! }
  type FacilityConnection { edges: [FacilityEdge!]! } type FacilityEdge { node: Facility! }
  type ClaimConnection { edges: [ClaimEdge!]! } type ClaimEdge { node: Claim! }`;

const instant = (column: string, name: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "${name}"`;
const release = `encode(convert_to('Release:' || r."id", 'UTF8'), 'base64') AS "id", r."id" AS "key", r."detaineeId", r."facilityId", r."state"::text, r."conditions"::text[],
  ${instant(`r."whenEarliest"`, "earliest")}, ${instant(`r."whenLatest"`, "latest")}`;
const ofReleases = `r."type" = 'RELEASE' AND r."visibility" = 'PUBLIC'`;
const newestFirst = `ORDER BY r."whenSortAt" DESC, r."id" DESC LIMIT`;
const releasesOf = (column: string) =>
  `SELECT o.id AS "of", r.* FROM unnest($1::uuid[]) o(id), LATERAL (SELECT ${release} FROM "CustodyEvent" r WHERE r."${column}" = o.id AND ${ofReleases} ${newestFirst} $2) r`;
const connection = (rows: readonly Row[]) => ({ edges: rows.map((node) => ({ node })) });
const when = ({ earliest, latest }: Row) => ({ earliest, latest });

await beChild(async (databaseUrl) => {
  const { fastify } = from("fastify") as { fastify(options: object): App };
  const { Pool } = from("pg") as typeof pgModule;
  const pool = new Pool({ connectionString: databaseUrl, max: 10, options: "-c TimeZone=UTC" });
  const names = new Map<string, string>();
  const rows = async (text: string, ...values: unknown[]): Promise<Row[]> => {
    const name = names.get(text) ?? `m${names.size}`;
    names.set(text, name);
    return (await pool.query<Record<string, unknown>>({ name, text, values })).rows;
  };
  const keys = (asked: readonly Asked[], column: string) => [...new Set(asked.map(({ obj }) => obj[column]).filter((key) => key != null))];
  const one = (text: string, column: string) => async (asked: readonly Asked[]) => {
    const found = new Map((await rows(text, keys(asked, column))).map((row) => [row["key"], row]));
    return asked.map(({ obj }) => found.get(obj[column]) ?? null);
  };
  const many = async (text: string, asked: readonly Asked[]) => {
    const found = Map.groupBy(await rows(text, keys(asked, "key"), asked[0]!.params.first), (row) => row["of"]);
    return asked.map(({ obj }) => connection(found.get(obj["key"]) ?? []));
  };
  const number = (text: string) => async (asked: readonly Asked[]) => {
    const found = new Map((await rows(text, keys(asked, "key"))).map((row) => [row["key"], Number(row["many"])]));
    return asked.map(({ obj }) => found.get(obj["key"]) ?? 0);
  };
  const first = async (text: string, value: unknown) => (await rows(text, value))[0] ?? null;
  const resolvers = {
    Query: {
      detainee: (_: unknown, { id }: { id: string }) =>
        first(`SELECT "id" AS "key", "name", "nationalities" FROM "Detainee" WHERE "id" = $1 AND "visibility" = 'PUBLIC'`, decodeId(id).id),
      releases: async (_: unknown, { first: many, filter: { until } }: { first: number; filter: { until: string } }) =>
        connection(
          await rows(
            `SELECT ${release} FROM "CustodyEvent" r WHERE ${ofReleases} AND r."whenSortAt" <= $1 AND r."whenLatest" <= $1 ${newestFirst} $2`,
            until,
            many,
          ),
        ),
      facilities: async (_: unknown, { first: many, after }: { first: number; after: string }) =>
        connection(
          await rows(
            `SELECT "id" AS "key", "name" FROM "Facility" WHERE "visibility" = 'PUBLIC' AND ("sortName", "id") > (SELECT "sortName", "id" FROM "Facility" WHERE "id" = $1) ORDER BY "sortName", "id" LIMIT $2`,
            after,
            many,
          ),
        ),
      source: (_: unknown, { by: { slug } }: { by: { slug: string } }) =>
        first(`SELECT "id" AS "key", "name" FROM "Source" WHERE "slug" = $1 AND "visibility" = 'PUBLIC'`, slug),
    },
    Source: {
      countSeries: ({ key }: Row) =>
        rows(
          `SELECT ${instant(`c."asOfEarliest"`, "earliest")}, ${instant(`c."asOfLatest"`, "latest")}, c."qualifier"::text, c."lower", c."upper" FROM "Claim" c
           WHERE c."assertedById" = $1 AND c."kind" = 'COUNT' AND c."metric" = 'RELEASED' AND c."facilityId" IS NULL AND c."supersededAt" IS NULL AND NOT c."retraction" AND c."visibility" = 'PUBLIC'
           ORDER BY c."asOfSortAt", c."publishedSortAt", c."recordedAt", c."id"`,
          key,
        ),
    },
    Count: { asOf: when },
    Release: { when },
  };
  const loaders = {
    Detainee: { releases: (asked: Asked[]) => many(releasesOf("detaineeId"), asked) },
    Facility: {
      releases: (asked: Asked[]) => many(releasesOf("facilityId"), asked),
      detaineeCount: number(`SELECT p.id AS "key", ${heldHere("p.id")} AS "many" FROM unnest($1::uuid[]) p(id)`),
      releaseCount: number(
        `SELECT r."facilityId" AS "key", count(*) AS "many" FROM "CustodyEvent" r WHERE r."facilityId" = ANY ($1::uuid[]) AND r."state" = 'VERIFIED' AND ${ofReleases} GROUP BY 1`,
      ),
    },
    Release: {
      detainee: one(`SELECT "id" AS "key", "name" FROM "Detainee" WHERE "id" = ANY ($1::uuid[])`, "detaineeId"),
      facility: one(`SELECT "id" AS "key", "name" FROM "Facility" WHERE "id" = ANY ($1::uuid[]) AND "visibility" = 'PUBLIC'`, "facilityId"),
      claims: (asked: Asked[]) =>
        many(
          `SELECT o.id AS "of", c.* FROM unnest($1::uuid[]) o(id), LATERAL (SELECT c."statement", c."assertedById" FROM "Claim" c WHERE c."eventId" = o.id AND c."visibility" = 'PUBLIC'
             ORDER BY c."asOfSortAt" DESC, c."publishedSortAt" DESC, c."recordedAt" DESC, c."id" DESC LIMIT $2) c`,
          asked,
        ),
    },
    Claim: { assertedBy: one(`SELECT "id" AS "key", "name" FROM "Source" WHERE "id" = ANY ($1::uuid[])`, "assertedById") },
  };
  const app = fastify({ logger: false });
  app.register(from("mercurius"), { schema, resolvers, loaders, jit: 1 });
  await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    url: `http://127.0.0.1:${app.server.address().port}/graphql`,
    async stop() {
      await app.close();
      await pool.end();
    },
  };
});
