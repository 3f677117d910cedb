/**
 * The tables as they were at a moment, for SQL: the rows that were recorded by then, with what they said then, resolved to whoever stood for whom, under the decisions in force. A `where` that is right of the
 * tables is right of these (past-where.ts), so that each filter and each order stands once, for now and for any moment. Who may see a row is told by present rights alone.
 */
import { getDatamodel } from "../../db/generated/pothos.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { recordColumn, type RecordNoun } from "./particulars.ts";
import { asSaid, namesAsSaid, replacedSql } from "./replaced.ts";
import { rulesMissingSql } from "./rules-missing.ts";

export type Model = RecordNoun | "Claim" | "PersonName" | "FacilityWhole" | "Verification" | "Situation" | "Indicator";
type Field = ReturnType<typeof getDatamodel>["datamodel"]["models"][string]["fields"][number];

/** The tables of one statement: what it looks up first, once, and how many tables it has. */
export type Past = {
  readonly moment: Date;
  readonly lookedUp: Map<string, Prisma.Sql>;
  /** The place of each event on its person's timeline as it was told then: for statements that go by it. */
  readonly ordinals: ReadonlyMap<string, number> | null;
  tables: number;
};
export const pastOf = (moment: Date, ordinals: Past["ordinals"] = null): Past => ({ moment, lookedUp: new Map(), ordinals, tables: 0 });

/** A table in a statement, and which of its columns are read. */
export type Table = { readonly past: Past; readonly model: Model; readonly alias: string; readonly columns: Set<string> };
export function openTable(past: Past, model: Model): Table {
  past.tables += 1;
  return { past, model, alias: `past${past.tables}`, columns: new Set() };
}

/** A column of a table, as SQL; the table is read with it. */
export function columnOf({ model, alias, columns }: Table, column: string): Prisma.Sql {
  if (fieldOf(model, column).kind === "object") throw new Error(`${model}.${column} is no column.`);
  columns.add(column);
  return Prisma.raw(`${alias}."${column}"`);
}

let fields: Map<string, Map<string, Field>> | undefined;
const fieldsOf = (model: string) =>
  (fields ??= new Map(
    Object.entries(getDatamodel().datamodel.models).map(([name, each]) => [name, new Map(each.fields.map((field) => [field.name, field]))]),
  )).get(model)!;

export function fieldOf(model: Model, name: string): Field {
  const field = fieldsOf(model).get(name);
  if (field === undefined) throw new Error(`${model} has no field ${name}.`);
  return field;
}

/** By which columns a relation leads from a table to another. */
export function wayOf(model: Model, relation: string): { readonly to: Model; readonly from: string; readonly at: string } {
  const { type, relationName, relationFromFields } = fieldOf(model, relation);
  if (relationFromFields?.length) return { to: type as Model, from: relationFromFields[0]!, at: "id" };
  const inverse = [...fieldsOf(type).values()].find((field) => field.relationName === relationName && field.relationFromFields?.length);
  if (inverse === undefined) throw new Error(`Nothing tells how ${model}.${relation} was at a moment.`);
  return { to: type as Model, from: "id", at: inverse.relationFromFields![0]! };
}

/** The column that holds what was stated of one that follows merges; null of others. */
export function statedColumn(model: Model, column: string): string | null {
  const stated = `stated${column[0]!.toUpperCase()}${column.slice(1)}`;
  return column.endsWith("Id") && fieldsOf(model).has(stated) ? stated : null;
}

/** A table as it was, as a table expression with the columns that are read of it. */
export function tableSql({ past, model, columns }: Table): Prisma.Sql {
  const joins = new Map<string, Prisma.Sql>();
  const told = [...columns].map((column) => Prisma.sql`${columnAt(past, model, column, joins)} AS ${Prisma.raw(`"${column}"`)}`);
  const selected = told.length === 0 ? Prisma.sql`said."id"` : Prisma.join(told);
  return Prisma.sql`(SELECT ${selected} FROM ${rowsAt(past, model)} AS said ${Prisma.join([Prisma.empty, ...joins.values()], " ")} WHERE ${recorded(past, model)})`;
}

