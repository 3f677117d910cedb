/** Seed data of the size that the hub is made for, written by PostgreSQL itself. Every choice is an MD5 of its row's number, so the rows are the same on every machine. */
import type pg from "pg";
import { blockingKeys } from "../../src/domain/matching/blocking.ts";

export type Size = Readonly<
  Record<"detainees" | "facilities" | "sources" | "documents" | "countClaims" | "releases" | "seriesSources" | "seriesPoints", number>
>;

/** The size for so many people. Places and sources do not grow with them. The first sources count day after day: each of them has so many public, live claims of RELEASED about no one place. */
export const sizeFor = (detainees: number): Size => ({
  ...{ detainees, facilities: 120, sources: 400, seriesSources: 20 },
  ...{ documents: detainees / 25, countClaims: detainees / 2.5, releases: detainees * 0.6, seriesPoints: detainees / 100 },
});

export const size = sizeFor(50_000);

const recordedAt = "timestamptz '2026-01-31T12:00:00Z'";

// uid: the id of the n-th of a noun. pick: a whole number from 0 up to, not including, `below`. one_of: one of a list.
const choices = `
  CREATE FUNCTION uid(noun text, n int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT md5(noun || n)::uuid $$;
  CREATE FUNCTION pick(what text, n int, below int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT ('x' || left(md5(what || ':' || n), 7))::bit(28)::int % below $$;
  CREATE FUNCTION one_of(list anyarray, what text, n int) RETURNS anyelement LANGUAGE sql IMMUTABLE AS $$ SELECT list[1 + pick(what, n, cardinality(list))] $$`;

// All of it is of one.
const situation = `uid('situation', 1)`;
const situations = `
  INSERT INTO "Situation" ("id", "slug", "name", "sortName", "countries", "timeZone", "recordedAt")
  VALUES (${situation}, 'venezuela', 'Venezuela', 'venezuela', '{VE}', 'America/Caracas', ${recordedAt})`;

const sources = (size: Size) => `
  INSERT INTO "Source" ("id", "slug", "name", "sortName", "aliases", "kind", "independenceGroup", "timeZone", "visibility", "statedVisibility", "recordedAt", "situationId")
  SELECT uid('source', n), 'source-' || n, 'Observatory of Detention No. ' || n, 'observatory of detention no. ' || n, ARRAY['OD ' || n],
    one_of(enum_range(NULL::"SourceKind"), 'source', n), CASE WHEN n % 10 = 0 THEN 'group-' || n % 40 END, 'America/Caracas',
    stated, stated, ${recordedAt}, ${situation}
  FROM generate_series(1, ${size.sources}) n, LATERAL (SELECT CASE WHEN n % 40 = 0 THEN 'RESTRICTED' ELSE 'PUBLIC' END::"Visibility" AS stated) v`;

// Two in three sources have a codebook; every second of those leaves open whom it counts, or counts others too.
const definitions = (size: Size) => `
  INSERT INTO "Definition" ("id", "key", "sourceId", "statedSourceId", "text", "politicalOnly", "recordedAt")
  SELECT uid('definition', n), 'definition-' || n, uid('source', n), uid('source', n), 'People held on political grounds.', CASE WHEN n % 3 = 1 THEN true WHEN n % 2 = 1 THEN false END, ${recordedAt}
  FROM generate_series(1, ${size.sources}) n WHERE n % 3 > 0`;

// The last hundredth is not public, so that claims from public sources can still be hidden by where they were published.
const documents = (size: Size) => `
  INSERT INTO "Document" ("id", "key", "publisherId", "statedPublisherId", "authors", "title", "language", "kind", "publishedAtEarliest", "publishedAtLatest", "publishedAtPrecision",
    "publishedAtTimeZone", "publishedSortAt", "visibility", "recordedAt")
  SELECT uid('document', n), 'document-' || n, publisher, publisher, ARRAY['Author ' || n % 300], 'Report No. ' || n || ' on persons deprived of liberty',
    'es', one_of(enum_range(NULL::"DocumentKind"), 'document', n), day, day + interval '1 day', 'DAY', 'America/Caracas', day + interval '1 day',
    CASE WHEN n > ${size.documents} * 0.99 THEN 'PARTNER' ELSE 'PUBLIC' END::"Visibility", ${recordedAt}
  FROM generate_series(1, ${size.documents}) n,
    LATERAL (SELECT timestamptz '2025-01-01T04:00:00Z' + pick('published', n, 365) * interval '1 day' AS day, uid('source', 1 + pick('publisher', n, ${size.sources})) AS publisher) d`;

