/** The hub's side of a reconciliation: what happened, as it was known at a moment and as far as the viewer may see it, read once and counted in any window. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { CountMetric, CustodyEventType, VerificationState } from "../../db/generated/prisma/enums.ts";
import { takeBreaths } from "../../db/statements/breath.ts";
import { countedFor } from "./codebook.ts";
import { detentionsIn } from "./detention-length.ts";
import { countPeople, differBetween, nobody, possiblyInside, type Happening, type HubCount, type Window } from "./hub-count.ts";
import { movesPersonSql, tookPlaceSql } from "../timeline/event-effect.ts";
import { liveClaimSql } from "../history/claim-status.ts";
import { eventsKnownAt, type InSituation } from "../history/events-known-at.ts";
import { eventOfClaim, latest, type Clocks } from "../history/known-at.ts";
import { statusAfter } from "../custody/custody.ts";
import { readyStock } from "./hub-stock.ts";
import { countPeopleAtEach } from "./hub-count-series.ts";
import type { Bounds } from "../time/compare.ts";
import { readTimelinesWhere } from "../history/read-timelines.ts";
import type { TimelineEvent } from "../timeline/timeline-event.ts";
import { type Viewer, visibleSql } from "../viewer.ts";

export type Ledger = {
  /** The hub's count in a window, everywhere or in some facilities, without detentions under so many hours. Of a stock, only the end of the window counts. */
  count(window: Window, facilities: ReadonlySet<string> | null, hours?: number): Promise<HubCount>;
  /** The same at each of some moments, oldest first, in one sweep: from `start` to each of them, or of a stock at each of them. */
  countAtEach(start: Bounds, moments: readonly Date[], facilities: ReadonlySet<string> | null): Promise<HubCount[]>;
  /** The earliest moment at which anything on record can have happened, as far as that is known; null when nothing is. */
  readonly begins: Date | null;
  /** The moments at which anything on record begins or ends, each once, oldest first: only there a count changes. */
  edges(): Date[];
  /** People with a VERIFIED event that lies or may lie in the window. */
  verified(window: Window, facilities: ReadonlySet<string> | null): ReadonlySet<string>;
  /** Whether something on record lies otherwise in one window than in another. Of a stock windows say nothing. */
  differ(one: Window, other: Window, facilities: ReadonlySet<string> | null): boolean;
  /** False while things of the kind are on record and nobody has decided on any of them: the hub's count says nothing yet. */
  readonly decided: boolean;
};

const isDecided = (states: readonly VerificationState[]) => states.includes("VERIFIED") || states.every((state) => state === "REFUTED");

type Placed = Happening & { readonly facilityId: string | null };

/** Reads what the hub has to say on a metric, in one situation or in all; `lengths`: also how long detentions lasted, without which none is left out of a count. */
export async function readLedger(
  db: Db,
  viewer: Viewer,
  metric: CountMetric,
  clocks: Clocks & InSituation,
  lengths = false,
): Promise<Ledger> {
  // Of what waits, or of anything else, the hub knows nothing.
  if (metric === "WAITING" || metric === "OTHER")
    return {
      count: async () => nobody,
      countAtEach: async (_start, moments) => moments.map(() => nobody),
      verified: () => new Set(),
      differ: () => true,
      begins: null,
      edges: () => [],
      decided: true,
    };
  const { counted } = countedFor(metric);
  if ("status" in counted) {
    const timelines = await readTimelines(db, viewer, clocks);
    const stock = await readyStock(timelines, counted.status);
    return remembering({
      count: ({ end }, facilities, hours) => stock.count(end, facilities, hours),
      countAtEach: (_start, moments, facilities) => stock.countAtEach(moments, facilities),
      begins: firstOf(timelines.flat().map(({ whenEarliest }) => whenEarliest)),
      edges: () => edgesOf(timelines.flat().flatMap(({ whenEarliest, whenLatest }) => [whenEarliest, whenLatest])),
      verified: () => new Set(),
      differ: () => false,
      decided: isDecided(timelines.flat().flatMap((event) => (statusAfter(event) === counted.status ? [event.state] : []))),
    });
  }
  const happenings = lengths
    ? await readWithLengths(db, viewer, counted.event, clocks)
    : await readHappenings(db, viewer, Prisma.sql`known."type" = ${counted.event}::"CustodyEventType"`, clocks);
  const within = (facilities: ReadonlySet<string> | null) =>
    facilities === null ? happenings : happenings.filter(({ facilityId }) => facilityId !== null && facilities.has(facilityId));
  return remembering({
    count: async (window, facilities, hours) => countPeople(within(facilities), window, hours),
    countAtEach: async (start, moments, facilities) => countPeopleAtEach(within(facilities), start, moments),
    begins: firstOf(happenings.map(({ earliest }) => earliest)),
    edges: () => edgesOf(happenings.flatMap(({ earliest, latest: end }) => [earliest, end])),
    verified: (window, facilities) => {
      const inside = within(facilities).filter((happening) => happening.state === "VERIFIED" && possiblyInside(happening, window));
      return new Set(inside.map(({ person }) => person));
    },
    differ: (one, other, facilities) => differBetween(within(facilities), one, other),
    decided: isDecided(happenings.map(({ state }) => state)),
  });
}

