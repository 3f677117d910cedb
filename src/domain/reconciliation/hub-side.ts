/** The hub's side of a reconciliation: what happened, as it was known at a moment and as far as the viewer may see it, counted in all windows that are asked for. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { CountMetric, CustodyEventType, VerificationState } from "../../db/generated/prisma/enums.ts";
import { takeBreaths } from "../../db/statements/breath.ts";
import { countedFor } from "./codebook.ts";
import { detentionsIn } from "./detention-length.ts";
import { countPeople, differBetween, nobody, possiblyInside, type Happening, type HubCount, type Window } from "./hub-count.ts";
import { movesPersonSql, tookPlaceSql } from "../timeline/event-effect.ts";
import { liveClaimSql } from "../history/claim-status.ts";
import { eventsKnownAt, readAsKnown, type InSituation } from "../history/events-known-at.ts";
import { eventOfClaim, latest, type Clocks } from "../history/known-at.ts";
import { isOnRecord, readMembers } from "../counting/members.ts";
import { countInWindows } from "./people-in-windows.ts";
import { countStock, type StockAsked } from "./hub-stock.ts";
import { readTimelinesWhere } from "../history/read-timelines.ts";
import { readLots, type PlacedLot } from "./read-lots.ts";
import { readMoves, readStock } from "./read-stock.ts";
import { type Viewer, visibleSql } from "../viewer.ts";

/** A count that is asked for: in a window, everywhere or in some facilities, without detentions under so many hours. Of a stock, only the end of the window counts. */
export type CountAsked = { readonly window: Window; readonly facilities: Facilities; readonly hours?: number };
type Facilities = ReadonlySet<string> | null;

export type Ledger = {
  /** The hub's counts, in the order in which they were asked for. */
  readonly counts: readonly HubCount[];
  /** People with a VERIFIED event that lies or may lie in the window. */
  verified(window: Window, facilities: Facilities): Promise<ReadonlySet<string>>;
  /** Whether something on record lies otherwise in one window than in another. Of a stock windows say nothing. */
  differ(one: Window, other: Window, facilities: Facilities): boolean;
  /** False while things of the kind are on record and nobody has decided on any of them: the hub's count says nothing yet. */
  readonly decided: boolean;
  /** The people to whom a breakdown narrows it; not given where it is of everybody. */
  readonly people?: readonly string[];
};

type Placed = Happening & { readonly facilityId: string | null };

const silent = { verified: async () => new Set<string>(), differ: () => false };

/** Reads what the hub has to say on a metric, in one situation or in all, and counts it in all windows that are asked for. */
export async function readLedger(
  db: Db,
  viewer: Viewer,
  metric: CountMetric,
  clocks: Clocks & InSituation,
  asked: readonly CountAsked[],
): Promise<Ledger> {
  // Of what waits, or of anything else, the hub knows nothing.
  if (metric === "WAITING" || metric === "OTHER") return { ...silent, counts: asked.map(() => nobody), differ: () => true, decided: true };
  const { counted } = countedFor(metric);
  const [long, others] = [asked.filter(leavesOutTheShort), asked.filter((one) => !leavesOutTheShort(one))];
  const inOrder = (ofLong: readonly HubCount[], ofOthers: readonly HubCount[]) => {
    const counts = new Map([...long, ...others].map((one, at) => [one, [...ofLong, ...ofOthers][at]!]));
    return asked.map((one) => counts.get(one)!);
  };
  if ("status" in counted) {
    const moments = (some: readonly CountAsked[]) => some.map(({ window, ...rest }): StockAsked => ({ at: window.end, ...rest }));
    const { decided, counts } = await readStock(db, viewer, counted.status, clocks, moments(others));
    const timelines = long.length === 0 ? [] : await readMoves(db, viewer, clocks);
    return { ...silent, decided, counts: inOrder(await countStock(timelines, counted.status, moments(long)), counts) };
  }
  const placed = asked.flatMap(({ facilities }) => [...(facilities ?? [])]);
  const event = eventSql(counted.event);
  const places = { told: placed.length > 0, only: asked.every(({ facilities }) => facilities !== null) ? placed : null };
  let happenings: Promise<Placed[]> | undefined;
  const { lots, decided } = await readLots(db, viewer, clocks, event, places);
  return {
    decided,
    counts: inOrder(await countLong(db, viewer, counted.event, clocks, long), await countOthers(lots, others)),
    differ: (one, other, facilities) => differBetween(happeningsIn(lots, facilities), one, other),
    verified: async (window, facilities) => {
      const all = await (happenings ??= readHappenings(db, viewer, event, clocks));
      const inside = all.filter((one) => one.state === "VERIFIED" && isIn(facilities, one) && possiblyInside(one, window));
      return new Set(inside.map(({ person }) => person));
    },
  };
}

