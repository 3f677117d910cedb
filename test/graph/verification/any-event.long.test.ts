/** Events of every type are decided on, as releases are; counts of them then have verified people to compare with. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, recordCountClaim, recordDetainee, recordDocument, recordEvent, recordEventClaim, recordSource } from "../../kit/records.ts";

let hub: Hub;
let verifier: string;
beforeAll(async () => {
  hub = await startHub("empty");
  verifier = await hub.newKey("VERIFIER");
});
afterAll(async () => hub[Symbol.asyncDispose]());

const decide = async (verb: string, input: object, key = verifier) => {
  const title = `${verb[0]!.toUpperCase()}${verb.slice(1)}`;
  const query = `mutation($input: ${title}Input!) { ${verb}(input: $input) { __typename ... on ${title}Payload { changed event { __typename state } }
    ... on Error { code message } ... on PolicyNotSatisfied { failedRules { rule code have need missing } } } }`;
  const { data, errors } = await hub.send(query, { input }, key);
  if (errors) throw new Error(JSON.stringify(errors));
  return data[verb];
};
const told = async () =>
  (await hub.send(`{ feed(first: 50) { edges { node { __typename } } } }`, {}, null)).data["feed"].edges.length as number;

/** An event that two organisations report. */
async function corroborated(detainee: string, more: object): Promise<string> {
  const [one, other, document] = await Promise.all([recordSource(hub), recordSource(hub), recordDocument(hub)]);
  const release = "type" in more && more.type !== "RELEASE" ? { stage: undefined } : {};
  const event = await recordEvent(hub, detainee, { ...release, ...more });
  await recordEventClaim(hub, event, one, document);
  await recordEventClaim(hub, event, other, document);
  return event;
}

const names = {
  ARREST: "Arrest",
  DISAPPEARANCE: "Disappearance",
  LOCATED: "Located",
  TRANSFER: "Transfer",
  SENTENCE: "Sentence",
  DEATH: "Death",
};
test.each(Object.entries(names))("%s: verified, contested, refuted, taken back, and no news for the feed", async (type, __typename) => {
  const event = await corroborated(await recordDetainee(hub), { type });
  const queue = `query($type: CustodyEventType!) { verificationQueue { edges { node { id } } } decisionQueue(type: $type) { edges { node { id } } } }`;
  const waiting = async (of: string, field = "decisionQueue") =>
    (await hub.send(queue, { type: of }, null)).data[field].edges.map(({ node }: any) => node.id) as string[];
  expect([(await waiting(type)).includes(event), (await waiting("RELEASE")).includes(event)]).toEqual([true, false]);
  expect(await waiting(type, "verificationQueue")).toEqual(await waiting("RELEASE"));
  expect(await decide("verifyEvent", { event })).toMatchObject({ changed: true, event: { __typename, state: "VERIFIED" } });
  expect(await waiting(type)).not.toContain(event);
  expect(await decide("contestEvent", { event, publicNote: "Somebody doubts it." })).toMatchObject({ event: { state: "CONTESTED" } });
  expect(await decide("refuteEvent", { event, publicNote: "It was another." })).toMatchObject({ event: { state: "REFUTED" } });
  expect(await decide("retractVerification", { event, publicNote: "It was not." })).toMatchObject({ event: { state: "CORROBORATED" } });
  expect(await told()).toBe(0);
});

test("a mutation for releases knows no other event, and one for any event knows releases", async () => {
  const person = await recordDetainee(hub);
  const [arrest, release] = [await corroborated(person, { type: "ARREST", when: day("2026-01-02") }), await corroborated(person, {})];
  const query = `mutation($input: VerifyReleaseInput!) { verifyRelease(input: $input) { __typename ... on Error { code } } }`;
  const wrong = arrest.replace(/.*/, Buffer.from(Buffer.from(arrest, "base64").toString().replace("Arrest", "Release")).toString("base64"));
  expect((await hub.send(query, { input: { release: wrong } }, verifier)).data["verifyRelease"]).toMatchObject({ code: "NOT_FOUND" });
  expect(await decide("verifyEvent", { event: release })).toMatchObject({ event: { __typename: "Release", state: "VERIFIED" } });
  expect(await told()).toBe(1);
  const both = await decide("retractVerification", { event: release, release, publicNote: "Which one?" });
  expect(both).toMatchObject({ __typename: "InvalidInput" });
  expect(await decide("retractVerification", { release, publicNote: "By its old name." })).toMatchObject({
    event: { state: "CORROBORATED" },
  });
});

