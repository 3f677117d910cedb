import { expect, test } from "vitest";
import { readTimelinesWhere } from "../../../src/domain/history/read-timelines.ts";
import { anonymous } from "../../../src/domain/viewer.ts";
import { Prisma } from "../../../src/db/generated/prisma/client.ts";
import { startHub } from "../../kit/hub.ts";
import { recordDetainee, recordEvent } from "../../kit/records.ts";

test("the rules are told the same of an event whichever way it is read: now, as known at a moment, and as its row says", async () => {
  await using hub = await startHub("empty");
  const person = await recordDetainee(hub);
  await recordEvent(hub, person, { place: "near the market", country: "VE", admin1: "Miranda", locality: "Guatire" });
  const { prisma } = hub.database;
  const row = await prisma.custodyEvent.findFirstOrThrow();
  expect(row).toMatchObject({ place: "near the market", admin1: "Miranda", locality: "Guatire" });
  for (const knownAt of [null, new Date()]) {
    const [[read]] = (await readTimelinesWhere(prisma, anonymous, { knownAt }, Prisma.sql`TRUE`)).values() as unknown as [[object]];
    const told = Object.fromEntries(Object.keys(read).map((name) => [name, row[name as keyof typeof row]]));
    // It is said where a record was merged alone.
    expect(read).toEqual({ ...told, statedDetaineeId: null });
    expect(Object.keys(read)).toEqual(expect.arrayContaining(["facilityId", "place", "admin1", "locality"]));
  }
});
