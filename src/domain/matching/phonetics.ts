/** How a folded name sounds in Spanish and, near enough, in Portuguese and in names borrowed from English. Letters only; input from `foldName`. */

const rules: readonly (readonly [RegExp, string])[] = [
  [/^x/, "j"],
  [/^ps/, "s"],
  [/^s(?=[bcdfgklmnpqrtv])/, "es"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/jh/g, "j"],
  [/[sc]h/g, "3"], // ch, one sound, kept from the rules for c and h
  [/nh/g, "n"],
  [/lh|ll/g, "y"],
  [/h/g, ""],
  [/sc(?=[ei])|cc(?=[ei])|cs|ks|x|tz/g, "s"],
  [/c(?=[ei])/g, "s"],
  [/q(?:u(?=[ei]))?|ck|c/g, "k"],
  [/gu(?=[ei])/g, "4"], // a hard g, kept from the rule for ge, gi
  [/g(?=[ei])/g, "j"],
  [/4/g, "g"],
  [/z|ss/g, "s"],
  [/[vw]/g, "b"],
  [/m(?=[bp])/g, "n"],
  [/y/g, "i"],
  [/(?<=...)ei$/, "i"], // Ronney, Ronny
  [/rr/g, "5"], // Barrón is not Varón
  [/(.)\1+/g, "$1"],
];

/** The sound of a folded name: `vasquez`, `vazques` and `basquez` have the same. */
export function soundOf(form: string): string {
  return rules.reduce((sound, [from, to]) => sound.replace(from, to), form);
}

/** The consonants of a sound, and whether it opens with a vowel: what is left when vowels were heard differently, as in Mohamed and Muhammad. */
export function skeletonOf(sound: string): string {
  const bones = sound
    .replaceAll("5", "r")
    .replace(/[aeiou]/g, "")
    .replace(/(.)\1+/g, "$1");
  return /^[aeiou]/.test(sound) ? `a${bones}` : bones;
}
