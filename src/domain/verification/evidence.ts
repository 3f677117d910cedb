/** Reads what the policy judges: for each event its live claims, each with the origins from which it may stem, and what else is on record of the person. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { ClaimConnectionKind, Visibility } from "../../db/generated/prisma/enums.ts";
import { subjectOf } from "../viewer.ts";
import { foldName } from "../fold-name.ts";
import { liveClaim, liveClaimSql } from "../history/claim-status.ts";
import type { Custodian } from "../origins/independence.ts";
import { ancestryOf, pagesOf, pagesSql, pageWritten } from "../origins/ancestry.ts";
import type { Evidence, EvidenceClaim } from "./policy.ts";
import { rootOf, type Provenance, type Root, type Said, type Voice } from "../origins/roots.ts";
import { speakersSql, speakerWritten, voicesAmong, voicesOf } from "../origins/voices.ts";
import { mayBeOne } from "../timeline/told-twice.ts";
import { mayKnow, visibleSql, type Viewer } from "../viewer.ts";

type Sight = ReadonlyMap<string, Visibility>;

/**
 * The evidence on each of the events, by id: claims that are no more hidden than the event, or than `sight` says of it. What is found on more than that would tell by its state, its time or its numbers that
 * there is more (docs/decisions/hidden-evidence.md).
 */
export async function gatherEvidence(db: Db, eventIds: readonly string[], sight: Sight = new Map()): Promise<Map<string, Evidence>> {
  const [evidence] = await gatherEvidences(db, eventIds, [sight]);
  return evidence!;
}

