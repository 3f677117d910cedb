/** Counts as rows of a table for programs. */
import type { Cell, Table } from "../base/table.ts";
import type { Count } from "../charts/claims/picture.ts";
import type { Step } from "../charts/shapes/steps.ts";

const columns = [
  ...["series", "source", "source_slug", "metric", "measure", "unit", "qualifier", "lower", "upper"],
  ...["verified", "corroborated", "reported", "earliest", "latest", "time_zone", "facility", "category"],
  ...["published_earliest", "published_latest", "document", "url", "locator", "statement", "claim_id"],
] as const;

const claimRow = (claim: Count): Cell[] => [
  ...["claim", claim.assertedBy.name, claim.assertedBy.slug, claim.metric, claim.measure, claim.unit, claim.qualifier, claim.lower],
  ...[claim.upper, null, null, null, claim.asOf.earliest, claim.asOf.latest, claim.asOf.timeZone, claim.facility?.slug, claim.category],
  ...[claim.document.publishedAt.earliest, claim.document.publishedAt.latest, claim.document.title, claim.document.url],
  ...[claim.locator, claim.statement, claim.id],
];

/** The hub's own count from a moment on, in the same columns. */
const stepRow = ({ at, lower, upper, verified, corroborated, reported }: Step): Cell[] => {
  const moment = new Date(at).toISOString();
  const counted = [
    "RELEASED",
    "CUMULATIVE",
    "PERSONS",
    lower === upper ? "EXACT" : "RANGE",
    lower,
    upper,
    verified,
    corroborated,
    reported,
  ];
  return ["hub", null, null, ...counted, moment, moment, "UTC", ...Array.from({ length: 9 }, () => null)];
};

export const claimRows = (claims: readonly Count[], steps: readonly Step[] = []): Table => ({
  columns,
  rows: [...claims.map(claimRow), ...steps.map(stepRow)],
});
