/** The revolving door: of those let go, how many were taken again. */
import { countRevolvingDoor, type RevolvingDoor as Door } from "../../domain/custody/revolving-door.ts";
import { builder } from "../base/builder.ts";
import { asOfMoment } from "../../domain/history/known-at.ts";
import { includePartsArgs, situationArgs, situationId, when } from "../base/filter.ts";
import { idOf } from "../base/ids.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import { work } from "../costs/work.ts";

const RevolvingDoor = builder.objectRef<Door>("RevolvingDoor").implement({
  description:
    "Of those let go in a window, how many were taken again within it. Distinct people known by name, whatever the state of the decision, save refuted events.",
  fields: (t) => ({
    released: t.exposeInt("released", { description: "People with an effected release certainly in the window, refuted ones left out." }),
    rearrested: t.exposeInt("rearrested", { description: "Those among them whom an arrest in the window certainly followed." }),
    possiblyReleased: t.exposeInt("possiblyReleased", { description: "Those, and whoever has a release that may lie in the window." }),
    possiblyRearrested: t.exposeInt("possiblyRearrested", { description: "Those, and whoever may have been taken again in it." }),
    rate: t.float({
      nullable: true,
      description: "rearrested / released; null when nobody was released.",
      resolve: ({ released, rearrested }) => (released === 0 ? null : rearrested / released),
    }),
  }),
});

builder.queryField("revolvingDoor", (t) =>
  t.field({
    type: RevolvingDoor,
    complexity: work.revolvingDoor,
    description: "The rate of the revolving door over a window.",
    args: {
      since: t.arg({ type: "DateTime", description: "The window begins with this moment. From the beginning, when not given." }),
      until: t.arg({
        type: "DateTime",
        description: "The window ends with this moment. When not given: the earlier of `knownAt` and `publishedUntil`, or now.",
      }),
      ...situationArgs,
      facility: t.arg.id({ description: "The id of a facility: only releases from there or from a part of it. All when not given." }),
      ...includePartsArgs,
      ...clockArgs,
    },
    resolve: async (_root, { since, until, situation, facility, ...reach }, context) =>
      countRevolvingDoor(context.prisma, context.viewer, {
        since,
        until: asOfMoment({ asOf: until, ...reach }, context.now),
        facility: when(facility, (id) => idOf(id, "Facility")),
        reach: { ...reach, situation: await situationId(context, situation) },
      }),
  }),
);
