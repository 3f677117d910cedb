/** What there is little of is shared: whoever asks much waits for themselves alone. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { heldBy, within } from "../../../src/db/statements/bounds.ts";
import { Shares } from "../../../src/db/statements/shares.ts";
import { Busy } from "../../../src/errors.ts";
import { freshDatabase } from "../../kit/database.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase("empty");
});
afterAll(() => database[Symbol.asyncDispose]());

const as = <Result>(name: string, run: () => PromiseLike<Result>) => {
  const { signal } = new AbortController();
  heldBy(signal, { name, atOnce: 4 });
  return within(signal, run);
};

test("a statement of one holder waits for a few of another's crowd, and not for all", async () => {
  const done: string[] = [];
  const ask = (name: string, rows: number) =>
    as(name, async () => {
      await database.prisma.$queryRaw`SELECT sum(n)::int FROM generate_series(1, ${rows}::int) AS n`;
      done.push(name);
    });
  const crowd = Array.from({ length: 60 }, () => ask("crowd", 40_000));
  const innocent = ask("innocent", 1);
  await innocent;
  expect(done.filter((name) => name === "crowd").length).toBeLessThan(20);
  await Promise.all(crowd);
  expect(done).toHaveLength(61);
});

test("a holder has no more at once than is theirs, and who waits in vain leaves the line", async () => {
  const shares = new Shares({ atOnce: 10, waiting: 2 });
  const taken = [await shares.take("a", 2), await shares.take("a", 2)];
  const ending = new AbortController();
  const [third, fourth] = [shares.take("a", 2, ending.signal), shares.take("a", 2)];
  await expect(shares.take("a", 2)).rejects.toBeInstanceOf(Busy);
  (await shares.take("b", 2))();
  ending.abort(new Error("gone"));
  await expect(third).rejects.toThrow("gone");
  taken[0]!();
  (await fourth)();
});
