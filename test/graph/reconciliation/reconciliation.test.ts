import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import {
  ask,
  eighth,
  evening,
  february,
  gapsOf,
  idOf,
  line,
  lines,
  midnight,
  noon,
  rowOf,
  verifyTheCorroborated,
  week3,
  week4,
  wordsAlone,
  type Answer,
} from "../../kit/reconciling.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => hub[Symbol.asyncDispose]());

describe("before anybody has decided", () => {
  const zero = { verified: 0, lower: 0, upper: 0 };

  test("at noon of 12 January Foro Penal says 41, and the hub can name two who wait for a decision", async () => {
    const { hub: count, rows } = await ask(hub, { asOf: noon });
    // Márquez and Pilieri are corroborated. Two reports: San Miguel, of whom nobody says where she was let out, and one of 2019.
    expect(count).toEqual({ ...zero, corroborated: 2, reported: 2 });
    expect(rows.map(line).toSorted()).toEqual(
      [
        ...wordsAlone(" NOT_DECIDED"),
        "venezuelan-government ANNOUNCED 116: METRIC NOT_DECIDED",
        "foro-penal 41: NOT_DECIDED",
        "democratic-unitary-platform 11: NOT_DECIDED",
        "el-nacional 9: NOT_DECIDED",
        "monitoreamos 12: NOT_DECIDED",
      ].toSorted(),
    );
    // Since some moment of 8 January the report of 2019 does not count, and of the others, out on the 8th or 9th, it is not certain.
    expect(rows.find(({ claim }) => claim.lower === 41)!.hub).toEqual({ ...zero, corroborated: 0, reported: 0 });
    // At half past eight of the ninth, nobody can say that any of them was out already.
    expect(rows.find(({ claim }) => claim.lower === 11)!.hub).toEqual({ ...zero, corroborated: 0, reported: 0 });
  });

  test("41 and 49 are one series: each stands until the other comes", async () => {
    const saidBy = async (asOf: string) => (await lines(hub, { asOf })).filter((row) => row.startsWith("foro-penal"));
    expect(await saidBy("2026-01-12T15:13:59.999Z")).toEqual([]);
    // Of the morning, and no later than its page appeared.
    expect(await saidBy("2026-01-12T15:14:00Z")).toEqual(["foro-penal 41: NOT_DECIDED"]);
    expect(await saidBy(noon)).toEqual(["foro-penal 41: NOT_DECIDED"]);
    expect(await saidBy("2026-01-12T21:59:59.999Z")).toEqual(["foro-penal 41: NOT_DECIDED"]);
    expect(await saidBy(evening)).toEqual(["foro-penal 49: NOT_DECIDED"]);
  });

  test("116, of that day, comes with the page that says so, counts what is announced, and is never subtracted from", async () => {
    expect((await lines(hub, { asOf: "2026-01-12T15:13:59Z" })).filter((row) => row.includes("116"))).toEqual([]);
    expect((await lines(hub, { asOf: "2026-01-12T15:14:00Z" })).filter((row) => row.includes("116"))).toHaveLength(1);
    const row = await rowOf(hub, "venezuelan-government", "ANNOUNCED 116", { asOf: midnight });
    expect(row).toMatchObject({
      comparable: false,
      reasons: ["METRIC", "NOT_DECIDED"],
      gap: null,
      verdict: null,
      namesPublished: false,
      named: null,
    });
    expect(row.hub).toEqual({ ...zero, corroborated: 0, reported: 0 });
  });

  test("in the week after, more than 200 take the place of 116, and 130–150 that of 49–73", async () => {
    const at14 = await lines(hub, { asOf: "2026-01-14T04:00:00Z" });
    expect(at14).toContain("human-rights-organizations 49–73: NOT_DECIDED");
    expect(at14).toContain("human-rights-organizations ?: WINDOW UNQUANTIFIED NOT_DECIDED");
    const at20 = await lines(hub, { asOf: week3 });
    expect(at20).toContain("human-rights-organizations 130–150: NOT_DECIDED");
    expect(at20).toContain("venezuelan-government ANNOUNCED >200: METRIC NOT_DECIDED");
    expect(at20).toContain("cnn <50%: UNIT NOT_DECIDED");
    expect(at20.join()).not.toMatch(/49–73|116/);
  });

  test("on the 25th the coalition says 170, and the UN's 50 since nobody knows when are another series", async () => {
    const at25 = await lines(hub, { asOf: week4 });
    expect(at25).toHaveLength(18);
    expect(at25).toEqual(
      expect.arrayContaining([
        "democratic-unitary-platform 170: NOT_DECIDED",
        "kaleidoscope-humano ?: UNQUANTIFIED NOT_DECIDED",
        "un-fact-finding-mission ~50: WINDOW NOT_DECIDED",
        "un-fact-finding-mission ?: UNQUANTIFIED NOT_DECIDED",
        "lisseth-boon ~20%: UNIT NOT_DECIDED",
      ]),
    );
    expect(at25.join()).not.toContain("platform 11:");
  });

  test("what 17GEN4 says of January falls short of 116, in series without a beginning", async () => {
    const inFebruary = await lines(hub, { asOf: february });
    expect(inFebruary).toEqual(
      expect.arrayContaining([
        "foro-penal 49: NOT_DECIDED",
        "foro-penal <116: WINDOW NOT_DECIDED",
        "committee-freedom-political-prisoners <116: WINDOW NOT_DECIDED",
        "venezuelan-government ANNOUNCED 116: METRIC WINDOW NOT_DECIDED",
        "venezuelan-government ANNOUNCED >200: METRIC NOT_DECIDED",
      ]),
    );
    expect(inFebruary).toHaveLength(22);
  });

  test("years later every number is stale, and stays in sight", async () => {
    expect(await rowOf(hub, "democratic-unitary-platform", "170", { asOf: "2026-04-25T04:00:00Z" })).toMatchObject({
      reasons: ["NOT_DECIDED"],
    });
    expect(await rowOf(hub, "democratic-unitary-platform", "170", { asOf: "2026-04-25T04:00:01Z" })).toMatchObject({
      reasons: ["STALE", "NOT_DECIDED"],
      gap: null,
    });
  });

  test("asked since another day, what counts since the eighth is shown beside it", async () => {
    const { hub: count, rows } = await ask(hub, { asOf: noon, since: eighth });
    expect(count).toEqual({ ...zero, corroborated: 2, reported: 1 });
    expect(rows.find(({ claim }) => claim.lower === 41)).toMatchObject({ reasons: ["NOT_DECIDED"], gap: null });
    const earlier = await ask(hub, { asOf: noon, since: "2026-01-01T04:00:00Z" });
    expect(earlier.rows.find(({ claim }) => claim.lower === 41)).toMatchObject({ reasons: ["WINDOW", "NOT_DECIDED"] });
    // What was so on the 8th itself: no release on record lies otherwise since New Year than since that day.
    expect(earlier.rows.some(({ reasons }) => !reasons.includes("WINDOW"))).toBe(true);
  });

  test("a claim's age runs from the end of its as-of, or from when its page appeared", async () => {
    expect((await rowOf(hub, "foro-penal", "41", { asOf: "2026-01-12T21:00:00Z" })).ageHours).toBeCloseTo(5 + 46 / 60);
    expect((await rowOf(hub, "foro-penal", "49", { asOf: midnight })).ageHours).toBe(6);
  });

  test("863 were held at New Year, of whom the hub can name three", async () => {
    const { rows } = await ask(hub, { metric: "HELD", asOf: "2026-01-01T04:00:00Z" });
    expect(rows.map(line)).toEqual(["foro-penal 863: NOT_DECIDED"]);
    // All three are reported: of Torres's arrest the place is not known, those of Márquez and San Miguel are known to the month. Pilieri may have been arrested later.
    expect(rows[0]!.hub).toEqual({ ...zero, corroborated: 0, reported: 3 });
  });

  test("more than 800 take the place of 863, and 1000, 800 and 800–1200 stand beside them", async () => {
    expect(await lines(hub, { metric: "HELD", asOf: noon })).toEqual([
      "christian-k-caruzo >800: NOT_DECIDED",
      "foro-penal >800: NOT_DECIDED",
      "npr ?: UNQUANTIFIED NOT_DECIDED",
    ]);
    const inFebruary = await lines(hub, { metric: "HELD", asOf: february });
    expect(inFebruary).toEqual(
      expect.arrayContaining([
        "lisseth-boon ~1000: NOT_DECIDED",
        "un-fact-finding-mission ~800: NOT_DECIDED",
        "human-rights-organizations 800–1200: NOT_DECIDED",
        "human-rights-organizations ~90 places: UNIT NOT_DECIDED",
        "npr ?: UNQUANTIFIED NOT_DECIDED",
      ]),
    );
  });

  test("68 of unknown whereabouts are a number of their own", async () => {
    expect(await lines(hub, { metric: "WHEREABOUTS_UNKNOWN", asOf: "2026-01-01T04:00:00Z" })).toEqual([
      "foro-penal WHEREABOUTS_UNKNOWN 68: 0–0 68..68 CLAIM_EXCEEDS",
    ]);
  });

  test("zero at Rodeo I is a number, and agrees with the hub; of El Rodeo, of which it is part, nobody has given another", async () => {
    const facility = await idOf(hub, "Facility", "Rodeo I");
    expect(await lines(hub, { asOf: noon, facility })).toEqual(["miliany-castillo 0: NOT_DECIDED"]);
    const el = (await hub.send(`{ facility(by: { slug: "el-rodeo" }) { id } }`)).data["facility"].id;
    expect(await ask(hub, { asOf: noon, facility: el })).toMatchObject({ hub: zero });
    expect(await lines(hub, { asOf: noon, facility: el })).toEqual(["miliany-castillo 0: NOT_DECIDED"]);
  });

  test("nothing was known before it was recorded", async () => {
    expect(await ask(hub, { asOf: noon, knownAt: "2026-01-25T11:59:59Z" })).toMatchObject({
      hub: { ...zero, corroborated: 0, reported: 0 },
      rows: [],
    });
  });

  test("whom a source names and nobody has verified is the work queue", async () => {
    const { named } = await rowOf(hub, "monitoreamos", "12", { asOf: noon });
    expect(named!.theirsOnly).toEqual({ edges: [{ node: { name: "Rocío San Miguel" } }], totalCount: 1 });
    expect([named!.both.totalCount, named!.oursOnly.totalCount]).toEqual([0, 0]);
    expect((await rowOf(hub, "foro-penal", "41", { asOf: noon })).named).toBeNull();
  });

  test("no claim has a gap", async () => {
    for (const metric of ["RELEASED", "HELD", "ANNOUNCED"])
      expect((await gapsOf(hub, metric)).map(([, gap]) => gap)).toEqual((await gapsOf(hub, metric)).map(() => null));
  });
});

