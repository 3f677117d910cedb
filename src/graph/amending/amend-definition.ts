/** Corrections of codebook entries. */
import { amendDefinition } from "../../domain/amending/amend-definition.ts";
import { mutation } from "../base/mutation.ts";
import { Definition } from "../records/source.ts";
import { definitionFields } from "../words/record.ts";
import { amending, amendmentInput, basisReference } from "./amendment-input.ts";

mutation(amendDefinition, {
  description: `Corrects a codebook entry that was recorded wrongly. ${amending} What the source itself counts otherwise by now is a new definition.`,
  references: { definition: ["Definition"], ...basisReference },
  input: (t) => ({
    definition: t.id({ required: true, description: "The id of the definition." }),
    ...amendmentInput(t),
    text: t.string({ description: definitionFields.text }),
    includesHouseArrest: t.boolean({ description: definitionFields.includesHouseArrest }),
    politicalOnly: t.boolean({ description: definitionFields.politicalOnly }),
    excludesUnderHours: t.int({ description: definitionFields.excludesUnderHours }),
  }),
  payload: (t) => ({
    definition: t.prismaField({
      type: Definition,
      description: "The definition as it is now.",
      resolve: (query, { id }, _args, { prisma }) => prisma.definition.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
