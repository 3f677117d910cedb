/** Databases in the field are migrated, never made anew: a dump of each landed version, brought up to date, answers what that version answered (test/db/record-landed.ts makes the next one). */
import { readFile } from "node:fs/promises";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { openDatabase, type Database } from "../../src/db/database.ts";
import { settleNewTimelines } from "../../src/domain/timeline/settle-timelines.ts";
import { applyAdoptedPolicy } from "../../src/domain/verification/adopt-policy.ts";
import { copyWorld, freshDatabase } from "../kit/database.ts";
import { sendTo, type Send } from "../kit/send.ts";
import { rulesOf } from "./database-rules.ts";
import { openRaw } from "./raw-database.ts";
import type { Question } from "./landed-questions.ts";

/**
 * What a later version answers otherwise on purpose: the question's name and the place in its answer, and why. Every entry must be met, so that none outlives its reason.
 */
const intended: readonly { readonly at: RegExp; readonly reason: string }[] = [
  { at: /^policies for \w+\.policies\./, reason: "The migration policy_v2 adopts a version of its own, which comes first in the list." },
  { at: /EventClaim for \w+\..*\.root\.origin: /, reason: "The name of an origin is a keyed hash, which tells nothing of what is hidden." },
  {
    at: /EventClaim for \w+\..*\.root\.(reason|explanation): /,
    reason: "An author of a page that names no publisher speaks on their own page (OWN_PAGE).",
  },
  {
    at: /^(custodyEvents|documents) for \w+\.\w+\.edges\./,
    reason: "Lists sort by the earliest moment possible: a month does not outrank its 24th.",
  },
  {
    at: /claims(\.edges\.\d+\.| for \w+\.claims\.edges\.)/,
    reason: "So do lists of claims: a claim was not so later than its page appeared, and one of any time is as new as its page.",
  },
  {
    at: /^timelines as known .*\.detainee\.status: was "RELEASED", is "UNKNOWN"$/,
    reason: "A status is definite only where every order and moment agrees.",
  },
  {
    at: /^reconciliation \w+ as known .*\.reconciliation\.rows\.\d+\./,
    reason:
      "The hub is counted in a window as uncertain as the claim's, rows stand by currency (no later than the page), and UNIT and NOT_DECIDED are reasons.",
  },
  {
    at: /^\d+ × CountClaim for \w+\.nodes\.\d+\.gap[.:]/,
    reason: "A gap is a ClaimGap, which says why there is none instead of being null.",
  },
  {
    at: /^\d+ × Facility for \w+\.nodes\.\d+\.(parts|partOf|detainees|countClaims)\./,
    reason:
      "Parts follow the facility that stands for a merged one, a merged one's id finds what the joined one has, and a whole has what is told of its parts.",
  },
  {
    at: /^\d+ × CountClaim for \w+\.nodes\.\d+\.(dimension|category): was "(age|adult)", is "(age_group|ADULT)"$/,
    reason: "A dimension and a category in the hub's own words are a breakdown by its own dimension.",
  },
];

/** A database of the engine under test with the dump in it, and nothing else. */
async function load(dump: string): ReturnType<typeof copyWorld> {
  const world = await copyWorld("empty");
  await using database = await openRaw(world.where);
  await database.run(`DROP SCHEMA public CASCADE; CREATE SCHEMA public; ${dump}`);
  return world;
}

/** Where two answers differ: a line for each place. */
function differences(place: string, was: unknown, is: unknown): string[] {
  if (typeof was === "object" && was !== null && typeof is === "object" && is !== null) {
    const [before, after] = [was as Record<string, unknown>, is as Record<string, unknown>];
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => differences(`${place}.${name}`, before[name], after[name]));
  }
  return was === is ? [] : [`${place}: was ${JSON.stringify(was)}, is ${JSON.stringify(is)}`];
}

type Line = Question & { answer: unknown };

