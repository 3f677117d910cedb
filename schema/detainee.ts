/** Detainees: people who are or were held. */
import {
  AgeGroup as ageGroups,
  CivilMilitary as civilMilitary,
  NameKind as nameKinds,
  Sex as sexes,
  type Visibility as VisibilityLevel,
} from "../src/db/generated/prisma/enums.ts";
import { custodyAt, spellsOf, type CustodyStatus as Status, type TimelineEvent } from "../src/domain/custody.ts";
import { recordDetainee } from "../src/domain/detainee.ts";
import { recordedBy } from "../src/domain/known.ts";
import { spanOf } from "../src/domain/timespan.ts";
import { sees, visible, type Viewer } from "../src/domain/viewer.ts";
import { builder } from "./builder.ts";
import { mutation } from "./change.ts";
import { connectionOf } from "./connection.ts";
import { CustodyEvent, CustodyEventConnection, timelineOf, timelineOrder } from "./custody.ts";
import { Detention } from "./detention.ts";
import { Facility } from "./facility.ts";
import { containing, given, inOrder, unmerged, when } from "./filter.ts";
import { idOf } from "./ids.ts";
import { personKnownAt, timelineKnownAt } from "./known-person.ts";
import { asOfArgs, knownAtArgs } from "./knowing.ts";
import { foundBy } from "./nodes.ts";
import { NameOrder } from "./order.ts";
import { Visibility } from "./source.ts";
import { findStandIn, standIn, withMerge } from "./stand-in.ts";
import { spanSelection, TimeSpan, TimeSpanInput } from "./timespan.ts";

export const AgeGroup = builder.enumType(ageGroups, { name: "AgeGroup", description: "At arrest." });
const Sex = builder.enumType(sexes, { name: "Sex" });
const CivilMilitary = builder.enumType(civilMilitary, { name: "CivilMilitary" });
const NameKind = builder.enumType(nameKinds, { name: "NameKind", description: "A VARIANT is another spelling of the same name." });
const statuses: readonly Status[] = ["DETAINED", "RELEASED", "CONDITIONALLY_RELEASED", "WHEREABOUTS_UNKNOWN", "DIED_IN_CUSTODY", "UNKNOWN"];
export const CustodyStatus = builder.enumType("CustodyStatus", {
  values: statuses as readonly [Status, ...Status[]],
  description: "Folded from the timeline. UNKNOWN also while a release is contested.",
});

type Timed = { events: (TimelineEvent & { id: string; whenEarliest: Date | null; whenLatest: Date | null })[] };

const PersonName = builder.prismaObject("PersonName", {
  select: { id: true },
  fields: (t) => ({
    text: t.exposeString("text"),
    language: t.exposeString("language", { nullable: true, description: "ISO 639." }),
    kind: t.expose("kind", { type: NameKind }),
  }),
});

