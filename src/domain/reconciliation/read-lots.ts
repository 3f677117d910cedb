/** What happened to people, those of whom the same is on record counted together. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { VerificationState } from "../../db/generated/prisma/enums.ts";
import { eventsKnownAt, readAsKnown, type InSituation } from "../history/events-known-at.ts";
import type { Clocks } from "../history/known-at.ts";
import type { Viewer } from "../viewer.ts";
import type { Lot, Told } from "./people-in-windows.ts";

export type PlacedLot = Lot<Told & { readonly facilityId: string | null }>;
/** Whether anything of the kind has been decided on, or nothing is on record. */
export type Lots = { readonly lots: PlacedLot[]; readonly decided: boolean };

type Happening = [earliest: number | null, latest: number | null, state: VerificationState, facilityId: string | null];
type Row = { readonly decided: boolean; readonly alike: string | null; readonly others: string | null };

/** Whether it is told where things happened, and only of what happened in these facilities; null for wherever it did. */
type Places = { readonly told: boolean; readonly only: readonly string[] | null };

/** The events among `known` that meet a condition. */
export async function readLots(
  db: Db,
  viewer: Viewer,
  clocks: Clocks & InSituation,
  condition: Prisma.Sql,
  { told: placed, only }: Places,
): Promise<Lots> {
  const place = placed ? Prisma.sql`known."facilityId"::text` : Prisma.sql`NULL::text`;
  const there = only === null ? Prisma.sql`TRUE` : Prisma.sql`known."facilityId" = ANY (${only}::uuid[])`;
  const milliseconds = (column: string) => Prisma.raw(`extract(epoch FROM ${column}) * 1000`);
  const told = (alias: string) =>
    Prisma.sql`${milliseconds(`${alias}."earliest"`)}, ${milliseconds(`${alias}."latest"`)}, ${Prisma.raw(alias)}."state", ${Prisma.raw(alias)}."place"`;
  const [row] = await readAsKnown(clocks, (at, still) => {
    const known = eventsKnownAt(viewer, at);
    return db.$queryRaw<Row[]>`
      WITH happening AS MATERIALIZED (
        SELECT known."person", known."whenEarliest" AS "earliest", known."whenLatest" AS "latest", known."state", ${place} AS "place" FROM ${known} AS known WHERE ${condition} AND ${there}
      ), somebody AS MATERIALIZED (
        SELECT "person", count(*) AS "times", min("earliest") AS "earliest", min("latest") AS "latest", min("state") AS "state", min("place") AS "place" FROM happening GROUP BY "person"
      )
      SELECT EXISTS (SELECT FROM ${known} AS known WHERE ${condition} AND known."state" = 'VERIFIED') OR NOT EXISTS (SELECT FROM ${known} AS known WHERE ${condition}) AS "decided",
        (SELECT json_agg(json_build_array(one."many", ${told("one")})) FROM (
          SELECT count(*) AS "many", "earliest", "latest", "state", "place" FROM somebody WHERE "times" = 1 GROUP BY "earliest", "latest", "state", "place") AS one)::text AS "alike",
        (SELECT json_agg(several."told") FROM (
          SELECT json_agg(json_build_array(${told("one")})) AS "told" FROM somebody JOIN happening AS one USING ("person") WHERE "times" > 1 GROUP BY "person") AS several)::text AS "others"
      WHERE ${still}`;
  });
  const alike = JSON.parse(row?.alike ?? "[]") as [number, ...Happening][];
  const others = JSON.parse(row?.others ?? "[]") as Happening[][];
  const lots = [
    ...alike.map(([many, ...happening]) => ({ many, happenings: [placedAt(happening)] })),
    ...others.map((happenings) => ({ many: 1, happenings: happenings.map(placedAt) })),
  ];
  return { lots, decided: row!.decided };
}

const placedAt = ([earliest, latest, state, facilityId]: Happening) => ({ earliest, latest, state, facilityId });
