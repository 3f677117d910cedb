import { afterAll, beforeAll, expect, test } from "vitest";
import { EventFilter } from "../../../src/feed/deliver/filter-events.ts";
import { eventsWhere } from "../../../src/feed/deliver/subscription-source.ts";
import { createMeter } from "../../../src/feed/meter.ts";
import type { Feed } from "../../../src/feed/feed.ts";
import { freshDatabase } from "../../kit/database.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase("empty");
});
afterAll(() => database[Symbol.asyncDispose]());

/** A sieve of a feed whose newest event is set by the test, and how many statements it has sent. */
function sieveAt(head: bigint) {
  const feed = { head, meter: createMeter() };
  const sieve = new EventFilter(feed as unknown as Feed, database.prisma);
  const asked = async () => (await feed.meter.reads.get()).values.find(({ labels }) => labels.what === "filter")?.value ?? 0;
  return { feed, sieve, asked };
}

test("who asks the same at the same moment shares one statement, and other questions have their own", async () => {
  const { sieve, asked } = sieveAt(7n);
  const questions = [sieve.passing([1n, 2n], eventsWhere({})), sieve.passing([1n, 2n], eventsWhere({}))];
  expect(await asked()).toBe(1);
  questions.push(sieve.passing([1n], eventsWhere({})), sieve.passing([1n, 2n], eventsWhere({ type: "RELEASE_VERIFIED" })));
  expect(await asked()).toBe(3);
  await Promise.all(questions);
});

test("an answer that was asked for before a later event was known is not given to whoever knows of it", async () => {
  const { feed, sieve, asked } = sieveAt(7n);
  const before = sieve.passing([1n], eventsWhere({}));
  feed.head = 8n;
  const after = sieve.passing([1n], eventsWhere({}));
  expect(await asked()).toBe(2);
  await Promise.all([before, after]);
});

test("an answer that was asked for before rights changed is not given to whoever asks afterwards", async () => {
  const { sieve, asked } = sieveAt(7n);
  const before = sieve.passing([1n], eventsWhere({}));
  sieve.forget();
  const after = sieve.passing([1n], eventsWhere({}));
  expect(await asked()).toBe(2);
  await Promise.all([before, after]);
});
