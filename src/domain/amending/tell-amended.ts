/** A fact of a verified release has changed: the feed tells it under the release's own id, as an amendment and never as a retraction. */
import type { Db } from "../../db/database.ts";
import type { Prisma } from "../../db/generated/prisma/client.ts";
import { appendToFeed, type FeedEntry } from "../outbox.ts";

/** The verified releases among events, as entries of the feed, in a fixed order. */
export async function amendedReleases(db: Db, where: Prisma.CustodyEventWhereInput, now: Date): Promise<FeedEntry[]> {
  const verified = await db.custodyEvent.findMany({
    where: { AND: [where], type: "RELEASE", state: "VERIFIED", mergedIntoId: null },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return verified.map(({ id }) => ({
    ...{ type: "RELEASE_AMENDED", releaseId: id, beforeState: "VERIFIED", afterState: "VERIFIED", publicNote: null, occurredAt: now },
  }));
}

export async function tellAmended(db: Db, where: Prisma.CustodyEventWhereInput, now: Date): Promise<void> {
  await appendToFeed(db, await amendedReleases(db, where, now));
}
