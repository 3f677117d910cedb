/** The record that another named at a moment, as whoever stood for it then. */
import type { GraphQLResolveInfo } from "graphql";
import type { MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { canonicalAt } from "../../domain/history/known-at.ts";
import { visibleWhere } from "../../domain/viewer.ts";
import { loaderOf, type Context } from "../base/context.ts";
import { rowLoader } from "../pages/row-loader.ts";
import { standIn } from "../base/stand-in.ts";

type Named = Exclude<MatchedNoun, "CustodyEvent">;

const identities = loaderOf(({ prisma }, ids: readonly string[], noun: Named, knownAt: Date) => canonicalAt(prisma, noun, ids, knownAt));
const facilities = rowLoader(
  ({ prisma, viewer }, query) => prisma.facility.findMany({ ...query, where: { ...query.where, ...visibleWhere(viewer) } }),
  "Facility",
);
const people = rowLoader(
  ({ prisma, viewer }, query) => prisma.detainee.findMany({ ...query, where: { ...query.where, ...visibleWhere(viewer) } }),
  "Detainee",
);
const sources = rowLoader(
  ({ prisma, viewer }, query) => prisma.source.findMany({ ...query, where: { ...query.where, ...visibleWhere(viewer) } }),
  "Source",
);
const rows = { Detainee: people, Facility: facilities, Source: sources } as const;

/** With what the operation asks of it. Null without an id, and for what the viewer may not see. */
export async function recordKnownAt(context: Context, info: GraphQLResolveInfo, noun: Named, id: unknown, knownAt: Date) {
  if (typeof id !== "string") return null;
  return rowKnownAt(context, info, noun, await identities(context, noun, knownAt).load(id));
}

/** The record that stood for itself under an id, with what the operation asks of it. Null for what the viewer may not see. */
export const rowKnownAt = (context: Context, info: GraphQLResolveInfo, noun: Named, canonicalId: string) =>
  standIn<{ id: string }>(context, noun, canonicalId, (each) => rows[noun](context, info).load(each));

/** The records that stood for themselves under these ids, without what the viewer may not see. */
export async function rowsKnownAt(context: Context, info: GraphQLResolveInfo, noun: Named, canonicalIds: readonly string[]) {
  const rows = await Promise.all(canonicalIds.map((id) => rowKnownAt(context, info, noun, id)));
  return rows.filter((row) => row !== null);
}
