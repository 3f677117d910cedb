/** Asks the hub from one of this machine's own addresses. */
import { request } from "node:http";

/** The code of the first error, or OK; how long it took, in milliseconds. */
export type Answered = { readonly code: string; readonly took: number };

export function ask(port: number, localAddress: string, query: string): Promise<Answered> {
  const began = performance.now();
  const body = JSON.stringify({ query });
  const headers = { "content-type": "application/json", accept: "application/json", "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, localAddress, path: "/graphql", method: "POST", headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("error", reject);
      response.on("end", () => {
        const code = /"code":\s*"([A-Z_]+)"/.exec(text)?.[1] ?? (response.statusCode === 200 ? "OK" : String(response.statusCode));
        resolve({ code, took: performance.now() - began });
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}
