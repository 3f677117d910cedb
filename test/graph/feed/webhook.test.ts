import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { listWebhooks, webhookMutation } from "../../kit/webhooks.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub("venezuela");
});
afterAll(async () => hub[Symbol.asyncDispose]());

const url = "https://hooks.example.org/paradero";
const create = (input: object, key?: string | null) => webhookMutation(hub, "createWebhook", input, key);

test("any key registers webhooks, sees its own and no other's, and is told the secret once", async () => {
  const [one, other] = [await hub.newKey("PARTNER"), await hub.newKey("RECORDER")];
  const created = await create({ url, filter: { nationality: "CO", since: "2026-01-01T00:00:00Z" } }, one);
  expect(created).toMatchObject({ changed: true, webhook: { url, state: "ACTIVE", stop: null, attempts: 0 } });
  expect(created["secret"]).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(await listWebhooks(hub, one)).toEqual([
    expect.objectContaining({
      id: created["webhook"].id,
      filter: { includeParts: true, nationality: ["CO"], since: "2026-01-01T00:00:00.000Z" },
    }),
  ]);
  expect(await listWebhooks(hub, other)).toEqual([]);
  const node = `query($id: ID!) { node(id: $id) { __typename id } }`;
  expect((await hub.send(node, { id: created["webhook"].id }, one)).data["node"]).toMatchObject({ __typename: "Webhook" });
  for (const stranger of [other, hub.key, null])
    expect((await hub.send(node, { id: created["webhook"].id }, stranger)).data["node"]).toBeNull();
  for (const verb of ["deleteWebhook", "replayWebhook"])
    expect(
      await webhookMutation(hub, verb, { webhook: created["webhook"].id, ...(verb === "replayWebhook" ? { after: "" } : {}) }, other),
    ).toMatchObject({
      code: "NOT_FOUND",
    });
  expect(await webhookMutation(hub, "deleteWebhook", { webhook: created["webhook"].id }, one)).toMatchObject({
    webhookId: created["webhook"].id,
  });
  expect(await listWebhooks(hub, one)).toEqual([]);
});

test("without a key there are no webhooks to see or make", async () => {
  expect(await create({ url }, null)).toMatchObject({ code: "UNAUTHENTICATED" });
  await expect(listWebhooks(hub, null)).rejects.toThrow("UNAUTHENTICATED");
});

describe("a webhook is refused", () => {
  test.each(["http://hooks.example.org/", "https://127.0.0.1/", "https://[::ffff:10.0.0.1]/", "https://localhost/"])(
    "to %s, with what the hub's operator can do about it",
    async (address) => {
      const message = expect.stringMatching(
        /^input\.url: expected an https URL.*operator can allow.*WEBHOOK_ALLOW_PRIVATE=true.*, got "http/,
      );
      expect(await create({ url: address })).toMatchObject({ code: "INVALID_INPUT", message, issues: [{ path: "input.url" }] });
    },
  );

  test.each(["https://a:b@example.org/", "ftp://example.org/"])("to %s, which no operator can allow", async (address) => {
    const message = expect.not.stringContaining("WEBHOOK_ALLOW_PRIVATE");
    expect(await create({ url: address })).toMatchObject({ code: "INVALID_INPUT", message, issues: [{ path: "input.url" }] });
  });

  test("with a filter that the feed would refuse, or a cursor that it never gave", async () => {
    expect(await create({ url, filter: { facility: "no id, and no slug" } })).toMatchObject({ code: "INVALID_ID" });
    await expect(create({ url, after: "bm9uc2Vuc2U" })).rejects.toThrow("CURSOR_INVALID");
  });

  test("when the key has ten, also to two that ask for the last at once", async () => {
    const key = await hub.newKey("PARTNER");
    for (let made = 0; made < 9; made += 1) await create({ url }, key);
    const last = await Promise.all([create({ url }, key), create({ url }, key)]);
    expect(new Set(last.map(({ __typename }) => __typename as string))).toEqual(new Set(["Conflict", "CreateWebhookPayload"]));
    expect(await listWebhooks(hub, key)).toHaveLength(10);
  });
});

test("the same idempotency key makes one webhook, and tells its secret once", async () => {
  const key = await hub.newKey("PARTNER");
  const first = await create({ url, idempotencyKey: "one" }, key);
  const again = await create({ url, idempotencyKey: "one" }, key);
  expect(again).toMatchObject({ webhook: { id: first["webhook"].id }, secret: null });
  expect(await create({ url: `${url}/other`, idempotencyKey: "one" }, key)).toMatchObject({ code: "CONFLICT" });
  await webhookMutation(hub, "deleteWebhook", { webhook: first["webhook"].id }, key);
  expect(await create({ url, idempotencyKey: "one" }, key)).toMatchObject({ webhook: null });
});

test("a replay names a cursor or a delivery: not both, not neither", async () => {
  const webhook = (await create({ url }))["webhook"].id;
  const delivery = Buffer.from("WebhookDelivery:0b5c9a52-6d7e-4d0f-8a3b-1c2d3e4f5a6b").toString("base64");
  for (const input of [{}, { after: "", delivery }])
    expect(await webhookMutation(hub, "replayWebhook", { webhook, ...input })).toMatchObject({
      code: "INVALID_INPUT",
      issues: [{ path: "input.after", expected: "either after or delivery" }],
    });
  expect(await webhookMutation(hub, "replayWebhook", { webhook, delivery })).toMatchObject({ code: "NOT_FOUND" });
  await expect(webhookMutation(hub, "replayWebhook", { webhook, after: "nonsense" })).rejects.toThrow("CURSOR_INVALID");
});

test("the feed's query takes the subscription's filter", async () => {
  const query = `query($filter: ReleaseFilter) { feed(first: 100, filter: $filter) { edges { node { release { id } } } } }`;
  const verifier = await hub.newKey("VERIFIER");
  const { data } = await hub.send(`{ releases(filter: { state: CORROBORATED }) { edges { node { id } } } }`);
  const release = data["releases"].edges[0].node.id as string;
  await hub.send(`mutation($id: ID!) { verifyRelease(input: { release: $id }) { __typename } }`, { id: release }, verifier);
  const told = async (filter: object) =>
    (await hub.send(query, { filter }, null)).data["feed"].edges.map((edge: any) => edge.node.release.id);
  expect(await told({ stage: "EFFECTED" })).toContain(release);
  expect(await told({ stage: "ANNOUNCED" })).toEqual([]);
});
