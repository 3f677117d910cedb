/** Reconciling: the latest claim of every source in each of its series, beside what the hub can name. Reads; the rules are in reconciliation.ts. */
import type { Db } from "../../db/database.ts";
import type { Claim } from "../../db/generated/prisma/client.ts";
import type { CountMetric } from "../../db/generated/prisma/enums.ts";
import { takeBreaths } from "../../db/statements/breath.ts";
import { recordedUpTo } from "../recording-clock.ts";
import { metricsBeside } from "./codebook.ts";
import { isOnRecord } from "../counting/members.ts";
import { peopleThere } from "../counting/place.ts";
import { together } from "../counting/together.ts";
import type { InSituation } from "../history/events-known-at.ts";
import { onlySituation } from "../situations/which-situation.ts";
import { requireFacility } from "../records/facility.ts";
import { possiblyInside, type HubCount, type Window } from "./hub-count.ts";
import { asOfMoment, canonicalAt, type Clocks, type KnownAt } from "../history/known-at.ts";
import { placesOf } from "../history/place.ts";
import { factsOf, newestFirst, readCounts, type CountRow } from "./series.ts";
import { readLedgerOf, readNamed, type CountAsked } from "./hub-side.ts";
import { compare, compareNamed, currentAt, hoursLeftOutOf, windowOf, type Comparison } from "./comparison.ts";
import { beginningOfTime, instant } from "../time/compare.ts";
import type { Viewer } from "../viewer.ts";

export type Asked = {
  readonly metric: CountMetric;
  readonly asOf: KnownAt;
  readonly knownAt: KnownAt;
  readonly publishedUntil: KnownAt;
  readonly since: KnownAt;
  /** The id of the one situation that is asked about. Without it each claim is compared with the people of its own. */
  readonly situation: string | null;
  readonly facility: string | null;
  /** A place that is no facility, as it is stored: counts of it, beside the people whom the hub knows to have been there. Empty: everywhere. */
  readonly place: readonly string[];
  /** Of whom, as it is stored: counts of just these people, beside those of the hub's who are of them. Empty: of everybody. */
  readonly breakdown: readonly string[];
  /** Whether the facility is meant with its parts: it is, unless it says otherwise. */
  readonly includeParts?: boolean | null | undefined;
};

export type ReconciliationRow = Comparison & {
  readonly claimId: string;
  readonly sourceId: string;
  readonly hub: HubCount;
  readonly namesPublished: boolean | null;
  /** How much older the claim is than the question, in hours. */
  readonly ageHours: number;
  /** Ids of people, where the source names any. */
  named(): Promise<NamedSets | null>;
};

export type NamedSets = { readonly both: string[]; readonly theirsOnly: string[]; readonly oursOnly: string[] };

export type Reconciliation = {
  readonly metric: CountMetric;
  readonly asOf: Date;
  readonly knownAt: Date;
  readonly publishedUntil: Date | null;
  readonly hub: HubCount;
  readonly rows: readonly ReconciliationRow[];
  /** How many of the claims in the rows were redacted since. */
  readonly redacted: number;
};

const hour = 3_600_000;

/**
 * Answers "how many by `asOf`, who says so, and how does each number compare with the people whom we can name, as we knew it at `knownAt`, of what had been published by `publishedUntil`". Without
 * `knownAt`: at the latest recording. Without `asOf`: as of the earlier of the two.
 * @throws NotFound unless the viewer can see the facility
 */
