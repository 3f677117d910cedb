/** What the desk asks the graph to show. */
import type {
  CustodyEventType,
  DeskCaseQuery,
  DeskCaseQueryVariables,
  DeskCheckQuery,
  DeskCheckQueryVariables,
  DeskChoicesQuery,
  DeskChoicesQueryVariables,
  DeskDuplicatesQuery,
  DeskDuplicatesQueryVariables,
  DeskJudgedQuery,
  DeskJudgedQueryVariables,
  DeskMatchQuery,
  DeskMatchQueryVariables,
  DeskNamesQuery,
  DeskNamesQueryVariables,
  DeskPersonQuery,
  DeskPersonQueryVariables,
  DeskQueueQuery,
  DeskQueueQueryVariables,
} from "../../../generated/graphql.ts";
import { readOperation, type Ask } from "../base/operation.ts";
import { oneOf, textOf } from "../base/parameters.ts";
import type { View } from "../base/route.ts";
import { deskWords } from "../words/desk.ts";
import { spanInWords } from "../words/span.ts";
import type { Case } from "./case.ts";
import { checkOf } from "./forms/count-form.ts";
import { entries, type Asked } from "./forms/entry-page.ts";
import { textsOf, written } from "./forms/form.ts";

export type Checked = Partial<Readonly<Record<"time" | "bounds", { readonly fits: boolean; readonly text: string }>>>;

export function createLooks() {
  const queue = readOperation<DeskQueueQuery, DeskQueueQueryVariables>("desk-queue");
  const oneCase = readOperation<DeskCaseQuery, DeskCaseQueryVariables>("desk-case");
  const names = readOperation<DeskNamesQuery, DeskNamesQueryVariables>("desk-names");
  const judged = readOperation<DeskJudgedQuery, DeskJudgedQueryVariables>("desk-judged");
  const duplicates = readOperation<DeskDuplicatesQuery, DeskDuplicatesQueryVariables>("desk-duplicates");
  const match = readOperation<DeskMatchQuery, DeskMatchQueryVariables>("desk-match");
  const person = readOperation<DeskPersonQuery, DeskPersonQueryVariables>("desk-person");
  const choices = readOperation<DeskChoicesQuery, DeskChoicesQueryVariables>("desk-claim");
  const check = readOperation<DeskCheckQuery, DeskCheckQueryVariables>("desk-check");
  return (ask: Ask, view: View) => {
    const { language: spoken } = view.words;
    const language = spoken === "es" ? "ES" : "EN";
    const situation = view.query.get("situation");
    const matches = async (asked: readonly string[]) =>
      asked.length === 0 ? [] : (await ask(match, { names: [...asked], situation })).matchNames;
    return {
      queue: async (type: CustodyEventType, after: string | null) => (await ask(queue, { type, after, language, situation })).decisionQueue,
      duplicates: async () => (await ask(duplicates, {})).suggestDuplicates,
      matches: (form: URLSearchParams) => matches(textsOf(form, "names", /\r?\n/)),
      /** What the form for an entry is made of: of one that was sent, what was chosen there stays on offer. */
      async entry(form: URLSearchParams): Promise<Asked> {
        const kind = entries.find((each) => each === form.get("kind")) ?? oneOf(view, "kind", entries) ?? "count";
        const chosen = ["source", "document", "facility", "about"].flatMap((name) => written(form, name) ?? []);
        const found = { who: textOf(view, "who"), where: textOf(view, "where"), page: textOf(view, "page") };
        const whose = kind === "event" ? (written(form, "person") ?? textOf(view, "person")) : null;
        const name = kind === "event" && whose === null ? textOf(view, "name") : null;
        const [offered, known, named] = await Promise.all([
          ask(choices, { ...found, chosen }),
          whose === null ? null : ask(person, { person: whose }),
          name === null ? null : matches([name]),
        ]);
        return { kind, choices: offered, person: known?.detainee ?? null, found: named };
      },
      async case(id: string): Promise<Case | null> {
        const { node, facilities } = await ask(oneCase, { event: id, language, where: textOf(view, "where") });
        if (node === null || !("claims" in node)) return null;
        const judgements = [...node.judgements, ...node.detainee.judgements].filter(({ undoneAt }) => undoneAt === null);
        const [{ suggestMatches }, { nodes }] = await Promise.all([
          ask(names, { detainee: node.detainee.id }),
          ask(judged, { records: [...new Set(judgements.flatMap(({ left, right }) => [left, right]))].slice(0, 100) }),
        ]);
        return { event: node, names: suggestMatches, judgements, records: nodes, places: facilities };
      },
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
          ...(form.has("qualifier") && {
            bounds:
              bounds.__typename === "CountBounds"
                ? { fits: true, text: say.boundsFit }
                : { fits: false, text: told(say.boundsDoNot, bounds.issues) },
          }),
        };
      },
    };
  };
}
