/** Counts as rows of a table for programs. */
import type { Cell, Table } from "../base/table.ts";
import type { PageCitedFragment, PageClaimsQuery } from "../../../generated/graphql.ts";
import type { Count } from "../charts/claims/picture.ts";
import type { Step } from "../charts/shapes/steps.ts";

const columns = [
  ...["series", "source", "source_slug", "metric", "measure", "unit", "qualifier", "lower", "upper"],
  ...["verified", "corroborated", "reported", "earliest", "latest", "time_zone", "facility", "category"],
  ...["published_earliest", "published_latest", "document", "url", "locator", "statement", "claim_id"],
] as const;

type Counted = Pick<Count, "metric" | "measure" | "unit" | "qualifier" | "lower" | "upper" | "facility" | "category">;
/** Of a claim that counts nothing, its number is null. */
type Claimed = PageCitedFragment & { readonly [Field in keyof Counted]: Counted[Field] | null };

const claimRow = (claim: Claimed): Cell[] => [
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

type Listed = PageClaimsQuery["claims"]["edges"][number]["node"];

/** Claims of every kind, in one table. */
export const listedRows = (claims: readonly Listed[]): Table => ({
  columns: ["kind", "status", ...columns.slice(1), "event", "person", "person_slug", "stance"],
  rows: claims.map((claim) => {
    const counted = claim.__typename === "CountClaim" ? claim : null;
    const told = claim.__typename === "EventClaim" ? claim : null;
    const nothing = { metric: null, measure: null, unit: null, qualifier: null, lower: null, upper: null, facility: null, category: null };
    return [
      ...[claim.__typename, claim.status, ...claimRow({ ...nothing, ...claim, ...counted }).slice(1)],
      ...[told?.event.type, told?.event.detainee.name, told?.event.detainee.slug, told?.stance],
    ];
  }),
});
