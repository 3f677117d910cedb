/** The further names of people, which are rows of their own, and the primary name, which `detainees.csv` gives. */
import type { Db } from "../../db/database.ts";
import type { Detainee, PersonName } from "../../db/generated/prisma/client.ts";
import { show } from "../../domain/input.ts";
import { furtherNames, nameRows } from "../../domain/records/detainee.ts";
import { differs } from "../../domain/compare-rows.ts";
import type { ChangeReason } from "../../domain/amending/amend.ts";
import { cellOf, type Row } from "../format/cell.ts";
import type { TablePlan } from "./compare-rows.ts";
import { namesChange, type Name } from "./corrections.ts";
import { chunks } from "../../db/chunks.ts";
import { issueAt, issueOfDraft, type RowIssue } from "../format/issue.ts";
import { idIn, type Known } from "./reference.ts";
import type { Dataset } from "../format/read-dataset.ts";

type OtherNames = ReturnType<typeof furtherNames.parse>["names"];
type NameRow = ReturnType<typeof nameRows>[number];

/** What to do about names. The numbers are of the rows in names.csv: a primary name comes and changes with its person. */
export type NamePlan = {
  readonly create: NameRow[];
  readonly update: NameRow[];
  readonly remove: string[];
  /** The names of people on record for whom something changes, before and after, by the person's key. */
  readonly changed: Map<string, { before: readonly Name[]; after: readonly Name[] }>;
  readonly counts: { created: number; updated: number; unchanged: number };
};

/** What a person is listed as, and whether that is the name. */
export type Listed = Pick<Detainee, "name" | "named">;
const nameIn = (listed: Partial<Listed> | undefined) => (listed?.named === true ? (listed.name ?? null) : null);

/** Checks names.csv. `primary` holds the names in detainees.csv, as their drafts have them. Gives the further names by the key of the person. */
export function draftNames(
  dataset: Dataset,
  primary: ReadonlyMap<string, Listed>,
  known: Known,
  issues: RowIssue[],
): Map<string, OtherNames> {
  const drafted = new Map<string, OtherNames>();
  for (const [person, rows] of Map.groupBy(dataset.rows.names, (row) => cellOf(row, "detainee"))) {
    const input = rows.map((row) => ({ text: cellOf(row, "text"), language: cellOf(row, "language") || null, kind: cellOf(row, "kind") }));
    const { data, error } = furtherNames.safeParse({ names: input });
    for (const issue of error?.issues ?? []) {
      const [, at, ...path] = issue.path; // names, which of them, which field
      issues.push(issueOfDraft("names", rows[Number(at ?? 0)]!, issue, path));
    }
    if (!data) continue;
    // Lists of spellings often begin with the name itself.
    const name = nameIn(primary.get(person) ?? known.detainees.get(person));
    drafted.set(
      person,
      data.names.filter(({ text }) => text !== name),
    );
    issues.push(...repeated(rows, data.names, name));
  }
  return drafted;
}

function* repeated(rows: readonly Row[], names: OtherNames, primaryName: string | null): Generator<RowIssue> {
  const first = new Map<string, Row>();
  for (const [at, { text }] of names.entries()) {
    const row = rows[at]!;
    const earlier = first.get(text);
    if (text === primaryName) continue;
    if (earlier) yield issueAt("names", row, "text", `each name of a person once (line ${earlier.line} has it)`, show(text));
    else first.set(text, row);
  }
}

/** Compares with the names on record. Names that the data set does not mention stay, except a primary name in whose place it puts another. */
export async function planNames(
  db: Db,
  primary: ReadonlyMap<string, Listed>,
  others: ReadonlyMap<string, OtherNames>,
  known: Known,
): Promise<NamePlan> {
  const plan: NamePlan = { create: [], update: [], remove: [], changed: new Map(), counts: { created: 0, updated: 0, unchanged: 0 } };
  for (const people of chunks([...new Set([...primary.keys(), ...others.keys()])])) {
    const ids = people.flatMap((person) => known.detainees.get(person)?.id ?? []);
    const recorded = Map.groupBy(
      await db.personName.findMany({ where: { statedDetaineeId: { in: ids } } }),
      (name) => name.statedDetaineeId,
    );
    for (const person of people) {
      const personId = idIn(known, "detainees", person);
      const listed = primary.get(person);
      const wanted = nameRows(personId, { name: "", named: false, ...listed, names: others.get(person) ?? [] });
      const stored = recorded.get(personId) ?? [];
      const gone = new Set(compareNames(plan, wanted, stored, listed !== undefined));
      const staying = stored.filter(({ id, text }) => !gone.has(id) && wanted.every((row) => row.text !== text));
      if (stored.length > 0) plan.changed.set(person, { before: stored, after: [...staying, ...wanted] });
    }
  }
  return plan;
}

/** Gives the ids of the names that go: a primary one that the person has no more, where the data set says which it is. */
function compareNames(plan: NamePlan, wanted: readonly NameRow[], recorded: readonly PersonName[], told: boolean): string[] {
  for (const row of wanted) {
    const stored = recorded.find(({ text }) => text === row.text);
    const changed = stored !== undefined && differs({ ...row, id: stored.id, detaineeId: stored.detaineeId }, stored);
    if (!stored) plan.create.push(row);
    else if (changed) plan.update.push({ ...row, id: stored.id });
    if (row.kind !== "PRIMARY") plan.counts[stored ? (changed ? "updated" : "unchanged") : "created"] += 1;
  }
  if (!told) return [];
  const gone = recorded.filter(({ kind, text }) => kind === "PRIMARY" && !wanted.some((row) => row.text === text)).map(({ id }) => id);
  plan.remove.push(...gone);
  return gone;
}

/** What the names of people on record become is part of what is corrected of them. */
export function correctNames(
  people: TablePlan,
  { changed }: NamePlan,
  reason: ChangeReason | null,
  dataset: Dataset,
  known: Known,
  issues: RowIssue[],
): void {
  for (const [person, { before, after }] of changed) {
    const change = namesChange(before, after);
    if (!differs(change.columns, change.before)) continue;
    const recorded = new Set(before.map(({ text, kind, language }) => [text, kind, language ?? ""].join("|")));
    const written = (row: Row) => ["text", "kind", "language"].map((column) => cellOf(row, column)).join("|");
    const name = after.find(({ kind }) => kind === "PRIMARY")?.text;
    const rows = [...dataset.rows.names].filter(
      (row) => cellOf(row, "detainee") === person && cellOf(row, "text") !== name && !recorded.has(written(row)),
    );
    if (reason === null)
      for (const row of rows)
        issues.push(
          issueAt("names", row, "text", "a name that is on record, or a reason for correcting the person (--reason), such as MORE_PRECISE"),
        );
    const id = idIn(known, "detainees", person);
    const at = people.update.findIndex((correction) => correction.id === id);
    const correction = people.update[at] ?? { id, columns: {}, before: {} };
    const joined = { id, columns: { ...correction.columns, ...change.columns }, before: { ...correction.before, ...change.before } };
    if (at === -1) people.update.push(joined);
    else people.update[at] = joined;
  }
}
