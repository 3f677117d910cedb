/** A filter names a facility or a nationality; merges move releases from one to another. Whoever published a release must hear how it goes on. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { decide, judge, recordCorroborated, recordFacility, recordVerified } from "../../kit/records.ts";
import { subscribeWs, type Subscriber } from "../../kit/subscriber.ts";

let hub: Hub;
let verifier: string;
beforeAll(async () => {
  hub = await startHub("empty");
  verifier = await hub.newKey("VERIFIER");
});
afterAll(() => hub[Symbol.asyncDispose]());

const feed = `subscription($after: String, $filter: ReleaseFilter) { releaseFeed(after: $after, filter: $filter) {
  __typename ... on FeedEvent { cursor releaseId withdrawn release { facility { id } detainee { nationalities } } } } }`;

async function follow(filter: object, after?: string): Promise<Subscriber> {
  const subscriber = subscribeWs(hub.url, { query: feed, variables: { filter, after } });
  if (after === undefined) await subscriber.next(); // the bookmark that says that it is live
  return subscriber;
}
const change = async (verb: string, input: object) => (await judge(hub, verb, input)).judgement!.id;
const verify = (release: string) => decide(hub, "verifyRelease", { release }, verifier);
const retract = (release: string) => decide(hub, "retractVerification", { release, publicNote: "It was another." }, verifier);

test("who asks for a facility goes on hearing of it after it was merged into another", async () => {
  const [gone, stays] = await Promise.all([recordFacility(hub), recordFacility(hub)]);
  await using subscriber = await follow({ facility: gone });
  await change("mergeFacilities", { into: stays, from: gone });
  const there = await recordCorroborated(hub, {}, { facility: stays });
  await verify(there.release);
  expect(await subscriber.nextEvent()).toMatchObject({ __typename: "ReleaseVerified", releaseId: there.release });
  const named = await recordCorroborated(hub, {}, { facility: gone });
  await verify(named.release);
  expect(await subscriber.nextEvent()).toMatchObject({ __typename: "ReleaseVerified", releaseId: named.release });
});

test("a release that a merge brought, and its undoing took away, ends for those who heard of it meanwhile, live and replayed", async () => {
  const [gone, stays] = await Promise.all([recordFacility(hub), recordFacility(hub)]);
  const judgement = await change("mergeFacilities", { into: stays, from: gone });
  await using ofStays = await follow({ facility: stays });
  await using ofGone = await follow({ facility: gone });
  const { release } = await recordCorroborated(hub, {}, { facility: gone });
  await verify(release);
  const heard = await ofStays.nextEvent();
  expect(heard).toMatchObject({ __typename: "ReleaseVerified", releaseId: release, release: { facility: { id: stays } } });
  await ofGone.nextEvent();
  await change("undoJudgement", { judgement });
  await retract(release);
  await using replay = await follow({ facility: stays }, heard.cursor);
  for (const subscriber of [ofStays, ofGone, replay]) {
    expect((await subscriber.nextEvent()).__typename).toBe("ReleaseAmended");
    expect(await subscriber.nextEvent()).toMatchObject({
      __typename: "ReleaseRetracted",
      releaseId: release,
      release: { facility: { id: gone } },
    });
  }
});

test("a release that never was of a facility is not told there, whatever becomes of it", async () => {
  const [here, elsewhere] = await Promise.all([recordFacility(hub), recordFacility(hub)]);
  await using subscriber = await follow({ facility: here });
  const { release } = await recordCorroborated(hub, {}, { facility: elsewhere });
  await verify(release);
  await retract(release);
  const own = await recordCorroborated(hub, {}, { facility: here });
  await verify(own.release);
  expect((await subscriber.nextEvent()).releaseId).toBe(own.release);
});

test("a release whose person turns out to be somebody else is amended for those who heard of it under the old nationality", async () => {
  const one = await recordCorroborated(hub, { nationalities: ["PE"] });
  const other = await recordCorroborated(hub, { nationalities: ["VE"] });
  await using subscriber = await follow({ nationality: "PE" });
  await verify(one.release);
  expect(await subscriber.nextEvent()).toMatchObject({ __typename: "ReleaseVerified", releaseId: one.release });
  await change("mergeDetainees", { into: other.detainee, from: one.detainee });
  expect(await subscriber.nextEvent()).toMatchObject({
    __typename: "ReleaseAmended",
    releaseId: one.release,
    release: { detainee: { nationalities: ["VE"] } },
  });
  await retract(one.release);
  expect(await subscriber.nextEvent()).toMatchObject({ __typename: "ReleaseRetracted", releaseId: one.release });
});

test("a release that was found under a merged facility's name, and is no longer, ends for those who found it there", async () => {
  const [here, alias] = await Promise.all([recordFacility(hub), recordFacility(hub)]);
  const { release } = await recordCorroborated(hub, {}, { facility: here });
  const start = (await hub.send("{ feed(first: 100) { pageInfo { endCursor } } }")).data["feed"].pageInfo.endCursor;
  await verify(release);
  const judgement = await change("mergeFacilities", { into: here, from: alias });
  await using subscriber = await follow({ facility: alias }, start);
  expect(await subscriber.nextEvent()).toMatchObject({ __typename: "ReleaseVerified", releaseId: release });
  await change("undoJudgement", { judgement });
  await retract(release);
  expect(await subscriber.nextEvent()).toMatchObject({ __typename: "ReleaseRetracted", releaseId: release });
});

test("a filter does not tell with whom a hidden person was once one", async () => {
  const shown = await recordCorroborated(hub, { nationalities: ["VE"] });
  const hidden = await recordCorroborated(hub, { nationalities: ["CO"], visibility: "RESTRICTED" });
  await verify(shown.release);
  const anybody = ["CO", "US"].map((nationality) => subscribeWs(hub.url, { query: feed, variables: { filter: { nationality } } }));
  for (const subscriber of anybody) await subscriber.next();
  const judgement = await change("mergeDetainees", { into: hidden.detainee, from: shown.detainee });
  await change("undoJudgement", { judgement });
  await retract(shown.release);
  const marker = await recordCorroborated(hub, { nationalities: ["CO", "US"] });
  await verify(marker.release);
  const told = await Promise.all(
    anybody.map(async (subscriber) => {
      const items = [await subscriber.nextEvent()];
      while (items.at(-1)!["releaseId"] !== marker.release) items.push(await subscriber.nextEvent());
      return items.map(({ __typename, withdrawn }) => [__typename, withdrawn]);
    }),
  );
  expect(told[0]).toEqual(told[1]);
  for (const subscriber of anybody) await subscriber[Symbol.asyncDispose]();
});

test("a hidden facility is none to a filter; of one that is hidden by now, what was told of it before goes on", async () => {
  const [hidden, later] = await Promise.all([recordFacility(hub, { visibility: "RESTRICTED" }), recordFacility(hub)]);
  await using ofHidden = await follow({ facility: hidden });
  await using ofLater = await follow({ facility: later });
  const atHidden = await recordCorroborated(hub, {}, { facility: hidden });
  const atLater = await recordCorroborated(hub, {}, { facility: later });
  await verify(atHidden.release);
  await verify(atLater.release);
  expect(await ofLater.nextEvent()).toMatchObject({ releaseId: atLater.release });
  await hub.send(`mutation { setVisibility(input: { record: "${later}", visibility: RESTRICTED }) { __typename } }`);
  const unheard = await recordCorroborated(hub, {}, { facility: later });
  await verify(unheard.release);
  for (const { release } of [atHidden, atLater, unheard]) await retract(release);
  expect(await ofLater.nextEvent()).toMatchObject({
    __typename: "ReleaseRetracted",
    releaseId: atLater.release,
    release: { facility: null },
  });
  // Seen again, both are told of what happens from now on, and of nothing before it.
  for (const place of [hidden, later])
    await hub.send(`mutation { setVisibility(input: { record: "${place}", visibility: PUBLIC }) { __typename } }`);
  const marker = {
    atHidden: await recordVerified(hub, verifier, {}, { facility: hidden }),
    atLater: await recordVerified(hub, verifier, {}, { facility: later }),
  };
  expect(await ofHidden.eventsBefore(marker.atHidden.release)).toEqual([]);
  expect(await ofLater.eventsBefore(marker.atLater.release)).toEqual([]);
});