function firstOf(beginnings: readonly (Date | number | null)[]): Date | null {
  let first: number | null = null;
  for (const beginning of beginnings) if (beginning !== null && (first === null || Number(beginning) < first)) first = Number(beginning);
  return first === null ? null : new Date(first);
}

function edgesOf(ends: readonly (Date | number | null)[]): Date[] {
  const moments = new Set(ends.flatMap((end) => (end === null ? [] : [Number(end)])));
  return [...moments].toSorted((a, b) => a - b).map((moment) => new Date(moment));
}

/** Many claims share a window: each is counted once. */
function remembering(ledger: Ledger): Ledger {
  const counts = new Map<string, Promise<HubCount>>();
  return {
    ...ledger,
    count(window, facilities, hours = 0) {
      const ends = [window.start, window.end]
        .flatMap(({ earliest, latest }) => [earliest, latest])
        .map((end) => (end === null ? null : Number(end)));
      const key = `${ends.join()} ${hours} ${facilities === null ? "" : [...facilities].toSorted().join()}`;
      const count = counts.get(key) ?? ledger.count(window, facilities, hours);
      counts.set(key, count);
      return count;
    },
  };
}

// One value instead of a row an event: Prisma spends longer on mapping rows than PostgreSQL on finding them.
async function readHappenings(db: Db, viewer: Viewer, condition: Prisma.Sql, clocks: Clocks & InSituation): Promise<Placed[]> {
  const [row] = await db.$queryRaw<{ happenings: string | null }[]>`
    SELECT json_agg(json_build_array(known."person", extract(epoch FROM known."whenEarliest") * 1000, extract(epoch FROM known."whenLatest") * 1000, known."state", known."facilityId"))::text AS "happenings"
    FROM ${eventsKnownAt(viewer, clocks)} AS known WHERE ${condition} AND ${tookPlaceSql("known")}`;
  const rows = JSON.parse(row?.happenings ?? "[]") as [string, number | null, number | null, VerificationState, string | null][];
  return rows.map(([person, earliest, latest, state, facilityId]) => ({ person, earliest, latest, state, facilityId }));
}

/** The same with the detention that each began or ended: reads the timelines whole. */
async function readWithLengths(db: Db, viewer: Viewer, type: CustodyEventType, clocks: Clocks & InSituation): Promise<Placed[]> {
  const timelines = await readTimelinesWhere(db, eventsKnownAt(viewer, clocks), tookPlaceSql("known"));
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

async function readTimelines(db: Db, viewer: Viewer, clocks: Clocks & InSituation): Promise<TimelineEvent[][]> {
  return [...(await readTimelinesWhere(db, eventsKnownAt(viewer, clocks), movesPersonSql("known"))).values()];
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
