/** The feed of changes: everything public that happens, as a query that pages it and as a subscription that pushes it. */
import { changesPassing, readToldChanges } from "../../feed/deliver/passing-changes.ts";
import { followFeed } from "../../feed/deliver/subscription-source.ts";
import { builder } from "../base/builder.ts";
import { pageSize } from "../costs/page-size.ts";
import { Change, ChangeFilter, changesAsked, changeTypes, type ChangeItem } from "./change.ts";

const ChangeEdge = builder.edgeObject({ name: "ChangeEdge", description: "One change of a page.", type: Change });
const ChangeConnection = builder.connectionObject(
  { name: "ChangeConnection", description: "A page of the feed of changes, oldest first.", type: Change },
  ChangeEdge,
);

builder.queryField("changes", (t) =>
  t.field({
    type: ChangeConnection,
    nullable: true,
    description:
      "Every public change of every record, in the order in which they were committed: recorded, amended, superseded, decided, merged, hidden, shown, and verdicts that changed; oldest first, of those that are kept. Read until `hasNextPage` is false, then subscribe to `changeFeed` with `endCursor`: nothing is missed. Changes from before the hub had this feed are there as far as they can be told exactly: everything but what was hidden or shown.",
    args: {
      after: t.arg.string({
        description:
          "A cursor of this feed: the changes after it. None or empty: from the oldest that is kept. One that cannot be resumed is one of the errors CURSOR_EXPIRED, CURSOR_DIVERGED and CURSOR_INVALID.",
      }),
      since: t.arg({ type: "DateTime", description: "Only changes after this moment, by `occurredAt`." }),
      until: t.arg({ type: "DateTime", description: "Only changes up to this moment, by `occurredAt`." }),
      first: t.arg.int({ description: `At most this many changes: ${pageSize.default} when not given, ${pageSize.max} at most.` }),
      filter: t.arg({ type: ChangeFilter, description: "Which changes. All of them when not given." }),
    },
    resolve: async (_root, { after, since, until, first, filter }, context) => {
      const { changes, prisma, viewer } = context;
      const start = after == null || after === "" ? 0n : await changes.positionOf(after);
      const { head } = changes;
      const limit = Math.min(Math.max(first ?? pageSize.default, 0), pageSize.max);
      const read = await readToldChanges(prisma, viewer, start, limit + 1, { ...(await changesAsked(context, filter)), since, until });
      const edges = read.slice(0, limit).map((node: ChangeItem) => ({ cursor: changes.cursorOf(node), node }));
      return {
        edges,
        pageInfo: {
          hasNextPage: read.length > limit,
          hasPreviousPage: start > 0n,
          startCursor: edges[0]?.cursor ?? null,
          // Never null, so that a reader of an empty page knows where to go on.
          endCursor: edges.at(-1)?.cursor ?? changes.cursorOf(head > start && until == null ? head : start),
        },
      };
    },
  }),
);

builder.subscriptionField("changeFeed", (t) =>
  t.field({
    type: Change,
    description:
      "Each public change of any record, as it happens: the same changes, in the same order and with the same cursors as `changes`, under the promises of `releaseFeed`.",
    args: {
      after: t.arg.string({
        description:
          "A cursor of this feed: everything since, then live, without gap or repeat. None or empty: from now. A cursor that cannot be resumed is one of the errors CURSOR_EXPIRED, CURSOR_DIVERGED and CURSOR_INVALID.",
      }),
      filter: t.arg({ type: ChangeFilter, description: "Which changes. All of them when not given." }),
      bookmarks: t.arg.boolean({
        defaultValue: false,
        description:
          "Whether to be told while nothing happens: a change of the kind BOOKMARK when the stream is live, and more while it is idle, so that a cursor under a narrow filter does not grow old.",
      }),
    },
    subscribe: async (_root, { after, filter, bookmarks }, context) => {
      const { changes, viewer, resumeAfter } = context;
      const passes = changesPassing(viewer, await changesAsked(context, filter));
      return followFeed(changes, resumeAfter ?? after, { types: changeTypes, passes, bookmarks: bookmarks === true });
    },
    resolve: (item) => item as never,
  }),
);
