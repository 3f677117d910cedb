/** The arguments of the two clocks, described once. */
import { builder } from "../base/builder.ts";

/** `knownAt`. */
export const knownAtArgs = builder.args((t) => ({
  knownAt: t.field({
    type: "DateTime",
    description:
      "Answers as the hub knew it at this moment, whatever was corrected, merged or retracted since; redacted words stay redacted. Now, when not given. Fields below that take `knownAt` inherit it unless they are given their own.",
  }),
}));

/** `asOf` beside `knownAt`. */
export const asOfArgs = builder.args((t) => ({
  asOf: t.field({
    type: "DateTime",
    description:
      "The moment at which it was so. When not given: `knownAt`; without that, now, and in a reconciliation the latest recording.",
  }),
  ...knownAtArgs,
}));
