/** `/status`: how many people, by name, were held, out, gone or dead, over time. */
import type { PageStatusQuery, PageStatusQueryVariables } from "../../../generated/graphql.ts";
import { html } from "../base/html.ts";
import { readOperation } from "../base/operation.ts";
import { momentOf } from "../base/parameters.ts";
import { route, type Route, type View } from "../base/route.ts";
import { stepsOf } from "../charts/claims/picture.ts";
import type { Step } from "../charts/shapes/steps.ts";
import { drawStatus, narrowStrips, wideStrips, type Strip } from "../charts/status.ts";
import { formsOf } from "../files/endings.ts";
import { numberIn } from "../words/quantity.ts";
import { dayInWords } from "../words/span.ts";
import { tallies } from "../words/tallies.ts";

const strips = ["held", "missing", "released", "died"] as const;
type Which = (typeof strips)[number];
const sides = { held: "state", missing: "state", released: "named", died: "others" } as const;
/** Where those whom a strip counts are found. */
const found: Readonly<Record<Which, readonly [path: string, query?: Readonly<Record<string, string>>]>> = {
  held: ["/people", { status: "DETAINED" }],
  missing: ["/people", { status: "WHEREABOUTS_UNKNOWN" }],
  released: ["/releases"],
  died: ["/people", { status: "DIED_IN_CUSTODY" }],
};

const named = (step: Step | undefined) => (step === undefined ? 0 : step.verified + step.corroborated + step.reported);

export function status(): Route {
  const operation = readOperation<PageStatusQuery, PageStatusQueryVariables>("status");
  return route<PageStatusQuery>({
    path: /^\/status$/,
    menu: "people",
    load: (ask, asked) => ask(operation, { knownAt: momentOf(asked, "knownAt"), situation: asked.situation?.slug }),
    show(data, view) {
      const { words } = view;
      const say = tallies[words.language].status;
      const drawn = strips.map((which) => ({ which, ...stripOf(which, data, view) }));
      // Days are those of UTC: no strip says of which place they would be.
      const [wide, narrow] = [wideStrips, narrowStrips].map((layout) => drawStatus(drawn, words, "UTC", layout));
      const [held, , released] = drawn;
      const title = say.title(named(held!.steps.at(-1)), named(released!.steps.at(-1)));
      const rows = drawn.flatMap(({ which, label, steps }) => steps.map((step) => ({ which, label, step })));
      const files = {
        picture: wide ?? null,
        small: narrow ?? null,
        table: {
          columns: ["status", "from", "verified", "lower", "upper", "corroborated", "reported"],
          rows: rows.map(({ which, step }) => [
            ...[which, new Date(step.at).toISOString(), step.verified],
            ...[step.lower, step.upper, step.corroborated, step.reported],
          ]),
        },
      };
      const body = html`<h1>${title}</h1>
        <p class="lead">${say.lead}</p>
        <div data-part="status">
          ${
            wide
              ? html`<figure>
                  ${wide}${narrow}
                  <figcaption>
                    <p>${say.key}</p>
                    <p class="screen">${words.situation.downloads}${formsOf(files, view)}</p>
                  </figcaption>
                </figure>`
              : html`<p>${say.none}</p>`
          }
          ${
            rows.length > 0 &&
            html`<details>
              <summary>${tallies[words.language].inTable}</summary>
              <table>
                <tbody>
                  ${rows.map(
                    ({ label, step }) =>
                      html`<tr>
                        <th scope="row">${label}</th>
                        <td>${say.since} ${dayInWords(step.at, words.language, "UTC")}</td>
                        <td class="n named">${numberIn(words.language, named(step))}</td>
                        <td>${words.chart.support(step)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </details>`
          }
        </div>
        <p><a href="${view.href("/releases")}">${tallies[words.language].see.releases}</a></p>`;
      return { ...files, title, description: say.lead, body };
    },
  });
}

function stripOf(which: Which, data: PageStatusQuery, { words, href }: View): Strip {
  return {
    label: tallies[words.language].status.strips[which],
    side: sides[which],
    link: href(...found[which]),
    steps: stepsOf(data[which]),
  };
}
