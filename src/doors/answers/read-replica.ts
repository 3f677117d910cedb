/**
 * Reads from a replica, as true as those from the database itself: before it is read, the replica has to have whatever the database had when the operation began to read, and afterwards to be the same server, which has
 * not started anew meanwhile (after a crash it may be behind where it was). Both are told by the hub's version (hub-version.ts), which every change moves. What a replica cannot answer, for whatever reason, the
 * database is asked: a replica that lags or is away costs time and nothing else. The feeds' positions are the database's, and who changes anything reads there.
 */
import { Kind, type ExecutionArgs, type ExecutionResult } from "graphql";
import type { PrismaClient } from "../../db/generated/prisma/client.ts";
import type { Replica } from "../../db/postgres.ts";
import { withoutBounds } from "../../db/statements/bounds.ts";
import type { Context } from "../../graph/base/context.ts";
import type { Planner } from "../../planner/planner.ts";
import { operationOf } from "../limits/cost.ts";
import type { HubVersions } from "./hub-version.ts";

type Execute = (args: ExecutionArgs) => PromiseLike<ExecutionResult> | ExecutionResult;
/** What came of asking the replica. */
export type Outcome = "replica" | "behind" | "failed";

export type ReplicaReads = {
  readonly replica: Pick<Replica, "prisma" | "kept">;
  /** The database. */
  readonly kept: PrismaClient;
  readonly planner: Planner;
  /** Of the replica, each with what tells one start of its server from another. */
  readonly versions: HubVersions;
  /** Of the database. */
  readonly primary: HubVersions;
  readonly count: (outcome: Outcome) => void;
};

// A replica that does not answer is not asked for so long.
const restMilliseconds = 5000;
// As long as an answer may be waited for before the database is asked.
const patience = 2000;
// How deliveries stand moves no version: it is read where it is written.
const ofTheDatabase = new Set(["feed", "changes", "webhooks", "node", "nodes"]);

/** Executes a query there, or resolves with null for the database to be asked. */
export function createReplicaReads({ replica, kept, planner, versions, primary, count }: ReplicaReads) {
  const hasTheStart = createStartCheck(kept, replica.kept);
  let restUntil = 0;
  const rest = (): null => {
    restUntil = performance.now() + restMilliseconds;
    count("failed");
    return null;
  };
  return async (args: ExecutionArgs, ordinary: Execute): Promise<ExecutionResult | null> => {
    const context = args.contextValue as Context;
    if (performance.now() < restUntil || !mayBeReadThere(args, context)) return null;
    const wanted = await withoutBounds(() => primary.current());
    if (wanted === null) return null;
    const before = await withoutBounds(() => versions.current());
    if (before === null) return rest();
    if (!isAtLeast(before, wanted) || !(await withoutBounds(hasTheStart))) {
      count("behind");
      return null;
    }
    const contextValue = { ...context, prisma: replica.prisma, loaders: new Map(), standIns: new Map() };
    const answer = await soon(async () => planner.execute({ ...args, contextValue }, ordinary));
    if (answer === null) return rest();
    const after = await withoutBounds(() => versions.current());
    // What is wrong with the question the database says as well.
    if (answer.errors !== undefined || after === null || startOf(after) !== startOf(before)) {
      count("failed");
      return null;
    }
    count("replica");
    return answer;
  };
}

/** Whether the replica has what a start of the hub writes, which moves no version: columns that are reckoned from others. Once it has, it is not asked again. */
function createStartCheck(kept: PrismaClient, there: PrismaClient): () => Promise<boolean> {
  let position: string | undefined;
  let has = false;
  return async () => {
    if (has) return true;
    try {
      position ??= (await kept.$queryRaw<{ at: string }[]>`SELECT pg_current_wal_insert_lsn()::text AS "at"`)[0]!.at;
      const [row] = await there.$queryRaw<{ has: boolean | null }[]>`SELECT pg_last_wal_replay_lsn() >= ${position}::pg_lsn AS "has"`;
      return (has = row!.has === true);
    } catch {
      return false;
    }
  };
}

function mayBeReadThere({ document, operationName }: ExecutionArgs, { viewer, reads }: Context): boolean {
  if (reads !== null || viewer.levels.includes("RESTRICTED") || [...viewer.scopes].some((scope) => scope !== "PARTNER")) return false;
  const operation = operationOf(document, operationName);
  return (
    operation?.operation === "query" &&
    operation.selectionSet.selections.every((field) => field.kind === Kind.FIELD && !ofTheDatabase.has(field.name.value))
  );
}

/** Null when it has not come soon, or failed. */
async function soon<Result>(run: () => Promise<Result>): Promise<Result | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(resolve, patience, null).unref();
  try {
    return await Promise.race([run().catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Of the replica's version, behind the hub's own. */
const startOf = (version: string) => version.split("@")[1];

/** Whether a replica at this version has all that was there at that one: its parts only ever rise. */
export function isAtLeast(version: string, wanted: string): boolean {
  const [there, here] = [version.split("@")[0]!.split("."), wanted.split(".")];
  return here.every((part, at) => (at === 0 ? there[0] === part : BigInt(there[at] ?? -1) >= BigInt(part)));
}
