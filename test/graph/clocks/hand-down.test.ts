import { parse, print, validate, type DocumentNode } from "graphql";
import { describe, expect, it } from "vitest";
import { toSchema } from "../../../src/graph/index.ts";
import { handDownClocks } from "../../../src/graph/clocks/hand-down-clocks.ts";

const schema = toSchema();
const run = (document: DocumentNode) => handDownClocks(schema, document).document;

/** Both documents must be valid: the one that was sent, and the one that is run. */
function handedDown(text: string): DocumentNode {
  const sent = parse(text);
  expect(validate(schema, sent)).toEqual([]);
  const document = run(sent);
  expect(validate(schema, document)).toEqual([]);
  expect(print(sent)).toBe(print(parse(text)));
  return document;
}

const then = `"2026-01-12T16:00:00Z"`;
const later = `"2026-01-20T16:00:00Z"`;

describe("a clock is handed down", () => {
  it.each<[string, string, string]>([
    [
      "to the fields below that take it, and to no others",
      `{ detainee(id: "a", knownAt: ${then}) { recordedAt name status facility { slug } } }`,
      `{ detainee(id: "a", knownAt: ${then}) { recordedAt name(knownAt: ${then}) status(knownAt: ${then}) facility(knownAt: ${then}) { slug } } }`,
    ],
    [
      "through fields that do not take it",
      `{ reconciliation(metric: RELEASED, knownAt: ${then}) { rows { claim { gap { lower } } } } }`,
      `{ reconciliation(metric: RELEASED, knownAt: ${then}) { rows { claim { gap(knownAt: ${then}) { lower } } } } }`,
    ],
    [
      "beside the arguments that a field has",
      `{ detainee(id: "a", knownAt: ${then}) { status(asOf: ${later}) } }`,
      `{ detainee(id: "a", knownAt: ${then}) { status(asOf: ${later}, knownAt: ${then}) } }`,
    ],
    [
      "until a field has a moment of its own, which goes on from there",
      `{ detainee(id: "a", knownAt: ${then}) { status(knownAt: ${later}) detentions(knownAt: ${later}) { ended { state } } } }`,
      `{ detainee(id: "a", knownAt: ${then}) { status(knownAt: ${later}) detentions(knownAt: ${later}) { ended { state(knownAt: ${later}) } } } }`,
    ],
    [
      "until it is reset to now",
      `{ detainee(id: "a", knownAt: ${then}) { status detentions(knownAt: null) { ended { state } } } }`,
      `{ detainee(id: "a", knownAt: ${then}) { status(knownAt: ${then}) detentions(knownAt: null) { ended { state(knownAt: null) } } } }`,
    ],
    [
      "not to the fields beside it or above it",
      `{ one: detainee(id: "a") { status detentions(knownAt: ${then}) { ended { state } } } other: release(id: "b") { state } }`,
      `{ one: detainee(id: "a") { status detentions(knownAt: ${then}) { ended { state(knownAt: ${then}) } } } other: release(id: "b") { state } }`,
    ],
    [
      "under every alias, each with its own",
      `{ a: detainee(id: "a", knownAt: ${then}) { was: status } b: detainee(id: "a", knownAt: ${later}) { was: status } c: detainee(id: "a") { was: status } }`,
      `{ a: detainee(id: "a", knownAt: ${then}) { was: status(knownAt: ${then}) } b: detainee(id: "a", knownAt: ${later}) { was: status(knownAt: ${later}) } c: detainee(id: "a") { was: status } }`,
    ],
    [
      "as a variable",
      `query ($then: DateTime!) { detainee(id: "a", knownAt: $then) { status } }`,
      `query ($then: DateTime!) { detainee(id: "a", knownAt: $then) { status(knownAt: $then) } }`,
    ],
    [
      "through interfaces and the types that implement them",
      `{ detainee(id: "a", knownAt: ${then}) { detentions { events { state ... on Release { acknowledged rearrest { state } } ... @include(if: true) { verification { policyVersion } } } } } }`,
      `{ detainee(id: "a", knownAt: ${then}) { detentions(knownAt: ${then}) { events { state(knownAt: ${then}) ... on Release { acknowledged(knownAt: ${then}) rearrest(knownAt: ${then}) { state(knownAt: ${then}) } }
        ... @include(if: true) { verification(knownAt: ${then}) { policyVersion } } } } } }`,
    ],
    [
      "within the members of unions",
      `mutation ($input: VerifyReleaseInput!) { verifyRelease(input: $input) { __typename ... on VerifyReleasePayload { release { detainee(knownAt: ${then}) { status } } } ... on Error { code } } }`,
      `mutation ($input: VerifyReleaseInput!) { verifyRelease(input: $input) { __typename ... on VerifyReleasePayload { release { detainee(knownAt: ${then}) { status(knownAt: ${then}) } } } ... on Error { code } } }`,
    ],
    [
      "in what a subscription is told",
      `subscription { releaseVerified { release { detainee(knownAt: ${then}) { status } } } }`,
      `subscription { releaseVerified { release { detainee(knownAt: ${then}) { status(knownAt: ${then}) } } } }`,
    ],
    [
      "into fragments",
      `{ detainee(id: "a", knownAt: ${then}) { ...Person } } fragment Person on Detainee { status }`,
      `{ detainee(id: "a", knownAt: ${then}) { ...Person__known_0 } } fragment Person__known_0 on Detainee { status(knownAt: ${then}) }`,
    ],
    [
      "each of the two for itself",
      `{ detainee(id: "a", knownAt: ${then}, publishedUntil: ${later}) { status facility(publishedUntil: ${then}) { detaineeCount } detentions(knownAt: null) { ended { state } } } }`,
      `{ detainee(id: "a", knownAt: ${then}, publishedUntil: ${later}) { status(knownAt: ${then}, publishedUntil: ${later}) facility(publishedUntil: ${then}, knownAt: ${then}) { detaineeCount(knownAt: ${then}, publishedUntil: ${then}) }
        detentions(knownAt: null, publishedUntil: ${later}) { ended { state(knownAt: null, publishedUntil: ${later}) } } } }`,
    ],
    [
      "out of fragments",
      `{ ...Ask } fragment Ask on Query { detainee(id: "a", knownAt: ${then}) { status } }`,
      `{ ...Ask } fragment Ask on Query { detainee(id: "a", knownAt: ${then}) { status(knownAt: ${then}) } }`,
    ],
  ])("%s", (_, sent, run) => {
    expect(print(handedDown(sent))).toBe(print(parse(run)));
  });

  it("and says which fields it reached", () => {
    const sent = parse(
      `{ detainee(id: "a", knownAt: ${then}) { name status facility(knownAt: ${later}) { detaineeCount } } release(id: "b") { state } }`,
    );
    expect(handDownClocks(schema, sent).fields).toEqual(["Detainee.name", "Detainee.status", "Facility.detaineeCount"]);
  });

  it("into one fragment under several moments, once for each", () => {
    const run = handedDown(`
      { a: detainee(id: "a", knownAt: ${then}) { ...Person } b: detainee(id: "b", knownAt: ${later}) { ...Person } c: detainee(id: "c") { ...Person } d: detainee(id: "d", knownAt: ${then}) { ...Person } }
      fragment Person on Detainee { ...Status facility { name } } fragment Status on Detainee { status }`);
    const of = (alias: string) => new RegExp(String.raw`\b${alias}: detainee\([^)]*\) \{\s+\.\.\.(\w+)`).exec(print(run))![1]!;
    const body = (name: string) => new RegExp(String.raw`fragment ${name} on Detainee \{([^}]*)\}`).exec(print(run))![1]!;
    expect(of("a")).toBe(of("d"));
    expect(new Set(["a", "b", "c"].map(of)).size).toBe(3);
    const told = (alias: string) => [body(of(alias)), body(/\.\.\.(\w+)/.exec(body(of(alias)))![1]!)].join();
    expect(told("a")).toContain(`status(knownAt: ${then})`);
    expect(told("a")).toContain(`facility(knownAt: ${then})`);
    expect(told("b")).toContain(`status(knownAt: ${later})`);
    expect(told("c")).not.toContain("knownAt");
    expect(run.definitions).toHaveLength(1 + 2 * 3);
  });

  it("to the operations of a document that ask for it, and to no others", () => {
    const run = handedDown(`
      query Then($then: DateTime) { detainee(id: "a", knownAt: $then) { ...Person } } query Now { detainee(id: "a") { ...Person } }
      fragment Person on Detainee { status }`);
    const [asked, now] = run.definitions.map((definition) => print(definition));
    expect(asked).toContain("...Person__known_");
    expect(now).toBe(print(parse(`query Now { detainee(id: "a") { ...Person } }`)));
  });

  it("beside fragments that already have the names it would give", () => {
    const run = handedDown(`
      { a: detainee(id: "a", knownAt: ${then}) { ...Person } b: detainee(id: "b") { ...Person__known_0 ...Person__known_1 } }
      fragment Person on Detainee { status } fragment Person__known_0 on Detainee { name } fragment Person__known_1 on Detainee { id }`);
    expect(print(run)).toMatch(/fragment \w+ on Detainee \{\s+status\(knownAt/);
    expect(print(run)).toMatch(/fragment Person__known_0 on Detainee \{\s+name\s+\}/);
  });

  it("and takes nothing from what asks about the schema", () => {
    const run = handedDown(`
      { __schema { ...Types } __type(name: "Detainee") { ...Named } detainee(id: "a", knownAt: ${then}) { __typename status } }
      fragment Types on __Schema { types { ...Named } } fragment Named on __Type { name }`);
    expect(print(run)).toMatch(/fragment Types on __Schema/);
    expect(print(run)).toMatch(/fragment Named on __Type/);
  });
});

describe("a document is run as it was sent", () => {
  it.each<[string, string]>([
    ["when nothing asks for a clock", `{ detainee(id: "a") { status ...Person } } fragment Person on Detainee { name }`],
    ["when it only reads the moment of an answer", `{ reconciliation(metric: HELD) { knownAt hub { verified } } }`],
    ["when it is a mutation", `mutation ($input: VerifyReleaseInput!) { verifyRelease(input: $input) { __typename } }`],
  ])("%s", (_, text) => {
    const sent = parse(text);
    expect(run(sent)).toBe(sent);
  });

  it("once rewritten, and is not rewritten again", () => {
    const sent = parse(`{ detainee(id: "a", knownAt: ${then}) { status } }`);
    expect(run(sent)).toBe(run(sent));
    expect(print(run(run(sent)))).toBe(print(run(sent)));
  });
});
