/** Who speaks: sources with all records that are one with them, and which of them are one witness because they share an independence group. */
import type { Db } from "../../db/database.ts";
import { Prisma, type Source } from "../../db/generated/prisma/client.ts";
import { readWritten } from "../../db/portion.ts";
import { foldName } from "../fold-name.ts";
import type { Voice } from "./roots.ts";

/** The sources as voices, by id. What is stated of a merged record is stated of the one that stands for it, so that it does not matter which of the two stands. */
export async function voicesOf(db: Db, sourceIds: readonly string[]): Promise<ReadonlyMap<string, Voice>> {
  const ids = [...new Set(sourceIds)];
  if (ids.length === 0) return new Map();
  return voicesAmong(await readWritten<Speaker>(db, speakerWritten, speakersSql(Prisma.sql`SELECT unnest(${ids}::uuid[])`)));
}

/** A record of a source, as far as it matters for who speaks. */
export type Speaker = Pick<Source, "id" | "mergedIntoId" | "slug" | "name" | "aliases" | "kind" | "independenceGroup">;

/** What follows FROM, as part of a statement: the sources of these ids and the records that were merged into them, as "speaker". */
export const speakersSql = (ids: Prisma.Sql): Prisma.Sql => Prisma.sql`"Source" AS speaker WHERE speaker."id" IN (
  WITH named("id") AS (${ids}) SELECT named."id" FROM named UNION SELECT merged."id" FROM named JOIN "Source" AS merged ON merged."mergedIntoId" = named."id")`;

/** Each of them as a `Speaker`. */
export const speakerWritten = Prisma.sql`json_build_object('id', speaker."id", 'mergedIntoId', speaker."mergedIntoId", 'slug', speaker."slug", 'name', speaker."name",
  'aliases', COALESCE(speaker."aliases", '{}'), 'kind', speaker."kind", 'independenceGroup', speaker."independenceGroup")`;

export function voicesAmong(records: readonly Speaker[]): ReadonlyMap<string, Voice> {
  const groups = Map.groupBy(records, ({ id, mergedIntoId }) => mergedIntoId ?? id);
  const voices = [...groups].map(([id, all]) => ({
    id,
    slug: all.map(({ slug }) => slug).toSorted()[0]!,
    groups: [...new Set(all.flatMap(({ independenceGroup }) => independenceGroup ?? []))].toSorted(),
    government: all.some(({ kind }) => kind === "GOVERNMENT"),
    names: all.flatMap(({ name, aliases }) => [name, ...aliases]).map(foldName),
  }));
  return new Map(
    classes(voices).flatMap((members) => {
      const shared = [...new Set(members.flatMap((member) => member.groups))].toSorted();
      const government = members.some((member) => member.government);
      return members.map((member): [string, Voice] => [
        member.id,
        { ...member, origin: shared[0] ?? member.id, groups: shared, government },
      ]);
    }),
  );
}

/** Those that share a group, directly or over others. */
function classes<Member extends { readonly groups: readonly string[] }>(members: readonly Member[]): Member[][] {
  let found: { groups: Set<string>; members: Member[] }[] = [];
  for (const member of members.filter(({ groups }) => groups.length > 0)) {
    const touched = found.filter(({ groups }) => member.groups.some((group) => groups.has(group)));
    const groups = new Set([...member.groups, ...touched.flatMap((each) => [...each.groups])]);
    const joined = { groups, members: [...touched.flatMap((each) => each.members), member] };
    found = [...found.filter((each) => !touched.includes(each)), joined];
  }
  return [...found.map((each) => each.members), ...members.filter(({ groups }) => groups.length === 0).map((member) => [member])];
}