export const Detainee = builder.prismaNode("Detainee", {
  description: "A person who is or was held.",
  id: { field: "id" },
  findUnique: findStandIn,
  nullable: true,
  select: withMerge,
  fields: (t) => ({
    name: t.exposeString("name"),
    names: t.relation("names", {
      type: PersonName,
      description: "All spellings on record, of every record that was judged to be this person.",
      query: { orderBy: [{ kind: "asc" }, { text: "asc" }, { id: "asc" }] },
    }),
    sex: t.expose("sex", { type: Sex }),
    ageGroup: t.expose("ageGroup", { type: AgeGroup }),
    birth: t.field({ type: TimeSpan, nullable: true, select: spanSelection("birth"), resolve: (row) => spanOf("birth", row) }),
    nationalities: t.expose("nationalities", { type: ["CountryCode"] }),
    occupations: t.exposeStringList("occupations"),
    civilMilitary: t.expose("civilMilitary", { type: CivilMilitary }),
    externalIds: t.exposeStringList("externalIds"),
    recordedAt: t.expose("recordedAt", { type: "DateTime" }),
    status: t.field({
      type: CustodyStatus,
      description: "At `asOf` (now, when not given): what the events add up to that have certainly happened by then.",
      args: asOfArgs,
      select: ({ knownAt }, { viewer }) => (knownAt == null ? { events: timelineOf(viewer) } : { id: true }),
      resolve: async (person, { asOf, knownAt }, context) =>
        custodyAt(
          knownAt == null ? (person as Timed).events : await timelineKnownAt(context, person.id, knownAt),
          asOf ?? knownAt ?? new Date(),
        ).status,
    }),
    facility: t.field({
      type: Facility,
      nullable: true,
      description: "Where the person is held at `asOf` (now, when not given); null when not held, or when the place is not known.",
      args: asOfArgs,
      select: ({ knownAt }, { viewer }, nested) => {
        if (knownAt != null) return { id: true };
        const timeline = timelineOf(viewer);
        return { events: { ...timeline, select: { ...timeline.select, facility: nested({ select: { id: true, visibility: true } }) } } };
      },
      async resolve(person, { asOf, knownAt }, context) {
        const { prisma, viewer, loader } = context;
        if (knownAt != null) {
          const { facilityId } = custodyAt(await timelineKnownAt(context, person.id, knownAt), asOf ?? knownAt);
          const where = visible(viewer);
          if (facilityId === null) return null;
          return loader("facilities", (ids: readonly string[]) =>
            inOrder(ids, prisma.facility.findMany({ where: { id: { in: [...ids] }, ...where } })),
          ).load(facilityId);
        }
        const { events } = person as unknown as {
          events: (TimelineEvent & { facility: { id: string; visibility: VisibilityLevel } | null })[];
        };
        const { facilityId } = custodyAt(events, asOf ?? new Date());
        const facility = events.find((event) => event.facilityId === facilityId)?.facility ?? null;
        return facilityId !== null && sees(viewer, facility) ? (facility as never) : null;
      },
    }),
    timeline: t.relatedConnection(
      "events",
      {
        type: CustodyEvent,
        cursor: "id",
        totalCount: true,
        description: "Every step, oldest first.",
        query: (_args, { viewer }) => ({ where: visible(viewer), orderBy: timelineOrder }),
      },
      CustodyEventConnection,
    ),
    detentions: t.field({
      type: [Detention],
      description: "The spells in custody. The second and later ones are the revolving door.",
      args: asOfArgs,
      select: ({ knownAt }, { viewer }) => (knownAt == null ? { events: timelineOf(viewer) } : { id: true }),
      async resolve(person, { asOf, knownAt }, context) {
        const moment = asOf ?? knownAt ?? new Date();
        const events = knownAt == null ? (person as Timed).events : await timelineKnownAt(context, person.id, knownAt);
        return spellsOf(asOf == null ? events : events.filter(({ happenedBy }) => happenedBy <= asOf)).map((spell) => ({
          ...spell,
          asOf: moment,
        }));
      },
    }),
  }),
});

foundBy("Detainee", ({ prisma, viewer }, ids) =>
  prisma.detainee.findMany({ where: { id: { in: ids }, ...visible(viewer) }, select: { id: true, mergedIntoId: true } }),
);

export const DetaineeConnection = connectionOf("Detainee", Detainee);

const DetaineeFilter = builder.inputType("DetaineeFilter", {
  fields: (t) => ({
    nationality: t.field({ type: "CountryCode" }),
    ageGroup: t.field({ type: AgeGroup }),
    facility: t.id({ description: "People whose timeline passes through this facility." }),
    nameContains: t.string({ description: "Part of the primary name; accents and case do not matter. For spellings use `search`." }),
  }),
});

