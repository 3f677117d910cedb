/**
 * A data set as the whole list (`--complete`): claims that an earlier import of the same data set brought and that are missing now are withdrawn, each by a claim that supersedes it and asserts nothing.
 * The same data set is one of the same name in the same situation. What others recorded, or corrected since, is theirs; people, places, pages and events are no claims, and stay on record.
 */
import type { Db } from "../../db/database.ts";
import { chunks } from "../../db/chunks.ts";
import type { ClaimKind } from "../../db/generated/prisma/enums.ts";
import { withdrawalBy } from "../../domain/records/correction.ts";
import { InvalidInput } from "../../errors.ts";
import { claimTables, type ClaimTable } from "../format/format.ts";
import type { Dataset } from "../format/read-dataset.ts";
import { keyOf } from "./reference.ts";

/** "most" where more than half of them may go: otherwise it is taken for a file that was cut off. */
export type Completeness = "usual" | "most";

type Missing = { readonly id: string; readonly kind: ClaimKind; readonly eventId: string | null };

/**
 * Claims of the data set that stand and are not in it. To be asked once its new rows are written, which may have taken the place of some.
 * @throws InvalidInput when most are missing and that is not `most`, and when a claim is in the list again that was withdrawn
 */
export async function missingClaims(
  db: Db,
  dataset: Dataset,
  { actor, situationId, now, complete }: { actor: string; situationId: string; now: Date; complete: Completeness },
): Promise<Missing[]> {
  const keys: string[] = [];
  for (const table of Object.values(claimTables)) for (const row of dataset.rows[table]) keys.push(keyOf(table, row));
  const again = await db.$queryRaw<{ key: string }[]>`
    SELECT earlier."key" FROM "Claim" AS later JOIN "Claim" AS earlier ON earlier."id" = later."supersedesId"
    WHERE later."recordedBy" = ${actor} AND later."retraction" AND later."supersededAt" IS NULL AND later."situationId" = ${situationId}::uuid
      AND NOT EXISTS (SELECT FROM unnest(${keys}::text[]) AS listed ("key") WHERE listed."key" = later."key")
      AND EXISTS (SELECT FROM unnest(${keys}::text[]) AS listed ("key") WHERE listed."key" = earlier."key")
    ORDER BY 1`;
  if (again.length > 0)
    throw new InvalidInput(
      again.map(({ key }) => ({
        path: `${dataset.name}:${key}`,
        expected: "a new key for a claim that is in the list again, after it was withdrawn",
        received: "the one under which it was withdrawn",
      })),
    );
  const missing = await db.$queryRaw<Missing[]>`
    SELECT "id"::text AS "id", "kind"::text AS "kind", "eventId"::text AS "eventId" FROM "Claim"
    WHERE "recordedBy" = ${actor} AND "situationId" = ${situationId}::uuid AND "supersededAt" IS NULL AND NOT "retraction"
      AND NOT EXISTS (SELECT FROM unnest(${keys}::text[]) AS listed ("key") WHERE listed."key" = "Claim"."key")
    ORDER BY "id"`;
  const standing = await db.claim.count({
    where: { recordedBy: actor, situationId, supersededAt: null, retraction: false, recordedAt: { lt: now } },
  });
  if (complete !== "most" && missing.length * 2 > standing)
    throw new InvalidInput([
      {
        path: dataset.name,
        expected: `at least half of the ${standing} claims that it brought and that stand (or --withdraw-most, if the rest is to be withdrawn)`,
        received: `${standing - missing.length} of them`,
      },
    ]);
  return missing;
}

/** Withdraws them at `now`, and says of each table how many. */
export async function withdrawClaims(
  db: Db,
  missing: readonly Missing[],
  { dataset, actor, now, advance }: { dataset: Dataset; actor: string; now: Date; advance: (rows: number) => Promise<void> },
): Promise<Readonly<Record<ClaimTable, number>>> {
  const withdrawn = { counts: 0, "event-claims": 0, remarks: 0 };
  const statement = `No longer in the data set ${dataset.name}, as the whole list.`;
  for (const chunk of chunks(missing)) {
    const claims = await db.claim.findMany({ where: { id: { in: chunk.map(({ id }) => id) } }, orderBy: { id: "asc" } });
    const rows = claims.map((claim) => withdrawalBy(claim, { statement, now, recordedBy: actor }));
    await db.claim.createMany({ data: rows });
    await db.auditEntry.createMany({
      data: rows.map(({ id, supersedesId, changeReason }) => ({
        ...{ actor, action: "import", entity: "Claim", entityId: id },
        detail: { supersedes: supersedesId, changeReason },
      })),
    });
    for (const { kind } of chunk) withdrawn[claimTables[kind]] += 1;
    await advance(chunk.length);
  }
  return withdrawn;
}
