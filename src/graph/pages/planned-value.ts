/** A number that a verb's own SQL finds: of many records as a batch, and of each row of a list as part of the planner's statement (src/planner). */
import type { Prisma } from "../../db/generated/prisma/client.ts";
import type { Context } from "../base/context.ts";

export type PlannedValue<Args = never> = {
  /** SQL that gives one row about the record whose id is `id`: "known", the value as JSON, or "open", of which `judge` makes it. By what is on record now. */
  sql(id: Prisma.Sql, args: Args, context: Context): Prisma.Sql;
  /** Null where nothing is ever open. */
  readonly judge: ((open: string, args: Args, context: Context) => Promise<unknown>) | null;
};

/** Among the extensions of a field: where the planner looks for it. */
export const plannedBy = <Args>(plannedValue: PlannedValue<Args>) => ({ plannedValue });
