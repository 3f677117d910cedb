/** Detainees: people who are or were held. National id numbers, contacts, relatives and health are not stored. */
import * as z from "zod";
import type { Db } from "../../db/database.ts";
import { AgeGroup, CivilMilitary, NameKind, Sex } from "../../db/generated/prisma/enums.ts";
import { NotFound } from "../../errors.ts";
import { blockingKeys } from "../matching/blocking.ts";
import { latinForm } from "../matching/romanise.ts";
import { audit, type Verb } from "../change.ts";
import { checkRecorded, country, list, orNull, text, timeSpan, visibility } from "../input.ts";
import { idOfContent, newId } from "../identity.ts";
import { foldName } from "../fold-name.ts";
import { spanColumns } from "../time/span.ts";
import { homeOf } from "../situations/which-situation.ts";
import { visibleWhere, type Viewer } from "../viewer.ts";

// Of people whose names are looked at at once.
const portion = 2000;

/** A further name of a person. */
export const nameDraft = z.object({
  text: text(300),
  language: orNull(z.string().regex(/^[a-z]{2,3}$/, { error: "an ISO 639 language code, such as es" })),
  kind: z.enum(NameKind).exclude(["PRIMARY"]),
});

/** The names beside the primary one. */
export const furtherNames = z.object({
  names: z
    .array(nameDraft)
    .max(100, { error: "at most 100 names" })
    .nullish()
    .transform((names) => names ?? []),
});

export const detaineeDraft = z
  .object({
    name: text(300),
    named: z
      .boolean({ error: "true or false" })
      .nullish()
      .transform((value) => value ?? true),
    ...furtherNames.shape,
    sex: z
      .enum(Sex)
      .nullish()
      .transform((value) => value ?? "UNKNOWN"),
    ageGroup: z
      .enum(AgeGroup)
      .nullish()
      .transform((value) => value ?? "UNKNOWN"),
    birth: orNull(timeSpan),
    nationalities: list(country),
    occupations: list(text(200)),
    ethnicities: list(text(200)),
    civilMilitary: z
      .enum(CivilMilitary)
      .nullish()
      .transform((value) => value ?? "UNKNOWN"),
    visibility: visibility.nullish(),
    externalIds: list(text(200)),
  })
  // A minor is for editors only, unless whoever records decides otherwise.
  .transform((draft) => ({
    ...draft,
    visibility: draft.visibility ?? (draft.ageGroup === "MINOR" ? ("RESTRICTED" as const) : ("PUBLIC" as const)),
  }));

type Draft = z.output<typeof detaineeDraft>;

/** `names` are rows of their own: see `nameRows`. */
export function detaineeRow({ names: _, birth, ...draft }: Draft) {
  const columns = birth
    ? spanColumns("birth", birth)
    : { birthEarliest: null, birthLatest: null, birthPrecision: null, birthTimeZone: null, birthVerbatim: null };
  return { ...draft, sortName: foldName(draft.name), ...columns };
}

/** A label is no name: nobody is found or matched by it. */
export function nameRows(detaineeId: string, { name, named, names }: Pick<Draft, "name" | "named" | "names">) {
  const primary = !named ? [] : [{ text: name, language: null, kind: "PRIMARY" as const }];
  const all = [...primary, ...names.filter((other) => !named || other.text !== name)];
  return all.map((row) => ({ id: idOfContent("PersonName", [detaineeId, row.text]), detaineeId, ...row }));
}

/** Records a person. Every call makes a person of its own: nothing that is known of two people need differ. Use an idempotency key to repeat a call safely. */
export const recordDetainee: Verb = {
  name: "recordDetainee",
  scope: "RECORDER",
  async run(db, viewer, input, now) {
    const draft = checkRecorded(detaineeDraft, input, now);
    const detaineeId = newId();
    const home = await homeOf(db, input);
    await db.detainee.create({ data: { id: detaineeId, key: detaineeId, ...detaineeRow(draft), ...home, recordedAt: now } });
    await db.personName.createMany({ data: nameRows(detaineeId, draft), skipDuplicates: true });
    await keepNameForms(db, [detaineeId]);
    await audit(db, viewer.actor, "recordDetainee", "Detainee", detaineeId);
    return { id: detaineeId, changed: true };
  },
};

/** Keeps what is reckoned from names: the phonetic keys of people, and each name in Latin letters. */
export async function keepNameForms(db: Db, detaineeIds: readonly string[]): Promise<void> {
  const people = await db.detainee.findMany({
    where: { id: { in: [...detaineeIds] } },
    select: { id: true, statedNames: { select: { id: true, text: true } } },
  });
  const forms = people.flatMap(({ statedNames }) =>
    statedNames.map(({ id: name, text: written }) => ({ id: name, latin: latinForm(written) })),
  );
  const others = forms.filter(({ latin }) => latin !== null);
  if (others.length > 0)
    await db.$executeRaw`
      UPDATE "PersonName" AS name SET "latin" = form."latin" FROM jsonb_to_recordset(${JSON.stringify(others)}::jsonb) AS form("id" uuid, "latin" text) WHERE name."id" = form."id"`;
  const keys = people.map(({ id: person, statedNames }) => ({ id: person, keys: blockingKeys(statedNames.map(({ text: name }) => name)) }));
  await db.$executeRaw`
    UPDATE "Detainee" AS person SET "matchKeys" = ARRAY(SELECT jsonb_array_elements_text(found."keys"))
    FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS found("id" uuid, "keys" jsonb) WHERE person."id" = found."id"`;
}

/** The same of everybody of whom it was not reckoned yet. A name of no known shape has no keys and is looked at again at each start. */
export async function keepNewNameForms(db: Db): Promise<void> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const found = await db.detainee.findMany({
      where: { id: { gt: after }, statedNames: { some: {} }, OR: [{ matchKeys: { isEmpty: true } }, { matchKeys: { equals: null } }] },
      select: { id: true },
      orderBy: { id: "asc" },
      take: portion,
    });
    if (found.length === 0) return;
    const ids = found.map(({ id: person }) => person);
    await keepNameForms(db, ids);
    after = ids.at(-1)!;
  }
}

/** @throws NotFound unless the viewer can see the person */
export async function requireDetainee(db: Db, viewer: Viewer, detaineeId: string): Promise<void> {
  if (!(await db.detainee.findFirst({ where: { id: detaineeId, ...visibleWhere(viewer) }, select: { id: true } })))
    throw new NotFound("detainee", detaineeId);
}
