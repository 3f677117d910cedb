/** The words of keys, webhooks and judgements. */
import type { JudgementVerdict, WebhookDeliveryState, WebhookFeed, WebhookStop } from "../../db/generated/prisma/enums.ts";
import { certain, likely, possible } from "../../domain/matching/people.ts";
import type { Suggestion } from "../../domain/merging/suggestion.ts";
import type { Scope } from "../../domain/viewer.ts";
import { described } from "./described.ts";

export const apiScopes = described<Scope>({
  RECORDER: "Records sources, documents, people, facilities, events and claims, and corrects claims.",
  VERIFIER: "Decides on releases: verifies, contests, refutes and retracts.",
  EDITOR: "Sees RESTRICTED and PARTNER records, merges records and sets who may see them.",
  PARTNER: "Sees PARTNER records.",
  ADMIN: "Makes, changes, rotates and revokes keys, giving no scope that it lacks, adopts policies, and reads the audit trail.",
  AUDITOR: "Reads the audit trail.",
});

export const judgementVerdicts = described<JudgementVerdict>({
  POSITIVE: "The two records are the same. They are merged.",
  NEGATIVE: "The two records are different. They are not suggested again and cannot be merged.",
  UNSURE: "It cannot be decided yet. They are still suggested.",
});

export const likelihoods = described<Suggestion["likelihood"]>({
  CERTAIN: `A score of ${certain} or more.`,
  LIKELY: `A score of ${likely} or more.`,
  POSSIBLE: `A score of ${possible} or more.`,
});

export const webhookFeeds = described<WebhookFeed>({
  RELEASES: "What `releaseFeed` tells.",
  CHANGES: "What `changeFeed` tells.",
});

export const webhookStops = described<WebhookStop>({
  GONE: "The receiver answered 410 (Gone).",
  CURSOR_EXPIRED: "The webhook's next event is older than the feed keeps events.",
  CURSOR_INVALID: "The webhook's position is no position of this feed.",
  CURSOR_DIVERGED: "The webhook's position is ahead of this database, which was restored to an older state.",
});

export const deliveryStates = described<WebhookDeliveryState>({
  DEAD: "Given up after the last attempt failed.",
  QUEUED: "replayWebhook asked for it again; it will be sent once more.",
  DELIVERED: "Delivered after a replay.",
});

export const webhookFields = {
  webhook: "The id of one of your own webhooks.",
  url: "The address to which events are posted.",
} as const;
