/** Seed data: releases that two organisations report, imported in the same way as a user's own data. */
import type { PrismaClient } from "../src/db/generated/prisma/client.ts";
import { byTable, type Table } from "../src/exchange/format/format.ts";
import type { Dataset } from "../src/exchange/format/read-dataset.ts";
import { importDataset } from "../src/exchange/import/import.ts";

/** Fills a migrated, empty database with `count` releases that are CORROBORATED: only a person's decision is missing. */
export async function fillWithReleases(prisma: PrismaClient, count: number): Promise<void> {
  await importDataset(prisma, releasesToVerify("faults", count));
}

/** The same as a data set. `person` is what the people's keys begin with: other people come beside those who are there. */
export function releasesToVerify(name: string, count: number, person = "person"): Dataset {
  const organisations = ["north-watch", "south-watch"];
  const people = Array.from({ length: count }, (_, n) => `${person}-${n + 1}`);
  const cells: Partial<Record<Table, Record<string, string>[]>> = {
    sources: organisations.map((slug) => ({ slug, name: slug, kind: "NGO" })),
    documents: organisations.map((slug) => ({ key: `report-of-${slug}`, publisher: slug, title: "Report", kind: "REPORT" })),
    facilities: [{ slug: "the-gate", name: "The Gate", kind: "PENAL", country: "VE" }],
    detainees: people.map((key) => ({ key, name: key, age_group: "ADULT" })),
    events: people.map((detainee) => ({
      ...{ key: `${detainee}-release`, detainee, type: "RELEASE", when: "2026-01-20", facility: "the-gate" },
      ...{ stage: "EFFECTED", outcome: "UNCONDITIONAL" },
    })),
    "event-claims": people.flatMap((detainee) =>
      organisations.map((slug) => ({
        ...{ key: `${slug}-${detainee}`, asserted_by: slug, document: `report-of-${slug}`, statement: "Out.", as_of: "2026-01-20" },
        ...{ event: `${detainee}-release`, stance: "SUPPORTS", connection: "ORGANISATION" },
      })),
    ),
  };
  const rows = byTable((table) => (cells[table] ?? []).map((row, n) => ({ line: n + 2, cells: row })));
  return { name, title: "Releases to verify", description: "", licence: "", timeZone: "America/Caracas", situation: null, rows };
}
