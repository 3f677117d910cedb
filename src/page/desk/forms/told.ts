/** An event in a line: what, when, where, how far verified, by how many claims. */
import type { DeskToldFragment } from "../../../../generated/graphql.ts";
import { numberIn } from "../../words/quantity.ts";
import { spanInWords } from "../../words/span.ts";
import { placeInWords } from "../../pieces/where.ts";
import { terms } from "../../words/terms.ts";
import type { Words } from "../../words/words.ts";

export function eventInWords({ type, when, state, claims, ...event }: DeskToldFragment, { language, states, menu }: Words): string {
  const where = placeInWords(event, language);
  const said = `${menu.claims.toLocaleLowerCase(language)}: ${numberIn(language, claims.totalCount)}`;
  return [terms[language].event[type], spanInWords(when, language), where, `${states[state]}; ${said}`].filter(Boolean).join(", ");
}
