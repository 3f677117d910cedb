/** The arguments of the three clocks, described once. */
import { builder } from "../base/builder.ts";

/** `knownAt` and `publishedUntil`. */
export const clockArgs = builder.args((t) => ({
  knownAt: t.field({
    type: "DateTime",
    description:
      "Answers as the hub knew it at this moment, whatever was corrected, merged or retracted since; redacted words stay redacted. Now, when not given. A moment later than the last recorded change is that change's. Fields below need it themselves, unless the operation says `@inheritClocks`.",
  }),
  publishedUntil: t.field({
    type: "DateTime",
    description:
      "Answers from what had certainly been published by this moment; of events and people, from those that a claim had told of by then. Decisions and judgements are the hub's own: `knownAt` alone says which are in force. All that is on record, when not given. Fields below need it themselves, unless the operation says `@inheritClocks`.",
  }),
}));

/** `knownAt` alone: for what a record says of itself, whoever told of it. */
export const knownAtArgs = { knownAt: clockArgs.knownAt };

/** `asOf` beside them. */
export const asOfArgs = builder.args((t) => ({
  asOf: t.field({
    type: "DateTime",
    description:
      "The moment at which it was so. When not given: the earlier of `knownAt` and `publishedUntil`; without those, now, and in a reconciliation the latest recording.",
  }),
  ...clockArgs,
}));
