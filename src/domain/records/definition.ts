/** Definitions: what the numbers of a source count. Append-only; a new version supersedes the old. */
import * as z from "zod";
import { id, key, orNull, text } from "../input.ts";
import { idOfKey } from "../identity.ts";

const known = orNull(z.boolean({ error: "true or false" }));

export const definitionDraft = z.object({
  key,
  source: id,
  text: text(1000),
  includesHouseArrest: known,
  politicalOnly: known,
  excludesUnderHours: orNull(
    z
      .int({ error: "a whole number of hours" })
      .min(0, { error: "a whole number of hours" })
      .max(1_000_000, { error: "at most 1000000 hours" }),
  ),
  supersedes: orNull(id),
});

export function definitionRow({ source, supersedes, ...draft }: z.output<typeof definitionDraft>) {
  return { id: idOfKey("Definition", draft.key), ...draft, sourceId: source, supersedesId: supersedes };
}
