/** The text of one statement while it is written: aliases, and parameters in the order of their first use. */
import type { Order } from "../../graph/pages/keyset.ts";
import { quoted } from "./tables.ts";
import type { Taken } from "./shape.ts";

/** Where the value of a parameter comes from: one of those that were taken out of the query, or one of a verb's. */
export type Use<Verb> = number | { readonly verb: Verb; readonly at: number };

export class Statement<Verb = unknown> {
  private next = 0;
  /** One for each parameter. */
  readonly uses: Use<Verb>[] = [];

  alias(): string {
    return `t${this.next++}`;
  }

  mark(): number {
    return this.next;
  }

  /** From here on aliases are given again that only stand in another branch. */
  backTo(mark: number): void {
    this.next = mark;
  }

  value({ at }: Taken): string {
    const known = this.uses.indexOf(at);
    return `$${known === -1 ? this.uses.push(at) : known + 1}`;
  }

  /** SQL that brings its own values, which stand between its parts. */
  verb(verb: Verb, parts: readonly string[]): string {
    return parts.reduce((before, part, at) => `${before}$${this.uses.push({ verb, at: at - 1 })}${part}`);
  }
}

export const orderSql = (alias: string, order: Order) =>
  order
    .flatMap((entry) => Object.entries(entry).map(([column, direction]) => `${alias}.${quoted(column)} ${direction.toUpperCase()}`))
    .join(", ");

/** Text that is put together of texts: those in `pieces` that are strings are JSON as it stands, the others SQL. */
export type Piece = string | { readonly sql: string };

/** An object of entries that begin with their keys; `entries` may be none. */
export const inBraces = (entries: readonly Piece[]): Piece[] => ["{", ...entries, "}"];

export function textSql(pieces: readonly Piece[]): string {
  const parts: string[] = [];
  let written = "";
  const flush = () => {
    if (written !== "") parts.push(`'${written.replaceAll("'", "''")}'`);
    written = "";
  };
  for (const piece of pieces) {
    if (typeof piece === "string") written += piece;
    else {
      flush();
      parts.push(piece.sql);
    }
  }
  flush();
  return parts.length === 0 ? "''" : parts.join(" || ");
}
