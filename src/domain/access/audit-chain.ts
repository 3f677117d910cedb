/** The audit trail as a chain (prisma/sql/chain_audit.sql): whether an entry was changed or taken away since it was appended. */
import { createHash } from "node:crypto";
import type { Db } from "../../db/database.ts";

/** A place in the trail and its hash: kept elsewhere, it shows later whether the trail up to there is still the one of then. */
export type Anchor = { readonly seq: bigint; readonly hash: string };
export type Verdict = { readonly entries: bigint; readonly head: Anchor; readonly faults: readonly string[] };

type Content = {
  readonly seq: bigint;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly outcome: string;
  /** As the database writes it: keys in its own order. */
  readonly detail: string;
};
type Stored = Content & { readonly hash: string };

const portion = 1000;
const maxFaults = 100;

/** The hash of an entry: SHA-256 over its parts, each with its length in bytes in front, so that none can pass for another. The first is the hash of the entry before it. */
export function entryHash(previous: string, { seq, at, actor, action, entity, entityId, outcome, detail }: Content): string {
  const parts = [previous, String(seq), String(at.getTime()), actor, action, entity, entityId, outcome, detail];
  const text = parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join(",");
  return createHash("sha256").update(text).digest("hex");
}

/** Reads the whole trail, as far as it went when this began, and says of every entry that is not as it was appended which one it is. */
export async function verifyAudit(db: Db, anchor: Anchor | null = null): Promise<Verdict> {
  const [head] = await db.$queryRaw<[Anchor]>`SELECT "seq", encode("hash", 'hex') AS "hash" FROM "AuditHead"`;
  const faults: string[] = [];
  const fault = (text: string) => void (faults.length < maxFaults && faults.push(text));
  let before: Anchor = { seq: 0n, hash: "" };
  // Without the entry before it, the hash of an entry says nothing.
  let follows = true;
  let entries = 0n;
  const missing = (from: bigint, to: bigint) => fault(from === to ? `entry ${from} is missing` : `entries ${from} to ${to} are missing`);
  for (let last: bigint | null = 0n; last !== null;) {
    const rows: Stored[] = await db.$queryRaw<Stored[]>`
      SELECT "seq", encode("hash", 'hex') AS "hash", "at", "actor", "action", "entity", "entityId", "outcome", "detail"::text AS "detail"
      FROM "AuditEntry" WHERE "seq" > ${last} AND "seq" <= ${head.seq} ORDER BY "seq" LIMIT ${portion}`;
    for (const row of rows) {
      follows = row.seq === before.seq + 1n;
      if (!follows) missing(before.seq + 1n, row.seq - 1n);
      else if (entryHash(before.hash, row) !== row.hash) fault(`entry ${row.seq} is not as it was appended`);
      if (anchor?.seq === row.seq && anchor.hash !== row.hash) fault(`entry ${row.seq} is not the one of the anchor`);
      before = row;
      entries += 1n;
    }
    last = rows.length === portion ? before.seq : null;
  }
  if (before.seq < head.seq) missing(before.seq + 1n, head.seq);
  else if (before.seq > 0n && before.hash !== head.hash) fault(`entry ${head.seq} is not the one that the trail ended with`);
  if (anchor !== null && anchor.seq > head.seq) fault(`the anchor is of entry ${anchor.seq}, and the trail ends at ${head.seq}`);
  const [{ loose }] = await db.$queryRaw<[{ loose: number }]>`
    SELECT count(*)::int AS "loose" FROM "AuditEntry" WHERE "hash" IS NULL OR "seq" > (SELECT "seq" FROM "AuditHead")`;
  if (loose > 0) fault(`${loose} entries stand outside the chain`);
  return { entries, head, faults };
}
