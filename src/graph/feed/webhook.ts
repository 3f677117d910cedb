/** Webhooks: a key's own addresses to which the feed is posted, and the deliveries that were given up. */
import {
  WebhookDeliveryState as deliveryStateNames,
  WebhookFeed as feedNames,
  WebhookStop as stopNames,
} from "../../db/generated/prisma/enums.ts";
import { targetFault } from "../../webhooks/outbound-address.ts";
import { requireScope } from "../../domain/viewer.ts";
import { createWebhook, deleteWebhook, ownWebhooks, replayWebhook } from "../../webhooks/webhook.ts";
import { InvalidInput } from "../../errors.ts";
import type { Context } from "../base/context.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { connectionOf } from "../pages/connection.ts";
import { encodeId } from "../base/ids.ts";
import { foundBy } from "../base/nodes.ts";
import { relatedList } from "../pages/related-list.ts";
import { ReleaseFilter, releaseWhere } from "../custody/release.ts";
import { ChangeFilter, changesAsked } from "./change.ts";
import { deliveryStates, webhookFeeds, webhookFields, webhookStops } from "../words/feed.ts";
import { recordFields } from "../words/record.ts";

const WebhookState = builder.enumType("WebhookState", {
  description: "Whether a webhook receives events now.",
  values: {
    ACTIVE: { description: "Events are delivered as they come." },
    RETRYING: {
      description: "The next delivery has failed and is tried again at `nextAttemptAt`. Later events wait for it, so that the order holds.",
    },
    STOPPED: { description: "Nothing is delivered, for the reason in `stop`, until replayWebhook is called." },
  } as const,
});
const WebhookStop = builder.enumType(stopNames, {
  name: "WebhookStop",
  description:
    "Why a webhook was stopped. After a CURSOR_… reason events may be missing: read them with `feed`, then call replayWebhook with the cursor from which to go on.",
  values: webhookStops,
});
const WebhookDeliveryState = builder.enumType(deliveryStateNames, {
  name: "WebhookDeliveryState",
  description: "What became of a delivery that was given up.",
  values: deliveryStates,
});

const WebhookFeed = builder.enumType(feedNames, { name: "WebhookFeed", description: "Which feed a webhook is of.", values: webhookFeeds });

const WebhookDelivery = builder.prismaNode("WebhookDelivery", {
  description: "A delivery that was given up: a dead letter. replayWebhook sends it again.",
  id: { field: "id", description: recordFields.id },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    eventId: t.exposeID("eventId", { description: "The id of the feed event; also the delivery's header `webhook-id`." }),
    state: t.expose("state", { type: WebhookDeliveryState, description: "Whether it is still a dead letter." }),
    attempts: t.exposeInt("attempts", { description: "How many attempts were made, all of which failed." }),
    failure: t.exposeString("failure", {
      description: "Why the last failed attempt failed: a status or an error, never the receiver's answer.",
    }),
    diedAt: t.expose("diedAt", { type: "DateTime", description: "When it was given up." }),
    deliveredAt: t.expose("deliveredAt", {
      type: "DateTime",
      nullable: true,
      description: "When a replay delivered it; null while none has.",
    }),
  }),
});