const facilities = (size: Size) => `
  INSERT INTO "Facility" ("id", "slug", "name", "sortName", "aliases", "kind", "operator", "country", "admin1", "visibility", "statedVisibility", "recordedAt", "situationId")
  SELECT uid('facility', n), 'facility-' || n, 'Penitenciaría No. ' || n, 'penitenciaria no. ' || n, ARRAY['P' || n], one_of(enum_range(NULL::"FacilityKind"), 'facility', n), NULL,
    one_of(ARRAY['VE', 'VE', 'VE', 'CO', 'NI'], 'country', n), 'State ' || n % 24, stated, stated, ${recordedAt}, ${situation}
  FROM generate_series(1, ${size.facilities}) n, LATERAL (SELECT CASE WHEN n % 30 = 0 THEN 'RESTRICTED' ELSE 'PUBLIC' END::"Visibility" AS stated) v`;

const firstNames = "María José Luisa Jesús Carmen Ángel Rocío Biagio Nélida Óscar Virgilio Beatriz".split(" ");
const fathers = "Márquez Pérez González Núñez Rodríguez Torres Ibáñez Sánchez Colmenares Peña".split(" ");
const mothers = "Fernández Rojas Suárez Gutiérrez Blanco Medina Chacón Salazar".split(" ");

// The numbers that tell people apart are no part of a name, and sound like nothing.
const keysByName = () => {
  const names = firstNames.flatMap((first) => fathers.flatMap((father) => mothers.map((mother) => `${first} ${father} ${mother}`)));
  return names.map((name) => ({ name, keys: blockingKeys([name]) }));
};

const detainees = (size: Size) => `
  INSERT INTO "Detainee" ("id", "key", "name", "sortName", "sex", "ageGroup", "nationalities", "occupations", "civilMilitary", "visibility", "statedVisibility", "externalIds",
    "matchKeys", "recordedAt", "situationId")
  SELECT uid('detainee', n), uid('detainee', n)::text, name || ' ' || n, fold_name(name) || ' ' || n, one_of(enum_range(NULL::"Sex"), 'sex', n), 'ADULT',
    CASE pick('nationality', n, 10) WHEN 0 THEN ARRAY['VE', 'IT'] WHEN 1 THEN ARRAY['CO'] ELSE ARRAY['VE'] END, ARRAY['teacher'], 'CIVILIAN',
    stated, stated, '{}', keys, ${recordedAt}, ${situation}
  FROM generate_series(1, ${size.detainees}) n, LATERAL (SELECT CASE WHEN n % 50 = 0 THEN 'RESTRICTED' WHEN n % 100 = 1 THEN 'PARTNER' ELSE 'PUBLIC' END::"Visibility" AS stated,
    one_of('{${firstNames.join()}}'::text[], 'first', n) || ' ' || one_of('{${fathers.join()}}'::text[], 'father', n) || ' ' ||
    one_of('{${mothers.join()}}'::text[], 'mother', n) AS name) named
  JOIN (SELECT known->>'name' AS name, ARRAY(SELECT jsonb_array_elements_text(known->'keys')) AS keys FROM jsonb_array_elements($1::jsonb) known) sounds USING (name)`;
const names = `
  INSERT INTO "PersonName" ("id", "detaineeId", "statedDetaineeId", "text", "language", "kind") SELECT uid('name', row_number() OVER ()::int), "id", "id", "name", 'es', 'PRIMARY' FROM "Detainee"`;

const arrests = (size: Size) => `
  INSERT INTO "CustodyEvent" ("id", "key", "type", "detaineeId", "statedDetaineeId", "whenEarliest", "whenLatest", "whenPrecision", "whenTimeZone", "whenSortAt", "facilityId",
    "statedFacilityId", "conditions", "recordedAt", "recordedBy", "visibility", "state", "rulesMissing", "verificationId", "situationId")
  SELECT uid('arrest', n), uid('arrest', n)::text, 'ARREST', d."id", d."id", day, day + interval '1 day', 'DAY', 'America/Caracas', day, place, place,
    '{}', ${recordedAt}, 'bench', d."visibility", 'REPORTED', 2, uid('decision on arrest', n), ${situation}
  FROM generate_series(1, ${size.detainees}) n JOIN "Detainee" d ON d."id" = uid('detainee', n),
    LATERAL (SELECT timestamptz '2020-01-01T04:00:00Z' + pick('arrested', n, 1800) * interval '1 day' AS day, uid('facility', 1 + pick('held', n, ${size.facilities})) AS place) a`;

