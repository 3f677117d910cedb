/** Custody events as lists: of one kind, of one place, and the verifiers' queue. */
import type { Clocks } from "../../domain/history/known-at.ts";
import { knownEvent } from "../../domain/history/published-records.ts";
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import type { Context } from "../base/context.ts";
import { builder } from "../base/builder.ts";
import { CustodyEvent, CustodyEventConnection, CustodyEventType } from "../records/custody-event.ts";
import { given, inSituation, situationArgs, unmerged } from "../base/filter.ts";
import { TimeOrder } from "../pages/order.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import { listPage } from "../pages/list.ts";
import { CustodyEventFilter, eventWhere, type EventsAsked } from "./event-filter.ts";
import { newestFirst, Release, ReleaseConnection } from "./release.ts";

/** The events that the filter finds, as a list. */
export const eventsList = async (context: Context, filter: EventsAsked, clocks: Clocks, order: "asc" | "desc" | null = "desc") => ({
  of: "CustodyEvent" as const,
  where: await eventWhere(context, filter, clocks),
  order: newestFirst(order),
});

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
