/**
 * Merged records. A record that was merged into another keeps its id, its name and its own particulars; what hangs on it (timeline, claims, counts) is the joined record's. So an id that somebody
 * has kept goes on resolving, and what is asked as known before the merge is answered for that very record.
 */
import type { MatchedNoun } from "../../db/generated/prisma/enums.ts";
import type { Context } from "./context.ts";

/** What every row of a mergeable type is read with. Only this file looks at the second column, so that other code may give rows without it. */
export const withMerge = { id: true, mergedIntoId: true } as { id: true };

/**
 * The row to resolve the fields of a record from: its own, or for a merged one the row that stands for it under the merged one's particulars. `load` reads a row with everything that the
 * operation asks for.
 */
export async function standIn<Row extends { id: string }>(
  context: Context,
  noun: MatchedNoun,
  recordId: string,
  load: (id: string) => Promise<Row | null>,
): Promise<Row | null> {
  const row = await load(recordId);
  if (row === null) return null;
  const { mergedIntoId } = row as { mergedIntoId?: string | null };
  // Another field of the operation may have asked for the same record before: then what was read is the other row already.
  if (row.id === recordId && mergedIntoId == null) return row;
  if (mergedIntoId != null) context.standIns.set(recordId, mergedIntoId);
  const joined = row.id === recordId ? await load(mergedIntoId!) : row;
  // What Pothos has noted of a loaded row stays readable through the prototype.
  return joined && (Object.create(joined, Object.getOwnPropertyDescriptors(await particulars(context, noun, recordId))) as Row);
}

/** The same for rows that were read already: those of merged records, from rows of those that stand for them. `read` reads rows like these. */
export async function standInAll<Row extends { id: string }>(
  context: Context,
  noun: MatchedNoun,
  rows: readonly Row[],
  read: (ids: string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const merged = new Map(
    rows.flatMap((row) => {
      const { mergedIntoId } = row as { mergedIntoId?: string | null };
      return mergedIntoId == null ? [] : [[row.id, mergedIntoId] as const];
    }),
  );
  if (merged.size === 0) return rows;
  for (const [id, joined] of merged) context.standIns.set(id, joined);
  const [joined, own] = await Promise.all([read([...new Set(merged.values())]), particularsOf(context, noun, [...merged.keys()])]);
  const [joinedById, ownById] = [joined, own].map((some) => new Map(some.map((row) => [row.id, row])));
  return rows.map((row) => {
    const standing = joinedById!.get(merged.get(row.id) ?? "");
    return standing === undefined ? row : (Object.create(standing, Object.getOwnPropertyDescriptors(ownById!.get(row.id))) as Row);
  });
}

function particularsOf({ prisma }: Context, noun: MatchedNoun, ids: string[]): Promise<{ id: string }[]> {
  const where = { where: { id: { in: ids } } };
  if (noun === "Detainee") return prisma.detainee.findMany(where);
  return noun === "Facility" ? prisma.facility.findMany(where) : prisma.source.findMany(where);
}

function particulars({ prisma }: Context, noun: MatchedNoun, id: string): Promise<object> {
  const where = { where: { id } };
  if (noun === "Detainee") return prisma.detainee.findUniqueOrThrow(where);
  return noun === "Facility" ? prisma.facility.findUniqueOrThrow(where) : prisma.source.findUniqueOrThrow(where);
}

/** Where a row is loaded again when a field needs more of it than was read: from the record that stands for it. */
export const findStandIn = (id: string, context: Context) => ({ id: context.standIns.get(id) ?? id });
