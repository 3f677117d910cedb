/** The orders in which lists can be asked for. Each ends in the id, so that pages have firm borders. */
import { builder } from "./builder.ts";

export const TimeOrder = builder.enumType("TimeOrder", {
  description: "By the earliest moment at which the thing can have been so or have happened.",
  values: { NEWEST_FIRST: { value: "desc" as const }, OLDEST_FIRST: { value: "asc" as const } },
});

export const NameOrder = builder.enumType("NameOrder", {
  description: "By name, without regard to case and accents.",
  values: { NAME_ASCENDING: { value: "asc" as const }, NAME_DESCENDING: { value: "desc" as const } },
});
