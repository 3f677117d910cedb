/** Tables of the hub's own count through the public door, on the Venezuela data set. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failureCodes } from "../../../src/domain/verification/rule-failure.ts";
import { failuresInSpanish } from "../../../src/graph/words/spanish.ts";
import { amend } from "../../kit/amending.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { recordCorroborated, recordFacility } from "../../kit/records.ts";
import { verifyTheCorroborated } from "../../kit/reconciling.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
  await verifyTheCorroborated(hub);
});
afterAll(async () => hub[Symbol.asyncDispose]());

const counts = "verified lower upper corroborated reported contested";
const ask = async (query: string) => {
  const { data, errors } = await hub.send(`{ ${query} }`, {}, null);
  return { data, codes: errors?.map(({ message, extensions }) => `${extensions["code"]} ${message}`) };
};

describe("hubCountSeries", () => {
  test.each(["RELEASED", "HELD", "ARRESTED", "DIED"])("%s: each point is what a reconciliation as of its moment says", async (metric) => {
    const args = `metric: ${metric}, since: "2026-01-07T12:00:00Z", until: "2026-01-11T12:00:00Z"`;
    const { data } = await ask(`hubCountSeries(${args}) { at hub { ${counts} } }`);
    const points: { at: string; hub: object }[] = data["hubCountSeries"];
    const days = ["08", "09", "10", "11"].map((day) => `2026-01-${day}T04:00:00.000Z`);
    expect(points.map(({ at }) => at)).toEqual([...days, "2026-01-11T12:00:00.000Z"]);
    for (const { at, hub: count } of points) {
      const since = metric === "HELD" ? "" : ', since: "2026-01-07T12:00:00Z"';
      const { data: one } = await ask(`reconciliation(metric: ${metric}, asOf: "${at}"${since}) { hub { ${counts} } }`);
      expect([at, count]).toEqual([at, one["reconciliation"].hub]);
    }
  });

  test("begins with the first event on record when not told since when, and ends with the latest recording", async () => {
    const { data } = await ask(
      `hubCountSeries(metric: RELEASED, every: MONTH) { at hub { ${counts} } } reconciliation(metric: RELEASED) { asOf hub { ${counts} } }`,
    );
    expect(data["hubCountSeries"].at(-1)).toEqual({ at: data["reconciliation"].asOf, hub: data["reconciliation"].hub });
  });

  test.each(["RELEASED", "HELD", "DIED"].flatMap((metric) => ["DAY", "WEEK"].map((every) => [metric, every])))(
    "%s: the points at which it changed by %s are those of the whole series, and the newest of them",
    async (metric, every) => {
      for (const window of ['since: "2025-12-01T12:00:00Z", until: "2026-01-24T00:00:00Z"', 'since: "2026-01-09T00:00:00Z"']) {
        const args = `metric: ${metric}, every: ${every}, ${window}`;
        const { data } = await ask(
          `all: hubCountSeries(${args}) { at hub { ${counts} } } changes: hubCountSeries(${args}, lastChanges: 50) { at hub { ${counts} } } newest: hubCountSeries(${args}, lastChanges: 1) { at hub { ${counts} } }`,
        );
        const values = (point: { hub: object } | undefined) => Object.values(point?.hub ?? {}).join() || "0,0,0,0,0,0";
        const changes = (data["all"] as { hub: object }[]).filter((point, at, all) => values(point) !== values(all[at - 1]));
        expect(data["changes"]).toEqual(changes);
        expect(data["newest"]).toEqual(changes.slice(-1));
      }
    },
  );

  test.each([
    ["lastChanges: 0", /^INVALID_INPUT lastChanges: expected 1 to 1000/],
    ['timeZone: "Caracas"', /^INVALID_INPUT .*IANA time zone/],
    ['since: "1990-01-01T00:00:00Z"', /^INVALID_INPUT .*at most 1000 points/],
    ['facility: "RmFjaWxpdHk6MDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAw"', /^NOT_FOUND/],
  ])("%s is refused, and says why", async (argument, expected) => {
    const { codes } = await ask(`hubCountSeries(metric: RELEASED, ${argument}) { at }`);
    expect(codes?.[0]).toMatch(expected);
  });
});

describe("tally", () => {
  const row = `${counts} keys { key value facility { slug } } people(first: 50) { totalCount edges { node { name } } }`;
  const lines = async (args: string) => {
    const { data, codes } = await ask(`tally(${args}) { ${row} }`);
    expect(codes).toBeUndefined();
    return (data["tally"] as any[]).map(
      ({ keys, verified, lower, upper, corroborated, reported, people }) =>
        `${keys.map(({ value }: any) => value ?? "?").join(" ")}: ${verified} (${lower}–${upper}) ${corroborated} ${reported}, ${people.totalCount}`,
    );
  };

  test("by sex adds up to the people of a reconciliation, and its bounds to no fewer", async () => {
    const { data } = await ask(`tally(of: RELEASE, groupBy: [SEX]) { ${row} } reconciliation(metric: RELEASED) { hub { ${counts} } }`);
    const rows: any[] = data["tally"];
    const all = data["reconciliation"].hub;
    for (const part of ["verified", "corroborated", "reported"] as const)
      expect(rows.reduce((sum, one) => sum + one[part], 0)).toBe(all[part]);
    for (const one of rows) expect(one.upper).toBeGreaterThanOrEqual(one.verified);
    expect(rows.reduce((sum, one) => sum + one.people.edges.length, 0)).toBeGreaterThan(0);
  });

  test("by facility names the place; somebody released from an unknown place may belong to any", async () => {
    const { data } = await ask(`tally(of: RELEASE, groupBy: [FACILITY], states: [VERIFIED, REPORTED]) { ${row} }`);
    for (const { keys } of data["tally"]) expect(keys[0].value).toBe(keys[0].facility?.slug ?? null);
    expect(data["tally"].at(-1).keys[0].value).toBeNull();
  });

  test("by day counts for certain only what a day takes whole", async () => {
    expect(await lines('of: RELEASE, groupBy: [DAY], states: [VERIFIED], since: "2026-01-01T00:00:00Z"')).toEqual([
      "2026-01-08: 0 (0–2) 0 0, 2",
      "2026-01-09: 0 (0–2) 0 0, 2",
    ]);
  });

  test("as known at a moment goes by what was known then of people and places", async () => {
    await using other = await startHub("empty");
    const place = await recordFacility(other, { admin1: "Miranda" });
    const { detainee } = await recordCorroborated(other, { nationalities: ["VE"], sex: "FEMALE", name: "Luis" }, { facility: place });
    const moment = (await other.send("{ reconciliation(metric: RELEASED) { knownAt } }")).data["reconciliation"].knownAt as string;
    const why = { changeReason: "OUR_ERROR" };
    await amend(other, "detainee", { detainee, ...why, nationalities: ["CO"], sex: "MALE", name: "Ana" });
    await amend(other, "facility", { facility: place, ...why, admin1: "Zulia" });
    const rows = async (knownAt: string) => {
      const asked = `tally(of: RELEASE, groupBy: [NATIONALITY, SEX, ADMIN1]${knownAt}) { keys { value } people { edges { node { name } } } }`;
      const { data } = await other.send(`query @inheritClocks { ${asked} }`);
      return data["tally"].map(({ keys, people }: any) => [
        ...keys.map(({ value }: any) => value),
        ...people.edges.map(({ node }: any) => node.name),
      ]);
    };
    expect(await rows("")).toEqual([["CO", "MALE", "Zulia", "Ana"]]);
    expect(await rows(`, knownAt: "${moment}"`)).toEqual([["VE", "FEMALE", "Miranda", "Luis"]]);
  });

  test("of deaths, by the causes that claims state", async () => {
    const { data } = await ask(
      "custodyEvents(filter: { type: DEATH }, first: 50) { edges { node { claims(first: 50) { edges { node { ... on EventClaim { cause } } } } } } }",
    );
    const stated = (data["custodyEvents"].edges as any[]).flatMap(({ node }) => node.claims.edges.map((edge: any) => edge.node.cause));
    const rows = await ask(`tally(of: DEATH, groupBy: [CAUSE]) { ${row} }`);
    const values = rows.data["tally"].map(({ keys }: any) => keys[0].value);
    expect(values.filter((value: string | null) => value !== null)).toEqual(
      [...new Set(stated.filter((value: string | null) => value !== null))].toSorted((a, b) => a.localeCompare(b)),
    );
    expect(values.length).toBeGreaterThan(1);
  });

  test.each([
    ["of: RELEASE, groupBy: []", /^INVALID_INPUT groupBy: expected 1 to 3 keys/],
    ["of: RELEASE, groupBy: [SEX, AGE_GROUP, CONDITION, OUTCOME]", /^INVALID_INPUT groupBy: expected 1 to 3 keys/],
  ])("%s is refused, and says why", async (args, expected) => {
    expect((await ask(`tally(${args}) { verified }`)).codes?.[0]).toMatch(expected);
  });
});

describe("a person's slug", () => {
  test("is the name and the beginning of the id, and finds the person", async () => {
    const { data } = await ask('detainees(filter: { nameContains: "pilieri" }) { edges { node { id slug name } } }');
    const { slug, id } = data["detainees"].edges[0].node;
    expect(slug).toMatch(/^biagio-pilieri-[0-9a-f]{10}$/);
    const { data: found } = await ask(`full: detainee(id: "${slug}") { id } short: detainee(id: "another-name-${slug.slice(-10)}") { id }`);
    expect(found).toEqual({ full: { id }, short: { id } });
  });

  test("of nobody finds nobody; what is neither id nor slug is refused", async () => {
    expect((await ask('detainee(id: "biagio-pilieri-0000000000") { id }')).data["detainee"]).toBeNull();
    expect((await ask('detainee(id: "biagio-pilieri") { id }')).codes?.[0]).toMatch(/^BAD_USER_INPUT|^INVALID_ID/);
  });
});

describe("in Spanish", () => {
  test("every failure is said, with its numbers", () => {
    for (const code of failureCodes)
      for (const sentence of ["message", "needed"] as const)
        expect(failuresInSpanish[code][sentence]({ have: 1, need: 2 })).toMatch(/^[A-ZÁÉÍÓÚ0-9].*\.$/);
    expect(failuresInSpanish.TOO_FEW_ORIGINS.message({ have: 1, need: 2 })).toBe("Solo lo respalda 1 origen independiente.");
  });

  test("an event and a root say why", async () => {
    const { data, codes } = await ask(
      "decisionQueue(type: ARREST, first: 1) { edges { node { verification { failedRules { code message(language: ES) english: message } } claims(first: 1) { edges { node { ... on EventClaim { root { explanation(language: ES) } } } } } } } }",
    );
    expect(codes).toBeUndefined();
    const { verification, claims } = data["decisionQueue"].edges[0].node;
    const [failure] = verification.failedRules;
    expect(failure.english).toMatch(/^[A-Z][a-z ]+/);
    expect(failure.message).not.toBe(failure.english);
    expect(claims.edges[0].node.root.explanation).toMatch(/página/);
  });
});
