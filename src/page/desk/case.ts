/** One event at the desk: its evidence on the left, the rules on the right, and below what can be done, each with its key. */
import type { DeskCaseQuery, DeskNamesQuery } from "../../../generated/graphql.ts";
import { html, type Html } from "../base/html.ts";
import type { View } from "../base/route.ts";
import { citedAt } from "../pieces/cited.ts";
import { personLink, sourceLink, stateTag } from "../pieces/people.ts";
import { deskWords } from "../words/desk.ts";
import { lists } from "../words/lists.ts";
import { numberIn } from "../words/quantity.ts";
import { spanInWords } from "../words/span.ts";
import { countryIn, terms } from "../words/terms.ts";
import { choice, formOf, line } from "./form.ts";

export type Event = Extract<NonNullable<DeskCaseQuery["node"]>, { claims: unknown }>;
export type Suggestion = DeskNamesQuery["suggestMatches"][number];

export function caseOf(event: Event, names: readonly Suggestion[], formToken: string, view: View): Html {
  const { words } = view;
  const { language } = words;
  const say = deskWords[language];
  const named = terms[language];
  const { detainee } = event;
  const facts = [
    ...detainee.nationalities.map((code) => countryIn(language, code)),
    ...detainee.occupations,
    ...detainee.names.map(({ text }) => text).filter((text) => text !== detainee.name),
  ];
  const place = event.facility?.name ?? event.place;
  const stage = event.__typename === "Release" ? event.conditions.map((condition) => named.condition[condition]) : [];
  return html`<article id="case" tabindex="-1" aria-labelledby="who">
    <h2 id="who"><a href="${personLink(view, detainee.slug)}">${detainee.name}</a> ${stateTag(event.state, words)}</h2>
    <p class="lead">
      ${named.event[event.type]},
      ${spanInWords(event.when, language)}${place && html`, ${place}`}${stage.length > 0 && html` · ${words.list(stage)}`}
    </p>
    <p class="small">${facts.join(" · ")}</p>
    ${event.verification?.publicNote && html`<p class="correction">${event.verification.publicNote}</p>`}
    <div class="sides">
      <div>
        <h3>${say.evidence}</h3>
        ${evidence(event, view)}
      </div>
      <div>
        <h3>${say.rules}</h3>
        ${rules(event, view)}
      </div>
    </div>
    ${actions(event, formToken, view)}${namesOf(event, names, formToken, view)}
  </article>`;
}

function evidence({ claims }: Event, view: View): Html {
  const { words } = view;
  const say = deskWords[words.language];
  const named = terms[words.language];
  return html`<ul class="plain">
      ${claims.edges.map(({ node }) => {
        if (node.__typename !== "EventClaim") return null;
        const { root, assertedBy, stance, connection, statement, quote, status } = node;
        return html`<li>
          <strong><a href="${sourceLink(view, assertedBy.slug)}">${assertedBy.name}</a></strong>
          <span class="small">${named.connection[connection]}</span
          >${stance === "DISPUTES" && html` <strong class="state">${named.stance.DISPUTES}</strong>`}${status !== "ACTIVE" && html` <span class="small">${named.claim[status]}</span>`}<br />${statement}${quote && html` <q>${quote}</q>`}<br />${citedAt(node, words)}<br /><span
            class="small ${root.isRoot ? "named" : ""}"
            >${root.isRoot ? say.root : say.noRoot}: ${root.explanation}</span
          >
        </li>`;
      })}
    </ul>
    ${claims.totalCount > claims.edges.length && html`<p class="small">${say.hiddenMore(numberIn(words.language, claims.totalCount))}</p>`}`;
}

/** Every rule, also those that hold: what is missing is seen beside what is there. */
function rules({ verification }: Event, { words }: View): Html {
  const { language } = words;
  const say = deskWords[language];
  const failed = new Map((verification?.failedRules ?? []).map((failure) => [failure.rule, failure]));
  const all = Object.entries(terms[language].rule) as [Parameters<typeof failed.get>[0], string][];
  return html`<ul class="plain rules">
      ${all.map(([rule, text]) => {
        const failure = failed.get(rule);
        if (failure === undefined) return html`<li><span class="named">✓</span> ${text} <span class="small">${say.holds}</span></li>`;
        const numbers = failure.have != null && failure.need != null ? html` <strong>${failure.have}/${failure.need}</strong>` : null;
        return html`<li>
          <span class="state">✗</span> <strong>${text}</strong>${numbers}<br />${failure.message}<br /><span class="small"
            >${lists[language].needed}: ${failure.needed}</span
          >
        </li>`;
      })}
    </ul>
    ${verification && verification.roots.length > 0 && html`<p class="small">${lists[language].origins}: ${words.list(verification.roots.map(({ name }) => name))}. ${verification.policyVersion}</p>`}`;
}

function actions({ id, verification, when }: Event, formToken: string, view: View): Html {
  const { language } = view.words;
  const say = deskWords[language];
  const hidden = { token: formToken, event: id, basedOn: verification?.id };
  const act = (name: "verify" | "contest" | "refute" | "retract", key: string) =>
    formOf(
      view.href("/desk/act"),
      { ...hidden, act: name },
      html`${line(name === "verify" ? say.note : say.noteNeeded, "publicNote", { required: name !== "verify", most: 1000 })}<button
          data-key="${key}"
        >
          ${say.act[name]} <kbd>${key}</kbd>
        </button>`,
    );
  const reasons = Object.entries(say.reasons);
  return html`<h3>${say.decide}</h3>
    <div class="acts">
      ${act("verify", "v")}${act("contest", "c")}${act("refute", "x")}${act("retract", "t")}${formOf(
        view.href("/desk/act"),
        { ...hidden, act: "amend" },
        html`${line(say.when, "asOf", { value: when.edtf, required: true, hint: say.writtenAs, most: 100 })}${line(say.zone, "timeZone", { value: when.timeZone, required: true, most: 60 })}${choice(say.reason, "changeReason", reasons)}<output
            class="small"
            data-told="time"
          ></output
          ><button data-key="a">${say.act.amend} <kbd>a</kbd></button>`,
        { check: "time" },
      )}
    </div>`;
}

/** Names to judge: suggestions alone merge nothing. */
function namesOf({ id, detainee }: Event, names: readonly Suggestion[], formToken: string, view: View): Html {
  const { language } = view.words;
  const say = deskWords[language];
  return html`<h3 id="names" tabindex="-1">${say.names}</h3>
    ${names.length === 0 && html`<p class="small">${say.nobody}</p>`}
    <ul class="plain">
      ${names.map(({ record, score, features, verdict }) => {
        if (record.__typename !== "Detainee") return null;
        const hidden = { token: formToken, event: id, left: detainee.id, right: record.id };
        return html`<li>
          <a href="${personLink(view, record.slug)}">${record.name}</a>
          <span class="small"
            >${say.score} ${score.toFixed(2)}${verdict && ` · ${say.verdicts[verdict]}`}:
            ${features.map(({ detail }) => detail).join("; ")}</span
          >
          <div class="acts">
            ${formOf(
              view.href("/desk/act"),
              { ...hidden, act: "judge" },
              html`${choice(say.act.judge, "verdict", [
                  ["NEGATIVE", say.verdicts.NEGATIVE],
                  ["UNSURE", say.verdicts.UNSURE],
                ])}${line(say.note, "publicNote")}<button>${say.act.judge}</button>`,
            )}${formOf(view.href("/desk/act"), { ...hidden, act: "merge" }, html`${line(say.note, "publicNote")}<button>${say.act.merge}</button>`)}
          </div>
        </li>`;
      })}
    </ul>`;
}
