/**
 * Breakdowns: of whom a count is, as far as it is not of everybody. A count may be divided in several ways at once ("adult women"), by each dimension once. Stored as a sorted list of `DIMENSION=value`, so that two
 * counts are of the same people exactly where their lists are equal.
 */
import * as z from "zod";
import { AgeGroup, CivilMilitary, Sex } from "../../db/generated/prisma/enums.ts";
import { country, text } from "../input.ts";

/** The dimensions that the hub knows; any other has a name of its own (OTHER). */
export const dimensions = ["SEX", "AGE_GROUP", "NATIONALITY", "CIVIL_MILITARY", "LEGAL_STATUS", "ADMIN1", "CAUSE", "OTHER"] as const;
export type Dimension = (typeof dimensions)[number];

export type Breakdown = { readonly dimension: Dimension; readonly name: string | null; readonly value: string };

/** The values of the dimensions that are lists. */
const listed: Partial<Record<Dimension, readonly string[]>> = {
  SEX: Object.values(Sex),
  AGE_GROUP: Object.values(AgeGroup),
  CIVIL_MILITARY: Object.values(CivilMilitary),
};

const isDimension = (word: string): word is Dimension => (dimensions as readonly string[]).includes(word);
const asWord = (name: string) => name.trim().toUpperCase().replace(/[ -]+/g, "_");

// The names under which today's data sets divide by what the hub knows. A value that is none of these stays as it was written, under the name that was given.
const formerDimensions: Readonly<Record<string, Dimension>> = { AGE: "AGE_GROUP", GENDER: "SEX" };
const formerValues: Readonly<Record<string, string>> = {
  ...{ WOMEN: "FEMALE", WOMAN: "FEMALE", MEN: "MALE", MAN: "MALE", ADULTS: "ADULT", MINORS: "MINOR" },
  ...{ CIVILIANS: "CIVILIAN" },
};

/** The entry as it is stored. A named dimension has no `=` in its name. */
export function encodeBreakdown({ dimension, name, value }: Breakdown): string {
  return `${dimension === "OTHER" ? name! : dimension}=${value}`;
}

/** The breakdown that is stored so. */
export function decodeBreakdown(stored: string): Breakdown {
  const at = stored.indexOf("=");
  const [name, value] = [stored.slice(0, at), stored.slice(at + 1)];
  return isDimension(name) && name !== "OTHER" ? { dimension: name, name: null, value } : { dimension: "OTHER", name, value };
}

/** The value of a dimension as it is stored; what else was expected where it is none. */
function valueOf(dimension: Dimension, value: string): { readonly value: string } | { readonly expected: string } {
  const values = listed[dimension];
  if (values !== undefined) {
    const word = asWord(value);
    return values.includes(word) ? { value: word } : { expected: `one of ${values.join(", ")}` };
  }
  if (dimension !== "NATIONALITY") return { value };
  const code = value.toUpperCase();
  return country.safeParse(code).success ? { value: code } : { expected: "an ISO 3166-1 alpha-2 country code, such as ES" };
}

/** An entry as text, `SEX=FEMALE` or `population=staff`: how data sets write it. */
const written = z
  .string({ error: "a dimension and its value, such as SEX=FEMALE or population=staff" })
  .regex(/^[^=]+=./s, { error: "a dimension and its value, such as SEX=FEMALE or population=staff" })
  .transform((entry) => {
    const { dimension, name, value } = decodeBreakdown(entry);
    const word = asWord(name ?? dimension);
    return isDimension(word) && word !== "OTHER" ? { dimension: word, name: null, value } : { dimension, name, value };
  });
const told = z.object({ dimension: z.enum(dimensions), name: z.string({ error: "text" }).nullish(), value: z.string({ error: "text" }) });

/** One entry of a breakdown, as text or as an object; comes out as it is stored. */
export const breakdownEntry = z
  .union([written, told], { error: "a dimension and its value, such as SEX=FEMALE or population=staff" })
  .transform(({ dimension, name, value }, context): string => {
    const fault = (message: string, ...path: string[]) => {
      context.addIssue({ code: "custom", path, message });
      return z.NEVER;
    };
    if ((dimension === "OTHER") !== (name != null)) return fault("a name for the dimension OTHER, and for no other", "name");
    const [named, said] = [name == null ? null : text(100).safeParse(name), text(100).safeParse(value)];
    if (named?.success === false || name?.includes("=")) return fault("text of 1 to 100 characters without =", "name");
    if (!said.success) return fault("text of 1 to 100 characters", "value");
    const word = named ? asWord(named.data) : dimension;
    if (named && isDimension(word)) return fault(`the dimension ${word} itself, or another name`, "name");
    const found = valueOf(dimension, said.data);
    return "expected" in found
      ? fault(found.expected, "value")
      : encodeBreakdown({ dimension, name: named?.data ?? null, value: found.value });
  });

const mostEntries = 8;

/** A breakdown: each dimension once, in one order. Empty: of everybody. */
export const breakdownDraft = z
  .array(breakdownEntry, { error: "a list of dimensions with their values" })
  .max(mostEntries, { error: `at most ${mostEntries} dimensions` })
  .nullish()
  .transform((entries, context) => {
    const sorted = [...new Set(entries ?? [])].toSorted();
    const names = sorted.map((entry) => entry.slice(0, entry.indexOf("=")));
    if (new Set(names).size < names.length) context.addIssue({ code: "custom", message: "each dimension once" });
    return sorted;
  });

const unnamed = "category";
const unspecified = "unspecified";

/**
 * What a count of a data set from before breakdowns says with its dimension and category: a dimension that the hub knows where the words are its own (`sex`, `women`), else one of that name. The migration
 * `breakdowns` does the same to what is on record.
 */
export function breakdownOfCategory(dimension: string | null, category: string | null): string[] {
  if (dimension === null && category === null) return [];
  const [name, value] = [(dimension ?? unnamed).replaceAll("=", ":"), category ?? unspecified];
  const word = formerDimensions[asWord(name)] ?? asWord(name);
  if (isDimension(word) && word !== "OTHER") {
    const found = valueOf(word, listed[word] === undefined ? value : (formerValues[asWord(value)] ?? value));
    if ("value" in found) return [encodeBreakdown({ dimension: word, name: null, value: found.value })];
  }
  return [encodeBreakdown({ dimension: "OTHER", name: isDimension(asWord(name)) ? `${name} (as given)` : name, value })];
}

/** The dimension and category as which the first entry was told before there were breakdowns. */
export function categoryOf([stored]: readonly string[]): { readonly dimension: string | null; readonly category: string | null } {
  if (stored === undefined) return { dimension: null, category: null };
  const { dimension, name, value } = decodeBreakdown(stored);
  const called = name ?? dimension.toLowerCase();
  return { dimension: called === unnamed ? null : called, category: value === unspecified ? null : value };
}
