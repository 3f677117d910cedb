/** What the picture “claims against names” shows, out of what the graph answers. Pure: no clock, no words of a language. */
import type { PageCountFragment, PageHubCountsFragment, PageReleaseFragment, PageSituationQuery } from "../../../../generated/graphql.ts";
import type { Step } from "../shapes/steps.ts";

export type Count = PageCountFragment;
export type Release = PageReleaseFragment;
export type Side = "state" | "others";

export type Mark = {
  readonly claim: Count;
  /** Other claims that say the same of the same time, as other pages pass it on. */
  readonly repeated: readonly Count[];
  readonly from: number | null;
  readonly to: number | null;
};

export type Row = {
  readonly source: Count["assertedBy"];
  readonly side: Side;
  readonly marks: readonly Mark[];
  /** What the source says by now: of its claims with a number, the one that speaks of the latest time. */
  readonly latest: Count | null;
};

export type Names = {
  readonly people: readonly { readonly slug: string; readonly name: string; readonly release: Release }[];
  readonly state: Release["state"];
  readonly from: number | null;
  readonly to: number | null;
};

export type Picture = {
  readonly rows: readonly Row[];
  /** Sources for which there is no row of their own. */
  readonly folded: readonly Row[];
  /** Counts of a part (a nationality, an age), which stand in the lists and not in the picture. */
  readonly parts: number;
  /** Claims that were not asked for, for there are too many. */
  readonly unread: number;
  readonly hub: PageSituationQuery["reconciliation"]["hub"];
  /** The same over time: where it changed. */
  readonly steps: readonly Step[];
  readonly names: readonly Names[];
  readonly timeZone: string;
  readonly knownAt: string;
};

const mostRows = 12;

export function readPicture(data: PageSituationQuery): Picture {
  const read = [data.released, data.announced].flatMap(({ edges }) => edges.map(({ node }) => node as Count));
  const whole = read.filter(({ partOf, category, unit }) => partOf === null && category === null && unit === "PERSONS");
  const custodians = new Set(data.policies[0]?.custodianGroups ?? []);
  const sideOf = ({ kind, independenceGroup }: Count["assertedBy"]): Side => {
    const custodian =
      independenceGroup === null || custodians.size === 0
        ? kind === "GOVERNMENT" && custodians.size === 0
        : custodians.has(independenceGroup);
    return custodian ? "state" : "others";
  };
  const bySource = Map.groupBy(whole, ({ assertedBy }) => assertedBy.slug);
  const rows = [...bySource.values()].map((claims): Row => {
    const source = claims[0]!.assertedBy;
    return { source, side: sideOf(source), marks: marksOf(claims), latest: latestOf(claims) };
  });
  const ordered = rows.toSorted(inOrder);
  const numbered = ordered.filter(({ latest }) => latest !== null);
  const shown = new Set([...numbered, ...ordered.filter(({ latest }) => latest === null)].slice(0, mostRows));
  return {
    rows: ordered.filter((row) => shown.has(row)),
    folded: ordered.filter((row) => !shown.has(row)),
    parts: read.length - whole.length,
    unread: data.released.totalCount + data.announced.totalCount - read.length,
    hub: data.reconciliation.hub,
    steps: stepsOf(data.hubCountSeries),
    names: namesOf([data.verified, data.corroborated, data.reported].flatMap(({ edges }) => edges.map(({ node }) => node))),
    timeZone: mostFrequent(whole.map(({ asOf }) => asOf.timeZone)) ?? "UTC",
    knownAt: data.reconciliation.knownAt,
  };
}

/** The points of a count, as they are drawn. */
export const stepsOf = (points: readonly PageHubCountsFragment[] | null): Step[] =>
  (points ?? []).map(({ at, hub }) => ({ ...hub, at: Date.parse(at) }));

const moment = (at: string | null) => (at === null ? null : Date.parse(at));
export const isQuantified = ({ lower, upper }: Count): boolean => lower !== null || upper !== null;

function marksOf(claims: readonly Count[]): Mark[] {
  const same = Map.groupBy(claims, ({ metric, facility, asOf, qualifier, lower, upper }) =>
    JSON.stringify([metric, facility?.slug, asOf.earliest, asOf.latest, qualifier, lower, upper]),
  );
  const marks = Array.from(same.values(), ([claim, ...repeated]): Mark => {
    return { claim: claim!, repeated, from: moment(claim!.asOf.earliest), to: moment(claim!.asOf.latest) };
  });
  return marks.toSorted((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity) || (a.to ?? Infinity) - (b.to ?? Infinity));
}

/** “January 2026” does not outrank 24 January: what can have been so earliest is the older. */
function latestOf(claims: readonly Count[]): Count | null {
  const began = ({ asOf }: Count) => moment(asOf.earliest) ?? -Infinity;
  const ended = ({ asOf }: Count) => moment(asOf.latest) ?? -Infinity;
  // Where a source speaks of the whole, what it says of one place is not its number.
  const numbered = claims.filter(isQuantified);
  const ofTheWhole = numbered.filter(({ facility }) => facility === null);
  const among = ofTheWhole.length > 0 ? ofTheWhole : numbered;
  return among.toSorted((a, b) => began(b) - began(a) || ended(b) - ended(a))[0] ?? null;
}

function inOrder(a: Row, b: Row): number {
  const side = Number(a.side === "others") - Number(b.side === "others");
  const numbered = Number(a.latest === null) - Number(b.latest === null);
  const largest = ({ latest }: Row) => latest?.upper ?? latest?.lower ?? 0;
  return side || numbered || largest(b) - largest(a) || a.source.name.localeCompare(b.source.name, "en");
}

function namesOf(releases: readonly Release[]): Names[] {
  const alike = Map.groupBy(releases, ({ state, when }) => JSON.stringify([state, when.earliest, when.latest]));
  return Array.from(alike.values(), (group): Names => {
    const { state, when } = group[0]!;
    const people = group.map((release) => ({ slug: release.detainee.slug, name: release.detainee.name, release }));
    return {
      people: people.toSorted((a, b) => a.name.localeCompare(b.name, "en")),
      state,
      from: moment(when.earliest),
      to: moment(when.latest),
    };
  }).toSorted((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity));
}

function mostFrequent(texts: readonly string[]): string | undefined {
  const groups = [...Map.groupBy(texts, (text) => text).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0]?.[0];
}
