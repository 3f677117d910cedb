/** INDEPENDENCE: how many origins there must be to explain all claims, the custodian counted as one however many of its organs speak. */
import { smallestHittingSet } from "../hitting-set.ts";
import { bySlug, type Origin, type Root } from "./roots.ts";

/** The state that holds the people: the groups of its organs, and which origin it is itself. */
export type Custodian = { readonly custodianGroups: readonly string[]; readonly custodianOrigin?: string | null };

/** Whether an origin is the custodian's: itself, of its groups, or a government of which no group says whose it is. Where no custodian is named, every government is. */
export function isOfTheState({ custodianGroups, custodianOrigin = null }: Custodian, { key, groups, government }: Origin): boolean {
  if (custodianGroups.length === 0 && custodianOrigin === null) return government;
  return key === custodianOrigin || groups.some((group) => custodianGroups.includes(group)) || (government && groups.length === 0);
}

const state = "the state";

/** The number of independent origins, and the ids of the sources that stand for them, by slug. */
export function independentOrigins(
  custodian: Custodian,
  claims: readonly { readonly root: Pick<Root, "origins" | "isRoot" | "sourceId" | "slug"> }[],
): { count: number; sourceIds: string[] } {
  const keyOf = (origin: Origin) => (isOfTheState(custodian, origin) ? state : origin.key);
  // Who stands for an origin: a source that says it first-hand, before one that is only repeated.
  const standsFor = new Map<string, Origin & { firstHand: boolean }>();
  for (const { root } of claims) {
    for (const origin of root.origins) {
      const candidate = {
        ...origin,
        // A page that nobody signed is told by who passes it on: by name, for neither its id nor who was recorded first may decide.
        ...(origin.sourceId === null ? { sourceId: root.sourceId, slug: root.slug } : {}),
        firstHand: root.isRoot && origin.sourceId === root.sourceId,
      };
      const known = standsFor.get(keyOf(origin));
      if (known === undefined || rank(candidate, known) < 0) standsFor.set(keyOf(origin), candidate);
    }
  }
  const compare = (a: string, b: string) => bySlug(standsFor.get(a)!, standsFor.get(b)!);
  const sets = claims.map(({ root }) => [...new Set(root.origins.map(keyOf))]);
  const { size, chosen } = smallestHittingSet(sets, compare);
  // One source may stand for several: for itself, and for a page that nobody signed and that it passes on.
  return { count: size, sourceIds: [...new Set(chosen.map((key) => standsFor.get(key)!.sourceId!))] };
}

function rank(a: Origin & { firstHand: boolean }, b: Origin & { firstHand: boolean }): number {
  return a.firstHand === b.firstHand ? bySlug(a, b) : a.firstHand ? -1 : 1;
}
