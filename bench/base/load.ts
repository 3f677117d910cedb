/** Puts load on one server and measures its answers. */
import autocannon from "autocannon";

export const connections = 32;
export const headers = { "content-type": "application/json", accept: "application/graphql-response+json" } as const;

export type Load = {
  readonly answered: number;
  /** Requests answered in a second. */
  readonly rate: number;
  /** How long each took, in milliseconds. */
  readonly latencies: readonly number[];
};

/**
 * Sends about `amount` requests over 32 connections, each as soon as the one before it is answered, and ends with the last answer: a round that ended with the clock would leave a slow
 * server with half a round of work, uncounted, for the next round to wait for. Every connection starts at another one of the bodies. Fails when any answer is an error.
 */
export async function load(url: string, bodies: readonly string[], amount: number, signal: AbortSignal): Promise<Load> {
  if (new URL(url).hostname !== "127.0.0.1") throw new Error(`Only servers of this machine are put under load, not ${url}.`);
  const each = Math.max(Math.ceil(amount / connections), 4);
  const latencies: number[] = [];
  const begun = new Set<unknown>();
  let [start, end] = [0, 0];
  const running = autocannon({
    url,
    method: "POST",
    headers,
    connections,
    amount: each * connections,
    sampleInt: 50,
    timeout: 30,
    setupClient(client) {
      const from = Math.floor((begun.size * bodies.length) / connections);
      begun.add(client);
      const own = [...bodies.slice(from), ...bodies.slice(0, from)].slice(0, Math.min(each, 100));
      client.setRequests(own.map((body) => ({ body })));
    },
    verifyBody: (body) => !body.startsWith('{"errors"'),
  });
  running.on("start", () => (start = performance.now()));
  running.on("response", (client, _status, _bytes, milliseconds: number) => {
    end = performance.now();
    // The first request of a connection also waits until autocannon has made all the others'.
    if (!begun.delete(client)) latencies.push(milliseconds);
  });
  const stop = () => running.stop();
  signal.addEventListener("abort", stop);
  const result = await running;
  signal.removeEventListener("abort", stop);
  signal.throwIfAborted();
  const failed = result.errors + result.timeouts + result.mismatches + result.non2xx;
  const answered = latencies.length + connections - begun.size;
  if (failed > 0 || answered < each * connections) throw new Error(`${failed} of ${answered} answers of ${url} were errors.`);
  return { answered, rate: (answered / (end - start)) * 1000, latencies };
}

/** Puts load on the server for `seconds`. Returns the rate that it reached. */
export async function warmUp(url: string, bodies: readonly string[], seconds: number, signal: AbortSignal): Promise<number> {
  const began = performance.now();
  let rate = 0;
  do {
    ({ rate } = await load(url, bodies, (rate * seconds) / 2, signal));
  } while (performance.now() - began < seconds * 1000);
  return rate;
}
