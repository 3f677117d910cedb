/** Webhooks: a key's addresses to which the feed is posted. Created, deleted and replayed here; served by src/webhooks/deliver.ts. */
import { randomBytes } from "node:crypto";
import * as z from "zod";
import type { Db } from "../db/database.ts";
import { Prisma } from "../db/generated/prisma/client.ts";
import { WebhookFeed } from "../db/generated/prisma/enums.ts";
import { newestChange } from "../feed/follow/change-log.ts";
import { Conflict, Forbidden, InvalidInput, NotFound } from "../errors.ts";
import { audit, type Outcome, type Verb } from "../domain/change.ts";
import { check, id, orNull, url } from "../domain/input.ts";
import { newId } from "../domain/identity.ts";
import { keyOf } from "../domain/access/key-viewer.ts";
import type { Viewer } from "../domain/viewer.ts";

const maxPerKey = 10;
const secretBytes = 32;

const position = z
  .string()
  .regex(/^\d{1,19}$/)
  .transform(BigInt);
const webhookDraft = z.object({
  url,
  feed: z.enum(WebhookFeed).default("RELEASES"),
  /** A filter of the feed that the graph has checked. */
  filter: orNull(z.record(z.string(), z.unknown())),
  position: orNull(position),
});
const reference = z.object({ webhook: id });
const replayDraft = reference.extend({ position: orNull(position), delivery: orNull(id) });

/** The webhooks of the viewer's key, as a `where`: nobody else's are there. */
export function ownWebhooks(viewer: Viewer) {
  // Without a key the list is empty and nothing matches.
  const keyId = keyOf(viewer);
  return { keyId: { in: keyId === null ? [] : [keyId] } };
}

/** Registers an address. It receives the events after the given position, or from now. The answer carries the signing secret; nothing else ever does. */
export const createWebhook: Verb<Outcome & { secret?: string }> = {
  name: "createWebhook",
  scope: null,
  besideImports: true,
  async run(db, viewer, input) {
    const draft = check(webhookDraft, input);
    const keyId = keyOf(viewer);
    if (keyId === null)
      throw new Forbidden("A webhook belongs to an API key, and lives as long. Ask for a key (createApiKey) and register it with that.");
    if ((await db.webhook.count({ where: { keyId } })) >= maxPerKey)
      throw new Conflict(`A key has at most ${maxPerKey} webhooks. Delete one first (deleteWebhook).`);
    const secret = randomBytes(secretBytes);
    const row = {
      id: newId(),
      keyId,
      url: draft.url,
      feed: draft.feed,
      filter: draft.filter === null ? Prisma.DbNull : (JSON.parse(JSON.stringify(draft.filter)) as Prisma.InputJsonObject),
      secret,
      position: draft.position ?? (await newestPosition(db, draft.feed)),
    };
    await db.webhook.create({ data: row });
    await audit(db, viewer.actor, "createWebhook", "Webhook", row.id, { origin: new URL(draft.url).origin });
    return { id: row.id, changed: true, secret: `whsec_${secret.toString("base64")}` };
  },
};

/** Deletes a webhook and its dead letters. */
export const deleteWebhook: Verb = {
  name: "deleteWebhook",
  scope: null,
  besideImports: true,
  async run(db, viewer, input) {
    const { webhook } = check(reference, input);
    const { count } = await db.webhook.deleteMany({ where: { id: webhook, ...ownWebhooks(viewer) } });
    if (count === 0) throw new NotFound("webhook", webhook);
    await audit(db, viewer.actor, "deleteWebhook", "Webhook", webhook);
    return { id: webhook, changed: true };
  },
};

/** Sends again: every event after a position, which also restarts a stopped webhook, or one dead letter. */
export const replayWebhook: Verb = {
  name: "replayWebhook",
  scope: null,
  besideImports: true,
  async run(db, viewer, input) {
    const draft = check(replayDraft, input);
    if ((draft.position === null) === (draft.delivery === null)) {
      const received = draft.position === null ? "neither" : "both";
      throw new InvalidInput([{ path: "input.after", expected: "either after or delivery", received }]);
    }
    const own = { id: draft.webhook, ...ownWebhooks(viewer) };
    if ((await db.webhook.count({ where: own })) === 0) throw new NotFound("webhook", draft.webhook);
    if (draft.delivery !== null) {
      const { count } = await db.webhookDelivery.updateMany({
        where: { id: draft.delivery, webhookId: draft.webhook },
        data: { state: "QUEUED", deliveredAt: null },
      });
      if (count === 0) throw new NotFound("delivery", draft.delivery);
    }
    // Taking the lease away keeps the process that holds it from overwriting the new position.
    await db.$executeRaw`
      UPDATE "Webhook" SET "dueAt" = now(), "lease" = NULL, "leasedUntil" = NULL, "tried" = NULL, "attempts" = 0,
        "position" = COALESCE(${draft.position}::bigint, "position"), "stop" = CASE WHEN ${draft.position}::bigint IS NULL THEN "stop" END
      WHERE "id" = ${draft.webhook}::uuid`;
    await audit(db, viewer.actor, "replayWebhook", "Webhook", draft.webhook, { delivery: draft.delivery });
    return { id: draft.webhook, changed: true };
  },
};

// Sequence order is commit order (src/domain/outbox.ts): what commits later comes after this.
async function newestPosition(db: Db, feed: WebhookFeed): Promise<bigint> {
  if (feed === "CHANGES") return newestChange(db);
  return (await db.feedEvent.aggregate({ _max: { seq: true } }))._max.seq ?? 0n;
}
