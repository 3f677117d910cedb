/** A spell of detention, from an arrest to the release or death that ends it. */
import { lengthOf, type Days, type Spell } from "../../domain/custody/spells.ts";
import type { TimelineEvent } from "../../domain/timeline/timeline-event.ts";
import { builder } from "../base/builder.ts";
import { CustodyEvent } from "../records/custody-event.ts";
import { Facility, facilityLoader } from "../records/facility.ts";
import { spellEnds } from "../words/custody.ts";

const DetentionEnd = builder.enumType("DetentionEnd", {
  values: spellEnds,
  description: "How a spell in custody ended.",
});

export const DurationBounds = builder.objectRef<Days>("DurationBounds").implement({
  description: "How long, in days, as far as the times are known; null is unbounded.",
  fields: (t) => ({
    lower: t.exposeFloat("lower", { nullable: true, description: "At least so many days; null when that is not known." }),
    upper: t.exposeFloat("upper", { nullable: true, description: "At most so many days; null when that is not known." }),
  }),
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
      description:
        "The facilities in which the person was held, in order. Those that are not known, or that you may not see, are left out.",
      async resolve({ events }, _args, context) {
        const ids = events.flatMap(({ facilityId }) => facilityId ?? []);
        const path = ids.filter((id, at) => id !== ids[at - 1]);
        return (await Promise.all(path.map((id) => facilityLoader(context).load(id)))).filter((facility) => facility !== null);
      },
    }),
    events: t.field({
      type: [CustodyEvent],
      description: "Every event of it, oldest first.",
      resolve: ({ events }) => [...events] as never,
    }),
  }),
});
