/** What the desk asks the graph to show. */
import type {
  CustodyEventType,
  DeskCaseQuery,
  DeskCaseQueryVariables,
  DeskCheckQuery,
  DeskChoicesQuery,
  DeskChoicesQueryVariables,
  DeskCheckQueryVariables,
  DeskNamesQuery,
  DeskNamesQueryVariables,
  DeskQueueQuery,
  DeskQueueQueryVariables,
} from "../../../generated/graphql.ts";
import { readOperation, type Ask } from "../base/operation.ts";
import { textOf } from "../base/parameters.ts";
import type { View } from "../base/route.ts";
import { deskWords } from "../words/desk.ts";
import { spanInWords } from "../words/span.ts";
import { caseOf, type Event, type Suggestion } from "./case.ts";
import { checkOf } from "./claim-form.ts";

type Case = { readonly event: Event; readonly names: readonly Suggestion[] };
export type Checked = Readonly<Record<"time" | "bounds", { readonly fits: boolean; readonly text: string }>>;

export function createLooks() {
  const queue = readOperation<DeskQueueQuery, DeskQueueQueryVariables>("desk-queue");
  const oneCase = readOperation<DeskCaseQuery, DeskCaseQueryVariables>("desk-case");
  const names = readOperation<DeskNamesQuery, DeskNamesQueryVariables>("desk-names");
  const choices = readOperation<DeskChoicesQuery, DeskChoicesQueryVariables>("desk-claim");
  const check = readOperation<DeskCheckQuery, DeskCheckQueryVariables>("desk-check");
  return (ask: Ask, view: View) => {
    const { language: spoken } = view.words;
    const language = spoken === "es" ? "ES" : "EN";
    return {
      queue: async (type: CustodyEventType, after: string | null) => (await ask(queue, { type, after, language })).decisionQueue,
      choices: () => ask(choices, { who: textOf(view, "who"), where: textOf(view, "where") }),
      async case(id: string): Promise<Case | null> {
        const { node } = await ask(oneCase, { event: id, language });
        if (node === null || !("claims" in node)) return null;
        return { event: node, names: (await ask(names, { detainee: node.detainee.id })).suggestMatches };
      },
      show: ({ event, names: suggested }: Case, formToken: string) => caseOf(event, suggested, formToken, view),
      async check(form: URLSearchParams): Promise<Checked> {
        const say = deskWords[spoken];
        const { time, bounds } = await ask(check, checkOf(form));
        const told = (why: string, issues: readonly { expected: string }[]) =>
          `${why} ${issues.map(({ expected }) => expected).join("; ")}`;
        return {
          time:
            time.__typename === "TimeSpan"
              ? { fits: true, text: `${say.understood}: ${spanInWords(time, spoken)} (${time.timeZone}, ${time.edtf})` }
              : { fits: false, text: told(say.notUnderstood, time.issues) },
          bounds:
            bounds.__typename === "CountBounds"
              ? { fits: true, text: say.boundsFit }
              : { fits: false, text: told(say.boundsDoNot, bounds.issues) },
        };
      },
    };
  };
}
