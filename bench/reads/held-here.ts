/** A count that every hand-written server makes: floor.ts and the peers. */

/**
 * How many people are held in a facility now: those whose last event that moved them, by the stored order, brought them here, and overlaps with no other. `facility` is SQL. It goes by what the hub stores of each
 * timeline, as the hub's own count does.
 */
export const heldHere = (facility: string) =>
  `(SELECT count(*) FROM "CustodyEvent" e WHERE e."facilityId" = ${facility} AND e."type" IN ('ARREST', 'LOCATED', 'TRANSFER', 'CUSTODY_CHANGE') AND e."visibility" = 'PUBLIC' AND e."mergedIntoId" IS NULL
    AND e."state" <> 'REFUTED' AND e."whenLatest" <= now() AND NOT e."overlaps" AND (e."movedOnAt" IS NULL OR e."movedOnAt" > now()))`;
