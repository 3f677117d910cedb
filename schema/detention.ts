/** A spell of detention, from an arrest to the release or death that ends it. */
import type { Spell, TimelineEvent } from "../src/domain/custody.ts";
import { builder } from "./builder.ts";
import { CustodyEvent } from "./custody.ts";

export const Detention = builder.objectRef<Spell<TimelineEvent & { id: string }>>("Detention").implement({
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
    events: t.field({ type: [CustodyEvent], description: "Every step of it.", resolve: ({ events }) => [...events] as never }),
  }),
});
