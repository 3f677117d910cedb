/** Corrections of custody events. */
import { amendEvent } from "../../domain/amending/amend-event.ts";
import { eventTypeNames } from "../../domain/records/custody-event.ts";
import { mutation } from "../base/mutation.ts";
import { TimeSpanInput } from "../base/time-span.ts";
import { CustodyEvent, detailInput, placeInput, ReleaseCondition, ReleaseOutcome, ReleaseStage } from "../records/custody-event.ts";
import { eventFields } from "../words/custody.ts";
import { amending, amendmentInput, basisReference } from "./amendment-input.ts";

mutation(amendEvent, {
  description: `Corrects a custody event, and evaluates it again. ${amending} A verified release stays verified as long as the evidence bears it as it is now, and the feed tells it as ReleaseAmended under the same id. To say another time, place or stage than was verified takes VERIFIER or EDITOR.`,
  references: { event: Object.values(eventTypeNames), facility: ["Facility"], ...basisReference },
  input: (t) => ({
    event: t.id({ required: true, description: "The id of the event." }),
    ...amendmentInput(t),
    when: t.field({ type: TimeSpanInput, description: eventFields.when }),
    facility: t.id({ description: eventFields.facility }),
    ...placeInput(t),
    stage: t.field({ type: ReleaseStage, description: `${eventFields.stage} Releases only.` }),
    outcome: t.field({ type: ReleaseOutcome, description: `${eventFields.outcome} Releases only.` }),
    conditions: t.field({ type: [ReleaseCondition], description: `${eventFields.conditions} Releases only.` }),
    ...detailInput(t),
  }),
  payload: (t) => ({
    event: t.prismaField({
      type: CustodyEvent,
      description: "The event as it is now.",
      resolve: (query, { id }, _args, { prisma }) => prisma.custodyEvent.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
