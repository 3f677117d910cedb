/** What the planner writes is what the ordinary path answers: a short run. The long one has more worlds, and more is asked there. */
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../kit/database.ts";
import { fillHidden } from "../graph/access/hidden-world.ts";
import { fillOpen } from "../graph/access/open-world.ts";
import { compareRandomly } from "./both-paths.ts";

describe("both paths", () => {
  it("give the same bytes to random operations, of what is open and what is hidden", async () => {
    await using database = await freshDatabase("empty");
    await fillOpen(database.prisma);
    await fillHidden(database.prisma, { level: "PARTNER", consequences: false });
    const { planned, different } = await compareRandomly(database, 1, 120);
    expect(different.slice(0, 3)).toEqual([]);
    expect(Object.keys(planned).toSorted()).toEqual(
      expect.arrayContaining([
        "claims",
        "custodyEvents",
        "detainee",
        "detainees",
        "facilities",
        "facility",
        "release",
        "releases",
        "source",
        "sources",
      ]),
    );
  });
});
