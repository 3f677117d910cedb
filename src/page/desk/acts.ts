/** What a form of the desk does: one of everybody's mutations, with the rights of whoever sits there; and how its answer is told. */
import type { DeskVerifyMutation } from "../../../generated/graphql.ts";
import { html, type Html } from "../base/html.ts";
import { readOperation, type Ask } from "../base/operation.ts";
import { Misunderstood } from "../base/route.ts";
import { deskWords } from "../words/desk.ts";
import type { Words } from "../words/words.ts";
import { countOf } from "./claim-form.ts";
import { written } from "./form.ts";

export type Done = DeskVerifyMutation["done"] | { readonly changed: boolean };

type Act = { readonly operation: ReturnType<typeof readOperation<{ done: Done }, object>>; variables(form: URLSearchParams): object };

const decided = (form: URLSearchParams) => ({
  event: written(form, "event") ?? "",
  basedOn: written(form, "basedOn"),
  publicNote: written(form, "publicNote"),
});
/** Where a reason is needed the rule says so, in words, of an empty one. */
const explained = (form: URLSearchParams) => ({ ...decided(form), publicNote: written(form, "publicNote") ?? "" });

export function readActs() {
  const act = (name: string, variables: Act["variables"]): Act => ({
    operation: readOperation<{ done: Done }, object>("desk-acts", name),
    variables,
  });
  const acts: Readonly<Record<string, Act>> = {
    verify: act("DeskVerify", decided),
    contest: act("DeskContest", explained),
    refute: act("DeskRefute", explained),
    retract: act("DeskRetract", explained),
    amend: act("DeskAmend", (form) => ({
      event: written(form, "event") ?? "",
      when: { edtf: written(form, "asOf") ?? "", timeZone: written(form, "timeZone") ?? "" },
      changeReason: written(form, "changeReason"),
    })),
    judge: act("DeskJudge", (form) => ({
      ...{ left: written(form, "left") ?? "", right: written(form, "right") ?? "" },
      ...{ verdict: written(form, "verdict"), note: written(form, "publicNote") },
    })),
    merge: act("DeskMerge", (form) => ({
      ...{ from: written(form, "right") ?? "", into: written(form, "left") ?? "" },
      note: written(form, "publicNote"),
    })),
    record: act("DeskCount", (form) => ({ input: countOf(form) })),
  };
  return async (ask: Ask, form: URLSearchParams): Promise<Done> => {
    const name = form.get("act") ?? "";
    if (!Object.hasOwn(acts, name)) throw new Misunderstood(`act=${name}: expected one of ${Object.keys(acts).join(", ")}.`);
    const { operation, variables } = acts[name]!;
    return (await ask(operation, variables(form))).done;
  };
}

/** What came of it, in words. */
export function toldOf(done: Done, { language }: Words): Html {
  const say = deskWords[language];
  if ("changed" in done) return html`<p class="told" role="status">${done.changed ? say.done : say.unchanged}</p>`;
  const rules = "failedRules" in done ? done.failedRules : [];
  const issues = "issues" in done ? done.issues : [];
  return html`<div class="told wrong" role="alert">
    <p><strong>${say.failed}</strong> ${issues.length === 0 && done.message}</p>
    <ul>
      ${rules.map(({ message, needed }) => html`<li>${message} ${needed}</li>`)}${issues.map(({ path, expected, received }) => html`<li>${path.replace(/^input\./, "")}: ${expected} (${received})</li>`)}
    </ul>
  </div>`;
}
