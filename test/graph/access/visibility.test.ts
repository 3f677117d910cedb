import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import {
  decide,
  recordCorroborated,
  recordCountClaim,
  recordDocument,
  recordEvent,
  recordEventClaim,
  recordFacility,
  recordSource,
} from "../../kit/records.ts";

let hub: Hub;
let partner: string;
let editor: string;
const secret = "Ximena Oculta";
let ids: { detainee: string; release: string; facility: string; arrest: string };

beforeAll(async () => {
  hub = await startHub("empty");
  [partner, editor] = [await hub.newKey("PARTNER"), await hub.newKey("EDITOR")];
  const facility = await recordFacility(hub, { slug: "the-place" });
  const { detainee, release } = await recordCorroborated(
    hub,
    { name: secret, visibility: "RESTRICTED", nationalities: ["CO"] },
    { facility },
  );
  const arrest = await recordEvent(hub, detainee, {
    type: "ARREST",
    stage: null,
    place: null,
    facility,
    when: { edtf: "2025-12", timeZone: "UTC" },
  });
  await recordEventClaim(hub, arrest, await recordSource(hub), await recordDocument(hub));
  await decide(hub, "verifyRelease", { release }, await hub.newKey("VERIFIER", "EDITOR"));
  ids = { detainee, release, facility, arrest };
});
afterAll(async () => hub[Symbol.asyncDispose]());

/** Ways on which a person could be seen, and what each gives when there is nothing to see. */
const ways: [string, string, unknown][] = [
  ["one", "{ detainee(id: DETAINEE) { name } }", { detainee: null }],
  ["many", "{ detainees { edges { node { name } } } }", { detainees: { edges: [] } }],
  ["the count of many", "{ detainees { totalCount } }", { detainees: { totalCount: 0 } }],
  ["a filter", '{ detainees(filter: { nationality: "CO" }) { totalCount } }', { detainees: { totalCount: 0 } }],
  ["search", '{ search(text: "Ximena Oculta") { matched } }', { search: [] }],
  ["node", "{ node(id: DETAINEE) { id } }", { node: null }],
  ["nodes", "{ nodes(ids: [DETAINEE, RELEASE, ARREST]) { id } }", { nodes: [null, null, null] }],
  ["a release", "{ release(id: RELEASE) { state } }", { release: null }],
  ["releases", "{ releases { totalCount edges { node { id } } } }", { releases: { totalCount: 0, edges: [] } }],
  ["claims", "{ claims(filter: { kind: EVENT }) { totalCount edges { node { statement } } } }", { claims: { totalCount: 0, edges: [] } }],
  ["claims of an event", "{ claims(filter: { event: RELEASE }) { totalCount } }", { claims: { totalCount: 0 } }],
  [
    "a facility's people",
    '{ facility(by: { slug: "the-place" }) { detainees { totalCount edges { node { name } } } } }',
    { facility: { detainees: { totalCount: 0, edges: [] } } },
  ],
  [
    "a facility's releases",
    '{ facility(by: { slug: "the-place" }) { releases { totalCount edges { node { id } } } } }',
    { facility: { releases: { totalCount: 0, edges: [] } } },
  ],
  [
    "a facility's counts",
    '{ facility(by: { slug: "the-place" }) { detaineeCount(asOf: "2026-01-10T00:00:00Z") releaseCount } }',
    { facility: { detaineeCount: 0, releaseCount: 0 } },
  ],
  ["a source's claims", "{ sources { edges { node { claims { totalCount } } } } }", undefined],
  ["the feed", "{ feed { edges { node { eventId } } } }", { feed: { edges: [] } }],
];

const outsiders: [string, () => string | null][] = [
  ["anonymous", () => null],
  ["a partner", () => partner],
];

describe.each(outsiders)("a restricted person is absent for %s", (_who, key) => {
  test.each(ways)("on the way of %s", async (_way, query, nothing) => {
    const asked = query
      .replaceAll("DETAINEE", `"${ids.detainee}"`)
      .replaceAll("RELEASE", `"${ids.release}"`)
      .replaceAll("ARREST", `"${ids.arrest}"`);
    const { data, errors } = await hub.send(asked, {}, key());
    expect(errors, JSON.stringify(errors)).toBeUndefined();
    if (nothing === undefined) expect(JSON.stringify(data)).not.toMatch(/"totalCount":[1-9]/);
    else expect(data).toEqual(nothing);
  });
});

test("an editor sees the same person on every way", async () => {
  for (const [way, query, nothing] of ways) {
    const asked = query
      .replaceAll("DETAINEE", `"${ids.detainee}"`)
      .replaceAll("RELEASE", `"${ids.release}"`)
      .replaceAll("ARREST", `"${ids.arrest}"`);
    const { data, errors } = await hub.send(asked, {}, editor);
    expect([way, errors]).toEqual([way, undefined]);
    expect(data, way).not.toEqual(nothing ?? {});
  }
});

