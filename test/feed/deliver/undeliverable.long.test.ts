/** Events that cannot be told, because something of ours is broken: a table that is not where it should be, as in the middle of a mistaken migration. */
import { expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { decide, localId, recordCorroborated, recordSource } from "../../kit/records.ts";
import { subscribeSse, subscribeWs, type Subscriber } from "../../kit/subscriber.ts";

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
    expect(broken.rest()).toEqual([]);

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

test("what comes before an event that cannot be told is told, and the event itself waits to be mended", async () => {
  await using hub = await hubThatTries();
  const verifier = await hub.newKey("VERIFIER");
  const query = asking("detainee { names { text } }");
  await using live = subscribeWs(hub.url, { query });
  const { cursor } = await next(live);
  const people = [await recordCorroborated(hub), await recordCorroborated(hub), await recordCorroborated(hub)];
  for (const { release } of people) await decide(hub, "verifyRelease", { release }, verifier);
  for (const { release } of people) expect(await next(live)).toMatchObject({ releaseId: release });
  // Whoever reads the names of the second one fails.
  const second = localId(people[1]!.detainee);
  await rename(hub, "PersonName", "Elsewhere");
  await hub.database.prisma.$executeRawUnsafe(
    `CREATE VIEW "PersonName" AS SELECT * FROM "Elsewhere" WHERE CASE WHEN "detaineeId" = '${second}' THEN 1 / (length("text") - length("text")) = 1 ELSE true END`,
  );
  // A change of somebody's rights: what was written before is told to nobody any more.
  await hub.send(`mutation { setVisibility(input: { record: "${await recordSource(hub)}", visibility: RESTRICTED }) { __typename } }`);
  await using replay = subscribeWs(hub.url, { query, variables: { after: cursor } });
  const first = await next(replay);
  expect(first).toMatchObject({ releaseId: people[0]!.release });
  expect(await replay.ended).toMatchObject({ code: 1013 });
  await hub.database.prisma.$executeRawUnsafe('DROP VIEW "PersonName"');
  await rename(hub, "Elsewhere", "PersonName");
  await using back = subscribeWs(hub.url, { query, variables: { after: first.cursor } });
  for (const { release } of people.slice(1)) expect(await next(back)).toMatchObject({ releaseId: release });
});

test("what an operation gets wrong by itself is told with each event at once, and is no reason to be sent away", async () => {
  await using hub = await hubThatTries();
  const verifier = await hub.newKey("VERIFIER");
  const { release } = await recordCorroborated(hub);
  const query = asking('claims { edges { node { assertedBy { countSeries(metric: RELEASED, facility: "X") { id } } } } }');
  await using subscriber = subscribeWs(hub.url, { query });
  await next(subscriber);
  await decide(hub, "verifyRelease", { release }, verifier);
  const { data, errors } = await subscriber.next();
  // The field fails alone.
  expect(data!["releaseFeed"]).toMatchObject({ releaseId: release, release: {} });
  expect(errors).toMatchObject([{ extensions: { code: "INVALID_ID" } }]);
  await decide(hub, "retractVerification", { release, publicNote: "No." }, verifier);
  expect((await subscriber.next()).data!["releaseFeed"]).toMatchObject({ __typename: "ReleaseRetracted", releaseId: release });
});
