import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { theCorroborated, verifyTheCorroborated } from "../../kit/reconciling.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => hub[Symbol.asyncDispose]());

test("the queue is those who are one step away: a decision, or the place from where San Miguel was let out", async () => {
  const query = `{ verificationQueue(first: 10) { totalCount edges { node { detainee { name } verification { failedRules { rule message needed } } } } } }`;
  const { edges, totalCount } = (await hub.send(query, {}, null)).data["verificationQueue"];
  expect(edges.map(({ node }: any) => node.detainee.name).toSorted()).toEqual([...theCorroborated, "Rocío San Miguel"].toSorted());
  expect(totalCount).toBe(3);
  for (const { node } of edges)
    expect(node.verification.failedRules.map(({ rule }: any) => rule)).toContain(
      theCorroborated.includes(node.detainee.name) ? "HUMAN_DECISION" : "IDENTITY",
    );
});

test("when all of them are decided, the queue is whoever no decision can help yet", async () => {
  await verifyTheCorroborated(hub);
  expect((await hub.send(`{ verificationQueue { totalCount } }`, {}, null)).data["verificationQueue"].totalCount).toBe(1);
});