const Webhook = builder.prismaNode("Webhook", {
  description:
    "An address to which the feed is posted, event by event, in feed order, signed by the Standard Webhooks specification (headers webhook-id, webhook-timestamp, webhook-signature). The body is { eventId, cursor, data: { releaseFeed } }, with the fields of the operation FollowReleases, or of the feed CHANGES { eventId, cursor, data: { changeFeed } }, with those of FollowChanges. Delivery is at least once: a repeat has the same webhook-id, which is the eventId.",
  id: { field: "id", description: recordFields.id },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    url: t.expose("url", { type: "URL", description: webhookFields.url }),
    filter: t.field({
      type: "JSONObject",
      nullable: true,
      description: "The ReleaseFilter that was given, or the ChangeFilter of the feed CHANGES. Null when everything is delivered.",
      select: { filter: true },
      resolve: ({ filter }) => filter as object | null,
    }),
    feed: t.expose("feed", { type: WebhookFeed, description: "The feed that is posted." }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was registered." }),
    state: t.field({
      type: WebhookState,
      description: "Whether it receives events now.",
      select: { stop: true, attempts: true },
      resolve: ({ stop, attempts }) => (stop !== null ? "STOPPED" : attempts > 0 ? "RETRYING" : "ACTIVE"),
    }),
    stop: t.expose("stop", { type: WebhookStop, nullable: true, description: "Why it was stopped; null while it is not." }),
    cursor: t.string({
      description: "Every event up to here was delivered, given up, or excluded by the filter or the key's rights.",
      select: { position: true, feed: true },
      resolve: ({ position, feed: named }, _args, context) => feedOf(named, context).cursorOf(position),
    }),
    attempts: t.exposeInt("attempts", { description: "How many attempts at the next delivery have failed." }),
    nextAttemptAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "When the next attempt is due; null unless it is RETRYING.",
      select: { stop: true, attempts: true, dueAt: true },
      resolve: ({ stop, attempts, dueAt }) => (stop === null && attempts > 0 ? dueAt : null),
    }),
    lastDeliveredAt: t.expose("lastDeliveredAt", {
      type: "DateTime",
      nullable: true,
      description: "When an event was last delivered; null before the first.",
    }),
    lastFailedAt: t.expose("lastFailedAt", {
      type: "DateTime",
      nullable: true,
      description: "When an attempt last failed; null when none has.",
    }),
    lastFailure: t.exposeString("lastFailure", {
      nullable: true,
      description:
        "Why the last attempt failed: a status or an error, never the receiver's answer. Null once a delivery has succeeded since; a dead letter keeps its own.",
    }),
    deliveries: relatedList(
      t,
      "deliveries",
      {
        type: WebhookDelivery,
        description: "The dead letters, newest first.",
        args: { state: t.arg({ type: WebhookDeliveryState, description: "Dead letters in this state. Any state when not given." }) },
        rows: ({ state }) => ({
          where: state == null ? {} : { state },
          order: [{ diedAt: "desc" as const }, { id: "desc" as const }],
        }),
      },
      connectionOf("WebhookDelivery", WebhookDelivery),
    ),
  }),
});

foundBy("Webhook", ({ prisma, viewer }, ids) =>
  prisma.webhook.findMany({ where: { id: { in: ids }, ...ownWebhooks(viewer) }, select: { id: true } }),
);
foundBy("WebhookDelivery", ({ prisma, viewer }, ids) =>
  prisma.webhookDelivery.findMany({ where: { id: { in: ids }, webhook: ownWebhooks(viewer) }, select: { id: true } }),
);

