import { expect, test } from "vitest";
import { startHub } from "../kit/hub.ts";
import { subscribeWs } from "../kit/subscriber.ts";

test("a hub that stops ends its subscriptions on both roads, and is down", async () => {
  const hub = await startHub("empty");
  const query = "subscription { releaseFeed { __typename } }";
  const socket = subscribeWs(hub.url, { query });
  await socket.next();
  const stream = await fetch(`${hub.url}?query=${encodeURIComponent(query)}`, { headers: { accept: "text/event-stream" } });
  const told = stream.text().then(
    () => "ended",
    () => "broken off",
  );
  await hub[Symbol.asyncDispose]();
  expect((await socket.ended) as { code: number }).toMatchObject({ code: 1012 });
  expect(await told).toMatch(/ended|broken off/);
});
