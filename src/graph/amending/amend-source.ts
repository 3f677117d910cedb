/** Corrections of sources. */
import { amendSource } from "../../domain/amending/amend-source.ts";
import { mutation } from "../base/mutation.ts";
import { standIn } from "../base/stand-in.ts";
import { Source, SourceKind } from "../records/source.ts";
import { recordFields, sourceFields } from "../words/record.ts";
import { amending, amendmentInput, basisReference } from "./amendment-input.ts";

mutation(amendSource, {
  description: `Corrects a source, and evaluates what rests on it again. ${amending} The slug stays.`,
  references: { source: ["Source"], ...basisReference },
  input: (t) => ({
    source: t.id({ required: true, description: "The id of the source." }),
    ...amendmentInput(t),
    name: t.string({ description: recordFields.name }),
    aliases: t.stringList({ description: recordFields.aliases }),
    kind: t.field({ type: SourceKind, description: sourceFields.kind }),
    independenceGroup: t.string({ description: sourceFields.independenceGroup }),
    timeZone: t.string({ description: sourceFields.timeZone }),
  }),
  payload: (t) => ({
    source: t.prismaField({
      type: Source,
      description: "The source as it is now.",
      // A record that was merged keeps its own particulars under its own id.
      resolve: async (query, { id: amended }, _args, context) =>
        (await standIn(context, "Source", amended, (id) => context.prisma.source.findUnique({ ...query, where: { id } })))!,
    }),
  }),
});
