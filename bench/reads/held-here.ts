/** A count that every hand-written server makes: floor.ts and the peers. */

const moved = (e: string) =>
  `${e}."whenLatest" <= now() AND ${e}."mergedIntoId" IS NULL AND ${e}."state" <> 'REFUTED' AND ${e}."visibility" = 'PUBLIC' AND ${e}."type" NOT IN ('CHARGE', 'SENTENCE') AND (${e}."type" <> 'RELEASE' OR ${e}."stage" = 'EFFECTED')`;

/** How many people are held in a facility now: those whose last event that moved them, by the stored order, brought them here, and overlaps with no other. `facility` is SQL. */
export const heldHere = (facility: string) =>
  `(SELECT count(*) FROM "CustodyEvent" e WHERE e."facilityId" = ${facility} AND e."type" IN ('ARREST', 'LOCATED', 'TRANSFER', 'CUSTODY_CHANGE') AND ${moved("e")} AND NOT e."overlaps" AND NOT EXISTS
    (SELECT FROM "CustodyEvent" m WHERE m."detaineeId" = e."detaineeId" AND m."ordinal" > e."ordinal" AND ${moved("m")}))`;
