/** The rows of lists as they were: found as of a moment (domain/history/past-list.ts), and read with what the operation asks of them. */
import type { MatchedNoun } from "../../db/generated/prisma/enums.ts";
import type { PastRow } from "../../domain/history/past-list.ts";
import type { Model } from "../../domain/history/past-tables.ts";
import { standInAll } from "../base/stand-in.ts";
import type { Context } from "../base/context.ts";
import type { Row } from "./page.ts";

const mergeable = new Set<string>(["Detainee", "Facility", "Source"] satisfies MatchedNoun[]);

/** The rows in the order of their places, each with the columns of its place as they were: a cursor is made of those. A record that was merged since is read from the one that stands for it. */
export async function rowsAt<Node extends Row>(
  context: Context,
  model: Model,
  places: readonly PastRow[],
  read: (ids: string[]) => Promise<readonly Node[]>,
): Promise<Node[]> {
  if (places.length === 0) return [];
  const found = await read([...new Set(places.map(({ id }) => id))]);
  const rows = mergeable.has(model) ? await standInAll(context, model as MatchedNoun, found, read) : found;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap((place) => {
    const row = byId.get(place.id);
    // What Pothos has noted of a loaded row stays readable through the prototype.
    return row === undefined ? [] : [Object.create(row, Object.getOwnPropertyDescriptors(place)) as Node];
  });
}
