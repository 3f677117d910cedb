-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "holder" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Policy" ADD COLUMN     "appliedAt" TIMESTAMPTZ(3),
ADD COLUMN     "custodianGroups" TEXT[];

-- ---------------------------------------------------------------------------------------------------------------------------------
-- From here on by hand.
-- ---------------------------------------------------------------------------------------------------------------------------------

-- Whose the keys from before are, nobody has said: each is its own holder's, as it was one by one until now. Not by UPDATE: its trigger would fire at commit, and holds the table until then.
ALTER TABLE "ApiKey" ALTER COLUMN "holder" DROP DEFAULT, ALTER COLUMN "holder" TYPE TEXT USING "id"::text;

-- Of a policy one thing may change: that every event has been looked at under it.
DROP TRIGGER append_only ON "Policy";
UPDATE "Policy" SET "appliedAt" = "adoptedAt", "custodianGroups" = '{}';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Policy" FOR EACH ROW EXECUTE FUNCTION append_only('appliedAt');

-- The next version of the policy, adopted here: the numbers that were in force, under rules that are stricter now, and who the custodian is. Its groups are those of the Venezuelan data set where
-- that is on record or comes next; elsewhere nobody has said, and every government is taken for the custodian until a policy says otherwise. It takes the first free name. Events are looked at
-- again by whoever migrates (src/domain/verification/adopt-policy.ts), since rules are code; where there is no event, that is done.
INSERT INTO "Policy" ("version", "widestHours", "fewestRoots", "direct", "custodianGroups", "adoptedAt", "adoptedBy", "appliedAt")
SELECT free."version", "widestHours", "fewestRoots", "direct", custodian."groups", adopted."at", 'migration',
  CASE WHEN EXISTS (SELECT 1 FROM "CustodyEvent") THEN NULL ELSE adopted."at" END
FROM (SELECT * FROM "Policy" ORDER BY "adoptedAt" DESC, "version" DESC LIMIT 1) AS before,
  (SELECT 'v' || number AS "version" FROM generate_series(2, (SELECT count(*) + 2 FROM "Policy")) AS number
   WHERE NOT EXISTS (SELECT 1 FROM "Policy" WHERE "version" = 'v' || number) ORDER BY number LIMIT 1) AS free,
  (SELECT CASE WHEN EXISTS (SELECT 1 FROM "Source" WHERE "independenceGroup" = 'venezuelan-state') OR NOT EXISTS (SELECT 1 FROM "Source")
    THEN ARRAY['venezuelan-state'] ELSE ARRAY[]::text[] END AS "groups") AS custodian,
  (SELECT GREATEST(date_trunc('milliseconds', clock_timestamp()), (SELECT max("adoptedAt") FROM "Policy") + interval '1 millisecond') AS "at") AS adopted;
