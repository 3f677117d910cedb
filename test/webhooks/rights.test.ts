import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../kit/hub.ts";
import { startReceiver, type Receiver } from "../kit/receiver.ts";
import { decide, recordCorroborated } from "../kit/records.ts";
import { listWebhooks, webhookMutation } from "../kit/webhooks.ts";

const attempts = 3;
let waitMilliseconds = 100;

let hub: Hub;
let verifier: string;
beforeAll(async () => {
  const webhooks = { allowPrivate: true, pollMilliseconds: 50, timeoutMilliseconds: 3000, attempts, wait: () => waitMilliseconds };
  hub = await startHub("empty", { webhooks });
  verifier = await hub.newKey("VERIFIER", "EDITOR");
});
afterAll(async () => hub[Symbol.asyncDispose]());

async function verifyOne(person: object = {}): Promise<string> {
  const { release } = await recordCorroborated(hub, person);
  expect(await decide(hub, "verifyRelease", { release }, verifier)).toMatchObject({ changed: true });
  return release;
}

async function newWebhook(receiver: Receiver, more: { key?: string; filter?: object; after?: string } = {}) {
  const { key = await hub.newKey("PARTNER"), ...input } = more;
  const { webhook, secret } = await webhookMutation(hub, "createWebhook", { url: receiver.url, ...input }, key);
  return {
    id: webhook.id as string,
    secret: secret as string,
    key,
    look: async () => (await listWebhooks(hub, key)).find(({ id }) => id === webhook.id)!,
    replay: (input: object) => webhookMutation(hub, "replayWebhook", { webhook: webhook.id, ...input }, key),
  };
}

const releasesOf = ({ deliveries }: Receiver) => deliveries.map(({ json }) => json.data.releaseFeed.releaseId as string);
const quiet = () => new Promise((resolve) => setTimeout(resolve, 500));
async function eventually(look: () => Promise<object>, expected: object): Promise<void> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const seen = await look();
    if (expect.objectContaining(expected).asymmetricMatch(seen)) return;
    if (Date.now() > deadline) return expect(seen).toMatchObject(expected);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

describe("rights are those of the moment of delivery", () => {
  test("a restricted person's release is told to an editor's webhook and to no other", async () => {
    await using editing = await startReceiver();
    await using partner = await startReceiver();
    await newWebhook(editing, { key: await hub.newKey("EDITOR") });
    await newWebhook(partner);
    const restricted = await verifyOne({ visibility: "RESTRICTED" });
    const open = await verifyOne();
    await editing.until(2);
    await partner.until(1);
    await quiet();
    expect([releasesOf(editing), releasesOf(partner)]).toEqual([[restricted, open], [open]]);
  });

  test("what has become restricted while a delivery waited is not told any more in content", async () => {
    await using receiver = await startReceiver();
    receiver.answer = 500;
    await newWebhook(receiver);
    const name = "Somebody Who Must Be Left In Peace";
    const release = await verifyOne({ name });
    const [tried] = await receiver.until(1);
    expect(tried!.body).toContain(name);
    const id = Buffer.from(release, "base64").toString().split(":")[1]!;
    await hub.database.prisma.detainee.updateMany({ where: { events: { some: { id } } }, data: { visibility: "RESTRICTED" } });
    const seen = receiver.deliveries.length;
    receiver.answer = 200;
    const next = await verifyOne();
    // However many attempts it takes to get there.
    for (let more = seen + 1; releasesOf(receiver).at(-1) !== next; more += 1) await receiver.until(more);
    // The one that was under way at that moment is not called back.
    for (const { body } of receiver.deliveries.slice(seen + 1)) expect(body).not.toContain(name);
  });

  test("and what its filter no longer lets through leaves the next event all attempts of its own", async () => {
    await using receiver = await startReceiver();
    receiver.answer = 500;
    const { look } = await newWebhook(receiver, { filter: { nationality: "CO" } });
    waitMilliseconds = 1500;
    const release = await verifyOne({ nationalities: ["CO"] });
    await receiver.until(attempts - 1);
    const id = Buffer.from(release, "base64").toString().split(":")[1]!;
    await hub.database.prisma.detainee.updateMany({ where: { events: { some: { id } } }, data: { nationalities: ["VE"] } });
    waitMilliseconds = 100;
    const failing = receiver.deliveries.length + attempts - 1;
    receiver.answer = (_delivery, response) => response.writeHead(receiver.deliveries.length <= failing ? 500 : 200).end();
    const next = await verifyOne({ nationalities: ["CO"] });
    await receiver.until(failing + 1);
    await eventually(look, { state: "ACTIVE" });
    expect(releasesOf(receiver).slice(attempts - 1)).toEqual(Array.from({ length: attempts }, () => next));
    expect((await look())["deliveries"].totalCount).toBe(0);
  });

  test("a key that is revoked hears nothing more, on none of its webhooks", async () => {
    await using receiver = await startReceiver();
    const { secret, key } = (
      await hub.send(
        `mutation { createApiKey(input: { name: "newsroom", scopes: [PARTNER] }) { ... on CreateApiKeyPayload { secret key { id } } } }`,
      )
    ).data["createApiKey"];
    await newWebhook(receiver, { key: secret });
    await verifyOne();
    await receiver.until(1);
    await hub.send(`mutation { revokeApiKey(input: { key: "${key.id}" }) { __typename } }`);
    await verifyOne();
    await quiet();
    expect(receiver.deliveries).toHaveLength(1);
  });
});
