/** `/`: who says how many, and who can be named. */
import type { PageSituationQuery, PageSituationQueryVariables } from "../../../generated/graphql.ts";
import { html, type Html } from "../base/html.ts";
import { readOperation } from "../base/operation.ts";
import { momentOf } from "../base/parameters.ts";
import { route, type Route, type Shown, type View } from "../base/route.ts";
import { drawClaims, narrow, wide } from "../charts/claims/claims-against-names.ts";
import type { Layout } from "../charts/claims/frame.ts";
import { readPicture, type Mark, type Picture, type Row } from "../charts/claims/picture.ts";
import { formsOf } from "../files/endings.ts";
import { claimRows } from "../pieces/claim-rows.ts";
import { correctionsOf } from "../pieces/news.ts";
import { claimTable, numberOf } from "../pieces/claims.ts";
import { releaseList } from "../pieces/releases.ts";
import { numberIn, quantityInWords } from "../words/quantity.ts";
import { momentInWords } from "../words/span.ts";
import type { Words } from "../words/words.ts";

export function situation(): Route {
  const operation = readOperation<PageSituationQuery, PageSituationQueryVariables>("situation");
  return route<PageSituationQuery>({
    path: /^\/(?:index)?$/,
    menu: "situation",
    load: (ask, asked) =>
      ask(operation, { knownAt: momentOf(asked, "knownAt"), situation: asked.situation?.slug, situations: asked.situation?.slug }),
    show(data, view) {
      const picture = readPicture(data);
      const title = headline(picture, view.words);
      const files = {
        picture: draw(picture, view, wide),
        small: draw(picture, view, narrow),
        moment: picture.knownAt,
        table: claimRows(
          [...picture.rows, ...picture.folded].flatMap(({ marks }) => marks.flatMap(each)),
          picture.steps,
        ),
        note: view.words.situation.knownAt(momentInWords(picture.knownAt, view.words.language, picture.timeZone)),
      };
      return {
        ...files,
        title,
        description: view.words.situation.lead,
        body: bodyOf(title, picture, data, files, view),
        dataset: datasetOf(title, picture, view),
      };
    },
  });
}

/** What is so, in one sentence: announced, counted, named. */
export function headline({ rows, hub }: Picture, { headline: say, language }: Words): string {
  const most = (side: Row["side"]) => {
    const latest = rows.filter((row) => row.side === side).flatMap((row) => (row.latest?.facility === null ? [row.latest] : []));
    const largest = latest.toSorted((a, b) => (b.upper ?? b.lower ?? 0) - (a.upper ?? a.lower ?? 0))[0];
    return { largest, several: new Set(latest.map(({ lower, upper }) => `${lower} ${upper}`)).size > 1 };
  };
  const [announced, counted] = [most("state"), most("others")];
  const named = hub.verified + hub.corroborated;
  if (rows.length === 0 && named === 0) return say.empty;
  const parts = [
    announced.largest && say.announced(quantityInWords(announced.largest, language)),
    counted.largest && say.counted(quantityInWords(counted.largest, language), counted.several),
    named === 0 ? say.nobody : say.named(numberIn(language, named)),
  ].filter((part) => part !== undefined);
  const sentence = parts.join(", ");
  return sentence.charAt(0).toLocaleUpperCase(language) + sentence.slice(1);
}

function draw(picture: Picture, view: View, layout: Layout): Html | null {
  const { words, href } = view;
  return drawClaims(
    picture,
    {
      words,
      linkOf: ({ id }) => `#claim-${encodeURIComponent(id)}`,
      sourceLink: (slug) => href(`/sources/${encodeURIComponent(slug)}`),
      personLink: (id) => href(`/people/${encodeURIComponent(id)}`),
    },
    layout,
  );
}

function bodyOf(
  title: string,
  picture: Picture,
  data: PageSituationQuery,
  files: Pick<Shown, "picture" | "small" | "table">,
  view: View,
): Html {
  const { words } = view;
  const say = words.situation;
  const moment = momentInWords(picture.knownAt, words.language, picture.timeZone);
  const notes = [
    picture.parts > 0 && say.parts(picture.parts),
    picture.unread > 0 && say.unread(picture.unread),
    picture.folded.length > 0 && say.folded(words.list(picture.folded.map(({ source }) => source.name))),
  ].filter((note) => note !== false);
  return html`<div data-part="situation">
      <h1>${title}</h1>
      ${
        !files.picture
          ? html`<p class="lead">${say.empty}</p>`
          : html`<p class="lead">${say.lead}</p>
              <figure>
                ${files.picture}${files.small}
                <figcaption>
                  <p>${say.key} ${say.band}</p>
                  <p>${notes.join(" ")} ${say.knownAt(moment)} <span class="screen">${say.downloads}${formsOf(files, view)}</span></p>
                </figcaption>
              </figure>`
      }
    </div>
    ${correctionsOf(data.feed, picture.knownAt, view)}
    <div data-part="releases">
      <h2>${say.newest}</h2>
      ${
        data.verified.totalCount === 0
          ? html`<p>${say.noneVerified}</p>`
          : releaseList(
              data.verified.edges.map(({ node }) => node),
              view,
            )
      }
      <p>${say.waiting(data.verificationQueue.totalCount)}</p>
      ${
        data.corroborated.totalCount > 0 &&
        html`<h3>${say.corroborated}</h3>
          ${releaseList(
            data.corroborated.edges.map(({ node }) => node),
            view,
          )}`
      }${
        data.reported.totalCount > 0 &&
        html`<h3>${say.reported}</h3>
          ${releaseList(
            data.reported.edges.map(({ node }) => node),
            view,
          )}`
      }
    </div>
    ${
      picture.rows.length > 0 &&
      html`<div data-part="table">
        <h2>${say.table}</h2>
        ${tableOf(picture, view)}
      </div>`
    }`;
}

function tableOf({ rows, folded }: Picture, view: View): Html {
  const lines = [...rows, ...folded].flatMap((row) =>
    row.marks.flatMap((mark) => each(mark).map((claim) => ({ claim, number: numberOf(claim, view), side: row.side }))),
  );
  return claimTable(lines, view);
}

const each = ({ claim, repeated }: Mark) => [claim, ...repeated];

function datasetOf(title: string, { knownAt }: Picture, view: View): object {
  const { words, origin, situation, href } = view;
  const at = (path: string, query: Readonly<Record<string, string>> = {}) => origin + href(path, query);
  const download = (encodingFormat: string, contentUrl: string) => ({ "@type": "DataDownload", encodingFormat, contentUrl });
  return {
    ...{ "@context": "https://schema.org", "@type": "Dataset", name: title, description: words.situation.lead, url: at("/") },
    ...{ dateModified: knownAt, version: knownAt, inLanguage: [words.language], creator: { "@type": "Organization", name: words.site } },
    ...(situation && { about: situation.name }),
    identifier: at("/", { knownAt }),
    measurementTechnique: at("/about"),
    variableMeasured: Object.values(words.states),
    isAccessibleForFree: true,
    distribution: [
      download("application/json", at("/index.json")),
      download("text/csv", at("/index.csv")),
      download("image/png", at("/index.png")),
      download("text/csv", `${origin}/export/claims.csv`),
    ],
  };
}
