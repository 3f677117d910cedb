/** What an event does to where a person is: which events took place at all, which move a person, which set free. One rule each, as a value and in SQL. */
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { CustodyEventType, ReleaseStage, VerificationState } from "../../db/generated/prisma/enums.ts";

export type Effect = { readonly type: CustodyEventType; readonly stage: ReleaseStage | null; readonly state: VerificationState };

/** After these a person is where they were before. */
const still: readonly CustodyEventType[] = ["CHARGE", "SENTENCE"];
/** After these a person is held, at the event's facility. */
const bringing: readonly CustodyEventType[] = ["ARREST", "LOCATED", "TRANSFER", "CUSTODY_CHANGE"];

/** An event that counts as having happened: not refuted, and of releases only the effected ones. */
export function tookPlace({ type, stage, state }: Effect): boolean {
  return state !== "REFUTED" && (type !== "RELEASE" || stage === "EFFECTED");
}

/** An event that decides where a person is. */
export function movesPerson(event: Effect): boolean {
  return tookPlace(event) && !still.includes(event.type);
}

/** An event that sets a person free. */
export function isEffectedRelease(event: Effect): boolean {
  return tookPlace(event) && event.type === "RELEASE";
}

/** An event that brings a person into the custody of its facility. */
export function bringsPerson(event: Effect): boolean {
  return tookPlace(event) && bringing.includes(event.type);
}

/** Whether no other event stands for one of the table: whoever judged that two are one happening keeps both on record. */
export const standsSql = (alias: string): Prisma.Sql => Prisma.raw(`${alias}."mergedIntoId" IS NULL`);

/** `tookPlace` for a table of events, or its alias, in SQL. */
export function tookPlaceSql(alias: string): Prisma.Sql {
  return Prisma.sql`(${notRefutedSql(alias)} AND ${Prisma.raw(`(${alias}."type" <> 'RELEASE' OR ${alias}."stage" = 'EFFECTED')`)})`;
}

const notRefutedSql = (alias: string) => Prisma.raw(`${alias}."state" <> 'REFUTED'`);

/** `movesPerson` in SQL. */
export function movesPersonSql(alias: string): Prisma.Sql {
  return Prisma.sql`(${tookPlaceSql(alias)} AND ${typeSql(alias)} NOT IN (${listed(still)}))`;
}

/** `isEffectedRelease` in SQL. */
export function effectedReleaseSql(alias: string): Prisma.Sql {
  return Prisma.sql`(${tookPlaceSql(alias)} AND ${typeSql(alias)} = 'RELEASE')`;
}

/** `bringsPerson` in SQL. That a release has to be effected (`tookPlaceSql`) is not asked of what is none: an index that holds no stage knows all of it. */
export function bringsPersonSql(alias: string): Prisma.Sql {
  return Prisma.sql`(${notRefutedSql(alias)} AND ${typeSql(alias)} IN (${listed(bringing)}))`;
}

/** An event after which nobody says where the person is, in SQL. */
export function hidesPersonSql(alias: string): Prisma.Sql {
  return Prisma.sql`(${tookPlaceSql(alias)} AND ${typeSql(alias)} = 'DISAPPEARANCE')`;
}

const typeSql = (alias: string) => Prisma.raw(`${alias}."type"`);
const listed = (types: readonly CustodyEventType[]) => Prisma.raw(types.map((type) => `'${type}'`).join(", "));
