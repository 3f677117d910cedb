/** Two events of one person that may be one happening: which are proposed for judgement, and what a judgement that they are one needs. */
import * as z from "zod";
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { JudgementVerdict } from "../../db/generated/prisma/enums.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { check, id, orNull, text } from "../input.ts";
import { standsSql } from "../timeline/event-effect.ts";
import { mayBeOne, toldTwice } from "../timeline/told-twice.ts";
import { type Viewer, visibleSql, visibleWhere } from "../viewer.ts";

const duplicateDraft = z.object({ same: id, as: id, note: orNull(text(1000)) });

/** The input of markDuplicateEvents as that of any merge: `as` absorbs `same`. */
export function asMerge(input: unknown): { into: string; from: string; note: string | null } {
  const { same, as, note } = check(duplicateDraft, input);
  return { into: as, from: same, note };
}

/**
 * What people judge to be one happening is of one person and one kind. Spans and places may differ: of the two one may be wrong.
 * @throws Conflict
 */
export async function requireOneKind(db: Db, into: string, from: string): Promise<void> {
  const [as, same] = await Promise.all(
    [into, from].map((eventId) =>
      db.custodyEvent.findUniqueOrThrow({ where: { id: eventId }, select: { detaineeId: true, type: true, stage: true, state: true } }),
    ),
  );
  if (as!.detaineeId !== same!.detaineeId)
    throw new Conflict("These are events of two people. Merge the people first (mergeDetainees), if they are one.");
  if (as!.type !== same!.type || as!.stage !== same!.stage)
    throw new Conflict("One happening is of one type and stage: these two are different steps. Correct the wrong one first (amendEvent).");
  if (same!.state === "VERIFIED" && as!.state !== "VERIFIED")
    throw new Conflict("The one that is VERIFIED stands for both: name it in `as`, and the other in `same`.");
}

export type Duplicates = {
  /** The one that would stand for both, and the other. */
  readonly as: string;
  readonly same: string;
  /** Whether they count as one already: they came from two records that were merged. */
  readonly countedOnce: boolean;
  /** UNSURE when somebody has looked and could not decide. */
  readonly verdict: JudgementVerdict | null;
};

// More pairs than these are not weighed: among so many, the first are enough to go on with.
const mostPairs = 5000;

/**
 * Pairs of events that may be one happening and were not judged to be two: of one person, or of everybody; those with an event that was recorded last come first.
 * @throws NotFound unless the viewer can see the person
 * @throws InvalidInput when `first` is not from 1 to 100
 */
export async function suggestDuplicates(
  db: Db,
  viewer: Viewer,
  { detainee, first }: { detainee: string | null; first: number },
): Promise<Duplicates[]> {
  if (!Number.isInteger(first) || first < 1 || first > 100)
    throw new InvalidInput([{ path: "suggestDuplicates.first", expected: "a whole number from 1 to 100", received: String(first) }]);
  const person =
    detainee === null
      ? null
      : await db.detainee.findFirst({ where: { id: detainee, ...visibleWhere(viewer) }, select: { id: true, mergedIntoId: true } });
  if (detainee !== null && person === null) throw new NotFound("detainee", detainee);
  const root = person && (person.mergedIntoId ?? person.id);
  const among = root === null ? Prisma.sql`TRUE` : Prisma.sql`one."detaineeId" = ${root}::uuid`;
  return (await pairsAmong(db, viewer, among)).slice(0, first);
}

/** For each event, the pairs of it and another that may be one happening. */
export async function duplicatesOf(db: Db, viewer: Viewer, eventIds: readonly string[]): Promise<Duplicates[][]> {
  const people = Prisma.sql`SELECT "detaineeId" FROM "CustodyEvent" WHERE "id" = ANY (${eventIds}::uuid[])`;
  const pairs = await pairsAmong(db, viewer, Prisma.sql`one."detaineeId" IN (${people})`);
  return eventIds.map((eventId) => pairs.filter(({ as, same }) => as === eventId || same === eventId));
}

async function pairsAmong(db: Db, viewer: Viewer, among: Prisma.Sql): Promise<Duplicates[]> {
  const pairs = await db.$queryRaw<{ one: string; other: string; verdict: JudgementVerdict | null }[]>`
    SELECT one."id" AS "one", other."id" AS "other", judged."verdict"::text AS "verdict"
    FROM "CustodyEvent" AS one JOIN "CustodyEvent" AS other ON other."detaineeId" = one."detaineeId" AND other."type" = one."type" AND other."id" > one."id"
    LEFT JOIN LATERAL (
      SELECT judgement."verdict" FROM "Judgement" AS judgement WHERE judgement."noun" = 'CustodyEvent' AND judgement."undoneAt" IS NULL
        AND ARRAY[judgement."leftId", judgement."rightId"] <@ ARRAY[one."id", other."id"] ORDER BY judgement."decidedAt" DESC LIMIT 1) AS judged ON TRUE
    WHERE ${standsSql("one")} AND ${standsSql("other")} AND ${visibleSql(viewer, "one")} AND ${visibleSql(viewer, "other")}
      AND (judged."verdict" IS NULL OR judged."verdict" <> 'NEGATIVE')
      AND ${among}
    ORDER BY GREATEST(one."recordedAt", other."recordedAt") DESC, one."id", other."id" LIMIT ${mostPairs}`;
  const events = await db.custodyEvent.findMany({ where: { id: { in: pairs.flatMap(({ one, other }) => [one, other]) } } });
  const byId = new Map(events.map((each) => [each.id, each]));
  return pairs.flatMap(({ one, other, verdict }): Duplicates[] => {
    const both = [byId.get(one)!, byId.get(other)!] as const;
    if (!mayBeOne(...both)) return [];
    const twice = toldTwice(both);
    const [as, same] = twice.has(both[0]) || (both[1].state === "VERIFIED" && both[0].state !== "VERIFIED") ? [other, one] : [one, other];
    return [{ as, same, countedOnce: twice.size > 0, verdict }];
  });
}
