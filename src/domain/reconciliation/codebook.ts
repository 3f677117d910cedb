/** The hub's own codebook: what its count counts, so that a source's count can be told to count the same thing. Data with a version, like the policy. */
import type { CountMeasure, CountMetric, CustodyEventType } from "../../db/generated/prisma/enums.ts";

export const codebook = {
  version: "v1",
  text:
    "People known to the hub by name and held on political grounds, each counted once. A release counts when it was effected and verified; a move to house arrest is no release, and " +
    "whoever is held at home is held. A documented minimum: people whom nobody has named are not in it.",
  politicalOnly: true,
  /** A claim so much older than the question, or than the freshest claim beside it, is shown but not subtracted. */
  staleAfterDays: 90,
  /** How far "about" reaches, as a share of the number: about 50 is 45 to 55. */
  aboutTolerance: 0.1,
} as const;

/** What the hub can count for a metric: events of a type over a window, or people in a state at a moment. Metrics that are not here are shown beside the hub's count of releases. */
type Countable =
  | { readonly measure: CountMeasure; readonly event: CustodyEventType }
  | { readonly measure: "STOCK"; readonly status: "DETAINED" | "WHEREABOUTS_UNKNOWN" };

const countable: Partial<Record<CountMetric, Countable>> = {
  RELEASED: { measure: "CUMULATIVE", event: "RELEASE" },
  ARRESTED: { measure: "CUMULATIVE", event: "ARREST" },
  DIED: { measure: "CUMULATIVE", event: "DEATH" },
  HELD: { measure: "STOCK", status: "DETAINED" },
  WHEREABOUTS_UNKNOWN: { measure: "STOCK", status: "WHEREABOUTS_UNKNOWN" },
};

const releases: Countable = { measure: "CUMULATIVE", event: "RELEASE" };

/** What stands on the hub's side beside claims of a metric, and whether that is the same metric. */
export function countedFor(metric: CountMetric): { readonly counted: Countable; readonly same: boolean } {
  const counted = countable[metric];
  return { counted: counted ?? releases, same: counted !== undefined };
}

/** The metrics that answer one question: what is said of releases is said at three stages. */
export function metricsBeside(metric: CountMetric): readonly CountMetric[] {
  const stages: readonly CountMetric[] = ["RELEASED", "ANNOUNCED", "ORDERED"];
  return stages.includes(metric) ? stages : [metric];
}
