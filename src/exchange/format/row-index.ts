/** The rows of a table by key; of rows with the same key the first. They are unpacked when they are asked for: they may be too many to hold. */
import type { Row } from "./cell.ts";
import { KeyList } from "./key-list.ts";
import type { Rows } from "./packed-rows.ts";

export class RowIndex {
  readonly #rows: Rows;
  readonly #keys = new KeyList();
  /** Of each key. */
  readonly #places: number[] = [];

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  get(key: string): Row | undefined {
    const number = this.#keys.indexOf(key);
    return number === -1 ? undefined : this.#rows.at(this.#places[number]!);
  }

  /** Takes the row that stands at a place. Another one with that key, if it came before. */
  add(key: string, place: number): Row | undefined {
    const number = this.#keys.add(key);
    if (number < this.#places.length) return this.#rows.at(this.#places[number]!);
    this.#places.push(place);
    return undefined;
  }

  /** In the order of the file. */
  keys(): Iterable<string> {
    return this.#keys.keys();
  }

  *entries(): Generator<readonly [key: string, row: Row]> {
    let [place, next] = [0, 0];
    for (const row of this.#rows) {
      if (this.#places[next] === place) {
        yield [this.#keys.at(next), row];
        next += 1;
      }
      place += 1;
    }
  }
}
