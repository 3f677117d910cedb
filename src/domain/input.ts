/** Inputs are checked by zod schemas, which mutations and data-set files share. Here are the common pieces and the one way to report what is wrong. */
import * as z from "zod";
import { TimePrecision, Visibility } from "../db/generated/prisma/enums.ts";
import { InvalidInput, type InputIssue } from "../errors.ts";
import { isCountry } from "./text/country.ts";
import { seenText, unseenCharacter } from "./text/seen-text.ts";
import { happenedBy, instant } from "./time/compare.ts";
import type { TimeSpan } from "./time/span.ts";
import { parseTime, whyUnreadable } from "./time/written-time.ts";
import { canonicalZone } from "./time/zones.ts";

const seen = (value: string) => unseenCharacter(value) === null && value.isWellFormed();

/** Trimmed, composed (NFC) text of 1 to `most` characters, all of which can be seen (seen-text.ts). */
export const text = (most: number) =>
  z
    .string({ error: "text" })
    .transform(seenText)
    .refine(seen, {
      error: ({ input }) => {
        const character = unseenCharacter(input as string);
        return `text without control, invisible and direction characters${character === null ? ", of whole characters" : ` (there is ${character})`}`;
      },
    })
    .transform((value) => value.trim())
    .refine((value) => value.length >= 1 && value.length <= most, { error: `text of 1 to ${most} characters` });

export const slug = z
  .string({ error: "a slug" })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "a slug: lower-case letters, digits and single hyphens, such as el-helicoide" })
  .max(100, { error: "a slug of at most 100 characters" });
export const key = z
  .string({ error: "a key" })
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,199}$/, { error: "a key: letters, digits and . _ : -, at most 200, such as npr-foro-penal-41" });
export const id = z.uuid({ error: "the id of a row" });
/** Whichever name of the zone is given, the canonical one comes out. */
export const timeZone = z.string({ error: "an IANA time zone" }).transform((name, context) => {
  const canonical = canonicalZone(name);
  if (canonical !== null) return canonical;
  context.addIssue({ code: "custom", message: "an IANA time zone, such as America/Caracas (not an offset)" });
  return z.NEVER;
});
export const country = z
  .string({ error: "a country code" })
  .refine(isCountry, { error: "an ISO 3166-1 alpha-2 country code, such as VE (the United Kingdom is GB)" });
export const url = z
  .url({ protocol: /^https?$/, error: "an http or https URL" })
  .max(2000, { error: "a URL of at most 2000 characters" })
  .refine(seen, { error: "a URL without control, invisible and direction characters" });
export const moment = z.date({ error: "an instant, such as 2026-01-12T14:30:00Z" });
export const visibility = z.enum(Visibility);

/** Null when absent, so that rows compare column by column. */
export const orNull = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? null);
export const list = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(schema)
    .max(200, { error: "at most 200 entries" })
    .nullish()
    .transform((values) => [...new Set(values ?? [])] as z.output<Schema>[]);

/** A TimeSpan, written (`edtf`) or as bounds with a precision. Output: a TimeSpan. */
export const timeSpan = z
  .object({
    edtf: z.string().nullish(),
    earliest: moment.nullish(),
    latest: moment.nullish(),
    precision: z.enum(TimePrecision).nullish(),
    timeZone,
    verbatim: orNull(text(200)),
  })
  .transform(({ edtf, earliest, latest, precision, timeZone: zone, verbatim }, context): TimeSpan => {
    const fault = (message: string, ...path: string[]) => {
      context.addIssue({ code: "custom", path, message });
      return z.NEVER;
    };
    const bounded = earliest != null || latest != null || precision != null;
    if (edtf != null && bounded) return fault("either edtf or earliest, latest and precision, not both", "edtf");
    const written = edtf ?? bounds(earliest, latest, precision ?? "UNKNOWN");
    const span = parseTime(written, zone);
    if (span) return { ...span, verbatim };
    return bounded
      ? fault("earliest before latest, both given unless the precision is UNKNOWN, equal when it is INSTANT")
      : fault(whyUnreadable(written, zone), "edtf");
  });

/** Bounds as a written time; what they cannot be is a text that cannot be read. */
function bounds(earliest: Date | null | undefined, latest: Date | null | undefined, precision: TimePrecision): string {
  const [from, to] = [earliest?.toISOString() ?? "..", latest?.toISOString() ?? ".."];
  if (precision === "INSTANT") return from === to ? from : "..";
  return from === ".." && to === ".." && precision === "UNKNOWN" ? "" : `${from}/${to} as ${precision}`;
}

/**
 * Checks an input against its schema.
 * @throws InvalidInput with every fault: where, what was expected, what came
 */
export function check<Schema extends z.ZodType>(schema: Schema, input: unknown, root = "input"): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new InvalidInput(result.error.issues.map((issue) => describe(issue, input, root)));
}

/**
 * The same for what is recorded: nothing can have been so, or have been published, after now.
 * @throws InvalidInput
 */
export function checkRecorded<Schema extends z.ZodType>(schema: Schema, input: unknown, now: Date): z.output<Schema> {
  const draft = check(schema, input);
  const issues = inTheFuture(draft as object, now);
  if (issues.length === 0) return draft;
  throw new InvalidInput(
    issues.map(({ path, message, received }) => ({ path: ["input", ...path].join("."), expected: message, received: show(received) })),
  );
}

// What is set for later may well lie ahead.
const mayLieAhead: ReadonlySet<string> = new Set(["sentenceEnds"]);

/** The times of a draft that begin after now. */
export function inTheFuture(draft: object, now: Date): { path: string[]; message: string; received: Date }[] {
  const times = Object.entries(draft).flatMap(([field, value]) => {
    if (value instanceof Date) return [{ field, time: instant(value), received: value }];
    const time = mayLieAhead.has(field) ? null : (value as TimeSpan | null);
    return typeof time === "object" && time !== null && "timeZone" in time && "earliest" in time && time.earliest !== null
      ? [{ field, time, received: time.earliest }]
      : [];
  });
  return times
    .filter(({ time }) => happenedBy(time, now) === "NO")
    .map(({ field, received }) => ({ path: [field], message: `a time that does not begin after now (${now.toISOString()})`, received }));
}

function describe(issue: z.core.$ZodIssue, input: unknown, root: string): InputIssue {
  const path = issue.path.map(String);
  const received = path.reduce<unknown>((value, step) => (value as Record<string, unknown> | null | undefined)?.[step], input);
  const expected = issue.code === "invalid_value" ? `one of ${issue.values.join(", ")}` : issue.message;
  return { path: [root, ...path].join("."), expected, received: show(received) };
}

/** A value as a message shows it: JSON, shortened. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  const json = JSON.stringify(value) ?? typeof value;
  return json.length > 80 ? `${json.slice(0, 77)}…` : json;
}
