/** Independence groups, of which a viewer knows those that a source they see belongs to. */
import type { Db } from "../../db/database.ts";
import { visibleWhere, type Viewer } from "../viewer.ts";

/** Those of the groups that a source which the viewer may see belongs to. */
export async function visibleGroups(db: Db, viewer: Viewer, groups: readonly string[]): Promise<ReadonlySet<string>> {
  const asked = [...new Set(groups)];
  if (asked.length === 0) return new Set();
  const sources = await db.source.findMany({
    where: { independenceGroup: { in: asked }, ...visibleWhere(viewer) },
    select: { independenceGroup: true },
    distinct: ["independenceGroup"],
  });
  return new Set(sources.flatMap(({ independenceGroup }) => independenceGroup ?? []));
}
