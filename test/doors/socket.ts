/** A bare WebSocket, for what no client library would send. */
import WebSocket from "ws";

export type Closing = { code: number; reason: string; at: number };

/** A socket that has been let in, with what has come over it and how it ends. */
export async function socketOf({ url }: { readonly url: string }, key?: string, options: WebSocket.ClientOptions = {}) {
  const bare = openSocket(url, ["graphql-transport-ws"], options);
  bare.socket.on("open", () =>
    bare.socket.send(JSON.stringify({ type: "connection_init", ...(key ? { payload: { authorization: `Bearer ${key}` } } : {}) })),
  );
  await Promise.race([bare.until(1), bare.closed]);
  return bare;
}

/** A socket that says nothing by itself. `until` resolves when so many messages have come, or the socket is closed. */
export function openSocket(url: string, protocols: string[], options: WebSocket.ClientOptions = {}) {
  const socket = new WebSocket(url.replace(/^http/, "ws"), protocols, options);
  const received: any[] = [];
  let wake = () => {};
  const closed = new Promise<Closing>((resolve) =>
    socket.on("close", (code, reason) => resolve({ code, reason: String(reason), at: Date.now() })),
  );
  socket.on("error", () => {});
  socket.on("message", (data) => {
    received.push(JSON.parse((data as Buffer).toString()));
    wake();
  });
  const until = async (count: number) => {
    while (received.length < count && socket.readyState < WebSocket.CLOSING)
      await Promise.race([new Promise<void>((resolve) => (wake = resolve)), closed]);
    return received;
  };
  return { socket, received, closed, until };
}
