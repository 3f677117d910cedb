import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, recordDetainee, recordDocument, recordEvent, recordFacility, recordSource } from "../../kit/records.ts";

let hub: Hub;
let source: string;
let document: string;
beforeAll(async () => {
  hub = await startHub("empty");
  [source, document] = await Promise.all([recordSource(hub), recordDocument(hub)]);
});
afterAll(async () => hub[Symbol.asyncDispose]());

const count = async (more: object, key?: string | null) => {
  const input = {
    assertedBy: source,
    document,
    statement: "Some were released.",
    asOf: day("2026-01-12 morning"),
    metric: "RELEASED",
    measure: "CUMULATIVE",
    qualifier: "EXACT",
    value: 41,
    ...more,
  };
  const query = `mutation($input: RecordCountClaimInput!) { recordCountClaim(input: $input) { __typename
    ... on RecordCountClaimPayload { changed claim { id qualifier value lower upper unit status asOf { earliest latest precision edtf timeZone verbatim } facility { slug } partOf { id } } }
    ... on Error { code message } ... on InvalidInput { issues { path expected received } } } }`;
  const answer = await hub.send(query, { input }, key);
  return answer.data?.["recordCountClaim"] ?? answer;
};

describe("a count claim", () => {
  test("keeps its bounds and the precision of its time", async () => {
    expect(await count({})).toMatchObject({
      changed: true,
      claim: {
        qualifier: "EXACT",
        value: 41,
        lower: 41,
        upper: 41,
        unit: "PERSONS",
        status: "ACTIVE",
        asOf: {
          precision: "PART_OF_DAY",
          earliest: "2026-01-12T10:00:00.000Z",
          latest: "2026-01-12T16:00:00.000Z",
          timeZone: "America/Caracas",
        },
      },
    });
  });

  test("recorded twice is recorded once, and says so", async () => {
    const [first, second] = [await count({ value: 7 }), await count({ value: 7 })];
    expect([first.changed, second.changed, second.claim.id]).toEqual([true, false, first.claim.id]);
  });

  test("recorded by ten clients at once is recorded once", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => count({ value: 8 })));
    expect(answers.filter(({ changed }) => changed)).toHaveLength(1);
    expect(new Set(answers.map(({ claim }) => claim.id)).size).toBe(1);
  });

  test.each([
    ["MORE_THAN 800", { qualifier: "MORE_THAN", value: null, lower: 800 }, { lower: 800, upper: null, value: null }],
    ["zero", { value: 0 }, { lower: 0, upper: 0, value: 0 }],
    ["about 50", { qualifier: "ABOUT", value: 50 }, { lower: 50, upper: 50, value: null }],
    ["an important number", { qualifier: "UNQUANTIFIED", value: null }, { lower: null, upper: null, value: null }],
  ])("can say %s", async (_what, input, bounds) => {
    expect((await count(input)).claim).toMatchObject(bounds);
  });

  test.each([
    ["EXACT without a number", { value: null }, "input.qualifier"],
    ["UNQUANTIFIED with a number", { qualifier: "UNQUANTIFIED" }, "input.qualifier"],
    ["a range upside down", { qualifier: "RANGE", value: null, lower: 150, upper: 130 }, "input.qualifier"],
    ["a value and bounds", { lower: 1 }, "input.value"],
    ["fewer than nobody", { value: -1 }, "input.lower"],
    ["more than all", { value: 101, unit: "PERCENT" }, "input.lower"],
    ["a time that is none", { asOf: day("yesterday") }, "input.asOf.edtf"],
    ["a day that is none", { asOf: day("2026-02-30") }, "input.asOf.edtf"],
    ["an offset for a zone", { asOf: { edtf: "2026-01-12", timeZone: "-04:00" } }, "input.asOf.timeZone"],
    ["an empty statement", { statement: " " }, "input.statement"],
    ["a statement that reads otherwise than it is", { statement: "a\u202Eb" }, "input.statement"],
    ["a source that is a document", { assertedBy: "DOCUMENT" }, "input.assertedBy"],
  ])("refuses %s, and says where", async (_what, input: object, path) => {
    const refused = await count("assertedBy" in input ? { assertedBy: document } : input);
    expect(refused).toMatchObject({ __typename: "InvalidInput", code: "INVALID_INPUT" });
    expect(refused.issues.map((issue: { path: string }) => issue.path)).toContain(path);
  });

  test("about something that is not there is NotFound", async () => {
    expect(await count({ facility: btoa("Facility:00000000-0000-4000-8000-000000000000") })).toMatchObject({ __typename: "NotFound" });
  });

  test("needs a key with the scope RECORDER", async () => {
    expect(await count({}, null)).toMatchObject({ __typename: "Unauthenticated" });
    expect(await count({}, await hub.newKey("VERIFIER"))).toMatchObject({ __typename: "Forbidden" });
  });
});

