/** A GraphQL client for the mutations of the suite. */
import { encodeId } from "../../src/graph/base/ids.ts";

/** A key with every scope. */
export const key = "a-key-for-the-faults";

/** One step of a release into VERIFIED, or out of it when it is in. */
export type Step = { readonly releaseId: string; readonly verb: "verifyRelease" | "retractVerification" };
export type Answer = {
  readonly changed?: boolean;
  readonly code?: string;
  readonly message?: string;
  readonly release?: { readonly id: string };
};

export const note = "A step of the fault suite.";

// A connection may break. One that stays open without an answer is a failure of the hub.
const answerMilliseconds = 20_000;

/** Sends one operation. @throws with the errors, when there are any */
export async function send<Data>(url: string, query: string, variables: object = {}): Promise<Data> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(answerMilliseconds),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
  if (errors || !data) throw new Error(JSON.stringify(errors));
  return data;
}

export async function decide(url: string, { releaseId, verb }: Step, idempotencyKey?: string): Promise<Answer> {
  const title = `${verb[0]!.toUpperCase()}${verb.slice(1)}`;
  const query = `mutation ($input: ${title}Input!) { ${verb}(input: $input) { ... on ${title}Payload { changed release { id } } ... on Error { code message } } }`;
  const input = { release: encodeId("Release", releaseId), publicNote: note, idempotencyKey };
  return (await send<Record<string, Answer>>(url, query, { input }))[verb]!;
}
