/** Times that are only partly known: the type, the input, and how a span is read from the five columns that carry it. */
import { TimePrecision as precisions } from "../../db/generated/prisma/enums.ts";
import { edtf } from "../../domain/time/edtf.ts";
import { check, timeSpan } from "../../domain/input.ts";
import { InvalidInput } from "../../errors.ts";
import { spanOf, type TimeSpan as Span } from "../../domain/time/span.ts";
import * as z from "zod";
import { builder } from "./builder.ts";
import { timePrecisions } from "../words/record.ts";

export const TimePrecision = builder.enumType(precisions, {
  name: "TimePrecision",
  description: "How finely a time is known.",
  values: timePrecisions,
});

export const TimeSpan = builder.objectRef<Span>("TimeSpan").implement({
  description:
    "A time that is only partly known: something was so at some moment from `earliest` up to, not including, `latest` (UTC). An INSTANT begins where it ends.",
  fields: (t) => ({
    earliest: t.expose("earliest", {
      type: "DateTime",
      nullable: true,
      description: "Null when it may have been at any time before `latest`.",
    }),
    latest: t.expose("latest", { type: "DateTime", nullable: true, description: "Null when the source sets no end." }),
    precision: t.expose("precision", { type: TimePrecision, description: "How finely the time is known." }),
    timeZone: t.exposeString("timeZone", { description: "The IANA time zone in which the source speaks, such as America/Caracas." }),
    edtf: t.string({
      description:
        "The span in Extended Date/Time Format (ISO 8601-2), local to `timeZone`; an end that is not known is left out (1985/), and XXXX-XX-XX stands for nothing known.",
      resolve: (span) => edtf(span),
    }),
    verbatim: t.exposeString("verbatim", { nullable: true, description: "The source's own words for the time." }),
  }),
});

export const TimeSpanInput = builder.inputType("TimeSpanInput", {
  description: "A partly known time: either `edtf`, or `earliest`, `latest` and `precision`. Neither means that nothing is known.",
  fields: (t) => ({
    edtf: t.string({
      description:
        "Local to `timeZone`: 2026-01-12, 2026-01, 2026, 2026-W03, 2026-01-09T08:30, 2026-01-09T08 (the hour), 2026-01-12 morning (afternoon, evening, night), 2026-01-08/2026-01-09, /2026-01-07 (some time up to then), 2026-01-08/ (some time from then on). Of EDTF level 1 also 1990~ and 1984? (a year, month or day further on either side), 199X, 2026-01-XX and 2026-21 (a season, of either hemisphere). A clock time that occurred twice becomes a span with both; one that the zone skipped is refused.",
    }),
    earliest: t.field({ type: "DateTime", description: "The first moment at which it can have been. Null leaves the beginning open." }),
    latest: t.field({
      type: "DateTime",
      description: "The first moment at which it can no longer have been: not included in the span. Null leaves the end open.",
    }),
    precision: t.field({ type: TimePrecision, description: "How finely the time is known. UNKNOWN when not given." }),
    timeZone: t.string({
      required: true,
      description: "An IANA time zone, such as America/Caracas; not an offset. Stored under its canonical name.",
    }),
    verbatim: t.string({ description: "The source's own words for the time. 1 to 200 characters." }),
  }),
});

const written = z.object({ time: timeSpan });

builder.queryField("readTime", (t) =>
  t.field({
    type: TimeSpan,
    description: "What the hub understands by a time as it is written, before anything is recorded: by the rule of every mutation.",
    args: { time: t.arg({ type: TimeSpanInput, required: true, description: "The time, as a mutation would take it." }) },
    errors: { types: [InvalidInput], union: { description: "The time as it is understood, or why it is not." } },
    resolve: (_root, { time }) => check(written, { time }).time,
  }),
);

/** The columns of the span with this prefix, as a Prisma selection. */
export function spanSelection<Prefix extends string>(prefix: Prefix) {
  const columns = ["Earliest", "Latest", "Precision", "TimeZone", "Verbatim"] as const;
  return Object.fromEntries(columns.map((column) => [`${prefix}${column}`, true])) as Record<`${Prefix}${(typeof columns)[number]}`, true>;
}

/** The span with this prefix; for columns that are never all empty. */
export function readSpan(prefix: string, row: object): Span {
  const span = spanOf(prefix, row);
  if (!span) throw new Error(`The columns ${prefix}… were not selected.`);
  return span;
}
