/** Triggers that fire at the same time fire in the order of their names: what would happen the other way round, which is why the names sort as they do (prisma/sql, "Order:"). */
import { expect, test } from "vitest";
import type { Db } from "../../src/db/database.ts";
import { freshDatabase } from "../kit/database.ts";
import { aDetainee, anEvent } from "../kit/given.ts";

/** In a transaction of its own that leaves nothing behind, with the triggers in their order, or with one of them renamed so that it comes after all others. */
async function inOrder(reversed: { trigger: string; table: string } | null, run: (db: Db) => Promise<unknown>): Promise<unknown> {
  await using database = await freshDatabase("empty");
  return await database.prisma.$transaction(async (db) => {
    if (reversed !== null) await db.$executeRawUnsafe(`ALTER TRIGGER "${reversed.trigger}" ON "${reversed.table}" RENAME TO "zz_last"`);
    return run(db);
  });
}

const [open, hidden] = [aDetainee(), aDetainee({ visibility: "RESTRICTED" })];
const release = anEvent({ detaineeId: open.id });

/** Somebody who is one with a hidden person is shown by hand: how hidden the release is then. */
const showOneOfTwo = async (db: Db) => {
  await db.detainee.createMany({ data: [open, hidden] });
  await db.custodyEvent.createMany({ data: [release] });
  await db.detainee.update({ where: { id: hidden.id }, data: { mergedIntoId: open.id } });
  await db.detainee.update({ where: { id: open.id }, data: { visibility: "PARTNER" } });
  return (await db.custodyEvent.findUniqueOrThrow({ where: { id: release.id } })).visibility;
};

test("whoever is one with somebody hidden stays hidden when shown by hand: hand_down_visibility before join_visibility", async () => {
  expect(await inOrder(null, showOneOfTwo)).toBe("RESTRICTED");
  expect(await inOrder({ trigger: "hand_down_visibility", table: "Detainee" }, showOneOfTwo)).toBe("PARTNER");
});

/** An event of the feed about a hidden release: whom it is told. */
const tellOfHidden = async (db: Db) => {
  const event = anEvent({ detaineeId: hidden.id });
  await db.detainee.createMany({ data: [hidden] });
  await db.custodyEvent.createMany({ data: [event] });
  const told = { type: "RELEASE_VERIFIED", afterState: "VERIFIED", occurredAt: new Date() } as const;
  return (await db.feedEvent.create({ data: { eventId: event.id, releaseId: event.id, ...told } })).audience;
};

test("an event about a hidden release is told to those who may see it: inherit_visibility before settle_audience", async () => {
  expect(await inOrder(null, tellOfHidden)).toBe("RESTRICTED");
  expect(await inOrder({ trigger: "inherit_visibility", table: "FeedEvent" }, tellOfHidden)).toBe("PUBLIC");
});
