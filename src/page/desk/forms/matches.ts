/** Who on record may be meant by a name. Suggestions alone merge nothing. */
import type { DeskSuggestionFragment } from "../../../../generated/graphql.ts";
import { html, type Content, type Html } from "../../base/html.ts";
import type { View } from "../../base/route.ts";
import { personLink, stateTag, statusInWords } from "../../pieces/people.ts";
import { deskWords } from "../../words/desk.ts";

/** Each with how well it agrees, and why. */
export function matchesOf(suggestions: readonly DeskSuggestionFragment[], view: View, more: (id: string) => Content): Html {
  const say = deskWords[view.words.language];
  return html`<ul class="plain">
    ${suggestions.map(({ record, score, features, verdict }) => {
      if (record.__typename !== "Detainee") return null;
      return html`<li>
        <a href="${personLink(view, record.slug)}">${record.name}</a>
        <span class="small"
          >${statusInWords(record, view.words)} ${stateTag(record.statusState, view.words)}<br />${say.score}
          ${score.toFixed(2)}${verdict && ` · ${say.verdicts[verdict]}`}: ${features.map(({ detail }) => detail).join("; ")}</span
        >
        ${more(record.id)}
      </li>`;
    })}
  </ul>`;
}