/** The same for several sights, read once. `people` are all the events of the people of these events, where they have been read already. */
export async function gatherEvidences(
  db: Db,
  eventIds: readonly string[],
  sights: readonly Sight[],
  people?: readonly OfPerson[],
): Promise<Map<string, Evidence>[]> {
  const wanted = new Set(eventIds);
  const all = people ?? (await readPeople(db, eventIds));
  const events = all.filter(({ id }) => wanted.has(id));
  const custodians = await custodiansOf(
    db,
    events.map(({ situationId }) => situationId),
  );
  const timelines = Map.groupBy(
    all.filter(({ mergedIntoId }) => mergedIntoId === null),
    ({ detaineeId }) => detaineeId,
  );
  const live = await db.claim.findMany({
    where: { eventId: { in: [...eventIds] }, ...liveClaim({}) },
    select: {
      ...{
        id: true,
        eventId: true,
        stance: true,
        connection: true,
        recordedBy: true,
        assertedById: true,
        documentId: true,
        visibility: true,
      },
      ...{ asOfEarliest: true, asOfLatest: true },
    },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
  const looks = sights.map((sight) => {
    const levels = new Map(events.map(({ id, visibility }) => [id, sight.get(id) ?? visibility]));
    return { levels, claims: live.filter(({ eventId, visibility }) => mayKnow(levels.get(eventId!)!, visibility)) };
  });
  const read = [...new Set(looks.flatMap(({ claims }) => claims))];
  const rootsAmong = await readRoots(db, read);
  const holders = await holdersOf(
    db,
    read.map(({ recordedBy }) => recordedBy),
  );
  const timelineOf = (event: (typeof events)[number]) =>
    (timelines.get(event.detaineeId) ?? [])
      .filter(({ id }) => id !== event.id)
      .map((other) => ({
        ...{ type: other.type, stage: other.stage, state: other.state, earliest: other.whenEarliest, latest: other.whenLatest },
        mayBeOne: other.statedDetaineeId !== event.statedDetaineeId && mayBeOne(event, other),
      }));

  return looks.map(({ levels, claims }) => {
    const rooted = rootsAmong(claims);
    const byEvent = Map.groupBy(claims, ({ eventId }) => eventId);
    return new Map(
      events.map((event) => [
        event.id,
        {
          event: {
            ...{ type: event.type, stage: event.stage, earliest: event.whenEarliest, latest: event.whenLatest },
            ...{ facility: event.facilityId !== null, place: event.place, inArea: event.admin1 !== null || event.locality !== null },
          },
          timeline: timelineOf(event),
          custodian: custodians.get(event.situationId)?.find(({ visibility }) => mayKnow(levels.get(event.id)!, visibility)) ?? null,
          claims: (byEvent.get(event.id) ?? []).map((claim): EvidenceClaim => {
            const { root, published } = rooted.get(claim.id)!;
            const { asOfEarliest, asOfLatest, recordedBy, stance, connection } = claim;
            const asOf = { earliest: asOfEarliest, latest: asOfLatest };
            return { id: claim.id, stance: stance!, connection: connection!, holder: holders.get(recordedBy)!, asOf, published, root };
          }),
        },
      ]),
    );
  });
}

/** What is read of an event, to judge it and the others of the same person. */
export const ofPerson = {
  ...{ id: true, detaineeId: true, statedDetaineeId: true, mergedIntoId: true, type: true, stage: true, state: true, visibility: true },
  ...{ situationId: true, whenEarliest: true, whenLatest: true, facilityId: true, place: true, admin1: true, locality: true },
} as const;
type OfPerson = Prisma.CustodyEventGetPayload<{ select: typeof ofPerson }>;

async function readPeople(db: Db, eventIds: readonly string[]): Promise<OfPerson[]> {
  const people = await db.custodyEvent.findMany({ where: { id: { in: [...eventIds] } }, select: { detaineeId: true } });
  const ids = [...new Set(people.map(({ detaineeId }) => detaineeId))];
  return db.custodyEvent.findMany({ where: { detaineeId: { in: ids } }, select: ofPerson });
}

/** By situation its custodian, none where it names none, with who may know of it. */
async function custodiansOf(
  db: Db,
  situationIds: readonly string[],
): Promise<Map<string, readonly (Custodian & { visibility: Visibility })[]>> {
  const situations = await db.situation.findMany({
    where: { id: { in: [...new Set(situationIds)] }, custodianId: { not: null } },
    select: { id: true, custodian: { select: { id: true, mergedIntoId: true, visibility: true } } },
  });
  const standing = new Map(situations.map(({ id, custodian }) => [id, custodian!.mergedIntoId ?? custodian!.id]));
  const voices = await voicesOf(db, [...standing.values()]);
  return new Map(
    situations.map(({ id, custodian }) => {
      const { groups, origin } = voices.get(standing.get(id)!)!;
      return [id, [{ custodianGroups: groups, custodianOrigin: origin, visibility: custodian!.visibility }]];
    }),
  );
}

/** Ids of all events of the people of these events: a step on a timeline bears on the others. */
export async function eventsOfSamePeople(db: Db, eventIds: readonly string[]): Promise<string[]> {
  const people = await db.custodyEvent.findMany({
    where: { id: { in: [...eventIds] } },
    select: { detaineeId: true },
    distinct: ["detaineeId"],
  });
  const events = await db.custodyEvent.findMany({
    where: { detaineeId: { in: people.map(({ detaineeId }) => detaineeId) } },
    select: { id: true },
  });
  return events.map(({ id }) => id);
}

type Asserted = {
  readonly id: string;
  readonly eventId: string | null;
  readonly stance: string | null;
  readonly connection: ClaimConnectionKind | null;
  readonly assertedById: string;
  readonly documentId: string;
};

/** What stands behind the claims, read at once; then the root of each of some of them, by those beside it among these. */
async function readRoots(db: Db, claims: readonly Asserted[]) {
  const documents = await ancestryOf(
    db,
    claims.map(({ documentId }) => documentId),
  );
  const publishers = [...documents.values()].flatMap(({ publisher }) => publisher?.id ?? []);
  return rootsBy(documents, await voicesOf(db, [...claims.map(({ assertedById }) => assertedById), ...publishers]));
}

function rootsBy(documents: ReturnType<typeof pagesOf>, voices: ReadonlyMap<string, Voice>) {
  // Of a page only those count that it goes back to: that there are others changes nothing.
  const pages = new Map(
    [...documents].map(([id, { publisher, authors, derivedFrom }]): [string, Provenance] => [
      id,
      { publisher: publisher && voices.get(publisher.id)!, authors: authors.map(foldName), derivedFrom },
    ]),
  );
  return (some: readonly Asserted[]) => {
    const said = some.map((claim) => ({ claim, ...saidBy(claim, voices) }));
    const supporting = Map.groupBy(
      said.filter(({ claim }) => claim.stance === "SUPPORTS"),
      ({ claim }) => claim.eventId,
    );
    return new Map(
      said.map(({ claim, ...saying }) => {
        const { publishedAtEarliest: earliest, publishedAtLatest: latest } = documents.get(claim.documentId)!;
        return [claim.id, { root: rootOf(saying, pages, supporting.get(claim.eventId)), published: { earliest, latest } }];
      }),
    );
  };
}

const saidBy = ({ assertedById, documentId, connection }: Asserted, voices: ReadonlyMap<string, Voice>): Said => {
  return { assertedBy: voices.get(assertedById)!, documentId, connection: connection! };
};

/** The root of each claim, in the order of the ids, by the claims beside it that the viewer may see. */
export async function rootsOf(db: Db, viewer: Viewer, claimIds: readonly string[]): Promise<Root[]> {
  const [read] = await db.$queryRaw<Record<"claims" | "pages" | "speakers", string | null>[]>`
    WITH asked AS (SELECT ${asserted("claim")} FROM "Claim" AS claim WHERE claim."id" = ANY (${claimIds}::uuid[])),
      claim AS (SELECT asked.* FROM asked UNION
        SELECT ${asserted("beside")} FROM "Claim" AS beside WHERE beside."eventId" IN (SELECT asked."eventId" FROM asked) AND ${liveClaimSql({}, "beside")} AND ${visibleSql(viewer, "beside")}),
      page AS (SELECT page.* FROM ${pagesSql(Prisma.sql`SELECT claim."documentId" FROM claim`)})
    SELECT (SELECT json_agg(claim)::text FROM claim) AS "claims", (SELECT json_agg(${pageWritten})::text FROM page) AS "pages",
      (SELECT json_agg(${speakerWritten})::text FROM ${speakersSql(Prisma.sql`SELECT claim."assertedById" FROM claim UNION SELECT page."publisherId" FROM page`)}) AS "speakers"`;
  const { claims, pages, speakers } = read!;
  const rooted = rootsBy(pagesOf(written(pages)), voicesAmong(written(speakers)))(written(claims));
  return claimIds.map((id) => rooted.get(id)!.root);
}

const written = <Row>(rows: string | null): Row[] => (rows === null ? [] : (JSON.parse(rows) as Row[]));

const asserted = (alias: string) =>
  Prisma.raw(["id", "eventId", "stance", "connection", "assertedById", "documentId"].map((column) => `${alias}."${column}"`).join(", "));

/** Who stands behind each recorder: the holder of the key, whom the token is of, or the recorder itself. Two keys of one holder are one. */
export async function holdersOf(db: Db, recorders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const keys = [...new Set(recorders)].flatMap((recorder) => /^key:([0-9a-f-]{36})$/.exec(recorder)?.[1] ?? []);
  const known = keys.length === 0 ? [] : await db.apiKey.findMany({ where: { id: { in: keys } }, select: { id: true, holder: true } });
  const holders = new Map(known.map(({ id, holder }) => [`key:${id}`, foldName(holder)]));
  const holderOf = (recorder: string) => {
    const subject = subjectOf(recorder);
    return holders.get(recorder) ?? (subject === null ? recorder : foldName(subject));
  };
  return new Map(recorders.map((recorder) => [recorder, holderOf(recorder)]));
}
