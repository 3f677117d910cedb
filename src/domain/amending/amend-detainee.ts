/** amendDetainee: a corrected spelling, a nationality, an age group, the name of somebody who had none. */
import type * as z from "zod";
import type { Db } from "../../db/database.ts";
import { NameKind } from "../../db/generated/prisma/enums.ts";
import { detaineeDraft, detaineeRow, keepNameForms, nameRows } from "../records/detainee.ts";
import { spanOf } from "../time/span.ts";
import { eventsBearing } from "../access/set-visibility.ts";
import { reevaluate } from "../verification/verification.ts";
import { visibleWhere, type Viewer } from "../viewer.ts";
import { amendment, type Columns } from "./amend.ts";
import { tellAmended } from "./tell-amended.ts";

type Name = { readonly text: string; readonly language: string | null; readonly kind: NameKind };

// The primary name first.
const kinds = Object.values(NameKind);
const byText = (one: Name, other: Name) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || (one.text < other.text ? -1 : 1);

/** The names of a person as one particular: without their ids, in one order. */
export const namesOf = (names: readonly Name[]): Name[] =>
  names.map(({ text, language, kind }) => ({ text, language, kind })).toSorted(byText);

/** What of a person can be corrected, by column. Who may see them is decided elsewhere (setVisibility). */
export function detaineeColumns(draft: z.output<typeof detaineeDraft>): Columns {
  const { visibility: _, ...columns } = detaineeRow(draft);
  return { ...columns, names: namesOf(nameRows("", draft)) };
}

async function read(db: Db, viewer: Viewer, id: string) {
  await db.$queryRaw`SELECT "id" FROM "Detainee" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const person = await db.detainee.findFirst({ where: { id, ...visibleWhere(viewer) }, include: { statedNames: true } });
  return person && { ...person, names: namesOf(person.statedNames) };
}

export const amendDetainee = amendment("amendDetainee", {
  noun: "Detainee",
  field: "detainee",
  draft: detaineeDraft,
  read,
  asInput: (row) => ({
    ...row,
    birth: spanOf("birth", row),
    names: row.names.filter(({ kind }) => kind !== "PRIMARY"),
    visibility: row.statedVisibility,
  }),
  columns: (draft) => detaineeColumns(draft),
  async follow(db, { id, mergedIntoId, ageGroup, statedVisibility }, changed, now) {
    if (changed["names"] !== undefined) await writeNames(db, id, changed["names"] as readonly Name[]);
    // A minor is for editors only, unless somebody decides otherwise afterwards.
    if (changed["ageGroup"] === "MINOR" && ageGroup !== "MINOR" && statedVisibility !== "RESTRICTED") {
      await db.detainee.update({ where: { id }, data: { visibility: "RESTRICTED" }, select: { id: true } });
      await reevaluate(db, await eventsBearing(db, "Detainee", id), now);
    }
    await tellAmended(db, { detaineeId: mergedIntoId ?? id }, now);
  },
});

/** Puts these names in the place of those that were stated of a person. */
export async function writeNames(db: Db, detaineeId: string, names: readonly Name[]): Promise<void> {
  const primary = names.find(({ kind }) => kind === "PRIMARY");
  const others = names.flatMap(({ text, language, kind }) => (kind === "PRIMARY" ? [] : [{ text, language, kind }]));
  await db.personName.deleteMany({ where: { statedDetaineeId: detaineeId } });
  await db.personName.createMany({
    data: nameRows(detaineeId, { name: primary?.text ?? "", named: primary !== undefined, names: others }),
  });
  await keepNameForms(db, [detaineeId]);
}