describe("an idempotency key", () => {
  const person = async (input: object, key?: string) =>
    (
      await hub.send(
        `mutation($input: RecordDetaineeInput!) { recordDetainee(input: $input) { __typename ... on RecordDetaineePayload { changed detainee { id } } ... on Error { code } } }`,
        { input },
        key,
      )
    ).data["recordDetainee"];

  test("gives the first answer again, with one effect, also to calls at the same moment", async () => {
    const input = { name: "Same Name", idempotencyKey: "one" };
    const answers = await Promise.all(Array.from({ length: 8 }, () => person(input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await hub.send('{ detainees(filter: { nameContains: "same name" }) { totalCount } }')).data["detainees"].totalCount).toBe(1);
  });

  test("is at most 200 characters long", async () => {
    expect(await person({ name: "F", idempotencyKey: "k".repeat(201) })).toMatchObject({ __typename: "InvalidInput" });
  });

  test("with another input is a conflict", async () => {
    await person({ name: "A", idempotencyKey: "two" });
    expect(await person({ name: "B", idempotencyKey: "two" })).toMatchObject({ __typename: "Conflict" });
  });

  test("belongs to its key's holder", async () => {
    const other = await hub.newKey("RECORDER");
    const [mine, theirs] = [
      await person({ name: "C", idempotencyKey: "three" }),
      await person({ name: "D", idempotencyKey: "three" }, other),
    ];
    expect(theirs.detainee.id).not.toBe(mine.detainee.id);
  });

  test("of a call that failed can be used again", async () => {
    expect(await person({ name: " ", idempotencyKey: "four" })).toMatchObject({ __typename: "InvalidInput" });
    expect(await person({ name: "E", idempotencyKey: "four" })).toMatchObject({ changed: true });
  });
});

test("without one, two people may share all that is known of them", async () => {
  expect(await recordDetainee(hub, { name: "Juan Pérez" })).not.toBe(await recordDetainee(hub, { name: "Juan Pérez" }));
});

test("a document is one for each SHA-256", async () => {
  const sha256 = "a".repeat(64);
  await recordDocument(hub, { sha256, title: "One" });
  await expect(recordDocument(hub, { sha256, title: "Two" })).rejects.toThrow(/is not available: each capture is one document/);
});

test("a status is what had certainly happened by then", async () => {
  const [person, facility] = await Promise.all([recordDetainee(hub), recordFacility(hub)]);
  await recordEvent(hub, person, { type: "ARREST", stage: null, place: null, facility, when: day("2025-03") });
  await recordEvent(hub, person, { type: "DISAPPEARANCE", stage: null, when: day("2025-06-01") });
  await recordEvent(hub, person, { type: "LOCATED", stage: null, place: null, facility, when: day("2025-08-01") });
  await recordEvent(hub, person, { when: day("2026-01-08"), conditions: ["GAG_ORDER"], outcome: "CONDITIONAL" });
  const at = async (asOf: string) =>
    (
      await hub.send(`query($id: ID!, $asOf: DateTime) { detainee(id: $id) { status(asOf: $asOf) facility(asOf: $asOf) { id } } }`, {
        id: person,
        asOf,
      })
    ).data["detainee"];
  expect(await at("2025-03-15T00:00:00Z")).toEqual({ status: "UNKNOWN", facility: null });
  expect(await at("2025-04-02T00:00:00Z")).toEqual({ status: "DETAINED", facility: { id: facility } });
  expect(await at("2025-07-01T00:00:00Z")).toEqual({ status: "WHEREABOUTS_UNKNOWN", facility: null });
  expect(await at("2025-12-01T00:00:00Z")).toEqual({ status: "DETAINED", facility: { id: facility } });
  expect(await at("2026-01-10T00:00:00Z")).toEqual({ status: "CONDITIONALLY_RELEASED", facility: null });
});

test("a release needs its stage, and nothing else has one", async () => {
  const person = await recordDetainee(hub);
  await expect(recordEvent(hub, person, { stage: null })).rejects.toThrow(/stage/);
  await expect(recordEvent(hub, person, { type: "ARREST" })).rejects.toThrow(/RELEASE/);
});

test("a key is told once, and ends when it is revoked", async () => {
  const made = (
    await hub.send(
      `mutation { createApiKey(input: { name: "Ana", scopes: [RECORDER] }) { ... on CreateApiKeyPayload { secret key { id name scopes } } } }`,
    )
  ).data["createApiKey"];
  expect(made.key).toMatchObject({ name: "Ana", scopes: ["RECORDER"] });
  const rows = await hub.database.prisma.apiKey.findMany();
  expect(JSON.stringify(rows)).not.toContain(made.secret);
  expect(await hub.send("{ __typename }", {}, made.secret)).toMatchObject({ status: 200 });
  await hub.send(`mutation { revokeApiKey(input: { key: "${made.key.id}" }) { __typename } }`);
  expect(await hub.send("{ __typename }", {}, made.secret)).toMatchObject({ status: 401 });
});

test("a key's scopes are changed by an administrator alone, count at once, and not after it has ended", async () => {
  const query = `mutation($input: UpdateApiKeyInput!) { updateApiKey(input: $input) { __typename ... on UpdateApiKeyPayload { changed key { scopes } } ... on Error { code message } } }`;
  const { data } = await hub.send(
    `mutation { createApiKey(input: { name: "Eva", scopes: [ADMIN, RECORDER] }) { ... on CreateApiKeyPayload { secret key { id } } } }`,
  );
  const { secret, key } = data["createApiKey"];
  const update = async (scopes: string[], by?: string) =>
    (await hub.send(query, { input: { key: key.id, scopes } }, by)).data["updateApiKey"];
  expect(await update(["RECORDER"], secret)).toMatchObject({ changed: true, key: { scopes: ["RECORDER"] } });
  expect(await update(["ADMIN"], secret)).toMatchObject({ __typename: "Forbidden" });
  expect(await update(["RECORDER", "RECORDER"])).toMatchObject({ changed: false, key: { scopes: ["RECORDER"] } });
  expect(await update([])).toMatchObject({ __typename: "InvalidInput" });
  await hub.send(`mutation { revokeApiKey(input: { key: "${key.id}" }) { __typename } }`);
  expect(await update(["PARTNER"])).toMatchObject({ __typename: "Conflict" });
  const list = "{ apiKeys { id name scopes revokedAt } }";
  expect((await hub.send(list)).data["apiKeys"]).toContainEqual({
    id: key.id,
    name: "Eva",
    scopes: ["RECORDER"],
    revokedAt: expect.any(String),
  });
  for (const nobody of [await hub.newKey("EDITOR"), null])
    expect((await hub.send(list, {}, nobody)).errors).toMatchObject([{ extensions: { code: nobody ? "FORBIDDEN" : "UNAUTHENTICATED" } }]);
});
