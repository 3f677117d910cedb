/** Which records a record stands for since they were judged to be one: the ids that others may still keep. */
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import type { Context } from "../base/context.ts";
import { Detainee } from "../records/detainee.ts";
import { Facility } from "../records/facility.ts";
import { encodeId } from "../base/ids.ts";
import { Source } from "../records/source.ts";

const description =
  "The ids of the records that were merged into this one. They keep resolving, to this record. Empty when there are none.";
const selection = (viewer: Viewer) => ({
  id: true as const,
  merged: { where: visibleWhere(viewer), orderBy: { id: "asc" as const }, select: { id: true as const } },
});

/** A record that was merged itself stands for none. */
function idsOf(noun: string, { id, merged }: { id: string; merged: { id: string }[] }, { standIns }: Context): string[] {
  return standIns.has(id) ? [] : merged.map((other) => encodeId(noun, other.id));
}

builder.prismaObjectField(Detainee, "merged", (t) =>
  t.field({
    ...{ type: ["ID"], description },
    select: (_args, { viewer }) => selection(viewer),
    resolve: (record, _args, context) => idsOf("Detainee", record, context),
  }),
);
builder.prismaObjectField(Facility, "merged", (t) =>
  t.field({
    ...{ type: ["ID"], description },
    select: (_args, { viewer }) => selection(viewer),
    resolve: (record, _args, context) => idsOf("Facility", record, context),
  }),
);
builder.prismaObjectField(Source, "merged", (t) =>
  t.field({
    ...{ type: ["ID"], description },
    select: (_args, { viewer }) => selection(viewer),
    resolve: (record, _args, context) => idsOf("Source", record, context),
  }),
);
