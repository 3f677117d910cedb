import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, recordDocument, recordSource } from "../../kit/records.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => hub[Symbol.asyncDispose]());

describe("Foro Penal's own numbers", () => {
  test("are told in order, with the parts of a total beside it", async () => {
    const query = `{ source(by: { slug: "foro-penal" }) { released: countSeries(metric: RELEASED) { lower upper revision { fall { lower } } } held: countSeries(metric: HELD) { lower category } } }`;
    const { released, held } = (await hub.send(query, {}, null)).data["source"];
    // "Below 116" is as of some moment from the 12th to the 31st: it may have been so before the morning of the 12th.
    expect(released).toEqual([
      { lower: null, upper: 116, revision: null },
      { lower: 41, upper: 41, revision: null },
      { lower: 49, upper: 49, revision: null },
    ]);
    expect(held.map(({ lower }: any) => lower).slice(-2)).toEqual([800, 800]);
    expect(held.filter(({ category }: any) => category === null).map(({ lower }: any) => lower)).toEqual([863, 800, 800]);
  });

  test("leave their residual open: no arrests, no deaths, and of the stock only that it is more than 800", async () => {
    const bounds = "{ lower upper }";
    const query = `{ source(by: { slug: "foro-penal" }) { stockFlow { from { lower } to { lower asOf { edtf } } held ${bounds} arrested ${bounds} released ${bounds} died ${bounds} residual ${bounds} missing } } }`;
    const [unstated, unbounded] = [
      { lower: 0, upper: null },
      { lower: null, upper: null },
    ];
    const common = { arrested: unstated, died: unstated, residual: unbounded, missing: ["ARRESTED", "DIED"] };
    expect((await hub.send(query, {}, null)).data["source"].stockFlow).toEqual([
      {
        from: { lower: 863 },
        to: expect.objectContaining({ lower: 800 }),
        held: { lower: -63, upper: null },
        // 41 since the eighth: of the days before, nothing is said.
        released: { lower: 41, upper: null },
        ...common,
      },
      { from: { lower: 800 }, to: expect.objectContaining({ lower: 800 }), held: unbounded, released: { lower: 8, upper: 8 }, ...common },
    ]);
  });
});

describe("a cumulative count that falls", () => {
  const count = async (source: string, document: string, value: number, asOf: string, more: object = {}) => {
    const input = {
      ...{ assertedBy: source, document, statement: `${value} were released.`, asOf: day(asOf), periodStart: day("2026-01-08") },
      ...{ metric: "RELEASED", measure: "CUMULATIVE", qualifier: "EXACT", value, ...more },
    };
    const query = `mutation($input: RecordCountClaimInput!) { recordCountClaim(input: $input) { ... on RecordCountClaimPayload { claim { id } } ... on Error { message } } }`;
    return (await hub.send(query, { input })).data["recordCountClaim"].claim.id as string;
  };
  const revisions = async (source: string) => {
    const query = `query($id: ID!) { source(by: { id: $id }) { countSeries(metric: RELEASED) { value lower revision { previous { value } fall { lower upper } reason } } } }`;
    return (await hub.send(query, { id: source }, null)).data["source"].countSeries;
  };

  test("is a revision with its fall, and both numbers stay", async () => {
    const [source, document] = [await recordSource(hub), await recordDocument(hub)];
    for (const [value, asOf] of [
      [60, "2026-01-14"],
      [55, "2026-01-15"],
      [58, "2026-01-16"],
      [61, "2026-01-17"],
    ] as const)
      await count(source, document, value, asOf);
    const fall = (by: number) => ({ previous: { value: 60 }, fall: { lower: -by, upper: -by }, reason: null });
    expect(await revisions(source)).toEqual([
      { value: 60, lower: 60, revision: null },
      { value: 55, lower: 55, revision: fall(5) },
      { value: 58, lower: 58, revision: fall(2) },
      { value: 61, lower: 61, revision: null },
    ]);
  });

  test("tells the reason that was given for it", async () => {
    const [source, document] = [await recordSource(hub), await recordDocument(hub)];
    await count(source, document, 60, "2026-01-14");
    const claim = await count(source, document, 65, "2026-01-15");
    const query = `mutation($input: SupersedeClaimInput!) { supersedeClaim(input: $input) { __typename } }`;
    const input = { claim, changeReason: "SOURCE_UPDATED", value: 55, statement: "55 were released, not 65." };
    expect((await hub.send(query, { input })).data["supersedeClaim"].__typename).toBe("SupersedeClaimPayload");
    expect((await revisions(source)).at(-1)).toEqual({
      ...{ value: 55, lower: 55 },
      revision: { previous: { value: 60 }, fall: { lower: -5, upper: -5 }, reason: "SOURCE_UPDATED" },
    });
  });

  test("is none where it counts since another day", async () => {
    const [source, document] = [await recordSource(hub), await recordDocument(hub)];
    await count(source, document, 60, "2026-01-14");
    await count(source, document, 55, "2026-01-15", { periodStart: day("2026-01-10") });
    expect((await revisions(source)).map(({ revision }: any) => revision)).toEqual([null, null]);
  });
});
