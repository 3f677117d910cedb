/** What a version changed, field by field, as a reader is shown it: pure, from the states of a record before and after. */
import { revived } from "../history/replaced.ts";
import { particularsOf, type Particular, type RecordNoun } from "../history/particulars.ts";
import { edtf } from "../time/edtf.ts";
import { spanOf } from "../time/span.ts";
import type { Columns } from "./amend.ts";

/** A value as text, or the records that it names. Null for none. */
export type Shown = string | { readonly noun: NonNullable<Particular["refersTo"]>; readonly ids: readonly string[] } | null;
export type Change = { readonly field: string; readonly before: Shown; readonly after: Shown; readonly redacted: boolean };

/** What a version holds, as the database keeps it: see the model RecordVersion. */
export type Stored = { readonly fields: readonly string[]; readonly before: Columns; readonly after: Columns };

/** The changes of each version of a record, oldest first, from the record as it is now. */
export function changesOf(noun: RecordNoun, now: Columns, versions: readonly Stored[]): Change[][] {
  let state = now;
  return versions
    .toReversed()
    .map((version) => {
      const after = state;
      state = { ...state, ...version.before };
      return changesBetween(noun, state, after, version);
    })
    .toReversed();
}

function changesBetween(noun: RecordNoun, before: Columns, after: Columns, { fields, before: kept }: Stored): Change[] {
  return particularsOf(noun).flatMap(([field, particular]): Change[] => {
    const changed = particular.columns.filter((column) => fields.includes(column));
    if (changed.length === 0) return [];
    // What was redacted is gone from what a version replaced; what stands since is no secret.
    const redacted = changed.some((column) => !(column in kept));
    const [old, current] = [shownOf(field, particular, before), shownOf(field, particular, after)];
    if (redacted) return [{ field, before: null, after: current, redacted }];
    // A time may change within what its written form tells.
    const same = particular.span && old === current;
    return [
      same
        ? { field, before: bounds(field, before), after: bounds(field, after), redacted }
        : { field, before: old, after: current, redacted },
    ];
  });
}

export function shownOf(field: string, { columns, span, refersTo }: Particular, row: Columns): Shown {
  if (span) {
    const time = spanOf(field, revived(row));
    return time && (time.verbatim === null ? edtf(time) : `${edtf(time)} “${time.verbatim}”`);
  }
  const value = row[columns[0]!] ?? null;
  if (value === null) return null;
  if (refersTo) return { noun: refersTo, ids: [value].flat() as string[] };
  return Array.isArray(value) ? value.map(itemOf).join("|") : value instanceof Date ? value.toISOString() : itemOf(value);
}

const itemOf = (item: unknown): string => (typeof item === "object" && item !== null && "text" in item ? String(item.text) : String(item));

function bounds(field: string, row: Columns): string {
  const { earliest, latest, precision, timeZone } = spanOf(field, revived(row))!;
  return `${earliest?.toISOString() ?? ".."}/${latest?.toISOString() ?? ".."} ${precision} ${timeZone}`;
}
