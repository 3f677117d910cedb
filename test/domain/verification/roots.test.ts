import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rootOf, type Asserter, type Provenance, type RootReason } from "../../../src/domain/verification/roots.ts";

const alone = (id: string): Asserter => ({ id, independenceGroup: null });
const [foroPenal, cnn, npr, wire] = [alone("foro-penal"), alone("cnn"), alone("npr"), alone("wire")];
const [coalition, ally] = ["coalition", "ally"].map((id): Asserter => ({ id, independenceGroup: "opposition" })) as [Asserter, Asserter];

type Pages = Record<string, [publisher: Asserter | null, ...derivedFrom: string[]]>;
const documents = (pages: Pages) =>
  new Map(Object.entries(pages).map(([id, [publisher, ...derivedFrom]]): [string, Provenance] => [id, { publisher, derivedFrom }]));

describe("a claim goes back to", () => {
  it.each<[string, Asserter, Pages, { origin: string; sourceId: string; isRoot: boolean }]>([
    ["whoever a page quotes", foroPenal, { page: [cnn] }, { origin: "foro-penal", sourceId: "foro-penal", isRoot: true }],
    [
      "whoever a page quotes, even where the page repeats another",
      foroPenal,
      { page: [cnn, "first"], first: [wire] },
      { origin: "foro-penal", sourceId: "foro-penal", isRoot: true },
    ],
    ["a page's own voice, where it is derived from nothing", cnn, { page: [cnn] }, { origin: "cnn", sourceId: "cnn", isRoot: true }],
    ["what a page repeats", cnn, { page: [cnn, "first"], first: [wire] }, { origin: "wire", sourceId: "wire", isRoot: false }],
    [
      "the far end of a chain of repetitions",
      cnn,
      { page: [cnn, "second"], second: [npr, "first"], first: [wire] },
      { origin: "wire", sourceId: "wire", isRoot: false },
    ],
    [
      "the nearest of several origins",
      cnn,
      { page: [cnn, "a", "b"], a: [npr, "far"], b: [wire], far: [foroPenal] },
      { origin: "wire", sourceId: "wire", isRoot: false },
    ],
    [
      "the first by id of several that are equally near, however they were linked",
      cnn,
      { page: [cnn, "b", "a"], a: [npr], b: [wire] },
      { origin: "npr", sourceId: "npr", isRoot: false },
    ],
    [
      "the page itself, where it repeats an earlier page of the same publisher",
      cnn,
      { page: [cnn, "first"], first: [cnn] },
      { origin: "cnn", sourceId: "cnn", isRoot: true },
    ],
    ["the independence group of whoever is quoted", ally, { page: [cnn] }, { origin: "opposition", sourceId: "ally", isRoot: true }],
    [
      "the independence group of what a page repeats",
      cnn,
      { page: [cnn, "first"], first: [coalition] },
      { origin: "opposition", sourceId: "coalition", isRoot: false },
    ],
    [
      "one of them for all, where two pages repeat each other",
      cnn,
      { page: [cnn, "other"], other: [npr, "page"] },
      { origin: "npr", sourceId: "npr", isRoot: false },
    ],
    ["the asserter, where a page repeats itself", cnn, { page: [cnn, "page"] }, { origin: "cnn", sourceId: "cnn", isRoot: true }],
    [
      "the way out of a circle, where there is one",
      cnn,
      { page: [cnn, "other"], other: [npr, "page", "way out"], "way out": [wire] },
      { origin: "wire", sourceId: "wire", isRoot: false },
    ],
    ["the asserter, where nobody knows who published", cnn, { page: [null] }, { origin: "cnn", sourceId: "cnn", isRoot: true }],
    ["the asserter, where the page is not on record", cnn, {}, { origin: "cnn", sourceId: "cnn", isRoot: true }],
    [
      "the asserter, where what the page repeats is not on record",
      cnn,
      { page: [cnn, "lost"] },
      { origin: "cnn", sourceId: "cnn", isRoot: true },
    ],
  ])("%s", (_, assertedBy, pages, root) => {
    expect(rootOf({ assertedBy, documentId: "page" }, documents(pages))).toMatchObject(root);
  });
});

