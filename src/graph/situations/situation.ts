/** Situations: what the hub keeps apart. Each is compared with its own people and with nobody else's. */
import { recordSituation } from "../../domain/situations/situation.ts";
import { spanOf } from "../../domain/time/span.ts";
import { canSee } from "../../domain/viewer.ts";
import { spanSelection, TimeSpan, TimeSpanInput } from "../base/time-span.ts";
import { builder } from "../base/builder.ts";
import { situationBy } from "../base/ids.ts";
import { mutation } from "../base/mutation.ts";
import { foundBy } from "../base/nodes.ts";
import { connectionOf } from "../pages/connection.ts";
import { listPage } from "../pages/list.ts";
import { byName } from "../pages/order.ts";
import { CustodyEvent } from "../records/custody-event.ts";
import { Claim } from "../records/claim.ts";
import { Source } from "../records/source.ts";
import { recordFields, situationFields } from "../words/record.ts";

export const Situation = builder.prismaNode("Situation", {
  description:
    "One crisis of one country or more, kept apart from the others of the hub: its claims are compared with its own people, never with those of another. Events and claims belong to one; people, places and sources to each in which they occur. That there is a situation is public.",
  id: { field: "id", description: recordFields.id },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    slug: t.exposeString("slug", { description: recordFields.slug }),
    name: t.exposeString("name", { description: recordFields.name }),
    description: t.exposeString("description", { nullable: true, description: situationFields.description }),
    countries: t.expose("countries", { type: ["CountryCode"], description: situationFields.countries }),
    timeZone: t.exposeString("timeZone", { description: situationFields.timeZone }),
    custodian: t.field({
      type: Source,
      nullable: true,
      description: `${situationFields.custodian} Null when that is not on record, or when you may not see the source.`,
      select: (_args, _context, nested) => ({ custodian: nested({ select: { id: true, visibility: true } }) }),
      resolve: ({ custodian }, _args, { viewer }) => (canSee(viewer, custodian) ? custodian : null),
    }),
    licence: t.exposeString("licence", { nullable: true, description: situationFields.licence }),
    citation: t.exposeString("citation", { nullable: true, description: situationFields.citation }),
    startedAt: t.field({
      type: TimeSpan,
      nullable: true,
      description: situationFields.startedAt,
      select: spanSelection("startedAt"),
      resolve: (row) => spanOf("startedAt", row),
    }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: recordFields.recordedAt }),
  }),
});

foundBy("Situation", ({ prisma }, ids) => prisma.situation.findMany({ where: { id: { in: ids } }, select: { id: true } }));

const SituationConnection = connectionOf("Situation", Situation);

const SituationBy = builder.inputType("SituationBy", {
  description: "Names one situation: by its id or by its slug.",
  isOneOf: true,
  fields: (t) => ({ id: t.id({ description: "The id of the situation." }), slug: t.string({ description: "The slug of the situation." }) }),
});

builder.queryFields((t) => ({
  situation: t.prismaField({
    type: Situation,
    nullable: true,
    description: "A situation by id or slug; null when there is none.",
    args: { by: t.arg({ type: SituationBy, required: true, description: "The id or the slug." }) },
    resolve: (query, _root, { by }, { prisma }) =>
      prisma.situation.findUnique({ ...query, where: by.id == null ? { slug: by.slug } : situationBy(by.id) }),
  }),
  situations: t.connection(
    {
      type: Situation,
      description: "The situations that this hub keeps apart, by name.",
      resolve: (_root, args, context, info) => {
        const { prisma } = context;
        return listPage(
          { context, info, args },
          { where: {}, order: byName(), columns: ["id"] },
          (query) => prisma.situation.findMany(query),
          (query) => prisma.situation.count(query),
        );
      },
    },
    SituationConnection,
  ),
}));

builder.prismaInterfaceField(Claim, "situation", (t) =>
  t.relation("situation", { description: "The situation of which the claim speaks: with the people of that one it is compared." }),
);
builder.prismaInterfaceField(CustodyEvent, "situation", (t) =>
  t.relation("situation", { description: "The situation to which the event belongs, and in which it is counted." }),
);

mutation(recordSituation, {
  description: "Records a situation. The same again changes nothing; other content under a known slug is a Conflict.",
  references: { custodian: ["Source"] },
  input: (t) => ({
    slug: t.string({ required: true, description: recordFields.slug }),
    name: t.string({ required: true, description: recordFields.name }),
    description: t.string({ description: situationFields.description }),
    countries: t.field({ type: ["CountryCode"], description: situationFields.countries }),
    timeZone: t.string({ required: true, description: situationFields.timeZone }),
    custodian: t.id({ description: situationFields.custodian }),
    licence: t.string({ description: situationFields.licence }),
    citation: t.string({ description: situationFields.citation }),
    startedAt: t.field({ type: TimeSpanInput, description: situationFields.startedAt }),
  }),
  payload: (t) => ({
    situation: t.prismaField({
      type: Situation,
      description: "The situation that was recorded.",
      resolve: (query, { id }, _args, { prisma }) => prisma.situation.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
