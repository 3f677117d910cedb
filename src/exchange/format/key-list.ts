/** Keys, each once and numbered as they come, held as bytes: a large file has more of them than fit into memory as strings with a map around them. */

const least = 1024;
// Of three slots two are empty or more: a search ends soon.
const slotsPerKey = 3;

export class KeyList {
  #bytes = Buffer.allocUnsafe(16 * least);
  /** Where each key ends, and the next begins. */
  #ends = new Uint32Array(least);
  /** A table of hashes, open: the number of a key, from 1. */
  #slots = new Uint32Array(slotsPerKey * least);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The number of the key; a new one, when it was not there. */
  add(key: string): number {
    const { number, slot, end } = this.#find(key);
    if (number !== -1) return number;
    if (this.#length === this.#ends.length) {
      this.#grow();
      return this.add(key);
    }
    this.#ends[this.#length] = end;
    this.#length += 1;
    this.#slots[slot] = this.#length;
    return this.#length - 1;
  }

  /** -1 when it is not there. */
  indexOf(key: string): number {
    return this.#find(key).number;
  }

  has(key: string): boolean {
    return this.indexOf(key) !== -1;
  }

  *keys(): Generator<string> {
    for (let number = 0; number < this.#length; number += 1) yield this.at(number);
  }

  at(number: number): string {
    return this.#bytes.toString("utf8", this.#startOf(number), this.#ends[number]);
  }

  #startOf = (number: number) => (number === 0 ? 0 : this.#ends[number - 1]!);

  #find(key: string): { readonly number: number; readonly slot: number; readonly end: number } {
    const start = this.#startOf(this.#length);
    // Written behind the last one, where it stays if it is new.
    const most = start + key.length * 3;
    if (most > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], Math.max(most, this.#bytes.length * 2));
    const end = start + this.#bytes.write(key, start);
    const slots = this.#slots;
    let slot = hash(this.#bytes, start, end) % slots.length;
    for (; slots[slot] !== 0; slot = (slot + 1) % slots.length) {
      const number = slots[slot]! - 1;
      if (this.#bytes.compare(this.#bytes, start, end, this.#startOf(number), this.#ends[number]) === 0) return { number, slot, end };
    }
    return { number: -1, slot, end };
  }

  #grow(): void {
    const ends = new Uint32Array(this.#ends.length * 2);
    ends.set(this.#ends);
    this.#ends = ends;
    const slots = (this.#slots = new Uint32Array(slotsPerKey * ends.length));
    for (let number = 0; number < this.#length; number += 1) {
      let slot = hash(this.#bytes, this.#startOf(number), ends[number]!) % slots.length;
      while (slots[slot] !== 0) slot = (slot + 1) % slots.length;
      slots[slot] = number + 1;
    }
  }
}

/** FNV-1a, with the bits of its end mixed: keys are alike but for their last digits. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = start; at < end; at += 1) value = Math.imul(value ^ bytes[at]!, 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
