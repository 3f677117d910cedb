/** Who may see a record. */
import { setVisibility, visibleNouns } from "../../domain/access/set-visibility.ts";
import { mutation } from "../base/mutation.ts";
import { encodeId } from "../base/ids.ts";
import { Visibility } from "../records/visibility.ts";

mutation(setVisibility, {
  description:
    "Sets who may see a person, a facility, a source or a document, with everything that depends on it. Whoever saw a release in the feed and may no longer see it receives its withdrawal; a merged record stays as hidden as the most hidden of those that are one with it.",
  references: { record: visibleNouns },
  input: (t) => ({
    record: t.id({ required: true, description: "The id of a person, facility, source or document." }),
    visibility: t.field({ type: Visibility, required: true, description: "Who may see it from now on." }),
    note: t.string({ description: "Why, for the audit trail." }),
  }),
  payload: (t) => ({
    record: t.id({ description: "The id of the record.", resolve: ({ id, noun }) => encodeId(noun, id) }),
    visibility: t.field({
      type: Visibility,
      description: "Who may see it now; a merged record stays as hidden as the most hidden of its members.",
      resolve: (answer) => answer.visibility,
    }),
  }),
});
