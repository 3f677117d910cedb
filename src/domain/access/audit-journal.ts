/**
 * What is audited beside changes: who used a powerful key, who read what is hidden, which keys opened nothing, which changes were refused. Noted in memory while a request is answered, and
 * appended in portions after it, so that no reader waits; what is left is appended before a process ends. Only a crash loses what was noted in its last second.
 */
import { Prisma, type PrismaClient } from "../../db/generated/prisma/client.ts";
import type { Viewer } from "../viewer.ts";

export type AuditNote = {
  readonly actor: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly outcome: string;
  readonly detail: Prisma.InputJsonObject;
};
/** Ids of rows that an operation showed, by their table. */
export type Reads = Map<string, Set<string>>;
type Row = AuditNote & { readonly at: Date };
type Read = { readonly at: Date; readonly actor: string; readonly operation: string; readonly rows: Reads };

const appendedEveryMilliseconds = 1000;
const countedEveryMilliseconds = 60_000;
const hour = 3600 * 1000;
// While the database is away. Beyond that the newest are dropped, and that is an error in the log.
const maxWaiting = 100_000;
const maxKeys = 10_000;

export class AuditJournal {
  private readonly prisma: PrismaClient;
  private readonly onError: (error: unknown) => void;
  private readonly appending: NodeJS.Timeout;
  private readonly counting: NodeJS.Timeout;
  private rows: Row[] = [];
  private reads: Read[] = [];
  private failures = new Map<string, number>();
  private readonly usedIn = new Map<string, number>();
  private last: Promise<void> = Promise.resolve();

  constructor(prisma: PrismaClient, onError: (error: unknown) => void, milliseconds = appendedEveryMilliseconds) {
    this.prisma = prisma;
    this.onError = onError;
    this.appending = setInterval(() => void this.append(), milliseconds).unref();
    this.counting = setInterval(() => this.count(), countedEveryMilliseconds).unref();
  }

  note(note: AuditNote): void {
    if (this.rows.length < maxWaiting) this.rows.push({ ...note, at: new Date() });
    else this.onError(new Error(`The audit trail cannot be written: ${note.action} of ${note.actor} is lost.`));
  }

  /** The first use in each hour of a key that sees or gives more than others do. */
  used({ actor, scopes }: Viewer): void {
    if (!scopes.has("EDITOR") && !scopes.has("ADMIN")) return;
    const now = Math.floor(Date.now() / hour);
    if (this.usedIn.get(actor) === now) return;
    if (this.usedIn.size >= maxKeys) this.usedIn.clear();
    this.usedIn.set(actor, now);
    const [kind, ...id] = actor.split(":");
    const entity = kind === "key" ? "ApiKey" : "Token";
    this.note({ actor, action: "use", entity, entityId: id.join(":"), outcome: "DONE", detail: { scopes: [...scopes] } });
  }

  /** Of these rows, the restricted ones were read in an operation. */
  read({ actor }: Viewer, operation: string, rows: Reads): void {
    if (rows.size === 0) return;
    if (this.reads.length < maxWaiting) this.reads.push({ at: new Date(), actor, operation, rows });
    else this.onError(new Error(`The audit trail cannot be written: a read of ${actor} is lost.`));
  }

  /** A key opened nothing. Told as a number for each minute: what a stranger tries must not fill the trail. */
  failed(reason: string): void {
    this.failures.set(reason, (this.failures.get(reason) ?? 0) + 1);
  }

  /** Appends what is left, and no more after that. */
  async stop(): Promise<void> {
    clearInterval(this.appending);
    clearInterval(this.counting);
    this.count();
    await this.append();
  }

  private count(): void {
    const { failures } = this;
    this.failures = new Map();
    for (const [reason, times] of failures)
      this.note({
        actor: "anonymous",
        action: "refuse",
        entity: "ApiKey",
        entityId: "",
        outcome: "UNAUTHENTICATED",
        detail: { reason, times },
      });
  }

  private append(): Promise<void> {
    this.last = this.last.then(() => this.appendAll());
    return this.last;
  }

  private async appendAll(): Promise<void> {
    const { rows, reads } = this;
    if (rows.length + reads.length === 0) return;
    [this.rows, this.reads] = [[], []];
    try {
      const hidden = await this.restrictedAmong(reads);
      const data = [...rows, ...hidden].toSorted((one, other) => one.at.getTime() - other.at.getTime());
      if (data.length > 0) await this.prisma.auditEntry.createMany({ data });
    } catch (error) {
      this.onError(error);
      this.rows.unshift(...rows);
      this.reads.unshift(...reads);
    }
  }

  private async restrictedAmong(reads: readonly Read[]): Promise<Row[]> {
    const restricted = new Map<string, ReadonlySet<string>>();
    for (const table of new Set(reads.flatMap(({ rows }) => [...rows.keys()]))) {
      const ids = [...new Set(reads.flatMap(({ rows }) => [...(rows.get(table) ?? [])]))];
      const found = await this.prisma.$queryRaw<{ id: string }[]>`
        SELECT "id"::text AS "id" FROM ${Prisma.raw(`"${table}"`)} WHERE "id" = ANY (${ids}::uuid[]) AND "visibility" = 'RESTRICTED'`;
      restricted.set(table, new Set(found.map(({ id }) => id)));
    }
    return reads.flatMap(({ at, actor, operation, rows }) => {
      const seen = [...rows].map(([table, ids]) => [table, [...ids].filter((id) => restricted.get(table)!.has(id)).toSorted()] as const);
      const shown = seen.filter(([, ids]) => ids.length > 0);
      if (shown.length === 0) return [];
      return [
        {
          at,
          actor,
          action: "read",
          entity: "Restricted",
          entityId: "",
          outcome: "DONE",
          detail: { operation, ...Object.fromEntries(shown) },
        },
      ];
    });
  }
}