describe("two claims", () => {
  const pages = documents({
    cnn: [cnn, "first"],
    npr: [npr, "first"],
    first: [wire],
    "cnn on a leaflet": [cnn, "leaflet"],
    "npr on a leaflet": [npr, "leaflet"],
    leaflet: [null],
    "cnn after npr": [cnn, "npr after cnn"],
    "npr after cnn": [npr, "cnn after npr"],
  });
  const originOf = (assertedBy: Asserter, documentId: string) => rootOf({ assertedBy, documentId }, pages).origin;

  it.each<[string, [Asserter, string], [Asserter, string]]>([
    ["two pages quote one speaker", [foroPenal, "cnn"], [foroPenal, "npr"]],
    ["two pages repeat a third", [cnn, "cnn"], [npr, "npr"]],
    ["a page repeats what another says itself", [cnn, "cnn"], [wire, "first"]],
    ["two speakers belong together", [coalition, "cnn"], [ally, "npr"]],
    ["two pages repeat one that nobody signed", [cnn, "cnn on a leaflet"], [npr, "npr on a leaflet"]],
    ["two pages repeat each other", [cnn, "cnn after npr"], [npr, "npr after cnn"]],
  ])("are one origin where %s", (_, one, other) => {
    expect(originOf(...other)).toBe(originOf(...one));
  });

  it.each<[string, [Asserter, string], [Asserter, string]]>([
    ["one page quotes two speakers", [foroPenal, "cnn"], [coalition, "cnn"]],
    ["a page quotes one and repeats another", [foroPenal, "cnn"], [cnn, "cnn"]],
  ])("are two origins where %s", (_, one, other) => {
    expect(originOf(...other)).not.toBe(originOf(...one));
  });
});

describe("why a claim goes back to its root", () => {
  it.each<[RootReason, Asserter, Pages, string[]]>([
    ["OWN_PAGE", cnn, { page: [cnn] }, ["page"]],
    ["FIRST_ASSERTER", foroPenal, { page: [cnn, "first"], first: [wire] }, ["page"]],
    ["REPEATED", cnn, { page: [cnn, "second"], second: [npr, "first"], first: [wire] }, ["page", "second", "first"]],
    ["UNSIGNED", cnn, { page: [cnn, "leaflet"], leaflet: [null] }, ["page", "leaflet"]],
    ["CIRCULAR", cnn, { page: [cnn, "other"], other: [npr, "page"] }, ["page", "other"]],
  ])("is said, with the way back: %s", (reason, assertedBy, pages, path) => {
    expect(rootOf({ assertedBy, documentId: "page" }, documents(pages))).toMatchObject({ reason, path });
  });

  it("names the group that makes one origin of two", () => {
    expect(rootOf({ assertedBy: ally, documentId: "page" }, documents({ page: [cnn] })).group).toBe("opposition");
  });
});

describe("any tangle of repetitions", () => {
  const names = ["page", "a", "b", "c", "d"];
  const publishers = [foroPenal, cnn, coalition, ally, null];
  const page = fc.tuple(fc.constantFrom(...publishers), fc.subarray(names, { maxLength: 2 }));
  const tangle = fc.array(page, { minLength: names.length, maxLength: names.length }).map(
    (pages) =>
      new Map(
        pages.map(([publisher, derivedFrom], index): [string, Provenance] => {
          return [names[index]!, { publisher: index === 0 ? cnn : publisher, derivedFrom }];
        }),
      ),
  );

  it("comes to an end, at a source that asserts or publishes", () => {
    fc.assert(
      fc.property(tangle, (pages) => {
        expect(publishers.map((publisher) => publisher?.id)).toContain(rootOf({ assertedBy: cnn, documentId: "page" }, pages).sourceId);
      }),
    );
  });

  it("has the same origin in whatever order its pages were linked", () => {
    fc.assert(
      fc.property(tangle, (pages) => {
        const turned = new Map(
          [...pages].map(([id, { publisher, derivedFrom }]) => [id, { publisher, derivedFrom: derivedFrom.toReversed() }]),
        );
        const claim = { assertedBy: cnn, documentId: "page" };
        expect(rootOf(claim, turned)).toEqual(rootOf(claim, pages));
      }),
    );
  });
});
