/** Remarks: said of a place, of a source or of the whole; corrected like every claim, hidden like every claim, and never counted. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, judge, recordCountClaim, recordDocument, recordFacility, recordRemark, recordSource } from "../../kit/records.ts";

let hub: Hub;
let [source, about, document, facility]: string[] = [];
beforeAll(async () => {
  hub = await startHub("empty");
  [source, about, document, facility] = await Promise.all([recordSource(hub), recordSource(hub), recordDocument(hub), recordFacility(hub)]);
});
afterAll(() => hub[Symbol.asyncDispose]());

const send = async (verb: string, input: object, key?: string) => {
  const title = `${verb[0]!.toUpperCase()}${verb.slice(1)}`;
  const { data, errors } = await hub.send(
    `mutation($input: ${title}Input!) { ${verb}(input: $input) { __typename
      ... on ${title}Payload { changed claim { __typename id statement quote locator status changeReason redactedAt supersedes { id } ... on RemarkClaim { facility { id } aboutSource { id } } } }
      ... on Error { message } ... on InvalidInput { issues { path expected } } } }`,
    { input },
    key,
  );
  return data?.[verb] ?? errors;
};
const said = (more: object = {}) => ({
  assertedBy: source,
  document,
  statement: "There is no official list.",
  asOf: day("2026-01-12"),
  ...more,
});
const page = "{ totalCount edges { node { id } } }";
const found = async (query: string, key?: string | null) => {
  const { data, errors } = await hub.send(`{ ${query} }`, {}, key);
  if (errors) throw new Error(JSON.stringify(errors));
  return JSON.stringify(data);
};

describe("a remark", () => {
  it("says who, where, in which words, as of when, and of what", async () => {
    const more = { locator: "¶24", quote: "no official list", facility, aboutSource: about };
    expect(await send("recordRemark", said(more))).toMatchObject({
      changed: true,
      claim: {
        ...{ __typename: "RemarkClaim", statement: "There is no official list.", quote: "no official list", locator: "¶24" },
        ...{ status: "ACTIVE", facility: { id: facility }, aboutSource: { id: about } },
      },
    });
  });

  it("may be about nothing in particular, and is recorded once", async () => {
    const [first, second] = [await send("recordRemark", said()), await send("recordRemark", said())];
    expect(first).toMatchObject({ changed: true, claim: { facility: null, aboutSource: null } });
    expect([second.changed, second.claim.id]).toEqual([false, first.claim.id]);
  });

  it("is about nothing that its recorder may not see", async () => {
    const [secret, speaker] = [await recordFacility(hub, { visibility: "RESTRICTED" }), await recordSource(hub, { visibility: "PARTNER" })];
    const recorder = await hub.newKey("RECORDER");
    expect(await send("recordRemark", said({ facility: secret }), recorder)).toMatchObject({ __typename: "NotFound" });
    expect(await send("recordRemark", said({ aboutSource: speaker }), recorder)).toMatchObject({ __typename: "NotFound" });
    expect(await send("recordRemark", said(), await hub.newKey("VERIFIER"))).toMatchObject({ __typename: "Forbidden" });
  });

  it("is found by its kind, its place and whom it is about, and stands in no list of counts", async () => {
    const [place, subject] = [await recordFacility(hub), await recordSource(hub)];
    const count = await recordCountClaim(hub, source!, document!, { facility: place });
    const remark = await recordRemark(hub, source!, document!, { facility: place, aboutSource: subject });
    const only = (id: string) => ({ totalCount: 1, edges: [{ node: { id } }] });
    const { data } = await hub.send(
      `query($place: ID!, $places: [ID!]!, $subject: ID!, $subjects: [ID!]!) {
        byKind: claims(filter: { kind: REMARK, facility: $places }) ${page} byPlace: claims(filter: { facility: $places }) { totalCount } bySource: claims(filter: { aboutSource: $subjects }) ${page}
        facility(by: { id: $place }) { remarks ${page} countClaims ${page} } source(by: { id: $subject }) { remarks ${page} claims ${page} } node(id: "${remark}") { __typename id } }`,
      { place, places: [place], subject, subjects: [subject] },
    );
    expect(data).toEqual({
      ...{ byKind: only(remark), byPlace: { totalCount: 2 }, bySource: only(remark), node: { __typename: "RemarkClaim", id: remark } },
      facility: { remarks: only(remark), countClaims: only(count) },
      source: { remarks: only(remark), claims: { totalCount: 0, edges: [] } },
    });
  });

  it("follows the source that it is about through a merge and back", async () => {
    const [one, other] = [await recordSource(hub), await recordSource(hub)];
    const remark = await recordRemark(hub, source!, document!, { aboutSource: other });
    const { judgement } = await judge(hub, "mergeSources", { into: one, from: other });
    expect(await found(`source(by: { id: "${one}" }) { remarks ${page} }`)).toContain(remark);
    await judge(hub, "undoMerge", { judgement: judgement!.id });
    expect(await found(`source(by: { id: "${one}" }) { remarks ${page} }`)).not.toContain(remark);
    expect(await found(`source(by: { id: "${other}" }) { remarks ${page} }`)).toContain(remark);
  });

  it.each(["asserter", "subject", "place", "page"] as const)("is hidden with its %s, and comes back with it", async (of) => {
    const [by, subject, place, where] = await Promise.all([recordSource(hub), recordSource(hub), recordFacility(hub), recordDocument(hub)]);
    const remark = await recordRemark(hub, by, where, { aboutSource: subject, facility: place });
    const record = { asserter: by, subject, place, page: where }[of];
    const seen = async (key: string | null) => (await found(`node(id: "${remark}") { id }`, key)).includes(remark);
    const set = (visibility: string) =>
      hub.send(`mutation($input: SetVisibilityInput!) { setVisibility(input: $input) { __typename } }`, { input: { record, visibility } });
    expect(await seen(null)).toBe(true);
    await set("RESTRICTED");
    expect([await seen(null), await seen(hub.key)]).toEqual([false, true]);
    await set("PUBLIC");
    expect(await seen(null)).toBe(true);
  });
});

describe("a correction of a remark", () => {
  it("changes what is given and leaves the rest, and takes no field of another kind", async () => {
    const first = await recordRemark(hub, source!, document!, { aboutSource: about, locator: "¶24" });
    expect(await send("supersedeClaim", { claim: first, changeReason: "OUR_ERROR", facility })).toMatchObject({
      claim: {
        __typename: "RemarkClaim",
        locator: "¶24",
        facility: { id: facility },
        aboutSource: { id: about },
        supersedes: { id: first },
      },
    });
    const other = await recordRemark(hub, source!, document!);
    for (const field of [{ metric: "HELD" }, { stance: "SUPPORTS" }, { cause: "None." }])
      expect(await send("supersedeClaim", { claim: other, changeReason: "OUR_ERROR", ...field })).toMatchObject({
        __typename: "InvalidInput",
        issues: [{ path: `input.${Object.keys(field)[0]}` }],
      });
    const count = await recordCountClaim(hub, source!, document!);
    expect(await send("supersedeClaim", { claim: count, changeReason: "OUR_ERROR", aboutSource: about })).toMatchObject({
      issues: [{ path: "input.aboutSource" }],
    });
  });

  it("may withdraw it, and takes its words away for good where it is a redaction", async () => {
    const first = await recordRemark(hub, source!, document!, { statement: "Names a witness.", quote: "a witness" });
    expect(await send("supersedeClaim", { claim: first, changeReason: "REDACTION" })).toMatchObject({
      claim: { status: "RETRACTED", statement: "Redacted." },
    });
    const { data } = await hub.send(`query($id: ID!) { node(id: $id) { ... on RemarkClaim { statement quote redactedAt } } }`, {
      id: first,
    });
    expect(data.node).toEqual({ statement: "[redacted]", quote: null, redactedAt: expect.any(String) });
  });
});

it("remarks change no number: the comparison and the balances are the same with them as without", async () => {
  const [speaker, place] = [await recordSource(hub), await recordFacility(hub)];
  for (const asOf of ["2026-01-10", "2026-01-12"])
    await recordCountClaim(hub, speaker, document!, { metric: "HELD", measure: "STOCK", asOf: day(asOf), facility: place });
  const numbers = () =>
    found(
      `reconciliation(metric: HELD, facility: "${place}", asOf: "2026-01-20T00:00:00Z") { hub { verified } rows { claim { id } verdict reasons hub { lower upper } gap { lower upper } } }
       source(by: { id: "${speaker}" }) { countSeries(metric: HELD, facility: "${place}") { id } stockFlow(facility: "${place}") { from { id } to { id } } }`,
    );
  const before = await numbers();
  await recordRemark(hub, speaker, document!, { facility: place, aboutSource: speaker, asOf: day("2026-01-11") });
  expect(await numbers()).toBe(before);
});