export async function reconcile(
  db: Db,
  viewer: Viewer,
  { metric, since, situation, facility, breakdown, place: about, ...asked }: Asked,
  now: () => Date,
): Promise<Reconciliation> {
  const knownAt = asked.knownAt ?? (await recordedUpTo(db, now));
  const clocks = { knownAt, publishedUntil: asked.publishedUntil };
  // Without a moment of its own it is asked as of the latest recording, so that the same can be asked again.
  const asOf = asOfMoment({ ...clocks, asOf: asked.asOf }, () => knownAt);
  if (facility !== null) await requireFacility(db, viewer, facility);
  const place = await readPlace(db, viewer, facility, knownAt, asked.includeParts);
  const facilities = place.of(null);
  const whom = [...breakdown, ...peopleThere(about)];
  const wanted = { metrics: metricsBeside(metric), breakdown, facilities, place: about, latestAt: asOf };
  const claims = newestFirst(await readCounts(db, viewer, wanted, { ...clocks, situation }));
  const whose = await situationsApart(db, situation);
  const counted = claims.map((claim) => askedBeside(claim, place.of(claim.facilityId)));
  const whole = { window: { start: since == null ? beginningOfTime : instant(since), end: instant(asOf) }, facilities };
  const asks = [...claims.map((claim, at) => [whose(claim), counted[at]!] as const), [situation, whole] as const];
  const sides = new Map<string | null, HubSide>();
  for (const [of, all] of Map.groupBy(asks, ([key]) => key))
    sides.set(
      of,
      await readSide(
        db,
        viewer,
        { metric, breakdown: whom },
        { ...clocks, situation: of },
        all.map(([, ask]) => ask),
      ),
    );
  const freshest = new Date(Math.max(0, ...claims.map((claim) => currentAt(factsOf(claim)))));
  const question = { metric, since: since ?? null, freshAt: asked.asOf ?? freshest, told: isTold(metric, whom) };
  const sourceIds = [...new Set(claims.map(({ assertedById }) => assertedById))];

  const rows: ReconciliationRow[] = [];
  const breathe = takeBreaths();
  for (const [at, claim] of claims.entries()) {
    await breathe();
    const facts = factsOf(claim);
    const { window, facilities: there } = counted[at]!;
    const side = sides.get(whose(claim))!;
    const hub = side.countOf(counted[at]!);
    const differ = (one: Window, other: Window) => side.differ(one, other, there);
    const named = () => side.named(sourceIds, claim.assertedById, window, there);
    rows.push({
      ...(await comparedByName(claim, compare(facts, hub, { ...question, decided: side.decided, differ }), named)),
      ...{ claimId: claim.id, sourceId: claim.assertedById, hub, namesPublished: claim.namesPublished, named },
      ageHours: (asOf.getTime() - currentAt(facts)) / hour,
    });
  }
  return {
    metric,
    asOf,
    knownAt,
    publishedUntil: asked.publishedUntil ?? null,
    hub: sides.get(situation)!.countOf(whole),
    rows,
    redacted: claims.filter(({ redactedAt }) => redactedAt !== null).length,
  };
}

/** Whether the hub can tell of its people what a breakdown says. */
export const isTold = (metric: CountMetric, breakdown: readonly string[]) => isOnRecord(breakdown, metric === "DIED");

/** With whose people a claim is compared: those of the situation that is asked about, or of its own. Null where all people on record are of one. */
export async function situationsApart(db: Db, asked: string | null): Promise<(claim: Pick<Claim, "situationId">) => string | null> {
  if (asked !== null || (await onlySituation(db)) !== null) return () => asked;
  return ({ situationId }) => situationId;
}

/** The place that is asked about, and within it that of each claim: of a facility in it, by whom stood for it then. */
async function readPlace(db: Db, viewer: Viewer, facility: string | null, knownAt: Date, includeParts: boolean | null | undefined) {
  if (facility === null) return { of: () => null };
  const [asked] = await placesOf(db, viewer, [facility], { knownAt, includeParts });
  const [root] = await canonicalAt(db, "Facility", [facility], knownAt);
  const parts = [...asked!.facilities].filter((id) => id !== root);
  const within = parts.length === 0 ? [] : await placesOf(db, viewer, parts, { knownAt });
  const placeOf = new Map(parts.map((id, at) => [id, within[at]!.facilities]));
  return { of: (facilityId: string | null) => placeOf.get(facilityId ?? "") ?? asked!.facilities };
}

type Named = Awaited<ReturnType<typeof readNamed>> extends Map<string, infer People> ? People : never;

/** What the hub counts beside a claim. */
function askedBeside(claim: CountRow, facilities: ReadonlySet<string> | null): CountAsked {
  return { window: windowOf(factsOf(claim)), facilities, hours: hoursLeftOutOf(claim) };
}

type HubSide = Awaited<ReturnType<typeof readSide>>;

