/** What the planner writes is what the ordinary path answers: a short run. The long one has more worlds, and more is asked there. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { freshDatabase } from "../kit/database.ts";
import { dayOf } from "../domain/custody/steps.ts";
import { record } from "../domain/custody/recorded-people.ts";
import { fillHidden } from "../graph/access/hidden-world.ts";
import { fillOpen } from "../graph/access/open-world.ts";
import { readRecords } from "../graph/access/records.ts";
import { compareRandomly, openBoth, viewers } from "./both-paths.ts";

let database: Database & AsyncDisposable;
beforeAll(async () => {
  database = await freshDatabase("empty");
  await fillOpen(database.prisma);
  await fillHidden(database.prisma, { level: "PARTNER", consequences: false });
  // Held in one of two places: a rule has to judge that.
  const located = { type: "LOCATED", stage: "EFFECTED", state: "REPORTED", before: null } as const;
  const steps = ([0, 1] as const).map((place) => ({ ...located, span: [dayOf(1 + place), dayOf(3 + place)] as const, place }));
  await record(database.prisma, [
    { visibility: "PUBLIC", steps },
    { visibility: "PARTNER", steps: steps.slice(0, 1) },
  ]);
});
afterAll(() => database[Symbol.asyncDispose]());

describe("both paths give the same bytes", () => {
  it("to random operations, of what is open and what is hidden", async () => {
    const { planned, different } = await compareRandomly(database, 1, 25);
    expect(different.slice(0, 3)).toEqual([]);
    expect(Object.keys(planned).length).toBeGreaterThan(4);
  });

  it("to one question asked of record after record, as far as it is not rehearsed again", async () => {
    const both = await openBoth(database);
    const [open, hidden] = await readRecords(database.prisma);
    const ids = (noun: string) => [...open.ids[noun]!, ...hidden.ids[noun]!].map((id) => ({ id }));
    const slugs = (await database.prisma.source.findMany()).map(({ slug }) => ({ slug }));
    const moments = Array.from({ length: 6 }, (_, nth) => ({ until: new Date(Date.UTC(2026, 0, 1 + 12 * nth)).toISOString() }));
    const questions: readonly [string, readonly Record<string, string | boolean>[]][] = [
      [
        "query A($id: ID!) { detainee(id: $id) { name slug sex releases(first: 2) { edges { cursor node { id state facility { name } } } totalCount } } }",
        ids("Detainee"),
      ],
      [
        "query B($id: ID!) { release(id: $id) { when { earliest edtf } detainee { name } claims { edges { node { __typename statement assertedBy { name } } } } } }",
        ids("Release"),
      ],
      [
        "query C($slug: String!) { source(by: { slug: $slug }) { name countSeries(metric: RELEASED) { asOf { latest } qualifier lower upper } } }",
        slugs,
      ],
      [
        "query D($until: DateTime) { releases(first: 3, filter: { until: $until }) { edges { node { id detainee { name } } } totalCount } }",
        moments,
      ],
      [
        "query E($id: ID!) { facility(by: { id: $id }) { name detaineeCount releaseCount parts { name } releases(first: 2) { edges { node { id } } } } }",
        ids("Facility"),
      ],
      [
        "query F($asOf: DateTime, $parts: Boolean) { facilities { edges { node { name detaineeCount(asOf: $asOf, includeParts: $parts) releaseCount(state: VERIFIED) } } totalCount } }",
        [1, 2, 3, 4, 5].flatMap((day) => [true, false].map((parts) => ({ asOf: dayOf(day).toISOString(), parts }))),
      ],
    ];
    for (const [query, each] of questions)
      for (const variables of [...each, ...each])
        for (const viewer of viewers.slice(0, 2)) await both.compare({ query, variables, roots: [] }, viewer);
    await both.stop();
    expect(both.compared.different).toEqual([]);
    for (const field of ["detainee", "release", "source", "releases", "facility", "facilities"])
      expect(both.compared.planned[field], field).toBeGreaterThan(3);
  });

  it("to each export, page by page", async () => {
    const both = await openBoth(database);
    const viewer = viewers[0]!;
    const folder = join(import.meta.dirname, "../../schema/exports");
    for (const file of globSync("*.graphql", { cwd: folder })) {
      const query = readFileSync(join(folder, file), "utf8");
      // A file with several operations is an export of another kind.
      if (!query.includes("$after") || query.match(/^query /gm)?.length !== 1) continue;
      // Twice with the same cursors: what was asked for before may be answered without being rehearsed again.
      for (let again = 0; again < 2; again += 1) {
        for (let [page, after] = [0, null as string | null]; page < 4; page += 1) {
          const asked = { query, variables: { first: 3, after }, roots: [] };
          await both.compare(asked, viewer);
          const { data } = await both.ask(asked, viewer);
          const [answer] = Object.values(data ?? {}) as { pageInfo?: { endCursor: string | null } }[];
          after = answer?.pageInfo?.endCursor ?? null;
          if (after === null) break;
        }
      }
    }
    await both.stop();
    expect(both.compared.different).toEqual([]);
    for (const field of ["claims", "custodyEvents", "detainees", "documents", "facilities", "releases", "sources"])
      expect(both.compared.planned[field], field).toBeGreaterThan(1);
  });
});
