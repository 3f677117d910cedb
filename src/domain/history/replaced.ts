/** What records said at a moment: their rows, under what versions after it replaced. Redacted words are in no version, and so are told as they are now. */
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { Db } from "../../db/database.ts";
import { recordColumn, type RecordNoun } from "./particulars.ts";

/** By column what each record said at a moment, where that was replaced since; records that say now what they said then are left out. Instants are dates. */
export async function replacedSince(
  db: Db,
  noun: RecordNoun,
  ids: readonly string[],
  knownAt: Date,
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const versions = await db.recordVersion.findMany({
    where: { [recordColumn[noun]]: { in: [...ids] }, recordedAt: { gt: knownAt } },
    orderBy: { ordinal: "desc" },
    select: { recordId: true, before: true },
  });
  const replaced = new Map<string, Record<string, unknown>>();
  // The earliest has the last word.
  for (const { recordId, before } of versions) replaced.set(recordId, { ...replaced.get(recordId), ...revived(before as object) });
  return replaced;
}

/** Instants come out of a version as text. */
export function revived(row: object): Record<string, unknown> {
  const columns = Object.entries(row).map(([column, value]) =>
    typeof value === "string" && /(Earliest|Latest|At)$/.test(column) ? [column, new Date(value)] : [column, value],
  );
  return Object.fromEntries(columns) as Record<string, unknown>;
}

/** What records of a noun said at a moment where that was replaced since, by column, as a query. */
export function replacedSql(noun: RecordNoun, knownAt: Date): Prisma.Sql {
  const column = Prisma.raw(`"${recordColumn[noun]}"`);
  // The earliest version has the last word.
  return Prisma.sql`SELECT ${column} AS "recordId", COALESCE(jsonb_object_agg(replaced."key", replaced."value" ORDER BY "ordinal" DESC) FILTER (WHERE replaced."key" IS NOT NULL), '{}') AS "before"
    FROM "RecordVersion" LEFT JOIN LATERAL jsonb_each("before") AS replaced ON TRUE WHERE ${column} IS NOT NULL AND "recordedAt" > ${knownAt}::timestamptz GROUP BY 1`;
}

/** A noun's rows with the particulars that they had, as a table expression; of what was recorded later, too. `replaced` is the query above, or a table of its rows. */
export function asSaid(noun: RecordNoun, replaced: Prisma.Sql): Prisma.Sql {
  const table = Prisma.raw(`"${noun}"`);
  return Prisma.sql`(
    SELECT same.* FROM ${table} AS same WHERE same."id" NOT IN (SELECT "recordId" FROM ${replaced} AS other)
    UNION ALL
    SELECT former.* FROM ${replaced} AS past JOIN ${table} AS record ON record."id" = past."recordId" CROSS JOIN LATERAL jsonb_populate_record(record, past."before") AS former
  )`;
}

/** The same of people's names, which are rows of their own: each record has those that it had, the corrected ones without their Latin letters. */
export function namesAsSaid(replaced: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT name."id", name."text", name."language", name."kind", name."statedDetaineeId", name."latin" FROM "PersonName" AS name
    WHERE name."statedDetaineeId" NOT IN (SELECT "recordId" FROM ${replaced} AS other WHERE other."before" ? 'names')
    UNION ALL
    SELECT past."recordId", each."text", each."language", each."kind"::"NameKind", past."recordId", NULL
    FROM ${replaced} AS past CROSS JOIN LATERAL jsonb_to_recordset(past."before" -> 'names') AS each("text" text, "language" text, "kind" text) WHERE past."before" ? 'names'
  )`;
}
