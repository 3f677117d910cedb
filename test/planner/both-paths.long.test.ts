/** What the planner writes is what the ordinary path answers: many random operations, in worlds with merged records, hidden ones of both levels, and the data set. */
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../kit/database.ts";
import { fillHidden } from "../graph/access/hidden-world.ts";
import { fillOpen } from "../graph/access/open-world.ts";
import { compareRandomly } from "./both-paths.ts";

const many = 300;

const fields = [
  ...["claims", "custodyEvents", "detainee", "detainees", "document", "documents"],
  ...["facilities", "facility", "release", "releases", "source", "sources"],
];

describe("both paths give the same bytes", () => {
  it.each(["PARTNER", "RESTRICTED"] as const)("of what is open and what is hidden as %s, merged and corrected", async (level) => {
    await using database = await freshDatabase("empty");
    await fillOpen(database.prisma);
    await fillHidden(database.prisma, { level, consequences: true });
    const { different, planned } = await compareRandomly(database, level.length, many);
    expect(different.slice(0, 3)).toEqual([]);
    expect(fields.filter((field) => !planned[field])).toEqual([]);
  });

  it("of the data set", async () => {
    await using database = await freshDatabase("venezuela");
    const { different, planned } = await compareRandomly(database, 3, Math.ceil(many / 3));
    expect(different.slice(0, 3)).toEqual([]);
    expect(fields.filter((field) => !planned[field])).toEqual([]);
  });
});
