/**
 * Independence: which origin a claim goes back to. Ten pages that repeat one statement are one witness. After statement provenance in FollowTheMoney and
 * DOMAIN's rule 3: the first asserter, found by following who asserts and what the page is derived from, then collapsed by independence group.
 */

export type Asserter = { readonly id: string; readonly independenceGroup: string | null };
export type Provenance = { readonly publisher: Asserter | null; readonly derivedFrom: readonly string[] };
export type Root = {
  /** Equal for two claims exactly when they are not independent. */
  readonly origin: string;
  /** The source that stands for the origin. */
  readonly sourceId: string;
  /** False when the claim only repeats another document. */
  readonly isRoot: boolean;
};

/**
 * The root of a claim. A page that speaks for itself and is derived from others goes back to the first of those that is derived from nothing; whoever is quoted in a
 * page is an origin of their own. A first page that nobody signed is itself the origin. Circles of derivation end at the page they began with.
 */
export function rootOf(claim: { assertedBy: Asserter; documentId: string }, documents: ReadonlyMap<string, Provenance>): Root {
  const { assertedBy, documentId } = claim;
  const speaksForItself = documents.get(documentId)?.publisher?.id === assertedBy.id;
  const first = speaksForItself ? firstPage(documentId, documents) : undefined;
  if (first?.publisher === null) return { origin: first.documentId, sourceId: assertedBy.id, isRoot: false };
  const source = first?.publisher ?? assertedBy;
  return { origin: source.independenceGroup ?? source.id, sourceId: source.id, isRoot: source.id === assertedBy.id };
}

function firstPage(
  documentId: string,
  documents: ReadonlyMap<string, Provenance>,
): { documentId: string; publisher: Asserter | null } | undefined {
  const seen = new Set<string>();
  const queue = [documentId];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const document = documents.get(at);
    if (document?.derivedFrom.length === 0) return { documentId: at, publisher: document.publisher };
    queue.push(...(document?.derivedFrom.toSorted() ?? []));
  }
  return undefined;
}
