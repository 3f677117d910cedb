/** The reconciliation of the Venezuela data set through the public door, told in lines that can be worked out by hand from the five documents. */
import { expect } from "vitest";
import type { Hub } from "./hub.ts";
import { decide } from "./records.ts";

// Midnight in Caracas is 04:00 UTC.
export const noon = "2026-01-12T16:00:00Z";
export const evening = "2026-01-12T22:00:00Z";
export const midnight = "2026-01-13T04:00:00Z";
export const week3 = "2026-01-20T04:00:00Z";
export const week4 = "2026-01-25T04:00:00Z";
export const february = "2026-02-01T04:00:00Z";
export const eighth = "2026-01-08T04:00:00Z";

type Bounds = { lower: number | null; upper: number | null };
type Names = { edges: { node: { name: string } }[]; totalCount: number };
type Row = {
  source: { slug: string };
  claim: Bounds & { metric: string; qualifier: string; unit: string };
  hub: { verified: number; lower: number; upper: number; corroborated: number; reported: number };
  comparable: boolean;
  reasons: string[];
  verdict: string | null;
  gap: Bounds | null;
  ageHours: number;
  namesPublished: boolean | null;
  named: { both: Names; theirsOnly: Names; oursOnly: Names } | null;
};
export type Answer = { asOf: string; knownAt: string; hub: Row["hub"]; rows: Row[] };

const people = "edges { node { name } } totalCount";
const reconciliation = `query ($metric: CountMetric!, $asOf: DateTime, $knownAt: DateTime, $since: DateTime, $facility: ID) @inheritClocks {
  reconciliation(metric: $metric, asOf: $asOf, knownAt: $knownAt, since: $since, facility: $facility) {
    metric asOf knownAt hub { verified lower upper corroborated reported }
    rows { source { slug } claim { metric qualifier unit lower upper } hub { verified lower upper corroborated reported } comparable reasons verdict gap { lower upper } ageHours namesPublished
      named { both(first: 10) { ${people} } theirsOnly(first: 10) { ${people} } oursOnly(first: 10) { ${people} } } } } }`;

export const ask = async (hub: Hub, variables: object): Promise<Answer> => {
  const { data, errors } = await hub.send(reconciliation, { metric: "RELEASED", ...variables }, null);
  expect(errors).toBeUndefined();
  return data["reconciliation"] as Answer;
};

const words: Record<string, (claim: Bounds) => string> = {
  EXACT: ({ lower }) => `${lower}`,
  ABOUT: ({ lower }) => `~${lower}`,
  RANGE: ({ lower, upper }) => `${lower}–${upper}`,
  AT_LEAST: ({ lower }) => `≥${lower}`,
  MORE_THAN: ({ lower }) => `>${lower}`,
  FEWER_THAN: ({ upper }) => `<${upper}`,
  UNQUANTIFIED: () => "?",
};
const units: Record<string, string> = { PERSONS: "", PERCENT: "%", FACILITIES: " places", FAMILIES: " families" };

/** A row as a line: who says what; then why not comparable, or the hub's bounds, the gap and the verdict. */
export const line = ({ source, claim, hub: count, reasons, gap, verdict }: Row) =>
  `${source.slug} ${claim.metric === "RELEASED" || claim.metric === "HELD" ? "" : `${claim.metric} `}${words[claim.qualifier]!(claim)}${units[claim.unit]}: ${
    reasons.length > 0 ? reasons.join(" ") : `${count.lower}–${count.upper} ${gap!.lower ?? ""}..${gap!.upper ?? ""} ${verdict}`
  }`;
export const lines = async (hub: Hub, variables: object) => (await ask(hub, variables)).rows.map(line).toSorted();
export const rowOf = async (hub: Hub, source: string, said: string, variables: object) =>
  (await ask(hub, variables)).rows.find((row) => line(row).startsWith(`${source} ${said}:`))!;

/** What is said at noon of 12 January without numbers, whatever is verified; `undecided` while nobody has decided on anything. */
export const wordsAlone = (undecided: "" | " NOT_DECIDED") =>
  [
    "venezuelan-government ANNOUNCED ?: METRIC MEASURE WINDOW UNQUANTIFIED",
    "jorge-rodriguez ANNOUNCED ?: METRIC MEASURE WINDOW UNQUANTIFIED",
    "christian-k-caruzo ?: MEASURE WINDOW UNQUANTIFIED",
    "christian-k-caruzo ?: UNQUANTIFIED",
    "donald-trump ?: UNQUANTIFIED",
  ].map((said) => `${said}${undecided}`);

export const idOf = async (hub: Hub, type: string, name: string): Promise<string> =>
  (await hub.send(`query($text: String!) { search(text: $text) { node { ... on ${type} { id } } } }`, { text: name })).data["search"][0]
    .node.id;
export const releaseOf = async (hub: Hub, name: string): Promise<string> => {
  const { data } = await hub.send(`{ releases(first: 20) { edges { node { id detainee { name } } } } }`);
  return data["releases"].edges.find(({ node }: any) => node.detainee.name === name).node.id;
};
export const gapsOf = async (hub: Hub, metric: string) => {
  const query = `query($metric: [CountMetric!]) { claims(first: 100, filter: { metric: $metric }) { edges { node { assertedBy { slug } ... on CountClaim { qualifier unit lower upper gap { lower upper verdict reasons } } } } } }`;
  const { data } = await hub.send(query, { metric }, null);
  return (data["claims"].edges as any[]).map(({ node }) => [
    `${node.assertedBy.slug} ${words[node.qualifier]!(node)}${units[node.unit]}`,
    node.gap.verdict === null ? null : [node.gap.lower, node.gap.upper],
  ]);
};

/** Of San Miguel it is known that she is out, and not from where: nobody can verify that yet. */
export const theCorroborated = ["Enrique Márquez", "Biagio Pilieri"];

/** Verifies the releases of the data set that are corroborated, with a key of its own. */
export async function verifyTheCorroborated(hub: Hub): Promise<void> {
  const verifier = await hub.newKey("VERIFIER");
  for (const name of theCorroborated)
    expect(await decide(hub, "verifyRelease", { release: await releaseOf(hub, name) }, verifier)).toMatchObject({
      release: { state: "VERIFIED" },
    });
}
