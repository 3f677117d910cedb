/** Keys that are revoked or lose scopes while streams are open. */
import { setTimeout as wait } from "node:timers/promises";
import { send } from "./test-bed/client.ts";
import { load, watch, type Fault } from "./test-bed/fault.ts";
import { listen, transports, type Listener } from "./test-bed/listener.ts";
import { until } from "./test-bed/until.ts";

type Made = { createApiKey: { secret: string; key: { id: string } } };
const create = `mutation { createApiKey(input: { name: "soon gone", scopes: [EDITOR, PARTNER] }) { ... on CreateApiKeyPayload { secret key { id } } } }`;
const revoke = `mutation ($key: ID!) { revokeApiKey(input: { key: $key }) { __typename } }`;
const narrow = `mutation ($key: ID!) { updateApiKey(input: { key: $key, scopes: [PARTNER] }) { __typename } }`;
const maxMilliseconds = 5000;

export const keyTakenAway: Fault = {
  name: "key-taken-away",
  law: "a key revoked or narrowed at one process is gone from open streams, also idle ones, at every process within 5 s; the others' go on",
  async run(testBed, random) {
    const [a, b] = await testBed.hubs("a", "b");
    return watch(testBed, { hubs: [a, b], clients: 9, random }, async (listeners) => {
      let slowest = 0;
      const codes = new Set<number>();
      for (const way of ["revoked", "narrowed"] as const) {
        const { createApiKey: made } = await send<Made>(a.url, create);
        await using things = new AsyncDisposableStack();
        const holders: Listener[] = [a, b].flatMap(({ url }) =>
          transports.map((transport) => things.use(listen({ url: () => url, after: listeners[0]!.cursor, transport, key: made.secret }))),
        );
        await until("the key's listeners to be connected", () => holders.every(({ connections }) => connections > 0));
        await wait(random.between(0, 500));
        const began = performance.now();
        if (way === "revoked") await send(a.url, revoke, { key: made.key.id });
        else await send(a.url, narrow, { key: made.key.id });
        // A stream whose key lost scopes may also be closed and opened again with the remaining ones.
        const over = ({ end, closes, connections }: Listener) => end !== undefined || closes.length > 0 || connections > 1;
        await until(`the streams of a key that was ${way} to end`, () => holders.every(over), maxMilliseconds);
        slowest = Math.max(slowest, performance.now() - began);
        for (const code of holders.flatMap(({ closes }) => closes)) codes.add(code);
        const delivered = holders.map(({ log }) => log.length);
        if (way === "revoked") {
          await load(testBed, random, [a.url, b.url], 5);
          await wait(300);
          if (holders.some(({ log }, n) => log.length > delivered[n]!)) throw new Error("A revoked key received more events.");
        }
      }
      const wrong = [...codes].filter((code) => ![4401, 4403].includes(code));
      if (wrong.length > 0) throw new Error(`WebSockets were closed with ${wrong.join(", ")}, not 4401 or 4403.`);
      await load(testBed, random, [a.url, b.url], 10);
      return `ended after at most ${Math.round(slowest)} ms, WebSockets with ${[...codes].join(" and ")}`;
    });
  },
};
