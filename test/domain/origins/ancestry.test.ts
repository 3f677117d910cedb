/** Ancestry of documents, up and down, also where pages repeat one another in circles. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ancestryOf, descendantsOf } from "../../../src/domain/origins/ancestry.ts";
import { freshDatabase } from "../../kit/database.ts";
import { aDocument, aSource } from "../../kit/given.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase("empty");
});
afterAll(() => database[Symbol.asyncDispose]());

it("what a page descends from, descends to it, however pages repeat one another", async () => {
  const { prisma } = database;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 10 }), async (links) => {
      const pages = Array.from({ length: 6 }, () => aDocument());
      await prisma.document.createMany({ data: pages });
      const steps = links
        .filter(([page, origin]) => page !== origin)
        .map(([page, origin]) => [pages[page]!.id, pages[origin]!.id] as const);
      for (const [page, origin] of steps)
        await prisma.document.update({ where: { id: page }, data: { derivedFrom: { connect: { id: origin } } } });
      const reach = (from: string, next: (id: string) => string[]) => {
        const seen = new Set([from]);
        for (const id of seen) for (const to of next(id)) seen.add(to);
        return [...seen].toSorted();
      };
      for (const { id } of pages) {
        const up = reach(id, (at) => steps.flatMap(([page, origin]) => (page === at ? [origin] : [])));
        const down = reach(id, (at) => steps.flatMap(([page, origin]) => (origin === at ? [page] : [])));
        const ancestry = await ancestryOf(prisma, [id]);
        expect([...ancestry.keys()].toSorted()).toEqual(up);
        expect(new Set(ancestry.get(id)!.derivedFrom)).toEqual(new Set(steps.flatMap(([page, origin]) => (page === id ? [origin] : []))));
        expect((await descendantsOf(prisma, [id])).toSorted()).toEqual(down);
      }
    }),
    { numRuns: 10 },
  );
});

it("a page comes with its publisher, as stated and as merged since", async () => {
  const { prisma } = database;
  const [one, other] = [aSource(), aSource()];
  await prisma.source.createMany({ data: [one, other] });
  const page = aDocument({ publisherId: other.id });
  await prisma.document.create({ data: page });
  const found = (await ancestryOf(prisma, [page.id])).get(page.id)!;
  expect([found.publisher?.id, found.statedPublisherId]).toEqual([other.id, other.id]);
});