/**
 * The same of those whom a breakdown names: who certainly is one is counted, and who may be, for it is not on record, is in `upper` alone. Of a breakdown that the hub cannot tell of anybody nothing is counted.
 */
export async function readLedgerOf(
  db: Db,
  viewer: Viewer,
  metric: CountMetric,
  clocks: Clocks & InSituation,
  breakdown: readonly string[],
  asked: readonly CountAsked[],
): Promise<Ledger> {
  if (breakdown.length === 0) return readLedger(db, viewer, metric, clocks, asked);
  if (!isOnRecord(breakdown, metric === "DIED")) return { ...silent, counts: asked.map(() => nobody), decided: true, people: [] };
  const { certain, possible } = await readMembers(db, viewer, breakdown, metric === "DIED", clocks);
  const [named, others, { decided }] = await Promise.all([
    readLedger(db, viewer, metric, { ...clocks, people: certain }, asked),
    readLedger(db, viewer, metric, { ...clocks, people: possible }, asked),
    // Whether anybody decided is asked of the kind of event, whoever it happened to.
    readLedger(db, viewer, metric, clocks, []),
  ]);
  return {
    decided,
    counts: named.counts.map((count, at) => ({ ...count, upper: count.upper + others.counts[at]!.upper })),
    verified: named.verified,
    people: certain,
    differ: (one, other, facilities) => named.differ(one, other, facilities) || others.differ(one, other, facilities),
  };
}

const leavesOutTheShort = ({ hours = 0 }: CountAsked) => hours > 0;
const isIn = (facilities: Facilities, { facilityId }: { facilityId: string | null }) =>
  facilities === null || (facilityId !== null && facilities.has(facilityId));

function* happeningsIn(lots: readonly PlacedLot[], facilities: Facilities) {
  for (const { happenings } of lots) for (const happening of happenings) if (isIn(facilities, happening)) yield happening;
}

async function countOthers(lots: readonly PlacedLot[], asked: readonly CountAsked[]): Promise<HubCount[]> {
  const counts = new Map<CountAsked, HubCount>();
  for (const [facilities, list] of Map.groupBy(asked, (one) => one.facilities)) {
    const there = lots.map(({ many, happenings }) => ({ many, happenings: happenings.filter((one) => isIn(facilities, one)) }));
    const inside = facilities === null ? lots : there.filter(({ happenings }) => happenings.length > 0);
    const found = await countInWindows(
      inside,
      list.map(({ window }) => window),
    );
    list.forEach((one, at) => counts.set(one, found[at]!));
  }
  return asked.map((one) => counts.get(one)!);
}

/** How long detentions lasted is told by timelines alone. */
async function countLong(
  db: Db,
  viewer: Viewer,
  type: CustodyEventType,
  clocks: Clocks & InSituation,
  asked: readonly CountAsked[],
): Promise<HubCount[]> {
  if (asked.length === 0) return [];
  const happenings = await readWithLengths(db, viewer, type, clocks);
  const counts: HubCount[] = [];
  const breathe = takeBreaths();
  for (const { window, facilities, hours } of asked) {
    await breathe();
    const there = happenings.filter((one) => isIn(facilities, one));
    counts.push(countPeople(there, window, hours));
  }
  return counts;
}

/** The earliest moment at which anything that counts for the metric can have happened, as far as that is known; null when nothing is. */
export async function firstOnRecord(db: Db, viewer: Viewer, metric: CountMetric, clocks: Clocks & InSituation): Promise<Date | null> {
  const [row] = await readAsKnown(
    clocks,
    (at, still) => db.$queryRaw<{ first: Date | null }[]>`
      SELECT (SELECT min(known."whenEarliest") FROM ${eventsKnownAt(viewer, at)} AS known WHERE ${countsFor(metric)}) AS "first" WHERE ${still}`,
  );
  return row!.first;
}

