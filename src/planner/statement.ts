/** The text of one statement while it is written: aliases, and parameters in the order of their first use. */
import type { Order } from "../graph/pages/keyset.ts";
import { quoted } from "./tables.ts";
import type { Taken } from "./shape.ts";

export class Statement {
  private aliases = 0;
  /** For each parameter, where its value stands among those that were taken out of the query. */
  readonly uses: number[] = [];

  alias(): string {
    return `t${this.aliases++}`;
  }

  value({ at }: Taken): string {
    const known = this.uses.indexOf(at);
    return `$${known === -1 ? this.uses.push(at) : known + 1}`;
  }
}

export const orderSql = (alias: string, order: Order) =>
  order.flatMap((entry) => Object.entries(entry).map(([column, direction]) => `${alias}.${quoted(column)} ${direction.toUpperCase()}`)).join(", ");

/** Text that is put together of texts: those in `pieces` that are strings are JSON as it stands, the others SQL. */
export type Piece = string | { readonly sql: string };

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
