/**
 * Text is what can be seen of it. Two names that look the same must be the same name, and no text may read otherwise than it is stored. One rule for the graph and for imports, after UTS #39 (Default_Ignorable
 * code points) and RFC 5892, appendix A (joiners).
 */

// Comes along when text is copied from a page, and says nothing: soft hyphen, zero-width space, direction marks, word joiner, byte order mark.
const silent = /[\u00AD\u061C\u200B\u200E\u200F\u2060\uFEFF]/gu;

// Where a joiner or its opposite changes the shape of letters, and is spelling: Persian, Urdu, Kurdish, the scripts of India and Sri Lanka and their kin.
const joining =
  "[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Nko}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Myanmar}\\p{Script=Khmer}\\p{Script=Tibetan}]";
const spelt = new RegExp(
  [
    `(?<=${joining}\\p{M}*)[\\u200C\\u200D](?=${joining})`,
    // Several people, or a person of a kind, in one picture; and which of its looks a picture or an ideograph has.
    "(?<=\\p{Extended_Pictographic}[\\p{Emoji_Modifier}\\uFE0F]?)\\u200D(?=\\p{Extended_Pictographic})",
    "(?<=[\\p{Extended_Pictographic}\\u20E3])[\\uFE0E\\uFE0F]",
    "(?<=\\p{Script=Han})[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]",
    "(?<=\\p{Script=Mongolian})[\\u180B-\\u180D\\u180F]",
  ].join("|"),
  "gu",
);

// Control characters but tab and line feed, whatever is ignored in display, line and paragraph separators, fillers that look like a space, what no text may hold.
const unseen = /(?![\t\n])[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\uFFF9-\uFFFB\p{Noncharacter_Code_Point}]/u;

/** The text composed (NFC), without characters that say nothing. */
export function seenText(text: string): string {
  return text.replace(silent, "").normalize("NFC");
}

/** The first character that cannot be seen and is no spelling, such as "U+202E at 5"; null when there is none. Positions count from 1. */
export function unseenCharacter(text: string): string | null {
  const bare = text.replace(spelt, (joiner) => " ".repeat(joiner.length));
  const at = bare.search(unseen);
  return at === -1 ? null : `U+${bare.codePointAt(at)!.toString(16).toUpperCase().padStart(4, "0")} at ${at + 1}`;
}
