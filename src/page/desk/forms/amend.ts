/** Correcting an event and its person. A form carries what it showed: only what is other than that is sent, so that nobody undoes what somebody else corrected meanwhile. */
import type {
  AgeGroup,
  CivilMilitary,
  DeskCaseQuery,
  ReleaseCondition,
  ReleaseOutcome,
  ReleaseStage,
  Sex,
} from "../../../../generated/graphql.ts";
import { html, type Html } from "../../base/html.ts";
import type { View } from "../../base/route.ts";
import { deskForms } from "../../words/desk-forms.ts";
import { deskWords } from "../../words/desk.ts";
import { terms } from "../../words/terms.ts";
import type { Words } from "../../words/words.ts";
import { detailFields, detailsOf, detailsShown } from "./details.ts";
import { area, choice, choiceOfMany, choicesOf, deskPath, enumOf, formOf, line, textsOf, timeOf, written } from "./form.ts";

type Event = Extract<NonNullable<DeskCaseQuery["node"]>, { claims: unknown }>;
type Places = DeskCaseQuery["facilities"];

const shownBefore = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`was-${name}`, value]));
const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>) => Object.keys(words) as Key[];
const stages: readonly ReleaseStage[] = keysOf(deskForms.en.stages);
const outcomes: readonly ReleaseOutcome[] = keysOf(deskForms.en.outcomes);
const conditions: readonly ReleaseCondition[] = keysOf(terms.en.condition);
const sexes: readonly Sex[] = keysOf(terms.en.sex);
const ages: readonly AgeGroup[] = keysOf(terms.en.age);
const services: readonly CivilMilitary[] = keysOf(deskForms.en.service);
const reasons = keysOf(deskWords.en.reasons);

const release = (event: Event) => (event.__typename === "Release" ? event : null);

/** Why, and by which claim. */
function grounds({ claims }: Event, { language }: Words): Html {
  const say = deskWords[language];
  const { fields } = deskForms[language];
  const bases = claims.edges.map(({ node }) => [node.id, `${node.assertedBy.name}: ${node.statement}`.slice(0, 80)] as const);
  return html`${choice(say.reason, "changeReason", choicesOf(say.reasons))}${choice(fields.basis, "basis", [["", fields.noBasis], ...bases])}`;
}

export function amendEventForm(event: Event, places: Places, formToken: string, view: View): Html {
  const { words } = view;
  const say = deskWords[words.language];
  const forms = deskForms[words.language];
  const { fields } = forms;
  const let_go = release(event);
  const sentenced = event.__typename === "Sentence";
  const shown: Record<string, string> = {
    ...{ asOf: event.when.edtf, timeZone: event.when.timeZone, facility: event.facility?.id ?? "", place: event.place ?? "" },
    ...detailsShown(event, sentenced),
    ...(let_go && { stage: let_go.stage, outcome: let_go.outcome, conditions: let_go.conditions.toSorted().join(" ") }),
  };
  const known = places.edges.map(({ node }) => [node.id, node.name] as const);
  const here = event.facility ? [[event.facility.id, event.facility.name] as const] : [];
  const offered = [...new Map([["", fields.nowhere] as const, ...here, ...known])];
  const more =
    let_go &&
    html`${choice(fields.stage, "stage", choicesOf(forms.stages), let_go.stage)}${choice(fields.outcome, "outcome", choicesOf(forms.outcomes), let_go.outcome)}${choiceOfMany(fields.conditions, "conditions", choicesOf(terms[words.language].condition), let_go.conditions)}`;
  return formOf(
    view.href(`${deskPath}/act`),
    { token: formToken, event: event.id, act: "amend", ...shownBefore(shown) },
    html`${line(say.when, "asOf", { value: shown["asOf"], required: true, hint: say.writtenAs, most: 100 })}${line(say.zone, "timeZone", { value: shown["timeZone"], required: true, most: 60 })}${choice(fields.facility, "facility", offered, shown["facility"])}${line(fields.place, "place", { value: shown["place"], most: 200 })}${detailFields(shown, sentenced, words)}${more}${grounds(event, words)}<output
        class="small"
        data-told="time"
      ></output
      ><button data-key="a">${say.act.amend} <kbd>a</kbd></button>`,
    { class: "fields", check: "time" },
  );
}

/** Whether a field is other than it was shown; what the form did not have is not. */
const changed = (form: URLSearchParams, name: string) => form.has(name) && textIn(form, name) !== textIn(form, `was-${name}`);
const textIn = (form: URLSearchParams, name: string) => (form.get(name) ?? "").replaceAll("\r\n", "\n").trim();

const given = (fields: readonly (readonly [is: boolean, fields: object])[]) =>
  Object.assign({}, ...fields.flatMap(([is, value]) => (is ? [value] : []))) as object;

const groundsOf = (form: URLSearchParams) => ({
  changeReason: enumOf(form, "changeReason", reasons) ?? "OUR_ERROR",
  basis: written(form, "basis"),
});

