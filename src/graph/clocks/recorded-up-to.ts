/** Up to when the hub has recorded: the moment that a lasting answer is asked as known at. */
import { recordedUpTo } from "../../domain/recording-clock.ts";
import { builder } from "../base/builder.ts";

builder.queryField("recordedUpTo", (t) =>
  t.field({
    type: "DateTime",
    description:
      "The moment of the last recorded change, whoever may see it; the present on a hub where nothing was recorded. What is asked with it as `knownAt` has the same answer for ever, redactions excepted.",
    resolve: (_root, _args, { prisma, now }) => recordedUpTo(prisma, now),
  }),
);
