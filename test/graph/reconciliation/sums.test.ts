import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, recordCountClaim, recordDocument, recordFacility, recordSource } from "../../kit/records.ts";

let hub: Hub;
let system: string;
let place: (more?: object) => Promise<string>;
let count: (facility: string | null, value: number, more?: object) => Promise<string>;
let ids: string[];
let source: string;

beforeAll(async () => {
  hub = await startHub("empty");
  system = await recordFacility(hub);
  place = (more = {}) => recordFacility(hub, { partOf: system, ...more });
  source = await recordSource(hub);
  const document = await recordDocument(hub, { publishedAt: day("2026-01-12") });
  count = (facility, value, more = {}) =>
    recordCountClaim(hub, source, document, { metric: "HELD", measure: "STOCK", asOf: day("2026-01-10"), facility, value, ...more });
  const [a, b] = [await place(), await place()];
  ids = [await count(a, 40), await count(b, 60)];
});
afterAll(async () => hub[Symbol.asyncDispose]());

const sums = async (facility: string | null) => {
  const query = `query($f: ID) { reconciliation(metric: HELD, facility: $f) { rows { claim { id } } sums { source { id } parts { id } sum { lower upper } partsCovered partsTotal coverage hub { verified } gap { lower upper verdict reasons } } } }`;
  const { data, errors } = await hub.send(query, { f: facility });
  expect(errors).toBeUndefined();
  return data["reconciliation"];
};

describe("a source that counts each prison, and not all of them together", () => {
  test("is summed for the parent and for the whole, marked with how many parts that covers", async () => {
    for (const whole of [system, null]) {
      const { sums: found } = await sums(whole);
      expect(found).toHaveLength(1);
      const [{ parts, gap, ...sum }] = found;
      expect(parts.map(({ id }: any) => id).toSorted()).toEqual(ids.toSorted());
      const said = { source: { id: source }, sum: { lower: 100, upper: 100 }, partsCovered: 2, partsTotal: 2, coverage: "2 of 2 parts" };
      expect(sum).toEqual({ ...said, hub: { verified: 0 } });
      expect(gap).toEqual({ lower: 100, upper: 100, verdict: "CLAIM_EXCEEDS", reasons: [] });
    }
  });

  test("is shown beside it part by part", async () => {
    const { rows } = await sums(system);
    expect(rows.map(({ claim }: any) => claim.id).toSorted()).toEqual(ids.toSorted());
  });

  test("leaves open how many more are held where a part is not counted", async () => {
    const wings = await place();
    const { sums: found } = await sums(system);
    expect(found).toMatchObject([{ sum: { lower: 100, upper: null }, coverage: "2 of 3 parts", gap: { lower: 100, upper: null } }]);
    // A part whose own parts are counted is as many parts as these.
    const [one, other] = [await place({ partOf: wings }), await place({ partOf: wings })];
    ids.push(await count(one, 3));
    expect((await sums(system)).sums).toMatchObject([{ sum: { lower: 103, upper: null }, coverage: "3 of 4 parts" }]);
    ids.push(await count(other, 2));
    expect((await sums(system)).sums).toMatchObject([{ sum: { lower: 105, upper: 105 }, coverage: "4 of 4 parts" }]);
  });

  test("is not summed for a whole that it counts itself, nor with counts of other people", async () => {
    await count(ids.length > 0 ? await place() : null, 9, { breakdown: [{ dimension: "OTHER", name: "population", value: "staff" }] });
    expect((await sums(system)).sums).toMatchObject([{ sum: { lower: 105 } }]);
    await count(system, 110);
    expect((await sums(system)).sums).toEqual([]);
    const { sums: whole } = await sums(null);
    expect(whole).toEqual([]);
  });
});
