/** Who is of those whom a breakdown names, by what records said of people at a moment. Of whom it is not on record may be: they are in the bounds of a count, and not in its number. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import { foldName } from "../fold-name.ts";
import { liveClaimSql } from "../history/claim-status.ts";
import { eventsKnownAt, readAsKnown, type InSituation } from "../history/events-known-at.ts";
import { latest, type Clocks } from "../history/known-at.ts";
import { openTable, pastOf, tableSql, withLookedUp } from "../history/past-tables.ts";
import { visibleSql, type Viewer } from "../viewer.ts";
import { decodeBreakdown, type Breakdown } from "./breakdown.ts";

/** Ids of people, each in one of the two. */
export type Members = { readonly certain: readonly string[]; readonly possible: readonly string[] };

/** Whether the hub knows of people what a breakdown says of them; what only the source's own words tell, or that nobody knows, it does not. */
export const isOnRecord = (breakdown: readonly string[], ofDeaths: boolean): boolean =>
  breakdown.map(decodeBreakdown).every((entry) => answerTo(entry, ofDeaths) !== null);

type Said = { readonly has: Prisma.Sql; readonly unknown: Prisma.Sql };
type Answer = (db: Db, viewer: Viewer, clocks: Clocks & InSituation) => Promise<Said>;

const idsIn = (told: string | null | undefined) => JSON.parse(told ?? "[]") as string[];

const attribute =
  (column: string, value: string): Answer =>
  async () => ({
    has: Prisma.sql`${Prisma.raw(`person."${column}"`)}::text = ${value}`,
    unknown: Prisma.raw(`person."${column}" = 'UNKNOWN'`),
  });

function answerTo({ dimension, name, value }: Breakdown, ofDeaths: boolean): Answer | null {
  if (value === "UNKNOWN") return null;
  if (dimension === "SEX") return attribute("sex", value);
  if (dimension === "AGE_GROUP") return attribute("ageGroup", value);
  if (dimension === "CIVIL_MILITARY") return attribute("civilMilitary", value);
  if (dimension === "NATIONALITY")
    return async () => ({
      has: Prisma.sql`${value} = ANY (person."nationalities")`,
      unknown: Prisma.sql`cardinality(person."nationalities") = 0`,
    });
  if (dimension === "ADMIN1") return wasIn("admin1", value);
  // A place that is none of a breakdown (`peopleThere`).
  const [, kind, where] = name === "" ? (/^(\w+)=(.*)$/s.exec(value) ?? []) : [];
  if (kind === "COUNTRY") return wasIn("country", where!);
  if (kind === "ADMIN1") return wasIn("admin1", where!);
  if (kind === "LOCALITY") return wasIn("locality", where!);
  return dimension === "CAUSE" && ofDeaths ? causeIs(value) : null;
}

/**
 * Somebody all of whose places on record are there certainly was; somebody with others besides, or with none, may have been at the time. Where an event was, its facility says, and otherwise it says itself; in which
 * town, it alone.
 */
