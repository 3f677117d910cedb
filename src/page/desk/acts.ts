/** What a form of the desk does: one of everybody's mutations, with the rights of whoever sits there; and how its answer is told. */
import type {
  DeskDocumentMutation,
  DeskEventRecordedMutation,
  DeskPersonRecordedMutation,
  DeskVerifyMutation,
} from "../../../generated/graphql.ts";
import { html, type Html } from "../base/html.ts";
import { readOperation, type Ask } from "../base/operation.ts";
import { Misunderstood } from "../base/route.ts";
import { deskForms } from "../words/desk-forms.ts";
import { deskWords } from "../words/desk.ts";
import type { Words } from "../words/words.ts";
import { eventAmended, personAmended } from "./forms/amend.ts";
import { countOf } from "./forms/count-form.ts";
import { eventClaimOf, eventOf, personOf } from "./forms/event-form.ts";
import { documentOf, remarkOf } from "./forms/other-forms.ts";
import { written } from "./forms/form.ts";

type Failed = Extract<DeskVerifyMutation["done"], { code: string }>;
export type Done = Failed | { readonly changed: boolean };

/** What came of it; and what it recorded, for the next form to begin with. */
export type Outcome = { readonly done: Done; readonly recorded?: Readonly<Record<string, string>> };

const decided = (form: URLSearchParams) => ({
  event: written(form, "event") ?? "",
  basedOn: written(form, "basedOn"),
  publicNote: written(form, "publicNote"),
});
/** Where a reason is needed the rule says so, in words, of an empty one. */
const explained = (form: URLSearchParams) => ({ ...decided(form), publicNote: written(form, "publicNote") ?? "" });
const note = (form: URLSearchParams) => ({ note: written(form, "publicNote") });
const pair = (form: URLSearchParams) => ({
  ...{ left: written(form, "left") ?? "", right: written(form, "right") ?? "", verdict: written(form, "verdict") },
  ...note(form),
});

type Act = (ask: Ask, form: URLSearchParams) => Promise<Outcome>;

export function readActs() {
  const mutation = <Answer = { done: Done }>(name: string) => readOperation<Answer, object>("desk-acts", name);
  const act = (name: string, variables: (form: URLSearchParams) => object): Act => {
    const operation = mutation(name);
    return async (ask, form) => ({ done: (await ask(operation, variables(form))).done });
  };
  const acts: Readonly<Record<string, Act>> = {
    verify: act("DeskVerify", decided),
    contest: act("DeskContest", explained),
    refute: act("DeskRefute", explained),
    retract: act("DeskRetract", explained),
    amend: act("DeskAmend", (form) => ({ input: eventAmended(form) })),
    amendPerson: act("DeskAmendPerson", (form) => ({ input: personAmended(form) })),
    judge: act("DeskJudge", pair),
    merge: act("DeskMerge", (form) => ({ from: written(form, "right") ?? "", into: written(form, "left") ?? "", ...note(form) })),
    mark: act("DeskMark", (form) => ({ same: written(form, "same") ?? "", as: written(form, "as") ?? "", ...note(form) })),
    judgeEvents: act("DeskJudgeEvents", pair),
    undo: act("DeskUndo", (form) => ({ judgement: written(form, "judgement") ?? "", ...note(form) })),
    record: act("DeskCount", (form) => ({ input: countOf(form) })),
    recordRemark: act("DeskRemark", (form) => ({ input: remarkOf(form) })),
    recordDocument: recordDocument(mutation<DeskDocumentMutation>("DeskDocument")),
    recordEvent: recordEvent(mutation("DeskPersonRecorded"), mutation("DeskEventRecorded"), mutation("DeskEventClaim")),
  };
  return async (ask: Ask, form: URLSearchParams): Promise<Outcome> => {
    const name = form.get("act") ?? "";
    if (!Object.hasOwn(acts, name)) throw new Misunderstood(`act=${name}: expected one of ${Object.keys(acts).join(", ")}.`);
    return acts[name]!(ask, form);
  };
}

type Mutation<Answer> = ReturnType<typeof readOperation<Answer, object>>;

const recordDocument =
  (operation: Mutation<DeskDocumentMutation>): Act =>
  async (ask, form) => {
    const { done } = await ask(operation, { input: documentOf(form) });
    return "document" in done ? { done, recorded: { document: done.document.id } } : { done };
  };

/** A claim on an event, with the event and its person where they are not on record yet. What was recorded before a refusal is named, so that nothing is recorded twice when the rest is mended. */
const recordEvent =
  (person: Mutation<DeskPersonRecordedMutation>, event: Mutation<DeskEventRecordedMutation>, claim: Mutation<{ done: Done }>): Act =>
  async (ask, form) => {
    let [detainee, of] = [written(form, "person"), written(form, "event")];
    if (detainee === undefined) {
      const { done } = await ask(person, { input: personOf(form) });
      if (!("detainee" in done)) return { done };
      detainee = done.detainee.id;
    }
    if (of === undefined) {
      const { done } = await ask(event, { input: eventOf(form, detainee) });
      if (!("event" in done)) return { done, recorded: { person: detainee } };
      of = done.event.id;
    }
    const { done } = await ask(claim, { input: eventClaimOf(form, of) });
    return { done, recorded: { person: detainee, event: of } };
  };

/** What came of it, in words. */
export function toldOf({ done, recorded }: Outcome, { language }: Words): Html {
  const say = deskWords[language];
  if ("changed" in done) return html`<p class="told" role="status">${done.changed ? say.done : say.unchanged}</p>`;
  const rules = "failedRules" in done ? done.failedRules : [];
  const issues = "issues" in done ? done.issues : [];
  return html`<div class="told wrong" role="alert">
    <p><strong>${say.failed}</strong> ${issues.length === 0 && done.message}</p>
    <ul>
      ${rules.map(({ message, needed }) => html`<li>${message} ${needed}</li>`)}${issues.map(({ path, expected, received }) => html`<li>${path.replace(/^input\./, "")}: ${expected} (${received})</li>`)}
    </ul>
    ${recorded && html`<p>${deskForms[language].recordedSoFar}</p>`}
  </div>`;
}
