/** Steps of the feed and new counts, as entries: of the page, of what it corrects, and of the web feeds. */
import type { PageFeedQuery, PageNewsFragment } from "../../../generated/graphql.ts";
import type { Entry } from "../base/entry.ts";
import { html, type Html } from "../base/html.ts";
import type { View } from "../base/route.ts";
import type { Count } from "../charts/claims/picture.ts";
import { titleOf } from "../charts/claims/source-row.ts";
import { news } from "../words/news.ts";
import { momentInWords, spanInWords } from "../words/span.ts";
import { placeInWords } from "./where.ts";
import { personLink, sourceLink } from "./people.ts";

type Happened = PageNewsFragment["edges"][number]["node"];

/** How long a correction stays in sight, before the moment that is shown. */
const correctionDays = 30;
const kinds = { ReleaseVerified: "verified", ReleaseAmended: "amended", ReleaseRetracted: "retracted" } as const;

function entryOfEvent(event: Happened, view: View): Entry {
  const say = news[view.words.language];
  const { eventId: id, occurredAt: at, release } = event;
  if (event.withdrawn || release === null) return { id, at, kind: "withdrawn", title: say.withdrawn, text: "", link: view.href("/feed") };
  const kind = kinds[event.__typename];
  const { name, slug } = release.detainee;
  const title = kind === "retracted" ? say.retracted(name, view.words.states[event.afterState ?? release.state]) : say[kind](name);
  const where = [spanInWords(release.when, view.words.language), placeInWords(release, view.words.language)].filter(Boolean).join(", ");
  return { id, at, kind, title, text: [event.publicNote, where].filter(Boolean).join(" · "), link: personLink(view, slug) };
}

const entryOfCount = (claim: Count, view: View): Entry => ({
  ...{ id: claim.id, at: claim.recordedAt, kind: "count" },
  title: titleOf(claim, 0, view.words),
  text: claim.statement,
  link: `${sourceLink(view, claim.assertedBy.slug)}#claim-${encodeURIComponent(claim.id)}`,
});

/** Newest first. */
export function entriesOf({ feed, claims }: PageFeedQuery, view: View): Entry[] {
  const happened = feed.edges.map(({ node }) => entryOfEvent(node, view));
  const counted = claims.edges.map(({ node }) => entryOfCount(node as Count, view));
  return [...happened, ...counted].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** What was taken back or amended of late: it stays to be seen, with its reason, also for who comes later. */
export function correctionsOf({ edges }: PageNewsFragment, knownAt: string, view: View): Html {
  const since = Date.parse(knownAt) - correctionDays * 86_400_000;
  const recent = edges.filter(({ node }) => Date.parse(node.occurredAt) >= since && Date.parse(node.occurredAt) <= Date.parse(knownAt));
  const entries = recent.map(({ node }) => entryOfEvent(node, view)).filter(({ kind }) => kind === "retracted" || kind === "amended");
  return html`<div data-part="corrections">
    ${entries.length > 0 && html`<h2>${news[view.words.language].corrections}</h2>`}
    <ul class="plain" data-corrections ${entries.length === 0 && html` hidden`}>
      ${entries.toReversed().map((entry) => lineOf(entry, view, "correction"))}
    </ul>
  </div>`;
}

export const newsList = (entries: readonly Entry[], view: View): Html =>
  html`<ul class="plain">
    ${entries.map((entry) => lineOf(entry, view, entry.kind === "retracted" || entry.kind === "withdrawn" ? "correction" : ""))}
  </ul>`;

function lineOf({ id, at, kind, title, text, link }: Entry, view: View, mark: string): Html {
  const { language } = view.words;
  return html`<li class="${mark}" data-event="${id}">
    <span class="tag ${kind}">${news[language].kinds[kind]}</span> <a href="${link}">${title}</a><br /><span class="small"
      ><time datetime="${at}">${momentInWords(at, language, "UTC")}</time>${text && ` · ${text}`}</span
    >
  </li>`;
}
