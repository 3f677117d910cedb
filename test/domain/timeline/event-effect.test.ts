/** What an event does: one rule in two forms, over all kinds of events there are. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Prisma } from "../../../src/db/generated/prisma/client.ts";
import { CustodyEventType, ReleaseStage, VerificationState } from "../../../src/db/generated/prisma/enums.ts";
import * as effects from "../../../src/domain/timeline/event-effect.ts";
import { freshDatabase } from "../../kit/database.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase("empty");
});
afterAll(() => database[Symbol.asyncDispose]());

const everything = Object.values(CustodyEventType).flatMap((type) =>
  Object.values(VerificationState).flatMap((state): effects.Effect[] =>
    type === "RELEASE" ? Object.values(ReleaseStage).map((stage) => ({ type, stage, state })) : [{ type, stage: null, state }],
  ),
);
const named = ({ type, stage, state }: effects.Effect) => [type, stage, state].join(" ");

/** The same question to values and to the database. */
const rules: [name: string, value: (event: effects.Effect) => boolean, sql: (alias: string) => Prisma.Sql, types: CustodyEventType[]][] = [
  ["took place", effects.tookPlace, effects.tookPlaceSql, Object.values(CustodyEventType)],
  [
    "move a person",
    effects.movesPerson,
    effects.movesPersonSql,
    Object.values(CustodyEventType).filter((type) => type !== "CHARGE" && type !== "SENTENCE"),
  ],
  ["set free", effects.isEffectedRelease, effects.effectedReleaseSql, ["RELEASE"]],
  ["bring a person", effects.bringsPerson, effects.bringsPersonSql, ["ARREST", "LOCATED", "TRANSFER", "CUSTODY_CHANGE"]],
];

it.each(rules)(
  "the events that %s are the same to a value and to SQL: of these types, not refuted, and of releases the effected",
  async (_name, value, sql, types) => {
    const expected = everything.filter(
      ({ type, stage, state }) => types.includes(type) && state !== "REFUTED" && (stage === null || stage === "EFFECTED"),
    );
    expect(everything.filter(value).map(named)).toEqual(expected.map(named));
    const rows = await database.prisma.$queryRaw<effects.Effect[]>`
    SELECT event."type"::text, event."stage"::text, event."state"::text
    FROM jsonb_to_recordset(${JSON.stringify(everything)}::jsonb) AS event("type" "CustodyEventType", "stage" "ReleaseStage", "state" "VerificationState")
    WHERE ${sql("event")}`;
    expect(rows.map(named).toSorted()).toEqual(expected.map(named).toSorted());
  },
);

it("two rules on one event stand beside other conditions as they are", async () => {
  const [row] = await database.prisma.$queryRaw<{ found: boolean }[]>`
    SELECT (FALSE AND ${effects.movesPersonSql("event")} OR ${effects.effectedReleaseSql("event")}) AS "found"
    FROM (SELECT 'ARREST'::"CustodyEventType" AS "type", NULL::"ReleaseStage" AS "stage", 'VERIFIED'::"VerificationState" AS "state") AS event`;
  expect(row).toEqual({ found: false });
});
