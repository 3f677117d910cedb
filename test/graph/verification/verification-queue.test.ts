import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { theThree, verifyTheThree } from "../../kit/reconciling.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => hub[Symbol.asyncDispose]());

test("the queue is those who wait for a decision alone: whoever lacks three rules is not one step away", async () => {
  const query = `{ verificationQueue(first: 10) { totalCount edges { node { detainee { name } verification { failedRules { rule message needed } } } } } }`;
  const { edges, totalCount } = (await hub.send(query, {}, null)).data["verificationQueue"];
  expect(edges.map(({ node }: any) => node.detainee.name).toSorted()).toEqual(theThree.toSorted());
  expect(totalCount).toBe(3);
  for (const { node } of edges) expect(node.verification.failedRules.map(({ rule }: any) => rule)).toEqual(["HUMAN_DECISION"]);
});

test("the queue is empty when all of them are decided", async () => {
  await verifyTheThree(hub);
  expect((await hub.send(`{ verificationQueue { totalCount } }`, {}, null)).data["verificationQueue"].totalCount).toBe(0);
});
