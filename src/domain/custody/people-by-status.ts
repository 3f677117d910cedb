/** Which people are in a state at a moment, for lists: by the same fold as the status of one. */
import type { Db } from "../../db/database.ts";
import { takeBreaths } from "../../db/statements/breath.ts";
import { InvalidInput } from "../../errors.ts";
import type { Clocks } from "../history/known-at.ts";
import { openTable, pastOf, tableSql, withLookedUp } from "../history/past-tables.ts";
import { readTimelinesWhere } from "../history/read-timelines.ts";
import type { Viewer } from "../viewer.ts";
import { custodyAt, isHeldIn, type CustodyStatus } from "../timeline/custody.ts";
import { isHeldAs, type HeldAsked } from "./held.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";

export type StatusAsked = {
  /** Null for any. */
  readonly statuses: readonly CustodyStatus[] | null;
  /** Certainly held in one of these facilities; null for anywhere. */
  readonly heldIn: ReadonlySet<string> | null;
  readonly held: HeldAsked;
  readonly asOf: Date;
} & Clocks;

/** A list is asked for by so many ids at most. */
const mostPeople = 10_000;

/**
 * A condition on people. Of whom nothing is on record the status is UNKNOWN.
 * @throws InvalidInput where more people than a list can be asked for are in the state
 */
export async function statusWhere(db: Db, viewer: Viewer, { statuses, heldIn, held, asOf, ...clocks }: StatusAsked) {
  const timelines = await readTimelinesWhere(db, viewer, clocks, Prisma.sql`TRUE`);
  const ends = held.sentenceOver === null ? new Map<string, Date>() : await endsOfSentences(db, clocks);
  const endOf = (sentence: string) => ends.get(sentence) ?? null;
  const breathe = takeBreaths();
  const [inside, outside]: [string[], string[]] = [[], []];
  let seen = 0;
  for (const [person, timeline] of timelines) {
    seen += 1;
    if (seen % portion === 0) await breathe();
    const custody = custodyAt(timeline, asOf);
    const meets = (statuses === null || statuses.includes(custody.status)) && (heldIn === null || isHeldIn(custody, heldIn));
    const found = meets && isHeldAs(timeline, custody, held, asOf, endOf);
    (found ? inside : outside).push(person);
  }
  // Whoever has no timeline is found as well, where UNKNOWN is asked for.
  const nobodyToo = heldIn === null && statuses?.includes("UNKNOWN") === true && Object.values(held).every((asked) => asked === null);
  const ids = nobodyToo ? outside : inside;
  if (ids.length > mostPeople)
    throw new InvalidInput([
      {
        path: "filter",
        expected: `what is asked of custody to be so of at most ${mostPeople} people on record (statusTally counts more)`,
        received: `${ids.length} people`,
      },
    ]);
  return { id: nobodyToo ? { notIn: ids } : { in: ids } };
}

/** When each sentence certainly ends, as it was said then. */
async function endsOfSentences(db: Db, { knownAt }: Clocks): Promise<Map<string, Date>> {
  const past = knownAt == null ? null : pastOf(knownAt);
  const table =
    past === null
      ? Prisma.raw(`"CustodyEvent"`)
      : tableSql({ ...openTable(past, "CustodyEvent"), columns: new Set(["id", "type", "sentenceEndsLatest"]) });
  const read = Prisma.sql`SELECT told."id"::text, told."sentenceEndsLatest" AS "end" FROM ${table} AS told WHERE told."type" = 'SENTENCE' AND told."sentenceEndsLatest" IS NOT NULL`;
  const rows = await db.$queryRaw<{ id: string; end: Date }[]>(past === null ? read : withLookedUp(past, read));
  return new Map(rows.map(({ id, end }) => [id, end]));
}

const portion = 250;
