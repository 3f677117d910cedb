import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { decide, localId, recordCorroborated, recordDocument, recordEventClaim, recordSource, recordVerified } from "../../kit/records.ts";
import { subscribeSse, subscribeWs, type Subscriber } from "../../kit/subscriber.ts";

let hub: Hub;
let verifier: string;
let editor: string;
let partner: string;
beforeAll(async () => {
  hub = await startHub("empty");
  [verifier, editor, partner] = await Promise.all([hub.newKey("VERIFIER", "EDITOR"), hub.newKey("EDITOR"), hub.newKey("PARTNER")]);
});
afterAll(async () => hub[Symbol.asyncDispose]());

const told = `__typename ... on FeedEvent { cursor eventId releaseId withdrawn release { id state detainee { name } claims { edges { node { statement } } } } }
  ... on ReleaseVerified { afterState publicNote } ... on ReleaseRetracted { afterState publicNote }`;
const feed = `subscription($after: String, $filter: ReleaseFilter) { releaseFeed(after: $after, filter: $filter) { ${told} } }`;
const live = async (subscriber: Subscriber) => {
  await subscriber.next();
  return subscriber;
};
/** Where the feed stands, as its bookmark tells. */
const now = async () => {
  await using subscriber = subscribeWs(hub.url, { query: "subscription { releaseFeed { ... on FeedBookmark { cursor } } }" });
  return (await subscriber.next()).data!["releaseFeed"].cursor as string;
};
/** What is told before a release that is verified now, and may be heard of by all. */
const toldBeforeNext = async (...subscribers: Subscriber[]) => {
  const { release } = await recordVerified(hub, verifier);
  return Promise.all(subscribers.map((subscriber) => subscriber.eventsBefore(release)));
};
const verify = async (release: string) =>
  expect(await decide(hub, "verifyRelease", { release }, verifier)).toMatchObject({ changed: true });
async function makeVisible(record: string, visibility: "PUBLIC" | "PARTNER" | "RESTRICTED") {
  const query = `mutation($i: SetVisibilityInput!) { setVisibility(input: $i) { ... on SetVisibilityPayload { changed record visibility } } }`;
  expect((await hub.send(query, { i: { record, visibility } })).data["setVisibility"]).toEqual({ changed: true, record, visibility });
}
const tombstone = { release: null, withdrawn: true, afterState: null, publicNote: null };
const roads: [string, typeof subscribeWs][] = [
  ["WebSocket", subscribeWs],
  ["SSE", subscribeSse],
];

describe.each(roads)("over %s", (_road, subscribe) => {
  test("a verification taken back while a client was away comes as a tombstone, and its end after it", async () => {
    const after = await now();
    const { release } = await recordCorroborated(hub);
    await verify(release);
    await decide(hub, "retractVerification", { release, publicNote: "The family says otherwise." }, verifier);
    await using replay = subscribe(hub.url, { query: feed, variables: { after } });
    expect(await replay.nextEvent()).toMatchObject({ __typename: "ReleaseVerified", releaseId: release, ...tombstone });
    expect(await replay.nextEvent()).toMatchObject({
      __typename: "ReleaseRetracted",
      releaseId: release,
      withdrawn: false,
      release: { state: "CORROBORATED" },
      publicNote: "The family says otherwise.",
    });
  });

  test("a verified release that becomes restricted reaches those who saw it as a retraction without content, and nobody else", async () => {
    const after = await now();
    const { release, detainee } = await recordCorroborated(hub);
    await using anyone = await live(subscribe(hub.url, { query: feed }));
    await using partners = await live(subscribe(hub.url, { query: feed }, partner));
    await using editors = await live(subscribe(hub.url, { query: feed }, editor));
    await verify(release);
    for (const subscriber of [anyone, partners, editors]) expect(await subscriber.nextEvent()).toMatchObject({ release: { id: release } });
    await makeVisible(detainee, "RESTRICTED");
    for (const subscriber of [anyone, partners])
      expect(await subscriber.nextEvent()).toMatchObject({ __typename: "ReleaseRetracted", releaseId: release, ...tombstone });
    await using replay = subscribe(hub.url, { query: feed, variables: { after } });
    expect(await replay.nextEvent()).toMatchObject({ __typename: "ReleaseVerified", releaseId: release, ...tombstone });
    expect(await replay.nextEvent()).toMatchObject({ __typename: "ReleaseRetracted", releaseId: release, ...tombstone });
    await decide(hub, "contestRelease", { release, publicNote: "Named: Somebody Hidden" }, verifier);
    const [toAnyone, toEditors] = await toldBeforeNext(anyone, editors);
    expect(toAnyone).toEqual([]);
    expect(toEditors).toMatchObject([{ __typename: "ReleaseRetracted", publicNote: "Named: Somebody Hidden" }]);
  });

  test("a verified release that may be seen from now on is told as news to those who could not see it, and its past stays hidden", async () => {
    const after = await now();
    const { release, detainee } = await recordCorroborated(hub, { visibility: "RESTRICTED" });
    await verify(release);
    await decide(hub, "retractVerification", { release, publicNote: "Not for the public." }, verifier);
    await verify(release);
    await using anyone = await live(subscribe(hub.url, { query: feed }));
    await using editors = await live(subscribe(hub.url, { query: feed }, editor));
    await makeVisible(detainee, "PARTNER");
    await makeVisible(detainee, "PUBLIC");
    expect(await anyone.nextEvent()).toMatchObject({ __typename: "ReleaseVerified", release: { id: release, state: "VERIFIED" } });
    expect(await toldBeforeNext(anyone, editors)).toEqual([[], []]);
    await using replay = subscribe(hub.url, { query: feed, variables: { after } });
    expect(await replay.nextEvent()).toMatchObject({ __typename: "ReleaseVerified", release: { id: release } });
    await replay.nextEvent(); // the one that proved the silence before
    expect(await toldBeforeNext(replay)).toEqual([[]]);
  });

  test("what was written for one subscriber is not told to the next once it is hidden, not even within the same second", async () => {
    const after = await now();
    const { release, detainee } = await recordCorroborated(hub, { name: "Somebody Remembered" });
    await verify(release);
    const source = await recordSource(hub);
    await recordEventClaim(hub, release, source, await recordDocument(hub), { statement: "The secret statement" });
    {
      await using first = subscribe(hub.url, { query: feed, variables: { after } });
      expect(JSON.stringify(await first.nextEvent())).toMatch(/Somebody Remembered.*The secret statement/);
    }
    await using stays = subscribe(hub.url, { query: feed, variables: { after } });
    await stays.nextEvent();
    await hub.database.prisma.source.update({ where: { id: localId(source) }, data: { visibility: "RESTRICTED" } });
    await using second = subscribe(hub.url, { query: feed, variables: { after } });
    const withoutClaim = JSON.stringify(await second.nextEvent());
    expect(withoutClaim).toContain("Somebody Remembered");
    expect(withoutClaim).not.toContain("The secret statement");
    await makeVisible(detainee, "RESTRICTED");
    await using third = subscribe(hub.url, { query: feed, variables: { after } });
    expect(JSON.stringify([await third.nextEvent(), await third.nextEvent()])).not.toContain("Somebody");
  });
});

