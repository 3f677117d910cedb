/** People as they were known at a moment: who a record's person was, and the timeline of whoever was one with it then. */
import type { GraphQLResolveInfo } from "graphql";
import { canonicalAt, timelinesKnownAt } from "../../domain/history/known-at.ts";
import type { Context } from "../base/context.ts";
import { rowLoader } from "../base/row-loader.ts";
import { standIn } from "../base/stand-in.ts";

/** The timeline as it was known, of whoever was one with this record then. */
export function timelineKnownAt({ prisma, viewer, loader }: Context, id: string, knownAt: Date) {
  return loader(`timeline ${knownAt.toISOString()}`, (ids: readonly string[]) => timelinesKnownAt(prisma, viewer, ids, knownAt)).load(id);
}

/** Who a record's person was at a moment; under that record's own id also when it was merged since. */
export async function personKnownAt(context: Context, info: GraphQLResolveInfo, recordId: string, knownAt: Date): Promise<{ id: string }> {
  const { prisma, loader } = context;
  const canonicalId = await loader(`person ${knownAt.toISOString()}`, (ids: readonly string[]) =>
    canonicalAt(prisma, "Detainee", ids, knownAt),
  ).load(recordId);
  const people = rowLoader(context, info, (query) => prisma.detainee.findMany(query));
  const load = (id: string) => people.load(id);
  return (await standIn(context, "Detainee", canonicalId, load))!;
}
