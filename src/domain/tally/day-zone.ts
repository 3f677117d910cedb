/** Whose days: those of the situation, or the zone in which the events on record are told. */
import type { Db } from "../../db/database.ts";
import { InvalidInput } from "../../errors.ts";
import { canonicalZone } from "../time/zones.ts";
import { visibleWhere, type Viewer } from "../viewer.ts";

/**
 * The zone that was asked for; or that of the situation that is asked about; or the one in which most of the events that the viewer may see are told, and UTC while there are none.
 * @throws InvalidInput for what is no IANA time zone
 */
export async function dayZone(db: Db, viewer: Viewer, asked: string | null, situation: string | null): Promise<string> {
  if (asked !== null) {
    const zone = canonicalZone(asked);
    if (zone !== null) return zone;
    throw new InvalidInput([
      { path: "timeZone", expected: "an IANA time zone, such as America/Caracas", received: JSON.stringify(asked.slice(0, 100)) },
    ]);
  }
  if (situation !== null) return (await db.situation.findUniqueOrThrow({ where: { id: situation } })).timeZone;
  const [most] = await db.custodyEvent.groupBy({
    by: ["whenTimeZone"],
    where: visibleWhere(viewer),
    _count: { id: true },
    orderBy: [{ _count: { id: "desc" } }, { whenTimeZone: "asc" }],
    take: 1,
  });
  return most?.whenTimeZone ?? "UTC";
}