const wasIn =
  (column: "admin1" | "country" | "locality", value: string): Answer =>
  async (db, viewer, clocks) => {
    const area = Prisma.raw(`place."${column}"`);
    const [row] = await readAsKnown(clocks, (at, still) => {
      const past = at.knownAt == null ? null : pastOf(at.knownAt);
      const places =
        past === null || column === "locality"
          ? Prisma.raw(`"Facility"`)
          : tableSql({ ...openTable(past, "Facility"), columns: new Set(["id", "visibility", column]) });
      // Each place is folded once, however many have been there.
      const there =
        column === "locality"
          ? Prisma.sql`(SELECT NULL::uuid AS "id", NULL::boolean AS "here" WHERE FALSE)`
          : Prisma.sql`(SELECT place."id", fold_name(${area}) = ${foldName(value)} AS "here" FROM ${places} AS place
        WHERE ${area} IS NOT NULL AND ${visibleSql(viewer, "place")} OFFSET 0)`;
      const own = Prisma.raw(`"${column}"`);
      const statement = Prisma.sql`SELECT json_agg(been."person") FILTER (WHERE NOT been."elsewhere")::text AS "there", json_agg(been."person") FILTER (WHERE NOT been."here")::text AS "elsewhere"
        FROM (WITH told AS MATERIALIZED (SELECT known."person", known."facilityId", known.${own} AS "area" FROM ${eventsKnownAt(viewer, at)} AS known WHERE known."state" <> 'REFUTED'),
            named AS MATERIALIZED (SELECT each."area", fold_name(each."area") = ${foldName(value)} AS "here" FROM (SELECT DISTINCT told."area" FROM told WHERE told."area" IS NOT NULL) AS each)
          SELECT told."person", bool_or(COALESCE(place."here", named."here")) AS "here", bool_or(NOT COALESCE(place."here", named."here")) AS "elsewhere"
          FROM told LEFT JOIN ${there} AS place ON place."id" = told."facilityId" LEFT JOIN named ON named."area" = told."area"
          WHERE place."here" IS NOT NULL OR named."here" IS NOT NULL GROUP BY told."person") AS been HAVING ${still}`;
      return db.$queryRaw<{ there: string | null; elsewhere: string | null }[]>(past === null ? statement : withLookedUp(past, statement));
    });
    const among = (ids: string | null | undefined) => Prisma.sql`person."id" IN (SELECT unnest(${idsIn(ids)}::uuid[]))`;
    return { has: among(row?.there), unknown: Prisma.sql`NOT ${among(row?.elsewhere)}` };
  };

const causeIs =
  (value: string): Answer =>
  async (_db, viewer, clocks) => {
    const moment = clocks.knownAt ?? latest;
    const told = (
      condition: Prisma.Sql,
    ) => Prisma.sql`EXISTS (SELECT FROM "Claim" AS claim JOIN "CustodyEvent" AS event ON event."id" = claim."eventId"
      LEFT JOIN identity_at('Detainee', ${moment}) AS one ON one."id" = event."statedDetaineeId"
      WHERE COALESCE(one."canonicalId", event."statedDetaineeId") = person."id" AND claim."cause" IS NOT NULL AND claim."stance" = 'SUPPORTS' AND ${condition}
        AND ${liveClaimSql(clocks, "claim")} AND ${visibleSql(viewer, "claim")})`;
    return { has: told(Prisma.sql`fold_name(claim."cause") = ${foldName(value)}`), unknown: Prisma.sql`NOT ${told(Prisma.sql`TRUE`)}` };
  };

/** Reads who they are; nobody where the hub does not know of anybody. */
export async function readMembers(
  db: Db,
  viewer: Viewer,
  breakdown: readonly string[],
  ofDeaths: boolean,
  clocks: Clocks & InSituation,
): Promise<Members> {
  const answers = breakdown.map((entry) => answerTo(decodeBreakdown(entry), ofDeaths));
  if (answers.includes(null)) return { certain: [], possible: [] };
  const said = await Promise.all(answers.map((answer) => answer!(db, viewer, clocks)));
  const past = clocks.knownAt == null ? null : pastOf(clocks.knownAt);
  const columns = ["id", "visibility", "nationalities", "sex", "ageGroup", "civilMilitary"];
  const people = past === null ? Prisma.raw(`"Detainee"`) : tableSql({ ...openTable(past, "Detainee"), columns: new Set(columns) });
  const has = Prisma.join(
    said.map(({ has: certainly }) => certainly),
    " AND ",
  );
  const may = Prisma.join(
    said.map((each) => Prisma.sql`(${each.has} OR ${each.unknown})`),
    " AND ",
  );
  const statement = Prisma.sql`SELECT json_agg(told."id") FILTER (WHERE told."certain")::text AS "certain", json_agg(told."id") FILTER (WHERE NOT told."certain")::text AS "possible"
    FROM (SELECT person."id", (${has}) AS "certain" FROM ${people} AS person WHERE ${may} AND ${visibleSql(viewer, "person")}) AS told`;
  const [row] = await db.$queryRaw<{ certain: string | null; possible: string | null }[]>(
    past === null ? statement : withLookedUp(past, statement),
  );
  return { certain: idsIn(row?.certain), possible: idsIn(row?.possible) };
}
