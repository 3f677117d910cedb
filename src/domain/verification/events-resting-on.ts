/** Which events rest on which sources and documents: how many independent origins an event has is counted from them. */
import { chunks } from "../../db/chunks.ts";
import type { Db } from "../../db/database.ts";
import { liveClaim } from "../history/claim-status.ts";
import { descendantsOf } from "../origins/ancestry.ts";

/**
 * Ids of the events of situations of which one of the sources is the custodian, and of those with a live claim by one of them, or in one of the documents, in a document that such a source published, or in one that is derived from such a document.
 */
export async function eventsRestingOn(
  db: Db,
  { sources, documents }: { sources: readonly string[]; documents: readonly string[] },
): Promise<string[]> {
  const events = new Set<string>();
  const collect = async (where: { assertedById: { in: string[] } } | { documentId: { in: string[] } }) => {
    const live = { kind: "EVENT" as const, ...liveClaim({}) };
    const claims = await db.claim.findMany({ where: { ...where, ...live }, select: { eventId: true }, distinct: ["eventId"] });
    for (const { eventId } of claims) events.add(eventId!);
  };

  const affected = new Set(documents);
  for (const ids of chunks([...sources])) {
    const custodian = { OR: [{ id: { in: ids } }, { mergedIntoId: { in: ids } }] };
    for (const { id } of await db.custodyEvent.findMany({ where: { situation: { custodian } }, select: { id: true } })) events.add(id);
    await collect({ assertedById: { in: ids } });
    for (const { id } of await db.document.findMany({ where: { publisherId: { in: ids } }, select: { id: true } })) affected.add(id);
  }
  for (const ids of chunks(await descendantsOf(db, [...affected]))) await collect({ documentId: { in: ids } });
  return [...events];
}
