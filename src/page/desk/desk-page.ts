/** What the desk shows: the sign-in, or the queue beside the case. */
import type { DeskQueueQuery } from "../../../generated/graphql.ts";
import { html, nothing, type Content, type Html } from "../base/html.ts";
import type { View } from "../base/route.ts";
import { stateTag } from "../pieces/people.ts";
import { deskForms } from "../words/desk-forms.ts";
import { deskWords } from "../words/desk.ts";
import { numberIn } from "../words/quantity.ts";
import { spanInWords } from "../words/span.ts";
import { terms } from "../words/terms.ts";
import { deskPath } from "./forms/form.ts";

export function signInPage(told: string | null, view: View): Html {
  const say = deskWords[view.words.language];
  return html`<h1>${say.title}</h1>
    <p class="lead">${say.lead}</p>
    ${told && html`<p class="told wrong" role="alert">${told}</p>`}
    <form class="sign-in" method="post" action="${view.href(`${deskPath}/sign-in`)}">
      <label>${say.key}<input type="password" name="key" autocomplete="off" spellcheck="false" required maxlength="8192" /></label
      ><button>${say.signIn}</button>
    </form>
    <p class="small">${say.kept}</p>`;
}

export function faultPage(told: string, view: View): Html {
  const say = deskWords[view.words.language];
  return html`<h1>${say.title}</h1>
    <p class="told wrong" role="alert">${told}</p>
    <p><a href="${view.href(deskPath)}">${say.back}</a></p>`;
}

export type Queue = DeskQueueQuery["decisionQueue"];
export type Seat = { readonly queue: Queue; readonly type: string; readonly event: string | null; readonly formToken: string };

export function deskPage({ queue, type, event, formToken }: Seat, inside: Html | null, told: Content, view: View): Html {
  const { words, href } = view;
  const { language } = words;
  const say = deskWords[language];
  const forms = deskForms[language];
  const types = Object.entries(terms[language].event);
  return html`<h1>${say.title}</h1>
    <div class="keys">
      ${say.shortcuts}: <span><kbd>j</kbd> ${say.keys.next}</span> <span><kbd>k</kbd> ${say.keys.previous}</span>
      <span><kbd>v</kbd> <kbd>c</kbd> <kbd>x</kbd> <kbd>t</kbd> <kbd>a</kbd> <kbd>p</kbd> ${say.keys.act}</span>
      <span><kbd>n</kbd> ${say.keys.name}</span>
      <span><kbd>d</kbd> ${say.keys.twice}</span>
      <span><kbd>r</kbd> ${say.keys.claim}</span>
      <span><kbd>m</kbd> ${say.keys.match}</span>
      <form method="post" action="${href(`${deskPath}/sign-out`)}">
        <input type="hidden" name="token" value="${formToken}" /><button>${say.signOut}</button>
      </form>
    </div>
    <div class="desk">
      <div id="queue" role="region" aria-label="${say.queue}" tabindex="0">
        <nav aria-label="${say.queue}">
          ${types.map(([name, words]) => html`<a href="${href(deskPath, { type: name })}" ${name === type ? html` aria-current="page"` : nothing}>${words}</a>`)}
        </nav>
        <h2>${say.queue} <span class="small">${numberIn(language, queue.totalCount)}</span></h2>
        ${queue.edges.length === 0 && html`<p>${say.empty}</p>`}
        <ol>
          ${queue.edges.map(({ node }) => {
            const missing = node.verification?.failedRules ?? [];
            return html`<li>
              <a href="${href(deskPath, { type, event: node.id })}" ${node.id === event ? html` aria-current="true"` : nothing}
                ><strong>${node.detainee.name}</strong> ${stateTag(node.state, words)}<br />${spanInWords(node.when, language)}<br /><span
                  class="small"
                  >${missing.map(({ rule }) => terms[language].rule[rule]).join(", ")}</span
                ></a
              >
            </li>`;
          })}
        </ol>
        ${queue.pageInfo.hasNextPage && html`<p><a href="${href(deskPath, { type, after: queue.pageInfo.endCursor })}">${say.more}</a></p>`}
        <p>
          <a href="${href(`${deskPath}/claim`)}" data-key="r">${say.claim} <kbd>r</kbd></a
          ><br /><a href="${href(`${deskPath}/names`)}" data-key="m">${forms.match} <kbd>m</kbd></a
          ><br /><a href="${href(`${deskPath}/duplicates`)}" data-key="d">${forms.duplicates} <kbd>d</kbd></a>
        </p>
      </div>
      <div>${told}${inside ?? html`<p>${say.choose}</p>`}</div>
    </div>`;
}
