/** The sample: the data set with which a new hub begins, so that there is something to ask. Whoever wants none, or has anything on record, never gets it. */
import { join } from "node:path";
import type { Database } from "../../db/database.ts";
import type { PrismaClient } from "../../db/generated/prisma/client.ts";
import { audit } from "../../domain/change.ts";
import { operator } from "../../domain/viewer.ts";
import { readDataset } from "../format/read-dataset.ts";
import { importDataset } from "../import/import.ts";

export const sampleName = "venezuela-2026-01";
const sample = join(import.meta.dirname, "../../../prisma/data", sampleName);
// In the audit trail, so that a later start without --empty brings nothing either.
export const declined = "declineSample";
export const removed = "removeSample";

/** Imports the sample into a hub that is as new as can be; with `empty` notes that it is not wanted. Says what it did. */
export async function beginWithSample({ prisma }: Database, empty: boolean, out: (line: string) => void): Promise<void> {
  if (await holdsAnything(prisma)) return;
  if ((await prisma.auditEntry.findFirst({ where: { action: { in: [declined, removed] } } })) !== null) return;
  if (empty) {
    await audit(prisma, operator.actor, declined, "Dataset", "sample");
    return out("data: none, and no later start adds the sample (import your own: npm run paradero -- import <directory>)");
  }
  const { created } = await importDataset(prisma, await readDataset(sample));
  out(`data: ${Object.values(created).reduce((sum, rows) => sum + rows, 0)} rows of ${sampleName} imported`);
}

/** Whatever else there is on record hangs on one of these. */
async function holdsAnything(prisma: PrismaClient): Promise<boolean> {
  const one = { select: { id: true } } as const;
  const rows = [
    await prisma.source.findFirst(one),
    await prisma.document.findFirst(one),
    await prisma.facility.findFirst(one),
    await prisma.detainee.findFirst(one),
  ];
  return rows.some((row) => row !== null);
}
