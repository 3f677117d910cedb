/** Rows on record as rows of the format, for what a viewer may see, as they were stated: merges are decisions of this hub. A reference to something hidden is left empty. */
import type { Db } from "../../db/database.ts";
import { spanOf } from "../../domain/time/span.ts";
import { writeTime } from "../../domain/time/written-time.ts";
import { canSee, visibleWhere, type Viewer } from "../../domain/viewer.ts";
import type { Value } from "../format/cell.ts";
import { claimsOf, definitionsOf, detaineesOf, documentsOf, eventsOf, facilitiesOf, sourcesOf, type Within } from "./of-situation.ts";
import type { ClaimTable, Table } from "../format/format.ts";

/** The values of a row by column; a column that is not named is empty. */
export type Cells = Readonly<Record<string, Value>>;

/** The keys of all rows of a table, and how to read the rows of some of them. */
export type Telling = { readonly keys: readonly string[]; rows(keys: string[]): Promise<Cells[]> };

export const tellings: Readonly<Record<Exclude<Table, ClaimTable>, (db: Db, viewer: Viewer, within: Within) => Promise<Telling>>> = {
  async sources(db, viewer, within) {
    const sources = await db.source.findMany({ where: { AND: [visibleWhere(viewer), sourcesOf(within)] }, select: { slug: true } });
    return {
      keys: sources.map(({ slug }) => slug),
      async rows(keys) {
        const rows = await db.source.findMany({ where: { slug: { in: keys } } });
        return rows.map(({ slug, name, aliases, kind, independenceGroup, timeZone, visibility }) => ({
          ...{ slug, name, aliases, kind, visibility },
          independence_group: independenceGroup,
          time_zone: timeZone,
        }));
      },
    };
  },

  async documents(db, viewer, within) {
    const documents = await db.document.findMany({ where: { AND: [visibleWhere(viewer), documentsOf(within)] }, select: { key: true } });
    const include = { statedPublisher: true, derivedFrom: { where: visibleWhere(viewer), select: { key: true } } } as const;
    return {
      keys: documents.map(({ key }) => key),
      async rows(keys) {
        const rows = await db.document.findMany({ where: { key: { in: keys } }, include });
        return rows.map(({ key, statedPublisher: publisher, authors, title, url, language, kind, sha256, visibility, ...row }) => ({
          ...{ key, authors, title, url, language, kind, sha256, visibility },
          ...timeCells("published_at", "publishedAt", row),
          publisher: canSee(viewer, publisher) ? publisher!.slug : null,
          retrieved_at: row.retrievedAt,
          archive_url: row.archiveUrl,
          derived_from: row.derivedFrom.map((origin) => origin.key).toSorted(),
        }));
      },
    };
  },

  async definitions(db, viewer, within) {
    const definitions = await db.definition.findMany({
      where: { source: visibleWhere(viewer), ...definitionsOf(within) },
      select: { key: true },
    });
    return {
      keys: definitions.map(({ key }) => key),
      async rows(keys) {
        const rows = await db.definition.findMany({
          where: { key: { in: keys } },
          include: { statedSource: { select: { slug: true } }, supersedes: true },
        });
        return rows.map(({ key, statedSource, text, includesHouseArrest, politicalOnly, excludesUnderHours, supersedes }) => ({
          ...{ key, text },
          source: statedSource!.slug,
          includes_house_arrest: includesHouseArrest,
          political_only: politicalOnly,
          excludes_under_hours: excludesUnderHours,
          supersedes: supersedes?.key ?? null,
        }));
      },
    };
  },

  async facilities(db, viewer, within) {
    const facilities = await db.facility.findMany({ where: { AND: [visibleWhere(viewer), facilitiesOf(within)] }, select: { slug: true } });
    return {
      keys: facilities.map(({ slug }) => slug),
      async rows(keys) {
        const rows = await db.facility.findMany({ where: { slug: { in: keys } }, include: { statedPartOf: true } });
        return rows.map(
          ({
            slug,
            name,
            aliases,
            kind,
            operator,
            statedPartOf: whole,
            country,
            admin1,
            latitude,
            longitude,
            coordinatePrecision,
            visibility,
          }) => ({
            ...{ slug, name, aliases, kind, operator, country, admin1, visibility },
            ...coordinateCells({ latitude, longitude, coordinatePrecision }),
            part_of: canSee(viewer, whole) ? whole!.slug : null,
          }),
        );
      },
    };
  },

  async detainees(db, viewer, within) {
    return {
      keys: await keysOfDetainees(db, viewer, within),
      async rows(keys) {
        const rows = await db.detainee.findMany({ where: { key: { in: keys } } });
        return rows.map(({ key, name, named, sex, ageGroup, civilMilitary, visibility, externalIds, ...row }) => ({
          ...{ key, name, named, sex, visibility },
          ...{ nationalities: row.nationalities, occupations: row.occupations, ethnicities: row.ethnicities },
          ...timeCells("birth", "birth", row),
          age_group: ageGroup,
          civil_military: civilMilitary,
          external_ids: externalIds,
        }));
      },
    };
  },

  async names(db, viewer, within) {
    return {
      keys: await keysOfDetainees(db, viewer, within),
      async rows(keys) {
        const where = { statedDetainee: { key: { in: keys } }, kind: { not: "PRIMARY" } } as const;
        const rows = await db.personName.findMany({ where, include: { statedDetainee: { select: { key: true } } } });
        return rows.map(({ statedDetainee, text, language, kind }) => ({ detainee: statedDetainee!.key, text, language, kind }));
      },
    };
  },

  async indicators(db, viewer, within) {
    // The codebook is public; of it what the counts that are told need.
    const counted = { claims: { some: { AND: [visibleWhere(viewer), claimsOf(within)] } } };
    const indicators = await db.indicator.findMany({ where: within === null ? {} : counted, select: { slug: true } });
    return {
      keys: indicators.map(({ slug }) => slug),
      async rows(keys) {
        const rows = await db.indicator.findMany({ where: { slug: { in: keys } } });
        return rows.map(({ slug, name, unit, population, description }) => ({ slug, name, unit, population, description }));
      },
    };
  },

  async events(db, viewer, within) {
    const events = await db.custodyEvent.findMany({ where: { AND: [visibleWhere(viewer), eventsOf(within)] }, select: { key: true } });
    const include = { statedDetainee: { select: { key: true } }, statedFacility: true } as const;
    return {
      keys: events.map(({ key }) => key),
      async rows(keys) {
        const rows = await db.custodyEvent.findMany({ where: { key: { in: keys } }, include });
        return rows.map(({ key, type, statedDetainee, statedFacility: facility, place, stage, outcome, conditions, ...row }) => ({
          ...{ key, type, place, stage, outcome, conditions, age: row.age, charges: row.charges, sentence: row.sentence },
          ...{ case_number: row.caseNumber, sentence_length: row.sentenceLength },
          ...{ country: row.country, admin1: row.admin1, locality: row.locality, ...coordinateCells(row) },
          ...timeCells("when", "when", row),
          ...timeCells("sentence_ends", "sentenceEnds", row, "sentence_ends_time_zone"),
          detainee: statedDetainee!.key,
          facility: canSee(viewer, facility) ? facility!.slug : null,
        }));
      },
    };
  },
};

async function keysOfDetainees(db: Db, viewer: Viewer, within: Within): Promise<string[]> {
  const detainees = await db.detainee.findMany({ where: { AND: [visibleWhere(viewer), detaineesOf(within)] }, select: { key: true } });
  return detainees.map(({ key }) => key);
}

type Coordinates = { readonly latitude: number | null; readonly longitude: number | null; readonly coordinatePrecision: string | null };
export const coordinateCells = ({ latitude, longitude, coordinatePrecision }: Coordinates): Cells => ({
  ...{ latitude, longitude, coordinate_precision: coordinatePrecision },
});

/** The cells of the time that the columns with a prefix carry; none when there is no such time. */
export function timeCells(name: string, prefix: string, row: object, zone = "time_zone"): Cells {
  const span = spanOf(prefix, row);
  return span ? { [name]: writeTime(span), [`${name}_verbatim`]: span.verbatim, [zone]: span.timeZone } : {};
}
