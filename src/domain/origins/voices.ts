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
  const records = await readWritten<Pick<Source, "id" | "mergedIntoId" | "slug" | "name" | "aliases" | "kind" | "independenceGroup">>(
    db,
    Prisma.sql`json_build_object('id', source."id", 'mergedIntoId', source."mergedIntoId", 'slug', source."slug", 'name', source."name", 'aliases', COALESCE(source."aliases", '{}'), 'kind', source."kind",
      'independenceGroup', source."independenceGroup")`,
    Prisma.sql`"Source" AS source WHERE source."id" = ANY (${ids}::uuid[]) OR source."mergedIntoId" = ANY (${ids}::uuid[])`,
  );
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
