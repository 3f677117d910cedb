/** Which events a data set's changes of sources or documents bear on. */
import type { Db } from "../db/database.ts";
import { eventsRestingOn } from "../domain/resting.ts";
import type { Plan } from "./plan.ts";

/** Ids of the events that rest on a source of another kind or group than before, or on a document with another publisher or other origins. */
export async function eventsBorneOn(db: Db, { tables: { sources, documents } }: Pick<Plan, "tables">): Promise<string[]> {
  return eventsRestingOn(db, {
    sources: sources.update.flatMap(({ id, columns }) => ("independenceGroup" in columns || "kind" in columns ? [id] : [])),
    documents: documents.update.flatMap(({ id, columns }) => ("publisherId" in columns || "derivedFrom" in columns ? [id] : [])),
  });
}
