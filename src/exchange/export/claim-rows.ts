/** Claims on record as rows of the format, for what a viewer may see. */
import type { Db } from "../../db/database.ts";
import type { ClaimKind } from "../../db/generated/prisma/enums.ts";
import { decodePlace } from "../../domain/counting/place.ts";
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { exportable } from "./exportable-claims.ts";
import { claimsOf, type Within } from "./of-situation.ts";
import { coordinateCells, timeCells, type Cells, type Telling } from "./rows.ts";

const slug = { select: { slug: true } } as const;
const key = { select: { key: true } } as const;
const related = {
  statedAssertedBy: slug,
  document: key,
  definition: key,
  indicator: slug,
  statedFacility: slug,
  statedAboutSource: slug,
  statedEvent: key,
  partOf: key,
  base: key,
  supersedes: key,
} as const;

/** The claims of one kind. A count of a hidden facility is left out: without the facility it would read as a count of everything. So is a remark. */
export async function tellClaims(db: Db, viewer: Viewer, kind: ClaimKind, within: Within): Promise<Telling> {
  const where = { kind, ...claimsOf(within), ...visibleWhere(viewer), OR: [{ facilityId: null }, { facility: visibleWhere(viewer) }] };
  const select = { id: true, key: true, supersedesId: true, supersededAt: true, retraction: true } as const;
  const told = exportable(await db.claim.findMany({ where, select }));
  const ids = new Set(told.map(({ id }) => id));
  return {
    keys: told.map((claim) => claim.key),
    async rows(keys) {
      const rows = await db.claim.findMany({ where: { key: { in: keys } }, include: related });
      return rows.map((row): Cells => {
        const place = decodePlace(row.place);
        const correction = row.supersedesId !== null && ids.has(row.supersedesId);
        return {
          ...timeCells("as_of", "asOf", row),
          ...timeCells("period_start", "periodStart", row, "period_start_time_zone"),
          key: row.key,
          asserted_by: row.statedAssertedBy!.slug,
          document: row.document.key,
          locator: row.locator,
          statement: row.statement,
          quote: row.quote,
          visibility: row.statedVisibility,
          supersedes: correction ? row.supersedes!.key : null,
          change_reason: correction ? row.changeReason : null,
          metric: row.metric,
          unit: row.unit,
          measure: row.measure,
          qualifier: row.qualifier,
          lower: row.lower,
          upper: row.upper,
          definition: row.definition?.key ?? null,
          indicator: row.indicator?.slug ?? null,
          facility: row.statedFacility?.slug ?? null,
          about_source: row.statedAboutSource?.slug ?? null,
          part_of: row.partOfId !== null && ids.has(row.partOfId) ? row.partOf!.key : null,
          ...{
            country: place?.country ?? null,
            admin1: place?.admin1 ?? null,
            locality: place?.locality ?? null,
            place: place?.text ?? null,
          },
          ...coordinateCells(row),
          base: row.baseId !== null && ids.has(row.baseId) ? row.base!.key : null,
          breakdown: row.breakdown,
          names_published: row.namesPublished,
          event: row.statedEvent?.key ?? null,
          stance: row.stance,
          connection: row.connection,
          cause: row.cause,
        };
      });
    },
  };
}
