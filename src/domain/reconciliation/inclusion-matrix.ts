/**
 * The person × source inclusion matrix: who is on whose list. For capture–recapture (multiple systems estimation) by those who know how; the hub prints no estimate. Pages that repeat one
 * another are one list, so a list is a root, not a page.
 */
import * as z from "zod";
import { chunks } from "../../db/chunks.ts";
import type { Db } from "../../db/database.ts";
import { takeBreaths } from "../../db/statements/breath.ts";
import type { CustodyEventType } from "../../db/generated/prisma/enums.ts";
import { check, id, moment, orNull, slug } from "../input.ts";
import { beginningOfTime, instant } from "../time/compare.ts";
import { possiblyInside } from "./hub-count.ts";
import { tookPlaceSql } from "../timeline/event-effect.ts";
import { liveClaimSql } from "../history/claim-status.ts";
import { eventsKnownAt, type InSituation } from "../history/events-known-at.ts";
import { canonicalAt, eventOfClaim, type Clocks, type KnownAt } from "../history/known-at.ts";
import { ancestryOf } from "../origins/ancestry.ts";
import { nameOfOrigin, type Keyed } from "../origins/origin-name.ts";
import { rootOf, type Provenance, type Root, type Voice } from "../origins/roots.ts";
import { visibleGroups } from "../origins/visible-groups.ts";
import { requireSituation } from "../situations/situation.ts";
import { type Viewer, canSee, visibleSql } from "../viewer.ts";

export const includingEvents = ["RELEASE", "ARREST", "DEATH"] as const satisfies readonly CustodyEventType[];
export const listings = ["root", "source"] as const;

const questionDraft = z.object({
  event: z.enum(includingEvents),
  since: orNull(moment),
  until: orNull(moment),
  knownAt: orNull(moment),
  publishedUntil: orNull(moment),
  by: z.enum(listings),
  situation: orNull(z.union([z.object({ id }), z.object({ slug })])),
});
export type InclusionQuestion = z.input<typeof questionDraft>;

export type IncludedPerson = { readonly id: string; readonly name: string; readonly lists: ReadonlySet<string> };
export type Inclusion = {
  /** The names of all lists, in order: a source's slug, `group:` and an independence group of which the viewer sees a source, or `origin:` and a keyed hash of any other origin. */
  readonly lists: readonly string[];
  /** On which lists each person is to whom it happened, by their ids. */
  readonly listsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Everybody to whom it happened, by name, also those whom no list names; read page by page. */
  readonly pages: () => AsyncGenerator<IncludedPerson[]>;
};

const portion = 250;

/**
 * Who is named by whom in live supporting claims on an event of the kind that lies or may lie in the window; refuted events and releases that were not effected are left out. By `root`,
 * sources of one independence group are one list; by `source`, each first asserter is one.
 * @throws InvalidInput when the question is not well formed
 */
export async function readInclusion(db: Db, viewer: Viewer, hub: Keyed, question: InclusionQuestion): Promise<Inclusion> {
  const { event, since, until, by, situation: named, ...clocks } = check(questionDraft, question, "inclusion");
  const situation = named === null ? null : await requireSituation(db, named);
  const window = { start: since === null ? beginningOfTime : instant(since), end: instant(until ?? Number.POSITIVE_INFINITY) };
  const personOf = new Map(
    (await readHappenings(db, viewer, event, { ...clocks, situation })).flatMap(([id, person, earliest, end]) =>
      possiblyInside({ earliest, latest: end }, window) ? [[id, person]] : [],
    ),
  );
  const claims = (await readClaims(db, viewer, event, clocks)).filter(([eventId]) => personOf.has(eventId));
  const nameOf = await nameRoots(db, viewer, hub, claims, clocks.knownAt, by);
  const listsOf = new Map<string, Set<string>>(Array.from(personOf.values(), (person) => [person, new Set()]));
  const breathe = takeBreaths();
  for (const [at, [eventId, assertedBy, document]] of claims.entries()) {
    if (at % portion === 0) await breathe();
    listsOf.get(personOf.get(eventId)!)!.add(nameOf(assertedBy, document));
  }
  const people = await inOrderOfNames(db, viewer, [...listsOf.keys()]);
  return {
    lists: [...new Set(listsOf.values().flatMap((lists) => lists))].toSorted(),
    listsOf,
    async *pages() {
      for (const ids of chunks(people)) {
        const names = await db.detainee.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
        const byId = new Map(names.map(({ id, name }) => [id, name]));
        yield ids.map((id) => ({ id, name: byId.get(id)!, lists: listsOf.get(id)! }));
      }
    },
  };
}

