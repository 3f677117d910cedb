/** Who did what, and who saw what is hidden: on record, in a chain, for whoever administers or audits. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyAudit } from "../../../../src/domain/access/audit-chain.ts";
import { authenticate, keyOf } from "../../../../src/domain/access/key-viewer.ts";
import { newId } from "../../../../src/domain/identity.ts";
import { encodeId } from "../../../../src/graph/base/ids.ts";
import { aDetainee } from "../../../kit/given.ts";
import { freshDatabase } from "../../../kit/database.ts";
import { startHubOn, type Hub } from "../../../kit/hub.ts";

type Entry = {
  number: string;
  actor: string;
  holder: string | null;
  action: string;
  entity: string;
  entityId: string;
  outcome: string;
  detail: any;
};
const fields = "number hash at actor holder action entity entityId outcome detail";
const [shown, hidden, alsoHidden] = [aDetainee(), aDetainee({ visibility: "RESTRICTED" }), aDetainee({ visibility: "RESTRICTED" })];

let database: Awaited<ReturnType<typeof freshDatabase>>;
let hub: Hub;
const actors: Record<string, string> = {};

/** All that was audited, oldest first. */
async function trail(filter = "", key = hub.key): Promise<Entry[]> {
  const { data, errors } = await hub.send(`{ auditEntries(first: 100${filter}) { edges { node { ${fields} } } } }`, {}, key);
  if (errors) throw new Error(errors[0]!.extensions["code"] as string);
  return data["auditEntries"].edges
    .map(({ node }: { node: Entry }) => ({ ...node, detail: JSON.parse(node.detail as string) }))
    .toReversed();
}

beforeAll(async () => {
  database = await freshDatabase("empty");
  await database.prisma.detainee.createMany({ data: [shown, hidden, alsoHidden] });
  const before = await startHubOn(database);
  const keys: Record<string, string> = {
    editor: await before.newKey("EDITOR"),
    partner: await before.newKey("PARTNER"),
    recorder: await before.newKey("RECORDER"),
  };
  for (const [name, key] of Object.entries({ ...keys, everything: before.key }))
    actors[name] = (await authenticate(database.prisma, `Bearer ${key}`, new Date())).actor;
  const person = (id: string) => `query Look { detainee(id: "${encodeId("Detainee", id)}") { name } }`;
  for (const key of Object.values(keys)) for (const { id } of [shown, hidden]) await before.send(person(id), {}, key);
  await before.send("query Everybody { detainees { edges { node { name } } } }", {}, keys["editor"]);
  await before.send("{ detainees { totalCount } }", {}, keys["editor"]);
  const revoke = (id: string) => `mutation { revokeApiKey(input: { key: "${encodeId("ApiKey", id)}" }) { __typename } }`;
  await before.send(revoke(keyOf({ actor: actors["partner"]! } as never)!), {}, keys["recorder"]);
  const absent = newId();
  await before.send(revoke(absent));
  actors["absent"] = absent;
  await before.send('mutation { revokeApiKey(input: { key: "" }) { __typename } }', {}, null);
  for (const guess of ["one", "two", "three"]) await before.send("{ __typename }", {}, `guess-${guess}`);
  const update = `mutation { updateApiKey(input: { key: "${encodeId("ApiKey", keyOf({ actor: actors["editor"]! } as never)!)}", scopes: [EDITOR] }) { __typename } }`;
  await before.send(update);
  // What is noted is written when the hub stops, at the latest.
  await before[Symbol.asyncDispose]();
  hub = await startHubOn(database);
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

describe("the audit trail has", () => {
  test("who read restricted records, and which: their ids and nothing of what they say; nothing of other reads", async () => {
    const reads = await trail(', filter: { action: "read" }');
    expect(reads.map(({ actor, detail }) => [actor, detail])).toEqual([
      [actors["editor"], { operation: "Look", Detainee: [hidden.id] }],
      [actors["editor"], { operation: "Everybody", Detainee: [hidden.id, alsoHidden.id].toSorted() }],
    ]);
    expect(JSON.stringify(reads)).not.toContain(hidden.name);
  });

  test("the first use of a key that sees or gives more than others, not each", async () => {
    const uses = (await trail(', filter: { action: "use" }')).filter(({ actor }) => Object.values(actors).includes(actor));
    expect(uses.every(({ actor, entityId }) => actor === `key:${entityId}`)).toBe(true);
    expect(uses.map(({ actor }) => actor).toSorted()).toEqual([actors["editor"]!, actors["everything"]!].toSorted());
  });

  test("changes that were refused or changed nothing, with what they were about, and none of strangers", async () => {
    const refused = await trail(`, filter: { action: "revokeApiKey" }`);
    expect(refused.map(({ actor, outcome, entityId }) => [actor, outcome, entityId])).toEqual([
      [actors["recorder"], "FORBIDDEN", keyOf({ actor: actors["partner"]! } as never)],
      [actors["everything"], "NOT_FOUND", actors["absent"]],
    ]);
    expect((await trail(', filter: { action: "updateApiKey" }')).map(({ outcome }) => outcome)).toEqual(["UNCHANGED"]);
  });

  test("how many keys opened nothing, without the keys", async () => {
    const failed = await trail(', filter: { action: "refuse" }');
    expect(failed.map(({ actor, detail }) => [actor, detail])).toEqual([["anonymous", { reason: "unknown", times: 3 }]]);
    expect(JSON.stringify(await trail())).not.toContain("guess");
  });

  test("changes by whoever made them, with their holder, and is whole with all this", async () => {
    const made = await trail(', filter: { action: "createApiKey", actor: "operator" }');
    expect(made.length).toBeGreaterThanOrEqual(4);
    const ofKey = await trail(`, filter: { actor: "${actors["editor"]}" }`);
    expect(ofKey.every(({ actor, holder }) => actor === actors["editor"] && holder === actor.slice(4))).toBe(true);
    expect((await trail(`, filter: { entityId: "${actors["editor"]!.slice(4)}" }`)).map(({ action }) => action)).toEqual([
      "createApiKey",
      "use",
      "updateApiKey",
    ]);
    const [first] = await trail();
    expect(await trail(`, filter: { until: "${new Date(0).toISOString()}" }`)).toEqual([]);
    expect(first!.number).toBe("1");
    expect((await verifyAudit(database.prisma)).faults).toEqual([]);
  });
});

test("only who administers or audits may read it", async () => {
  for (const scope of ["ADMIN", "AUDITOR"] as const) expect(await trail("", await hub.newKey(scope))).not.toEqual([]);
  for (const scope of ["EDITOR", "VERIFIER", "RECORDER", "PARTNER"] as const)
    await expect(trail("", await hub.newKey(scope))).rejects.toThrow("FORBIDDEN");
  await expect(trail("", null as never)).rejects.toThrow("UNAUTHENTICATED");
});
