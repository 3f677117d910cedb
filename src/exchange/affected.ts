/** Which events a change of sources or documents bears on: how many independent origins an event has is counted from them. */
import type { Db } from "../db/database.ts";
import { chunks } from "./chunk.ts";
import type { Plan } from "./plan.ts";

/** Ids of the events with a live claim by a changed source, or in a document that has changed, was published by such a source, or is derived from such a document. */
export async function eventsRestingOn(db: Db, { tables: { sources, documents } }: Pick<Plan, "tables">): Promise<string[]> {
  const events = new Set<string>();
  const collect = async (where: { assertedById: { in: string[] } } | { documentId: { in: string[] } }) => {
    const live = { kind: "EVENT", supersededAt: null, retraction: false } as const;
    const claims = await db.claim.findMany({ where: { ...where, ...live }, select: { eventId: true }, distinct: ["eventId"] });
    for (const { eventId } of claims) events.add(eventId!);
  };

  const affected = new Set(
    documents.update.flatMap(({ id, columns }) => ("publisherId" in columns || "derivedFrom" in columns ? [id] : [])),
  );
  for (const ids of chunks(
    sources.update.flatMap(({ id, columns }) => ("independenceGroup" in columns || "kind" in columns ? [id] : [])),
  )) {
    await collect({ assertedById: { in: ids } });
    for (const { id } of await db.document.findMany({ where: { publisherId: { in: ids } }, select: { id: true } })) affected.add(id);
  }
  for (let generation = [...affected]; generation.length > 0;) {
    const derived = new Set<string>();
    for (const ids of chunks(generation)) {
      await collect({ documentId: { in: ids } });
      for (const { id } of await db.document.findMany({ where: { derivedFrom: { some: { id: { in: ids } } } }, select: { id: true } }))
        derived.add(id);
    }
    generation = [...derived].filter((id) => !affected.has(id));
    for (const id of generation) affected.add(id);
  }
  return [...events];
}
