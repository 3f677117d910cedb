/** What PostGraphile is made from: the hub's tables as far as anybody may see them, with the rule of visibility in views, and in functions what is no column. */
import { heldHere } from "../reads/held-here.ts";

const view = (name: string, columns: string, from: string, tags: readonly string[]) => `
  CREATE VIEW peers.${name} AS SELECT ${columns} FROM ${from};
  COMMENT ON VIEW peers.${name} IS '${["@primaryKey id", ...tags].join("\n")}';`;

export const peersSchema = `
  CREATE SCHEMA peers;
  ${view("detainee", `"id", "name", "nationalities"`, `"Detainee" WHERE "visibility" = 'PUBLIC'`, [])}
  ${view("facility", `"id", "name", "sortName" AS sort_name`, `"Facility" WHERE "visibility" = 'PUBLIC'`, [])}
  ${view("source", `"id", "slug", "name"`, `"Source" WHERE "visibility" = 'PUBLIC'`, ["@unique slug"])}
  ${view(
    "release",
    `"id", "detaineeId" AS detainee_id, "facilityId" AS facility_id, "whenEarliest" AS when_earliest, "whenLatest" AS when_latest, "whenSortAt" AS when_sort_at, "state", "conditions"`,
    `"CustodyEvent" WHERE "type" = 'RELEASE' AND "visibility" = 'PUBLIC'`,
    ["@foreignKey (detainee_id) references peers.detainee (id)", "@foreignKey (facility_id) references peers.facility (id)"],
  )}
  ${view(
    "claim",
    `"id", "eventId" AS release_id, "assertedById" AS asserted_by_id, "statement", "kind", "metric", "facilityId" AS facility_id, "qualifier", "lower", "upper", "asOfEarliest" AS as_of_earliest,
     "asOfLatest" AS as_of_latest, "asOfSortAt" AS as_of_sort_at, "publishedSortAt" AS published_sort_at, "recordedAt" AS recorded_at, "supersededAt" IS NULL AND NOT "retraction" AS stands`,
    `"Claim" WHERE "visibility" = 'PUBLIC'`,
    ["@foreignKey (release_id) references peers.release (id)", "@foreignKey (asserted_by_id) references peers.source (id)"],
  )}
  CREATE FUNCTION peers.releases_until(until timestamptz) RETURNS SETOF peers.release LANGUAGE sql STABLE
    AS $$ SELECT * FROM peers.release WHERE when_sort_at <= until AND when_latest <= until ORDER BY when_sort_at DESC, id DESC $$;
  CREATE FUNCTION peers.facility_detainee_count(facility peers.facility) RETURNS int LANGUAGE sql STABLE AS $$ SELECT ${heldHere("$1.id")}::int $$;`;