test("a verified arrest, death and disappearance is a verified person beside a count of them", async () => {
  const [source, document] = [await recordSource(hub), await recordDocument(hub)];
  const before: Record<string, number> = {};
  const metrics = { ARRESTED: "ARREST", DIED: "DEATH", WHEREABOUTS_UNKNOWN: "DISAPPEARANCE", HELD: "ARREST" };
  const read = async (metric: string) => {
    const query = `query($metric: CountMetric!) { reconciliation(metric: $metric, asOf: "2026-01-25T12:00:00Z") { rows { hub { verified } } } }`;
    return (await hub.send(query, { metric }, null)).data["reconciliation"].rows[0].hub.verified as number;
  };
  for (const metric of Object.keys(metrics)) {
    const measure = metric === "HELD" || metric === "WHEREABOUTS_UNKNOWN" ? "STOCK" : "CUMULATIVE";
    await recordCountClaim(hub, source, document, { metric, measure, asOf: day("2026-01-21") });
    before[metric] = await read(metric);
  }
  for (const [metric, type] of Object.entries(metrics)) {
    const event = await corroborated(await recordDetainee(hub), { type, when: day("2026-01-19") });
    expect(await decide("verifyEvent", { event })).toMatchObject({ event: { state: "VERIFIED" } });
    expect(await read(metric)).toBeGreaterThan(before[metric]!);
  }
});

test("what does not fit the person's timeline is not verified, until what speaks against it is refuted; what is verified stays so", async () => {
  const person = await recordDetainee(hub);
  const release = await corroborated(person, { when: day("2026-01-19") });
  const death = await recordEvent(hub, person, { type: "DEATH", stage: undefined, when: day("2026-01-02") });
  expect(await decide("verifyEvent", { event: release })).toMatchObject({ failedRules: [{ rule: "COHERENCE", code: "AFTER_DEATH" }] });
  await decide("refuteEvent", { event: death, publicNote: "Another of that name." });
  expect(await decide("verifyEvent", { event: release })).toMatchObject({ event: { state: "VERIFIED" } });
  await recordEvent(hub, person, { type: "DEATH", stage: undefined, when: day("2026-01-03") });
  const again = await corroborated(person, { when: day("2026-01-20") });
  expect(await decide("verifyEvent", { event: again })).toMatchObject({ failedRules: [{ code: "AFTER_DEATH" }] });
  const { data } = await hub.send(`query($id: ID!) { release(id: $id) { state } }`, { id: release }, null);
  expect(data["release"].state).toBe("VERIFIED");
});

test("people judged to be one have one timeline: a second release of it is not verified, and with the merge undone it may be", async () => {
  const [one, other] = [await recordDetainee(hub), await recordDetainee(hub)];
  const [first, second] = [await corroborated(one, {}), await corroborated(other, {})];
  await decide("verifyEvent", { event: first });
  const judge = async (verb: string, input: object) => {
    const title = `${verb[0]!.toUpperCase()}${verb.slice(1)}`;
    const query = `mutation($i: ${title}Input!) { ${verb}(input: $i) { ... on ${title}Payload { judgement { id } } } }`;
    return (await hub.send(query, { i: input })).data[verb].judgement.id as string;
  };
  const judgement = await judge("mergeDetainees", { into: one, from: other, note: "The same." });
  expect(await decide("verifyEvent", { event: second })).toMatchObject({ failedRules: [{ rule: "COHERENCE", code: "TWICE" }] });
  await judge("undoMerge", { judgement, note: "Not the same." });
  expect(await decide("verifyEvent", { event: second })).toMatchObject({ event: { state: "VERIFIED" } });
});

test("two keys of one holder are one: the second cannot verify what the first recorded", async () => {
  const keyOf = async (holder: string, scope: string) => {
    const query = `mutation($input: CreateApiKeyInput!) { createApiKey(input: $input) { ... on CreateApiKeyPayload { secret key { holder } } } }`;
    const { secret, key } = (await hub.send(query, { input: { name: "a key", holder, scopes: [scope] } })).data["createApiKey"];
    expect(key.holder).toBe(holder);
    return secret as string;
  };
  const [records, verifies, another] = [
    await keyOf("Ana Pérez", "RECORDER"),
    await keyOf("ana perez", "VERIFIER"),
    await keyOf("Ben", "VERIFIER"),
  ];
  const [one, other, document] = [await recordSource(hub), await recordSource(hub), await recordDocument(hub)];
  const event = await recordEvent(hub, await recordDetainee(hub));
  await recordEventClaim(hub, event, one, document, {}, records);
  await recordEventClaim(hub, event, other, document);
  expect(await decide("verifyEvent", { event }, verifies)).toMatchObject({ failedRules: [{ rule: "HUMAN_DECISION", code: "OWN_CLAIMS" }] });
  expect(await decide("verifyEvent", { event }, another)).toMatchObject({ event: { state: "VERIFIED" } });
});

test("what lies in the future is not verified", async () => {
  const later = `${new Date().getUTCFullYear() + 30}-01-20`;
  const [one, other, document, person] = [
    await recordSource(hub),
    await recordSource(hub),
    await recordDocument(hub),
    await recordDetainee(hub),
  ];
  // Refused at recording, or by the policy: either way it never becomes VERIFIED.
  const event = await recordEvent(hub, person, { when: day(later) }).catch(() => null);
  if (event === null) return;
  await recordEventClaim(hub, event, one, document, { asOf: day(later) }).catch(() => null);
  await recordEventClaim(hub, event, other, document, { asOf: day(later) }).catch(() => null);
  const { failedRules } = await decide("verifyEvent", { event });
  expect(failedRules).toContainEqual(expect.objectContaining({ rule: "EFFECTED", code: "IN_THE_FUTURE" }));
});
