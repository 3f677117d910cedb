/**
 * The floor: a server hand-written for these requests alone. One prepared statement each, whose single value is the response text; node:http sends it. It reads the same request, applies
 * the same rule of visibility and gives the same answer as the hub.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { beChild } from "../base/child.ts";
import { heldHere } from "./held-here.ts";
import { queries, type QueryName, type Variables } from "./queries.ts";

const object = (fields: Record<string, string>) =>
  `json_build_object(${Object.entries(fields)
    .map(([name, value]) => `'${name}', ${value}`)
    .join(", ")})`;
// The session's time zone is UTC, so that a time needs no conversion before it is written as the hub writes it.
const instant = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const span = (earliest: string, latest: string) => object({ earliest: instant(earliest), latest: instant(latest) });
const name = (table: string) => object({ name: `${table}."name"` });
// No line breaks to strip: PostgreSQL makes them after 76 characters, and these are 60.
const releaseId = `encode(convert_to('Release:' || r."id", 'UTF8'), 'base64')`;
const edges = (node: string, order: string, from: string) =>
  object({ edges: `COALESCE((SELECT json_agg(${object({ node })} ORDER BY ${order}) FROM ${from}), '[]')` });
const data = (field: string, value: string) => `SELECT ${object({ data: object({ [field]: value }) })}::text`;
const facilityOrNull = `CASE WHEN f."id" IS NOT NULL THEN ${name("f")} END`;
const releaseOrder = `r."whenSortAt" DESC, r."id" DESC`;
const releases = (where: string, limit: number) =>
  `(SELECT * FROM "CustodyEvent" r WHERE ${where} AND r."type" = 'RELEASE' AND r."visibility" = 'PUBLIC' ORDER BY ${releaseOrder} LIMIT ${limit}) r`;
const withFacility = `LEFT JOIN "Facility" f ON f."id" = r."facilityId" AND f."visibility" = 'PUBLIC'`;
const withDetainee = `JOIN "Detainee" d ON d."id" = r."detaineeId"`;

const oneDetainee = data(
  "detainee",
  `(SELECT ${object({
    name: `d."name"`,
    nationalities: `d."nationalities"`,
    releases: edges(
      object({
        id: releaseId,
        when: span(`r."whenEarliest"`, `r."whenLatest"`),
        state: `r."state"`,
        conditions: `r."conditions"`,
        facility: facilityOrNull,
      }),
      releaseOrder,
      `${releases(`r."detaineeId" = d."id"`, 10)} ${withFacility}`,
    ),
  })} FROM "Detainee" d WHERE d."id" = $1 AND d."visibility" = 'PUBLIC')`,
);

// What may have been so later is not up to the moment; sorted is by no later one than the last.
const newestReleases = data(
  "releases",
  edges(
    object({
      id: releaseId,
      detainee: name("d"),
      facility: facilityOrNull,
      when: span(`r."whenEarliest"`, `r."whenLatest"`),
      state: `r."state"`,
      claims: edges(
        object({ statement: `c."statement"`, assertedBy: name("s") }),
        `c."asOfSortAt" DESC, c."publishedSortAt" DESC, c."recordedAt" DESC, c."id" DESC`,
        `(SELECT * FROM "Claim" c WHERE c."eventId" = r."id" AND c."visibility" = 'PUBLIC' ORDER BY c."asOfSortAt" DESC, c."publishedSortAt" DESC, c."recordedAt" DESC, c."id" DESC LIMIT 5) c
           JOIN "Source" s ON s."id" = c."assertedById"`,
      ),
    }),
    releaseOrder,
    `${releases(`r."whenSortAt" <= $1 AND r."whenLatest" <= $1`, 50)} ${withDetainee} ${withFacility}`,
  ),
);

const facilities = data(
  "facilities",
  edges(
    object({
      name: `p."name"`,
      detaineeCount: heldHere(`p."id"`),
      releaseCount: `(SELECT count(*) FROM "CustodyEvent" r WHERE r."facilityId" = p."id" AND r."type" = 'RELEASE' AND r."state" = 'VERIFIED' AND r."visibility" = 'PUBLIC')`,
      releases: edges(
        object({ when: span(`r."whenEarliest"`, `r."whenLatest"`), detainee: name("d") }),
        releaseOrder,
        `${releases(`r."facilityId" = p."id"`, 5)} ${withDetainee}`,
      ),
    }),
    `p."sortName", p."id"`,
    `(SELECT * FROM "Facility" p WHERE p."visibility" = 'PUBLIC' AND (p."sortName", p."id") > (SELECT "sortName", "id" FROM "Facility" WHERE "id" = $1)
        ORDER BY p."sortName", p."id" LIMIT 20) p`,
  ),
);

const countSeries = data(
  "source",
  `(SELECT ${object({
    name: `s."name"`,
    countSeries: `COALESCE((SELECT json_agg(${object({
      asOf: span(`c."asOfEarliest"`, `c."asOfLatest"`),
      qualifier: `c."qualifier"`,
      lower: `c."lower"`,
      upper: `c."upper"`,
    })} ORDER BY c."asOfSortAt", c."publishedSortAt", c."recordedAt", c."id") FROM "Claim" c WHERE c."assertedById" = s."id" AND c."kind" = 'COUNT' AND c."metric" = 'RELEASED' AND c."facilityId" IS NULL
      AND c."supersededAt" IS NULL AND NOT c."retraction" AND c."visibility" = 'PUBLIC'), '[]')`,
  })} FROM "Source" s WHERE s."slug" = $1 AND s."visibility" = 'PUBLIC')`,
);

const uuidIn = (text: unknown) => Buffer.from(String(text), "base64").toString().split(":").at(-1);
const statements: Record<Exclude<QueryName, "typename">, { text: string; value(variables: Variables): unknown }> = {
  oneDetainee: { text: oneDetainee, value: ({ id }) => uuidIn(id) },
  newestReleases: { text: newestReleases, value: ({ until }) => until },
  facilities: { text: facilities, value: ({ afterId }) => afterId },
  countSeries: { text: countSeries, value: ({ slug }) => slug },
};

await beChild(async (databaseUrl) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, options: "-c TimeZone=UTC" });
  const known = new Map(Object.entries(queries).map(([key, { document }]) => [document, key as QueryName]));
  const answer = async (body: string): Promise<string> => {
    const { query, variables } = JSON.parse(body) as { query: string; variables: Variables };
    const key = known.get(query)!;
    if (key === "typename") return '{"data":{"__typename":"Query"}}';
    const { text, value } = statements[key];
    const { rows } = await pool.query<[string]>({ name: key, text, values: [value(variables)], rowMode: "array" });
    return rows[0]![0];
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => void chunks.push(chunk));
    request.on("end", () => {
      answer(Buffer.concat(chunks).toString()).then(
        (text) => {
          response.writeHead(200, {
            "content-type": "application/graphql-response+json; charset=utf-8",
            "content-length": Buffer.byteLength(text),
          });
          response.end(text);
        },
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await pool.end();
    },
  };
});
