/**
 * What a lawyer and a reporter ask of people and of what happened to them, of a situation of two countries (test/kit/east-2026): each question is one operation, and its answer was reckoned by hand from the files.
 * Asked again as of the moment of the answer it is the same, and so it is on both paths: there the tables are read as they were.
 */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDataset } from "../../../src/exchange/format/read-dataset.ts";
import { importDataset } from "../../../src/exchange/import/import.ts";
import { startHub, type Hub } from "../../kit/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub("empty");
  await importDataset(hub.database.prisma, await readDataset(join(import.meta.dirname, "../../kit/east-2026")));
});
afterAll(() => hub[Symbol.asyncDispose]());

const asOf = `asOf: "2026-03-01T00:00:00Z"`;
const people: readonly [question: string, filter: string, names: readonly string[]][] = [
  ["Which women over 60 are held?", `sex: FEMALE, minAge: 61, status: DETAINED`, ["Anna Bondar"]],
  ["Who is certainly 65 or older?", "minAge: 65", ["Anna Bondar", "Ira Kavalenka"]],
  ["Who was 16 or younger at the arrest, by the age alone?", "maxAge: 17", ["Boy M."]],
  ["Who has been held for 200 days without a charge?", "minDaysHeld: 200, charged: false", ["Olga Petrova"]],
  ["Of whom held are charges on record?", "charged: true", ["Anna Bondar", "Vera Lis"]],
  ["Whose sentence is over, and who is held all the same?", "sentenceOver: true", ["Anna Bondar"]],
  ["Of whom does nothing say where they are held?", "placeKnown: false", ["Pavel Sidorov"]],
  [
    "Who is held at a place that is no facility?",
    'placeKnown: true, withoutEvent: { type: [ARREST, TRANSFER], lacks: [TIME] }, occupation: "student"',
    ["سامر الحسن"],
  ],
  ["Who was taken again after a release?", "rearrested: true", ["Ales Navumau"]],
  ["Who was let go and is free?", "rearrested: false", ["Ira Kavalenka"]],
  ["Who came out of A and is held in B?", `heldIn: "prison-b", withEvent: { type: RELEASE, facility: "prison-a" }`, ["Ales Navumau"]],
  ["Against whom was treason charged?", `withEvent: { charge: "treason" }`, ["Anna Bondar", "Vera Lis"]],
  ["Of whom is no year of birth on record?", "lacks: BIRTH", ["Man of about 40", "Pavel Sidorov"]],
  ["Of whom neither an id elsewhere nor a nationality?", "lacks: NATIONALITIES, withoutEvent: { type: RELEASE }", ["Man of about 40"]],
  [
    "Who is held with a case number on record?",
    `status: DETAINED, withEvent: { type: [CHARGE, SENTENCE], caseNumber: ["9/99", "10/11"] }`,
    ["Anna Bondar", "Vera Lis"],
  ],
  ["Which journalists are held in Russia?", `occupation: "journalist", status: DETAINED, withEvent: { country: "RU" }`, ["Olga Petrova"]],
];

