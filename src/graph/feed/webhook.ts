/** Webhooks: a key's own addresses to which the feed is posted, and the deliveries that were given up. */
import { WebhookDeliveryState as deliveryStates, WebhookStop as stops } from "../../db/generated/prisma/enums.ts";
import { targetFault } from "../../webhooks/outbound-address.ts";
import { requireScope } from "../../domain/viewer.ts";
import { createWebhook, deleteWebhook, ownWebhooks, replayWebhook } from "../../webhooks/webhook.ts";
import { InvalidInput } from "../../errors.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { connectionOf } from "../base/connection.ts";
import { encodeId } from "../base/ids.ts";
import { foundBy } from "../base/nodes.ts";
import { relatedList } from "../pages/related-list.ts";
import { ReleaseFilter, releaseWhere } from "../custody/release.ts";

const WebhookState = builder.enumType("WebhookState", {
  values: {
    ACTIVE: { description: "Nothing stands between it and the feed." },
    RETRYING: { description: "The next delivery has failed and will be tried again at `nextAttemptAt`; what comes after waits for it." },
    STOPPED: { description: "It stands still, for the reason in `stop`, until replayWebhook." },
  } as const,
});
const WebhookStop = builder.enumType(stops, {
  name: "WebhookStop",
  description:
    "GONE: the receiver answered 410. CURSOR_EXPIRED, CURSOR_INVALID, CURSOR_DIVERGED: the feed does not hold the webhook's place any more, so that events may be missing; read them with `feed`, then choose where to go on.",
});
const WebhookDeliveryState = builder.enumType(deliveryStates, {
  name: "WebhookDeliveryState",
  description: "DEAD: given up. QUEUED: somebody asked for it again. DELIVERED: it has arrived after all.",
});

const WebhookDelivery = builder.prismaNode("WebhookDelivery", {
  description: "A delivery that was given up: a dead letter. replayWebhook sends it again.",
  id: { field: "id" },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    eventId: t.exposeID("eventId", { description: "The event's, and the delivery's `webhook-id`." }),
    state: t.expose("state", { type: WebhookDeliveryState }),
    attempts: t.exposeInt("attempts"),
    failure: t.exposeString("failure", { description: "Why the last attempt in vain was in vain." }),
    diedAt: t.expose("diedAt", { type: "DateTime" }),
    deliveredAt: t.expose("deliveredAt", { type: "DateTime", nullable: true }),
  }),
});

const Webhook = builder.prismaNode("Webhook", {
  description:
    "An address to which the feed is posted, event by event, in feed order, signed as the Standard Webhooks specification says (headers webhook-id, webhook-timestamp, webhook-signature). The body is { eventId, cursor, data: { releaseFeed } }, with the fields of the operation FollowReleases. At least once: the webhook-id, which is the eventId, tells a second time from the first.",
  id: { field: "id" },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    url: t.expose("url", { type: "URL" }),
    filter: t.field({
      type: "JSONObject",
      nullable: true,
      description: "A ReleaseFilter, as it was given.",
      select: { filter: true },
      resolve: ({ filter }) => filter as object | null,
    }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    state: t.field({
      type: WebhookState,
      select: { stop: true, attempts: true },
      resolve: ({ stop, attempts }) => (stop !== null ? "STOPPED" : attempts > 0 ? "RETRYING" : "ACTIVE"),
    }),
    stop: t.expose("stop", { type: WebhookStop, nullable: true }),
    cursor: t.string({
      description: "Up to here everything was delivered, given up, or not for this webhook.",
      select: { position: true },
      resolve: ({ position }, _args, { feed }) => feed.cursorOf(position),
    }),
    attempts: t.exposeInt("attempts", { description: "How often the next delivery was tried in vain." }),
    nextAttemptAt: t.field({
      type: "DateTime",
      nullable: true,
      select: { stop: true, attempts: true, dueAt: true },
      resolve: ({ stop, attempts, dueAt }) => (stop === null && attempts > 0 ? dueAt : null),
    }),
    lastDeliveredAt: t.expose("lastDeliveredAt", { type: "DateTime", nullable: true }),
    lastFailedAt: t.expose("lastFailedAt", { type: "DateTime", nullable: true }),
    lastFailure: t.exposeString("lastFailure", {
      nullable: true,
      description:
        "Why an attempt failed: a status or an error, never what was answered. Null once a delivery has arrived since; a dead letter keeps its own.",
    }),
    deliveries: relatedList(
      t,
      "deliveries",
      {
        type: WebhookDelivery,
        description: "The dead letters, newest first.",
        args: { state: t.arg({ type: WebhookDeliveryState }) },
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
    "Registers an address for the feed; the key's rights at each delivery decide what it is told, and a revoked key's webhooks end.",
  references: {},
  input: (t) => ({
    url: t.string({
      required: true,
      description: "https, on port 443 or one from 1024, of a host on the public Internet, unless the hub's operator allows others.",
    }),
    filter: t.field({ type: ReleaseFilter }),
    after: t.string({ description: "A cursor: everything since. None: from now. Empty: from the beginning." }),
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
      description: "Null when it has been deleted since (an idempotencyKey that is used again).",
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
  description: "Ends a webhook and forgets its dead letters.",
  references: { webhook: ["Webhook"] },
  input: (t) => ({ webhook: t.id({ required: true }) }),
  payload: (t) => ({ webhookId: t.id({ resolve: ({ id }) => encodeId("Webhook", id) }) }),
});

mutation(replayWebhook, {
  description:
    "Sends again: everything after a cursor (also to a webhook that stands still, which then goes on), or one dead letter, once. Give either `after` or `delivery`.",
  references: { webhook: ["Webhook"], delivery: ["WebhookDelivery"] },
  input: (t) => ({
    webhook: t.id({ required: true }),
    after: t.string({ description: "A cursor; empty for the beginning." }),
    delivery: t.id(),
  }),
  translate: async (input, context) => {
    const { webhook, delivery, after } = input as { webhook: string; delivery?: string | null; after?: string | null };
    return { webhook, delivery, position: await positionOf(after, context) };
  },
  payload: (t) => ({
    webhook: t.prismaField({
      type: Webhook,
      nullable: true,
      description: "Null when it has been deleted since (an idempotencyKey that is used again).",
      resolve: (query, { id }, _args, { prisma }) => prisma.webhook.findUnique({ ...query, where: { id } }),
    }),
  }),
});

/** A cursor as verbs take it. @throws CursorInvalid, outside the mutation's result: it is the feed's failure, with the feed's code */
async function positionOf(after: string | null | undefined, { feed }: { feed: { positionOf(after: string): Promise<bigint> } }) {
  if (after == null) return null;
  return after === "" ? "0" : String(await feed.positionOf(after));
}