test("a claim whose words are taken away is not told from memory", async () => {
  const after = await now();
  const { release } = await recordCorroborated(hub);
  await verify(release);
  const claim = await recordEventClaim(hub, release, await recordSource(hub), await recordDocument(hub), {
    statement: "Too much was said",
  });
  await using first = subscribeWs(hub.url, { query: feed, variables: { after } });
  expect(JSON.stringify(await first.nextEvent())).toContain("Too much was said");
  const redaction = `mutation($claim: ID!) { supersedeClaim(input: { claim: $claim, changeReason: REDACTION }) { __typename ... on Error { message } } }`;
  expect((await hub.send(redaction, { claim })).data["supersedeClaim"].__typename).toBe("SupersedeClaimPayload");
  await using second = subscribeWs(hub.url, { query: feed, variables: { after } });
  expect(JSON.stringify(await second.nextEvent())).not.toContain("Too much was said");
});

test("a filter tells nothing of what is hidden: a retraction reaches whoever may have seen the release, whatever they asked for", async () => {
  const { release, detainee } = await recordCorroborated(hub, { nationalities: ["VE"] });
  await verify(release);
  await using venezuelan = await live(subscribeWs(hub.url, { query: feed, variables: { filter: { nationality: "VE" } } }));
  await using colombian = await live(
    subscribeWs(hub.url, { query: feed, variables: { filter: { nationality: "CO", state: "VERIFIED" } } }),
  );
  await makeVisible(detainee, "RESTRICTED");
  for (const subscriber of [venezuelan, colombian])
    expect(await subscriber.nextEvent()).toMatchObject({ releaseId: release, ...tombstone });
});

test("who filters by the state hears of its end all the same", async () => {
  await using verifiedOnly = await live(subscribeWs(hub.url, { query: feed, variables: { filter: { state: "VERIFIED" } } }));
  const { release } = await recordCorroborated(hub);
  await verify(release);
  expect(await verifiedOnly.nextEvent()).toMatchObject({ __typename: "ReleaseVerified" });
  await decide(hub, "refuteRelease", { release, publicNote: "It was somebody else." }, verifier);
  expect(await verifiedOnly.nextEvent()).toMatchObject({ __typename: "ReleaseRetracted", publicNote: "It was somebody else." });
});

test("the feed query tells the same tombstones", async () => {
  const after = await now();
  const { release, detainee } = await recordCorroborated(hub);
  await verify(release);
  await makeVisible(detainee, "RESTRICTED");
  const query = `query($after: String) { feed(after: $after) { edges { node { ${told} } } } }`;
  const { data } = await hub.send(query, { after }, null);
  expect(data["feed"].edges.map(({ node }: any) => node)).toMatchObject([
    { __typename: "ReleaseVerified", releaseId: release, ...tombstone },
    { __typename: "ReleaseRetracted", releaseId: release, ...tombstone },
  ]);
  const seen = await hub.send(query, { after }, editor);
  expect(seen.data["feed"].edges.map(({ node }: any) => node)).toMatchObject([{ withdrawn: false, release: { id: release } }]);
});

test("whoever was never told of a release hears nothing when it is hidden: neither live nor replayed", async () => {
  const after = await now();
  const { release, detainee } = await recordCorroborated(hub, { visibility: "RESTRICTED" });
  await verify(release);
  await makeVisible(detainee, "PARTNER");
  await decide(hub, "retractVerification", { release, publicNote: "For partners." }, verifier);
  await makeVisible(detainee, "PUBLIC");
  await using anyone = await live(subscribeWs(hub.url, { query: feed }));
  await using partners = await live(subscribeWs(hub.url, { query: feed }, partner));
  await makeVisible(detainee, "RESTRICTED");
  const [toAnyone, toPartners] = await toldBeforeNext(anyone, partners);
  expect(toAnyone).toEqual([]);
  expect(toPartners).toMatchObject([{ __typename: "ReleaseRetracted", releaseId: release, ...tombstone }]);
  await using replay = subscribeSse(hub.url, { query: feed, variables: { after } });
  await replay.nextEvent(); // the one that proved the silence before
  expect(await toldBeforeNext(replay)).toEqual([[]]);
});
