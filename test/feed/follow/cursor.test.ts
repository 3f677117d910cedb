import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CursorInvalid } from "../../../src/errors.ts";
import { listCursorsOf } from "../../../src/graph/base/list-cursor.ts";
import { decodeCursor, encodeCursor, type Hub, type Position } from "../../../src/feed/follow/cursor.ts";

const hub: Hub = { epoch: "0b5c9a52-6d7e-4d0f-8a3b-1c2d3e4f5a6b", secret: new Uint8Array(32).fill(7) };
const at = (seq: bigint): Position => ({ seq, mark: "3c0ffee5" });
const seq = fc.record({
  seq: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
  mark: fc.oneof(fc.constant(""), fc.stringMatching(/^[0-9a-f]{8}$/)),
});
const anyHub = fc.record({ epoch: fc.uuid(), secret: fc.uint8Array({ minLength: 32, maxLength: 32 }) });

describe("a cursor", () => {
  it("gives its position back to the hub that gave it", () => {
    fc.assert(
      fc.property(anyHub, seq, (giver, position) => {
        expect(decodeCursor(giver, encodeCursor(giver, position))).toEqual(position);
      }),
    );
  });

  it("is the same for the same position, on every process of a hub", () => {
    const copy = { epoch: hub.epoch, secret: Buffer.from(hub.secret) };
    expect(encodeCursor(copy, at(41n))).toBe(encodeCursor(hub, at(41n)));
    expect(encodeCursor(hub, at(42n))).not.toBe(encodeCursor(hub, at(41n)));
    expect(encodeCursor(hub, { ...at(41n), mark: "deadbeef" })).not.toBe(encodeCursor(hub, at(41n)));
  });

  it("can stand in a URL as it is", () => {
    fc.assert(
      fc.property(seq, (position) => {
        expect(encodeCursor(hub, position)).toMatch(/^[\w-]+$/);
      }),
    );
  });

  it("is not taken with any bit of it changed", () => {
    fc.assert(
      fc.property(seq, fc.nat(), fc.integer({ min: 1, max: 255 }), (position, place, change) => {
        const bytes = Buffer.from(encodeCursor(hub, position), "base64url");
        bytes[place % bytes.length]! ^= change;
        expect(() => decodeCursor(hub, bytes.toString("base64url"))).toThrow(CursorInvalid);
      }),
    );
  });

  it("is not taken with any character of it changed", () => {
    fc.assert(
      fc.property(seq, fc.nat(), fc.constantFrom(...Array.from("ABCXYZabcxyz0189-_=+/ .%é")), (position, nth, other) => {
        const cursor = encodeCursor(hub, position);
        const place = nth % cursor.length;
        const changed = cursor.slice(0, place) + other + cursor.slice(place + 1);
        fc.pre(changed !== cursor);
        expect(() => decodeCursor(hub, changed)).toThrow(CursorInvalid);
      }),
    );
  });

  it("is not taken with anything cut off or put on", () => {
    fc.assert(
      fc.property(seq, fc.nat(), fc.string({ minLength: 1, maxLength: 4 }), (position, place, more) => {
        const cursor = encodeCursor(hub, position);
        for (const other of [
          cursor.slice(0, place % cursor.length),
          cursor.slice((place % cursor.length) + 1),
          cursor + more,
          more + cursor,
        ])
          expect(() => decodeCursor(hub, other)).toThrow(CursorInvalid);
      }),
    );
  });

  it.each<[string, Hub]>([
    ["another epoch", { ...hub, epoch: "1b5c9a52-6d7e-4d0f-8a3b-1c2d3e4f5a6b" }],
    ["another epoch that begins alike", { ...hub, epoch: "0b5c9a52-6d7e-4d0f-8a3b-1c2d3e4f5a6c" }],
    ["another secret", { ...hub, secret: new Uint8Array(32).fill(8) }],
  ])("of a hub with %s is not taken", (_, foreign) => {
    expect(() => decodeCursor(hub, encodeCursor(foreign, at(41n)))).toThrow(CursorInvalid);
  });

  it.each([
    ["nothing", ""],
    ["a position", "41"],
    ["a word", "latest"],
    ["a list's cursor", listCursorsOf(hub).seal("Query.releases", ["PUBLIC", null, "0b5c9a52-6d7e-4d0f-8a3b-1c2d3e4f5a6b"])],
    ["a body without a signature", Buffer.from("0b5c9a52:41").toString("base64url")],
    ["a signature without a body", createHmac("sha256", hub.secret).update(hub.epoch).digest().subarray(0, 12).toString("base64url")],
    ["twelve zero bytes and a body", Buffer.concat([Buffer.alloc(12), Buffer.from("0b5c9a52:41")]).toString("base64url")],
    ["what no alphabet of base64 has", "☃☃☃☃"],
    ["a megabyte", "A".repeat(1_000_000)],
  ])("is not %s", (_, text) => {
    expect(() => decodeCursor(hub, text)).toThrow(CursorInvalid);
  });

  it("that is not taken is shown in the message, shortened", () => {
    expect(() => decodeCursor(hub, "latest")).toThrow('got "latest"');
    expect(() => decodeCursor(hub, "A".repeat(1000))).toThrow(`got "${"A".repeat(100)}"`);
  });

  it("is not taken whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.base64String()), (text) => {
        expect(() => decodeCursor(hub, text)).toThrow(CursorInvalid);
      }),
    );
  });
});
