/** What somebody says of a person: first the person is found, or named as a new one; then the event, on record or new, and the claim. */
import type {
  AgeGroup,
  ClaimConnectionKind,
  CustodyEventType,
  DeskMatchQuery,
  DeskPersonQuery,
  ReleaseOutcome,
  ReleaseStage,
  Sex,
  Stance,
} from "../../../../generated/graphql.ts";
import { html, type Html } from "../../base/html.ts";
import type { View } from "../../base/route.ts";
import { filterForm } from "../../pieces/filter.ts";
import { personLink } from "../../pieces/people.ts";
import { deskForms } from "../../words/desk-forms.ts";
import { terms } from "../../words/terms.ts";
import { detailFields, detailsOf } from "./details.ts";
import { choice, type Choices, choicesOf, deskPath, enumOf, line, textsOf, timeOf, written } from "./form.ts";
import { matchesOf } from "./matches.ts";
import { eventInWords } from "./told.ts";
import { claimedOf, claimFields, type Choosable } from "./claim-fields.ts";

type Found = NonNullable<DeskPersonQuery["detainee"]>;
const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>) => Object.keys(words) as Key[];
const types: readonly CustodyEventType[] = keysOf(terms.en.event);
const stages: readonly ReleaseStage[] = keysOf(deskForms.en.stages);
const outcomes: readonly ReleaseOutcome[] = keysOf(deskForms.en.outcomes);
const sexes: readonly Sex[] = keysOf(terms.en.sex);
const ages: readonly AgeGroup[] = keysOf(terms.en.age);
const connections: readonly ClaimConnectionKind[] = keysOf(terms.en.connection);
const stances: readonly Stance[] = keysOf(terms.en.stance);

/** The first step: who is meant. */
export function personFinder(found: DeskMatchQuery["matchNames"] | null, view: View): Html {
  const say = deskForms[view.words.language];
  const form = filterForm([{ name: "name", label: say.findPerson }], { ...view, path: `${deskPath}/claim` }, { kind: "event" });
  const choose = (id: string) => view.href(`${deskPath}/claim`, { kind: "event", person: id });
  return html`${form}
  ${(found ?? []).map(
    ({ name, suggestions }) =>
      html`${matchesOf(suggestions, view, (id) => html`<a href="${choose(id)}">${say.saysOf}</a>`)}
        <p><a href="${view.href(`${deskPath}/claim`, { kind: "event", new: name })}">${say.newPerson(name)}</a></p>`,
  )}`;
}

/** The second: which event, and what is said of it. `person` is null for who is not on record yet. */
export function eventFields(choosable: Choosable, person: Found | null, given: URLSearchParams, view: View): Html {
  const { words } = view;
  const { language } = words;
  const say = deskForms[language];
  const { fields } = say;
  const named = terms[language];
  const value = (name: string) => given.get(name);
  const events = (person?.timeline.edges ?? []).map(({ node }) => [node.id, eventInWords(node, words)] as const);
  const open = (words: Readonly<Record<string, string>>): Choices => [["", "–"], ...choicesOf(words)];
  const who = person
    ? html`<p class="whole">${say.chosenPerson}: <a href="${personLink(view, person.slug)}">${person.name}</a></p>`
    : html`${line(fields.name, "name", { value: value("name") ?? view.query.get("new"), required: true, most: 300 })}${choice(fields.named, "named", choicesOf(say.named), value("named") ?? "true")}${line(fields.nationalities, "nationalities", { value: value("nationalities"), hint: "VE, CO", most: 100 })}${choice(fields.sex, "sex", choicesOf(named.sex), value("sex") ?? "UNKNOWN")}${choice(fields.age, "age", choicesOf(named.age), value("age") ?? "UNKNOWN")}`;
  return html`${who}${events.length > 0 && choice(fields.event, "event", [["", fields.newEvent], ...events], value("event"))}${choice(fields.type, "type", choicesOf(named.event), value("type") ?? "RELEASE")}${choice(fields.stage, "stage", open(say.stages), value("stage") ?? "EFFECTED")}${choice(fields.outcome, "outcome", open(say.outcomes), value("outcome"))}${choice(fields.facility, "facility", [["", fields.nowhere], ...choosable.places], value("facility"))}${line(fields.place, "place", { value: value("place"), most: 200 })}${detailFields(Object.fromEntries(given), true, words)}${choice(fields.stance, "stance", choicesOf(named.stance), value("stance") ?? "SUPPORTS")}${choice(fields.connection, "connection", choicesOf(named.connection), value("connection") ?? "UNKNOWN")}${line(fields.cause, "cause", { value: value("cause"), most: 200 })}${claimFields(choosable, given, words)}`;
}

/** What recordDetainee takes. */
export const personOf = (form: URLSearchParams) => ({
  name: written(form, "name") ?? "",
  named: form.get("named") !== "false",
  nationalities: textsOf(form, "nationalities", /[,;\s]+/).map((code) => code.toUpperCase()),
  sex: enumOf(form, "sex", sexes),
  ageGroup: enumOf(form, "age", ages),
  situation: written(form, "situation"),
});

/** What recordEvent takes. How far, and on what terms, is asked of releases alone. */
export function eventOf(form: URLSearchParams, detainee: string) {
  const type = enumOf(form, "type", types) ?? "RELEASE";
  const release = type === "RELEASE" ? { stage: enumOf(form, "stage", stages), outcome: enumOf(form, "outcome", outcomes) } : {};
  return {
    ...{ detainee, type, when: timeOf(form), ...release },
    ...detailsOf(form, (name) => written(form, name) !== undefined),
    facility: written(form, "facility"),
    place: written(form, "place"),
    situation: written(form, "situation"),
  };
}

/** What recordEventClaim takes. */
export const eventClaimOf = (form: URLSearchParams, event: string) => ({
  ...claimedOf(form),
  event,
  stance: enumOf(form, "stance", stances) ?? "SUPPORTS",
  connection: enumOf(form, "connection", connections),
  cause: written(form, "cause"),
});
