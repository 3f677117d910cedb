/** amendSource: who asserts or publishes is corrected. What rests on the source is looked at again. */
import type * as z from "zod";
import type { Db } from "../../db/database.ts";
import { sourceDraft, sourceRow } from "../records/source.ts";
import { eventsRestingOn } from "../verification/events-resting-on.ts";
import { reevaluate } from "../verification/verification.ts";
import { visibleWhere, type Viewer } from "../viewer.ts";
import { amendment, type Columns } from "./amend.ts";

/** What of a source can be corrected, by column. */
export function sourceColumns(draft: z.output<typeof sourceDraft>): Columns {
  const { id: _, slug: __, visibility: ___, ...columns } = sourceRow(draft);
  return columns;
}

/** What tells which sources are one witness, and who the author of a page is. */
export const bearingOfSource = ["independenceGroup", "kind", "name", "aliases"] as const;

async function read(db: Db, viewer: Viewer, id: string) {
  await db.$queryRaw`SELECT "id" FROM "Source" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await db.source.findFirst({ where: { id, ...visibleWhere(viewer) } });
  return row && { ...row };
}

export const amendSource = amendment("amendSource", {
  noun: "Source",
  field: "source",
  draft: sourceDraft,
  read,
  asInput: (row) => ({ ...row, visibility: row.statedVisibility }),
  columns: (draft) => sourceColumns(draft),
  async follow(db, { id, mergedIntoId }, changed, now) {
    if (!bearingOfSource.some((column) => column in changed)) return;
    await reevaluate(db, await eventsRestingOn(db, { sources: [mergedIntoId ?? id], documents: [] }), now);
  },
});
