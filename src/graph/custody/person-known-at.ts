/** People as they were known at a moment: who a record's person was, and the timeline of whoever was one with it then. */
import type { GraphQLResolveInfo } from "graphql";
import { timelinesKnownAt } from "../../domain/history/events-known-at.ts";
import { canonicalAt, type Clocks, type KnownAt } from "../../domain/history/known-at.ts";
import { loaderOf, type Context } from "../base/context.ts";
import { rowLoader } from "../pages/row-loader.ts";
import { standIn } from "../base/stand-in.ts";

/** The timeline as it was known, of what had been published, of whoever was one with this record then. */
export const timelineKnownAt = (context: Context, id: string, { knownAt, publishedUntil }: Clocks) =>
  timelineLoader(context, knownAt, publishedUntil).load(id);

const timelineLoader = loaderOf(({ prisma, viewer }, ids: readonly string[], knownAt: KnownAt, publishedUntil: KnownAt) =>
  timelinesKnownAt(prisma, viewer, ids, { knownAt, publishedUntil }),
);
const identityLoader = loaderOf(({ prisma }, ids: readonly string[], knownAt: Date) => canonicalAt(prisma, "Detainee", ids, knownAt));
const personRows = rowLoader(({ prisma }, query) => prisma.detainee.findMany(query));

/** Who a record's person was at a moment; under that record's own id also when it was merged since. */
export async function personKnownAt(context: Context, info: GraphQLResolveInfo, recordId: string, knownAt: Date): Promise<{ id: string }> {
  const canonicalId = await identityLoader(context, knownAt).load(recordId);
  const load = (id: string) => personRows(context, info).load(id);
  return (await standIn(context, "Detainee", canonicalId, load))!;
}
