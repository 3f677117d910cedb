/**
 * A page of a list: from the arguments of a connection to what is asked of the database, and from its rows to edges and page info.
 *
 * A cursor names a place in the order and not a row, so that it stays good when its row leaves the list, and what is asked is a condition and a limit, never Prisma's `cursor`, for which Prisma gives up its
 * joins and limits and reads all rows of all lists. It is bound to the list's field, its owner, its order and its arguments, and to the visibility that its row had.
 */
import { completeValue, type MaybePromise } from "@pothos/core";
import type { Visibility } from "../../db/generated/prisma/enums.ts";
import { canSee } from "../../domain/viewer.ts";
import { pageSize } from "../costs/page-size.ts";
import type { Context } from "../base/context.ts";
import { cursorInvalid } from "../base/list-cursor.ts";
import { behind, columnsOf, reversed, upTo, type Condition, type Order, type Ranks, type Value } from "./keyset.ts";

export type PageArguments = {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
};

export type List = {
  /** Type and field. */
  readonly name: string;
  readonly order: Order;
  readonly ranks?: Ranks | undefined;
  /** Its rows, as far as the viewer may see them. */
  readonly where: object;
};

/** What a page asks of a table or a relation. One row more than the page holds says whether there are others. */
export type PageQuery = { readonly where: never; readonly orderBy: never; readonly take: number };
export type Row = { readonly id: string };
export type Connection<Node> = {
  /** What was asked for: the planner (src/planner) writes it from there. */
  readonly page: Page;
  readonly edges: { cursor: string; node: Node }[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  readonly totalCount: (() => MaybePromise<number>) | number | undefined;
};

type Place = { readonly owner: string | null; readonly values: readonly Value[] };
export type Page = ReturnType<typeof pageOf>;

/** @throws CursorInvalid */
export function pageOf({ cursors, viewer, standIns }: Context, args: PageArguments, list: List) {
  const { order, ranks, where } = list;
  const columns = columnsOf(order);
  let binding: string | undefined;
  const boundTo = () => (binding ??= JSON.stringify([list.name, order, canonical(filterOf(args))]));

  const placeOf = (cursor: string | null | undefined): Place | null => {
    if (cursor == null) return null;
    const [level, owner, ...values] = cursors.open(boundTo(), cursor) as [Visibility | null, string | null, ...Written[]];
    if (level !== null && !canSee(viewer, { visibility: level })) throw cursorInvalid(cursor);
    return { owner, values: values.map(read) };
  };
  const [after, before] = [placeOf(args.after), placeOf(args.before)];
  const backward = args.last != null || (args.first == null && before !== null && after === null);
  const size = Math.min(args.last ?? args.first ?? pageSize.default, pageSize.max);
  const among = (...conditions: readonly Condition[]) => ({ AND: [where, ...conditions] }) as never;
  const canonicalId = (id: string | null) => (id === null ? null : (standIns.get(id) ?? id));

  return {
    size,
    backward,
    /** Of which list it is, and the places of its cursors in it: for the planner (src/planner), which need not ask again for what differs in nothing else. */
    of: { name: list.name, order, ranks },
    places: { after: after?.values ?? [], before: before?.values ?? [] },
    /** The columns that a cursor is made of. */
    columns,
    query: {
      where: among(
        ...(after ? [behind(order, after.values, ranks)] : []),
        ...(before ? [behind(reversed(order), before.values, ranks)] : []),
      ),
      orderBy: (backward ? reversed(order) : order) as never,
      take: size + 1,
    } satisfies PageQuery as PageQuery,
    /** What stands up to `after`, and from `before` on: null without such a cursor, for then nothing does. */
    beyondAfter: after && { where: among(upTo(order, after.values, ranks)) },
    beyondBefore: before && { where: among(upTo(reversed(order), before.values, ranks)) },
    /** @throws CursorInvalid when a cursor is of the same list of another owner */
    checkOwner(owner: string | null): void {
      for (const [place, cursor] of [[after, args.after] as const, [before, args.before] as const])
        if (place && canonicalId(place.owner) !== canonicalId(owner)) throw cursorInvalid(cursor!);
    },
    cursorOf(row: Row, owner: string | null): string {
      const values = row as unknown as Record<string, Value | null | undefined>;
      const level = (row as { visibility?: Visibility }).visibility ?? null;
      return cursors.seal(boundTo(), [level, owner, ...columns.map((column) => write(column, values[column]))]);
    },
  };
}

/** A connection of which only that is read and sealed what is asked for. `find` gives the rows of the page's query; `exists`, whether there is any under a condition. */
export function toConnection<Node extends Row>(
  page: Page,
  owner: string | null,
  find: () => MaybePromise<readonly Node[]>,
  exists: (query: { where: never }) => MaybePromise<boolean>,
  totalCount: Connection<Node>["totalCount"],
): Connection<Node> {
  page.checkOwner(owner);
  const { size, backward, beyondAfter, beyondBefore } = page;
  let found: MaybePromise<readonly Node[]> | undefined;
  const rows = () => (found ??= find());
  const entries = (all: readonly Node[]) => (backward ? all.slice(0, size).toReversed() : all.slice(0, size));
  const cursorAt = (at: 0 | -1) =>
    completeValue(rows(), (all) => {
      const row = entries(all).at(at);
      return row ? page.cursorOf(row, owner) : null;
    });
  const others = (ahead: boolean, beyond: { where: never } | null) => {
    if (ahead) return completeValue(rows(), (all) => all.length > size || (beyond !== null && exists(beyond)));
    return beyond !== null && exists(beyond);
  };
  return {
    page,
    get edges() {
      return completeValue(rows(), (all) => entries(all).map((node) => new Edge(page, owner, node))) as Connection<Node>["edges"];
    },
    pageInfo: {
      get hasNextPage() {
        return others(!backward, beyondBefore) as boolean;
      },
      get hasPreviousPage() {
        return others(backward, beyondAfter) as boolean;
      },
      get startCursor() {
        return cursorAt(0) as string | null;
      },
      get endCursor() {
        return cursorAt(-1) as string | null;
      },
    },
    totalCount,
  };
}

class Edge<Node extends Row> {
  readonly page: Page;
  readonly owner: string | null;
  readonly node: Node;
  constructor(page: Page, owner: string | null, node: Node) {
    this.page = page;
    this.owner = owner;
    this.node = node;
  }
  get cursor(): string {
    return this.page.cursorOf(this.node, this.owner);
  }
}

/**
 * The arguments that say which rows and not how many of them. Of `knownAt` only whether it was given: a moment since the last change is answered as that of the change, and so as another one when a change has
 * come between two pages.
 */
function filterOf(args: object): object {
  const { first: _first, last: _last, after: _after, before: _before, knownAt, ...filter } = args as PageArguments & { knownAt?: unknown };
  return { ...filter, known: knownAt == null ? null : true };
}

/** One text for what filters alike: keys in order, and what is not given left out. */
function canonical(value: unknown): unknown {
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(canonical);
  const entries = Object.entries(value).map(([key, part]) => [key, canonical(part)] as const);
  const given = entries.filter(([, part]) => part != null).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

type Written = string | number | { readonly at: number } | { readonly whole: string };

function write(column: string, value: Value | null | undefined): Written {
  if (value == null)
    throw new Error(`A cursor needs the column ${column} of its row: it was not read, or is null, which has no place in an order.`);
  if (typeof value === "bigint") return { whole: String(value) };
  return value instanceof Date ? { at: value.getTime() } : value;
}

function read(value: Written): Value {
  if (typeof value !== "object") return value;
  return "at" in value ? new Date(value.at) : BigInt(value.whole);
}
