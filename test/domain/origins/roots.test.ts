import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClaimConnectionKind } from "../../../src/db/generated/prisma/enums.ts";
import { independentOrigins } from "../../../src/domain/origins/independence.ts";
import { rootOf, type Provenance, type RootReason, type Said, type Voice } from "../../../src/domain/origins/roots.ts";

const voice = (id: string, groups: string[] = []): Voice => {
  return { id, origin: groups[0] ?? id, slug: id, groups, government: false, names: [id] };
};
const [foroPenal, cnn, npr, wire] = [voice("foro-penal"), voice("cnn"), voice("npr"), voice("wire")];
const [coalition, ally] = [voice("coalition", ["opposition"]), voice("ally", ["opposition"])];

type Pages = Record<string, [publisher: Voice | null, ...derivedFrom: string[]]>;
const documents = (pages: Pages, authors: readonly string[] = []) =>
  new Map(
    Object.entries(pages).map(([id, [publisher, ...derivedFrom]]): [string, Provenance] => [id, { publisher, authors, derivedFrom }]),
  );
const says = (assertedBy: Voice, documentId = "page", connection: ClaimConnectionKind = "UNKNOWN"): Said => {
  return { assertedBy, documentId, connection };
};
/** How many origins explain all of these. */
const countOf = (said: readonly Said[], pages: Pages, authors?: readonly string[]) => {
  const onRecord = documents(pages, authors);
  return independentOrigins(
    { custodianGroups: [] },
    said.map((claim) => ({ root: rootOf(claim, onRecord, said) })),
  ).count;
};

describe("a claim goes back to", () => {
  it.each<[string, Voice, Pages, { origin: string; sourceId: string; isRoot: boolean }]>([
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
    expect(rootOf(says(assertedBy), documents(pages))).toMatchObject(root);
  });
});

const who = voice("who");
describe("claims take as few origins as explain them:", () => {
  it.each<[string, number, Said[], Pages, string[]?]>([
    ["two pages quote one speaker", 1, [says(foroPenal, "a"), says(foroPenal, "b")], { a: [cnn], b: [npr] }],
    ["two pages repeat a third", 1, [says(cnn, "a"), says(npr, "b")], { a: [cnn, "first"], b: [npr, "first"], first: [wire] }],
    ["a page repeats what another says itself", 1, [says(cnn, "a"), says(wire, "first")], { a: [cnn, "first"], first: [wire] }],
    ["two speakers belong together", 1, [says(coalition, "a"), says(ally, "b")], { a: [cnn], b: [npr] }],
    ["two pages repeat one that nobody signed", 1, [says(cnn, "a"), says(npr, "b")], { a: [cnn, "c"], b: [npr, "c"], c: [null] }],
    ["two pages repeat each other", 1, [says(cnn, "a"), says(npr, "b")], { a: [cnn, "b"], b: [npr, "a"] }],
    ["a page repeats two, and one of them speaks", 1, [says(cnn, "a"), says(wire, "w")], { a: [cnn, "w", "n"], w: [wire], n: [npr] }],
    ["a page repeats two, and the other speaks", 1, [says(cnn, "a"), says(npr, "n")], { a: [cnn, "w", "n"], w: [wire], n: [npr] }],
    [
      "a page repeats two, and both speak",
      2,
      [says(cnn, "a"), says(npr, "n"), says(wire, "w")],
      { a: [cnn, "w", "n"], w: [wire], n: [npr] },
    ],
    [
      "two pages repeat two each, of which one is the same",
      1,
      [says(cnn, "a"), says(foroPenal, "b")],
      {
        ...{ a: [cnn, "w", "n"], b: [foroPenal, "n", "o"] },
        ...{ w: [wire], n: [npr], o: [who] },
      },
    ],
    [
      "an unsigned page repeats another: whoever it quotes may repeat it",
      1,
      [says(foroPenal, "a"), says(wire, "w")],
      { a: [null, "w"], w: [wire] },
    ],
    ["an unsigned page that repeats nothing quotes two", 2, [says(foroPenal, "a"), says(who, "a")], { a: [null] }],
    ["a page repeats an unsigned one on which somebody speaks", 1, [says(who, "a"), says(cnn, "b")], { a: [null], b: [cnn, "a"] }],
    ["a page repeats one that quotes a speaker", 1, [says(foroPenal, "w"), says(cnn, "a")], { a: [cnn, "w"], w: [wire] }],
    [
      "reporters pass on what their pages repeat",
      1,
      [says(who, "a", "REPORTER"), says(foroPenal, "b", "REPORTER")],
      { a: [cnn, "w"], b: [npr, "w"], w: [wire] },
    ],
    ["an author passes on what the page repeats", 1, [says(who, "a"), says(wire, "w")], { a: [cnn, "w"], w: [wire] }, ["who"]],
    ["an author and the page's publisher are one voice", 1, [says(who, "a"), says(cnn, "a")], { a: [cnn] }, ["who"]],
    ["one page quotes two speakers", 2, [says(foroPenal), says(coalition)], { page: [cnn] }],
    ["a page quotes one and repeats another", 2, [says(foroPenal), says(cnn)], { page: [cnn, "first"], first: [wire] }],
    [
      "a speaker is quoted on a page that repeats another",
      2,
      [says(foroPenal), says(wire, "first")],
      {
        page: [cnn, "first"],
        first: [wire],
      },
    ],
  ])("%s: %d", (_, count, said, pages, authors) => {
    expect(countOf(said, pages, authors)).toBe(count);
    expect(countOf(said.toReversed(), pages, authors)).toBe(count);
  });
});

