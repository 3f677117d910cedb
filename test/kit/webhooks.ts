/** Webhooks as their owners handle them: through the public door. */
import type { Hub } from "./hub.ts";
import type { Receiver } from "./receiver.ts";

/** Everything there is to see of a webhook. */
const webhookFields = `id url filter state stop cursor attempts nextAttemptAt lastDeliveredAt lastFailedAt lastFailure
  deliveries { totalCount edges { node { id eventId state attempts failure deliveredAt } } }`;

/** createWebhook, deleteWebhook or replayWebhook: the payload or the failure. */
export async function webhookMutation(hub: Pick<Hub, "send">, verb: string, input: object, key?: string | null) {
  const title = `${verb[0]!.toUpperCase()}${verb.slice(1)}`;
  const payload = {
    createWebhook: `secret webhook { ${webhookFields} }`,
    deleteWebhook: "webhookId",
    replayWebhook: `webhook { ${webhookFields} }`,
  }[verb];
  const query = `mutation($input: ${title}Input!) { ${verb}(input: $input) {
    __typename ... on ${title}Payload { changed ${payload} } ... on Error { code message } ... on InvalidInput { issues { path expected } } } }`;
  const { data, errors } = await hub.send(query, { input }, key);
  if (errors) throw new Error(errors.map(({ extensions, message }) => `${extensions["code"]}: ${message}`).join("; "));
  return data[verb] as Record<string, any>;
}

/** The key's webhooks. */
export async function listWebhooks(hub: Pick<Hub, "send">, key?: string | null): Promise<Record<string, any>[]> {
  const { data, errors } = await hub.send(`{ webhooks { ${webhookFields} } }`, {}, key);
  if (errors) throw new Error(JSON.stringify(errors));
  return data["webhooks"];
}

/** A webhook that calls a receiver, for a partner's key of its own unless another is given; with what can be seen of it and done to it. */
export async function newWebhook(hub: Hub, receiver: Receiver, more: { key?: string; filter?: object; after?: string } = {}) {
  const { key = await hub.newKey("PARTNER"), ...input } = more;
  const { webhook, secret } = await webhookMutation(hub, "createWebhook", { url: receiver.url, ...input }, key);
  return {
    id: webhook.id as string,
    secret: secret as string,
    key,
    look: async () => (await listWebhooks(hub, key)).find(({ id }) => id === webhook.id)!,
    replay: (replayed: object) => webhookMutation(hub, "replayWebhook", { webhook: webhook.id, ...replayed }, key),
  };
}

/** The releases that a receiver was told of, in the order of arrival. */
export const releasesOf = ({ deliveries }: Receiver): string[] => deliveries.map(({ json }) => json.data.releaseFeed.releaseId as string);
