import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CursorInvalid } from "../../../src/errors.ts";
import type { Hub } from "../../../src/feed/follow/cursor.ts";
import { listCursorsOf } from "../../../src/graph/base/list-cursor.ts";

const hub: Hub = { epoch: "0b5c9a52-6d7e-4d0f-8a3b-1c2d3e4f5a6b", secret: new Uint8Array(32).fill(7) };
const { seal, open } = listCursorsOf(hub);
const place = fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.integer(), fc.constant(null)), { maxLength: 5 });

describe("a list's cursor", () => {
  it("gives its place back to every process of the hub that gave it, for the list that it was given for", () => {
    fc.assert(
      fc.property(fc.string(), place, (list, there) => {
        expect(listCursorsOf({ ...hub, secret: Uint8Array.from(hub.secret) }).open(list, seal(list, there))).toEqual(there);
      }),
    );
  });

  it("is the same for the same place, and different for any other", () => {
    expect(seal("a", ["x", 1])).toBe(seal("a", ["x", 1]));
    const all = [seal("a", ["x", 1]), seal("a", ["x", 2]), seal("b", ["x", 1]), seal("a", ["x", "1"])];
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(all.map((cursor) => cursor.slice(0, 16))).size).toBe(all.length);
  });

  it("shows nothing of what it holds, and not how long it is", () => {
    const cursors = ["Al", "Bo Bo", "a name of some length"].map((name) => seal("a", ["PUBLIC", name]));
    expect(new Set(cursors.map(({ length }) => length)).size).toBe(2);
    for (const cursor of cursors) expect(Buffer.from(cursor, "base64url").toString("latin1")).not.toMatch(/PUBLIC|Bo|name/);
  });

  it("is not taken for another list, by another hub, changed anywhere, or cut off", () => {
    const cursor = seal("a", ["PUBLIC", "enrique marquez"]);
    const refused = (text: string, list = "a", by = hub) => expect(() => listCursorsOf(by).open(list, text)).toThrow(CursorInvalid);
    refused(cursor, "b");
    refused(cursor, "a", { ...hub, secret: new Uint8Array(32).fill(8) });
    refused(cursor, "a", { ...hub, epoch: "1b5c9a52-6d7e-4d0f-8a3b-1c2d3e4f5a6b" });
    const bytes = Buffer.from(cursor, "base64url");
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      refused(changed.toString("base64url"));
      refused(bytes.subarray(0, at).toString("base64url"));
    }
  });

  it.each([
    ["nothing", ""],
    ["a word", "latest"],
    ["an id", btoa("Release:6f1b3e0a-5f0e-4c0b-9a53-7d1f2a1c9e42")],
    ["no base64", "☃☃☃☃"],
    ["too much", "A".repeat(100_000)],
  ])("is not %s, and the refusal shows the beginning of what came", (_, text) => {
    expect(() => open("a", text)).toThrow(CursorInvalid);
    expect(() => open("a", text)).toThrow(JSON.stringify(text.slice(0, 100)));
  });

  it("that opens is one text: what base64 passes over makes another", () => {
    const cursor = seal("a", ["x"]);
    for (const other of [`${cursor}=`, ` ${cursor}`, `${cursor}\n`, cursor.replaceAll("-", "+").replaceAll("_", "/")].filter(
      (text) => text !== cursor,
    ))
      expect(() => open("a", other)).toThrow(CursorInvalid);
  });
});
