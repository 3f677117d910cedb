/** Detainees: people who are or were held. National id numbers, contacts, relatives and health are not stored. */
import * as z from "zod";
import type { Db } from "../../db/database.ts";
import { AgeGroup, CivilMilitary, NameKind, Sex } from "../../db/generated/prisma/enums.ts";
import { NotFound } from "../../errors.ts";
import { blockingKeys } from "../matching/blocking.ts";
import { audit, type Verb } from "../change.ts";
import { checkRecorded, country, list, orNull, text, timeSpan, visibility } from "../input.ts";
import { idOfContent, newId } from "../identity.ts";
import { foldName } from "../fold-name.ts";
import { spanColumns } from "../time/span.ts";
import { homeOf } from "../situations/which-situation.ts";
import { visibleWhere, type Viewer } from "../viewer.ts";

const otherName = z.object({
  text: text(300),
  language: orNull(z.string().regex(/^[a-z]{2,3}$/, { error: "an ISO 639 language code, such as es" })),
  kind: z.enum(NameKind).exclude(["PRIMARY"]),
});

export const detaineeDraft = z
  .object({
    name: text(300),
    names: z
      .array(otherName)
      .max(100, { error: "at most 100 names" })
      .nullish()
      .transform((names) => names ?? []),
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

export function nameRows(detaineeId: string, { name, names }: Pick<Draft, "name" | "names">) {
  const all = [{ text: name, language: null, kind: "PRIMARY" as const }, ...names.filter((other) => other.text !== name)];
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
    await keepMatchKeys(db, [detaineeId]);
    await audit(db, viewer.actor, "recordDetainee", "Detainee", detaineeId);
    return { id: detaineeId, changed: true };
  },
};

/** Sets the phonetic keys of people from all their names; of everybody who has none yet when no ids are given. */
export async function keepMatchKeys(db: Db, detaineeIds?: readonly string[]): Promise<void> {
  const people = await db.detainee.findMany({
    where:
      detaineeIds === undefined
        ? { OR: [{ matchKeys: { isEmpty: true } }, { matchKeys: { equals: null } }] }
        : { id: { in: [...detaineeIds] } },
    select: { id: true, statedNames: { select: { text: true } } },
  });
  const keys = people.map(({ id: person, statedNames }) => ({ id: person, keys: blockingKeys(statedNames.map(({ text: name }) => name)) }));
  await db.$executeRaw`
    UPDATE "Detainee" AS person SET "matchKeys" = ARRAY(SELECT jsonb_array_elements_text(found."keys"))
    FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS found("id" uuid, "keys" jsonb) WHERE person."id" = found."id"`;
}

/** @throws NotFound unless the viewer can see the person */
export async function requireDetainee(db: Db, viewer: Viewer, detaineeId: string): Promise<void> {
  if (!(await db.detainee.findFirst({ where: { id: detaineeId, ...visibleWhere(viewer) }, select: { id: true } })))
    throw new NotFound("detainee", detaineeId);
}
