/**
 * Independence: from which origins a claim may stem. Ten pages that repeat one statement are one witness. After statement provenance in FollowTheMoney and DOMAIN's rule 3: found by following
 * who asserts and what the page is derived from, then collapsed by independence group. Which page of several was repeated nobody knows, so a claim has a set of possible origins.
 */
import type { ClaimConnectionKind } from "../../db/generated/prisma/enums.ts";

/** Who speaks. Two with the same `origin` are one witness: records that are one, and members of one group. */
export type Voice = {
  readonly id: string;
  readonly origin: string;
  /** What the origin is called among people, the same however ids are given. */
  readonly slug: string;
  readonly groups: readonly string[];
  /** Whether it is an organ of some state, or in one group with one. */
  readonly government: boolean;
  /** All names, folded: whether an author of a page is this one. */
  readonly names: readonly string[];
};
export type Provenance = {
  readonly publisher: Voice | null;
  /** Folded. */
  readonly authors: readonly string[];
  readonly derivedFrom: readonly string[];
};
export type Said = { readonly assertedBy: Voice; readonly documentId: string; readonly connection: ClaimConnectionKind };
export type Pages = ReadonlyMap<string, Provenance>;

/**
 * Why a claim goes back to its root. OWN_PAGE: the asserter says so on its own page, which repeats no other. FIRST_ASSERTER: the page passes on what the asserter says.
 * REPEATED: the page repeats others, and goes back to the publishers of the first of them. UNSIGNED: it goes back to a page that nobody signed. CIRCULAR: the pages repeat one another; any of
 * them may have been first.
 */
export const rootReasons = ["OWN_PAGE", "FIRST_ASSERTER", "REPEATED", "UNSIGNED", "CIRCULAR"] as const;
export type RootReason = (typeof rootReasons)[number];

/** Where words may come from: a voice, or a page that nobody signed (then without a source). */
export type Origin = Pick<Voice, "slug" | "groups" | "government"> & { readonly key: string; readonly sourceId: string | null };

export type Root = {
  /** All from which the claim may stem, by slug. One claim needs one of them; two that share one may be one witness. */
  readonly origins: readonly Origin[];
  /** The nearest of them. */
  readonly origin: string;
  /** The source that stands for the nearest, and what it is called among people. */
  readonly sourceId: string;
  readonly slug: string;
  /** Whether the asserter is certainly the origin; false when the claim repeats another document, or may. */
  readonly isRoot: boolean;
  readonly reason: RootReason;
  /** The group that collapses the nearest origin with others of the same group; null when it stands alone. */
  readonly group: string | null;
  /** The pages from the claim's own back to the nearest first one; only its own when it repeats none. */
  readonly path: readonly string[];
};

/**
 * The root of a claim. What a page says in its own voice (its publisher's, an author's, a reporter's) goes back to the first pages behind it; whoever is quoted in a page is an origin of their
 * own. Of a page that names no publisher nobody knows which of the two it is: it may be either. `others` are the claims on the same event: whoever is quoted on a page may be whom its repeaters
 * repeat.
 */
export function rootOf(claim: Said, pages: Pages, others: readonly Said[] = []): Root {
  const { assertedBy, documentId } = claim;
  const page = pages.get(documentId);
  const own = speaksForPage(claim, pages);
  const { path, circular } = wayToFirst(documentId, pages);
  const repeats = linksOf(documentId, pages).length > 0;
  if (!repeats || (!own && page?.publisher)) {
    // An author and the page's publisher are one voice; a reporter is a witness in their own name.
    const publisher = isAuthor(claim, pages) ? page?.publisher : null;
    const itself = page?.publisher?.id === assertedBy.id || isAuthor(claim, pages);
    return rootAt(assertedBy, assertedBy, [assertedBy, ...(publisher ? [publisher] : [])].map(originOf), {
      reason: itself && !repeats ? "OWN_PAGE" : "FIRST_ASSERTER",
      path: [documentId],
    });
  }

  const behind = reach(documentId, pages);
  const origins = [...behind].filter((each) => isFirst(each, pages)).flatMap((first) => voicesOf(first, pages, others));
  const quoted = others.filter((other) => {
    const repetition = speaksForPage(other, pages) && linksOf(other.documentId, pages).length > 0;
    return other.documentId !== documentId && behind.has(other.documentId) && !repetition;
  });
  const either = own ? [] : [assertedBy];
  const first = pages.get(path.at(-1)!)?.publisher ?? null;
  return rootAt(first ?? assertedBy, assertedBy, [...origins, ...[...quoted.map((other) => other.assertedBy), ...either].map(originOf)], {
    reason: circular ? "CIRCULAR" : first === null ? "UNSIGNED" : "REPEATED",
    path,
    ...(first === null ? { origin: path.at(-1)! } : {}),
  });
}

