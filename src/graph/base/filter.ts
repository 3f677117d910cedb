/** Filters: what was not given does not filter. */
import type { MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { insideWhere, type Reach } from "../../domain/history/place.ts";
import { recordIds, referenceWhere, type Reference, type ReferenceWhere } from "../../domain/history/record-where.ts";
import { idsOfPersonSlug } from "../../domain/records/person-slug.ts";
import { requireSituation, type SituationWhere } from "../../domain/situations/situation.ts";
import { visibleWhere } from "../../domain/viewer.ts";
import { builder } from "./builder.ts";
import { loaderOf, type Context } from "./context.ts";
import { idOf, situationBy } from "./ids.ts";
import { situationFields } from "../words/record.ts";
import { foldName } from "../../domain/fold-name.ts";
import { foldWords } from "../../domain/text/fold-words.ts";

/** The entries that have a value. To Prisma null would mean "is null", which no filter here means. */
export function given<Columns extends object>(columns: Columns): { [Column in keyof Columns]?: NonNullable<Columns[Column]> } {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value != null)) as never;
}

/** Records that stand for themselves: lists show everybody once. Not through `given`, to which null is nothing. */
export const unmerged = { mergedIntoId: null };

const recordIdsOf = loaderOf(({ prisma, viewer }, ids: readonly string[], noun: MatchedNoun, reach: Reach) =>
  Promise.all(ids.map((id) => recordIds(prisma, viewer, noun, id, reach))),
);

/** A condition on the rows that name one of the records with these ids in a column, whoever stands for it, or a part of it, if it is a facility; none without ids. */
export async function naming<Column extends Reference>(
  context: Context,
  column: Column,
  ids: readonly string[] | null,
  { knownAt, includeParts }: Reach = {},
): Promise<ReferenceWhere<Column>> {
  if (ids === null) return {};
  const lookUp = async (noun: MatchedNoun, recordId: string, reach: Reach) => recordIdsOf(context, noun, reach).load(recordId);
  return referenceWhere(lookUp, column, ids, { knownAt, includeParts });
}

/** The ids of the records of a type that a filter names; null where it names none. */
export const idsOfNamed = (named: readonly string[] | null | undefined, ...typenames: readonly string[]): string[] | null =>
  when(named, (some) => some.map((each) => idOf(each, ...typenames)));

/** A column has one of these values. */
export const among = <Item>(values: readonly Item[] | null | undefined): { in: Item[] } | null =>
  when(values, (some) => ({ in: [...some] }));
/** A list in a column has at least one of these values. */
export const anyOf = <Item>(values: readonly Item[] | null | undefined): { hasSome: Item[] } | null =>
  when(values, (some) => ({ hasSome: [...some] }));

/** The id of the person that is named, by a global id or a slug. One of nobody's when the slug is of nobody whom the viewer may see. @throws InvalidId */
export async function personId({ prisma, viewer }: Context, named: string): Promise<string> {
  const between = idsOfPersonSlug(named);
  if (between === null) return idOf(named, "Detainee");
  const found = await prisma.detainee.findFirst({
    where: { id: between, ...visibleWhere(viewer) },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  // Nobody's, and yet in the form of an id: who asks is told that there is no such person, not that the form is wrong.
  return found?.id ?? between.gte.replace("-0000-0000-", "-4000-8000-");
}

/** What `make` makes of a value; null without one. */
export function when<Value, Made>(value: Value | null | undefined, make: (value: Value) => Made): Made | null {
  return value == null ? null : make(value);
}

/** Rows in the order of their ids, null where there is none: what a loader gives. */
export async function inOrder<Row extends { id: string }>(ids: readonly string[], rows: Promise<readonly Row[]>): Promise<(Row | null)[]> {
  const byId = new Map((await rows).map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** A condition on folded names: the text stands somewhere in them, with no character of it a wildcard. */
export const containing = (text: string) => ({ contains: literal(foldName(text)) });
/** The same of a folded text. */
export const saying = (text: string) => ({ contains: literal(foldWords(text)) });
/** The same of a text that is kept as it was written. */
export const within = (text: string) => ({ contains: literal(text), mode: "insensitive" }) as const;
const literal = (text: string) => text.replace(/[\\%_]/g, "\\$&");

const includeParts = {
  defaultValue: true,
  description:
    "Whether what is told of the facility's parts, in however many steps, counts as told of it: true when not given. Parts that you may not see are left out.",
} as const;

/** `includeParts` beside an argument that names a facility, or on a facility's own lists and counts. */
export const includePartsArgs = builder.args((t) => ({ includeParts: t.boolean(includeParts) }));

type Fields = Parameters<NonNullable<Parameters<typeof builder.inputType>[1]["fields"]>>[0];
/** The same in a filter that names a facility. */
export const includePartsField = (t: Fields) => t.boolean(includeParts);

/** The way of a list of a facility's own to those of its parts. */
export const throughParts = {
  ...{ list: "inside", to: "part" },
  where: (asked: Pick<Reach, "includeParts">, { viewer }: Context) => insideWhere(viewer, asked),
};

/** `situation` in a filter. */
export const situationField = (t: Fields) => t.idList({ description: situationFields.filter });
/** `situation` beside other arguments. */
export const situationArgs = builder.args((t) => ({ situation: t.id({ description: situationFields.argument }) }));
/** As a `where` on the relation of that name; null where none is named. */
export const inSituation = (named: readonly string[] | null | undefined): SituationWhere | null =>
  when(named, (some) => (some.length === 1 ? situationBy(some[0]!) : { OR: some.map(situationBy) }));
/**
 * The id of the situation that an argument names; null where it names none.
 * @throws NotFound when there is none of that id or slug
 */
export const situationId = async ({ prisma }: Context, named: string | null | undefined): Promise<string | null> =>
  named == null ? null : requireSituation(prisma, situationBy(named));
