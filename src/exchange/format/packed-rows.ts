/** The rows of a file, packed: a large file has more rows than fit into memory as objects. They are unpacked a portion at a time, as often as somebody goes through them. */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Row } from "./cell.ts";

/** Rows in the order of their file. */
export type Rows = Iterable<Row> & { readonly length: number; readonly at: (index: number) => Row | undefined };

type Packed = readonly [line: number, ...cells: string[]];

const portion = 1000;
// Whoever takes rows in another order than that of the file mostly stays near.
const kept = 4;

export class PackedRows implements Rows {
  readonly #columns: readonly string[];
  readonly #packs: Buffer[] = [];
  #filling: Packed[] = [];
  readonly #unpacked = new Map<number, readonly Row[]>();

  constructor(columns: readonly string[]) {
    this.#columns = columns;
  }

  get length(): number {
    return this.#packs.length * portion + this.#filling.length;
  }

  /** Takes a row; its cells are in the order of the columns. */
  add(line: number, cells: readonly string[]): void {
    this.#filling.push([line, ...cells]);
    if (this.#filling.length < portion) return;
    this.#packs.push(deflateRawSync(JSON.stringify(this.#filling), { level: 1 }));
    this.#filling = [];
  }

  at(index: number): Row | undefined {
    return this.#portion(Math.floor(index / portion))[index % portion];
  }

  *[Symbol.iterator](): Generator<Row> {
    for (let number = 0; number <= this.#packs.length; number += 1) yield* this.#portion(number);
  }

  #portion(number: number): readonly Row[] {
    const pack = this.#packs[number];
    if (pack === undefined) return number === this.#packs.length ? this.#filling.map((row) => this.#read(row)) : [];
    const known = this.#unpacked.get(number);
    if (known !== undefined) return known;
    const rows = (JSON.parse(inflateRawSync(pack).toString()) as Packed[]).map((row) => this.#read(row));
    this.#unpacked.set(number, rows);
    if (this.#unpacked.size > kept) this.#unpacked.delete(this.#unpacked.keys().next().value!);
    return rows;
  }

  #read([line, ...values]: Packed): Row {
    const cells: Record<string, string> = {};
    for (const [at, name] of this.#columns.entries()) cells[name] = values[at]!;
    return { line, cells };
  }
}
