/** Rows that are to be written, packed as they are sent: what all rows of a portion have in common is said once. */
import { deflateRawSync, inflateRawSync } from "node:zlib";

export type Cells = Readonly<Record<string, unknown>>;
/** Rows with the same columns: those of `common`, where all have the same value, and their own. */
export type Portion = { readonly columns: readonly string[]; readonly common: string; readonly rows: string; readonly length: number };

const mostInPortion = 1000;

type Pack = { readonly columns: readonly string[]; readonly common: string; readonly rows: Buffer; readonly length: number };

export class NewRows implements Iterable<Cells> {
  readonly #packs: Pack[] = [];
  #filling: Cells[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(row: Cells): void {
    this.#length += 1;
    this.#filling.push(row);
    if (this.#filling.length === mostInPortion) this.#pack();
  }

  *portions(): Generator<Portion> {
    this.#pack();
    for (const pack of this.#packs) yield { ...pack, rows: inflateRawSync(pack.rows).toString() };
  }

  /** As JSON has them. */
  *[Symbol.iterator](): Generator<Cells> {
    for (const portion of this.portions()) yield* rowsIn(portion);
  }

  #pack(): void {
    const [first] = this.#filling;
    if (first === undefined) return;
    const columns = Object.keys(first);
    const own = columns.filter((column) => this.#filling.some((row) => !isSame(row[column], first[column])));
    const shared = columns.filter((column) => !own.includes(column));
    const common = JSON.stringify(picked(first, shared));
    const rows = deflateRawSync(JSON.stringify(this.#filling.map((row) => picked(row, own))), { level: 1 });
    this.#packs.push({ columns, common, rows, length: this.#filling.length });
    this.#filling = [];
  }
}

export function* rowsIn({ common, rows }: Portion): Generator<Cells> {
  const shared = JSON.parse(common) as Cells;
  for (const row of JSON.parse(rows) as Cells[]) yield { ...shared, ...row };
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;
const isSame = (value: unknown, other: unknown) =>
  value === other || (isEmpty(value) && isEmpty(other)) || (value instanceof Date && other instanceof Date && +value === +other);

function picked(row: Cells, columns: readonly string[]): Cells {
  const own: Record<string, unknown> = {};
  for (const column of columns) own[column] = row[column];
  return own;
}