/** A statement with what its tables look up. */
export function withLookedUp({ lookedUp }: Past, statement: Prisma.Sql): Prisma.Sql {
  const found = Array.from(lookedUp, ([name, query]) => Prisma.sql`${Prisma.raw(`"${name}"`)} AS MATERIALIZED (${query})`);
  return found.length === 0 ? statement : Prisma.sql`WITH RECURSIVE ${Prisma.join(found)} ${statement}`;
}

function lookUp({ lookedUp }: Past, name: string, query: () => Prisma.Sql): Prisma.Sql {
  // What a query looks up itself comes before it.
  if (!lookedUp.has(name)) lookedUp.set(name, query());
  return Prisma.raw(`"${name}"`);
}

/** Which record stood for each merged one. */
export const identityOf = (past: Past, noun: MatchedNoun) =>
  lookUp(past, `identity of ${noun}`, () => Prisma.sql`SELECT * FROM identity_at(${noun}::"MatchedNoun", ${past.moment}::timestamptz)`);

const replaced = (past: Past, noun: RecordNoun) => lookUp(past, `replaced of ${noun}`, () => replacedSql(noun, past.moment));

function rowsAt(past: Past, model: Model): Prisma.Sql {
  if (model === "PersonName") return namesAsSaid(replaced(past, "Detainee"));
  if (model === "FacilityWhole") return lookUp(past, "wholes", () => wholesAt(past));
  if (model in recordColumn) return asSaid(model as RecordNoun, replaced(past, model as RecordNoun));
  return Prisma.raw(`"${model}"`);
}

function recorded({ moment }: Past, model: Model): Prisma.Sql {
  // A situation was there before it was told apart from others, and an indicator with its first count.
  if (model === "PersonName" || model === "FacilityWhole" || model === "Situation" || model === "Indicator") return Prisma.sql`TRUE`;
  return Prisma.sql`${Prisma.raw(model === "Verification" ? `said."decidedAt"` : `said."recordedAt"`)} <= ${moment}::timestamptz`;
}

