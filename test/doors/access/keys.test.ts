/** What keys may give, how they end, and how one takes another's place. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lacking } from "../../../src/domain/access/giving.ts";
import { scopes, type Scope } from "../../../src/domain/viewer.ts";
import { socketOf } from "../socket.ts";
import { freshDatabase } from "../../kit/database.ts";
import { startHub, startHubOn, type Hub } from "../../kit/hub.ts";
import { metric } from "../../kit/metrics.ts";
import { subscribeSse } from "../../kit/subscriber.ts";

const day = 24 * 3600 * 1000;
const subscription = "subscription { releaseFeed { __typename } }";
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();
const keyFields = "key { id name holder scopes expiresAt lastUsedAt revokedAt }";
const error = "... on Error { code message }";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub("empty");
});
afterAll(async () => hub[Symbol.asyncDispose]());

async function run(verb: string, input: object, key?: string | null, more = "") {
  const title = `${verb[0]!.toUpperCase()}${verb.slice(1)}`;
  const query = `mutation($input: ${title}Input!) { ${verb}(input: $input) { __typename ... on ${title}Payload { changed ${keyFields} ${more} } ${error} } }`;
  return (await hub.send(query, { input }, key)).data[verb] as Record<string, any>;
}
const make = async (input: object, key?: string) => run("createApiKey", { name: "made", ...input }, key, "secret");
const works = async (key: string) => (await hub.send("{ __typename }", {}, key)).status === 200;

describe("nobody gives a scope that they lack", () => {
  test.each<[Scope[], Scope[], Scope[]]>([
    [["ADMIN"], ["ADMIN", "AUDITOR"], []],
    [["ADMIN"], ["EDITOR"], ["EDITOR"]],
    [["ADMIN", "EDITOR"], ["PARTNER", "EDITOR"], []],
    [
      ["ADMIN", "PARTNER"],
      ["EDITOR", "VERIFIER", "PARTNER"],
      ["EDITOR", "VERIFIER"],
    ],
    [["AUDITOR"], ["ADMIN"], ["ADMIN"]],
    [[...scopes], [...scopes], []],
  ])("a holder of %j that gives %j lacks %j", (held, given, missing) => {
    expect(lacking(new Set(held), given)).toEqual(missing);
  });

  test("by making a key, by widening one, its own included, or by rotating one", async () => {
    const administrator = await make({ scopes: ["ADMIN"] });
    const editor = await make({ scopes: ["EDITOR"] });
    const { secret } = administrator;
    for (const scope of scopes.filter((one) => one !== "ADMIN" && one !== "AUDITOR")) {
      expect(await make({ scopes: [scope] }, secret)).toMatchObject({ __typename: "Forbidden" });
      expect(await run("updateApiKey", { key: administrator["key"].id, scopes: ["ADMIN", scope] }, secret)).toMatchObject({
        __typename: "Forbidden",
      });
    }
    expect(await run("rotateKey", { key: editor["key"].id }, secret)).toMatchObject({ __typename: "Forbidden" });
    expect(await run("updateApiKey", { key: editor["key"].id, scopes: ["EDITOR", "AUDITOR"] }, secret)).toMatchObject({ changed: true });
    expect(await run("updateApiKey", { key: editor["key"].id, scopes: ["AUDITOR"] }, secret)).toMatchObject({ changed: true });
    expect((await make({ scopes: ["ADMIN", "AUDITOR"] }, secret))["key"].scopes).toEqual(["ADMIN", "AUDITOR"]);
  });
});

describe("a key that expires", () => {
  test("is refused in the words of one that never was, and is not made to have expired", async () => {
    expect(await make({ scopes: ["PARTNER"], expiresAt: inDays(-1) })).toMatchObject({ __typename: "InvalidInput" });
    const made = await make({ scopes: ["PARTNER"], expiresAt: inDays(1) });
    expect(await works(made["secret"])).toBe(true);
    await hub.database.prisma.apiKey.updateMany({ where: { expiresAt: { not: null } }, data: { expiresAt: new Date(Date.now() - 1000) } });
    const [expired, unknown] = [await hub.send("{ __typename }", {}, made["secret"]), await hub.send("{ __typename }", {}, "nobody")];
    expect(expired).toEqual(unknown);
    expect(expired).toMatchObject({ status: 401, errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
    expect(await metric(hub.url, "paradero_failed_keys_total", 'reason="expired"')).toBeGreaterThan(0);
    expect(await run("rotateKey", { key: made["key"].id })).toMatchObject({ __typename: "Conflict" });
  });

  test("ends what is open with it, on each transport, and not what others have open", async () => {
    const made = await make({ scopes: ["PARTNER"] });
    const idle = await socketOf(hub, made["secret"]);
    const bystander = await socketOf(hub, hub.key);
    await using stream = subscribeSse(hub.url, { query: subscription }, made["secret"]);
    await stream.next();
    await run("rotateKey", { key: made["key"].id, oldValidUntil: new Date(Date.now() + 300).toISOString() });
    expect((await idle.closed).code).toBe(4401);
    expect(JSON.stringify(await stream.next())).toContain("UNAUTHENTICATED");
    expect((await socketOf(hub, made["secret"]).then(({ closed }) => closed)).code).toBe(4401);
    expect(bystander.socket.readyState).toBe(bystander.socket.OPEN);
    bystander.socket.terminate();
  });
});

describe("a rotated key", () => {
  test("gives way to one of the same holder, scopes and webhooks, and works beside it for a while", async () => {
    const made = await make({ scopes: ["PARTNER", "RECORDER"], holder: "Ana", expiresAt: inDays(30) });
    const url = "https://newsroom.example/";
    const webhook = await hub.send(
      `mutation { createWebhook(input: { url: "${url}" }) { ... on CreateWebhookPayload { changed } ${error} } }`,
      {},
      made["secret"],
    );
    expect(webhook.data["createWebhook"]).toEqual({ changed: true });
    const next = await run("rotateKey", { key: made["key"].id, oldValidUntil: inDays(2) }, hub.key, "secret old { id expiresAt }");
    expect(next["key"]).toMatchObject({ name: "made", holder: "Ana", scopes: ["PARTNER", "RECORDER"] });
    expect(Math.abs(Date.parse(next["key"].expiresAt) - Date.now() - 30 * day)).toBeLessThan(60_000);
    expect(next["old"].id).toBe(made["key"].id);
    expect(Math.abs(Date.parse(next["old"].expiresAt) - Date.now() - 2 * day)).toBeLessThan(60_000);
    expect([await works(made["secret"]), await works(next["secret"])]).toEqual([true, true]);
    const webhooks = async (key: string) => (await hub.send("{ webhooks { url } }", {}, key)).data["webhooks"];
    expect([await webhooks(made["secret"]), await webhooks(next["secret"])]).toEqual([[], [{ url }]]);
    await run("rotateKey", { key: next["key"].id, oldValidUntil: new Date().toISOString() });
    expect([await works(made["secret"]), await works(next["secret"])]).toEqual([true, false]);
  });

  test("works no longer than it would have, a day when nothing is said, and tells its secret once", async () => {
    const brief = await make({ scopes: ["PARTNER"], expiresAt: inDays(1 / 24) });
    const { old } = await run("rotateKey", { key: brief["key"].id, oldValidUntil: inDays(9) }, hub.key, "old { expiresAt }");
    expect(old.expiresAt).toBe(brief["key"].expiresAt);
    const lasting = await make({ scopes: ["PARTNER"] });
    const input = { key: lasting["key"].id, idempotencyKey: "once" };
    const first = await run("rotateKey", input, hub.key, "secret old { expiresAt }");
    expect(first["key"].expiresAt).toBeNull();
    expect(Math.abs(Date.parse(first["old"].expiresAt) - Date.now() - day)).toBeLessThan(60_000);
    expect(await run("rotateKey", input, hub.key, "secret")).toMatchObject({ secret: null, key: { id: first["key"].id } });
  });
});

test("the last key that administers cannot be revoked, narrowed or rotated into a shorter life, and a lesser one can", async () => {
  await using lonely = await startHub("empty");
  const list = async () =>
    (await lonely.send("{ apiKeys { id revokedAt scopes } }")).data["apiKeys"] as { id: string; revokedAt: string | null }[];
  const act = async (verb: string, input: string) =>
    (await lonely.send(`mutation { ${verb}(input: { ${input} }) { __typename ${error} } }`)).data[verb].__typename as string;
  const [own] = await list();
  await lonely.newKey("EDITOR");
  const soon = `createApiKey(input: { name: "soon gone", scopes: [ADMIN], expiresAt: "${inDays(1)}" })`;
  await lonely.send(`mutation { ${soon} { __typename } }`);
  const attempts = [
    ["revokeApiKey", `key: "${own!.id}"`],
    ["updateApiKey", `key: "${own!.id}", scopes: [EDITOR]`],
    ["rotateKey", `key: "${own!.id}", expiresAt: "${inDays(1)}"`],
  ] as const;
  for (const [verb, input] of attempts) expect([verb, await act(verb, input)]).toEqual([verb, "Conflict"]);
  const others = (await list()).filter(({ id }) => id !== own!.id);
  expect(others).toHaveLength(2);
  for (const { id } of others) expect(await act("revokeApiKey", `key: "${id}"`)).toBe("RevokeApiKeyPayload");
  expect(await act("rotateKey", `key: "${own!.id}"`)).toBe("RotateKeyPayload");
  expect(await act("revokeApiKey", `key: "${own!.id}"`)).toBe("RevokeApiKeyPayload");
});

test("when a key was used is written by the time the hub has stopped, and moves nobody's rights", async () => {
  await using database = await freshDatabase("empty");
  const { prisma } = database;
  const used = await startHubOn(database);
  await used.newKey("PARTNER");
  await used.send("{ __typename }");
  const { rights } = await prisma.hub.findFirstOrThrow();
  await used[Symbol.asyncDispose]();
  const keys = await prisma.apiKey.findMany({ orderBy: { createdAt: "asc" } });
  expect(keys.map(({ lastUsedAt }) => lastUsedAt !== null && Date.now() - lastUsedAt.getTime() < 60_000)).toEqual([true, false]);
  expect((await prisma.hub.findFirstOrThrow()).rights).toBe(rights);
});