// Tens of thousands of short rows: as one value each, since Prisma spends longer on mapping rows than PostgreSQL on finding them.
async function readHappenings(
  db: Db,
  viewer: Viewer,
  event: string,
  clocks: Clocks & InSituation,
): Promise<[string, string, number | null, number | null][]> {
  const [row] = await db.$queryRaw<{ happenings: string | null }[]>`
    SELECT json_agg(json_build_array(known."id", known."person", extract(epoch FROM known."whenEarliest") * 1000, extract(epoch FROM known."whenLatest") * 1000))::text AS "happenings"
    FROM ${eventsKnownAt(viewer, clocks)} AS known
    WHERE known."type" = ${event}::"CustodyEventType" AND ${tookPlaceSql("known")}`;
  return JSON.parse(row?.happenings ?? "[]") as [string, string, number | null, number | null][];
}

/** Event, asserter and document of each live supporting claim, as they were stated. */
async function readClaims(db: Db, viewer: Viewer, event: string, clocks: Clocks): Promise<[string, string, string][]> {
  const { join, id } = eventOfClaim(clocks.knownAt, "claim");
  const [row] = await db.$queryRaw<{ claims: string | null }[]>`
    SELECT json_agg(DISTINCT jsonb_build_array(${id}, claim."statedAssertedById", claim."documentId"))::text AS "claims"
    FROM "Claim" AS claim JOIN "CustodyEvent" AS event ON event."id" = claim."eventId" ${join}
    WHERE event."type" = ${event}::"CustodyEventType" AND claim."stance" = 'SUPPORTS' AND ${liveClaimSql(clocks, "claim")} AND ${visibleSql(viewer, "claim")}`;
  return JSON.parse(row?.claims ?? "[]") as [string, string, string][];
}

/** The name of the list on which a claim of an asserter in a document stands. Sources are one as they were known to be; their groups are those of today. */
async function nameRoots(
  db: Db,
  viewer: Viewer,
  hub: Keyed,
  claims: readonly (readonly [string, string, string])[],
  knownAt: KnownAt,
  by: (typeof listings)[number],
): Promise<(assertedBy: string, document: string) => string> {
  const pages = await ancestryOf(
    db,
    claims.map(([, , document]) => document),
  );
  const stated = [
    ...new Set([
      ...claims.map(([, assertedBy]) => assertedBy),
      ...pages.values().flatMap(({ statedPublisherId }) => (statedPublisherId === null ? [] : [statedPublisherId])),
    ]),
  ];
  const canonical = await canonicalAt(db, "Source", stated, knownAt);
  const sources = await db.source.findMany({
    where: { id: { in: canonical } },
    select: { id: true, slug: true, independenceGroup: true, visibility: true },
  });
  const byId = new Map(sources.map((source) => [source.id, source]));
  const standing = new Map(
    stated.map((from, at): [string, Voice] => {
      const { id, slug, independenceGroup: group } = byId.get(canonical[at]!)!;
      return [from, { id, slug, origin: group ?? id, groups: group === null ? [] : [group], government: false, names: [] }];
    }),
  );
  const documents = new Map(
    [...pages].map(([id, { statedPublisherId, derivedFrom }]): [string, Provenance] => [
      id,
      { publisher: statedPublisherId === null ? null : standing.get(statedPublisherId)!, authors: [], derivedFrom },
    ]),
  );
  const groups = await visibleGroups(
    db,
    viewer,
    sources.flatMap(({ independenceGroup }) => independenceGroup ?? []),
  );
  const nameOf = ({ origin, sourceId, group, reason }: Root): string => {
    if (by === "root" && group !== null) return groups.has(group) ? `group:${group}` : `origin:${nameOfOrigin(hub, origin)}`;
    const source = byId.get(sourceId) ?? null;
    const nobodys = by === "root" && reason === "UNSIGNED";
    return source !== null && !nobodys && canSee(viewer, source)
      ? source.slug
      : `origin:${nameOfOrigin(hub, by === "source" ? sourceId : origin)}`;
  };
  const names = new Map<string, string>();
  return (assertedBy, document) => {
    const key = `${assertedBy} ${document}`;
    const said = { assertedBy: standing.get(assertedBy)!, documentId: document, connection: "UNKNOWN" } as const;
    const name = names.get(key) ?? nameOf(rootOf(said, documents));
    names.set(key, name);
    return name;
  };
}

async function inOrderOfNames(db: Db, viewer: Viewer, ids: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Detainee" WHERE "id" = ANY (${ids}::uuid[]) AND ${visibleSql(viewer)} ORDER BY "sortName", "id"`;
  return rows.map(({ id }) => id);
}

/** People who are on just these lists, and on no other. */
export type Overlap = { readonly lists: readonly string[]; readonly people: readonly string[] };

/** Everybody in one group of those who are on the same lists: most people first. */
export function overlapsOf({ listsOf }: Pick<Inclusion, "listsOf">): Overlap[] {
  const byLists = Map.groupBy(listsOf, ([, lists]) => JSON.stringify([...lists].toSorted()));
  return Array.from(byLists, ([lists, some]) => ({
    lists: JSON.parse(lists) as string[],
    people: some.map(([person]) => person).toSorted(),
  })).toSorted((one, other) => other.people.length - one.people.length || (one.lists.join() < other.lists.join() ? -1 : 1));
}