function columnAt(past: Past, model: Model, column: string, joins: Map<string, Prisma.Sql>): Prisma.Sql {
  const join = (name: string, sql: Prisma.Sql) => {
    joins.set(name, sql);
    return (joined: string) => Prisma.raw(`${name}."${joined}"`);
  };
  const own = Prisma.raw(`said."${column}"`);
  const standing = (noun: MatchedNoun, stated: Prisma.Sql, name: string) => {
    const identity = join(
      name,
      Prisma.sql`LEFT JOIN ${identityOf(past, noun)} AS ${Prisma.raw(name)} ON ${Prisma.raw(name)}."id" = ${stated}`,
    );
    return Prisma.sql`COALESCE(${identity("canonicalId")}, ${stated})`;
  };
  if (column === "mergedIntoId")
    return join("own", Prisma.sql`LEFT JOIN ${identityOf(past, model as MatchedNoun)} AS own ON own."id" = said."id"`)("canonicalId");
  if (model === "Facility" && column === "partOfId") {
    const part = lookUp(past, "part_of", () => Prisma.sql`SELECT * FROM part_of_at(${past.moment}::timestamptz)`);
    return join("part", Prisma.sql`LEFT JOIN ${part} AS part ON part."id" = said."id"`)("partOfId");
  }
  if (model === "Claim" && column === "detaineeId") {
    const event = join("happened", Prisma.sql`LEFT JOIN "CustodyEvent" AS happened ON happened."id" = said."eventId"`);
    return standing("Detainee", event("statedDetaineeId"), "person");
  }
  if (model === "Claim" && (column === "asOfSortAt" || column === "publishedSortAt" || column === "words")) {
    // The page may have been corrected since.
    const page = join("page", Prisma.sql`JOIN ${rowsAt(past, "Document")} AS page ON page."id" = said."documentId"`);
    if (column === "publishedSortAt") return page("publishedSortAt");
    // To fold the words anew of all claims takes seconds: those whose page has been corrected since are few.
    if (column === "words")
      return Prisma.sql`CASE WHEN said."documentId" IN (SELECT "recordId" FROM ${replaced(past, "Document")} AS corrected) THEN words_of_claim(said, ${page("title")}) ELSE said."words" END`;
    return Prisma.sql`claim_moment_on_page(said, ${page("publishedAtEarliest")}, ${page("publishedAtLatest")})`;
  }
  if (column === "supersededAt" || column === "followedAt")
    return Prisma.sql`CASE WHEN ${own} <= ${past.moment}::timestamptz THEN ${own} END`;
  if (model === "CustodyEvent" && ["state", "verificationId", "rulesMissing"].includes(column)) {
    const decision = join(
      "decision",
      Prisma.sql`LEFT JOIN "Verification" AS decision ON decision."eventId" = said."id" AND decision."decidedAt" <= ${past.moment}::timestamptz
        AND (decision."followedAt" IS NULL OR decision."followedAt" > ${past.moment}::timestamptz)`,
    );
    if (column === "rulesMissing") return rulesMissingSql("decision");
    return decision(column === "state" ? "state" : "id");
  }
  if (model === "CustodyEvent" && column === "ordinal") {
    if (past.ordinals === null) throw new Error("The places of events on their timelines are told by timelinesKnownAt.");
    const [ids, places] = [[...past.ordinals.keys()], [...past.ordinals.values()]];
    return join(
      "told",
      Prisma.sql`JOIN unnest(${ids}::uuid[], ${places}::int[]) AS told("id", "ordinal") ON told."id" = said."id"`,
    )("ordinal");
  }
  const stated = statedColumn(model, column);
  if (stated === null) return own;
  const { to } = wayOf(model, relationBy(model, stated));
  return standing(to as MatchedNoun, Prisma.raw(`said."${stated}"`), `of_${column.toLowerCase()}`);
}

const relationBy = (model: Model, column: string) =>
  [...fieldsOf(model).values()].find(({ relationFromFields }) => relationFromFields?.includes(column))!.name;

/** What the trigger `keep_wholes` keeps of now: under which facilities each was found. */
function wholesAt(past: Past): Prisma.Sql {
  const identity = identityOf(past, "Facility");
  const part = lookUp(past, "part_of", () => Prisma.sql`SELECT * FROM part_of_at(${past.moment}::timestamptz)`);
  const record = lookUp(
    past,
    "places",
    () => Prisma.sql`SELECT each."id", each."visibility", COALESCE(identity."canonicalId", each."id") AS "root"
      FROM "Facility" AS each LEFT JOIN ${identity} AS identity ON identity."id" = each."id" WHERE each."recordedAt" <= ${past.moment}::timestamptz`,
  );
  const up = lookUp(
    past,
    "ways",
    () => Prisma.sql`SELECT "id" AS "part", "id" AS "whole", "visibility", FALSE AS "isPart" FROM ${record} WHERE "id" = "root"
      UNION SELECT way."part", part."partOfId", GREATEST(way."visibility", upper."visibility"), TRUE
      FROM "ways" AS way JOIN ${part} AS part ON part."id" = way."whole" JOIN ${record} AS upper ON upper."id" = part."partOfId"`,
  );
  return Prisma.sql`SELECT lower."id" AS "partId", upper."id" AS "wholeId", way."isPart", GREATEST(way."visibility", lower."visibility", upper."visibility") AS "visibility", TRUE AS "current"
    FROM ${up} AS way JOIN ${record} AS lower ON lower."root" = way."part" JOIN ${record} AS upper ON upper."root" = way."whole"`;
}