describe("why a claim goes back to its root", () => {
  it.each<[RootReason, Voice, Pages, string[]]>([
    ["OWN_PAGE", cnn, { page: [cnn] }, ["page"]],
    ["FIRST_ASSERTER", foroPenal, { page: [cnn, "first"], first: [wire] }, ["page"]],
    ["REPEATED", cnn, { page: [cnn, "second"], second: [npr, "first"], first: [wire] }, ["page", "second", "first"]],
    ["UNSIGNED", cnn, { page: [cnn, "leaflet"], leaflet: [null] }, ["page", "leaflet"]],
    ["CIRCULAR", cnn, { page: [cnn, "other"], other: [npr, "page"] }, ["page", "other"]],
  ])("is said, with the way back: %s", (reason, assertedBy, pages, path) => {
    expect(rootOf(says(assertedBy), documents(pages))).toMatchObject({ reason, path });
  });

  it("names the group that makes one origin of two", () => {
    expect(rootOf(says(ally), documents({ page: [cnn] })).group).toBe("opposition");
  });
});

describe("any tangle of repetitions", () => {
  const names = ["page", "a", "b", "c", "d"];
  const publishers = [foroPenal, cnn, coalition, ally, null];
  const page = fc.tuple(fc.constantFrom(...publishers), fc.subarray(names, { maxLength: 2 }));
  const tangle = fc.array(page, { minLength: names.length, maxLength: names.length });
  const claims = fc.array(
    fc.tuple(fc.constantFrom(foroPenal, cnn, npr, coalition, ally), fc.constantFrom(...names), fc.constantFrom("REPORTER", "UNKNOWN")),
    { maxLength: 6 },
  );
  type Tangle = [Voice | null, string[]][];
  const renamed = (name: string) => String.fromCharCode(219 - name.charCodeAt(0)) + name;
  const read = (pages: Tangle, name: (name: string) => string = (same) => same) =>
    Object.fromEntries(
      pages.map(([publisher, derivedFrom], index) => [
        name(names[index]!),
        [publisher && { ...publisher, id: name(publisher.id) }, ...derivedFrom.map(name)],
      ]),
    ) as Pages;

  it("comes to an end, at a source that asserts or publishes", () => {
    fc.assert(
      fc.property(tangle, (pages) => {
        expect([...publishers.map((publisher) => publisher?.id), "npr"]).toContain(rootOf(says(npr), documents(read(pages))).sourceId);
      }),
    );
  });

  it("takes as many origins whatever the order of links and claims and whatever the ids", () => {
    fc.assert(
      fc.property(tangle, claims, (pages, said) => {
        const as = (name: (name: string) => string) =>
          said.map(([by, on, connection]) => says({ ...by, id: name(by.id), origin: by.groups[0] ?? name(by.id) }, name(on), connection));
        const same = (name: string) => name;
        const publishersAs = (found: Pages, name: (name: string) => string): Pages =>
          Object.fromEntries(
            Object.entries(found).map(([id, [publisher, ...links]]) => [
              id,
              [publisher && { ...publisher, origin: publisher.groups[0] ?? name(publisher.slug) }, ...links.toReversed()],
            ]),
          );
        expect(countOf(as(renamed).toReversed(), publishersAs(read(pages, renamed), renamed))).toBe(countOf(as(same), read(pages)));
      }),
      { numRuns: 500 },
    );
  });
});

it("who stands for a page that nobody signed is the first by name of those who pass it on, whoever was recorded first", () => {
  const onRecord = documents({ copy: [null, "unsigned"], unsigned: [null] });
  const said = [says(npr, "copy", "REPORTER"), says(cnn, "copy", "REPORTER")];
  for (const order of [said, said.toReversed()]) {
    const roots = order.map((claim) => ({ root: rootOf(claim, onRecord, order) }));
    expect(independentOrigins({ custodianGroups: [] }, roots)).toEqual({ count: 1, sourceIds: ["cnn"] });
  }
});

it("a source that says so itself and passes on a page that nobody signed stands for both origins, and is told once", () => {
  const said = [says(npr, "elsewhere"), says(npr, "copy", "REPORTER")];
  const onRecord = documents({ elsewhere: [cnn], copy: [null, "unsigned"], unsigned: [null] });
  const found = independentOrigins(
    { custodianGroups: [] },
    said.map((claim) => ({ root: rootOf(claim, onRecord, said) })),
  );
  expect(found).toEqual({ count: 2, sourceIds: ["npr"] });
});
