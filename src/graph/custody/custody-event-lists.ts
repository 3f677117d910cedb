/** Custody events as lists: of one kind, of one place, and the verifiers' queue. */
import type { Clocks } from "../../domain/history/known-at.ts";
import { knownEvent } from "../../domain/history/published-records.ts";
import { insideWhere } from "../../domain/time/inside-where.ts";
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import type { Context } from "../base/context.ts";
import { builder } from "../base/builder.ts";
import { CustodyEvent, CustodyEventConnection, CustodyEventType } from "../records/custody-event.ts";
import { VerificationState } from "../records/verification-state.ts";
import {
  among,
  given,
  idsOfNamed,
  inSituation,
  includePartsField,
  naming,
  personId,
  situationArgs,
  situationField,
  unmerged,
} from "../base/filter.ts";
import { TimeOrder } from "../pages/order.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import { listPage } from "../pages/list.ts";
import { inState, newestFirst, Release, ReleaseConnection, sortedBy, inArea, inAreas } from "./release.ts";

const CustodyEventFilter = builder.inputType("CustodyEventFilter", {
  description: "Which custody events. All of the given conditions hold.",
  fields: (t) => ({
    type: t.field({ type: [CustodyEventType], description: "Events of one of these types." }),
    situation: situationField(t),
    state: t.field({ type: [VerificationState], description: "Events in one of these states." }),
    detainee: t.idList({ description: "Events of one of these people, by id or slug." }),
    facility: t.idList({ description: "Events at one of these facilities or at a part of it, by id or slug." }),
    includeParts: includePartsField(t),
    admin1: t.stringList({ description: inAreas }),
    locality: t.stringList({ description: "Events in one of these towns, named as in `Place.locality`." }),
    since: t.field({ type: "DateTime", description: "Events that certainly happened after this moment." }),
    until: t.field({ type: "DateTime", description: "Events that had certainly happened by this moment." }),
    includePossible: t.boolean({
      description: "Also what may have happened after `since` or by `until`, and may not; false when not given.",
    }),
  }),
});

async function eventWhere(context: Context, filter: typeof CustodyEventFilter.$inferInput | null | undefined, clocks: Clocks) {
  const { type, situation, state, detainee, facility, includeParts, since, until, includePossible } = filter ?? {};
  const { admin1, locality } = filter ?? {};
  const people = detainee == null ? null : await Promise.all(detainee.map((each) => personId(context, each)));
  const named = [
    await naming(context, "detaineeId", people, clocks),
    await naming(context, "facilityId", idsOfNamed(facility, "Facility"), { ...clocks, includeParts }),
  ];
  const { viewer } = context;
  const window = insideWhere("when", { since, until, includePossible });
  const told = given({
    ...{ type: among(type), situation: inSituation(situation), locality: among(locality) },
    ...{ whenSortAt: sortedBy(until), AND: window, OR: inArea(viewer, admin1) },
  });
  return { AND: [visibleWhere(viewer), unmerged, knownEvent(viewer, clocks), inState(viewer, state, clocks), ...named, told] };
}

/** The events that the filter finds, as a list. */
export const eventsList = async (
  context: Context,
  filter: typeof CustodyEventFilter.$inferInput | null | undefined,
  clocks: Clocks,
  order: "asc" | "desc" | null = "desc",
) => ({ of: "CustodyEvent" as const, where: await eventWhere(context, filter, clocks), order: newestFirst(order) });

builder.queryField("custodyEvents", (t) =>
  t.connection(
    {
      type: CustodyEvent,
      description:
        "Steps on people's timelines, newest first unless `order` says otherwise: deaths in custody, arrests in a place, all of one person.",
      args: {
        filter: t.arg({ type: CustodyEventFilter, description: "Which events. All of them when not given." }),
        order: t.arg({ type: TimeOrder, defaultValue: "desc", description: "By when it happened." }),
        ...clockArgs,
      },
      resolve: async (_root, args, context, info) => {
        const { prisma } = context;
        return listPage(
          { context, info, args },
          await eventsList(context, args.filter, args, args.order ?? undefined),
          (query) => prisma.custodyEvent.findMany(query),
          (query) => prisma.custodyEvent.count(query),
        );
      },
    },
    CustodyEventConnection,
  ),
);

type Waiting = Clocks & { readonly situation?: string | null | undefined };

/** Events of a type for which a person's decision is missing, or a single rule besides; nearest first. */
const waiting = (viewer: Viewer, type: typeof CustodyEventType.$inferType, { situation, ...clocks }: Waiting) => ({
  of: "CustodyEvent" as const,
  where: {
    type,
    ...given({ situation: inSituation(situation == null ? null : [situation]) }),
    rulesMissing: { gte: 0, lte: 1 },
    ...visibleWhere(viewer),
    ...unmerged,
    ...knownEvent(viewer, clocks),
  },
  order: [{ rulesMissing: "asc" }, { whenSortAt: "desc" }, { id: "desc" }] as const,
});
const order =
  "nearest first: those that wait for a person's decision alone, then those of which a single rule fails; the newest first among each. What is missing stands in `verification { failedRules }`.";

builder.queryField("verificationQueue", (t) =>
  t.connection(
    {
      type: Release,
      description: `Releases one step from verification, ${order}`,
      args: { ...situationArgs, ...clockArgs },
      resolve: (_root, args, context, info) => {
        const { prisma, viewer } = context;
        return listPage(
          { context, info, args },
          waiting(viewer, "RELEASE", args),
          (query) => prisma.custodyEvent.findMany(query),
          (query) => prisma.custodyEvent.count(query),
        );
      },
    },
    ReleaseConnection,
  ),
);

builder.queryField("decisionQueue", (t) =>
  t.connection(
    {
      type: CustodyEvent,
      description: `Events of a type one step from verification, ${order}`,
      args: { type: t.arg({ type: CustodyEventType, required: true, description: "Of which type." }), ...situationArgs, ...clockArgs },
      resolve: (_root, args, context, info) => {
        const { prisma, viewer } = context;
        return listPage(
          { context, info, args },
          waiting(viewer, args.type, args),
          (query) => prisma.custodyEvent.findMany(query),
          (query) => prisma.custodyEvent.count(query),
        );
      },
    },
    CustodyEventConnection,
  ),
);
