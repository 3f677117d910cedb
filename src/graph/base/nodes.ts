/**
 * Who may load what by its id. The rule stands here and not in the types' own `findUnique`: rows that a query reaches through a relation have passed the rule on the way, and when Pothos
 * loads more of them it asks by plain id, which Prisma merges into one statement for all.
 */
import { MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { InvalidId } from "../../errors.ts";
import type { Context } from "./context.ts";
import { decodeId } from "./ids.ts";
import { standIn } from "./stand-in.ts";

export type GlobalId = { readonly typename: string; readonly id: string };
type Found = { readonly id: string; readonly mergedIntoId?: string | null };
type Lookup = (context: Context, ids: string[]) => Promise<readonly Found[]>;

const lookups = new Map<string, Lookup>();

/** Lets nodes of a type be loaded by id: those that the lookup finds. */
export function foundBy(typename: string, lookup: Lookup): void {
  lookups.set(typename, lookup);
}

/** @throws InvalidId when the id is of a type that is no node */
function lookupOf(typename: string): Lookup {
  const lookup = lookups.get(typename);
  if (lookup === undefined) throw new InvalidId(`Expected the id of a node, got one of a ${typename}, which there is not.`);
  return lookup;
}

/**
 * The node that an id names.
 * @throws InvalidId when it is malformed, or of a type that is no node
 */
export function readNodeId(globalId: string): GlobalId {
  const id = decodeId(globalId);
  lookupOf(id.typename);
  return id;
}

/**
 * Of each id, whether there is something behind it that the viewer may see.
 * @throws InvalidId when it is of a type that is no node
 */
export async function areVisible(context: Context, ids: readonly GlobalId[]): Promise<boolean[]> {
  const byType = Object.entries(Object.groupBy(ids, ({ typename }) => typename));
  const found = await Promise.all(
    byType.map(async ([typename, some = []]) => {
      const rows = await lookupOf(typename)(context, [...new Set(some.map(({ id }) => id))]);
      // Known before the rows are read, so that each is read once, from the record that stands for it.
      for (const { id, mergedIntoId } of rows) if (mergedIntoId != null) context.standIns.set(id, mergedIntoId);
      return rows.map(({ id }) => `${typename}:${id}`);
    }),
  );
  const visible = new Set(found.flat());
  return ids.map(({ typename, id }) => visible.has(`${typename}:${id}`));
}

const mergeable = new Set<string>(Object.values(MatchedNoun));

/** The node that was read, or for a merged record the one that stands for it under its own id. */
export async function standInForNode(context: Context, { typename, id }: GlobalId, node: unknown): Promise<unknown> {
  if (!mergeable.has(typename)) return node;
  return standIn(context, typename as MatchedNoun, id, async () => node as { id: string } | null);
}
