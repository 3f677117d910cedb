/** The arguments of the two clocks, described once. */
import { builder } from "../base/builder.ts";

/** `knownAt`. */
export const knownAtArgs = builder.args((t) => ({
  knownAt: t.field({
    type: "DateTime",
    description:
      "As the hub knew it at this moment, whatever was corrected, merged or retracted since; redacted words stay redacted. Now, when not given. Fields below that take `knownAt` follow it unless they have their own.",
  }),
}));

/** `asOf` beside `knownAt`. */
export const asOfArgs = builder.args((t) => ({
  asOf: t.field({
    type: "DateTime",
    description:
      "When it was so. `knownAt` when not given; of a reconciliation without that, the latest recording, and of anything else now.",
  }),
  ...knownAtArgs,
}));
