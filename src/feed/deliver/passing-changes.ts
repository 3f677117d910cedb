/**
 * Which changes somebody is told, and which pass a filter. Who may know of a change is fixed when it commits; whether it has content is decided when it is delivered: of a record that the viewer may no longer see
 * only its id is told, and no filter tells anything else of it.
 */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import { type ChangeKind, type ChangeNoun, type CountMetric, type CustodyEventType, MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { insideSql } from "../../domain/history/place.ts";
import { type Viewer, visibleSql } from "../../domain/viewer.ts";
import { readChanges, type Reading, type ToldChange } from "../follow/change-log.ts";
import type { Passes } from "./subscription-source.ts";

/** Every list that is given has to be met by one of its entries; ids are those of rows. */
export type ChangesAsked = {
  readonly kinds?: readonly ChangeKind[] | null | undefined;
  readonly nouns?: readonly ChangeNoun[] | null | undefined;
  readonly eventTypes?: readonly CustodyEventType[] | null | undefined;
  readonly metrics?: readonly CountMetric[] | null | undefined;
  readonly records?: readonly string[] | null | undefined;
  readonly situations?: { readonly ids: readonly string[]; readonly slugs: readonly string[] } | null | undefined;
  readonly facilities?: readonly string[] | null | undefined;
  readonly includeParts?: boolean | null | undefined;
  readonly sources?: readonly string[] | null | undefined;
  readonly detainees?: readonly string[] | null | undefined;
  readonly indicators?: readonly string[] | null | undefined;
  /** Recorded or decided after this moment. */
  readonly since?: Date | null | undefined;
  /** By this moment. */
  readonly until?: Date | null | undefined;
};

/** A change as it is delivered. */
export type DeliveredChange = ToldChange & { readonly withdrawn: boolean };

/** The visibility now of the record that a column of a change names. What has none, like a situation, everybody may see. */
const visibilityNow = (column: "recordId" | "otherId") => {
  const of = (table: string) => Prisma.raw(`(SELECT "visibility" FROM "${table}" WHERE "id" = change."${column}")`);
  return Prisma.sql`CASE change."noun" WHEN 'DETAINEE' THEN ${of("Detainee")} WHEN 'EVENT' THEN ${of("CustodyEvent")} WHEN 'FACILITY' THEN ${of("Facility")} WHEN 'SOURCE' THEN ${of("Source")}
    WHEN 'DOCUMENT' THEN ${of("Document")} WHEN 'SITUATION' THEN 'PUBLIC' WHEN 'POLICY' THEN 'PUBLIC' WHEN 'INDICATOR' THEN 'PUBLIC'
    WHEN 'DEFINITION' THEN (SELECT source."visibility" FROM "Definition" AS entry JOIN "Source" AS source ON source."id" = entry."sourceId" WHERE entry."id" = change.${Prisma.raw(`"${column}"`)})
    ELSE ${of("Claim")} END`;
};

const levelsSql = ({ levels }: Viewer) => Prisma.sql`(${[...levels]}::text[]::"Visibility"[])`;

/** Whether a change has no content for the viewer: they may not see the record by now, or not both, where it says something of two. */
const withdrawnSql = (viewer: Viewer) => Prisma.sql`
  (COALESCE(${visibilityNow("recordId")}, 'PUBLIC') <> ALL ${levelsSql(viewer)}
    OR (change."kind" IN ('MERGED', 'UNMERGED', 'DECIDED') AND change."otherId" IS NOT NULL AND COALESCE(${visibilityNow("otherId")}, 'PUBLIC') <> ALL ${levelsSql(viewer)}))`;

/** Whether the viewer is told of a change at all. */
const toldSql = (viewer: Viewer, alias: string) => {
  const row = Prisma.raw(alias);
  return Prisma.sql`(${row}."audience" = ANY ${levelsSql(viewer)} AND (${row}."exceptTo" IS NULL OR ${row}."exceptTo" <> ALL ${levelsSql(viewer)}))`;
};

const among = (column: string, values: readonly string[] | null | undefined, type: string): Prisma.Sql[] =>
  values == null ? [] : [Prisma.sql`${Prisma.raw(column)} = ANY (${[...values]}::text[]::${Prisma.raw(type)}[])`];

/** The ids of all records that are one now with one of these, which the viewer may see. */
const kin = (viewer: Viewer, table: MatchedNoun, ids: readonly string[]) => {
  const named = Prisma.raw(`"${table}"`);
  return Prisma.sql`(SELECT kin."id" FROM ${named} AS named JOIN ${named} AS kin ON kin."id" = COALESCE(named."mergedIntoId", named."id") OR kin."mergedIntoId" = COALESCE(named."mergedIntoId", named."id")
    WHERE named."id" = ANY (${[...ids]}::uuid[]) AND ${visibleSql(viewer, "named")})`;
};

/** What a record is of, as it was when the change was told; who stands for whom is as of now. */
function contentSql(viewer: Viewer, alias: string, asked: ChangesAsked): Prisma.Sql | null {
  const column = (name: string) => Prisma.raw(`${alias}."${name}"`);
  const { situations, facilities, includeParts, sources, detainees, indicators } = asked;
  const conditions: Prisma.Sql[] = [];
  if (situations != null) {
    const named = Prisma.sql`(SELECT "id" FROM "Situation" WHERE "id" = ANY (${[...situations.ids]}::uuid[]) OR "slug" = ANY (${[...situations.slugs]}::text[]))`;
    const told = (table: "CustodyEvent" | "Claim", by: string) => Prisma.sql`
      EXISTS (SELECT FROM ${Prisma.raw(`"${table}"`)} AS occurs WHERE ${Prisma.raw(`occurs."${by}"`)} = ${column("recordId")} AND occurs."situationId" IN ${named} AND ${visibleSql(viewer, "occurs")})`;
    // A policy is every situation's, and so is what the shared codebook says.
    conditions.push(Prisma.sql`(${column("situationId")} IN ${named} OR CASE ${column("noun")} WHEN 'POLICY' THEN true WHEN 'INDICATOR' THEN true
      WHEN 'DETAINEE' THEN ${told("CustodyEvent", "statedDetaineeId")} WHEN 'FACILITY' THEN ${told("CustodyEvent", "statedFacilityId")} OR ${told("Claim", "statedFacilityId")}
      WHEN 'SOURCE' THEN ${told("Claim", "statedAssertedById")} WHEN 'DOCUMENT' THEN ${told("Claim", "documentId")} WHEN 'DEFINITION' THEN ${told("Claim", "definitionId")} ELSE false END)`);
  }
  if (facilities != null)
    conditions.push(Prisma.sql`${column("facilityId")} IN (SELECT part."id" FROM "FacilityWhole" AS inside JOIN "Facility" AS part ON part."id" = inside."partId"
      WHERE inside."wholeId" = ANY (${[...facilities]}::uuid[]) AND ${insideSql(viewer, "inside", { includeParts })})`);
  if (sources != null) conditions.push(Prisma.sql`${column("sourceId")} IN ${kin(viewer, "Source", sources)}`);
  if (detainees != null) conditions.push(Prisma.sql`${column("detaineeId")} IN ${kin(viewer, "Detainee", detainees)}`);
  if (indicators != null)
    conditions.push(Prisma.sql`(${column("recordId")} = ANY (${[...indicators]}::uuid[])
      OR EXISTS (SELECT FROM "Claim" AS counted WHERE counted."id" = ${column("recordId")} AND counted."indicatorId" = ANY (${[...indicators]}::uuid[])))`);
  return conditions.length === 0 ? null : Prisma.join(conditions, " AND ");
}

/** The changes that the viewer is told under a filter, each with whether it is withdrawn. */
export function changesTold(viewer: Viewer, asked: ChangesAsked): Reading {
  const withdrawn = withdrawnSql(viewer);
  const content = contentSql(viewer, "change", asked);
  const { kinds, nouns, eventTypes, metrics, records, since, until } = asked;
  const conditions = [
    toldSql(viewer, "change"),
    ...(since == null ? [] : [Prisma.sql`change."at" > ${since}`]),
    ...(until == null ? [] : [Prisma.sql`change."at" <= ${until}`]),
    ...among(`change."kind"`, kinds, `"ChangeKind"`),
    ...among(`change."noun"`, nouns, `"ChangeNoun"`),
    ...among(`change."eventType"`, eventTypes, `"CustodyEventType"`),
    ...among(`change."metric"`, metrics, `"CountMetric"`),
  ];
  if (records != null) {
    const own = Prisma.join(
      Object.values(MatchedNoun).map((table) => Prisma.sql`change."recordId" IN ${kin(viewer, table, records)}`),
      " OR ",
    );
    conditions.push(Prisma.sql`(change."recordId" = ANY (${[...records]}::uuid[]) OR ${own}
      OR (change."kind" = 'UNMERGED' AND change."otherId" = ANY (${[...records]}::uuid[]) AND NOT ${withdrawn}))`);
  }
  // Whoever was told of a record under the filter is told how it goes on, whatever is corrected.
  if (content !== null)
    conditions.push(Prisma.sql`(${withdrawn} OR (${content}) OR EXISTS (SELECT FROM "Change" AS before JOIN "ChangeSet" AS first ON first."id" = before."setId"
      WHERE before."recordId" = change."recordId" AND (first."base", before."ordinal") < (told."base", change."ordinal") AND ${toldSql(viewer, "before")} AND ${contentSql(viewer, "before", asked)!}))`);
  return { where: Prisma.join(conditions, " AND "), columns: Prisma.sql`, ${withdrawn} AS "withdrawn"` };
}

/** Up to `limit` changes after a number that the viewer is told under a filter, as they are told now. */
export function readToldChanges(db: Db, viewer: Viewer, after: bigint, limit: number, asked: ChangesAsked): Promise<DeliveredChange[]> {
  return readChanges<{ withdrawn: boolean }>(db, after, limit, changesTold(viewer, asked));
}

/** The same as the question of a subscription. */
export function changesPassing(viewer: Viewer, asked: ChangesAsked): Passes {
  return {
    key: JSON.stringify([viewer.levels, asked]),
    async passing(db, seqs) {
      const [first, last] = [seqs[0]!, seqs.at(-1)!];
      const { where, columns } = changesTold(viewer, asked);
      const among = Prisma.sql`${where} AND told."base" + change."ordinal" = ANY (${[...seqs]}::bigint[])`;
      const rows = await readChanges<{ withdrawn: boolean }>(db, first - 1n, Number(last - first) + 1, { where: among, columns });
      return new Map(rows.map(({ seq, withdrawn }) => [seq, withdrawn ? "withdrawn" : "shown"]));
    },
  };
}