const minsk = "2026-01-15T00:00:00+03:00";
const events: readonly [question: string, filter: string, found: readonly string[]][] = [
  [
    "Which releases does a single origin tell of, or none?",
    "type: RELEASE, failing: INDEPENDENCE",
    ["Ales Navumau RELEASE", "Vera Lis RELEASE"],
  ],
  ["Which women were let go without conditions?", "type: RELEASE, sex: FEMALE, outcome: UNCONDITIONAL", ["Ira Kavalenka RELEASE"]],
  [
    "Who was freed on 15 January?",
    `type: RELEASE, stage: EFFECTED, since: "${minsk}", until: "2026-01-16T00:00:00+03:00"`,
    ["Ales Navumau RELEASE", "Ira Kavalenka RELEASE"],
  ],
  ["Which releases does the state itself tell?", "type: RELEASE, acknowledged: true", ["Ira Kavalenka RELEASE"]],
  [
    "Which sentences were over by February?",
    `sentenceEndsUntil: "2026-02-01T00:00:00Z"`,
    ["Anna Bondar SENTENCE", "Dmitri Yurevich SENTENCE"],
  ],
  ["Which end later?", `sentenceEndsSince: "2026-02-01T00:00:00Z"`, ["Ales Navumau SENTENCE"]],
  [
    "What happened in Russia?",
    `country: "RU"`,
    ["Dmitri Yurevich DEATH", "Olga Petrova ARREST", "Olga Petrova CUSTODY_CHANGE", "Olga Petrova LOCATED"],
  ],
  ["Which accusations have a case number that is not on record?", "type: [CHARGE, SENTENCE], lacks: CASE_NUMBER", []],
  ["Which arrests have no place on record?", "type: ARREST, lacks: PLACE", ["Pavel Sidorov ARREST"]],
  ["Who is bound to report?", "condition: PERIODIC_REPORTING", ["Ales Navumau RELEASE"]],
  ["Which minors were arrested?", "type: ARREST, ageGroup: MINOR", ["Boy M. ARREST"]],
  ["What of Ukrainians is on record as sentences of a term?", `nationality: "UA", sentence: TERM`, ["Anna Bondar SENTENCE"]],
];

const nodesOf = (data: any): any[] => (Object.values(data)[0] as { edges: { node: unknown }[] }).edges.map(({ node }) => node);
async function ask(query: string): Promise<any> {
  const { data, errors } = await hub.send(`{ ${query} }`);
  expect(errors).toBeUndefined();
  return data;
}
const later = `knownAt: "2999-01-01T00:00:00Z"`;
const clocks = [
  ["as of now", ""],
  ["as known", `, ${later}`],
  ["as published", `, publishedUntil: "2998-01-01T00:00:00Z"`],
] as const;

describe("people", () => {
  it.each(people)("%s", async (_question, filter, names) => {
    expect.hasAssertions();
    for (const [clock, given] of clocks) {
      const found = nodesOf(
        await ask(`detainees(filter: { situation: "east-2026", ${asOf}, ${filter} }${given}) { edges { node { name } } }`),
      );
      // Of what nobody says anything nothing had been published: fewer are found then, or others.
      if (clock !== "as published") expect(found.map(({ name }) => name as string).toSorted(), clock).toEqual(names);
    }
  });

  it("a filter on events takes what the list of events takes", async () => {
    for (const [, filter, found] of events) {
      const names = nodesOf(
        await ask(`detainees(filter: { withEvent: { situation: "east-2026", ${filter} } }) { edges { node { name } } }`),
      );
      expect(names.map(({ name }) => name as string).toSorted()).toEqual(
        [...new Set(found.map((each) => each.replace(/ [A-Z_]+$/, "")))].toSorted(),
      );
    }
  });

  it("an age outside of a life is refused by name", async () => {
    const { errors } = await hub.send("{ detainees(filter: { minAge: 200 }) { totalCount } }");
    expect(errors![0]!.message).toBe("filter.minAge: expected 0 to 120, got 200");
  });
});

describe("events", () => {
  it.each(events)("%s", async (_question, filter, found) => {
    for (const [clock, given] of clocks.slice(0, 2)) {
      const data = await ask(
        `custodyEvents(filter: { situation: "east-2026", ${filter} }${given}) { edges { node { type detainee { name } } } }`,
      );
      const told = nodesOf(data).map(({ type, detainee }) => `${detainee.name} ${type}`);
      expect(told.toSorted(), clock).toEqual(found);
    }
  });
});

const claims: readonly [question: string, filter: string, found: readonly string[]][] = [
  [
    "Which figures of the government come without names?",
    "sourceKind: GOVERNMENT, kind: COUNT, namesPublished: false",
    ["12 pardoned and freed."],
  ],
  ["What did a source correct?", "changeReason: SOURCE_UPDATED", ["Corrected: 1185 were held on 10 January."]],
  ["What do lawyers say?", "connection: LAWYER", ["Dmitri was beaten."]],
  ["What is said of Anna?", `event: null, detainee: "ANNA"`, ["Anna held."]],
  ["What stands in what Agency Two published?", `publisher: "agency-two"`, ["Ira is home.", "My daughter is home."]],
];

