/** A request as its bytes, for what no HTTP client would send. */
import { connect } from "node:net";

export type Reply = { readonly status: number; readonly head: string; readonly body: string };

/** Sends bytes and reads until the server closes. Ask for `connection: close` where it would not by itself. */
export function sendRaw(url: string, bytes: string): Promise<Reply> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setEncoding("utf8").on("data", (part: string) => (text += part));
    socket.on("error", reject);
    socket.on("close", () => {
      const [head = "", ...body] = text.split("\r\n\r\n");
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head: head.toLowerCase(), body: body.join("\r\n\r\n") });
    });
  });
}

export function requestText(method: string, path: string, headers: Record<string, string> = {}, body = ""): string {
  const all = {
    host: "localhost",
    connection: "close",
    ...(body === "" ? {} : { "content-length": String(Buffer.byteLength(body)) }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${path} HTTP/1.1`, ...lines, "", body].join("\r\n");
}
