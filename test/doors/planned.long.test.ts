/** The fast path through the front door: what it says is what the ordinary path says, in the same bounds, and where the two differ it is counted. */
import { describe, expect, it } from "vitest";
import type { AppOptions } from "../../src/app.ts";
import type { Database } from "../../src/db/database.ts";
import { startHub } from "../kit/hub.ts";
import { metric } from "../kit/metrics.ts";

const planned = "paradero_planned_fields_total";
const outcome = (name: string) => `outcome="${name}"`;
const releases = `query R($first: Int!) { releases(first: $first) {
  edges { cursor node { id __typename state when { earliest edtf } detainee { name } facility { name slug } } }
  pageInfo { hasNextPage endCursor } totalCount } }`;
const facilities =
  "{ a: facilities(first: 3) { edges { node { name releases(first: 1) { totalCount edges { node { id } } } } } } b: __typename }";

/** A hub whose statements of the fast path are answered otherwise than they should be. */
const lying = (database: Database): Database => ({
  ...database,
  single: async (...asked) => (await database.single(...asked))?.replace('"name":"', '"name":"Not ') ?? null,
});
const hub = (options: Partial<AppOptions>, around?: (database: Database) => Database) => startHub("venezuela", options, around);

describe("the fast path through the front door", () => {
  it("answers as the ordinary path does, without a key and with one", async () => {
    await using on = await hub({ planner: "on" });
    await using off = await hub({ planner: "off" });
    const partners = { on: await on.newKey("PARTNER"), off: await off.newKey("PARTNER") };
    for (const [query, variables] of [
      [releases, { first: 4 }],
      [facilities, {}],
    ] as const)
      for (const known of [false, true])
        for (let again = 0; again < 3; again += 1) {
          const fast = await on.send(query, variables, known ? partners.on : null);
          const ordinary = await off.send(query, variables, known ? partners.off : null);
          expect(fast.data).toEqual(ordinary.data);
          expect(fast.errors).toBeUndefined();
        }
    expect(await metric(on.url, planned, outcome("planned"))).toBeGreaterThan(4);
    expect(await metric(off.url, planned)).toBe(0);
  });

  it("leaves to the ordinary path what is restricted, for that is on record", async () => {
    await using on = await hub({ planner: "on" });
    const { data } = await on.send(releases, { first: 2 });
    expect(data["releases"].edges).toHaveLength(2);
    expect(await metric(on.url, planned)).toBe(0);
  });

  it("costs what the ordinary path costs, and is refused as there", async () => {
    await using on = await hub({ planner: "on" });
    await using off = await hub({ planner: "off" });
    const asked = { query: releases, variables: { first: 3 } };
    const post = async (url: string, body: object) => {
      const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
      const { extensions, ...said } = (await response.json()) as { extensions?: { cost: { requested: number } } };
      return { status: response.status, requested: extensions?.cost.requested, ...said };
    };
    expect(await post(on.url, asked)).toEqual(await post(off.url, asked));
    for (const wrong of [
      { query: releases, variables: { first: 100_000 } },
      { query: releases, variables: { first: "one" } },
      { query: 'query { detainee(id: "no id") { name } }' },
      { query: "query { releases(first: 1) { edges { node { nothing } } } }" },
      { query: 'query { releases(first: 1, after: "nowhere") { totalCount } }' },
    ])
      expect(await post(on.url, wrong)).toEqual(await post(off.url, wrong));
  });

  it("counts under verify where the paths differ, and then gives what the ordinary path says", async () => {
    await using verifying = await hub({ planner: "verify" }, lying);
    const partner = await verifying.newKey("PARTNER");
    const truth = await verifying.send(releases, { first: 5 });
    const said = new Set<string>();
    // One of ten is compared.
    for (let nth = 0; nth < 400 && (await metric(verifying.url, planned, outcome("different"))) === 0; nth += 1)
      said.add(JSON.stringify((await verifying.send(releases, { first: 5 }, partner)).data));
    expect(await metric(verifying.url, planned, outcome("different"))).toBe(1);
    expect(said).toContain(JSON.stringify(truth.data));
    expect(said.size).toBeLessThanOrEqual(2);
  });

  it("counts nothing under verify where the paths say the same", async () => {
    await using verifying = await hub({ planner: "verify" });
    const partner = await verifying.newKey("PARTNER");
    for (let nth = 0; nth < 60; nth += 1) await verifying.send(nth % 2 ? releases : facilities, { first: 5 }, partner);
    expect(await metric(verifying.url, planned, outcome("planned"))).toBeGreaterThan(50);
    expect(await metric(verifying.url, planned, outcome("different"))).toBe(0);
  });
});
