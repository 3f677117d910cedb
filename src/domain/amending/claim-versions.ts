/** The versions of a claim: the claims of its chain, each in the place of the one before, with what differs. */
import type { Claim } from "../../db/generated/prisma/client.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { Db } from "../../db/database.ts";
import type { KnownAt } from "../history/known-at.ts";
import type { Particular } from "../history/particulars.ts";
import { visibleSql, type Viewer } from "../viewer.ts";
import { shownOf, type Change } from "./changes.ts";
import { asVisible, type ReadVersion } from "./versions.ts";

const span = (field: string): Particular => ({
  columns: ["Earliest", "Latest", "Precision", "TimeZone", "Verbatim"].map((end) => `${field}${end}`),
  span: true,
});
const plain = (...fields: string[]) => fields.map((field): [string, Particular] => [field, { columns: [field] }]);

/** What a claim says, by the names of supersedeClaim. */
const said: readonly [string, Particular][] = [
  ["assertedBy", { columns: ["statedAssertedById"], refersTo: "Source" }],
  ["document", { columns: ["documentId"], refersTo: "Document" }],
  ...plain("locator", "statement", "quote"),
  ["asOf", span("asOf")],
  ...plain("metric", "unit", "measure", "qualifier", "lower", "upper"),
  ["periodStart", span("periodStart")],
  ["definition", { columns: ["definitionId"], refersTo: "Definition" }],
  ["facility", { columns: ["statedFacilityId"], refersTo: "Facility" }],
  ["aboutSource", { columns: ["statedAboutSourceId"], refersTo: "Source" }],
  ...plain("place", "latitude", "longitude", "coordinatePrecision", "breakdown", "namesPublished", "stance", "connection", "cause"),
];

/** The chain that each claim is in, oldest first, as far as the viewer may see it. */
export async function versionsOfClaims(db: Db, viewer: Viewer, ids: readonly string[], knownAt: KnownAt): Promise<ReadVersion[][]> {
  const links = await db.$queryRaw<{ of: string; id: string }[]>`
    WITH RECURSIVE back AS (
      SELECT "id" AS "of", "id", "supersedesId" FROM "Claim" WHERE "id" = ANY (${ids}::uuid[])
      UNION ALL SELECT back."of", before."id", before."supersedesId" FROM back JOIN "Claim" AS before ON before."id" = back."supersedesId"
    ), chain AS (
      SELECT "of", "id" FROM back WHERE "supersedesId" IS NULL
      UNION ALL SELECT chain."of", next."id" FROM chain JOIN "Claim" AS next ON next."supersedesId" = chain."id"
    )
    SELECT chain."of", chain."id" FROM chain JOIN "Claim" AS claim ON claim."id" = chain."id"
    WHERE ${visibleSql(viewer, "claim")} ${knownAt == null ? Prisma.empty : Prisma.sql`AND claim."recordedAt" <= ${knownAt}`}
    ORDER BY chain."of", claim."recordedAt", claim."id"`;
  const claims = await db.claim.findMany({ where: { id: { in: [...new Set(links.map(({ id }) => id))] } } });
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const chains = Map.groupBy(links, ({ of }) => of);
  const told = ids.map((id) => {
    const chain = (chains.get(id) ?? []).map((link) => byId.get(link.id)!);
    return chain.map((claim, at): ReadVersion => {
      const { recordedAt, recordedBy, changeReason } = claim;
      return { recordedAt, recordedBy, changeReason, basisId: null, changes: at === 0 ? [] : differences(chain[at - 1]!, claim) };
    });
  });
  return asVisible(db, viewer, told);
}

function differences(before: Claim, after: Claim): Change[] {
  return said.flatMap(([field, particular]): Change[] => {
    const [old, current] = [shownOf(field, particular, before), shownOf(field, particular, after)];
    return JSON.stringify(old) === JSON.stringify(current)
      ? []
      : [{ field, before: old, after: current, redacted: before.redactedAt !== null }];
  });
}
