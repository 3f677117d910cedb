/** Corrections of places. */
import { amendFacility } from "../../domain/amending/amend-facility.ts";
import { mutation } from "../base/mutation.ts";
import { standIn } from "../base/stand-in.ts";
import { coordinatesInput } from "../counting/coordinates.ts";
import { Facility, FacilityKind } from "../records/facility.ts";
import { facilityFields, recordFields } from "../words/record.ts";
import { amending, amendmentInput, basisReference } from "./amendment-input.ts";

mutation(amendFacility, {
  description: `Corrects a place. ${amending} The slug stays. Each verified release from there is told to the feed as ReleaseAmended.`,
  references: { facility: ["Facility"], partOf: ["Facility"], ...basisReference },
  input: (t) => ({
    facility: t.id({ required: true, description: "The id of the facility." }),
    ...amendmentInput(t),
    name: t.string({ description: recordFields.name }),
    aliases: t.stringList({ description: recordFields.aliases }),
    kind: t.field({ type: FacilityKind, description: facilityFields.kind }),
    operator: t.string({ description: facilityFields.operator }),
    partOf: t.id({ description: "The id of the facility of which this is a part." }),
    country: t.string({ description: facilityFields.country }),
    admin1: t.string({ description: facilityFields.admin1 }),
    ...coordinatesInput(t),
  }),
  payload: (t) => ({
    facility: t.prismaField({
      type: Facility,
      description: "The facility as it is now.",
      // A record that was merged keeps its own particulars under its own id.
      resolve: async (query, { id: amended }, _args, context) =>
        (await standIn(context, "Facility", amended, (id) => context.prisma.facility.findUnique({ ...query, where: { id } })))!,
    }),
  }),
});
