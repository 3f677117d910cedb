/** Webhooks: a key's own addresses to which the feed is posted, and the deliveries that were given up. */
import { WebhookDeliveryState as deliveryStateNames, WebhookStop as stopNames } from "../../db/generated/prisma/enums.ts";
import { targetFault } from "../../webhooks/outbound-address.ts";
import { requireScope } from "../../domain/viewer.ts";
import { createWebhook, deleteWebhook, ownWebhooks, replayWebhook } from "../../webhooks/webhook.ts";
import { InvalidInput } from "../../errors.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { connectionOf } from "../pages/connection.ts";
import { encodeId } from "../base/ids.ts";
import { foundBy } from "../base/nodes.ts";
import { relatedList } from "../pages/related-list.ts";
import { ReleaseFilter, releaseWhere } from "../custody/release.ts";
import { deliveryStates, webhookFields, webhookStops } from "../words/feed.ts";
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
    "An address to which the feed is posted, event by event, in feed order, signed by the Standard Webhooks specification (headers webhook-id, webhook-timestamp, webhook-signature). The body is { eventId, cursor, data: { releaseFeed } }, with the fields of the operation FollowReleases. Delivery is at least once: a repeat has the same webhook-id, which is the eventId.",
  id: { field: "id", description: recordFields.id },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    url: t.expose("url", { type: "URL", description: webhookFields.url }),
    filter: t.field({
      type: "JSONObject",
      nullable: true,
      description: "The ReleaseFilter that was given. Null when all releases are delivered.",
      select: { filter: true },
      resolve: ({ filter }) => filter as object | null,
    }),
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
      select: { position: true },
      resolve: ({ position }, _args, { feed }) => feed.cursorOf(position),
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
    filter: t.field({ type: ReleaseFilter, description: "Events of which releases. All of them when not given." }),
    after: t.string({ description: "A cursor: every event since. None: from now. Empty: from the oldest event that is kept." }),
  }),
  translate: async (input, context) => {
    const { url, filter, after } = input as { url: string; filter?: typeof ReleaseFilter.$inferInput | null; after?: string | null };
    const fault = targetFault(url, context.outbound);
    if (fault !== null) throw new InvalidInput([{ path: "input.url", expected: fault, received: JSON.stringify(url.slice(0, 100)) }]);
    releaseWhere(context.viewer, filter); // what the feed would refuse is refused now
    return { url, filter, position: await positionOf(after, context) };
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
    return { webhook, delivery, position: await positionOf(after, context) };
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
async function positionOf(after: string | null | undefined, { feed }: { feed: { positionOf(after: string): Promise<bigint> } }) {
  if (after == null) return null;
  return after === "" ? "0" : String(await feed.positionOf(after));
}
