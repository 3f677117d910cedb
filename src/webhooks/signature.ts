/** The signature of a delivery, by the Standard Webhooks specification: any of its libraries can check it. */
import { createHmac } from "node:crypto";

/** The headers that identify, date and sign a body. The id is the same at every attempt; the timestamp is the attempt's own, so that a recorded delivery cannot be replayed later. */
export function signedHeaders(secret: Uint8Array, id: string, at: Date, body: string): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1000).toString();
  const signature = createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
