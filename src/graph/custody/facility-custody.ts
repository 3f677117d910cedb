/** Who is and was held in a place, and how many. */
import { canonicalAt, type KnownAt } from "../../domain/history/known-at.ts";
import { countDetained, countReleases } from "../../domain/custody/facility-counts.ts";
import type { PrismaClient } from "../../db/generated/prisma/client.ts";
import { visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { asOfArgs, knownAtArgs } from "../clocks/clock-arguments.ts";
import { Detainee, DetaineeConnection } from "../records/detainee.ts";
import { Facility } from "../records/facility.ts";
import { VerificationState } from "../records/verification-state.ts";
import { countWork } from "../base/work.ts";

builder.prismaObjectFields(Facility, (t) => ({
  detaineeCount: t.int({
    complexity: countWork,
    description:
      "How many people the timelines place here at `asOf` (now, when not given). A documented minimum: people whose names are known to the hub.",
    args: asOfArgs,
    resolve: ({ id }, { asOf, knownAt }, { prisma, viewer, loader, standIns }) =>
      loader(`detaineeCount ${asOf?.toISOString()} ${knownAt?.toISOString()}`, async (ids: readonly string[]) =>
        countDetained(prisma, viewer, await canonicalOf(prisma, ids, standIns, knownAt), asOf ?? knownAt ?? new Date(), knownAt),
      ).load(id),
  }),
  releaseCount: t.int({
    complexity: countWork,
    description: "How many releases from here are on record, in the given state or in any.",
    args: { state: t.arg({ type: VerificationState }), ...knownAtArgs },
    resolve: ({ id }, { state, knownAt }, { prisma, viewer, loader, standIns }) =>
      loader(`releaseCount ${state} ${knownAt?.toISOString()}`, async (ids: readonly string[]) =>
        countReleases(prisma, viewer, await canonicalOf(prisma, ids, standIns, knownAt), state ?? undefined, knownAt),
      ).load(id),
  }),
}));

/** Of each facility the one that stands for it, or did then; those who are not merged stand for themselves. */
async function canonicalOf(
  prisma: PrismaClient,
  ids: readonly string[],
  standIns: ReadonlyMap<string, string>,
  knownAt: KnownAt,
): Promise<readonly string[]> {
  return knownAt == null ? ids.map((id) => standIns.get(id) ?? id) : canonicalAt(prisma, "Facility", ids, knownAt);
}

builder.prismaObjectField(Facility, "detainees", (t) =>
  t.prismaConnection(
    {
      type: Detainee,
      cursor: "id",
      description:
        "Everyone whose recorded timeline passes through here, by name. For who is here now see `detaineeCount` and `Detainee.facility`.",
      totalCount: ({ id }, _args, { prisma, viewer }) =>
        prisma.detainee.count({ where: { events: { some: { facilityId: id } }, ...visibleWhere(viewer) } }),
      resolve: (query, { id }, _args, { prisma, viewer }) =>
        prisma.detainee.findMany({
          ...query,
          where: { events: { some: { facilityId: id } }, ...visibleWhere(viewer) },
          orderBy: [{ sortName: "asc" }, { id: "asc" }],
        }),
    },
    DetaineeConnection,
  ),
);
