/** A key that is revoked in the very moment in which somebody comes with it. */
import { expect, test } from "vitest";
import WebSocket from "ws";
import { startHub } from "../kit/hub.ts";
import { subscribeSse } from "../kit/subscriber.ts";

const query = "subscription { releaseFeed { __typename } }";

/** A hub whose next look-up of a key, once it is told to, finds the key and then is held until the key has been revoked and the hub knows it. */
async function hubWhoseLookUpIsOvertaken() {
  let [holds, found, goOn] = [false, Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const hub = await startHub("empty", {}, (database) => {
    const kept = database.kept.$extends({
      query: {
        apiKey: {
          async findUnique({ args, query: ask }) {
            const row = await ask(args);
            if (!holds) return row;
            holds = false;
            found.resolve();
            await goOn.promise;
            return row;
          },
        },
      },
    });
    return { ...database, kept: kept as unknown as typeof database.kept };
  });
  const { data } = await hub.send(
    `mutation { createApiKey(input: { name: "newsroom", scopes: [PARTNER] }) { ... on CreateApiKeyPayload { secret key { id } } } }`,
  );
  const { secret, key } = data["createApiKey"] as { secret: string; key: { id: string } };
  return {
    ...hub,
    secret,
    /** Revokes the key while whatever `come` begins looks it up. */
    async overtake(come: () => void) {
      // Who is there already is sent away when the hub knows of it.
      const witness = subscribeSse(hub.url, { query }, secret);
      await witness.next();
      holds = true;
      come();
      await found.promise;
      await hub.send(`mutation { revokeApiKey(input: { key: "${key.id}" }) { __typename } }`);
      await witness.ended;
      goOn.resolve();
    },
  };
}

function connect(url: string, secret: string) {
  const socket = new WebSocket(url.replace(/^http/, "ws"), "graphql-transport-ws");
  socket.on("open", () => socket.send(JSON.stringify({ type: "connection_init", payload: { authorization: `Bearer ${secret}` } })));
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  const next = new Promise<string>((resolve) => socket.on("message", (data: Buffer) => resolve(JSON.parse(data.toString()).type)));
  return { closed, next };
}

test("a WebSocket whose key is revoked while it is looked up is closed before it is let in", async () => {
  await using hub = await hubWhoseLookUpIsOvertaken();
  let coming: ReturnType<typeof connect> | undefined;
  await hub.overtake(() => (coming = connect(hub.url, hub.secret)));
  expect(await Promise.race([coming!.closed, coming!.next])).toBe(4401);
});

test("an event stream whose key is revoked while it is looked up ends before anything is told", async () => {
  await using hub = await hubWhoseLookUpIsOvertaken();
  let coming: Promise<Response> | undefined;
  const headers = { accept: "text/event-stream", authorization: `Bearer ${hub.secret}` };
  await hub.overtake(() => {
    coming = fetch(`${hub.url}?query=${encodeURIComponent(query)}`, { headers });
  });
  const { value, done } = await (await coming!).body!.getReader().read();
  expect([done, value]).toEqual([true, undefined]);
});
