/** Answers of the graph, as small as a test needs them. */
import type {
  CountMetric,
  CountQualifier,
  PageCountFragment,
  PageReleaseFragment,
  PageSituationQuery,
  SourceKind,
  VerificationState,
} from "../../generated/graphql.ts";

const slugOf = (name: string) => name.toLowerCase().replaceAll(/\W+/g, "-");
const timeZone = "America/Caracas";

/** A day in Caracas, or a moment as it stands. */
const instant = (text: string) => new Date(text.length === 10 ? `${text}T04:00:00Z` : text).toISOString();
const nextDay = (text: string) => new Date(Date.parse(instant(text)) + 86_400_000).toISOString();

function span(from: string, to: string | undefined) {
  return {
    earliest: instant(from),
    latest: to === undefined ? nextDay(from) : instant(to),
    precision: "DAY" as const,
    timeZone,
    edtf: from,
    verbatim: null,
  };
}

type Claimed = {
  readonly source: string;
  readonly from: string;
  readonly to?: string;
  readonly lower: number | null;
  readonly upper?: number | null;
  readonly qualifier?: CountQualifier;
  readonly kind?: SourceKind;
  readonly group?: string;
  readonly metric?: CountMetric;
  readonly quote?: string;
  readonly facility?: string;
  readonly category?: string;
  readonly id?: string;
};

export function count({
  source,
  from,
  to,
  lower,
  upper = lower,
  qualifier = "EXACT",
  kind = "NGO",
  group,
  metric = "RELEASED",
  ...more
}: Claimed): PageCountFragment {
  const { quote = null, facility, category = null, id = `${slugOf(source)}-${from}-${lower}` } = more;
  return {
    ...{ id, statement: `${source} says so.`, quote, locator: "¶3", recordedAt: instant(from), asOf: span(from, to) },
    assertedBy: { slug: slugOf(source), name: source, kind, independenceGroup: group ?? null },
    document: { title: "A page", url: "https://example.org/page", archiveUrl: null, publisher: null, publishedAt: span(from, undefined) },
    ...{
      metric,
      unit: "PERSONS",
      measure: "CUMULATIVE",
      qualifier,
      lower,
      upper,
      category,
      namesPublished: false,
      periodStart: null,
      partOf: null,
    },
    facility: facility === undefined ? null : { slug: slugOf(facility), name: facility },
  };
}

type Released = { readonly name: string; readonly state: VerificationState; readonly from: string; readonly to?: string };
export function release({ name, state, from, to }: Released): PageReleaseFragment {
  const detainee = { slug: slugOf(name), name };
  return {
    id: `release-${slugOf(name)}`,
    state,
    outcome: "UNKNOWN",
    acknowledged: false,
    when: span(from, to),
    place: null,
    location: null,
    facility: null,
    detainee,
  };
}

type World = {
  readonly claims?: readonly PageCountFragment[];
  readonly releases?: readonly PageReleaseFragment[];
  readonly custodianGroups?: string[];
  /** How many are verified and corroborated from a day on. */
  readonly steps?: readonly { readonly from: string; readonly verified: number; readonly upper?: number; readonly corroborated: number }[];
};
export function situationOf({ claims = [], releases = [], custodianGroups = [], steps = [] }: World): PageSituationQuery {
  const list = <Node>(nodes: readonly Node[]) => ({ totalCount: nodes.length, edges: nodes.map((node) => ({ node })) });
  const inState = (state: VerificationState) => list(releases.filter((one) => one.state === state));
  const [verified, corroborated, reported] = [inState("VERIFIED"), inState("CORROBORATED"), inState("REPORTED")];
  const [lower, upper] = [verified.totalCount, verified.totalCount];
  return {
    policies: [{ version: "v1", custodianGroups }],
    released: list(claims.filter(({ metric }) => metric === "RELEASED")),
    announced: list(claims.filter(({ metric }) => metric === "ANNOUNCED")),
    reconciliation: {
      ...{ asOf: "2026-01-25T00:00:00Z", knownAt: "2026-01-25T00:00:00Z" },
      hub: { verified: lower, lower, upper, corroborated: corroborated.totalCount, reported: reported.totalCount, contested: 0 },
    },
    hubCountSeries: steps.map(({ from, verified: certain, upper: most = certain, corroborated: more }) => ({
      at: instant(from),
      hub: { verified: certain, lower: certain, upper: most, corroborated: more, reported: 0, contested: 0 },
    })),
    feed: { edges: [] },
    ...{ verified, corroborated, reported, verificationQueue: { totalCount: corroborated.totalCount } },
  };
}
