/** What a person's timeline adds up to: status, place, spells in custody. */
import type { Visibility as VisibilityLevel } from "../../db/generated/prisma/enums.ts";
import { custodyAt, spellsOf, type CustodyStatus as Status, type TimelineEvent } from "../../domain/custody/custody.ts";
import { canSee, visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { inOrder } from "../base/filter.ts";
import { asOfArgs, knownAtArgs } from "../clocks/clock-arguments.ts";
import { CustodyEvent, CustodyEventConnection } from "../records/custody-event.ts";
import { Detainee } from "../records/detainee.ts";
import { Facility } from "../records/facility.ts";
import { Detention } from "./detention.ts";
import { personKnownAt, timelineKnownAt } from "./person-known-at.ts";
import { relatedList } from "../pages/related-list.ts";
import { timelineOf, timelineOrder, timelineRanks } from "./timeline.ts";

const statuses: readonly Status[] = ["DETAINED", "RELEASED", "CONDITIONALLY_RELEASED", "WHEREABOUTS_UNKNOWN", "DIED_IN_CUSTODY", "UNKNOWN"];
export const CustodyStatus = builder.enumType("CustodyStatus", {
  values: statuses as readonly [Status, ...Status[]],
  description: "Folded from the timeline. UNKNOWN also while a release is contested.",
});

type Timed = { events: (TimelineEvent & { id: string; whenEarliest: Date | null; whenLatest: Date | null })[] };

builder.prismaObjectFields(Detainee, (t) => ({
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
        const where = visibleWhere(viewer);
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
      return facilityId !== null && canSee(viewer, facility) ? (facility as never) : null;
    },
  }),
  timeline: relatedList(
    t,
    "events",
    {
      type: CustodyEvent,
      description: "Every step, oldest first.",
      rows: (_args, { viewer }) => ({ where: visibleWhere(viewer), order: timelineOrder, ranks: timelineRanks }),
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
      return spellsOf(asOf == null ? events : events.filter(({ whenSortAt }) => whenSortAt <= asOf)).map((spell) => ({
        ...spell,
        asOf: moment,
      }));
    },
  }),
}));

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
