/** A newsroom's endpoint for webhooks: a real HTTP server, or HTTPS with a certificate, that keeps what it was sent and answers as the test says. */
import { EventEmitter, once } from "node:events";
import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { patience } from "./subscriber.ts";

export type Certificate = { readonly key: string; readonly cert: string };
type Delivery = { headers: IncomingHttpHeaders; body: string; json: any };
export type Receiver = AsyncDisposable & {
  readonly url: string;
  readonly deliveries: Delivery[];
  /** How the next ones are answered: a status, or whatever the function does with the response. */
  answer: number | ((delivery: Delivery, response: ServerResponse) => void);
  /** Resolves when there are so many deliveries. */
  until(count: number): Promise<Delivery[]>;
};

export async function startReceiver(certificate?: Certificate): Promise<Receiver> {
  const arrivals = new EventEmitter();
  const listener: RequestListener = (request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => (body += text));
    request.on("end", () => {
      const delivery = { headers: request.headers, body, json: body === "" ? null : JSON.parse(body) };
      receiver.deliveries.push(delivery);
      arrivals.emit("delivery");
      if (typeof receiver.answer === "function") receiver.answer(delivery, response);
      else response.writeHead(receiver.answer).end();
    });
  };
  const server = certificate === undefined ? createServer(listener) : createTlsServer(certificate, listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const receiver: Receiver = {
    url: `${certificate === undefined ? "http" : "https"}://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    deliveries: [],
    answer: 204,
    async until(count) {
      const failure = new Error(`Expected ${count} deliveries.`);
      const signal = AbortSignal.timeout(patience);
      while (receiver.deliveries.length < count)
        await once(arrivals, "delivery", { signal }).catch(() => {
          failure.message += ` There were ${receiver.deliveries.length} within ${patience} ms.`;
          throw failure;
        });
      return receiver.deliveries;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}
