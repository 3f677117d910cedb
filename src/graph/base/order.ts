/** The orders in which lists can be asked for. Each ends in the id, so that no two rows share a place and pages have firm borders. */
import { builder } from "./builder.ts";

export const TimeOrder = builder.enumType("TimeOrder", {
  description: "By the latest moment at which the thing can have been so or have happened.",
  values: { NEWEST_FIRST: { value: "desc" as const }, OLDEST_FIRST: { value: "asc" as const } },
});

export const NameOrder = builder.enumType("NameOrder", {
  description: "By name, without regard to case and accents.",
  values: { NAME_ASCENDING: { value: "asc" as const }, NAME_DESCENDING: { value: "desc" as const } },
});

/** People, facilities and sources. */
export const byName = (order?: "asc" | "desc" | null) => [{ sortName: order ?? ("asc" as const) }, { id: order ?? ("asc" as const) }];

/** Documents. */
export const newestPublished = [{ publishedSortAt: "desc" as const }, { id: "desc" as const }];
