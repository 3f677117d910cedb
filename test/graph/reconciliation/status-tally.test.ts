/** Tables of who is in which state, on two situations: whatever they say is what the lists of people say, one by one. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { medianOf } from "../../../src/domain/tally/status-tally.ts";
import { readDataset } from "../../../src/exchange/format/read-dataset.ts";
import { importDataset } from "../../../src/exchange/import/import.ts";
import { startHub, type Hub } from "../../kit/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
  await importDataset(hub.database.prisma, await readDataset(join(import.meta.dirname, "../../kit/east-2026")));
});
afterAll(() => hub[Symbol.asyncDispose]());

async function ask(query: string): Promise<any> {
  const { data, errors } = await hub.send(`{ ${query} }`);
  expect(errors).toBeUndefined();
  return data;
}
type Row = {
  keys: { value: string | null }[];
  lower: number;
  upper: number;
  people: { totalCount: number; edges: { node: { name: string } }[] };
};
const row = "keys { value } lower upper medianDaysHeld { lower upper } people(first: 100) { totalCount edges { node { name } } }";
const named = "{ totalCount edges { node { name } } }";
const moments = ["2025-06-07", "2026-01-09", "2026-01-16", "2026-02-10", "2026-03-01"].map((day) => `${day}T12:00:00Z`);
const later = `, knownAt: "2999-01-01T00:00:00Z"`;

describe.each(["east-2026", "venezuela-2026-01"])("%s", (situation) => {
  it.each(
    moments.flatMap(
      (moment) =>
        [
          [moment, ""],
          [moment, later],
        ] as const,
    ),
  )("a row of a status is the list of people with it: %s%s", async (asOf, known) => {
    const { statusTally } = await ask(`statusTally(groupBy: [STATUS], situation: "${situation}", asOf: "${asOf}"${known}) { ${row} }`);
    for (const { keys, lower, people } of statusTally as Row[]) {
      // Of whom nothing is on record there is no row.
      if (keys[0]!.value === "UNKNOWN") continue;
      const filter = `{ situation: "${situation}", status: ${keys[0]!.value}, asOf: "${asOf}" }`;
      const { detainees } = await ask(`detainees(filter: ${filter}${known}, first: 100) ${named}`);
      expect(lower).toBe(detainees.totalCount);
      const names = new Set(people.edges.map(({ node }) => node.name));
      expect(detainees.edges.filter(({ node }: any) => !names.has(node.name))).toEqual([]);
    }
    const { statusTally: bySex } = await ask(
      `statusTally(groupBy: [STATUS, SEX], situation: "${situation}", asOf: "${asOf}"${known}) { ${row} }`,
    );
    const sum = (rows: Row[]) => rows.reduce((total, { lower }) => total + lower, 0);
    expect(sum(bySex)).toBe(sum(statusTally));
  });

  it("a row of a facility is who is held there", async () => {
    expect.hasAssertions();
    for (const asOf of moments) {
      const { statusTally } = await ask(`statusTally(groupBy: [FACILITY], situation: "${situation}", asOf: "${asOf}") { ${row} }`);
      for (const { keys, lower } of statusTally as Row[])
        if (keys[0]!.value !== null)
          expect(
            (await ask(`facility(by: { slug: "${keys[0]!.value}" }) { detaineeCount(asOf: "${asOf}", includeParts: false) }`)).facility
              .detaineeCount,
          ).toBe(lower);
    }
  });
});

test("where people are held is told by area also where no facility is on record", async () => {
  const { statusTally } = await ask(`statusTally(groupBy: [ADMIN1], situation: "east-2026", asOf: "2026-03-01T00:00:00Z") { ${row} }`);
  const rows = (statusTally as Row[]).map(({ keys, lower, people }) => [keys[0]!.value, lower, people.edges.map(({ node }) => node.name)]);
  expect(rows.find(([area]) => area === "Moscow")).toEqual(["Moscow", 1, ["Olga Petrova"]]);
});

test("the median of days held lies between the medians of the bounds, by hand", async () => {
  const { statusTally } = await ask(
    `statusTally(groupBy: [STATUS, COUNTRY], situation: "east-2026", asOf: "2025-12-31T21:00:00Z") { ${row} }`,
  );
  // In Belarus are then held Ales since 1 July, Anna since 1 June, Dmitri since 1 January 2024, Ira since 10 June, Vera since 1 October 2025.
  const held = (statusTally as any[]).find(({ keys }) => keys[0].value === "DETAINED" && keys[1].value === "BY");
  expect([held.lower, held.medianDaysHeld]).toEqual([5, { lower: 204, upper: 205 }]);
});

test.each([
  [[], null, null],
  [[[1, 2]], 1, 2],
  [
    [
      [1, 2],
      [3, 5],
    ],
    2,
    3.5,
  ],
  [
    [
      [1, 2],
      [3, null],
      [4, null],
    ],
    3,
    null,
  ],
  [
    [
      [null, 2],
      [3, 4],
      [5, null],
    ],
    3,
    4,
  ],
] as [[number | null, number | null][], number | null, number | null][])("of %j the median is from %s to %s", (days, lower, upper) => {
  expect(medianOf(days.map(([least, most]) => ({ lower: least, upper: most })))).toEqual({ lower, upper });
});

test("keys that are too many, or none, are refused", async () => {
  for (const keys of ["", "STATUS, SEX, ADMIN1, COUNTRY"]) {
    const { errors } = await hub.send(`{ statusTally(groupBy: [${keys}]) { lower } }`);
    expect(errors![0]!.message).toMatch(/^groupBy: expected 1 to 3 keys/);
  }
});

test("a tally of several types has for each what a tally of it alone has", async () => {
  const counts = "keys { key value } verified corroborated reported contested upper";
  const types = ["ARREST", "RELEASE", "DEATH", "SENTENCE"];
  const { tally: together } = await ask(`tally(of: [${types.join(", ")}], groupBy: [TYPE, SEX], situation: "east-2026") { ${counts} }`);
  for (const type of types) {
    const { tally: alone } = await ask(`tally(of: ${type}, groupBy: [SEX], situation: "east-2026") { ${counts} }`);
    const own = (together as any[])
      .filter(({ keys }) => keys[0].value === type)
      .map(({ keys, ...counted }) => ({ ...counted, keys: keys.slice(1) }));
    expect(own).toEqual(alone.map(({ keys, ...counted }: any) => ({ ...counted, keys })));
  }
});

test.each([
  ["of: [CHARGE, SENTENCE], groupBy: [CHARGE]", ["extremism 1", "insulting the president 1", "sabotage 1", "treason 2"]],
  ["of: SENTENCE, groupBy: [SENTENCE]", ["TERM 3"]],
  ['of: ARREST, groupBy: [OCCUPATION], states: [REPORTED], since: "2026-02-01T00:00:00Z"', ["editor 1", "journalist 1"]],
  ["of: ARREST, groupBy: [COUNTRY]", ["BY 7", "RU 1", "? 1"]],
  ["of: ARREST, groupBy: [LOCALITY]", ["Minsk 0", "Moscow 1", "? 8"]],
  ["of: ARREST, groupBy: [ETHNICITY]", ["Ukrainian 1", "? 8"]],
])("%s", async (args, expected) => {
  for (const known of ["", later]) {
    const { tally } = await ask(`tally(${args}, situation: "east-2026"${known}) { keys { value } reported }`);
    expect((tally as any[]).map(({ keys, reported }) => `${keys[0].value ?? "?"} ${reported}`)).toEqual(expected);
  }
});

test("overlaps of lists are the rows of the inclusion matrix, counted", async () => {
  for (const [by, asked] of [
    ["ROOT", "root"],
    ["SOURCE", "source"],
  ] as const) {
    const { listOverlaps } = await ask(`listOverlaps(by: ${by}, situation: "venezuela-2026-01") { lists count people { totalCount } }`);
    const answer = await fetch(`${hub.url.replace("/graphql", "")}/export/inclusion.jsonl?by=${asked}&situation=venezuela-2026-01`);
    const rows = (await answer.text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const combinations = rows.map((one) =>
      Object.keys(one)
        .filter((name) => !name.startsWith("person.") && one[name] === 1)
        .toSorted()
        .join(),
    );
    const counted = Map.groupBy(combinations, (lists) => lists);
    expect(Object.fromEntries(listOverlaps.map(({ lists, count }: any) => [lists.join(), count]))).toEqual(
      Object.fromEntries(Array.from(counted, ([lists, some]) => [lists, some.length])),
    );
    expect(listOverlaps.every(({ count, people }: any) => count === people.totalCount)).toBe(true);
  }
  const { errors } = await hub.send("{ listOverlaps(event: CHARGE) { count } }");
  expect(errors![0]!.message).toMatch(/^inclusion\.event: expected/);
});
