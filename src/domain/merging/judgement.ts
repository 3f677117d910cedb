/**
 * Judgements: two records are the same, are different, or it cannot be decided yet. A merge destroys nothing: both rows and ids stay, and the stated references (`statedDetaineeId`) do not
 * change. Only the resolved references (`detaineeId`) follow the merge, so that undo can restore them from the stated ones. After nomenklatura.
 */
import * as z from "zod";
import { Prisma } from "../../db/generated/prisma/client.ts";
import { JudgementVerdict, type CustodyEventType, type MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import type { Db } from "../../db/database.ts";
import { audit, type Outcome, type Verb } from "../change.ts";
import { check, id, orNull, text } from "../input.ts";
import { newId } from "../identity.ts";
import { isPartOfOther } from "../records/facility-parts.ts";
import { asMerge, requireOneKind } from "./duplicate-events.ts";
import { resolveReferences } from "./resolve-references.ts";
import { type Viewer, visibleSql, visibleWhere } from "../viewer.ts";

/** The answer of a judgement: its id, and the record that it is about. */
export type Judged = Outcome & { readonly record: string };
/** The answer of undoing, with the noun, because a judgement can be on any of them. */
export type Undone = Judged & { readonly noun: MatchedNoun; readonly eventType: CustodyEventType | null };

const note = orNull(text(1000));
const mergeDraft = z.object({ into: id, from: id, note });
const judgementDraft = z.object({ left: id, right: id, verdict: z.enum(JudgementVerdict).exclude(["POSITIVE"]), note });
const undoDraft = z.object({ judgement: id, note });

/** A record, and the record that it was merged into or itself. @throws NotFound unless the viewer can see it */
async function requireRecord(db: Db, viewer: Viewer, noun: MatchedNoun, recordId: string): Promise<{ id: string; canonicalId: string }> {
  const where = { where: { id: recordId, ...visibleWhere(viewer) }, select: { id: true, mergedIntoId: true } };
  const row =
    noun === "Detainee"
      ? await db.detainee.findFirst(where)
      : noun === "Facility"
        ? await db.facility.findFirst(where)
        : noun === "Source"
          ? await db.source.findFirst(where)
          : await db.custodyEvent.findFirst(where);
  if (!row) throw new NotFound(noun === "CustodyEvent" ? "custody event" : noun.toLowerCase(), recordId);
  return { id: row.id, canonicalId: row.mergedIntoId ?? row.id };
}

async function liveJudgement(db: Db, noun: MatchedNoun, left: string, right: string) {
  const pair = {
    OR: [
      { leftId: left, rightId: right },
      { leftId: right, rightId: left },
    ],
  };
  return db.judgement.findFirst({ where: { noun, undoneAt: null, ...pair }, orderBy: { decidedAt: "desc" } });
}

type Merge = z.output<typeof mergeDraft>;

function merge(name: string, noun: MatchedNoun, read = (input: unknown): Merge => check(mergeDraft, input)): Verb<Judged> {
  return {
    name,
    scope: "EDITOR",
    async run(db, viewer, input, now) {
      const draft = read(input);
      const [into, from] = [await requireRecord(db, viewer, noun, draft.into), await requireRecord(db, viewer, noun, draft.from)];
      if (into.id === from.id) throw new InvalidInput([{ path: "input.from", expected: "another record than into", received: "the same" }]);
      const before = await liveJudgement(db, noun, into.id, from.id);
      if (before?.verdict === "NEGATIVE")
        throw new Conflict(
          `These two were judged to be different (judgement of ${before.decidedAt.toISOString()}). Undo that judgement first, if it was wrong.`,
        );
      if (into.canonicalId === from.canonicalId)
        return { id: (before ?? (await linkOf(db, noun, into.id, from.id))).id, record: into.canonicalId, changed: false };
      await refuseAgainstNegative(db, noun, into.canonicalId, from.canonicalId);
      if (noun === "Facility" && (await isPartOfOther(db, into.canonicalId, from.canonicalId)))
        throw new Conflict(
          "One of these two is part of the other, and no facility is part of itself. A whole and its part are two records.",
        );
      if (noun === "CustodyEvent") await requireOneKind(db, into.canonicalId, from.canonicalId);
      const judgementId = newId();
      const { id: leftId } = into;
      await db.judgement.create({
        data: {
          id: judgementId,
          noun,
          leftId,
          rightId: from.id,
          childId: from.canonicalId,
          verdict: "POSITIVE",
          note: draft.note,
          decidedBy: viewer.actor,
          decidedAt: now,
        },
      });
      await resolveReferences(db, noun, [into.canonicalId, from.canonicalId], now);
      await audit(db, viewer.actor, name, noun, into.canonicalId, { judgement: judgementId, into: into.id, from: from.id });
      return { id: judgementId, record: into.canonicalId, changed: true };
    },
  };
}

/** For two records that are already merged by way of others: the latest judgement that merged one of them. */
async function linkOf(db: Db, noun: MatchedNoun, left: string, right: string) {
  return db.judgement.findFirstOrThrow({ where: { noun, undoneAt: null, childId: { in: [left, right] } }, orderBy: { decidedAt: "desc" } });
}

/** Refuses a merge that would, by way of other records, unite two that somebody has judged to be different. */
async function refuseAgainstNegative(db: Db, noun: MatchedNoun, left: string, right: string): Promise<void> {
  const rows = await db.$queryRaw<{ decidedAt: Date }[]>`
    WITH identity AS (SELECT * FROM identity_at(${noun}::"MatchedNoun", 'infinity'))
    SELECT judgement."decidedAt" FROM "Judgement" AS judgement
    LEFT JOIN identity AS one ON one."id" = judgement."leftId" LEFT JOIN identity AS other ON other."id" = judgement."rightId"
    WHERE judgement."noun" = ${noun}::"MatchedNoun" AND judgement."verdict" = 'NEGATIVE' AND judgement."undoneAt" IS NULL
      AND ARRAY[COALESCE(one."canonicalId", judgement."leftId"), COALESCE(other."canonicalId", judgement."rightId")] <@ ARRAY[${left}::uuid, ${right}::uuid]
    LIMIT 1`;
  if (rows.length > 0)
    throw new Conflict("This merge would unite two records that were judged to be different. Undo that judgement first, if it was wrong.");
}

/** Merges two records of one person. @throws Conflict when they were judged to be different */
export const mergeDetainees = merge("mergeDetainees", "Detainee");
/** Merges two records of one facility. @throws Conflict when one is, in however many steps, part of the other */
export const mergeFacilities = merge("mergeFacilities", "Facility");
/** Merges two records of one source: their claims have one origin from now on, and the events that depend on them are evaluated again. */
export const mergeSources = merge("mergeSources", "Source");
/** Judges that two events of one person are one happening told twice: what is said of either is evidence for the one that stands. @throws Conflict for events of two people, or of two kinds */
export const markDuplicateEvents = merge("markDuplicateEvents", "CustodyEvent", asMerge);

function judge(name: string, noun: MatchedNoun): Verb<Judged> {
  return {
    name,
    scope: "EDITOR",
    async run(db, viewer, input, now) {
      const { left, right, verdict, note: said } = check(judgementDraft, input);
      const [one, other] = [await requireRecord(db, viewer, noun, left), await requireRecord(db, viewer, noun, right)];
      if (one.id === other.id)
        throw new InvalidInput([{ path: "input.right", expected: "another record than left", received: "the same" }]);
      if (one.canonicalId === other.canonicalId) throw new Conflict("These two are merged. Undo the merge first.");
      const before = await liveJudgement(db, noun, one.id, other.id);
      if (before?.verdict === verdict) return { id: before.id, record: one.id, changed: false };
      if (before) await db.judgement.update({ where: { id: before.id }, data: { undoneAt: now, undoneBy: viewer.actor } });
      const judgementId = newId();
      await db.judgement.create({
        data: { id: judgementId, noun, leftId: one.id, rightId: other.id, verdict, note: said, decidedBy: viewer.actor, decidedAt: now },
      });
      await audit(db, viewer.actor, name, noun, one.id, { judgement: judgementId, right: other.id, verdict });
      return { id: judgementId, record: one.id, changed: true };
    },
  };
}

/** Judges that two records are different people (NEGATIVE), or that it cannot be decided yet (UNSURE). The latest judgement on a pair stands. */
export const judgeDetainees = judge("judgeDetainees", "Detainee");

/** The same of two events of one person. */
export const judgeEvents = judge("judgeEvents", "CustodyEvent");

/** Undoes any judgement. Undoing a merge restores every reference as it was stated. A judgement that was undone already changes nothing. */
export const undoJudgement: Verb<Undone> = {
  name: "undoJudgement",
  scope: "EDITOR",
  async run(db, viewer, input, now) {
    const { judgement: judgementId, note: said } = check(undoDraft, input);
    const judgement = await db.judgement.findUnique({ where: { id: judgementId } });
    if (!judgement) throw new NotFound("judgement", judgementId);
    const { noun, leftId, childId } = judgement;
    const { canonicalId } = await requireRecord(db, viewer, noun, leftId);
    const event =
      noun === "CustodyEvent" ? await db.custodyEvent.findUniqueOrThrow({ where: { id: leftId }, select: { type: true } }) : null;
    const undone = { id: judgementId, record: leftId, noun, eventType: event?.type ?? null };
    if (judgement.undoneAt !== null) return { ...undone, changed: false };
    await db.judgement.update({ where: { id: judgementId }, data: { undoneAt: now, undoneBy: viewer.actor } });
    if (childId !== null) await resolveReferences(db, noun, [canonicalId, childId], now);
    if (childId !== null && noun === "Detainee") await partEvents(db, viewer, now);
    await audit(db, viewer.actor, "undoJudgement", noun, leftId, { judgement: judgementId, note: said });
    return { ...undone, changed: true };
  },
};

/** Events of people who are no longer one are two again, whatever somebody judged of them while they were. */
async function partEvents(db: Db, viewer: Viewer, now: Date): Promise<void> {
  const parted = await db.$queryRaw<{ id: string; leftId: string; childId: string }[]>`
    SELECT judgement."id", judgement."leftId", judgement."childId" FROM "Judgement" AS judgement
    JOIN "CustodyEvent" AS one ON one."id" = judgement."leftId" JOIN "CustodyEvent" AS other ON other."id" = judgement."childId"
    WHERE judgement."noun" = 'CustodyEvent' AND judgement."undoneAt" IS NULL AND one."detaineeId" <> other."detaineeId" ORDER BY judgement."id"`;
  for (const { id: judgementId, leftId, childId } of parted) {
    await db.judgement.update({ where: { id: judgementId }, data: { undoneAt: now, undoneBy: viewer.actor } });
    await resolveReferences(db, "CustodyEvent", [leftId, childId], now);
    await audit(db, viewer.actor, "undoJudgement", "CustodyEvent", leftId, { judgement: judgementId, note: "The people were parted." });
  }
}

/** Live judgements on each record, newest first, as far as the viewer may see both records. */
export async function judgementsOn(db: Db, viewer: Viewer, noun: MatchedNoun, recordIds: readonly string[]) {
  const table = Prisma.raw(`"${noun}"`);
  return db.$queryRaw<JudgementRow[]>`
    SELECT judgement.*, ${noun === "CustodyEvent" ? Prisma.sql`one."type"::text` : Prisma.sql`NULL`} AS "eventType" FROM "Judgement" AS judgement
    JOIN ${table} AS one ON one."id" = judgement."leftId" JOIN ${table} AS other ON other."id" = judgement."rightId"
    WHERE judgement."noun" = ${noun}::"MatchedNoun" AND (judgement."leftId" = ANY (${recordIds}::uuid[]) OR judgement."rightId" = ANY (${recordIds}::uuid[]))
      AND ${visibleSql(viewer, "one")} AND ${visibleSql(viewer, "other")}
    ORDER BY judgement."decidedAt" DESC, judgement."id"`;
}

export type JudgementRow = {
  readonly id: string;
  readonly noun: MatchedNoun;
  /** Of events: which type both are of. */
  readonly eventType: CustodyEventType | null;
  readonly leftId: string;
  readonly rightId: string;
  readonly verdict: JudgementVerdict;
  readonly score: number | null;
  readonly note: string | null;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly undoneAt: Date | null;
};
