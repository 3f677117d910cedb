/** Loaders: who asks together is answered by one batch, and nobody is answered by another's. */
import { expect, it } from "vitest";
import { loaderOf, type Context } from "../../../src/graph/base/context.ts";

const request = () => ({ loaders: new Map() }) as unknown as Context;

it("two declarations never share a loader, even of one function asked the same", async () => {
  const batches: string[] = [];
  const saying = (word: string) => async (_context: Context, ids: readonly string[]) => {
    batches.push(`${word} ${ids.join()}`);
    return ids.map((id) => `${word} ${id}`);
  };
  const same = saying("same");
  const [one, other, first, second] = [loaderOf(saying("one")), loaderOf(saying("other")), loaderOf(same), loaderOf(same)];
  const context = request();
  expect(await Promise.all([one, other, first, second].map((loader) => loader(context).load("1")))).toEqual([
    "one 1",
    "other 1",
    "same 1",
    "same 1",
  ]);
  expect(batches).toEqual(["one 1", "other 1", "same 1", "same 1"]);
});

it("what is asked with other arguments is another batch, and with the same arguments the same one", async () => {
  const batches: string[] = [];
  const told = loaderOf(async (_context, ids: readonly string[], noun: string, knownAt: Date | null | undefined) => {
    batches.push(`${noun} ${knownAt?.toISOString() ?? "now"} ${ids.join()}`);
    return ids.map((id) => `${id} ${noun}`);
  });
  const context = request();
  const [then, again] = [new Date("2026-01-12T12:00:00Z"), new Date("2026-01-12T12:00:00Z")];
  await Promise.all([
    told(context, "Facility", then).load("1"),
    told(context, "Facility", again).load("2"),
    told(context, "Facility", null).load("3"),
    told(context, "Facility", undefined).load("4"),
    told(context, "Source", then).load("5"),
  ]);
  expect(batches).toEqual(["Facility 2026-01-12T12:00:00.000Z 1,2", "Facility now 3,4", "Source 2026-01-12T12:00:00.000Z 5"]);
});

it("a request remembers nothing of another", async () => {
  let asked = 0;
  const counting = loaderOf(async (_context, ids: readonly string[]) => ids.map(() => (asked += 1)));
  const [one, other] = [request(), request()];
  expect([await counting(one).load("1"), await counting(one).load("1"), await counting(other).load("1")]).toEqual([1, 1, 2]);
});