function rootAt(
  nearest: Voice,
  assertedBy: Voice,
  found: readonly Origin[],
  told: Pick<Root, "reason" | "path"> & { readonly origin?: string },
): Root {
  const origins = [...new Map(found.map((origin) => [origin.key, origin])).values()].toSorted(bySlug);
  // What is first-hand on a page that repeats nothing stays so, whether its author or its publisher is taken for the origin.
  const isRoot = told.reason === "OWN_PAGE" || told.reason === "FIRST_ASSERTER" || origins.every(({ key }) => key === assertedBy.origin);
  const group = told.origin === undefined ? (nearest.groups[0] ?? null) : null;
  return { origins, sourceId: nearest.id, slug: nearest.slug, isRoot, group, ...told, origin: told.origin ?? nearest.origin };
}

const originOf = ({ id, origin, slug, groups, government }: Voice): Origin => ({ key: origin, sourceId: id, slug, groups, government });

/** Sources before pages that nobody signed. */
export function bySlug(a: Origin, b: Origin): number {
  const [one, other] = [a, b].map(({ sourceId, slug, key }) => [sourceId === null ? 1 : 0, slug, key].join("\n")) as [string, string];
  return one < other ? -1 : one > other ? 1 : 0;
}

const isAuthor = ({ assertedBy, documentId }: Said, pages: Pages) =>
  pages.get(documentId)?.authors.some((author) => assertedBy.names.includes(author)) ?? false;

/** Whether the asserter speaks as the page: its publisher, an author, a reporter. */
function speaksForPage(said: Said, pages: Pages): boolean {
  return pages.get(said.documentId)?.publisher?.id === said.assertedBy.id || said.connection === "REPORTER" || isAuthor(said, pages);
}

/** Who may speak on a first page: its publisher; of an unsigned one the page itself, its authors, and whoever is quoted there. */
function voicesOf(page: string, pages: Pages, others: readonly Said[]): Origin[] {
  const publisher = pages.get(page)?.publisher;
  if (publisher) return [originOf(publisher)];
  const wrote = others.filter((other) => other.documentId === page || isAuthor({ ...other, documentId: page }, pages));
  return [{ key: page, sourceId: null, slug: "", groups: [], government: false }, ...wrote.map(({ assertedBy }) => originOf(assertedBy))];
}

const linksOf = (page: string, pages: Pages) => (pages.get(page)?.derivedFrom ?? []).filter((origin) => pages.has(origin));

/** The page and all behind it. */
function reach(page: string, pages: Pages): Set<string> {
  const seen = new Set([page]);
  // A Set is walked in the order of insertion, also over what is added on the way.
  for (const at of seen) for (const origin of linksOf(at, pages)) seen.add(origin);
  return seen;
}

/** A page that is derived from nothing, or only from pages that are derived from it. */
function isFirst(page: string, pages: Pages): boolean {
  return [...reach(page, pages)].every((behind) => behind === page || reach(behind, pages).has(page));
}

/** The shortest way from a page to the first page behind it, breadth first; ids break ties. */
function wayToFirst(documentId: string, pages: Pages): { path: string[]; circular: boolean } {
  const cameFrom = new Map<string, string | null>([[documentId, null]]);
  const wayTo = (page: string) => {
    const path: string[] = [];
    for (let at: string | null = page; at !== null; at = cameFrom.get(at) ?? null) path.unshift(at);
    return path;
  };
  for (const at of cameFrom.keys()) {
    const origins = linksOf(at, pages);
    if (origins.length === 0) return { path: wayTo(at), circular: false };
    for (const origin of origins.toSorted()) if (!cameFrom.has(origin)) cameFrom.set(origin, at);
  }
  return { path: wayTo([...cameFrom.keys()].toSorted()[0]!), circular: true };
}