// Nine in ten are one person's first release, from where the person was held; the others a second or third one. Times of every kind, the unknown ones included.
const releases = (size: Size) => `
  INSERT INTO "CustodyEvent" ("id", "key", "type", "detaineeId", "statedDetaineeId", "whenEarliest", "whenLatest", "whenPrecision", "whenTimeZone", "whenSortAt", "facilityId",
    "statedFacilityId", "stage", "outcome", "conditions", "recordedAt", "recordedBy", "visibility", "state", "rulesMissing", "verificationId", "situationId")
  SELECT uid('release', n), uid('release', n)::text, 'RELEASE', d."id", d."id", earliest, latest, precision::"TimePrecision", 'America/Caracas', LEAST(COALESCE(earliest, '0001-01-01T00:00:00Z'), ${recordedAt}),
    place, place, one_of('{EFFECTED,EFFECTED,EFFECTED,ORDERED,ANNOUNCED}'::"ReleaseStage"[], 'stage', n),
    one_of(enum_range(NULL::"ReleaseOutcome"), 'outcome', n), (enum_range(NULL::"ReleaseCondition"))[1 + pick('from', n, 6) : pick('to', n, 6)], ${recordedAt}, 'bench', d."visibility",
    decided, CASE decided WHEN 'CORROBORATED' THEN 0 WHEN 'REPORTED' THEN 1 + n % 3 WHEN 'CONTESTED' THEN 1 END, uid('decision on release', n), ${situation}
  FROM (SELECT n, CASE WHEN n <= ${size.releases} * 0.9 THEN n ELSE 1 + pick('again', n, (${size.releases} * 0.9)::int) END AS person FROM generate_series(1, ${size.releases}) n) r
    JOIN "Detainee" d ON d."id" = uid('detainee', person),
    LATERAL (SELECT CASE WHEN n % 20 > 0 THEN uid('facility', 1 + pick('held', person, ${size.facilities})) END AS place,
      one_of('{VERIFIED,VERIFIED,VERIFIED,VERIFIED,CORROBORATED,CORROBORATED,REPORTED,REPORTED,CONTESTED,REFUTED}'::"VerificationState"[], 'state', n) AS decided) o,
    LATERAL (SELECT timestamptz '2025-01-01T04:00:00Z' + pick('released', n, 365) * interval '1 day' AS day, pick('moment', n, 86400000) * interval '1 millisecond' AS moment) t,
    LATERAL (SELECT * FROM (VALUES (0, day + moment, day + moment, 'INSTANT'), (1, NULL, day, 'UNKNOWN'), (2, NULL, NULL, 'UNKNOWN'), (3, day, day + interval '1 day', 'DAY'))
      AS times (kind, earliest, latest, precision) WHERE kind = LEAST(n % 50, 3)) w`;

const verifications = `
  INSERT INTO "Verification" ("id", "eventId", "ordinal", "state", "policyVersion", "failedRules", "acknowledged", "decidedBy", "decidedAt", "publicNote", "visibility")
  SELECT e."verificationId", e."id", 1, e."state", 'v1', '[]', false, 'bench', ${recordedAt}, CASE WHEN e."state" IN ('CONTESTED', 'REFUTED') THEN 'Disputed.' END, e."visibility"
  FROM "CustodyEvent" e ORDER BY e."key"`;

// claim_moment_on_page, for page p.
const sortingMoment = (earliest: string, latest: string) =>
  `LEAST(COALESCE(${earliest}, p."publishedAtEarliest", '0001-01-01T00:00:00Z'), ${latest}, p."publishedAtLatest", ${recordedAt})`;

