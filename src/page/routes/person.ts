/** `/people/<id or slug>`: one person. */
import type { PagePersonByIdQuery, PagePersonByIdQueryVariables } from "../../../generated/graphql.ts";
import { html } from "../base/html.ts";
import { readOperation } from "../base/operation.ts";
import { momentOf } from "../base/parameters.ts";
import { route, type Route } from "../base/route.ts";
import { drawTimeline, narrowTimeline, wideTimeline } from "../charts/timeline.ts";
import { eventSection } from "../pieces/event.ts";
import { stateTag, statusInWords } from "../pieces/people.ts";
import { lists } from "../words/lists.ts";
import { countryIn, terms } from "../words/terms.ts";

export function person(): Route {
  const operation = readOperation<PagePersonByIdQuery, PagePersonByIdQueryVariables>("person");
  return route<NonNullable<PagePersonByIdQuery["detainee"]>>({
    path: /^\/people\/([^/]+)$/,
    menu: "people",
    load: async (ask, view) =>
      (
        await ask(operation, {
          id: view.parts[0]!,
          language: view.words.language === "es" ? "ES" : "EN",
          knownAt: momentOf(view, "knownAt"),
        })
      ).detainee,
    show(found, view) {
      const { words } = view;
      const { language } = words;
      const say = lists[language];
      const events = found.timeline.edges.map(({ node }) => node);
      const happenings = events.map(({ id, type, state, when }) => ({ id, label: terms[language].event[type], state, when }));
      const spells = found.detentions.map(({ began, ended, end }) => ({
        began: began?.when ?? null,
        ended: ended?.when ?? null,
        over: end === "UNRECORDED",
      }));
      const zone = events[0]?.when.timeZone ?? "UTC";
      const [picture = null, small = null] = [wideTimeline, narrowTimeline].map((layout) =>
        drawTimeline(happenings, spells, words, zone, layout),
      );
      const other = found.names.map(({ text }) => text).filter((text) => text !== found.name);
      const facts = [
        found.nationalities.map((code) => countryIn(language, code)).join(", "),
        found.occupations.join(", "),
        found.ethnicities.join(", "),
      ].filter(Boolean);
      const status = statusInWords(found, words);
      const missing =
        events.find(({ when, state }) => state === found.statusState && when.earliest === found.statusSince?.earliest)?.verification
          ?.failedRules ?? [];
      const why = found.statusState !== "VERIFIED" && missing.length > 0 ? ` ${missing.map(({ message }) => message).join(" ")}` : "";
      const body = html`<h1>${found.name}</h1>
        ${!found.named && html`<p>${say.nameless}</p>`}
        <p class="lead" data-part="status">${status}. ${stateTag(found.statusState, words)}${why}</p>
        <p>${facts.join(" · ")}</p>
        ${other.length > 0 && html`<p class="small">${say.alsoWritten}: ${words.list(other)}.</p>`}${
          picture &&
          html`<figure>
            ${picture}${small}
            <figcaption><p>${say.timelineKey}</p></figcaption>
          </figure>`
        }
        <ul class="plain" data-corrections hidden></ul>
        <h2>${say.timeline}</h2>
        ${events.length === 0 ? html`<p>${say.none}</p>` : events.map((event) => eventSection(event, view))}`;
      const table = {
        columns: ["type", "state", "earliest", "latest", "time_zone", "facility", "place", "claims"],
        rows: events.map(({ type, state, when, facility, place, claims }) => [
          ...[type, state, when.earliest, when.latest, when.timeZone],
          ...[facility?.slug, place, claims.totalCount],
        ]),
      };
      return { title: found.name, description: `${found.name}: ${status}.`, body, picture, small, table };
    },
  });
}
