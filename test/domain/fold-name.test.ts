import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldName } from "../../src/domain/fold-name.ts";

describe("a folded name", () => {
  it.each([
    ["Márquez", "marquez"],
    ["MÁRQUEZ", "marquez"],
    ["Ma\u0301rquez", "marquez"], // the accent as a character of its own
    ["  Enrique \t Márquez\n", "enrique marquez"],
    ["Enrique\u00a0Márquez", "enrique marquez"], // a space that does not break
    ["Núñez", "nunez"],
    ["Agüero", "aguero"],
    ["François Ñandú", "francois nandu"],
    ["O'Brien-Peña", "o'brien-pena"],
    ["Ｍárquez", "marquez"], // full width
    ["İnönü", "inonu"],
    ["", ""],
    [" \t ", ""],
  ])("of %j is %j", (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it("stays as it is when it is folded again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
    );
  });

  it("is the same however the letters were composed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        expect(foldName(name.normalize("NFD"))).toBe(foldName(name.normalize("NFC")));
      }),
    );
  });
});