describe("claims", () => {
  it.each(claims)("%s", async (_question, filter, found) => {
    const [anna] = nodesOf(await ask(`detainees(filter: { nameContains: "Anna" }) { edges { node { slug } } }`));
    const asked = filter.replace("ANNA", anna.slug as string);
    for (const [clock, given] of clocks) {
      const data = await ask(`claims(filter: { situation: "east-2026", ${asked} }${given}) { edges { node { statement } } }`);
      expect(
        nodesOf(data)
          .map(({ statement }) => statement as string)
          .toSorted(),
        clock,
      ).toEqual(found);
    }
  });

  it("counts of one definition are found by it", async () => {
    const { source } = await ask(`source(by: { slug: "ovd-info" }) { definitions { id } }`);
    for (const [clock, given] of clocks) {
      const data = await ask(`claims(filter: { definition: "${source.definitions[0].id}" }${given}) { edges { node { statement } } }`);
      expect(
        nodesOf(data).map(({ statement }) => statement as string),
        clock,
      ).toEqual(["40 detained in Moscow."]);
    }
  });

  it("a list in the order of publication begins with who said it first", async () => {
    const first = `claims(stance: SUPPORTS, orderBy: PUBLISHED, order: OLDEST_FIRST, first: 1) { edges { node { assertedBy { slug } } } }`;
    const data = await ask(`custodyEvents(filter: { type: RELEASE, sex: FEMALE, stage: EFFECTED }) { edges { node { ${first} } } }`);
    expect(nodesOf(data).map(({ claims: said }) => nodesOf({ said }).map(({ assertedBy }) => assertedBy.slug))).toEqual([
      ["interior-ministry"],
    ]);
  });

  it.each(["AS_OF", "PUBLISHED", "RECORDED"])("pages in each of their orders come to all, each once: %s", async (orderBy) => {
    for (const order of ["OLDEST_FIRST", "NEWEST_FIRST"])
      for (const [, given] of clocks.slice(0, 2)) {
        const page = async (after: string | null) =>
          (
            await hub.send(
              `query($after: String) { claims(first: 4, after: $after, order: ${order}, orderBy: ${orderBy}${given}) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`,
              { after },
            )
          ).data["claims"];
        const seen: string[] = [];
        let at = await page(null);
        for (;;) {
          seen.push(...at.edges.map(({ node }: any) => node.id));
          if (!at.pageInfo.hasNextPage) break;
          at = await page(at.pageInfo.endCursor);
        }
        expect(new Set(seen).size).toBe(at.totalCount);
        expect(seen).toHaveLength(at.totalCount);
      }
  });
});

describe("what changed", () => {
  it("since a moment, and up to one", async () => {
    const { recordedUpTo } = await ask("recordedUpTo");
    const at = new Date(recordedUpTo).getTime();
    const [before, after] = [at - 1, at].map((moment) => new Date(moment).toISOString());
    const many = "{ edges { node { occurredAt } } pageInfo { endCursor } }";
    const data = await ask(
      `since: changes(since: "${before}", first: 100) ${many} until: changes(until: "${before}", first: 100) ${many} later: changes(since: "${after}") ${many} all: changes(first: 100) ${many}`,
    );
    const moments = (page: any) => nodesOf({ page }).map(({ occurredAt }) => new Date(occurredAt as string).getTime());
    expect(moments(data.since).filter((moment) => moment < at)).toEqual([]);
    expect(moments(data.until).filter((moment) => moment >= at)).toEqual([]);
    expect(moments(data.all).length).toBe(100);
    expect([moments(data.since).length > 80, moments(data.later)]).toEqual([true, []]);
    // Whoever goes on from an empty page is told what comes.
    const [next] = [await ask(`changes(after: "${data.later.pageInfo.endCursor}") ${many}`)];
    expect(next.changes.edges).toEqual([]);
  });
});
