/** Events that cannot be told, because something of ours is broken: a table that is not where it should be, as in the middle of a mistaken migration. */
import { expect, test } from "vitest";
import { startHub, type Hub } from "../kit/hub.ts";
import { decide, recordCorroborated } from "../kit/records.ts";
import { subscribeSse, subscribeWs, type Subscriber } from "../kit/subscriber.ts";

const asking = (of: string) =>
  `subscription($after: String) { releaseFeed(after: $after) { __typename ... on FeedBookmark { cursor } ... on FeedEvent { cursor releaseId release { id ${of} } } } }`;
const rename = (hub: Hub, from: string, to: string) => hub.database.prisma.$executeRawUnsafe(`ALTER TABLE "${from}" RENAME TO "${to}"`);
const next = async (subscriber: Subscriber) => (await subscriber.next()).data!["releaseFeed"];
const hubThatTries = () => startHub("empty", { streams: { attempts: 2 } });

test.each([
  ["WebSocket", subscribeWs],
  ["SSE", subscribeSse],
] as const)(
  "over %s: who asks for what is broken is sent away, hears nothing wrong, and has it all once it is mended",
  async (_road, subscribe) => {
    await using hub = await hubThatTries();
    const verifier = await hub.newKey("VERIFIER");
    const releases = [(await recordCorroborated(hub)).release, (await recordCorroborated(hub)).release];
    const query = asking("detainee { names { text } }");
    await using broken = subscribe(hub.url, { query });
    await using whole = subscribe(hub.url, { query: asking("state") });
    const { cursor } = await next(broken);
    await next(whole);
    await rename(hub, "PersonName", "Elsewhere");
    for (const release of releases) await decide(hub, "verifyRelease", { release }, verifier);
    for (const releaseId of releases) expect(await next(whole)).toMatchObject({ releaseId });
    await broken.ended;
    expect(await broken.during(0)).toEqual([]);

    await rename(hub, "Elsewhere", "PersonName");
    await using back = subscribe(hub.url, { query, variables: { after: cursor } });
    for (const releaseId of releases)
      expect(await next(back)).toMatchObject({ releaseId, release: { detainee: { names: [expect.anything()] } } });
  },
);

test("it is a 1013 to the WebSocket, so that clients come back by themselves", async () => {
  await using hub = await hubThatTries();
  const verifier = await hub.newKey("VERIFIER");
  const release = (await recordCorroborated(hub)).release;
  await using subscriber = subscribeWs(hub.url, { query: asking("detainee { names { text } }") });
  await next(subscriber);
  await rename(hub, "PersonName", "Elsewhere");
  await decide(hub, "verifyRelease", { release }, verifier);
  expect(await subscriber.ended).toMatchObject({ code: 1013, reason: expect.stringContaining("on our side") });
});

test("an event of which a part is broken is told without it, with what failed", async () => {
  await using hub = await hubThatTries();
  const verifier = await hub.newKey("VERIFIER");
  const release = (await recordCorroborated(hub)).release;
  await using subscriber = subscribeWs(hub.url, { query: asking("detainee { judgements { id } }") });
  await next(subscriber);
  await rename(hub, "Judgement", "Elsewhere");
  await decide(hub, "verifyRelease", { release }, verifier);
  const { data, errors } = await subscriber.next();
  expect(data!["releaseFeed"]).toMatchObject({ __typename: "ReleaseVerified", releaseId: release, release: null });
  expect(errors).toMatchObject([{ extensions: { code: "INTERNAL" } }]);
});