const eventClaims = (size: Size) => `
  INSERT INTO "Claim" ("id", "key", "kind", "assertedById", "documentId", "locator", "statement", "asOfEarliest", "asOfLatest", "asOfPrecision", "asOfTimeZone", "asOfSortAt", "publishedSortAt", "recordedAt",
    "recordedBy", "visibility", "eventId", "detaineeId", "statedAssertedById", "stance", "connection", "situationId")
  SELECT uid('event-claim', c), uid('event-claim', c)::text, 'EVENT', s."id", p."id", '¶' || c % 30, 'Saw ' || d."name" || ' walk out of the gate, and told the press on the same day.',
    e."whenEarliest", e."whenLatest", e."whenPrecision", e."whenTimeZone", ${sortingMoment(`e."whenEarliest"`, `e."whenLatest"`)}, p."publishedSortAt", ${recordedAt}, 'bench', GREATEST(s."visibility", p."visibility", e."visibility"), e."id",
    e."detaineeId", s."id", CASE WHEN c % 50 = 0 THEN 'DISPUTES' ELSE 'SUPPORTS' END::"Stance", one_of(enum_range(NULL::"ClaimConnectionKind"), 'connection', c), e."situationId"
  FROM generate_series(0, ${size.releases} * 2 - 1) c JOIN "CustodyEvent" e ON e."id" = uid('release', 1 + c / 2) JOIN "Detainee" d ON d."id" = e."detaineeId"
    JOIN "Source" s ON s."id" = uid('source', 1 + pick('says', c, ${size.sources})) JOIN "Document" p ON p."id" = uid('document', 1 + pick('in', c, ${size.documents}))`;

// In this order: the points of the series; as many again by a tenth from the same sources, which the series must leave out; the counts of all other sources. Three in four sources
// say since when they count, each since a day of its own choice of three.
const countClaims = (size: Size, points = size.seriesSources * size.seriesPoints) => `
  INSERT INTO "Claim" ("id", "key", "kind", "assertedById", "documentId", "statement", "asOfEarliest", "asOfLatest", "asOfPrecision", "asOfTimeZone", "asOfSortAt", "publishedSortAt", "recordedAt", "recordedBy",
    "statedVisibility", "visibility", "metric", "unit", "measure", "qualifier", "lower", "upper", "facilityId", "statedFacilityId", "statedAssertedById", "definitionId",
    "periodStartEarliest", "periodStartLatest", "periodStartPrecision", "periodStartTimeZone", "situationId")
  SELECT uid('count-claim', c), uid('count-claim', c)::text, 'COUNT', s."id", p."id", 'Counts ' || number || ' persons.', day, day + interval '6 hours', 'PART_OF_DAY', 'America/Caracas',
    ${sortingMoment("day", "day + interval '6 hours'")}, p."publishedSortAt", ${recordedAt}, 'bench', stated, GREATEST(stated, s."visibility", p."visibility", (SELECT f."visibility" FROM "Facility" f WHERE f."id" = place)),
    CASE WHEN series THEN 'RELEASED' WHEN beside THEN one_of(ARRAY['RELEASED', 'HELD'], 'metric', c) ELSE one_of(enum_range(NULL::"CountMetric"), 'metric', c)::text END::"CountMetric",
    'PERSONS', 'CUMULATIVE', qualifier, CASE WHEN qualifier NOT IN ('AT_MOST', 'FEWER_THAN', 'UNQUANTIFIED') THEN number END,
    CASE WHEN qualifier IN ('AT_MOST', 'FEWER_THAN', 'EXACT', 'ABOUT') THEN number WHEN qualifier = 'RANGE' THEN number + 50 END,
    place, place, s."id", CASE WHEN speaker % 3 > 0 THEN uid('definition', speaker) END, since, since + interval '1 day', CASE WHEN since IS NOT NULL THEN 'DAY' END::"TimePrecision",
    CASE WHEN since IS NOT NULL THEN 'America/Caracas' END, ${situation}
  FROM (SELECT c, c <= ${points} AS series, c > ${points} AND c <= ${points} * 1.1 AS beside, 10 + c / ${size.seriesSources} AS number,
      one_of(enum_range(NULL::"CountQualifier"), 'qualifier', c) AS qualifier, timestamptz '2025-01-01T10:00:00Z' + c / ${size.seriesSources} * interval '12 hours' AS day
    FROM generate_series(1, ${size.countClaims}) c) n,
    LATERAL (SELECT CASE WHEN beside AND c % 2 = 1 OR NOT series AND c % 10 = 1 THEN 'RESTRICTED' ELSE 'PUBLIC' END::"Visibility" AS stated,
      CASE WHEN NOT series AND c % 2 = 0 THEN uid('facility', 1 + pick('where', c, ${size.facilities})) END AS place) v,
    LATERAL (SELECT CASE WHEN series OR beside THEN 1 + c % ${size.seriesSources} ELSE ${size.seriesSources} + 1 + c % ${size.sources - size.seriesSources} END AS speaker) w,
    LATERAL (SELECT timestamptz '2025-01-01T04:00:00Z' + NULLIF(pick('since', speaker, 4), 0) * interval '60 days' - interval '60 days' AS since) b
    JOIN "Source" s ON true JOIN "Document" p ON true
  WHERE s."id" = uid('source', speaker)
    AND p."id" = uid('document', 1 + pick('counted in', c, CASE WHEN series THEN ${size.documents * 0.99} ELSE ${size.documents} END))`;