builder.queryFields((t) => ({
  detainee: t.prismaField({
    type: Detainee,
    nullable: true,
    args: { id: t.arg.id({ required: true }), ...knownAtArgs },
    resolve(query, _root, { id, knownAt }, context) {
      const { prisma, viewer } = context;
      const load = (personId: string) =>
        prisma.detainee.findFirst({ ...query, where: { id: personId, ...recordedBy(knownAt), ...visible(viewer) } });
      return standIn(context, "Detainee", idOf(id, "Detainee"), load);
    },
  }),
  detainees: t.prismaConnection(
    {
      type: Detainee,
      cursor: "id",
      args: { filter: t.arg({ type: DetaineeFilter }), order: t.arg({ type: NameOrder, defaultValue: "asc" }) },
      totalCount: (_root, { filter }, { prisma, viewer }) =>
        prisma.detainee.count({ where: { AND: [visible(viewer), detaineeWhere(viewer, filter ?? {})] } }),
      resolve: (query, _root, { filter, order }, { prisma, viewer }) =>
        prisma.detainee.findMany({
          ...query,
          where: { AND: [visible(viewer), detaineeWhere(viewer, filter ?? {})] },
          orderBy: [{ sortName: order ?? "asc" }, { id: order ?? "asc" }],
        }),
    },
    DetaineeConnection,
  ),
}));

function detaineeWhere(viewer: Viewer, { nationality, ageGroup, facility, nameContains }: Partial<typeof DetaineeFilter.$inferInput>) {
  const conditions = given({
    nationalities: when(nationality, (has) => ({ has })),
    ageGroup,
    events: when(facility, (id) => ({ some: { facility: { id: idOf(id, "Facility"), ...visible(viewer) } } })),
    sortName: when(nameContains, containing),
  });
  return { ...unmerged, ...conditions };
}

builder.prismaInterfaceField(CustodyEvent, "detainee", (t) =>
  t.field({
    type: Detainee,
    args: knownAtArgs,
    select: ({ knownAt }, _context, nested) => (knownAt == null ? { detainee: nested() } : { statedDetaineeId: true }),
    resolve: (row, { knownAt }, context, info) => {
      const { detainee, statedDetaineeId } = row as { detainee?: { id: string }; statedDetaineeId?: string };
      return knownAt == null ? detainee! : personKnownAt(context, info, statedDetaineeId!, knownAt);
    },
  }),
);

builder.prismaObjectField(Facility, "detainees", (t) =>
  t.prismaConnection(
    {
      type: Detainee,
      cursor: "id",
      description:
        "Everyone whose recorded timeline passes through here, by name. For who is here now see `detaineeCount` and `Detainee.facility`.",
      totalCount: ({ id }, _args, { prisma, viewer }) =>
        prisma.detainee.count({ where: { events: { some: { facilityId: id } }, ...visible(viewer) } }),
      resolve: (query, { id }, _args, { prisma, viewer }) =>
        prisma.detainee.findMany({
          ...query,
          where: { events: { some: { facilityId: id } }, ...visible(viewer) },
          orderBy: [{ sortName: "asc" }, { id: "asc" }],
        }),
    },
    DetaineeConnection,
  ),
);

mutation(recordDetainee, {
  description:
    "Records a person. Every call makes a person of its own, since two people may share all that is known of them: use an idempotencyKey to repeat a call safely. A minor is RESTRICTED unless `visibility` says otherwise.",
  references: {},
  input: (t) => ({
    name: t.string({ required: true }),
    names: t.field({
      type: [
        builder.inputType("PersonNameInput", {
          fields: (f) => ({
            text: f.string({ required: true }),
            language: f.string(),
            kind: f.field({ type: NameKind, required: true, description: "ALIAS or VARIANT." }),
          }),
        }),
      ],
    }),
    sex: t.field({ type: Sex }),
    ageGroup: t.field({ type: AgeGroup }),
    birth: t.field({ type: TimeSpanInput }),
    nationalities: t.stringList({ description: "ISO 3166-1 alpha-2." }),
    occupations: t.stringList(),
    civilMilitary: t.field({ type: CivilMilitary }),
    visibility: t.field({ type: Visibility }),
    externalIds: t.stringList(),
  }),
  payload: (t) => ({
    detainee: t.prismaField({
      type: Detainee,
      resolve: (query, { id }, _args, { prisma }) => prisma.detainee.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
