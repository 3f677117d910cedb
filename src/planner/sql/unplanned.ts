/** Thrown wherever something is not provably the same on both paths: the ordinary one answers then. Nobody outside this room sees it. */
export class Unplanned extends Error {
  override name = "Unplanned";
}

export function unplanned(why: string): never {
  throw new Unplanned(why);
}