/** The moments at which anything that counts for the metric begins or ends, each once, oldest first: only there a count changes. */
export async function edgesOnRecord(db: Db, viewer: Viewer, metric: CountMetric, clocks: Clocks & InSituation): Promise<Date[]> {
  const [row] = await readAsKnown(
    clocks,
    (at, still) => db.$queryRaw<{ edges: string | null }[]>`
      SELECT (SELECT json_agg(DISTINCT extract(epoch FROM edge) * 1000)
        FROM ${eventsKnownAt(viewer, at)} AS known, unnest(ARRAY[known."whenEarliest", known."whenLatest"]) AS edge WHERE ${countsFor(metric)} AND edge IS NOT NULL)::text AS "edges"
      WHERE ${still}`,
  );
  return (JSON.parse(row?.edges ?? "[]") as number[]).toSorted((one, other) => one - other).map((moment) => new Date(moment));
}

function countsFor(metric: CountMetric): Prisma.Sql {
  if (metric === "WAITING" || metric === "OTHER") return Prisma.sql`FALSE`;
  const { counted } = countedFor(metric);
  return "status" in counted ? movesPersonSql("known") : eventSql(counted.event);
}

const eventSql = (type: CustodyEventType) => Prisma.sql`(known."type" = ${type}::"CustodyEventType" AND ${tookPlaceSql("known")})`;

// One value instead of a row an event: Prisma spends longer on mapping rows than PostgreSQL on finding them.
async function readHappenings(db: Db, viewer: Viewer, condition: Prisma.Sql, clocks: Clocks & InSituation): Promise<Placed[]> {
  const [row] = await readAsKnown(
    clocks,
    (at, still) => db.$queryRaw<{ happenings: string | null }[]>`
      SELECT (SELECT json_agg(json_build_array(known."person", extract(epoch FROM known."whenEarliest") * 1000, extract(epoch FROM known."whenLatest") * 1000, known."state", known."facilityId"))
        FROM ${eventsKnownAt(viewer, at)} AS known WHERE ${condition})::text AS "happenings" WHERE ${still}`,
  );
  const rows = JSON.parse(row?.happenings ?? "[]") as [string, number | null, number | null, VerificationState, string | null][];
  return rows.map(([person, earliest, latest, state, facilityId]) => ({ person, earliest, latest, state, facilityId }));
}

/** What happened, with the detention that each event began or ended. */
async function readWithLengths(db: Db, viewer: Viewer, type: CustodyEventType, clocks: Clocks & InSituation): Promise<Placed[]> {
  const timelines = await readTimelinesWhere(db, viewer, clocks, tookPlaceSql("known"));
  const placed: Placed[] = [];
  const breathe = takeBreaths();
  for (const [person, timeline] of timelines) {
    await breathe();
    const detentions = detentionsIn(timeline);
    for (const event of timeline) {
      if (event.type !== type) continue;
      placed.push({
        ...{ person, state: event.state, facilityId: event.facilityId, detention: detentions.get(event) ?? null },
        earliest: event.whenEarliest?.getTime() ?? null,
        latest: event.whenLatest?.getTime() ?? null,
      });
    }
  }
  return placed;
}

/** The people whom each source names in claims of its own on events of the metric's kind, with those events. */
export async function readNamed(
  db: Db,
  viewer: Viewer,
  metric: CountMetric,
  sourceIds: readonly string[],
  clocks: Clocks & InSituation,
): Promise<Map<string, Placed[]>> {
  const { counted } = countedFor(metric);
  if ("status" in counted) return new Map();
  const said = eventOfClaim(clocks.knownAt, "claim");
  const rows = await db.$queryRaw<
    { source: string; person: string; earliest: Date | null; latest: Date | null; state: VerificationState; facilityId: string | null }[]
  >`
    SELECT DISTINCT COALESCE(speaker."canonicalId", claim."statedAssertedById") AS "source", known."person", known."whenEarliest" AS "earliest", known."whenLatest" AS "latest", known."state"::text,
      known."facilityId"
    FROM "Claim" AS claim ${said.join}
    JOIN ${eventsKnownAt(viewer, clocks)} AS known ON known."id" = ${said.id}
    LEFT JOIN identity_at('Source', ${clocks.knownAt ?? latest}) AS speaker ON speaker."id" = claim."statedAssertedById"
    WHERE claim."stance" = 'SUPPORTS' AND ${liveClaimSql(clocks, "claim")} AND ${visibleSql(viewer, "claim")}
      AND known."type" = ${counted.event}::"CustodyEventType" AND ${tookPlaceSql("known")}
      AND COALESCE(speaker."canonicalId", claim."statedAssertedById") = ANY (${sourceIds}::uuid[])`;
  const placed = rows.map(({ earliest, latest, ...row }) => ({
    ...row,
    earliest: earliest?.getTime() ?? null,
    latest: latest?.getTime() ?? null,
  }));
  return Map.groupBy(placed, ({ source }) => source);
}
