/**
 * Much read as text, a value for some hundred people: Prisma spends longer on mapping rows than PostgreSQL on finding them, and one value for all would be read in one go, while everybody else waits.
 */
import { Prisma } from "./generated/prisma/client.ts";

// So that reading a portion of what the hub is made for takes a few milliseconds.
const portions = 256;

/** The portion to which a person belongs, as an expression to group by. */
export const portionOf = (person: Prisma.Sql) => Prisma.sql`hashtext(${person}::text) & ${portions - 1}::int`;
