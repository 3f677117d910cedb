/** Which records a record stands for since they were judged to be one: the ids that others may still keep. */
import { visible, type Viewer } from "../src/domain/viewer.ts";
import { builder } from "./builder.ts";
import { Detainee } from "./detainee.ts";
import { Facility } from "./facility.ts";
import { encodeId } from "./ids.ts";
import { Source } from "./source.ts";

const description = "The ids of the records that this one stands for since somebody judged them to be the same; they keep resolving.";
const selection = (viewer: Viewer) => ({
  merged: { where: visible(viewer), orderBy: { id: "asc" as const }, select: { id: true as const } },
});

builder.prismaObjectField(Detainee, "merged", (t) =>
  t.field({
    ...{ type: ["ID"], description },
    select: (_args, { viewer }) => selection(viewer),
    resolve: ({ merged }) => merged.map(({ id }) => encodeId("Detainee", id)),
  }),
);
builder.prismaObjectField(Facility, "merged", (t) =>
  t.field({
    ...{ type: ["ID"], description },
    select: (_args, { viewer }) => selection(viewer),
    resolve: ({ merged }) => merged.map(({ id }) => encodeId("Facility", id)),
  }),
);
builder.prismaObjectField(Source, "merged", (t) =>
  t.field({
    ...{ type: ["ID"], description },
    select: (_args, { viewer }) => selection(viewer),
    resolve: ({ merged }) => merged.map(({ id }) => encodeId("Source", id)),
  }),
);
