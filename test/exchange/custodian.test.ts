/** Who the state is, a situation says, by its custodian: two governments in one hub, each the state in its own country and a source like others in the other's. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { byTable, type Table } from "../../src/exchange/format/format.ts";
import type { Dataset } from "../../src/exchange/format/read-dataset.ts";
import { importDataset } from "../../src/exchange/import/import.ts";
import { freshDatabase } from "../kit/database.ts";

const groups = { "ve-government": "ve-state", "ve-radio": "ve-state", "ve-television": "ve-state", "es-government": "es-state", watch: "" };
const kinds = {
  "ve-government": "GOVERNMENT",
  "ve-radio": "MEDIA",
  "ve-television": "MEDIA",
  "es-government": "GOVERNMENT",
  watch: "NGO",
};
type Name = keyof typeof groups;
const countries = {
  VE: { custodian: "ve-government", timeZone: "America/Caracas" },
  ES: { custodian: "es-government", timeZone: "Europe/Madrid" },
} as const;

/** Of each release, who says so, each on a page of their own. */
function dataset(country: keyof typeof countries, releases: Record<string, Name[]>, said: Partial<Record<Name, string>> = {}): Dataset {
  const { custodian, timeZone } = countries[country];
  const sources = Object.keys(groups) as Name[];
  const cells: Partial<Record<Table, Record<string, string>[]>> = {
    sources: sources.map((slug) => ({
      slug,
      name: slug,
      kind: kinds[slug],
      independence_group: said[slug] ?? groups[slug],
      time_zone: "UTC",
    })),
    documents: sources.map((slug) => ({
      key: `${country}-${slug}`,
      publisher: slug,
      title: slug,
      kind: "REPORT",
      published: "2026-01-21",
    })),
    facilities: [{ slug: `gate-${country.toLowerCase()}`, name: "The Gate", kind: "PENAL", country }],
    detainees: Object.keys(releases).map((key) => ({ key, name: key, age_group: "ADULT" })),
    events: Object.keys(releases).map((detainee) => ({
      ...{ key: detainee, detainee, type: "RELEASE", when: "2026-01-20", facility: `gate-${country.toLowerCase()}` },
      ...{ stage: "EFFECTED", outcome: "UNCONDITIONAL" },
    })),
    "event-claims": Object.entries(releases).flatMap(([event, speakers]) =>
      speakers.map((speaker) => ({
        ...{ key: `${event}-${speaker}`, asserted_by: speaker, document: `${country}-${speaker}`, statement: "Out.", as_of: "2026-01-20" },
        ...{ event, stance: "SUPPORTS", connection: "ORGANISATION" },
      })),
    ),
  };
  const situation = { slug: country.toLowerCase(), name: country, countries: [country], timeZone, custodian };
  const rows = byTable((table) => (cells[table] ?? []).map((row, n) => ({ line: n + 2, cells: row })));
  return { name: country, title: country, description: "", licence: "", timeZone, situation, rows };
}

const venezuela: Record<string, Name[]> = {
  "ve-organs": ["ve-government", "ve-radio"],
  "ve-media": ["ve-radio", "ve-television"],
  "ve-and-es": ["ve-government", "es-government"],
  "ve-es-alone": ["es-government", "watch"],
};
const spain: Record<string, Name[]> = { "es-and-ve": ["es-government", "ve-radio"], "es-ve-alone": ["ve-government", "watch"] };

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase("empty");
  await importDataset(database.prisma, dataset("VE", venezuela));
  await importDataset(database.prisma, dataset("ES", spain));
});
afterAll(() => database[Symbol.asyncDispose]());

async function found(): Promise<Record<string, [state: string, acknowledged: boolean, onlyTheState: boolean]>> {
  const events = await database.prisma.custodyEvent.findMany({
    select: { state: true, detainee: { select: { name: true } }, verification: true },
  });
  return Object.fromEntries(
    events.map(({ state, detainee, verification }) => [
      detainee.name,
      [state, verification!.acknowledged, JSON.stringify(verification!.failedRules).includes("ONLY_THE_STATE")],
    ]),
  );
}

const before = {
  "ve-organs": ["REPORTED", true, true],
  "ve-media": ["REPORTED", true, true],
  "ve-and-es": ["CORROBORATED", true, false],
  "ve-es-alone": ["CORROBORATED", false, false],
  "es-and-ve": ["CORROBORATED", true, false],
  "es-ve-alone": ["CORROBORATED", false, false],
};

test("each situation's custodian and its media are one origin, and the other's government is a source like others", async () => {
  expect(await found()).toEqual(before);
});

test("whose organ a source is can be corrected, and all that rests on it is looked at again, by either side", async () => {
  const options = { reason: "OUR_ERROR" } as const;
  // Spain's government were an organ of Venezuela's.
  await importDataset(database.prisma, dataset("VE", venezuela, { "es-government": "ve-state" }), options);
  expect(await found()).toEqual({
    ...before,
    "ve-and-es": ["REPORTED", true, true],
    "ve-es-alone": ["CORROBORATED", true, false],
    // And the custodian of Spain were, too.
    "es-and-ve": ["REPORTED", true, true],
    "es-ve-alone": ["CORROBORATED", true, false],
  });
  // The custodian were in no group with its media: what they say of events on which it says nothing is the state's no more.
  await importDataset(database.prisma, dataset("VE", venezuela, { "ve-government": "ve-cabinet" }), options);
  expect(await found()).toEqual({ ...before, "ve-organs": ["CORROBORATED", true, false], "ve-media": ["REPORTED", false, false] });
});
