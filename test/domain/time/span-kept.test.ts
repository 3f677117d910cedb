import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { spanColumns, spanOf, type KnownTime } from "../../../src/domain/time/span.ts";
import { parseTime } from "../../../src/domain/time/written-time.ts";
import { freshDatabase } from "../../kit/database.ts";
import { aDetainee, anEvent } from "../../kit/given.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
const detainee = aDetainee();
beforeAll(async () => {
  database = await freshDatabase("empty");
  await database.prisma.detainee.create({ data: detainee });
});
afterAll(() => database[Symbol.asyncDispose]());

/** The span as the database gives it back. */
async function kept(span: KnownTime) {
  const event = anEvent({ detaineeId: detainee.id, ...spanColumns("when", { ...span, verbatim: null }) });
  await database.prisma.custodyEvent.create({ data: event });
  return spanOf("when", await database.prisma.custodyEvent.findUniqueOrThrow({ where: { id: event.id } }));
}

describe("a time that can be read from text is kept by the database as it was read", () => {
  it.each([
    ["", "America/Caracas"],
    ["2026-01-12", "America/Caracas"],
    ["2026-W53", "America/Caracas"],
    ["2026-01-12 night", "America/Caracas"],
    ["2026-01-09T08", "America/Caracas"],
    ["2026-01-09T08:30:15.123", "America/Caracas"],
    ["../2026-01-07", "America/Caracas"],
    ["2026-01-08/..", "America/Caracas"],
    ["2026-01-08/2026-01-10 as UNKNOWN", "America/Caracas"],
    ["2026-03-08", "America/New_York"],
    ["1799-12", "America/Caracas"],
  ])("%j in %s", async (text, timeZone) => {
    const span = parseTime(text, timeZone)!;
    expect(await kept(span)).toEqual({ ...span, verbatim: null });
  });
});
