import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, recordDetainee, recordDocument, recordEvent, recordSource } from "../../kit/records.ts";

let hub: Hub;
const ids: Record<string, string> = {};
beforeAll(async () => {
  hub = await startHub("empty");
  [ids["assertedBy"], ids["document"], ids["detainee"]] = await Promise.all([recordSource(hub), recordDocument(hub), recordDetainee(hub)]);
  ids["event"] = await recordEvent(hub, ids["detainee"]);
});
afterAll(async () => hub[Symbol.asyncDispose]());

const claim = () => ({ assertedBy: ids["assertedBy"], document: ids["document"], statement: "It was so." });
const count = { metric: "RELEASED", measure: "CUMULATIVE", qualifier: "EXACT", value: 1 };

/** Each thing that can be recorded with a time, and the field that has it. */
const timed: readonly (readonly [verb: string, field: string, input: (time: object) => object])[] = [
  ["recordEvent", "when", (when) => ({ detainee: ids["detainee"], type: "ARREST", when })],
  ["recordDocument", "publishedAt", (publishedAt) => ({ kind: "ARTICLE", publishedAt })],
  ["recordDetainee", "birth", (birth) => ({ name: "Aún por nacer", birth })],
  ["recordCountClaim", "asOf", (asOf) => ({ ...claim(), ...count, asOf })],
  ["recordCountClaim", "periodStart", (periodStart) => ({ ...claim(), ...count, asOf: day("2026-01-12"), periodStart })],
  ["recordRemark", "asOf", (asOf) => ({ ...claim(), asOf })],
  ["recordEventClaim", "asOf", (asOf) => ({ ...claim(), event: ids["event"], stance: "SUPPORTS", asOf })],
];

async function record(verb: string, input: object) {
  const title = `${verb[0]!.toUpperCase()}${verb.slice(1)}`;
  const text = `mutation($input: ${title}Input!) { ${verb}(input: $input) { __typename ... on InvalidInput { issues { path expected } } } }`;
  const { data, errors } = await hub.send(text, { input });
  return data?.[verb] ?? errors;
}

describe("nothing is recorded that begins after now:", () => {
  it.each(timed)("%s, %s", async (verb, field, input) => {
    expect(await record(verb, input(day("2062-01-20")))).toMatchObject({
      __typename: "InvalidInput",
      issues: [{ path: `input.${field}`, expected: expect.stringContaining("after now") }],
    });
    // What may lie before now is taken, however far it reaches.
    expect((await record(verb, input(day("2026-01-20/2062")))).__typename).not.toBe("InvalidInput");
    expect((await record(verb, input(day("2026-01-20/")))).__typename).not.toBe("InvalidInput");
  });
});

describe("a day that its zone skipped is an input that is not valid:", () => {
  it.each(timed)("%s, %s", async (verb, field, input) => {
    expect(await record(verb, input({ edtf: "2011-12-30", timeZone: "Pacific/Apia" }))).toMatchObject({
      __typename: "InvalidInput",
      issues: [{ path: `input.${field}.edtf`, expected: expect.stringContaining("2011-12-31") }],
    });
  });
});
