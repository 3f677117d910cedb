/** Which records a record stands for since they were judged to be one: the ids that others may still keep. */
import { absorbedAt } from "../../domain/history/known-at.ts";
import type { MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { loaderOf, type Context } from "../base/context.ts";
import { knownAtArgs } from "../clocks/clock-arguments.ts";
import { Detainee } from "../records/detainee.ts";
import { Facility } from "../records/facility.ts";
import { encodeId } from "../base/ids.ts";
import { Source } from "../records/source.ts";

const description =
  "The ids of the records that were merged into this one. They keep resolving, to this record. Empty when there are none.";
type Asked = { readonly knownAt?: Date | null | undefined };
const selection = (viewer: Viewer, { knownAt }: Asked) => ({
  id: true as const,
  ...(knownAt == null ? { merged: { where: visibleWhere(viewer), orderBy: { id: "asc" as const }, select: { id: true as const } } } : {}),
});

const absorbed = loaderOf(({ prisma, viewer }, ids: readonly string[], noun: MatchedNoun, knownAt: Date) =>
  absorbedAt(prisma, viewer, noun, ids, knownAt),
);

/** A record that was merged itself stands for none. */
async function idsOf(noun: MatchedNoun, row: { id: string }, { knownAt }: Asked, context: Context): Promise<string[]> {
  const { id, merged } = row as { id: string; merged?: { id: string }[] };
  const now = () => (context.standIns.has(id) ? [] : merged!.map((other) => other.id));
  const ids = knownAt == null ? now() : await absorbed(context, noun, knownAt).load(id);
  return ids.map((other) => encodeId(noun, other));
}

builder.prismaObjectField(Detainee, "merged", (t) =>
  t.field({
    ...{ type: ["ID"], description, args: knownAtArgs },
    select: (args, { viewer }) => selection(viewer, args),
    resolve: (record, args, context) => idsOf("Detainee", record, args, context),
  }),
);

builder.prismaObjectField(Facility, "merged", (t) =>
  t.field({
    ...{ type: ["ID"], description, args: knownAtArgs },
    select: (args, { viewer }) => selection(viewer, args),
    resolve: (record, args, context) => idsOf("Facility", record, args, context),
  }),
);

builder.prismaObjectField(Source, "merged", (t) =>
  t.field({
    ...{ type: ["ID"], description, args: knownAtArgs },
    select: (args, { viewer }) => selection(viewer, args),
    resolve: (record, args, context) => idsOf("Source", record, args, context),
  }),
);
