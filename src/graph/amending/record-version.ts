/** Versions: how each record came to say what it says. */
import { versionsOf, type ReadVersion } from "../../domain/amending/versions.ts";
import type { Change, Shown } from "../../domain/amending/changes.ts";
import type { RecordNoun } from "../../domain/history/particulars.ts";
import { visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { loaderOf } from "../base/context.ts";
import { encodeId } from "../base/ids.ts";
import { rowLoader } from "../pages/row-loader.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import { Claim } from "../records/claim.ts";
import { ClaimChangeReason } from "../counting/claim-enums.ts";
import { CustodyEvent } from "../records/custody-event.ts";
import { Detainee } from "../records/detainee.ts";
import { Document } from "../records/document.ts";
import { Facility } from "../records/facility.ts";
import { Definition, Source } from "../records/source.ts";
import { recordFields } from "../words/record.ts";

const FieldChange = builder.objectRef<Change>("FieldChange").implement({
  description:
    "One field that a version changed. A value is text: a time in EDTF with the source's own words, a list with | between its entries, a record as its id.",
  fields: (t) => ({
    field: t.exposeString("field", { description: "The field, as the amend mutation of the record calls it." }),
    before: t.string({
      nullable: true,
      description: "What it was before. Null when there was nothing, when it was redacted, or when it names what you may not see.",
      resolve: ({ before }) => written(before),
    }),
    after: t.string({
      nullable: true,
      description: "What it was from then on. Null when there is nothing, or when it names what you may not see.",
      resolve: ({ after }) => written(after),
    }),
    redacted: t.exposeBoolean("redacted", { description: "Whether what was replaced has been removed for good." }),
  }),
});

const written = (shown: Shown): string | null =>
  typeof shown === "object" && shown !== null ? shown.ids.map((id) => encodeId(shown.noun, id)).join("|") : shown;

const claimRows = rowLoader(({ prisma, viewer }, query) =>
  prisma.claim.findMany({ ...query, where: { ...query.where, ...visibleWhere(viewer) } }),
);

export const RecordVersion = builder.objectRef<ReadVersion>("RecordVersion").implement({
  description: "One version of a record: its first recording, or a correction.",
  fields: (t) => ({
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: "When the hub recorded this version." }),
    recordedBy: t.string({
      nullable: true,
      description: "Who recorded this version. Told to keys with the scope EDITOR; null for others, and where nobody noted it.",
      resolve: ({ recordedBy }, _args, { viewer }) => (viewer.scopes.has("EDITOR") ? recordedBy : null),
    }),
    changeReason: t.expose("changeReason", {
      type: ClaimChangeReason,
      nullable: true,
      description: "Why the version before was replaced. Null of the first.",
    }),
    basis: t.field({
      type: Claim,
      nullable: true,
      description: "The claim that the corrected particulars rest on. Null when none was named that you may see.",
      resolve: ({ basisId }, _args, context, info) => (basisId === null ? null : (claimRows(context, info).load(basisId) as never)),
    }),
    changes: t.field({ type: [FieldChange], description: "What it changed. Empty of the first.", resolve: ({ changes }) => changes }),
  }),
});

const loader = loaderOf(({ prisma, viewer }, ids: readonly string[], noun: RecordNoun, knownAt: Date | null | undefined) =>
  versionsOf(prisma, viewer, noun, ids, knownAt),
);

const field = (noun: RecordNoun) => ({
  type: [RecordVersion] as [typeof RecordVersion],
  description: recordFields.versions,
  args: clockArgs,
  select: { id: true } as const,
  resolve: (row: { id: string }, { knownAt }: { knownAt?: Date | null | undefined }, context: Parameters<typeof loader>[0]) =>
    loader(context, noun, knownAt).load(row.id),
});

builder.prismaObjectField(Source, "versions", (t) => t.field(field("Source")));
builder.prismaObjectField(Document, "versions", (t) => t.field(field("Document")));
builder.prismaObjectField(Definition, "versions", (t) => t.field(field("Definition")));
builder.prismaObjectField(Facility, "versions", (t) => t.field(field("Facility")));
builder.prismaObjectField(Detainee, "versions", (t) => t.field(field("Detainee")));
builder.prismaInterfaceField(CustodyEvent, "versions", (t) => t.field(field("CustodyEvent")));
