/** Corrections: a claim is never changed, another takes its place and says why. The chain stays readable both ways; what rests on the claim is looked at again. */
import * as z from "zod";
import type { Claim } from "../../db/generated/prisma/client.ts";
import { ClaimChangeReason } from "../../db/generated/prisma/enums.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import type { Db } from "../../db/database.ts";
import { audit, type Verb } from "../change.ts";
import { categoryOf } from "../counting/breakdown.ts";
import { checkIndicator, indicatorBy, requireIndicator } from "../counting/indicator.ts";
import { check, checkRecorded, id } from "../input.ts";
import {
  countClaimDraft,
  countClaimRow,
  eventClaimDraft,
  eventClaimRow,
  requireCountReferences,
  requireOrigin,
  refuseCause,
} from "./claim.ts";
import { remarkDraft, remarkRow, requireSubjects } from "./remark.ts";
import { idOfContent } from "../identity.ts";
import { spanOf } from "../time/span.ts";
import { lockEvent } from "../verification/hold-people.ts";
import { reevaluate } from "../verification/verification.ts";
import { canSee, requireScope, visibleWhere, type Viewer } from "../viewer.ts";

const correction = z.looseObject({ claim: id, changeReason: z.enum(ClaimChangeReason) });

/** The fields that a withdrawal may have: it says where and when, and asserts nothing. */
const ofWithdrawal = new Set(["document", "locator", "statement", "asOf"]);

/**
 * Puts another claim in the place of one that still stands. Fields that are not given stay as they were, null empties them. SOURCE_RETRACTED and REDACTION withdraw: the new row asserts
 * nothing. REDACTION also takes the words and numbers of the rows before it away for good, for every viewer and every `knownAt`, and needs the scope EDITOR.
 * @throws NotFound, InvalidInput
 * @throws Conflict when the claim was superseded already: its successor is the one to correct
 */
export const supersedeClaim: Verb = {
  name: "supersedeClaim",
  scope: "RECORDER",
  async run(db, viewer, input, now) {
    const { claim: claimId, changeReason, ...given } = check(correction, input);
    const withdraws = changeReason === "SOURCE_RETRACTED" || changeReason === "REDACTION";
    if (changeReason === "REDACTION") requireScope(viewer, "EDITOR");
    const { claim: before, eventType } = await lockClaim(db, viewer, claimId);
    const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    refuseForeignFields(before.kind, changes, withdraws);
    const row = withdraws ? withdrawal(before, changes, changeReason) : replacement(before, changes, now);
    await requireOrigin(db, viewer, { assertedBy: row.assertedById, document: row.documentId });
    if ("partOfId" in row && row.partOfId === before.id)
      throw new InvalidInput([{ path: "input.partOf", expected: "another claim than the one that is superseded", received: "the same" }]);
    if (row.kind === "EVENT") refuseCause(row.cause, eventType!);
    if (row.kind === "REMARK") await requireSubjects(db, viewer, { facility: row.facilityId, aboutSource: row.aboutSourceId });
    if (row.kind === "COUNT") {
      if (!withdraws) checkIndicator(row.metric, row.indicatorId);
      if (row.indicatorId !== null) row.indicatorId = await requireIndicator(db, indicatorBy(row.indicatorId));
      await requireCountReferences(db, viewer, {
        facility: row.facilityId ?? null,
        partOf: changes["partOf"] === undefined ? null : (row.partOfId ?? null),
        base: changes["base"] === undefined ? null : (row.baseId ?? null),
        definition: row.definitionId ?? null,
        assertedBy: row.assertedById,
      });
    }
    const successor = successorId(before, row, changeReason);
    if (before.supersededAt !== null) {
      const same = await db.claim.findUnique({ where: { id: successor, supersedesId: before.id } });
      if (canSee(viewer, same) || same?.recordedBy === viewer.actor) return { id: successor, changed: false };
      throw new Conflict("The claim was superseded already. Read its supersededBy, and correct that one.");
    }
    if (before.changeReason === "REDACTION")
      throw new Conflict("The claim was redacted: there is nothing left to correct. Record a new claim instead.");

    const succession = { supersedesId: before.id, changeReason, retraction: withdraws, recordedAt: now, recordedBy: viewer.actor };
    await db.claim.create({ data: { ...row, id: successor, key: successor, ...succession } });
    if (before.eventId !== null) await reevaluate(db, [before.eventId], now);
    await audit(db, viewer.actor, "supersedeClaim", "Claim", successor, { supersedes: before.id, changeReason });
    return { id: successor, changed: true };
  },
};

/** The row by which whoever brought a claim withdraws it, which still stands: for many at once, where the caller looks at their events. */
export function withdrawalBy(before: Claim, { statement, now, recordedBy }: { statement: string; now: Date; recordedBy: string }) {
  const row = withdrawal(before, { statement }, "SOURCE_RETRACTED");
  const id = successorId(before, row, "SOURCE_RETRACTED");
  const succession = { supersedesId: before.id, changeReason: "SOURCE_RETRACTED", retraction: true, recordedAt: now, recordedBy } as const;
  return { ...row, id, key: id, ...succession };
}

// The column asOfSortAt was once written here, and ids of that time hold.
const successorId = (before: Claim, row: Row, changeReason: ClaimChangeReason): string =>
  idOfContent("Claim", [before.id, changeReason, { ...asBefore(row), asOfSortAt: null }]);