describe.each(readdirSync(import.meta.dirname).filter((name) => /^landed-.*\.jsonl$/.test(name)))("%s", (file) => {
  let keys: Record<string, string | null>;
  let asked: Line[];
  let database: Database;
  let send: Send;
  const ends: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const lines = (await readFile(join(import.meta.dirname, file), "utf8")).trimEnd().split("\n");
    [keys, ...asked] = lines.map((line) => JSON.parse(line)) as [typeof keys, ...Line[]];
    const { where, dispose } = await load(await readFile(join(import.meta.dirname, file.replace(/jsonl$/, "sql")), "utf8"));
    ends.push(dispose);
    database = await openDatabase(where);
    ends.push(() => database.close());
    await database.exclusively(() => database.migrate());
    // As the hub does when it starts.
    await settleNewTimelines(database.prisma);
    const app = createApp({ host: "127.0.0.1", port: 0, database, log: pino({ level: "silent" }) });
    ends.push(() => app.stop());
    send = sendTo(await app.start(), "");
  });
  afterAll(async () => {
    for (const end of ends.toReversed()) await end();
  });

  test("a migrated database answers what the version that filled it answered", { timeout: 60_000 }, async () => {
    expect(asked.length).toBeGreaterThan(50);
    const met = new Set<RegExp>();
    const unexpected: string[] = [];
    for (const { name, key, query, variables, answer } of asked) {
      const { data, errors } = await send(query, variables, keys[key]);
      const found = errors === undefined ? differences(name, answer, data) : [`${name}: ${JSON.stringify(errors)}`];
      for (const difference of found) {
        const known = intended.find(({ at }) => at.test(difference));
        if (known === undefined) unexpected.push(difference);
        else met.add(known.at);
      }
    }
    expect(unexpected.slice(0, 20), `${unexpected.length} differences`).toEqual([]);
    expect(intended.filter(({ at }) => !met.has(at))).toEqual([]);
  });

  test("the policy that a migration adopted looks at every event once, whoever migrates, and leaves the old decisions", async () => {
    const { prisma } = database;
    const decided = () => prisma.verification.count();
    const [before, known] = [await decided(), await prisma.policy.count({ where: { appliedAt: null } })];
    expect(known).toBe(1);
    const applied = await applyAdoptedPolicy(prisma);
    const inForce = await prisma.policy.findFirstOrThrow({ orderBy: { adoptedAt: "desc" } });
    // The numbers are those that were in force before; the name is the first that nobody had taken.
    expect(inForce).toMatchObject({
      version: "v4",
      maxHours: 96,
      minRoots: 2,
      adoptedBy: "migration",
      custodianGroups: ["venezuelan-state"],
    });
    expect(applied).toMatchObject({ version: "v4" });
    expect(await decided()).toBeGreaterThan(before);
    expect(await prisma.verification.count({ where: { policyVersion: { not: "v4" } } })).toBe(before);
    expect(await applyAdoptedPolicy(prisma)).toBeNull();
    await expect(prisma.$executeRaw`UPDATE "Policy" SET "adoptedBy" = 'nobody'`).rejects.toThrow("append-only");
  });

  test("it keeps the same rules as one that was made anew, and remembers answered changes and old keys", async () => {
    const rulesHeldBy = ({ prisma }: Database) => rulesOf({ rows: (sql) => prisma.$queryRawUnsafe(sql) });
    await using fresh = await freshDatabase("empty");
    expect(Object.fromEntries(await rulesHeldBy(database))).toEqual(Object.fromEntries(await rulesHeldBy(fresh)));
    const { key, actor } = await database.prisma.idempotentAnswer.findFirstOrThrow({ where: { verb: "verifyRelease" } });
    const release = key.replace("verify ", "");
    const query = `mutation($input: VerifyReleaseInput!) { verifyRelease(input: $input) { __typename ... on VerifyReleasePayload { changed release { id } } } }`;
    const input = { release, publicNote: "Two roots.", idempotencyKey: key };
    expect(actor).toMatch(/^key:/);
    expect((await send(query, { input }, keys["verifier"])).data["verifyRelease"]).toEqual({
      __typename: "VerifyReleasePayload",
      changed: true,
      release: { id: release },
    });
  });
});
