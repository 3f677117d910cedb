/** Corrections of what is on record of people. */
import { amendDetainee } from "../../domain/amending/amend-detainee.ts";
import { mutation } from "../base/mutation.ts";
import { standIn } from "../base/stand-in.ts";
import { TimeSpanInput } from "../base/time-span.ts";
import { AgeGroup, CivilMilitary, Detainee, PersonNameInput, Sex } from "../records/detainee.ts";
import { personFields } from "../words/person.ts";
import { amending, amendmentInput, basisReference } from "./amendment-input.ts";

mutation(amendDetainee, {
  description: `Corrects what is on record of a person. ${amending} Who turns out to be a minor is RESTRICTED from then on. Each verified release of the person is told to the feed as ReleaseAmended.`,
  references: { detainee: ["Detainee"], ...basisReference },
  input: (t) => ({
    detainee: t.id({ required: true, description: "The id of the person." }),
    ...amendmentInput(t),
    name: t.string({ description: personFields.name }),
    named: t.boolean({ description: `${personFields.named} Say true with the name once it is known.` }),
    names: t.field({
      type: [PersonNameInput],
      description: "Further names and spellings, at most 100: all of them, in place of those on record.",
    }),
    sex: t.field({ type: Sex, description: personFields.sex }),
    ageGroup: t.field({ type: AgeGroup, description: personFields.ageGroup }),
    birth: t.field({ type: TimeSpanInput, description: personFields.birth }),
    nationalities: t.stringList({ description: personFields.nationalities }),
    occupations: t.stringList({ description: personFields.occupations }),
    ethnicities: t.stringList({ description: personFields.ethnicities }),
    civilMilitary: t.field({ type: CivilMilitary, description: personFields.civilMilitary }),
    externalIds: t.stringList({ description: personFields.externalIds }),
  }),
  payload: (t) => ({
    detainee: t.prismaField({
      type: Detainee,
      description: "The person as it is now.",
      // A record that was merged keeps its own particulars under its own id.
      resolve: async (query, { id: amended }, _args, context) =>
        (await standIn(context, "Detainee", amended, (id) => context.prisma.detainee.findUnique({ ...query, where: { id } })))!,
    }),
  }),
});
