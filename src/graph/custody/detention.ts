/** A spell of detention, from an arrest to the release or death that ends it. */
import { lengthOf, spellEnds, type Days, type Spell } from "../../domain/custody/spells.ts";
import type { TimelineEvent } from "../../domain/timeline/timeline-event.ts";
import { visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { CustodyEvent } from "../records/custody-event.ts";
import { Facility } from "../records/facility.ts";
import { inOrder } from "../base/filter.ts";

const DetentionEnd = builder.enumType("DetentionEnd", {
  values: spellEnds,
  description: "UNRECORDED: the next arrest is on record, and nothing between says how the person came free.",
});

const DurationBounds = builder.objectRef<Days>("DurationBounds").implement({
  description: "How long, in days, as far as the times are known; null is unbounded.",
  fields: (t) => ({ lower: t.exposeFloat("lower", { nullable: true }), upper: t.exposeFloat("upper", { nullable: true }) }),
});

export const Detention = builder.objectRef<Spell<TimelineEvent> & { asOf: Date }>("Detention").implement({
  description: "A spell in custody: from an arrest to the effected release or death that ends it.",
  fields: (t) => ({
    ordinal: t.exposeInt("ordinal", { description: "1 for the first; 2 and above is the revolving door." }),
    began: t.field({
      type: CustodyEvent,
      nullable: true,
      description: "The arrest; null when it is not on record.",
      resolve: ({ began }) => began as never,
    }),
    ended: t.field({
      type: CustodyEvent,
      nullable: true,
      description: "The release or death; null while it lasts, or when its end is not on record.",
      resolve: ({ ended }) => ended as never,
    }),
    end: t.field({ type: DetentionEnd, description: "How it ended.", resolve: ({ end }) => end }),
    days: t.field({
      type: DurationBounds,
      description: "How long it lasted, or has lasted at `asOf`.",
      resolve: (spell) => lengthOf(spell, spell.asOf),
    }),
    facilities: t.field({
      type: [Facility],
      description: "The way through the places of custody, in order; places that are not known are left out.",
      async resolve({ events }, _args, { prisma, viewer, loader }) {
        const ids = events.flatMap(({ facilityId }) => facilityId ?? []);
        const path = ids.filter((id, at) => id !== ids[at - 1]);
        const load = loader("facilities", (some: readonly string[]) =>
          inOrder(some, prisma.facility.findMany({ where: { id: { in: [...some] }, ...visibleWhere(viewer) } })),
        );
        return (await Promise.all(path.map((id) => load.load(id)))).filter((facility) => facility !== null);
      },
    }),
    events: t.field({ type: [CustodyEvent], description: "Every step of it.", resolve: ({ events }) => [...events] as never }),
  }),
});
