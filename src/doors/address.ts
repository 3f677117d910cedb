/** The address of a client. */
import type { IncomingMessage } from "node:http";

/** The peer's address; behind a trusted proxy, the last entry of X-Forwarded-For. Earlier entries come from the client and can be forged. */
export function addressOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? [headers["x-forwarded-for"]].flat().at(-1)?.split(",").at(-1)?.trim() : undefined;
  return forwarded || (socket.remoteAddress ?? "unknown");
}
