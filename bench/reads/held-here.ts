/** A count that every hand-written server makes: floor.ts and the peers. */

/** How many people are held in a facility now. `facility` is SQL. It goes by what the hub stores of each timeline, as the hub's own count does; nothing of the generated ones is left open. */
export const heldHere = (facility: string) =>
  `(SELECT count(*) FROM "CustodyEvent" e WHERE e."facilityId" = ${facility} AND e."holds" AND e."restsFrom" < now() AND e."visibility" = 'PUBLIC' AND e."mergedIntoId" IS NULL)`;
