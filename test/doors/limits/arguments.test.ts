import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { checkArguments } from "../../../src/doors/limits/arguments.ts";
import { InvalidInput } from "../../../src/errors.ts";

type Variables = Record<string, unknown>;

/** Where the faults are: "path got what came". */
function faults(query: string, variables: Variables = {}): string[] {
  try {
    checkArguments(parse(query), variables);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return error.issues.map(({ path, received }) => `${path} got ${received}`);
  }
}

describe("a page", () => {
  it.each<[string, Variables?]>([
    ["{ releases { edges { cursor } } }"],
    ["{ releases(first: 1) { edges { cursor } } }"],
    ["{ releases(first: 100) { edges { cursor } } }"],
    ["{ releases(last: 100) { edges { cursor } } }"],
    ["{ releases(first: null, last: 5) { edges { cursor } } }"],
    ["query ($n: Int) { releases(first: $n) { edges { cursor } } }"],
    ["query ($n: Int) { releases(first: $n) { edges { cursor } } }", { n: null }],
    ["query ($n: Int) { releases(first: $n) { edges { cursor } } }", { n: 100 }],
    ["query ($n: Int = 1000) { releases(first: $n) { edges { cursor } } }", { n: 10 }],
    ["query ($n: Int = 10) { releases(first: $n) { edges { cursor } } }"],
    ["{ releases(first: 10) { edges { node { claims(last: 10) { edges { cursor } } } } } }"],
    ["{ releases(size: 1000) { edges { cursor } } }"],
  ])("may be asked for as in %s %j", (query, variables) => {
    expect(faults(query, variables)).toEqual([]);
  });

  it.each<[string, Variables | undefined, string[]]>([
    ["{ releases(first: 0) { a } }", undefined, ["releases.first got 0"]],
    ["{ releases(first: -1) { a } }", undefined, ["releases.first got -1"]],
    ["{ releases(first: 101) { a } }", undefined, ["releases.first got 101"]],
    ["{ releases(last: 101) { a } }", undefined, ["releases.last got 101"]],
    ["{ releases(first: 1.5) { a } }", undefined, ["releases.first got 1.5"]],
    ['{ releases(first: "10") { a } }', undefined, ['releases.first got "10"']],
    ["{ releases(first: 1, last: 1) { a } }", undefined, ["releases.last got both"]],
    ["{ releases(first: 101, last: 0) { a } }", undefined, ["releases.first got 101", "releases.last got 0", "releases.last got both"]],
    ["{ all: releases(first: 101) { a } }", undefined, ["releases.first got 101"]],
    ["query ($n: Int) { releases(first: $n) { a } }", { n: 101 }, ["releases.first got 101"]],
    ["query ($n: Int = 101) { releases(first: $n) { a } }", undefined, ["releases.first got 101"]],
    ["query ($n: Int = 10) { releases(first: $n) { a } }", { n: 101 }, ["releases.first got 101"]],
    ["query ($a: Int, $b: Int) { releases(first: $a, last: $b) { a } }", { a: 1, b: 1 }, ["releases.last got both"]],
    ["{ sources { edges { node { claims(first: 101) { a } } } } }", undefined, ["claims.first got 101"]],
    ["{ ... on Query { releases(first: 101) { a } } }", undefined, ["releases.first got 101"]],
    ["{ ...all } fragment all on Query { releases(first: 101) { a } }", undefined, ["releases.first got 101"]],
    ["query ($n: Int = 101) { ...all } fragment all on Query { releases(first: $n) { a } }", undefined, ["releases.first got 101"]],
    ["fragment all on Query { releases(first: $n) { a } } query ($n: Int = 101) { ...all }", undefined, ["releases.first got 101"]],
    ["subscription { releases(first: 101) { a } }", undefined, ["releases.first got 101"]],
  ])("may not be asked for as in %s %j", (query, variables, expected) => {
    expect(faults(query, variables)).toEqual(expected);
  });

  it("that may not be asked for says what may", () => {
    expect(() => checkArguments(parse("{ releases(first: 101) { a } }"), {})).toThrow(
      "releases.first: expected a page size from 1 to 100, got 101",
    );
  });
});

describe("text", () => {
  const escaped = String.raw`\u0000`;
  it.each<[string, Variables | undefined, string[]]>([
    [`{ search(text: "a${escaped}b") { a } }`, undefined, [String.raw`text got "a\u0000b"`]],
    [`{ releases(filter: { name: ["a${escaped}b"] }) { a } }`, undefined, [String.raw`text got "a\u0000b"`]],
    [`query ($t: String = "${escaped}") { search(text: $t) { a } }`, undefined, [String.raw`text got "\u0000"`]],
    ["query ($t: String) { search(text: $t) { a } }", { t: "a\u0000b" }, [String.raw`$t got "a\u0000b"`]],
    ["mutation ($i: I!) { record(input: $i) { a } }", { i: { names: [{ text: "\u0000" }] } }, [String.raw`$i.names.0.text got "\u0000"`]],
    ["{ a }", { unused: "\u0000" }, [String.raw`$unused got "\u0000"`]],
  ])("with NUL does not get through: %s %j", (query, variables, expected) => {
    expect(faults(query, variables)).toEqual(expected);
  });

  it.each<Variables>([
    { t: "plain" },
    { t: "" },
    { t: null },
    { t: String.raw`\u0000` },
    { t: { when: new Date(0), count: 1, yes: true } },
  ])("without it does: %j", (variables) => {
    expect(faults("query ($t: T) { search(text: $t) { a } }", variables)).toEqual([]);
  });
});

describe("a request", () => {
  it("is told all that is wrong with it at once", () => {
    const query = `query ($t: String) { a: sources(first: 0) { x } b: claims(last: 101) { y } }`;
    expect(faults(query, { t: "\u0000" })).toEqual([String.raw`$t got "\u0000"`, "sources.first got 0", "claims.last got 101"]);
  });
});
