/** Holds what a decision bears on: the events of the people, until the transaction ends. */
import type { Db } from "../../db/database.ts";
import type { Prisma } from "../../db/generated/prisma/client.ts";
import { Busy, NotFound } from "../../errors.ts";
import { canSee, visibleWhere, type Viewer } from "../viewer.ts";
import { ofPerson } from "./evidence.ts";

const retryAfterSeconds = 30;

/**
 * Holds an event until the transaction ends, with the others of the person, which a decision on it bears on, and reads it with the decision in force. Changes wait for each other already; only an import
 * can hold an event for long: whoever waited for it here would hold the recording clock meanwhile, and whoever took the others later would do so in another order than it.
 * @throws NotFound unless the viewer can see the event
 * @throws Busy when an import is looking at it
 */
export async function lockEvent(db: Db, viewer: Viewer, eventId: string) {
  const held = await holdPeople(db, [eventId]);
  const event = await db.custodyEvent.findFirst({ where: { id: eventId, ...visibleWhere(viewer) }, include: { verification: true } });
  if (!event) throw new NotFound("custody event", eventId);
  if (held.size < (await db.custodyEvent.count({ where: { detaineeId: event.detaineeId } }))) throw lookedAt();
  return event;
}

const ofHeld = { ...ofPerson, verificationId: true, verification: { select: { ordinal: true, decidedBy: true } } } as const;
/** An event that is held, with the decision in force. */
export type HeldEvent = Prisma.CustodyEventGetPayload<{ select: typeof ofHeld }>;

export type HeldPeople = {
  /** All the events of the people. */
  readonly events: readonly HeldEvent[];
  readonly personOf: (eventId: string) => string | undefined;
  /** Ids of all events of the people of some. */
  readonly besides: (eventIds: readonly string[]) => string[];
  /** @throws NotFound, Busy as `lockEvent` does */
  readonly find: (viewer: Viewer, eventId: string) => HeldEvent;
};

/** `lockEvent` for several at once. */
export async function lockEvents(db: Db, eventIds: readonly string[]): Promise<HeldPeople> {
  const held = await holdPeople(db, eventIds);
  const where = { OR: [{ id: { in: [...eventIds] } }, { detaineeId: { in: [...new Set(held.values())] } }] };
  const events = await db.custodyEvent.findMany({ where, select: ofHeld });
  const byId = new Map(events.map((event) => [event.id, event]));
  const byPerson = Map.groupBy(events, ({ detaineeId }) => detaineeId);
  const find = (viewer: Viewer, eventId: string): HeldEvent => {
    const event = byId.get(eventId);
    if (!event || !canSee(viewer, event)) throw new NotFound("custody event", eventId);
    if (byPerson.get(event.detaineeId)!.some(({ id }) => !held.has(id))) throw lookedAt();
    return event;
  };
  const personOf = (eventId: string) => byId.get(eventId)?.detaineeId;
  const besides = (ids: readonly string[]) =>
    [...new Set(ids.flatMap((id) => personOf(id) ?? []))].flatMap((person) => byPerson.get(person)!.map(({ id }) => id));
  return { events, personOf, besides, find };
}

/** By id of each event that could be held at once its person. What comes on record while this waits is not among them. */
async function holdPeople(db: Db, eventIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const free = await db.$queryRaw<{ id: string; detaineeId: string }[]>`
    SELECT "id", "detaineeId" FROM "CustodyEvent" WHERE "detaineeId" IN (SELECT "detaineeId" FROM "CustodyEvent" WHERE "id" = ANY (${eventIds}::uuid[]))
    ORDER BY "id" FOR NO KEY UPDATE SKIP LOCKED`;
  return new Map(free.map(({ id, detaineeId }) => [id, detaineeId]));
}

const lookedAt = () =>
  new Busy(
    `An import is looking at the evidence on this event. Nothing was written: try again in ${retryAfterSeconds} s.`,
    retryAfterSeconds,
  );
