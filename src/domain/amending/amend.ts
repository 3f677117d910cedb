/**
 * Amendments: a record is corrected, never overwritten, and keeps its id. A correction is a version of it, which says what was replaced, when, by whom, why and on which claim it rests; the database
 * writes it into the record in the same statement (prisma/sql/apply_version.sql). What follows for others stands with each noun.
 */
import * as z from "zod";
import { ClaimChangeReason } from "../../db/generated/prisma/enums.ts";
import type { Db } from "../../db/database.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import { audit, type Verb } from "../change.ts";
import { differences } from "../compare-rows.ts";
import { particulars, recordColumn, sayingColumns, type RecordNoun } from "../history/particulars.ts";
import { newId } from "../identity.ts";
import { check, checkRecorded, id, orNull } from "../input.ts";
import { requireScope, visibleWhere, type Viewer } from "../viewer.ts";

export type ChangeReason = keyof typeof ClaimChangeReason;
export type Columns = Readonly<Record<string, unknown>>;
/** A record with its particulars by column, references as they were stated; rows of its own as lists. */
export type Recorded = Columns & { readonly id: string; readonly recordedAt: Date };

/** What the columns are to hold, and of rows of the record's own also what they held: the database knows its columns itself. */
export type Version = { readonly recordId: string; readonly after: Columns; readonly before?: Columns };
export type Correction = {
  readonly changeReason: ChangeReason;
  readonly basis: string | null;
  readonly recordedBy: string;
  readonly now: Date;
};

/** Corrects a record by a new version of it. */
export async function recordVersion(
  db: Db,
  noun: RecordNoun,
  { recordId, after, before = {} }: Version,
  { changeReason, basis, recordedBy, now }: Correction,
): Promise<void> {
  const json = (columns: Columns) => JSON.parse(JSON.stringify(columns)) as object;
  await db.recordVersion.create({
    data: {
      ...{ id: newId(), recordId, [recordColumn[noun]]: recordId, recordedAt: now, recordedBy, changeReason, basisId: basis },
      ...{ before: json(before), after: json(after) },
    },
    select: { id: true },
  });
}

export type Amendment<Row extends Recorded, Draft> = {
  readonly noun: RecordNoun;
  /** The field of the input that names the record. */
  readonly field: string;
  /** The draft by which such a record is recorded, and the record as the input that would record it. */
  readonly draft: z.ZodType<Draft>;
  asInput(row: Row): object;
  /** Reads the record and holds it to the end of the transaction. Null when the viewer may not see it. */
  read(db: Db, viewer: Viewer, recordId: string): Promise<Row | null>;
  /** The particulars of a draft by column, with what follows from them in the record's own row. */
  columns(draft: Draft, row: Row): Columns;
  /** @throws NotFound, InvalidInput, Conflict where what is given cannot be so */
  require?(db: Db, viewer: Viewer, changed: Columns, row: Row): Promise<void>;
  /** Writes the rows of the record's own, and brings up to date what follows from the change elsewhere. */
  follow(db: Db, row: Row, changed: Columns, now: Date): Promise<void>;
};

const envelope = z.looseObject({ changeReason: z.enum(ClaimChangeReason), basis: orNull(id) });

/**
 * The verb that corrects records of a noun. Fields that are not given stay as they were, null empties them. REDACTION also takes what is replaced out of all versions, for every viewer and every
 * `knownAt`, and needs the scope EDITOR.
 */
export function amendment<Row extends Recorded, Draft>(name: string, rules: Amendment<Row, Draft>): Verb {
  const { noun, field } = rules;
  const amendable = particulars[noun];
  return {
    name,
    scope: "RECORDER",
    async run(db, viewer, input, now) {
      const { [field]: named, changeReason, basis, ...given } = check(envelope.extend({ [field]: id }), input) as z.output<typeof envelope>;
      const recordId = named as string;
      if (changeReason === "REDACTION") requireScope(viewer, "EDITOR");
      const row = await rules.read(db, viewer, recordId);
      if (row === null) throw new NotFound(wordFor(noun), recordId);
      const changes = Object.fromEntries(Object.entries(given).filter(([key, value]) => key in amendable && value !== undefined));
      if (Object.keys(changes).length === 0)
        throw new InvalidInput([{ path: "input", expected: `at least one of ${Object.keys(amendable).join(", ")}`, received: "none" }]);
      if (basis !== null && !(await db.claim.findFirst({ where: { id: basis, ...visibleWhere(viewer) }, select: { id: true } })))
        throw new NotFound("claim", basis);
      const draft = checkRecorded(rules.draft, { ...rules.asInput(row), ...changes }, now);
      const changed = changedColumns(noun, rules.columns(draft, row), row);
      if (changed === null) return { id: recordId, changed: false };
      await rules.require?.(db, viewer, changed, row);
      const before = Object.fromEntries(Object.keys(changed).map((column) => [column, row[column]]));
      await recordVersion(db, noun, { recordId, after: changed, before }, { changeReason, basis, recordedBy: viewer.actor, now });
      await rules.follow(db, row, changed, now);
      await audit(db, viewer.actor, name, noun, recordId, { changeReason, changed: Object.keys(changed) });
      return { id: recordId, changed: true };
    },
  };
}

/** The columns that are to hold something else; null when nothing that is said of the record changes. */
export function changedColumns(noun: RecordNoun, columns: Columns, row: Columns): Columns | null {
  const saying = sayingColumns(noun);
  const changed = differences(columns, row);
  return changed.some((column) => saying.has(column)) ? Object.fromEntries(changed.map((column) => [column, columns[column]])) : null;
}

const wordFor = (noun: RecordNoun) => (noun === "CustodyEvent" ? "custody event" : noun.toLowerCase());
