/** What the planner writes is what the ordinary path answers: many random operations, in worlds with merged records, hidden ones of both levels, and the data set. */
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../kit/database.ts";
import { fillHidden } from "../graph/access/hidden-world.ts";
import { fillOpen } from "../graph/access/open-world.ts";
import { compareRandomly, type Compared } from "./both-paths.ts";

const many = Number(process.env["PARADERO_OPERATIONS"] ?? 1500);

function same({ different, planned, ordinary }: Compared): void {
  const sum = (of: Record<string, number>) => Object.values(of).reduce((all, each) => all + each, 0);
  console.log(`planned ${sum(planned)} ${JSON.stringify(planned)}, ordinary ${sum(ordinary)} ${JSON.stringify(ordinary)}`);
  expect(different.slice(0, 3)).toEqual([]);
  for (const field of [
    "claims",
    "custodyEvents",
    "detainee",
    "detainees",
    "document",
    "documents",
    "facilities",
    "facility",
    "release",
    "releases",
    "source",
    "sources",
  ])
    expect(planned[field], field).toBeGreaterThan(0);
}

describe("both paths give the same bytes", () => {
  it.each(["PARTNER", "RESTRICTED"] as const)("of what is open and what is hidden as %s, merged and corrected", async (level) => {
    await using database = await freshDatabase("empty");
    await fillOpen(database.prisma);
    await fillHidden(database.prisma, { level, consequences: true });
    same(await compareRandomly(database, level.length, many));
  });

  it("of the data set", async () => {
    await using database = await freshDatabase("venezuela");
    same(await compareRandomly(database, 3, Math.ceil(many / 3)));
  });
});
