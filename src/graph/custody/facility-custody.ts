/** Who is and was held in a place, and how many. */
import { asOfMoment, type KnownAt } from "../../domain/history/known-at.ts";
import type { Reach } from "../../domain/history/place.ts";
import { countDetained, countReleases, detainedSql, judgeDetained, peopleHeld, releasesSql } from "../../domain/custody/facility-counts.ts";
import type { VerificationState as State } from "../../db/generated/prisma/enums.ts";
import { knownEvent } from "../../domain/history/published-records.ts";
import { visibleWhere } from "../../domain/viewer.ts";
import { loaderOf } from "../base/context.ts";
import { includePartsArgs, naming } from "../base/filter.ts";
import { builder } from "../base/builder.ts";
import { plannedBy } from "../pages/planned-value.ts";
import { asOfArgs, clockArgs } from "../clocks/clock-arguments.ts";
import { Detainee, DetaineeConnection } from "../records/detainee.ts";
import { Facility } from "../records/facility.ts";
import { byName } from "../pages/order.ts";
import { listPage } from "../pages/list.ts";
import { VerificationState } from "../records/verification-state.ts";
import { everHeld, heldCount, heldNow, releaseCount } from "../costs/work.ts";

const detaineeCounts = loaderOf(({ prisma, viewer, now }, ids: readonly string[], asOf: KnownAt, reach: Reach) =>
  countDetained(prisma, viewer, ids, asOfMoment({ asOf, ...reach }, now), reach),
);
type HeldArguments = Reach & { readonly asOf?: KnownAt };
const plannedDetained = plannedBy<HeldArguments>({
  sql: (id, { asOf, ...reach }, { viewer, now }) => detainedSql(viewer, id, asOfMoment({ asOf, ...reach }, now), reach),
  judge: (open, args, { now }) => judgeDetained(open, asOfMoment(args, now)),
});
const heldPeople = loaderOf(({ prisma, viewer, now }, ids: readonly string[], asOf: KnownAt, reach: Reach) =>
  peopleHeld(prisma, viewer, ids, asOfMoment({ asOf, ...reach }, now), reach),
);
const releaseCounts = loaderOf(({ prisma, viewer }, ids: readonly string[], state: State | null | undefined, reach: Reach) =>
  countReleases(prisma, viewer, ids, state ?? undefined, reach),
);
const plannedReleases = plannedBy<Reach & { readonly state?: State | null | undefined }>({
  sql: (id, { state, ...reach }, { viewer }) => releasesSql(viewer, id, state ?? undefined, reach),
  judge: null,
});

builder.prismaObjectFields(Facility, (t) => ({
  detaineeCount: t.int({
    complexity: heldCount,
    description:
      "How many people the timelines place here, or in a part of it, at `asOf` (now, when not given). A documented minimum: only people whom the hub knows by name are counted.",
    args: { ...includePartsArgs, ...asOfArgs },
    extensions: plannedDetained,
    resolve: ({ id }, { asOf, ...reach }, context) => detaineeCounts(context, asOf, reach).load(id),
  }),
  releaseCount: t.int({
    complexity: releaseCount,
    description: "How many releases from here and from its parts are on record, in the given state or in any state.",
    args: {
      state: t.arg({ type: VerificationState, description: "Releases in this state. Any state when not given." }),
      ...includePartsArgs,
      ...clockArgs,
    },
    extensions: plannedReleases,
    resolve: ({ id }, { state, ...reach }, context) => releaseCounts(context, state, reach).load(id),
  }),
}));

builder.prismaObjectField(Facility, "detainees", (t) =>
  t.connection(
    {
      type: Detainee,
      complexity: everHeld,
      description: "Everyone whose recorded timeline passes through here or a part of it, by name. For who is here now see `heldNow`.",
      args: { ...includePartsArgs, ...clockArgs },
      resolve: async ({ id }, args, context, info) => {
        const { prisma, viewer } = context;
        const here = { AND: [await naming(context, "facilityId", [id], args), knownEvent(viewer, args)] };
        return listPage(
          { context, info, args, owner: id },
          { of: "Detainee", where: { events: { some: here }, ...visibleWhere(viewer) }, order: byName() },
          (query) => prisma.detainee.findMany(query),
          (query) => prisma.detainee.count(query),
        );
      },
    },
    DetaineeConnection,
  ),
);

builder.prismaObjectField(Facility, "heldNow", (t) =>
  t.connection(
    {
      type: Detainee,
      description:
        "Who is here, or in a part of it, at `asOf` (now, when not given), by name: the people whom `detaineeCount` counts, whose timelines certainly place them here.",
      complexity: heldNow,
      args: { ...includePartsArgs, ...asOfArgs },
      resolve: async ({ id }, args, context, info) => {
        const { prisma, viewer } = context;
        const { asOf, includeParts, knownAt, publishedUntil } = args;
        const held = await heldPeople(context, asOf, { includeParts, knownAt, publishedUntil }).load(id);
        return listPage(
          { context, info, args, owner: id },
          { of: "Detainee", where: { id: { in: held }, ...visibleWhere(viewer) }, order: byName() },
          (query) => prisma.detainee.findMany(query),
          (query) => prisma.detainee.count(query),
        );
      },
    },
    DetaineeConnection,
  ),
);