// The triggers are off meanwhile, because they take ten times as long as the filling. The statements above must have done what they would have done: checked here.
const disagreements = `
  SELECT (SELECT count(*) FROM "Claim" c JOIN "Document" p ON p."id" = c."documentId" WHERE c."visibility" <> visibility_of_claim(c)
      OR c."asOfSortAt" <> claim_moment_on_page(c, p."publishedAtEarliest", p."publishedAtLatest") OR c."publishedSortAt" <> p."publishedSortAt" OR c."detaineeId" IS DISTINCT FROM (SELECT "detaineeId" FROM "CustodyEvent" WHERE "id" = c."eventId"))
    + (SELECT count(*) FROM "CustodyEvent" e JOIN "Detainee" d ON d."id" = e."detaineeId" WHERE e."visibility" <> d."visibility")
    + (SELECT count(*) FROM "Verification" v JOIN "CustodyEvent" e ON e."id" = v."eventId" WHERE v."visibility" <> e."visibility" OR e."verificationId" <> v."id")
    + (SELECT count(*) FROM "Claim" c WHERE c."statedAssertedById" IS DISTINCT FROM c."assertedById" OR c."statedFacilityId" IS DISTINCT FROM c."facilityId")
    + (SELECT count(*) FROM "CustodyEvent" e WHERE e."statedDetaineeId" IS DISTINCT FROM e."detaineeId" OR e."statedFacilityId" IS DISTINCT FROM e."facilityId" OR e."verificationId" IS NULL)
    + (SELECT count(*) FROM "Document" p WHERE p."statedPublisherId" IS DISTINCT FROM p."publisherId") + (SELECT count(*) FROM "PersonName" n WHERE n."statedDetaineeId" IS DISTINCT FROM n."detaineeId")
    AS rows`;

// All at one moment, after which nothing was.
const clock = `UPDATE "Clock" SET "recordedUpTo" = ${recordedAt} WHERE "id" = 1`;

// Made anew at the end: to keep them up row by row takes several times as long as the filling.
const indexesToRebuild = `
  SELECT class."relname" AS name, pg_get_indexdef(class."oid") AS text FROM pg_index JOIN pg_class class ON class."oid" = "indexrelid"
  WHERE class."relnamespace" = 'public'::regnamespace AND NOT "indisunique" AND NOT "indisprimary"`;

/** Fills a migrated, empty database and leaves it vacuumed and analysed, so that neither happens while it is measured. */
export async function generate(client: pg.Client, of: Size = size): Promise<void> {
  await client.query("SET synchronous_commit = off");
  await client.query("SET maintenance_work_mem = '256MB'");
  await client.query(choices);
  await client.query(situations);
  // Few, and of these the triggers keep more than is written here.
  await client.query(facilities(of));
  await client.query("SET session_replication_role = replica");
  const { rows: indexes } = await client.query<{ name: string; text: string }>(indexesToRebuild);
  for (const { name } of indexes) await client.query(`DROP INDEX "${name}"`);
  for (const fill of [sources, definitions, documents]) await client.query(fill(of));
  await client.query(detainees(of), [JSON.stringify(keysByName())]);
  for (const fill of [names, arrests(of), releases(of), verifications, eventClaims(of), countClaims(of), clock]) await client.query(fill);
  for (const { text } of indexes) await client.query(text);
  await client.query("SET session_replication_role = DEFAULT");
  const { rows } = await client.query<{ rows: string }>(disagreements);
  if (Number(rows[0]!.rows) > 0) throw new Error(`${rows[0]!.rows} generated rows are not as the hub's triggers would have them.`);
  await client.query("VACUUM (ANALYZE)");
  await client.query("CHECKPOINT");
}