async function lockClaim(db: Db, viewer: Viewer, claimId: string): Promise<{ claim: Claim; eventType: string | undefined }> {
  const claim = await db.claim.findFirst({ where: { id: claimId, ...visibleWhere(viewer) } });
  if (!claim) throw new NotFound("claim", claimId);
  const event = claim.eventId === null ? undefined : await lockEvent(db, viewer, claim.eventId);
  return { claim, eventType: event?.type };
}

function refuseForeignFields(kind: Claim["kind"], changes: object, withdraws: boolean): void {
  const known = new Set(Object.keys(shapes[kind]));
  known.delete("event");
  const expected = withdraws ? "only document, locator, statement and asOf where a claim is withdrawn" : `a field of ${called[kind]}`;
  const issues = Object.keys(changes)
    .filter((field) => !(withdraws ? ofWithdrawal : known).has(field))
    .map((field) => ({ path: `input.${field}`, expected, received: field }));
  if (!withdraws && Object.keys(changes).length === 0)
    issues.push({ path: "input", expected: "at least one field to correct", received: "none" });
  if (issues.length > 0) throw new InvalidInput(issues);
}

const shapes = { COUNT: countClaimDraft.in.shape, EVENT: eventClaimDraft.shape, REMARK: remarkDraft.shape } as const;
const called = { COUNT: "a count claim", EVENT: "an event claim", REMARK: "a remark" } as const;

type Row = ReturnType<typeof countClaimRow> | ReturnType<typeof eventClaimRow> | ReturnType<typeof remarkRow>;
/** A claim of some kind from the input that would record it. */
type Read = <Schema extends z.ZodType>(schema: Schema, input: unknown) => z.output<Schema>;

function rowOf(kind: Claim["kind"], input: unknown, read: Read): Row {
  if (kind === "COUNT") return countClaimRow(read(countClaimDraft, input));
  return kind === "EVENT" ? eventClaimRow(read(eventClaimDraft, input)) : remarkRow(read(remarkDraft, input));
}

function replacement(before: Claim, changes: Readonly<Record<string, unknown>>, now: Date): Row {
  const stated = { ...asInput(before), ...changes };
  // A number given in one way replaces one that was given in the other.
  if (changes["value"] !== undefined) Object.assign(stated, { lower: null, upper: null });
  if (changes["dimension"] !== undefined || changes["category"] !== undefined)
    Object.assign(stated, { breakdown: changes["breakdown"], ...inOneDimension(before, changes) });
  return rowOf(before.kind, stated, (schema, input) => checkRecorded(schema, input, now));
}

/** The dimension and category of a correction that is told as before there were breakdowns, with what it leaves as it was. */
function inOneDimension(before: Claim, { dimension, category }: Readonly<Record<string, unknown>>) {
  const now = categoryOf(before.breakdown);
  return { dimension: dimension === undefined ? now.dimension : dimension, category: category === undefined ? now.category : category };
}

const sinceThen = ["indicatorId", "baseId", "latitude", "longitude", "coordinatePrecision"];

/** A row as it was before there were breakdowns, indicators, places, coordinates and bases; one that has none says so in those words. */
function asBefore(row: Row): object {
  const told = Object.entries(row).flatMap(([column, value]) =>
    (sinceThen.includes(column) && value === null) || (column === "place" && (value as string[]).length === 0)
      ? []
      : column === "breakdown" && (value as string[]).length === 0
        ? [
            ["dimension", null],
            ["category", null],
          ]
        : [[column, value]],
  );
  return Object.fromEntries(told);
}

const nowhere = { latitude: null, longitude: null, coordinatePrecision: null };

/** A row that says what was withdrawn, and of a redacted claim only that it was. */
function withdrawal(before: Claim, changes: Readonly<Record<string, unknown>>, reason: "SOURCE_RETRACTED" | "REDACTION"): Row {
  const emptied =
    reason === "REDACTION"
      ? { qualifier: "UNQUANTIFIED", lower: null, upper: null, breakdown: [], place: null, ...nowhere, cause: null }
      : {};
  const stated = asInput(before);
  const asOf = reason === "REDACTION" ? { ...(stated.asOf as object), verbatim: null } : stated.asOf;
  const periodStart =
    reason === "REDACTION" && stated.periodStart !== null ? { ...(stated.periodStart as object), verbatim: null } : stated.periodStart;
  const statement = reason === "REDACTION" ? "Redacted." : "Withdrawn by the source.";
  const input = { ...stated, ...emptied, asOf, periodStart, locator: null, quote: null, statement, ...changes };
  return rowOf(before.kind, input, check);
}

/** A claim as the input that would record it. */
function asInput(claim: Claim) {
  return {
    ...claim,
    visibility: claim.statedVisibility,
    assertedBy: claim.statedAssertedById,
    document: claim.documentId,
    facility: claim.statedFacilityId,
    aboutSource: claim.statedAboutSourceId,
    definition: claim.definitionId,
    indicator: claim.indicatorId,
    partOf: claim.partOfId,
    base: claim.baseId,
    event: claim.statedEventId,
    asOf: spanInput("asOf", claim),
    periodStart: spanInput("periodStart", claim),
    value: null,
  };
}

function spanInput(prefix: string, claim: Claim): unknown {
  return spanOf(prefix, claim);
}
