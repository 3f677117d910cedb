/** The situation into which a data set goes: the one that it brings, one that is named, or the hub's only one. */
import type { Db } from "../../db/database.ts";
import { audit } from "../../domain/change.ts";
import { differences } from "../../domain/compare-rows.ts";
import { onlySituation } from "../../domain/situations/which-situation.ts";
import { situationDraft, situationRow } from "../../domain/situations/situation.ts";
import { check, show } from "../../domain/input.ts";
import { InvalidInput } from "../../errors.ts";
import type { Dataset } from "../format/read-dataset.ts";
import { manifestFile } from "../format/read-dataset.ts";

export type Settling = {
  /** The slug of a situation that whoever imports names. */
  readonly named: string | null;
  /** Whether what is on record of the situation may be corrected. */
  readonly correct: boolean;
  readonly actor: string;
};

type Settled = {
  readonly id: string;
  /** Writes what is new of it, if anything is, as recorded at a moment. */
  readonly write: (now: Date) => Promise<boolean>;
};

/**
 * Finds the situation, or says how it is made; its custodian comes later (`settleCustodian`). What is on record of it and empty is filled.
 * @throws InvalidInput when nothing says which of several is meant, or when the data set says something else of it than what is on record, without a reason for correcting that
 */
export async function settleSituation(db: Db, dataset: Dataset, settling: Settling): Promise<Settled> {
  const { named } = settling;
  const brought = dataset.situation;
  if (brought !== null) {
    if (named !== null && named !== brought.slug)
      throw refused("--situation", `${brought.slug}, which ${manifestFile} names, or nothing`, show(named));
    return settle(db, situationRow(check(situationDraft, { ...brought, custodian: null }, manifestFile)), settling);
  }
  if (named !== null) {
    const found = await db.situation.findUnique({ where: { slug: named }, select: { id: true } });
    if (found === null) throw refused("--situation", await slugsOnRecord(db), show(named));
    return { ...found, write: unchanged };
  }
  const only = await onlySituation(db);
  if (only !== null) return { id: only, write: unchanged };
  if ((await db.situation.count()) > 0)
    throw refused(`${manifestFile}:situation`, `a situation, or --situation with ${await slugsOnRecord(db)}`, "none");
  const { name, title, description, licence, timeZone } = dataset;
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 100);
  const fromManifest = { slug, name: title || name, description: description || null, countries: [], timeZone, licence: licence || null };
  return settle(db, situationRow(check(situationDraft, fromManifest, manifestFile)), settling);
}

const unchanged = async () => false;

const refused = (path: string, expected: string, received: string) => new InvalidInput([{ path, expected, received }]);

async function slugsOnRecord(db: Db): Promise<string> {
  const situations = await db.situation.findMany({ select: { slug: true }, orderBy: { slug: "asc" } });
  return `one of ${situations.map(({ slug }) => slug).join(", ") || "none on record"}`;
}

async function settle(db: Db, { custodianId: _, ...row }: ReturnType<typeof situationRow>, { correct, actor }: Settling): Promise<Settled> {
  const known = await db.situation.findUnique({ where: { slug: row.slug } });
  if (known === null) {
    const write = async (now: Date) => {
      await db.situation.create({ data: { ...row, recordedAt: now } });
      await audit(db, actor, "import", "Situation", row.id);
      return true;
    };
    return { id: row.id, write };
  }
  const said = Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
  const differing = differences({ ...said, id: known.id }, known);
  const stored = known as Record<string, unknown>;
  const otherwise = differing.filter((column) => stored[column] !== null && !isEmptyList(stored[column]));
  if (otherwise.length > 0 && !correct)
    throw new InvalidInput(
      otherwise.map((column) => ({
        path: `${manifestFile}:situation:${column}`,
        expected: `what is on record (${show(stored[column])}), or a reason for correcting it (--reason)`,
        received: show((row as Record<string, unknown>)[column]),
      })),
    );
  if (differing.length === 0) return { id: known.id, write: unchanged };
  const write = async () => {
    await db.situation.update({ where: { id: known.id }, data: { ...said, id: known.id } });
    await audit(db, actor, "import", "Situation", known.id, { changed: differing });
    return true;
  };
  return { id: known.id, write };
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

/**
 * Names the custodian, once the data set's sources are on record.
 * @throws InvalidInput when there is no such source, or another is on record as custodian, without a reason for correcting that
 */
export async function settleCustodian(db: Db, dataset: Dataset, situationId: string, { correct, actor }: Settling): Promise<boolean> {
  const slug = dataset.situation?.custodian ?? null;
  if (slug === null) return false;
  const source = await db.source.findUnique({ where: { slug }, select: { id: true } });
  const path = `${manifestFile}:situation:custodian`;
  if (source === null) throw refused(path, "the slug of a source, in sources.csv or on record", show(slug));
  const { custodian } = await db.situation.findUniqueOrThrow({
    where: { id: situationId },
    include: { custodian: { select: { id: true, slug: true } } },
  });
  if (custodian?.id === source.id) return false;
  if (custodian !== null && !correct)
    throw refused(path, `what is on record (${custodian.slug}), or a reason for correcting it (--reason)`, show(slug));
  await db.situation.update({ where: { id: situationId }, data: { custodianId: source.id } });
  await audit(db, actor, "import", "Situation", situationId, { changed: ["custodianId"] });
  return true;
}
