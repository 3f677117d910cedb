import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { beginningOfTime, instant, within } from "../../../src/domain/time/compare.ts";
import { insideWhere } from "../../../src/domain/time/inside-where.ts";
import { freshDatabase } from "../../kit/database.ts";
import { aDetainee, anEvent } from "../../kit/given.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
const detainee = aDetainee();
const numbers = [null, 1, 2, 3, 4];
const spans = numbers
  .flatMap((from) => numbers.map((to) => [from, to] as const))
  .filter(([from, to]) => from === null || to === null || from <= to);
const at = (number: number | null) => (number === null ? null : new Date(number));
const events = spans.map(([from, to]) => anEvent({ detaineeId: detainee.id, whenEarliest: at(from), whenLatest: at(to) }));
beforeAll(async () => {
  database = await freshDatabase("empty");
  await database.prisma.detainee.create({ data: detainee });
  await database.prisma.custodyEvent.createMany({ data: events });
});
afterAll(() => database[Symbol.asyncDispose]());

it("the database finds, of every kind of span, those that the algebra says lie inside: certainly, or also possibly", async () => {
  const moment = fc.option(fc.integer({ min: 0, max: 5 }));
  await fc.assert(
    fc.asyncProperty(moment, moment, fc.boolean(), async (since, until, includePossible) => {
      fc.pre(since === null || until === null || since < until);
      const where = insideWhere("when", { since: at(since), until: at(until), includePossible });
      const found = await database.prisma.custodyEvent.findMany({
        where: { detaineeId: detainee.id, AND: where ?? [] },
        select: { id: true },
      });
      const start = since === null ? beginningOfTime : instant(since);
      const end = until === null ? instant(Number.POSITIVE_INFINITY) : instant(until);
      const expected = events.filter(({ whenEarliest, whenLatest }) => {
        const answer = within({ earliest: whenEarliest as Date | null, latest: whenLatest as Date | null }, start, end);
        // Without a window everything is inside it.
        return (since === null && until === null) || answer === "CERTAIN" || (includePossible && answer === "POSSIBLE");
      });
      expect(found.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    }),
    { numRuns: 80 },
  );
});
