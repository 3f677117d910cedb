/** What a person's timeline adds up to: status, place, spells in custody. */
import type { Visibility as VisibilityLevel } from "../../db/generated/prisma/enums.ts";
import { custodyAt } from "../../domain/timeline/custody.ts";
import { spellsOf } from "../../domain/custody/spells.ts";
import { happenedBy } from "../../domain/time/compare.ts";
import { whenOf, type TimelineEvent } from "../../domain/timeline/timeline-event.ts";
import { asOfMoment, isNow, type Clocks } from "../../domain/history/known-at.ts";
import { knownEvent } from "../../domain/history/published-records.ts";
import { canSee, visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { CustodyStatus } from "../base/custody-status.ts";
import type { Context } from "../base/context.ts";
import { spanSelection, TimeSpan } from "../base/time-span.ts";
import { spanOf } from "../../domain/time/span.ts";
import { VerificationState } from "../records/verification-state.ts";
import { asOfArgs, clockArgs } from "../clocks/clock-arguments.ts";
import { CustodyEvent, CustodyEventConnection } from "../records/custody-event.ts";
import { Detainee } from "../records/detainee.ts";
import { Facility, facilityLoader } from "../records/facility.ts";
import { Detention } from "./detention.ts";
import { unmerged } from "../base/filter.ts";
import { personKnownAt, timelineKnownAt } from "./person-known-at.ts";
import { relatedList } from "../pages/related-list.ts";
import { timelineOf, timelineOrder } from "./timeline.ts";

type Timed = { events: TimelineEvent[] };
type Asked = Clocks & { readonly asOf?: Date | null | undefined };

/** What a custody field selects, and how it reads the answer from that. */
const timelineFor = (clocks: Asked, { viewer }: Context) => (isNow(clocks) ? { events: timelineOf(viewer) } : { id: true as const });
const timelineWithWords = (clocks: Asked, { viewer }: Context) => {
  if (!isNow(clocks)) return { id: true as const };
  const timeline = timelineOf(viewer);
  return { events: { ...timeline, select: { ...timeline.select, ...spanSelection("when") } } };
};
async function custodyOf(person: { id: string }, asked: Asked, context: Context) {
  const told = isNow(asked) ? (person as unknown as Timed).events : await timelineKnownAt(context, person.id, asked);
  return custodyAt(told, asOfMoment(asked, context.now));
}

builder.prismaObjectFields(Detainee, (t) => ({
  status: t.field({
    type: CustodyStatus,
    description: "The person's status at `asOf` (now, when not given). Definite only if it is so however the uncertain times fell.",
    args: asOfArgs,
    select: timelineFor,
    resolve: async (person, args, context) => (await custodyOf(person, args, context)).status,
  }),
  possibleStatuses: t.field({
    type: [CustodyStatus],
    description: "Every status that the uncertain times allow at `asOf` (now, when not given); one where the status is definite.",
    args: asOfArgs,
    select: timelineFor,
    resolve: async (person, args, context) => [...(await custodyOf(person, args, context)).possible],
  }),
  statusSince: t.field({
    type: TimeSpan,
    nullable: true,
    description: "When the event happened that began the status at `asOf`; null when the status is not definite, or nothing is on record.",
    args: asOfArgs,
    select: timelineWithWords,
    async resolve(person, args, context) {
      const { since } = await custodyOf(person, args, context);
      if (since === null) return null;
      return spanOf("when", since) ?? spanOf("when", await context.prisma.custodyEvent.findUniqueOrThrow({ where: { id: since.id } }));
    },
  }),
  statusState: t.field({
    type: VerificationState,
    nullable: true,
    description: "How well supported the status at `asOf` is: the decision on the event that it rests on; null when no event is on record.",
    args: asOfArgs,
    select: timelineFor,
    resolve: async (person, args, context) => (await custodyOf(person, args, context)).state,
  }),
  facility: t.field({
    type: Facility,
    nullable: true,
    description: "Where the person is held at `asOf` (now, when not given); null when not held, or when the place is not known.",
    args: asOfArgs,
    select: (clocks, { viewer }, nested) => {
      if (!isNow(clocks)) return { id: true };
      const timeline = timelineOf(viewer);
      return { events: { ...timeline, select: { ...timeline.select, facility: nested({ select: { id: true, visibility: true } }) } } };
    },
    async resolve(person, asked, context) {
      const moment = asOfMoment(asked, context.now);
      if (!isNow(asked)) {
        const { facilityId } = custodyAt(await timelineKnownAt(context, person.id, asked), moment);
        return facilityId === null ? null : facilityLoader(context).load(facilityId);
      }
      const { events } = person as unknown as {
        events: (TimelineEvent & { facility: { id: string; visibility: VisibilityLevel } | null })[];
      };
      const { facilityId } = custodyAt(events, moment);
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
      args: clockArgs,
      rows: (clocks, { viewer }) => ({
        where: { AND: [visibleWhere(viewer), unmerged, knownEvent(viewer, clocks)] },
        order: timelineOrder,
      }),
    },
    CustodyEventConnection,
  ),
  detentions: t.field({
    type: [Detention],
    description:
      "The spells in custody, oldest first. The second and later ones are the revolving door: each begins with what no order of the events can explain otherwise.",
    args: asOfArgs,
    select: (clocks, { viewer }) => (isNow(clocks) ? { events: timelineOf(viewer) } : { id: true }),
    async resolve(person, asked, context) {
      const { asOf } = asked;
      const moment = asOfMoment(asked, context.now);
      const events = isNow(asked) ? (person as Timed).events : await timelineKnownAt(context, person.id, asked);
      return spellsOf(asOf == null ? events : events.filter((event) => happenedBy(whenOf(event), asOf) === "CERTAIN")).map((spell) => ({
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
    args: clockArgs,
    select: ({ knownAt }, _context, nested) => (knownAt == null ? { detainee: nested() } : { statedDetaineeId: true }),
    resolve: (row, { knownAt }, context, info) => {
      const { detainee, statedDetaineeId } = row as { detainee?: { id: string }; statedDetaineeId?: string };
      return knownAt == null ? detainee! : personKnownAt(context, info, statedDetaineeId!, knownAt);
    },
  }),
);
