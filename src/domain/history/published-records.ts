/**
 * Which records the world had heard of by a moment. An event is known by its claims: it had been published when a live claim that supports it had; people by their events, places by their events and counts, sources by what
 * they published or said. Claims that the viewer may not see make nothing known.
 *
 * Decisions and judgements are the hub's own and no part of what was published: `knownAt` alone says which is in force. Of an event that had not been published none is told.
 */
import { Prisma } from "../../db/generated/prisma/client.ts";
import { visibleSql, visibleWhere, type Viewer } from "../viewer.ts";
import { liveClaim, liveClaimSql } from "./claim-status.ts";
import { eventOfClaim, inForceAt, recordedBefore, type Clocks } from "./known-at.ts";
import { publishedDocument } from "./published.ts";

const live = (viewer: Viewer, clocks: Clocks) => ({ AND: [liveClaim(clocks), visibleWhere(viewer)] });

/** As a `where` on custody events. It is one key, so that it can stand beside others. */
export function publishedEvent(viewer: Viewer, clocks: Clocks): { claims?: Prisma.ClaimListRelationFilter } {
  return clocks.publishedUntil == null ? {} : { claims: { some: { stance: "SUPPORTS", ...live(viewer, clocks) } } };
}

/** The same for a table of custody events, or its alias, in SQL. */
export function publishedEventSql(viewer: Viewer, clocks: Clocks, alias: string): Prisma.Sql {
  if (clocks.publishedUntil == null) return Prisma.sql`TRUE`;
  const { join, id } = eventOfClaim(clocks.knownAt, "told");
  return Prisma.sql`EXISTS (SELECT FROM "Claim" AS told ${join} WHERE ${id} = ${Prisma.raw(alias)}."id" AND told."stance" = 'SUPPORTS' AND ${liveClaimSql(clocks, "told")} AND ${visibleSql(viewer, "told")})`;
}

/** The recorded and published events, as a `where`. */
export const knownEvent = (viewer: Viewer, clocks: Clocks) => ({ ...recordedBefore(clocks.knownAt), ...publishedEvent(viewer, clocks) });

/** The recorded and published claims, whether they stand or not, as a `where`. */
export const knownClaim = (clocks: Clocks): Prisma.ClaimWhereInput => ({
  ...recordedBefore(clocks.knownAt),
  ...(clocks.publishedUntil == null ? {} : { document: publishedDocument(clocks) }),
});

/** The decision in force on an event that had been published. */
export function decisionInForce(viewer: Viewer, clocks: Clocks) {
  return { ...inForceAt(clocks.knownAt), ...decidedOnPublished(viewer, clocks) };
}

/** Decisions on events that had been published, as a `where`. */
export const decidedOnPublished = (viewer: Viewer, clocks: Clocks): { event?: Prisma.CustodyEventWhereInput } =>
  clocks.publishedUntil == null ? {} : { event: publishedEvent(viewer, clocks) };

const anyOf = <Where>(clocks: Clocks, conditions: () => Where[]) => ({
  ...recordedBefore(clocks.knownAt),
  ...(clocks.publishedUntil == null ? {} : { OR: conditions() }),
});

/** People who had been recorded and heard of. Under which record events stand now and stood when they were recorded: either makes a merged person known. */
export function knownPerson(viewer: Viewer, clocks: Clocks): Prisma.DetaineeWhereInput {
  const some = { some: { AND: [visibleWhere(viewer), knownEvent(viewer, clocks)] } };
  return anyOf(clocks, () => [{ events: some }, { statedEvents: some }]);
}

/** The same of places: by their events, and by counts about them. */
export function knownFacility(viewer: Viewer, clocks: Clocks): Prisma.FacilityWhereInput {
  const happened = { some: { AND: [visibleWhere(viewer), knownEvent(viewer, clocks)] } };
  const counted = { some: live(viewer, clocks) };
  return anyOf(clocks, () => [{ events: happened }, { statedEvents: happened }, { claims: counted }, { statedClaims: counted }]);
}

/** The same of sources: by what they published, and by what they said. */
export function knownSource(viewer: Viewer, clocks: Clocks): Prisma.SourceWhereInput {
  const said = { some: live(viewer, clocks) };
  const published = { some: { AND: [visibleWhere(viewer), knownDocument(clocks)] } };
  return anyOf(clocks, () => [{ claims: said }, { statedClaims: said }, { documents: published }, { statedDocuments: published }]);
}

/** The recorded and published pages. */
export const knownDocument = (clocks: Clocks): Prisma.DocumentWhereInput => ({
  AND: [recordedBefore(clocks.knownAt), publishedDocument(clocks)],
});
