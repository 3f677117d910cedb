/** People by their status: the filter says what the status of each says, at any moment. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => hub[Symbol.asyncDispose]());

const statuses = ["DETAINED", "RELEASED", "CONDITIONALLY_RELEASED", "WHEREABOUTS_UNKNOWN", "DIED_IN_CUSTODY", "UNKNOWN"];
const ask = async (query: string) => (await hub.send(query, {}, null)).data;

describe.each(["2019-06-01T00:00:00Z", "2026-01-09T12:00:00Z", "2026-02-01T00:00:00Z"])("at %s", (asOf) => {
  test("everybody is found under their own status, and under no other", async () => {
    const all: any[] = (await ask(`{ detainees(first: 100) { edges { node { id sex status(asOf: "${asOf}") } } } }`))["detainees"].edges;
    for (const status of statuses) {
      const { detainees } = await ask(
        `{ detainees(first: 100, filter: { status: [${status}], asOf: "${asOf}" }) { totalCount edges { node { id } } } }`,
      );
      const expected: string[] = all.filter(({ node }) => node.status === status).map(({ node }) => node.id);
      expect([status, detainees.edges.map(({ node }: any) => node.id).toSorted()]).toEqual([status, expected.toSorted()]);
      expect(detainees.totalCount).toBe(expected.length);
    }
    const women = await ask(`{ detainees(first: 100, filter: { sex: [FEMALE], status: [${statuses.join()}] }) { totalCount } }`);
    expect(women["detainees"].totalCount).toBe(all.filter(({ node }) => node.sex === "FEMALE").length);
  });

  test("who is held in a place are as many as the place says", async () => {
    const { facilities } = await ask(`{ facilities(first: 100) { edges { node { id detaineeCount(asOf: "${asOf}") } } } }`);
    for (const { node } of facilities.edges) {
      const { detainees } = await ask(`{ detainees(filter: { heldIn: "${node.id}", asOf: "${asOf}" }) { totalCount } }`);
      expect([node.id, detainees.totalCount]).toEqual([node.id, node.detaineeCount]);
    }
  });
});
