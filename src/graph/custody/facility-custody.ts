/** Who is and was held in a place, and how many. */
import { asOfMoment, canonicalAt, type KnownAt } from "../../domain/history/known-at.ts";
import { countDetained, countReleases } from "../../domain/custody/facility-counts.ts";
import type { VerificationState as State } from "../../db/generated/prisma/enums.ts";
import { knownEvent } from "../../domain/history/published-records.ts";
import { visibleWhere } from "../../domain/viewer.ts";
import { loaderOf, type Context } from "../base/context.ts";
import { naming } from "../base/filter.ts";
import { builder } from "../base/builder.ts";
import { asOfArgs, clockArgs } from "../clocks/clock-arguments.ts";
import { Detainee, DetaineeConnection } from "../records/detainee.ts";
import { Facility } from "../records/facility.ts";
import { byName } from "../pages/order.ts";
import { listPage } from "../pages/list.ts";
import { VerificationState } from "../records/verification-state.ts";
import { countWork } from "../costs/work.ts";

const detaineeCounts = loaderOf(async (context, ids: readonly string[], asOf: KnownAt, knownAt: KnownAt, publishedUntil: KnownAt) => {
  const clocks = { knownAt, publishedUntil };
  const facilities = await canonicalOf(context, ids, knownAt);
  return countDetained(context.prisma, context.viewer, facilities, asOfMoment({ asOf, ...clocks }, new Date()), clocks);
});
const releaseCounts = loaderOf(
  async (context, ids: readonly string[], state: State | null | undefined, knownAt: KnownAt, publishedUntil: KnownAt) =>
    countReleases(context.prisma, context.viewer, await canonicalOf(context, ids, knownAt), state ?? undefined, {
      knownAt,
      publishedUntil,
    }),
);

builder.prismaObjectFields(Facility, (t) => ({
  detaineeCount: t.int({
    complexity: countWork,
    description:
      "How many people the timelines place here at `asOf` (now, when not given). A documented minimum: only people whom the hub knows by name are counted.",
    args: asOfArgs,
    resolve: ({ id }, { asOf, knownAt, publishedUntil }, context) => detaineeCounts(context, asOf, knownAt, publishedUntil).load(id),
  }),
  releaseCount: t.int({
    complexity: countWork,
    description: "How many releases from here are on record, in the given state or in any state.",
    args: { state: t.arg({ type: VerificationState, description: "Releases in this state. Any state when not given." }), ...clockArgs },
    resolve: ({ id }, { state, knownAt, publishedUntil }, context) => releaseCounts(context, state, knownAt, publishedUntil).load(id),
  }),
}));

/** Of each facility the one that stands for it, or did then; those who are not merged stand for themselves. */
async function canonicalOf({ prisma, standIns }: Context, ids: readonly string[], knownAt: KnownAt): Promise<readonly string[]> {
  return knownAt == null ? ids.map((id) => standIns.get(id) ?? id) : canonicalAt(prisma, "Facility", ids, knownAt);
}

builder.prismaObjectField(Facility, "detainees", (t) =>
  t.connection(
    {
      type: Detainee,
      description:
        "Everyone whose recorded timeline passes through here, by name. For who is here now see `detaineeCount` and `Detainee.facility`.",
      args: clockArgs,
      resolve: async ({ id }, args, context, info) => {
        const { prisma, viewer } = context;
        const here = { AND: [await naming(context, "facilityId", id), knownEvent(viewer, args)] };
        return listPage(
          { context, info, args, owner: id },
          { where: { events: { some: here }, ...visibleWhere(viewer) }, order: byName() },
          (query) => prisma.detainee.findMany(query),
          (query) => prisma.detainee.count(query),
        );
      },
    },
    DetaineeConnection,
  ),
);