builder.queryField("webhooks", (t) =>
  t.prismaField({
    type: [Webhook],
    description: "The webhooks of the key in use, oldest first.",
    resolve: (query, _root, _args, { prisma, viewer }) => {
      requireScope(viewer, null);
      return prisma.webhook.findMany({ ...query, where: ownWebhooks(viewer), orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
    },
  }),
);

mutation(createWebhook, {
  description:
    "Registers an address for the feed, at most 10 for a key. The key's rights at each delivery decide what is sent; revoking the key ends its webhooks.",
  references: {},
  input: (t) => ({
    url: t.string({
      required: true,
      description: "https, on port 443 or one from 1024, of a host on the public Internet, unless the hub's operator allows others.",
    }),
    feed: t.field({ type: WebhookFeed, defaultValue: "RELEASES", description: "Which feed is posted." }),
    filter: t.field({ type: ReleaseFilter, description: "Of the feed RELEASES: events of which releases. All of them when not given." }),
    changes: t.field({ type: ChangeFilter, description: "Of the feed CHANGES: which changes. All of them when not given." }),
    after: t.string({
      description: "A cursor of that feed: every event since. None: from now. Empty: from the oldest event that is kept.",
    }),
  }),
  translate: async (input, context) => {
    const { url, filter, changes, after } = input as Created;
    const feed = (input as Created).feed ?? "RELEASES";
    const fault = targetFault(url, context.outbound);
    if (fault !== null) throw new InvalidInput([{ path: "input.url", expected: fault, received: JSON.stringify(url.slice(0, 100)) }]);
    const [own, other] = feed === "CHANGES" ? (["changes", "filter"] as const) : (["filter", "changes"] as const);
    if ((input as Created)[other] != null)
      throw new InvalidInput([{ path: `input.${other}`, expected: `${own}, which is the filter of the feed ${feed}`, received: other }]);
    // What the feed would refuse is refused now.
    if (feed === "CHANGES") await changesAsked(context, changes);
    else releaseWhere(context.viewer, filter);
    return {
      url,
      filter: feed === "CHANGES" ? changes : filter,
      ...(feed === "CHANGES" ? { feed } : {}),
      position: await positionOf(after, feedOf(feed, context)),
    };
  },
  payload: (t) => ({
    webhook: t.prismaField({
      type: Webhook,
      nullable: true,
      description: "The webhook. Null when it has been deleted since: only when an idempotencyKey is used again.",
      resolve: (query, { id }, _args, { prisma }) => prisma.webhook.findUnique({ ...query, where: { id } }),
    }),
    secret: t.string({
      nullable: true,
      description: "What deliveries are signed with (whsec_…). Shown here, once; null when an idempotencyKey is used again.",
      resolve: (answer) => answer.secret ?? null,
    }),
  }),
});

mutation(deleteWebhook, {
  description: "Deletes a webhook and its dead letters.",
  references: { webhook: ["Webhook"] },
  input: (t) => ({ webhook: t.id({ required: true, description: webhookFields.webhook }) }),
  payload: (t) => ({
    webhookId: t.id({ description: "The id of the webhook that was deleted.", resolve: ({ id }) => encodeId("Webhook", id) }),
  }),
});

mutation(replayWebhook, {
  description:
    "Sends again: every event after a cursor, or one dead letter, once. A stopped webhook goes on when it is given a cursor. Give either `after` or `delivery`.",
  references: { webhook: ["Webhook"], delivery: ["WebhookDelivery"] },
  input: (t) => ({
    webhook: t.id({ required: true, description: webhookFields.webhook }),
    after: t.string({ description: "A cursor: every event since. Empty: from the oldest event that is kept." }),
    delivery: t.id({ description: "The id of one dead letter." }),
  }),
  translate: async (input, context) => {
    const { webhook, delivery, after } = input as { webhook: string; delivery?: string | null; after?: string | null };
    const where = { id: webhook, ...ownWebhooks(context.viewer) };
    const known = after == null ? null : await context.prisma.webhook.findFirst({ where, select: { feed: true } });
    return { webhook, delivery, position: await positionOf(after, feedOf(known?.feed ?? "RELEASES", context)) };
  },
  payload: (t) => ({
    webhook: t.prismaField({
      type: Webhook,
      nullable: true,
      description: "The webhook. Null when it has been deleted since: only when an idempotencyKey is used again.",
      resolve: (query, { id }, _args, { prisma }) => prisma.webhook.findUnique({ ...query, where: { id } }),
    }),
  }),
});

/** A cursor as verbs take it. @throws CursorInvalid, outside the mutation's result: it is the feed's failure, with the feed's code */
async function positionOf(after: string | null | undefined, feed: { positionOf(after: string): Promise<bigint> }) {
  if (after == null) return null;
  return after === "" ? "0" : String(await feed.positionOf(after));
}

const feedOf = (named: keyof typeof feedNames, { feed, changes }: Context) => (named === "CHANGES" ? changes : feed);
type Created = {
  url: string;
  feed?: keyof typeof feedNames | null;
  filter?: typeof ReleaseFilter.$inferInput | null;
  changes?: typeof ChangeFilter.$inferInput | null;
  after?: string | null;
};
