import { expect, test } from "vitest";
import { fillWithReleases, releasesToVerify } from "../../kit/releases-to-verify.ts";
import { change } from "../../src/domain/change.ts";
import { verifyRelease } from "../../src/domain/verification/decision.ts";
import { viewerOf } from "../../src/domain/viewer.ts";
import { importDataset } from "../../src/exchange/import/import.ts";
import { freshDatabase } from "../kit/database.ts";

test("an import that takes a verified release's ground away tells the feed, at the moment of what it recorded", async () => {
  await using database = await freshDatabase("empty");
  await fillWithReleases(database.prisma, 1);
  const { id: release } = await database.prisma.custodyEvent.findFirstOrThrow({ where: { type: "RELEASE" } });
  await change(database.prisma, viewerOf("key:verifier", ["VERIFIER"]), verifyRelease, { release, basedOn: null, publicNote: null });

  const { rows, ...manifest } = releasesToVerify("dispute", 1);
  const [claim] = rows["event-claims"];
  const dispute = { ...claim!, cells: { ...claim!.cells, key: "dispute", stance: "DISPUTES", statement: "Still in." } };
  await importDataset(database.prisma, { ...manifest, rows: { ...rows, "event-claims": [dispute] } });

  const told = await database.prisma.feedEvent.findMany({ orderBy: { seq: "asc" } });
  expect(told.map(({ type, afterState }) => [type, afterState])).toEqual([
    ["RELEASE_VERIFIED", "VERIFIED"],
    ["RELEASE_RETRACTED", "CONTESTED"],
  ]);
  const { recordedAt } = await database.prisma.claim.findFirstOrThrow({ where: { key: "dispute" } });
  expect(told[1]!.occurredAt).toEqual(recordedAt);
}, 60_000);
