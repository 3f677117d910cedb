import { describe, expect, it } from "vitest";
import { idOfContent, idOfKey, newId } from "../../src/domain/identity.ts";

const made = "6f1b3e0a-5f0e-4c0b-9a53-7d1f2a1c9e42";
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

describe("the id of a row with a key", () => {
  it("is the same on every hub, and always will be", () => {
    expect(idOfKey("Source", "foro-penal")).toBe("1989923d-ac49-538a-8a05-7d4d05e84154");
    expect(idOfContent("Claim", { lower: 41, upper: 41 })).toBe("a8a3f65d-d10f-59ec-ba01-5b6213a991d4");
  });

  it.each([
    ["another key", idOfKey("Source", "cnn")],
    ["another noun", idOfKey("Facility", "foro-penal")],
    ["the same text as content", idOfContent("Source", "foro-penal")],
  ])("is not that of %s", (_, other) => {
    expect(other).toMatch(uuid);
    expect(other).not.toBe(idOfKey("Source", "foro-penal"));
  });

  it("is the key itself where the hub made the key", () => {
    expect(idOfKey("Claim", made)).toBe(made);
    expect(idOfKey("Detainee", made)).toBe(made);
  });

  it("is the id as the database writes it, also where the key is a UUID in capitals", () => {
    expect(idOfKey("Claim", made.toUpperCase())).toMatch(uuid);
  });
});

describe("the id of a row that is its content", () => {
  const claim = { assertedBy: made, asOf: { earliest: new Date(0), latest: null }, lower: 41, upper: null };
  it("is the same when the content is", () => {
    expect(idOfContent("Claim", structuredClone(claim))).toBe(idOfContent("Claim", claim));
  });

  it.each([
    ["a number", { ...claim, lower: 49 }],
    ["a time", { ...claim, asOf: { earliest: new Date(1), latest: null } }],
    ["what is null", { ...claim, upper: 41 }],
    ["the kind of a value", { ...claim, lower: "41" }],
  ])("is another when %s differs", (_, other) => {
    expect(idOfContent("Claim", other)).toMatch(uuid);
    expect(idOfContent("Claim", other)).not.toBe(idOfContent("Claim", claim));
  });
});

describe("a new id", () => {
  it("is a UUID, and another each time", () => {
    const ids = Array.from({ length: 100 }, newId);
    expect(ids.filter((id) => !uuid.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(100);
  });
});