/** What amendEvent takes. */
export function eventAmended(form: URLSearchParams) {
  const bound = form.getAll("conditions").filter((each) => conditions.includes(each as ReleaseCondition));
  return {
    ...{ event: written(form, "event") ?? "", ...groundsOf(form) },
    ...given([
      [changed(form, "asOf") || changed(form, "timeZone"), { when: timeOf(form) }],
      [changed(form, "facility"), { facility: written(form, "facility") ?? null }],
      [changed(form, "place"), { place: written(form, "place") ?? null }],
      [true, detailsOf(form, (name) => changed(form, name))],
      [changed(form, "stage"), { stage: enumOf(form, "stage", stages) }],
      [changed(form, "outcome"), { outcome: enumOf(form, "outcome", outcomes) }],
      // Boxes that are not ticked are not sent.
      [form.has("was-conditions") && bound.toSorted().join(" ") !== form.get("was-conditions"), { conditions: bound }],
    ]),
  };
}

const spellings = ({ detainee }: Event) => detainee.names.filter(({ kind }) => kind !== "PRIMARY");
const lineOf = ({ text, kind, language }: Event["detainee"]["names"][number]) =>
  [text, kind, language].filter((part) => part !== null).join(" | ");

export function amendPersonForm(event: Event, formToken: string, view: View): Html {
  const { words } = view;
  const { language } = words;
  const forms = deskForms[language];
  const { fields } = forms;
  const { detainee } = event;
  const shown = {
    ...{ name: detainee.name, names: spellings(event).map(lineOf).join("\n"), nationalities: detainee.nationalities.join("; ") },
    ...{ named: String(detainee.named), ethnicities: detainee.ethnicities.join("; ") },
    ...{ occupations: detainee.occupations.join("; "), sex: detainee.sex, age: detainee.ageGroup, civilMilitary: detainee.civilMilitary },
    ...{ birth: detainee.birth?.edtf ?? "", birthZone: detainee.birth?.timeZone ?? event.when.timeZone },
  };
  return formOf(
    view.href(`${deskPath}/act`),
    { token: formToken, event: event.id, person: detainee.id, act: "amendPerson", ...shownBefore(shown) },
    html`${line(fields.name, "name", { value: shown.name, required: true, most: 300 })}${choice(fields.named, "named", choicesOf(forms.named), shown.named)}${line(`${fields.nationalities} (${forms.separated})`, "nationalities", { value: shown.nationalities, hint: "VE; CO", most: 200 })}${line(`${fields.occupations} (${forms.separated})`, "occupations", { value: shown.occupations, most: 1000 })}${line(`${fields.ethnicities} (${forms.separated})`, "ethnicities", { value: shown.ethnicities, most: 1000 })}${choice(fields.sex, "sex", choicesOf(terms[language].sex), shown.sex)}${choice(fields.age, "age", choicesOf(terms[language].age), shown.age)}${choice(fields.civilMilitary, "civilMilitary", choicesOf(forms.service), shown.civilMilitary)}${line(fields.birth, "birth", { value: shown.birth, hint: "1966, 1966-05", most: 100 })}<input
        type="hidden"
        name="birthZone"
        value="${shown.birthZone}"
      />${area(`${fields.names} (${forms.onePerLine}: … | ALIAS | es)`, "names", shown.names, 3)}${grounds(event, words)}<button
        data-key="p"
      >
        ${deskWords[language].act.amend} <kbd>p</kbd>
      </button>`,
    { class: "fields" },
  );
}

/** What amendDetainee takes. */
export function personAmended(form: URLSearchParams) {
  const birth = written(form, "birth");
  return {
    ...{ detainee: written(form, "person") ?? "", ...groundsOf(form) },
    ...given([
      [changed(form, "name"), { name: written(form, "name") ?? "" }],
      [changed(form, "named"), { named: form.get("named") !== "false" }],
      [changed(form, "ethnicities"), { ethnicities: textsOf(form, "ethnicities", /;/) }],
      [changed(form, "names"), { names: textsOf(form, "names", /\r?\n/).map(nameOf) }],
      [changed(form, "nationalities"), { nationalities: textsOf(form, "nationalities", /[,;\s]+/).map((code) => code.toUpperCase()) }],
      [changed(form, "occupations"), { occupations: textsOf(form, "occupations", /;/) }],
      [changed(form, "sex"), { sex: enumOf(form, "sex", sexes) }],
      [changed(form, "age"), { ageGroup: enumOf(form, "age", ages) }],
      [changed(form, "civilMilitary"), { civilMilitary: enumOf(form, "civilMilitary", services) }],
      [changed(form, "birth"), { birth: birth === undefined ? null : timeOf(form, "birth", "birthZone") }],
    ]),
  };
}

function nameOf(text: string) {
  const [name = "", kind = "VARIANT", language] = text.split("|").map((part) => part.trim());
  return { text: name, kind: kind.toUpperCase() === "ALIAS" ? ("ALIAS" as const) : ("VARIANT" as const), language: language || null };
}
