/** Of which situation something is that is recorded, or asked, without naming one. */
import type { Db } from "../../db/database.ts";
import * as z from "zod";
import { InvalidInput } from "../../errors.ts";
import { check, id, orNull, show, slug } from "../input.ts";
import { requireSituation, type SituationBy } from "./situation.ts";

const naming = z.object({ situation: orNull(z.union([id, slug], { error: "the id or the slug of a situation" })) });
/** The situation that the input of a verb names; null when it names none. */
function named(input: unknown): SituationBy | null {
  const { situation } = check(naming, input);
  if (situation === null) return null;
  return id.safeParse(situation).success ? { id: situation } : { slug: situation };
}

/** The only situation on record; null when there is none, or several. */
export async function onlySituation(db: Db): Promise<string | null> {
  const some = await db.$queryRaw<{ id: string }[]>`SELECT "id"::text AS "id" FROM "Situation" LIMIT 2`;
  return some.length === 1 ? some[0]!.id : null;
}

/**
 * For a question that names no situation and compares: there must not have been several by then, whose numbers and people are kept apart.
 * @throws InvalidInput naming them
 */
export async function requireNoOther(db: Db, knownAt: Date | null | undefined, path: string): Promise<void> {
  const then = knownAt == null ? {} : { recordedAt: { lte: knownAt } };
  const several = await db.situation.findMany({ where: then, select: { slug: true }, orderBy: { slug: "asc" } });
  if (several.length > 1)
    throw new InvalidInput([
      { path, expected: `one of the situations ${several.map(({ slug }) => slug).join(", ")}`, received: show(null) },
    ]);
}

/** Whom or what a record is about: where it is of one situation, so is the record. */
export type About = { readonly detainee?: string | null; readonly facility?: string | null };

/**
 * The situation of an event or a claim that is recorded: the one that the input names, or that for which its person or its place was recorded. Nothing where the database knows: there is only one, or none yet (`only_situation`).
 * @throws NotFound, InvalidInput naming the situations when there are several and nothing says which is meant
 */
export async function situationOf(db: Db, input: unknown, about: About): Promise<{ situationId?: string }> {
  const given = named(input);
  if (given !== null) return { situationId: await requireSituation(db, given) };
  const several = await db.situation.findMany({ select: { slug: true }, orderBy: { slug: "asc" } });
  if (several.length < 2) return {};
  const home = { select: { situationId: true } } as const;
  const person = about.detainee == null ? null : await db.detainee.findUnique({ where: { id: about.detainee }, ...home });
  const place = about.facility == null ? null : await db.facility.findUnique({ where: { id: about.facility }, ...home });
  const found = person?.situationId ?? place?.situationId;
  if (found != null) return { situationId: found };
  throw new InvalidInput([
    { path: "input.situation", expected: `one of the situations ${several.map(({ slug }) => slug).join(", ")}`, received: show(null) },
  ]);
}

/**
 * The situation for which a person, a place or a source is recorded: the one that the input names, or the only one. It belongs to others too once it occurs in them.
 * @throws NotFound
 */
export async function homeOf(db: Db, input: unknown): Promise<{ situationId: string | null }> {
  const given = named(input);
  return { situationId: given === null ? await onlySituation(db) : await requireSituation(db, given) };
}
