/** Values of JSON, packed: a large file has more rows than fit into memory as objects. They are unpacked a portion at a time, as often as somebody goes through them. */
import { deflateRawSync, inflateRawSync } from "node:zlib";

const portion = 1000;
// Whoever takes values in another order mostly stays near.
const kept = 4;

export class Packed<Stored, Value = Stored> implements Iterable<Value> {
  readonly #read: (stored: Stored) => Value;
  readonly #packs: Buffer[] = [];
  readonly #unpacked = new Map<number, readonly Value[]>();
  #filling: Stored[] = [];

  /** `read` makes of what is stored, as JSON gives it back, what it stands for. */
  constructor(read: (stored: Stored) => Value) {
    this.#read = read;
  }

  get length(): number {
    return this.#packs.length * portion + this.#filling.length;
  }

  add(stored: Stored): void {
    this.#filling.push(stored);
    if (this.#filling.length < portion) return;
    this.#packs.push(deflateRawSync(JSON.stringify(this.#filling), { level: 1 }));
    this.#filling = [];
  }

  at(index: number): Value | undefined {
    return this.#portion(Math.floor(index / portion))[index % portion];
  }

  *[Symbol.iterator](): Generator<Value> {
    for (let number = 0; number <= this.#packs.length; number += 1) yield* this.#portion(number);
  }

  #portion(number: number): readonly Value[] {
    const pack = this.#packs[number];
    if (pack === undefined) return number === this.#packs.length ? this.#filling.map(this.#read) : [];
    const known = this.#unpacked.get(number);
    if (known !== undefined) return known;
    const values = (JSON.parse(inflateRawSync(pack).toString()) as Stored[]).map(this.#read);
    this.#unpacked.set(number, values);
    if (this.#unpacked.size > kept) this.#unpacked.delete(this.#unpacked.keys().next().value!);
    return values;
  }
}
