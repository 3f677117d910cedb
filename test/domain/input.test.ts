import * as z from "zod";
import { describe, expect, it } from "vitest";
import { check, key, list, orNull, show, slug, text, timeSpan, timeZone, url } from "../../src/domain/input.ts";
import { InvalidInput } from "../../src/errors.ts";

/** What is wrong with the input, as the caller is told; "nothing" when it is taken. */
function faults(schema: z.ZodType, input: unknown) {
  try {
    check(schema, input);
    return "nothing";
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return error.issues;
  }
}

describe("text", () => {
  it.each([
    ["plain", "Foro Penal", "Foro Penal"],
    ["with space around it", "  Foro Penal\n", "Foro Penal"],
    ["on several lines", "one\n\ttwo", "one\n\ttwo"],
    ["with an accent as a character of its own", "Ma\u0301rquez", "Márquez"],
    ["as long as may be, once composed and trimmed", ` ${"e\u0301".repeat(20)} `, "é".repeat(20)],
    ["of one character", "a", "a"],
    ["in another script", "Энрике 恩里克 إنريكي", "Энрике 恩里克 إنريكي"],
    ["with a character beyond the first plane", "🕊", "🕊"],
    ["with a mark that sets the direction and overrides nothing, without it", "إ\u200f!", "إ!"],
  ])("%s is taken, composed and trimmed", (_, given, taken) => {
    expect(check(text(20), given)).toBe(taken);
  });

  it.each([
    ["that is empty", ""],
    ["that is blank", " \n\t "],
    ["too long by one", "a".repeat(21)],
    ["too long even composed", "e\u0301".repeat(21)],
  ])("%s is refused with the lengths that may be", (_, given) => {
    expect(faults(text(20), given)).toEqual([{ path: "input", expected: "text of 1 to 20 characters", received: JSON.stringify(given) }]);
  });

  it.each([
    ["NUL, which PostgreSQL cannot store", "a\u0000b"],
    ["a backspace", "a\u0008b"],
    ["an escape", "a\u001b[31mb"],
    ["DEL", "a\u007fb"],
    ["the escape of the second control block", "a\u009b31mb"],
    ["a right-to-left override", "a\u202eb"],
    ["a left-to-right embedding", "a\u202ab"],
    ["a right-to-left isolate", "a\u2067b"],
    ["the end of an isolate", "a\u2069b"],
  ])("with %s is refused", (_, given) => {
    expect(faults(text(20), given)).toEqual([
      expect.objectContaining({
        path: "input",
        expected: expect.stringMatching(/^text without control, .* \(there is U\+[0-9A-F]+ at \d+\)$/),
      }),
    ]);
  });

  it.each([
    ["the first half of a pair", "a\ud83db"],
    ["the second half of a pair", "a\udd4ab"],
  ])("with only %s is refused: no database keeps it as it is", (_, given) => {
    expect(faults(text(20), given)).toEqual([expect.objectContaining({ path: "input" })]);
  });

  it.each([41, true, {}, ["a"]])("is not %j", (given) => {
    expect(faults(text(20), given)).toEqual([{ path: "input", expected: "text", received: JSON.stringify(given) }]);
  });
});

describe("a name for a row", () => {
  it.each<[string, z.ZodType, string]>([
    ["slug", slug, "el-helicoide"],
    ["slug", slug, "17gen4"],
    ["slug", slug, "a".repeat(100)],
    ["key", key, "npr-foro-penal-41"],
    ["key", key, "A_b.c:d"],
    ["key", key, "a".repeat(200)],
    ["url", url, "https://example.org/a?b=c#d"],
    ["url", url, "http://example.org"],
    ["time zone", timeZone, "America/Caracas"],
  ])("as a %s may be %j", (_, schema, given) => {
    expect(check(schema, given)).toBe(given);
  });

  it.each<[string, z.ZodType, string]>([
    ["slug", slug, ""],
    ["slug", slug, "El-Helicoide"],
    ["slug", slug, "el--helicoide"],
    ["slug", slug, "-helicoide"],
    ["slug", slug, "helicoide-"],
    ["slug", slug, "el helicoide"],
    ["slug", slug, "helicóide"],
    ["slug", slug, "helicoide\n"],
    ["slug", slug, "a".repeat(101)],
    ["key", key, ""],
    ["key", key, "-a"],
    ["key", key, "a b"],
    ["key", key, "a/b"],
    ["key", key, "a".repeat(201)],
    ["url", url, "javascript:alert(1)"],
    ["url", url, "ftp://example.org"],
    ["url", url, "example.org"],
    ["url", url, `https://example.org/${"a".repeat(2000)}`],
    ["time zone", timeZone, "-04:00"],
  ])("as a %s may not be %j", (_, schema, given) => {
    expect(faults(schema, given)).not.toBe("nothing");
  });
});

const [first, second] = [new Date("2026-01-12T04:00:00Z"), new Date("2026-01-13T04:00:00Z")];
const day = { earliest: first, latest: second, precision: "DAY", timeZone: "America/Caracas", verbatim: null };
const unknown = { earliest: null, latest: null, precision: "UNKNOWN", timeZone: "America/Caracas", verbatim: null };

