/**
 * Verdicts that change. What a count comes to beside the people on record hangs on thousands of rows, so it is reckoned beside the changes and not in them: some seconds after the last one, all at once, as everybody
 * sees it, and for at most a twentieth of the time. What has turned and turned back in between is not told, and of a new count the first verdict is noted and not told.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "../db/database.ts";
import type { PrismaClient } from "../db/generated/prisma/client.ts";
import type { CountMetric } from "../db/generated/prisma/enums.ts";
import { reconcile } from "../domain/reconciliation/reconcile.ts";
import { takeMoment } from "../domain/recording-clock.ts";
import { anonymous } from "../domain/viewer.ts";
import type { Feed } from "./feed.ts";

export type VerdictOptions = {
  /** How long after a change they are reckoned at the earliest. */
  readonly pauseMilliseconds?: number;
  readonly onError?: (error: unknown) => void;
};

type Reckoned = { readonly claimId: string; readonly verdict: string | null };

const defaultPause = 5000;
const restTimesWork = 19;
/** A process that dies while it reckons holds the others up so long. */
const longestRun = 120_000;

/** Of the latest public count of every series the verdict now. */
async function reckon(prisma: PrismaClient): Promise<Reckoned[]> {
  const live = { kind: "COUNT", visibility: "PUBLIC", supersededAt: null, retraction: false, metric: { not: null } } as const;
  const metrics = await prisma.claim.findMany({ where: live, distinct: ["metric"], select: { metric: true }, orderBy: { metric: "asc" } });
  const reckoned: Reckoned[] = [];
  for (const { metric } of metrics as { metric: CountMetric }[]) {
    const asked = {
      metric,
      asOf: null,
      knownAt: null,
      publishedUntil: null,
      since: null,
      situation: null,
      facility: null,
      place: [],
      breakdown: [],
    };
    const { rows } = await reconcile(prisma, anonymous, asked, () => new Date());
    const ids = rows.map(({ claimId }) => claimId);
    const own = new Set((await prisma.claim.findMany({ where: { id: { in: ids }, metric }, select: { id: true } })).map(({ id }) => id));
    reckoned.push(...rows.flatMap(({ claimId, verdict }) => (own.has(claimId) ? [{ claimId, verdict }] : [])));
  }
  return reckoned;
}

/** Keeps the verdicts, and tells of each that is another one than before. Returns how many these are. */
export async function keepVerdicts(prisma: PrismaClient): Promise<number> {
  const reckoned = await reckon(prisma);
  const [ids, verdicts] = [reckoned.map(({ claimId }) => claimId), reckoned.map(({ verdict }) => verdict)];
  const known = new Map(
    (await prisma.verdict.findMany({ where: { claimId: { in: ids } } })).map(({ claimId, verdict }) => [claimId, verdict]),
  );
  const other = reckoned.filter(({ claimId, verdict }) => known.get(claimId) !== verdict);
  if (other.length === 0) return 0;
  const turned = other.filter(({ claimId }) => known.has(claimId));
  await prisma.$transaction(async (db) => {
    // To note a verdict for the first time is no change.
    const at = turned.length === 0 ? new Date() : await takeMoment(db, null);
    await db.$executeRaw`
      INSERT INTO "Verdict" ("claimId", "verdict", "at") SELECT "claimId", "verdict", ${at} FROM unnest(${ids}::uuid[], ${verdicts}::text[]) AS now("claimId", "verdict")
      ON CONFLICT ("claimId") DO UPDATE SET "verdict" = EXCLUDED."verdict", "at" = EXCLUDED."at" WHERE "Verdict"."verdict" IS DISTINCT FROM EXCLUDED."verdict"`;
    if (turned.length === 0) return;
    const [claims, from, to] = [
      turned.map(({ claimId }) => claimId),
      turned.map(({ claimId }) => known.get(claimId)!),
      turned.map(({ verdict }) => verdict),
    ];
    await db.$executeRaw`
      INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "recordId", "at", "fields", "verdictFrom", "verdictTo", "situationId", "facilityId", "sourceId", "metric", "audience")
      SELECT place.set_id, place.first + row_number() OVER (), 'VERDICT_CHANGED', 'COUNT', turned."claimId", ${at}, '{}', turned."from", turned."to", facts."situationId", facts."facilityId", facts."sourceId", facts."metric", facts."visibility"
      FROM take_changes(${turned.length}::int) AS place, unnest(${claims}::uuid[], ${from}::text[], ${to}::text[]) AS turned("claimId", "from", "to"), facts_of_record('COUNT', turned."claimId") AS facts`;
  });
  return turned.length;
}

/** Keeps the verdicts as long as there are changes, in one process of all at a time. */
export function followVerdicts({ delivering: prisma }: Pick<Database, "delivering">, changes: Feed, options: VerdictOptions = {}) {
  const { pauseMilliseconds = defaultPause, onError = () => {} } = options;
  const stopping = new AbortController();
  const signal = AbortSignal.any([stopping.signal, changes.stopped]);
  /** Whether it is this process's turn to reckon. */
  const mine = async (head: bigint) =>
    (await prisma.$executeRaw`UPDATE "VerdictRun" SET "dueAt" = now() + ${longestRun} * interval '1 millisecond' WHERE "position" < ${head} AND "dueAt" <= now()`) >
    0;
  const follow = async () => {
    let seen = -1n;
    while (!signal.aborted) {
      await wait(pauseMilliseconds, undefined, { signal });
      if (changes.head <= seen || !(await mine(changes.head))) continue;
      const { head } = changes;
      const began = performance.now();
      await keepVerdicts(prisma);
      const rest = Math.max(pauseMilliseconds, (performance.now() - began) * restTimesWork);
      seen = head;
      await prisma.$executeRaw`UPDATE "VerdictRun" SET "position" = GREATEST("position", ${head}), "dueAt" = now() + ${rest}::float8 * interval '1 millisecond'`;
    }
  };
  const following = (async () => {
    while (!signal.aborted)
      await follow().catch((error: unknown) => {
        if (!signal.aborted) onError(error);
      });
  })();
  return {
    async stop() {
      stopping.abort();
      await following;
    },
  };
}
