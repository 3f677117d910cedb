import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../kit/hub.ts";
import { startReceiver } from "../kit/receiver.ts";
import { localId, recordVerified } from "../kit/records.ts";
import { newWebhook, releasesOf } from "../kit/webhooks.ts";

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

const verifyOne = async (person: object = {}) => (await recordVerified(hub, verifier, person)).release;

describe("rights are those of the moment of delivery", () => {
  test("a restricted person's release is told to an editor's webhook and to no other", async () => {
    await using editing = await startReceiver();
    await using partner = await startReceiver();
    await newWebhook(hub, editing, { key: await hub.newKey("EDITOR") });
    await newWebhook(hub, partner);
    const restricted = await verifyOne({ visibility: "RESTRICTED" });
    const open = await verifyOne();
    await editing.until(2);
    await partner.until(1);
    expect([releasesOf(editing), releasesOf(partner)]).toEqual([[restricted, open], [open]]);
  });

  test("what has become restricted while a delivery waited is not told any more in content", async () => {
    await using receiver = await startReceiver();
    receiver.answer = 500;
    await newWebhook(hub, receiver);
    const name = "Somebody Who Must Be Left In Peace";
    const release = await verifyOne({ name });
    const [tried] = await receiver.until(1);
    expect(tried!.body).toContain(name);
    const id = localId(release);
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
    const { id, look } = await newWebhook(hub, receiver, { filter: { nationality: "CO" } });
    const { prisma } = hub.database;
    const comeBackNow = () => prisma.webhook.update({ where: { id: localId(id) }, data: { dueAt: new Date(0) } });
    waitMilliseconds = 3_600_000;
    const release = await verifyOne({ nationalities: ["CO"] });
    for (let failed = 1; failed < attempts; failed += 1) {
      await expect.poll(look).toMatchObject({ attempts: failed });
      if (failed < attempts - 1) await comeBackNow();
    }
    await prisma.detainee.updateMany({ where: { events: { some: { id: localId(release) } } }, data: { nationalities: ["VE"] } });
    waitMilliseconds = 100;
    await comeBackNow();
    const failing = receiver.deliveries.length + attempts - 1;
    receiver.answer = (_delivery, response) => response.writeHead(receiver.deliveries.length <= failing ? 500 : 200).end();
    const next = await verifyOne({ nationalities: ["CO"] });
    await receiver.until(failing + 1);
    await expect.poll(look).toMatchObject({ state: "ACTIVE" });
    expect(releasesOf(receiver).slice(attempts - 1)).toEqual(Array.from({ length: attempts }, () => next));
    expect((await look())["deliveries"].totalCount).toBe(0);
  });

  test("a key that is revoked hears nothing more, on none of its webhooks", async () => {
    await using receiver = await startReceiver();
    await using neighbour = await startReceiver();
    await newWebhook(hub, neighbour);
    const { secret, key } = (
      await hub.send(
        `mutation { createApiKey(input: { name: "newsroom", scopes: [PARTNER] }) { ... on CreateApiKeyPayload { secret key { id } } } }`,
      )
    ).data["createApiKey"];
    await newWebhook(hub, receiver, { key: secret });
    await verifyOne();
    await receiver.until(1);
    await hub.send(`mutation { revokeApiKey(input: { key: "${key.id}" }) { __typename } }`);
    for (const count of [2, 3]) {
      await verifyOne();
      await neighbour.until(count);
    }
    expect(receiver.deliveries).toHaveLength(1);
  });
});
