/** People as they were known at a moment: who a record's person was, and the timeline of whoever was one with it then. */
import type { GraphQLResolveInfo } from "graphql";
import { canonicalAt, timelinesKnownAt } from "../../domain/history/known-at.ts";
import { loaderOf, type Context } from "../base/context.ts";
import { rowLoader } from "../base/row-loader.ts";
import { standIn } from "../base/stand-in.ts";

/** The timeline as it was known, of whoever was one with this record then. */
export const timelineKnownAt = (context: Context, id: string, knownAt: Date) => timelineLoader(context, knownAt).load(id);

const timelineLoader = loaderOf(({ prisma, viewer }, ids: readonly string[], knownAt: Date) =>
  timelinesKnownAt(prisma, viewer, ids, knownAt),
);
const identityLoader = loaderOf(({ prisma }, ids: readonly string[], knownAt: Date) => canonicalAt(prisma, "Detainee", ids, knownAt));
const personRows = rowLoader(({ prisma }, query) => prisma.detainee.findMany(query));

/** Who a record's person was at a moment; under that record's own id also when it was merged since. */
export async function personKnownAt(context: Context, info: GraphQLResolveInfo, recordId: string, knownAt: Date): Promise<{ id: string }> {
  const canonicalId = await identityLoader(context, knownAt).load(recordId);
  const load = (id: string) => personRows(context, info).load(id);
  return (await standIn(context, "Detainee", canonicalId, load))!;
}
