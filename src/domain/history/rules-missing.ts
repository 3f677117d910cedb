/** How far an event is from verification, by the decision in force on it. */
import { Prisma } from "../../db/generated/prisma/client.ts";

/** Who decided where no person did. */
export const byPolicy = "policy";

/** The rules that fail, for a row of "Verification": 0 when only a person's decision is missing, null when a person has decided otherwise or already. */
export function rulesMissingSql(alias: string): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`${alias}."${name}"`);
  return Prisma.sql`CASE WHEN ${column("state")} IN ('VERIFIED', 'REFUTED') OR (${column("state")} = 'CONTESTED' AND ${column("decidedBy")} <> ${byPolicy}) THEN NULL
    WHEN ${column("state")} = 'CORROBORATED' THEN 0 ELSE jsonb_array_length(${column("failedRules")}) END`;
}
