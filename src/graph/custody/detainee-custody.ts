/** What a person's timeline adds up to: status, place, spells in custody. */
import type { Visibility as VisibilityLevel } from "../../db/generated/prisma/enums.ts";
import { custodyAt, spellsOf, type TimelineEvent } from "../../domain/custody/custody.ts";
import { canSee, visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { asOfArgs, knownAtArgs } from "../clocks/clock-arguments.ts";
import { CustodyEvent, CustodyEventConnection } from "../records/custody-event.ts";
import { Detainee } from "../records/detainee.ts";
import { Facility, facilityLoader } from "../records/facility.ts";
import { Detention } from "./detention.ts";
import { personKnownAt, timelineKnownAt } from "./person-known-at.ts";
import { relatedList } from "../pages/related-list.ts";
import { timelineOf, timelineOrder, timelineRanks } from "./timeline.ts";
import { custodyStatuses } from "../words/custody.ts";

export const CustodyStatus = builder.enumType("CustodyStatus", {
  values: custodyStatuses,
  description: "What a person's timeline adds up to at a moment.",
});

type Timed = { events: (TimelineEvent & { id: string; whenEarliest: Date | null; whenLatest: Date | null })[] };

builder.prismaObjectFields(Detainee, (t) => ({
  status: t.field({
    type: CustodyStatus,
    description: "The person's status at `asOf` (now, when not given): what the events add up to that had certainly happened by then.",
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
      if (knownAt != null) {
        const { facilityId } = custodyAt(await timelineKnownAt(context, person.id, knownAt), asOf ?? knownAt);
        return facilityId === null ? null : facilityLoader(context).load(facilityId);
      }
      const { events } = person as unknown as {
        events: (TimelineEvent & { facility: { id: string; visibility: VisibilityLevel } | null })[];
      };
      const { facilityId } = custodyAt(events, asOf ?? new Date());
      const facility = events.find((event) => event.facilityId === facilityId)?.facility ?? null;
      return facilityId !== null && canSee(context.viewer, facility) ? (facility as never) : null;
    },
  }),
  timeline: relatedList(
    t,
    "events",
    {
      type: CustodyEvent,
      description: "Every event of the person's custody, oldest first.",
      rows: (_args, { viewer }) => ({ where: visibleWhere(viewer), order: timelineOrder, ranks: timelineRanks }),
    },
    CustodyEventConnection,
  ),
  detentions: t.field({
    type: [Detention],
    description: "The spells in custody, oldest first. The second and later ones are the revolving door.",
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
    description: "The person whose custody it is.",
    args: knownAtArgs,
    select: ({ knownAt }, _context, nested) => (knownAt == null ? { detainee: nested() } : { statedDetaineeId: true }),
    resolve: (row, { knownAt }, context, info) => {
      const { detainee, statedDetaineeId } = row as { detainee?: { id: string }; statedDetaineeId?: string };
      return knownAt == null ? detainee! : personKnownAt(context, info, statedDetaineeId!, knownAt);
    },
  }),
);
