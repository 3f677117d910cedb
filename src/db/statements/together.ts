/**
 * Statements of PostgreSQL that give one text each. What one holder asks with the same statement while all connections that it may have are taken goes in one message, bound once for each: to send a message and to
 * be woken by the answer costs both processes about as much as a short statement itself.
 */
import { LRUCache } from "lru-cache";
import pg from "pg";
import { prepareValue } from "pg/lib/utils.js";
import { traced } from "../../tracing/trace.ts";
import { boundsNow, heldBy, holderNow, within, type Holder } from "./bounds.ts";
import { stepOf } from "./step.ts";

const mostTogether = 16;
// Whoever shares a message waits for the others' statements: only for short ones.
const mostMilliseconds = 10;
const statementsKnown = 1000;

type Asked = {
  readonly values: readonly unknown[];
  readonly signal: AbortSignal | undefined;
  readonly resolve: (text: string | null) => void;
  readonly reject: (error: unknown) => void;
};

/** The parts of pg's connection that its own queries use. */
type Connection = {
  readonly stream: { cork(): void; uncork(): void };
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
  parse(asked: { readonly text: string; readonly name: string; readonly types: readonly number[] }): void;
  bind(asked: {
    readonly portal: string;
    readonly statement: string;
    readonly values: readonly unknown[];
    readonly valueMapper: (value: unknown) => unknown;
  }): void;
  execute(asked: { readonly portal: string; readonly rows: number }): void;
  sync(): void;
};

/** One statement with one list of values or several: a query for pg that answers each as soon as it is read. */
export class Together {
  readonly name: string;
  readonly text: string;
  /** Resolves when the database has nothing to do for it any more. */
  readonly done: Promise<void>;
  /** Called when nobody can join any more. */
  readonly onSent: () => void;
  private readonly ending = new AbortController();
  private readonly over = Promise.withResolvers<void>();
  private readonly asked: Asked[] = [];
  private sent = false;
  private waiting = 0;
  private answered = 0;
  private found: string | null | undefined;

  constructor(name: string, text: string, onSent: () => void) {
    this.name = name;
    this.text = text;
    this.onSent = onSent;
    this.done = this.over.promise;
  }

  /** Aborted when all who asked have left. */
  get signal(): AbortSignal {
    return this.ending.signal;
  }

  get size(): number {
    return this.asked.length;
  }

  /** The text that the statement gives for these values; null without a row. @throws the signal's reason when it is aborted before */
  ask(values: readonly unknown[], signal: AbortSignal | undefined): Promise<string | null> {
    this.waiting += 1;
    return new Promise((resolve, reject) => {
      const settle = () => {
        this.waiting -= 1;
        signal?.removeEventListener("abort", leave);
      };
      const mine: Asked = {
        ...{ values, signal },
        resolve: (text) => (settle(), resolve(text)),
        reject: (error) => (settle(), reject(error)),
      };
      const leave = () => {
        mine.reject(signal!.reason);
        if (!this.sent) this.asked.splice(this.asked.indexOf(mine), 1);
        if (this.waiting === 0) this.ending.abort(signal!.reason);
      };
      signal?.addEventListener("abort", leave, { once: true });
      this.asked.push(mine);
    });
  }

  /** Those who have no answer yet. */
  unanswered(): readonly Asked[] {
    return this.asked.slice(this.answered);
  }

  submit(connection: Connection): null {
    this.sent = true;
    this.onSent();
    const { name, text } = this;
    connection.stream.cork();
    if (name === "" || (connection.parsedStatements[name] ?? connection.submittedNamedStatements[name]) === undefined) {
      connection.parse({ text, name, types: [] });
      if (name !== "") connection.submittedNamedStatements[name] = text;
    }
    for (const { values } of this.asked) {
      connection.bind({ portal: "", statement: name, values, valueMapper: prepareValue });
      connection.execute({ portal: "", rows: 0 });
    }
    connection.sync();
    connection.stream.uncork();
    return null;
  }

  handleDataRow({ fields: [text] }: { readonly fields: readonly (string | null)[] }): void {
    if (this.found === undefined) this.found = text ?? null;
  }

  handleCommandComplete(): void {
    const { resolve } = this.asked[this.answered]!;
    this.answered += 1;
    resolve(this.found ?? null);
    this.found = undefined;
  }

  handleError(error: unknown): void {
    this.over.reject(error);
  }

  handleReadyForQuery(): void {
    this.over.resolve();
  }
}

/** How long one of a statement takes, and by the holder which are not yet sent. */
type Line = { readonly open: Map<string, Together>; each: number };

/** `Database.single` in the bounds of whoever asks. `send` takes a connection in the bounds that it is called in, and resolves when the query is done. */
export function createTexts(send: (query: Together) => Promise<unknown>, nameOf: (query: { readonly sql: string }) => string) {
  const lines = new LRUCache<string, Line>({ max: statementsKnown });
  const lineOf = (sql: string): Line => {
    const line = lines.get(sql) ?? { open: new Map(), each: mostMilliseconds };
    lines.set(sql, line);
    return line;
  };
  const begin = (sql: string, holder: Holder, line: Line | null): Together => {
    let sentAt = 0;
    const query = new Together(nameOf({ sql }), sql, () => {
      sentAt = performance.now();
      if (line?.open.get(holder.name) === query) line.open.delete(holder.name);
    });
    line?.open.set(holder.name, query);
    heldBy(query.signal, holder);
    within(query.signal, () => send(query)).then(
      () => {
        if (line !== null) line.each += ((performance.now() - sentAt) / query.size - line.each) / 4;
      },
      (error: unknown) => {
        query.onSent();
        const left = query.unanswered();
        // Of several, one that cannot be answered must not be all the others' fault.
        const again = left.length > 1 && error instanceof pg.DatabaseError && !query.signal.aborted;
        for (const { values, signal, resolve, reject } of left)
          if (again) begin(sql, holder, null).ask(values, signal).then(resolve, reject);
          else reject(error);
      },
    );
    return query;
  };
  return (sql: string, values: readonly unknown[]): Promise<string | null> =>
    traced(
      () => stepOf(sql),
      async () => {
        const [signal, holder] = [boundsNow(), holderNow()];
        signal?.throwIfAborted();
        const line = lineOf(sql);
        const waiting = line.open.get(holder.name);
        const joins = waiting !== undefined && waiting.size < Math.min(mostTogether, mostMilliseconds / line.each);
        return (joins ? waiting : begin(sql, holder, line)).ask(values, signal);
      },
    );
}
