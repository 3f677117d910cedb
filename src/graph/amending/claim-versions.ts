/** Claims have their versions too: the chain of those that superseded one another. */
import { versionsOfClaims } from "../../domain/amending/claim-versions.ts";
import { builder } from "../base/builder.ts";
import { loaderOf } from "../base/context.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import { Claim } from "../records/claim.ts";
import { RecordVersion } from "./record-version.ts";

const loader = loaderOf(({ prisma, viewer }, ids: readonly string[], knownAt: Date | null | undefined) =>
  versionsOfClaims(prisma, viewer, ids, knownAt),
);

builder.prismaInterfaceField(Claim, "versions", (t) =>
  t.field({
    type: [RecordVersion],
    description:
      "The chain of claims that this one is in, the first of them first, each with what it changed. Each is a claim of its own: see `supersedes`.",
    args: clockArgs,
    select: { id: true },
    resolve: ({ id }, { knownAt }, context) => loader(context, knownAt).load(id),
  }),
);
