/** amendDefinition: a codebook entry that was recorded wrongly is corrected. One that the source itself changed is a new definition, which supersedes. */
import type * as z from "zod";
import type { Db } from "../../db/database.ts";
import { definitionDraft, definitionRow } from "../records/definition.ts";
import { visibleWhere, type Viewer } from "../viewer.ts";
import { amendment, type Columns } from "./amend.ts";

/** What of a definition can be corrected, by column. */
export function definitionColumns(draft: z.output<typeof definitionDraft>): Columns {
  const { text, includesHouseArrest, politicalOnly, excludesUnderHours } = definitionRow(draft);
  return { text, includesHouseArrest, politicalOnly, excludesUnderHours };
}

async function read(db: Db, viewer: Viewer, id: string) {
  await db.$queryRaw`SELECT "id" FROM "Definition" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await db.definition.findFirst({ where: { id, source: visibleWhere(viewer) } });
  return row && { ...row };
}

export const amendDefinition = amendment("amendDefinition", {
  noun: "Definition",
  field: "definition",
  draft: definitionDraft,
  read,
  asInput: (row) => ({ ...row, source: row.statedSourceId, supersedes: row.supersedesId }),
  columns: (draft) => definitionColumns(draft),
  // Whoever compares numbers reads the codebook as it is.
  follow: async () => {},
});
