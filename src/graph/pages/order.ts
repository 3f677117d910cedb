/** The orders in which lists can be asked for. Each ends in the id, so that no two rows share a place and pages have firm borders. */
import { builder } from "../base/builder.ts";

export const TimeOrder = builder.enumType("TimeOrder", {
  description: "The order of a list by time: by the earliest moment at which the thing can have been so or have happened.",
  values: {
    NEWEST_FIRST: { value: "desc" as const, description: "The latest moment first." },
    OLDEST_FIRST: { value: "asc" as const, description: "The earliest moment first." },
  },
});

export const NameOrder = builder.enumType("NameOrder", {
  description: "The order of a list by name, without regard to case and accents.",
  values: {
    NAME_ASCENDING: { value: "asc" as const, description: "From A to Z." },
    NAME_DESCENDING: { value: "desc" as const, description: "From Z to A." },
  },
});

/** People, facilities and sources. */
export const byName = (order?: "asc" | "desc" | null) => [{ sortName: order ?? ("asc" as const) }, { id: order ?? ("asc" as const) }];

/** Documents. */
export const newestPublished = [{ publishedSortAt: "desc" as const }, { id: "desc" as const }];
