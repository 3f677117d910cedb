import { describe, expect, it } from "vitest";
import { seenText, unseenCharacter } from "../../../src/domain/text/seen-text.ts";

describe("text that is taken as it is", () => {
  it.each([
    ["Persian with a non-joiner between letters", "علی\u200Cرضا"],
    ["Persian with one after a vowel mark", "میِ\u200Cخواهم"],
    ["Hindi with a joiner", "क्\u200Dष"],
    ["Malayalam with a non-joiner", "ന്\u200Cറ"],
    ["Sinhala with a joiner", "ශ්\u200Dරී"],
    ["a family in one picture", "👩\u200D👧"],
    ["a picture with its look", "❤\uFE0F"],
    ["an ideograph in a look of its own", "葛\u{E0100}城"],
    ["a Mongolian variant", "ᠠ\u180B"],
    ["lines and tabs", "one\n\ttwo"],
    ["Hebrew with points", "שָׁלוֹם"],
    ["a narrow space", "10\u202F000"],
  ])("%s", (_, text) => {
    expect([seenText(text), unseenCharacter(text)]).toEqual([text.normalize("NFC"), null]);
  });
});

describe("text that is taken without what says nothing", () => {
  it.each([
    ["a soft hyphen", "Már\u00ADquez", "Márquez"],
    ["a zero-width space", "El\u200B Helicoide", "El Helicoide"],
    ["direction marks", "\u200Eأحمد\u200F (\u061C1)", "أحمد (1)"],
    ["a byte order mark", "\uFEFFslug", "slug"],
    ["a word joiner", "a\u2060b", "ab"],
    ["a mark that kept a letter from its accent", "e\u200B\u0301", "é"],
  ])("%s", (_, given, taken) => {
    expect([seenText(given), unseenCharacter(seenText(given))]).toEqual([taken, null]);
  });
});

describe("text that is refused, with the character and its place", () => {
  it.each([
    ["a joiner between Latin letters", "Pe\u200Drez", "U+200D at 3"],
    ["a non-joiner at the end of a word", "علی\u200C", "U+200C at 4"],
    ["two non-joiners in a row", "علی\u200C\u200Cرضا", "U+200C at 4"],
    ["a non-joiner between scripts", "a\u200Cع", "U+200C at 2"],
    ["a right-to-left override", "abc\u202Efed", "U+202E at 4"],
    ["an isolate", "a\u2067b\u2069", "U+2067 at 2"],
    ["a tag, which spells words that nobody sees", "a\u{E0061}", "U+E0061 at 2"],
    ["a variation that nothing has", "a\uFE0F", "U+FE0F at 2"],
    ["a second variation", "葛\u{E0100}\u{E0101}", "U+E0101 at 4"],
    ["a combining grapheme joiner", "a\u034Fb", "U+034F at 2"],
    ["a Hangul filler, which looks like a space", "a\u3164b", "U+3164 at 2"],
    ["an empty Braille cell", "\u2800", "U+2800 at 1"],
    ["an invisible operator", "a\u2062b", "U+2062 at 2"],
    ["a line separator", "a\u2028b", "U+2028 at 2"],
    ["an annotation", "a\uFFF9b", "U+FFF9 at 2"],
    ["NUL", "a\u0000", "U+0000 at 2"],
    ["an escape of a terminal", "\u001B[31m", "U+001B at 1"],
    ["a noncharacter", "a\uFFFE", "U+FFFE at 2"],
  ])("%s", (_, text, told) => {
    expect(unseenCharacter(seenText(text))).toBe(told);
  });
});
