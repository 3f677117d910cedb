/** Lists of what belonged to a row at a moment: of all rows of a place in the operation together, in one statement for their entries' places and one for what is asked of them. */
import { queryFromInfo } from "@pothos/plugin-prisma";
import { getArgumentValues, type GraphQLResolveInfo } from "graphql";
import type { MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { timelinesKnownAt } from "../../domain/history/events-known-at.ts";
import { membersOfEach } from "../../domain/history/known-at.ts";
import { countsThen, pagesThen, type Owners, type PastRow } from "../../domain/history/past-list.ts";
import { wayOf, type Model } from "../../domain/history/past-tables.ts";
import { placesOf, type Reach } from "../../domain/history/place.ts";
import { loaderOf, type Context } from "../base/context.ts";
import type { Condition, Order } from "./keyset.ts";
import { rowsAt } from "./past-rows.ts";
import { toConnection, type Connection, type Page, type Row } from "./page.ts";
import { placeOf } from "./row-loader.ts";

export type PastArguments = Reach;
type List = {
  /** Whose list it is, and by which relation. */
  readonly model: Model;
  readonly relation: string;
  /** Whether it is a list of a facility with its parts. */
  readonly ofPlace: boolean;
  readonly page: Page;
  readonly where: object;
};

/** The moment of which a field is asked. */
export function momentOf({ parentType, fieldName, fieldNodes, variableValues }: GraphQLResolveInfo): Date | null {
  const field = parentType.getFields()[fieldName]!;
  if (!field.args.some(({ name }) => name === "knownAt")) return null;
  return (getArgumentValues(field, fieldNodes[0]!, variableValues)["knownAt"] as Date | null | undefined) ?? null;
}

/** The page of one row's list. */
export function pastRelated(context: Context, info: GraphQLResolveInfo, args: PastArguments, list: List, ownerId: string): Connection<Row> {
  const { page, where } = list;
  const alone = async (condition: Condition) => {
    const owners = await ownersOf(context, list, [ownerId], args);
    const query = { where: condition, orderBy: [], take: 1 };
    return (await pagesThen(context.prisma, owners, args.knownAt!, query, [], null)).has(ownerId);
  };
  return toConnection(
    page,
    ownerId,
    () => pages(context, info, args, list).load(ownerId),
    ({ where: condition }) => alone(condition),
    () => counts(context, info, args, { ...list, where }).load(ownerId),
  );
}

type Whole = {
  readonly model: Model;
  readonly relation: string;
  readonly where: object;
  readonly order: Order;
  readonly columns?: readonly string[];
};
/** More than a list without pages can have. */
const everything = 1_000_000;

/** A list without pages of a row, as it was: the places of its entries, with their columns as they were. */
export const pastEntries = loaderOf(
  async (
    context,
    ids: readonly string[],
    _info: GraphQLResolveInfo,
    args: PastArguments,
    { order, columns = [], where, ...list }: Whole,
  ) => {
    const owners = await ownersOf(context, { ...list, ofPlace: false }, ids, args);
    const found = await pagesThen(context.prisma, owners, args.knownAt!, { where, orderBy: order, take: everything }, columns, null);
    return ids.map((id) => found.get(id) ?? []);
  },
  (info, args, _list) => `${placeOf(info)} ${JSON.stringify(args)}`,
);

const keyOf = (info: GraphQLResolveInfo, args: PastArguments, _list: List) => `${placeOf(info)} ${JSON.stringify(args)}`;

const pages = loaderOf(async (context, ids: readonly string[], info: GraphQLResolveInfo, args: PastArguments, list: List) => {
  const { prisma } = context;
  const { model, relation, page } = list;
  const related = wayOf(model, relation).to;
  const owners = await ownersOf(context, list, ids, args);
  const found = await pagesThen(prisma, owners, args.knownAt!, page.query, page.columns, await ordinalsFor(context, list, ids, args));
  const columns = Object.fromEntries(["id", ...page.columns].map((column) => [column, true]));
  const selection = queryFromInfo({ context, info, path: ["edges", "node"], select: columns }) as object;
  const delegate = (prisma as unknown as Record<string, Delegate>)[`${related[0]!.toLowerCase()}${related.slice(1)}`]!;
  const all: PastRow[] = [...found.values()].flat();
  const rows = await rowsAt(context, related, all, (some) => delegate.findMany({ ...selection, where: { id: { in: some } } }));
  const byOwner = Map.groupBy(rows, (row) => (row as Row & { owner: string }).owner);
  return ids.map((id) => byOwner.get(id) ?? []);
}, keyOf);
type Delegate = { findMany(query: object): Promise<Row[]> };

const counts = loaderOf(async (context, ids: readonly string[], _info: GraphQLResolveInfo, args: PastArguments, list: List) => {
  const found = await countsThen(context.prisma, await ownersOf(context, list, ids, args), args.knownAt!, list.where);
  return ids.map((id) => found.get(id) ?? 0);
}, keyOf);

async function ownersOf(
  { prisma, viewer }: Context,
  { model, relation, ofPlace }: Pick<List, "model" | "relation" | "ofPlace">,
  ids: readonly string[],
  { knownAt, includeParts }: PastArguments,
): Promise<Owners> {
  const owners = (records: Owners["records"]) => ({ model, relation, records });
  if (ofPlace) {
    const places = await placesOf(prisma, viewer, ids, { knownAt: knownAt!, includeParts });
    return owners(new Map(ids.map((id, at) => [id, places[at]!.records])));
  }
  if (!merged.has(model)) return owners(new Map(ids.map((id) => [id, [id]])));
  return owners(await membersOfEach(prisma, model as MatchedNoun, ids, knownAt!));
}
const merged = new Set<string>(["Detainee", "Facility", "Source"] satisfies MatchedNoun[]);

/** Where each event was told on its person's timeline, which the rule of timelines says and no column. */
async function ordinalsFor({ prisma, viewer }: Context, { page }: List, ids: readonly string[], { knownAt }: PastArguments) {
  if (!page.columns.includes("ordinal")) return null;
  const told = await timelinesKnownAt(prisma, viewer, ids, { knownAt: knownAt! });
  return new Map(told.flatMap((timeline) => timeline.map(({ id }, at) => [id, at + 1] as const)));
}
