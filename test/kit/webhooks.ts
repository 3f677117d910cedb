/** Webhooks as their owners handle them: through the public door. */
import type { Hub } from "./hub.ts";

/** Everything there is to see of a webhook. */
export const webhookFields = `id url filter state stop cursor attempts nextAttemptAt lastDeliveredAt lastFailedAt lastFailure
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
