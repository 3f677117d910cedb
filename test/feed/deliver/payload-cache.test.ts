import { beforeEach, describe, expect, it } from "vitest";
import { PayloadCache } from "../../../src/feed/deliver/payload-cache.ts";
import type { Told } from "../../../src/feed/follow/log.ts";
import { Payload } from "../../../src/feed/deliver/payload.ts";

const event = (seq: bigint, about: string) => ({ seq, about }) as Told;
const [first, second] = [event(1n, "one"), event(2n, "other")];

// What the feed knows at the moment: the newest event, and of each release the newest about it.
let known: { head: bigint; about: Map<string, bigint> };
let cache: PayloadCache;
/** The numbers that were written, call by call. */
let written: bigint[][];
beforeEach(() => {
  known = {
    head: 2n,
    about: new Map([
      ["one", 1n],
      ["other", 2n],
    ]),
  };
  const feed = {
    get head() {
      return known.head;
    },
    latestAbout: (about: string) => known.about.get(about),
  };
  [cache, written] = [new PayloadCache(feed), []];
});
const write = async (missing: readonly Told[]) => {
  written.push(missing.map(({ seq }) => seq));
  const times = written.length;
  return new Map(missing.map(({ seq }) => [seq, new Payload(`${seq}, text ${times}`, null)]));
};
const textOf = (payload: Payload | null) => payload?.event().toString();
const read = async () => (await cache.getOrWrite([first, second], write)).map(textOf);

describe("the text of an event", () => {
  it("is written once for all who ask, at once or afterwards", async () => {
    const [one, other] = await Promise.all([read(), read()]);
    expect(other).toEqual(one);
    expect(await read()).toEqual(one);
    expect(written).toEqual([[1n, 2n]]);
  });

  it("is written again once a later event about the same release is known, and the others are not", async () => {
    await read();
    known = { head: 3n, about: new Map([...known.about, ["one", 3n]]) };
    expect(await read()).toEqual([expect.stringContaining("text 2"), expect.stringContaining("text 1")]);
    expect(written).toEqual([[1n, 2n], [1n]]);
  });

  it("that was asked for before a later event was known is not taken for one that tells of it", async () => {
    const held = Promise.withResolvers<void>();
    const early = cache.getOrWrite([first], async (missing) => {
      await held.promise;
      return write(missing);
    });
    known = { head: 3n, about: new Map([...known.about, ["one", 3n]]) };
    const late = cache.getOrWrite([first], write);
    held.resolve();
    await Promise.all([early, late]);
    expect(written).toEqual([[1n], [1n]]);
  });

  it("is written again once anybody's rights have changed", async () => {
    await read();
    cache.forget();
    expect(await read()).toEqual([expect.stringContaining("text 2"), expect.stringContaining("text 2")]);
  });

  it("that was being written when rights changed is told to nobody, not even to whoever asked before", async () => {
    const held = Promise.withResolvers<void>();
    const asked = cache.getOrWrite([first], async (missing) => {
      const text = await write(missing);
      if (written.length === 1) await held.promise;
      return text;
    });
    cache.forget();
    held.resolve();
    expect((await asked).map(textOf)).toEqual([expect.stringContaining("text 2")]);
  });

  it("that could not be written is tried again", async () => {
    await expect(cache.getOrWrite([first], () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect((await cache.getOrWrite([first], write)).map(textOf)).toEqual([expect.stringContaining("text 1")]);
  });

  it("is nothing for what does not pass, and that is remembered too", async () => {
    const leaveOut = async (missing: readonly Told[]) => {
      written.push(missing.map(({ seq }) => seq));
      return new Map<bigint, Payload>();
    };
    expect(await cache.getOrWrite([first, null], leaveOut)).toEqual([null, null]);
    expect(await cache.getOrWrite([first, null], leaveOut)).toEqual([null, null]);
    expect(written).toEqual([[1n]]);
  });
});
