/** Rows that are to be written, packed as they are sent: what all rows of a portion have in common is said once. */
import { deflateRawSync, inflateRawSync } from "node:zlib";

export type Cells = Readonly<Record<string, unknown>>;
/** Rows with the same columns: those of `common`, where all have the same value, and their own. */
export type Portion = { readonly columns: readonly string[]; readonly common: string; readonly rows: string; readonly length: number };

const mostInPortion = 1000;

type Pack = Omit<Portion, "rows"> & { readonly rows: Buffer };

export class NewRows {
  readonly #packs: Pack[] = [];
  /** The last portion that is full. It is squeezed when another follows it: most are drawn before that. */
  #full: Portion | null = null;
  #filling: Cells[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(row: Cells): void {
    this.#length += 1;
    this.#filling.push(row);
    if (this.#filling.length === mostInPortion) this.#fill();
  }

  /** All of them, as often as somebody goes through them. */
  *portions(): Generator<Portion> {
    this.#fill();
    for (const pack of this.#packs) yield { ...pack, rows: inflateRawSync(pack.rows).toString() };
    if (this.#full !== null) yield this.#full;
  }

  /** Takes out the portion that has been filled, if there is one; what there is, when nothing is added any more. */
  drawn(last: boolean): Portion | null {
    if (last) this.#fill();
    const portion = this.#full;
    this.#full = null;
    return portion;
  }

  #fill(): void {
    const [first] = this.#filling;
    if (first === undefined) return;
    const columns = Object.keys(first);
    const own = columns.filter((column) => this.#filling.some((row) => !isSame(row[column], first[column])));
    const shared = columns.filter((column) => !own.includes(column));
    const common = JSON.stringify(picked(first, shared));
    const rows = JSON.stringify(this.#filling.map((row) => picked(row, own)));
    if (this.#full !== null) this.#packs.push({ ...this.#full, rows: deflateRawSync(this.#full.rows, { level: 1 }) });
    this.#full = { columns, common, rows, length: this.#filling.length };
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
