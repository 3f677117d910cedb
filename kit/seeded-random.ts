/** A seeded random generator: the same seed gives the same choices. */

export type SeededRandom = {
  /** A whole number from `least` to `most`. */
  between(min: number, max: number): number;
  /** One of a list that is not empty. */
  oneOf<Value>(list: readonly Value[]): Value;
};

/** Mulberry32 (Tommy Ettinger), begun from a text and a number. */
export function seededRandom(name: string, seed: number): SeededRandom {
  let state = Array.from(name).reduce((sum, letter) => Math.imul(sum, 31) + letter.codePointAt(0)!, seed + 1);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return { between, oneOf: (list) => list[between(0, list.length - 1)]! };
}
