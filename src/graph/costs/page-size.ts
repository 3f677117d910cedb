/** How many entries a page has when nobody says, and at most. */
export const pageSize = { default: 20, max: 100 } as const;

/** About how many entries a list without pages has: the steps of one person, the origins of one release. */
export const listSize = 10;