test("a minor is restricted unless somebody decides otherwise", async () => {
  const record = async (visibility?: string) =>
    (
      await hub.send(
        `mutation($input: RecordDetaineeInput!) { recordDetainee(input: $input) { ... on RecordDetaineePayload { detainee { id } } } }`,
        { input: { name: "A child", ageGroup: "MINOR", visibility } },
      )
    ).data["recordDetainee"].detainee.id as string;
  const [hidden, shown] = [await record(), await record("PUBLIC")];
  expect((await hub.send("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: [hidden, shown] }, null)).data["nodes"]).toEqual([
    null,
    { id: shown },
  ]);
});

test("a partner row is for partners and editors", async () => {
  const source = await recordSource(hub, { visibility: "PARTNER", name: "A partner's source" });
  const seenBy = async (key: string | null): Promise<boolean> =>
    (await hub.send(`{ node(id: "${source}") { id } }`, {}, key)).data["node"] !== null;
  expect([await seenBy(null), await seenBy(partner), await seenBy(editor)]).toEqual([false, true, true]);
});

test("claims of a confidential source are hidden with it", async () => {
  const [source, { release }] = [await recordSource(hub, { visibility: "RESTRICTED", name: "A guard" }), await recordCorroborated(hub)];
  await recordEventClaim(hub, release, source, await recordDocument(hub));
  const ask = async (key: string | null): Promise<string> =>
    JSON.stringify(
      (
        await hub.send(
          `{ release(id: "${release}") { claims { totalCount edges { node { assertedBy { name } } } } verification { roots { name } claims { id } } } search(text: "A guard") { matched } }`,
          {},
          key,
        )
      ).data,
    );
  expect(await ask(null)).not.toContain("A guard");
  expect(await ask(editor)).toContain("A guard");
});

test("nothing is found by a facility that is hidden, though what happened there can be seen", async () => {
  const place = await recordFacility(hub, { visibility: "RESTRICTED" });
  const part = await recordFacility(hub, { partOf: place });
  const { release } = await recordCorroborated(hub, { nationalities: ["AR"] }, { facility: place });
  const source = await recordSource(hub);
  await recordCountClaim(hub, source, await recordDocument(hub), { facility: place });
  const lists = [
    "releases(filter: { facility: PLACE }) { totalCount }",
    "custodyEvents(filter: { facility: PLACE }) { totalCount }",
    "detainees(filter: { facility: PLACE }) { totalCount }",
    "claims(filter: { facility: PLACE }) { totalCount }",
    "facilities(filter: { partOf: PLACE }) { totalCount }",
    `source(by: { id: "${source}" }) { claims(filter: { facility: PLACE }) { totalCount } }`,
  ];
  const found = async (query: string, key: string | null) => {
    const { data, errors } = await hub.send(`{ ${query.replace("PLACE", `"${place}"`)} }`, {}, key);
    expect(errors, JSON.stringify(errors)).toBeUndefined();
    return JSON.stringify(data).match(/"totalCount":(\d+)/)![1];
  };
  for (const list of lists) {
    expect([list, await found(list, null), await found(list, partner)]).toEqual([list, "0", "0"]);
    expect([list, await found(list, editor)]).not.toEqual([list, "0"]);
  }
  for (const query of [
    `reconciliation(metric: RELEASED, facility: "${place}") { hub { verified } }`,
    `revolvingDoor(facility: "${place}") { released }`,
  ]) {
    expect((await hub.send(`{ ${query} }`, {}, null)).errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
    expect((await hub.send(`{ ${query} }`, {}, editor)).errors).toBeUndefined();
  }
  expect(
    (await hub.send(`{ release(id: "${release}") { facility { name } } facility(by: { id: "${part}" }) { partOf { id } } }`, {}, null))
      .data,
  ).toEqual({
    release: { facility: null },
    facility: { partOf: null },
  });
});

test("who may see a record is changed by editors, and counts at once", async () => {
  const query = `mutation($i: SetVisibilityInput!) { setVisibility(input: $i) { __typename ... on SetVisibilityPayload { changed visibility } } }`;
  const set = async (record: string, visibility: string, key?: string) =>
    (await hub.send(query, { i: { record, visibility } }, key)).data["setVisibility"];
  const [source, document, place] = [await recordSource(hub), await recordDocument(hub), await recordFacility(hub)];
  const { detainee } = await recordCorroborated(hub);
  for (const record of [source, document, place, detainee]) {
    const seen = async () => (await hub.send("query($id: ID!) { node(id: $id) { id } }", { id: record }, null)).data["node"];
    expect(await set(record, "RESTRICTED", await hub.newKey("RECORDER", "VERIFIER", "PARTNER"))).toMatchObject({ __typename: "Forbidden" });
    expect(await seen()).toEqual({ id: record });
    expect(await set(record, "RESTRICTED")).toMatchObject({ changed: true, visibility: "RESTRICTED" });
    expect(await seen()).toBeNull();
    expect(await set(record, "RESTRICTED", editor)).toMatchObject({ changed: false });
    expect(await set(record, "PUBLIC", editor)).toMatchObject({ changed: true });
    expect(await seen()).toEqual({ id: record });
  }
  expect(await set(ids.release, "PUBLIC")).toMatchObject({ __typename: "InvalidInput" });
  const nobody = Buffer.from(`Detainee:${crypto.randomUUID()}`).toString("base64");
  expect(await set(nobody, "PUBLIC")).toMatchObject({ __typename: "NotFound" });
});