describe("after two are verified", () => {
  let before: Answer;
  beforeAll(async () => {
    before = await ask(hub, { asOf: noon });
    await verifyTheCorroborated(hub);
  });

  test("at noon 41 less 2 are 39, or 41: since some moment of the 8th, and nobody knows when on those two days the two came out", async () => {
    const { hub: count, rows } = await ask(hub, { asOf: noon });
    expect(count).toEqual({ verified: 2, lower: 2, upper: 2, corroborated: 0, reported: 2 });
    expect(rows.map(line).toSorted()).toEqual(
      [
        ...wordsAlone(""),
        "venezuelan-government ANNOUNCED 116: METRIC",
        "foro-penal 41: 0–2 39..41 CLAIM_EXCEEDS",
        "democratic-unitary-platform 11: 0–2 9..11 CLAIM_EXCEEDS",
        "el-nacional 9: 0–2 7..9 CLAIM_EXCEEDS",
        "monitoreamos 12: 0–2 10..12 CLAIM_EXCEEDS",
      ].toSorted(),
    );
  });

  test.each([
    [evening, "foro-penal 49: 0–2 47..49 CLAIM_EXCEEDS"],
    [midnight, "venezuelan-government ANNOUNCED 116: METRIC"],
    [week3, "human-rights-organizations 130–150: 0–2 128..150 CLAIM_EXCEEDS"],
    [week3, "venezuelan-government ANNOUNCED >200: METRIC"],
    [week4, "democratic-unitary-platform 170: 0–2 168..170 CLAIM_EXCEEDS"],
    [week4, "kaleidoscope-humano ?: UNQUANTIFIED"],
  ])("as of %s: %s", async (asOf, said) => {
    expect(await lines(hub, { asOf })).toContain(said);
  });

  test("what is not comparable is shown beside the hub's count all the same", async () => {
    expect((await rowOf(hub, "venezuelan-government", "ANNOUNCED 116", { asOf: midnight })).hub).toMatchObject({
      verified: 0,
      lower: 0,
      upper: 2,
    });
  });

  test("what was known before is told as before, to the byte", async () => {
    expect(JSON.stringify(await ask(hub, { asOf: noon, knownAt: before.knownAt }))).toBe(JSON.stringify(before));
    expect(before.hub).toMatchObject({ verified: 0, corroborated: 2 });
  });

  test("from El Helicoide the hub can name two, and of San Miguel no place is known", async () => {
    const facility = await idOf(hub, "Facility", "El Helicoide");
    expect((await ask(hub, { asOf: noon, facility })).hub).toEqual({ verified: 2, lower: 2, upper: 2, corroborated: 0, reported: 0 });
  });

  test("by half past eight of the ninth nobody is certain to be out, and two may be", async () => {
    expect((await ask(hub, { asOf: "2026-01-09T12:30:00Z", since: eighth })).hub).toMatchObject({ verified: 0, lower: 0, upper: 2 });
  });

  test("a source that names people is compared as a set", async () => {
    const named = async (source: string, said: string, asOf: string) => {
      const sets = (await rowOf(hub, source, said, { asOf })).named!;
      return Object.fromEntries(Object.entries(sets).map(([set, { edges }]) => [set, edges.map(({ node }) => node.name)]));
    };
    const [pilieri, marquez, sanMiguel] = ["Biagio Pilieri", "Enrique Márquez", "Rocío San Miguel"];
    expect(await named("monitoreamos", "12", noon)).toEqual({ both: [], theirsOnly: [sanMiguel], oursOnly: [pilieri, marquez] });
    expect(await named("lisseth-boon", "~20%", week4)).toEqual({
      both: [],
      theirsOnly: ["Rafael Tudares", sanMiguel],
      oursOnly: [pilieri, marquez],
    });
    expect(await named("17gen4", "?", february)).toEqual({ both: [pilieri, marquez], theirsOnly: [sanMiguel], oursOnly: [] });
  });

  test("the gap of each claim follows", async () => {
    expect(await gapsOf(hub, "RELEASED")).toEqual(
      expect.arrayContaining([
        ["foro-penal 41", [39, 41]],
        ["foro-penal 49", [47, 49]],
        ["democratic-unitary-platform 11", [9, 11]],
        ["human-rights-organizations 130–150", [128, 150]],
        ["miliany-castillo 0", [0, 0]],
      ]),
    );
  });
});
