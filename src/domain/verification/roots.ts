/**
 * Independence: which origin a claim goes back to. Ten pages that repeat one statement are one witness. After statement provenance in FollowTheMoney and
 * DOMAIN's rule 3: the first asserter, found by following who asserts and what the page is derived from, then collapsed by independence group.
 */

export type Asserter = { readonly id: string; readonly independenceGroup: string | null };
export type Provenance = { readonly publisher: Asserter | null; readonly derivedFrom: readonly string[] };

/**
 * Why a claim goes back to its root. OWN_PAGE: the asserter says so on its own page, which repeats no other. FIRST_ASSERTER: the page passes on what the asserter says.
 * REPEATED: the page repeats others, and goes back to the publisher of the first of them. UNSIGNED: it goes back to a page that nobody signed. CIRCULAR: the pages repeat one another;
 * one of them stands for all.
 */
export const rootReasons = ["OWN_PAGE", "FIRST_ASSERTER", "REPEATED", "UNSIGNED", "CIRCULAR"] as const;
export type RootReason = (typeof rootReasons)[number];

export type Root = {
  /** Equal for two claims exactly when they are not independent. */
  readonly origin: string;
  /** The source that stands for the origin. */
  readonly sourceId: string;
  /** False when the claim only repeats another document. */
  readonly isRoot: boolean;
  readonly reason: RootReason;
  /** The group that collapses the origin with others of the same group; null when it stands alone. */
  readonly group: string | null;
  /** The pages from the claim's own back to the first one; only its own when it repeats none. */
  readonly path: readonly string[];
};

/**
 * The root of a claim. A page that speaks for itself and is derived from others goes back to the first of those that is derived from nothing; whoever is quoted in a
 * page is an origin of their own. A first page that nobody signed is itself the origin. Where pages are only derived from one another, the one with the smallest id is the first.
 */
export function rootOf(claim: { assertedBy: Asserter; documentId: string }, documents: ReadonlyMap<string, Provenance>): Root {
  const { assertedBy, documentId } = claim;
  const quoted = documents.get(documentId)?.publisher?.id !== assertedBy.id;
  if (quoted) return rootAt(assertedBy, assertedBy, "FIRST_ASSERTER", [documentId]);
  const { path, circular } = wayToFirst(documentId, documents);
  const first = documents.get(path.at(-1)!)?.publisher ?? null;
  if (path.length === 1) return rootAt(assertedBy, assertedBy, circular ? "CIRCULAR" : "OWN_PAGE", path);
  if (first === null) return { origin: path.at(-1)!, sourceId: assertedBy.id, isRoot: false, reason: "UNSIGNED", group: null, path };
  return rootAt(first, assertedBy, circular ? "CIRCULAR" : "REPEATED", path);
}

function rootAt(source: Asserter, assertedBy: Asserter, reason: RootReason, path: readonly string[]): Root {
  const { id, independenceGroup } = source;
  return { origin: independenceGroup ?? id, sourceId: id, isRoot: id === assertedBy.id, reason, group: independenceGroup, path };
}

/** The shortest way from a page to the first page behind it, breadth first; ids break ties. */
function wayToFirst(documentId: string, documents: ReadonlyMap<string, Provenance>): { path: string[]; circular: boolean } {
  const cameFrom = new Map<string, string | null>([[documentId, null]]);
  const wayTo = (page: string) => {
    const path: string[] = [];
    for (let at: string | null = page; at !== null; at = cameFrom.get(at) ?? null) path.unshift(at);
    return path;
  };
  // A Map is walked in the order of insertion, also over what is added on the way.
  for (const at of cameFrom.keys()) {
    const origins = (documents.get(at)?.derivedFrom ?? []).filter((origin) => documents.has(origin));
    if (origins.length === 0) return { path: wayTo(at), circular: false };
    for (const origin of origins.toSorted()) if (!cameFrom.has(origin)) cameFrom.set(origin, at);
  }
  return { path: wayTo([...cameFrom.keys()].toSorted()[0]!), circular: true };
}