describe("a time", () => {
  it.each<[string, object, object]>([
    ["written", { edtf: "2026-01-12" }, day],
    ["written, with the source's own words", { edtf: "2026-01-12", verbatim: " on Monday " }, { ...day, verbatim: "on Monday" }],
    ["written as nothing", { edtf: "" }, unknown],
    ["not given", {}, unknown],
    ["said to be unknown", { precision: "UNKNOWN" }, unknown],
    ["of all nulls", { edtf: null, earliest: null, latest: null, precision: null, verbatim: null }, unknown],
    ["as bounds with a precision", { earliest: first, latest: second, precision: "DAY" }, day],
    ["as bounds alone", { earliest: first, latest: second }, { ...day, precision: "UNKNOWN" }],
    ["as one bound", { earliest: first }, { ...unknown, earliest: first }],
    ["as the other bound", { latest: second, precision: "UNKNOWN" }, { ...unknown, latest: second }],
    ["as an instant", { earliest: first, latest: first, precision: "INSTANT" }, { ...day, latest: first, precision: "INSTANT" }],
  ])("%s is taken", (_, given, span) => {
    expect(check(timeSpan, { timeZone: "America/Caracas", ...given })).toEqual(span);
  });

  it.each<[string, object, string]>([
    ["that nobody can read", { edtf: "soon" }, "input.edtf"],
    ["both written and as bounds", { edtf: "2026-01-12", earliest: first, latest: second }, "input.edtf"],
    ["both written and with a precision", { edtf: "2026-01-12", precision: "DAY" }, "input.edtf"],
    ["that ends before it begins", { earliest: second, latest: first, precision: "DAY" }, "input"],
    ["that ends where it begins", { earliest: first, latest: first, precision: "DAY" }, "input"],
    ["that is an instant from here to there", { earliest: first, latest: second, precision: "INSTANT" }, "input"],
    ["that is an instant open at one side", { earliest: first, precision: "INSTANT" }, "input"],
    ["that is a day open at one side", { latest: second, precision: "DAY" }, "input"],
    ["that is a day, nobody says which", { precision: "DAY" }, "input"],
    ["that is an instant, nobody says which", { precision: "INSTANT" }, "input"],
    ["with a precision that there is not", { earliest: first, latest: second, precision: "FORTNIGHT" }, "input"],
    ["with two precisions", { earliest: first, latest: second, precision: "DAY as WEEK" }, "input"],
    ["without a moment in its bounds", { earliest: new Date(Number.NaN), latest: second }, "input.earliest"],
    ["with an offset for a zone", { edtf: "2026-01-12", timeZone: "-04:00" }, "input.timeZone"],
    ["without a zone", { edtf: "2026-01-12", timeZone: undefined }, "input.timeZone"],
    ["with no words for its words", { edtf: "2026-01-12", verbatim: "" }, "input.verbatim"],
  ])("%s is refused where the fault is", (_, given, path) => {
    expect(faults(timeSpan, { timeZone: "America/Caracas", ...given })).toEqual([
      expect.objectContaining({ path: expect.stringMatching(new RegExp(`^${path}`)) }),
    ]);
  });
});

describe("what is wrong with an input", () => {
  const draft = z.object({
    slug,
    kind: z.enum(["NGO", "MEDIA"]),
    note: orNull(text(10)),
    aliases: list(text(10)),
    asOf: timeSpan,
  });
  const right = { slug: "cnn", kind: "MEDIA", asOf: { edtf: "2026", timeZone: "UTC" } };

  it("is told whole, each fault with where it is, what was expected and what came", () => {
    const wrong = { slug: "C N N", kind: "TV", note: "", aliases: ["fine", 5], asOf: { edtf: "soon", timeZone: "UTC" } };
    expect(faults(draft, wrong)).toEqual([
      { path: "input.slug", expected: "a slug: lower-case letters, digits and single hyphens, such as el-helicoide", received: '"C N N"' },
      { path: "input.kind", expected: "one of NGO, MEDIA", received: '"TV"' },
      { path: "input.note", expected: "text of 1 to 10 characters", received: '""' },
      { path: "input.aliases.1", expected: "text", received: "5" },
      { path: "input.asOf.edtf", expected: expect.stringMatching(/^a time such as 2026-01-12, /), received: '"soon"' },
    ]);
  });

  it("is told of what is missing, too", () => {
    expect(faults(draft, { ...right, slug: undefined, kind: null })).toEqual([
      { path: "input.slug", expected: "a slug", received: "nothing" },
      { path: "input.kind", expected: "one of NGO, MEDIA", received: "nothing" },
    ]);
  });

  it("is nothing where what may be absent is absent, which is then null or empty", () => {
    expect(check(draft, right)).toMatchObject({ note: null, aliases: [] });
  });

  it("is not that something is said twice in a list: it is kept once", () => {
    expect(check(draft, { ...right, aliases: ["a", "b", " a "] })).toMatchObject({ aliases: ["a", "b"] });
  });

  it("begins at the root that the caller names", () => {
    expect(() => check(slug, "X", "sources.csv:2:slug")).toThrow(/^sources\.csv:2:slug: expected a slug/);
  });
});

describe("a value in a message", () => {
  it.each([
    [undefined, "nothing"],
    [null, "nothing"],
    [41, "41"],
    ["a", '"a"'],
    [["a"], '["a"]'],
    ["a".repeat(78), `"${"a".repeat(78)}"`],
    ["a".repeat(79), `"${"a".repeat(76)}…`],
    [() => 1, "function"],
  ])("%j is shown as %s", (value, shown) => {
    expect(show(value)).toBe(shown);
  });
});
