/** Where a request comes from. */
import type { IncomingMessage } from "node:http";

/** The peer's address; behind a proxy that is trusted, what the proxy says of its own peer: the last entry of X-Forwarded-For, for all before it is the client's own word. */
export function addressOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? [headers["x-forwarded-for"]].flat().at(-1)?.split(",").at(-1)?.trim() : undefined;
  return forwarded || (socket.remoteAddress ?? "unknown");
}
