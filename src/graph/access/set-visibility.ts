/** Who may see a record. */
import { setVisibility, visibleNouns } from "../../domain/access/set-visibility.ts";
import { mutation } from "../base/mutation.ts";
import { encodeId } from "../base/ids.ts";
import { Visibility } from "../records/visibility.ts";

mutation(setVisibility, {
  description:
    "Sets who may see a person, a facility, a source or a document, with all that hangs on it. Whoever saw a release in the feed and may no longer see it is told so; a merged record stays as hidden as the most hidden of those that are one with it.",
  references: { record: visibleNouns },
  input: (t) => ({
    record: t.id({ required: true }),
    visibility: t.field({ type: Visibility, required: true }),
    note: t.string({ description: "Why, for the audit trail." }),
  }),
  payload: (t) => ({
    record: t.id({ resolve: ({ id, noun }) => encodeId(noun, id) }),
    visibility: t.field({ type: Visibility, resolve: (answer) => answer.visibility }),
  }),
});
