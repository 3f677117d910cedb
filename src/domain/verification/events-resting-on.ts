/** Which events rest on which sources and documents: how many independent origins an event has is counted from them. */
import type { Db } from "../../db/database.ts";

// How many ids go into one statement.
const portion = 1000;

/**
 * Ids of the events with a live claim by one of the sources, or in one of the documents, in a document that such a source published, or in one that is derived from such a document.
 */
export async function eventsRestingOn(
  db: Db,
  { sources, documents }: { sources: readonly string[]; documents: readonly string[] },
): Promise<string[]> {
  const events = new Set<string>();
  const collect = async (where: { assertedById: { in: string[] } } | { documentId: { in: string[] } }) => {
    const live = { kind: "EVENT", supersededAt: null, retraction: false } as const;
    const claims = await db.claim.findMany({ where: { ...where, ...live }, select: { eventId: true }, distinct: ["eventId"] });
    for (const { eventId } of claims) events.add(eventId!);
  };

  const affected = new Set(documents);
  for (const ids of portions([...sources])) {
    await collect({ assertedById: { in: ids } });
    for (const { id } of await db.document.findMany({ where: { publisherId: { in: ids } }, select: { id: true } })) affected.add(id);
  }
  for (let generation = [...affected]; generation.length > 0;) {
    const derived = new Set<string>();
    for (const ids of portions(generation)) {
      await collect({ documentId: { in: ids } });
      for (const { id } of await db.document.findMany({ where: { derivedFrom: { some: { id: { in: ids } } } }, select: { id: true } }))
        derived.add(id);
    }
    generation = [...derived].filter((id) => !affected.has(id));
    for (const id of generation) affected.add(id);
  }
  return [...events];
}

function* portions(ids: readonly string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += portion) yield ids.slice(from, from + portion);
}