/** The hub's counts beside claims of one situation, or of all; and whom sources name beside whom it verified, for which everything is read once, when it is first asked for. `counting` is what the counts are read through. */
export async function readSide(
  db: Db,
  viewer: Viewer,
  { metric, breakdown }: Pick<Asked, "metric" | "breakdown">,
  clocks: Clocks & InSituation,
  asked: readonly CountAsked[],
  counting = db,
) {
  const ledger = await readLedgerOf(counting, viewer, metric, clocks, breakdown, asked);
  const counts = new Map(asked.map((ask, at) => [ask, ledger.counts[at]!]));
  let read: ReturnType<typeof readNamed> | undefined;
  return {
    ...ledger,
    countOf: (ask: CountAsked) => counts.get(ask)!,
    async named(sourceIds: readonly string[], sourceId: string, window: Window, facilities: ReadonlySet<string> | null) {
      const theirs = (await (read ??= readNamed(db, viewer, metric, sourceIds, { ...clocks, people: ledger.people }))).get(sourceId);
      return theirs === undefined ? null : setsOf(theirs, await ledger.verified(window, facilities), window, facilities);
    },
  };
}

function setsOf(theirs: Named, ours: ReadonlySet<string>, window: Window, facilities: ReadonlySet<string> | null): NamedSets {
  const inPlace = theirs.filter(({ facilityId }) => facilities === null || (facilityId !== null && facilities.has(facilityId)));
  const people = new Set(inPlace.filter((happening) => possiblyInside(happening, window)).map(({ person }) => person));
  return { both: [...people.intersection(ours)], theirsOnly: [...people.difference(ours)], oursOnly: [...ours.difference(people)] };
}

/** A list whose names were published is compared as a set too. */
async function comparedByName(claim: CountRow, comparison: Comparison, named: () => Promise<NamedSets | null>): Promise<Comparison> {
  if (claim.namesPublished !== true || comparison.verdict !== "CONSISTENT") return comparison;
  const sets = await named();
  return sets === null ? comparison : compareNamed(comparison, sets.theirsOnly.length, sets.oursOnly.length);
}

/** Of whom a claim is: by its breakdown, and by where it is counted. */
const whomOf = ({ breakdown, place }: Pick<Claim, "breakdown" | "place">) => [...breakdown, ...peopleThere(place)];

/** The gap of each claim against the hub's count at the claim's own as-of and window; null where the two are not comparable. */
export async function gapsOf(db: Db, viewer: Viewer, claimIds: readonly string[], clocks: Clocks): Promise<(Comparison | null)[]> {
  const claims = await db.claim.findMany({
    where: { id: { in: [...claimIds] }, kind: "COUNT" },
    include: { definition: true, document: true },
  });
  const beside = together(db);
  const stated = [...new Set(claims.flatMap(({ statedFacilityId }) => statedFacilityId ?? []))];
  const [whose, places] = await Promise.all([
    situationsApart(beside, null),
    stated.length === 0 ? [] : placesOf(beside, viewer, stated, clocks),
  ]);
  const placeOf = new Map(stated.map((id, at) => [id, places[at]!.facilities]));
  const gaps = new Map<string, Comparison>();
  const breathe = takeBreaths();
  const sourceIds = [...new Set(claims.map(({ assertedById }) => assertedById))];
  const alike = [...Map.groupBy(claims, (claim) => `${claim.metric} ${whose(claim)} ${whomOf(claim).join("|")}`).values()];
  const sides = await Promise.all(
    alike.map(async (about) => {
      const counted = about.map((claim) =>
        askedBeside(claim, claim.statedFacilityId === null ? null : placeOf.get(claim.statedFacilityId)!),
      );
      const [metric, breakdown] = [about[0]!.metric!, whomOf(about[0]!)];
      const side = await readSide(db, viewer, { metric, breakdown }, { ...clocks, situation: whose(about[0]!) }, counted, beside);
      return { about, counted, metric, breakdown, side };
    }),
  );
  for (const { about, counted, metric, breakdown, side } of sides) {
    for (const [at, claim] of about.entries()) {
      await breathe();
      const { window, facilities } = counted[at]!;
      const differ = (one: Window, other: Window) => side.differ(one, other, facilities);
      const question = { metric, since: null, freshAt: null, told: isTold(metric, breakdown), decided: side.decided, differ };
      const named = () => side.named(sourceIds, claim.assertedById, window, facilities);
      gaps.set(claim.id, await comparedByName(claim, compare(factsOf(claim), side.countOf(counted[at]!), question), named));
    }
  }
  return claimIds.map((id) => gaps.get(id) ?? null);
}
