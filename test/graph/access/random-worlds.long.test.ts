/**
 * Of random worlds and random changes, what a viewer is told is the whole answer without what they may not see: it is told to the letter where the hidden rows never were. States, decisions, lists, queues,
 * counts, exports and the feed, asked and pushed. The same seed makes the same world.
 */
import { describe, expect, test } from "vitest";
import type { PrismaClient } from "../../../src/db/generated/prisma/client.ts";
import type { Visibility } from "../../../src/db/generated/prisma/enums.ts";
import { ExpectedError } from "../../../src/errors.ts";
import type { Verb } from "../../../src/domain/change.ts";
import { supersedeClaim } from "../../../src/domain/records/correction.ts";
import { contestRelease, refuteRelease, retractVerification, verifyRelease } from "../../../src/domain/verification/decision.ts";
import { reevaluate } from "../../../src/domain/verification/verification.ts";
import { viewerOf, type Viewer } from "../../../src/domain/viewer.ts";
import { seededRandom, type SeededRandom } from "../../../kit/seeded-random.ts";
import { aCountClaim, aDetainee, aDocument, anEvent, anEventClaim, aSource, now } from "../../kit/given.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { subscribeSse, subscribeWs } from "../../kit/subscriber.ts";
import { inOrder, plainText } from "./answers.ts";
import { at, day, editor, idOf } from "./open-world.ts";

const [people, sources, changes] = [4, 4, 70];
const verifier = viewerOf("key:verifier", ["VERIFIER", "RECORDER"]);
const hidden = (key: string) => key.startsWith("h-");

/** A change, and whether it is one of what is hidden; told by its outcome, so that what is refused is compared too. */
type Change = { readonly hidden: boolean; readonly make: (prisma: PrismaClient, moment: Date) => Promise<string> };

const doing =
  (verb: Verb, viewer: Viewer, input: object): Change["make"] =>
  async (prisma, moment) => {
    try {
      return String((await prisma.$transaction((db) => verb.run(db, viewer, input, moment))).changed);
    } catch (error) {
      if (error instanceof ExpectedError) return error.message;
      throw error;
    }
  };

function randomChanges(random: SeededRandom, level: Visibility): Change[] {
  const claims: { id: string; hidden: boolean }[] = [];
  const release = () => idOf(`release ${random.between(0, people - 1)}`);
  return Array.from({ length: changes }, (_, nth): Change => {
    const kind = random.between(0, 9);
    const input = { release: release(), publicNote: "Because." };
    if (kind === 0)
      return { hidden: false, make: doing(random.oneOf([contestRelease, refuteRelease, retractVerification]), verifier, input) };
    if (kind <= 3) return { hidden: false, make: doing(verifyRelease, verifier, { release: input.release }) };
    const known = random.oneOf([...claims, null]);
    if (kind === 4 && known !== null) {
      const correction = random.oneOf([
        { changeReason: "SOURCE_RETRACTED" },
        { changeReason: "OUR_ERROR", statement: known.hidden ? "Quetzal again." : "Again." },
      ]);
      return { hidden: known.hidden, make: doing(supersedeClaim, editor, { claim: known.id, ...correction }) };
    }
    const how = random.oneOf(["open", "open", "open", "stated", "source", "page"] as const);
    const isHidden = how !== "open";
    const key = `${isHidden ? "h-" : ""}claim ${nth}`;
    claims.push({ id: idOf(key), hidden: isHidden });
    const said = {
      ...{ id: idOf(key), key, statement: isHidden ? "Quetzal." : "So it was." },
      assertedById: idOf(how === "source" ? "h-source" : `source ${random.between(0, sources - 1)}`),
      documentId: idOf(how === "page" ? "h-page" : `page ${random.between(0, sources - 1)}`),
      ...at(day(1, 12), "asOf"),
      ...(how === "stated" ? { statedVisibility: level } : {}),
    };
    const eventId = kind === 9 ? null : kind === 8 ? idOf(`arrest ${random.between(0, people - 1)}`) : release();
    const stance = random.between(0, 6) === 0 ? ("DISPUTES" as const) : ("SUPPORTS" as const);
    const value = random.between(1, 9);
    return {
      hidden: isHidden,
      async make(prisma, recordedAt) {
        if (eventId === null)
          await prisma.claim.create({
            data: aCountClaim({ ...said, recordedAt, qualifier: "EXACT", lower: value, upper: value } as never),
          });
        else {
          await prisma.claim.create({ data: anEventClaim({ ...said, recordedAt, eventId, stance, connection: "ORGANISATION" } as never) });
          await prisma.$transaction((db) => reevaluate(db, [eventId], recordedAt));
        }
        return "recorded";
      },
    };
  });
}

/** What was there at first; without what is hidden unless it is asked for. */
async function begin(prisma: PrismaClient, level: Visibility, whole: boolean): Promise<void> {
  const these = (keys: readonly string[]) => keys.filter((key) => whole || !hidden(key));
  const numbered = (word: string, count: number) => Array.from({ length: count }, (_, nth) => `${word} ${nth}`);
  const shown = (key: string) => ({ visibility: hidden(key) ? level : ("PUBLIC" as const), recordedAt: now });
  const slug = (key: string) => key.replace(" ", "-");
  await prisma.source.createMany({
    data: these([...numbered("source", sources), "h-source"]).map((key) =>
      aSource({ id: idOf(key), slug: slug(key), name: key, sortName: key, ...shown(key) }),
    ),
  });
  await prisma.document.createMany({
    data: these([...numbered("page", sources), "h-page"]).map((key, nth) =>
      aDocument({ id: idOf(key), key: slug(key), title: key, publisherId: idOf(`source ${nth % sources}`), ...shown(key) }),
    ),
  });
  const who = these([...numbered("person", people), "h-person"]);
  await prisma.detainee.createMany({
    data: who.map((key) => aDetainee({ id: idOf(key), key: slug(key), name: key, sortName: key, ...shown(key) })),
  });
  const event = (key: string, type: "ARREST" | "RELEASE", person: string, when: Date) =>
    anEvent({
      id: idOf(key),
      key: slug(key),
      type,
      conditions: [],
      detaineeId: idOf(person),
      place: "Caracas",
      recordedAt: now,
      ...at(when, "when"),
    });
  const events = who.flatMap((person, nth) => [
    event(hidden(person) ? "h-arrest" : `arrest ${nth}`, "ARREST", person, day(1, 2)),
    event(hidden(person) ? "h-release" : `release ${nth}`, "RELEASE", person, day(1, 9)),
  ]);
  await prisma.custodyEvent.createMany({ data: events });
  await prisma.$transaction((db) => reevaluate(db, events.map(({ id }) => id).toSorted(), now));
}

const feed = `subscription($after: String) { releaseFeed(after: $after) { __typename ... on FeedEvent { releaseId withdrawn occurredAt release { state claims { edges { node { statement } } } } }
  ... on ReleaseVerified { afterState publicNote } ... on ReleaseRetracted { beforeState afterState publicNote } ... on ReleaseAmended { afterState } } }`;
const decision = `ordinal state policyVersion acknowledged decidedAt publicNote roots { id } claims { id statement } failedRules { code message have need missing }`;
const claim = `__typename id statement status recordedAt`;
const operations = [
  `{ custodyEvents(first: 50) { totalCount edges { node { __typename id state recordedAt verification { ${decision} } verifications { ${decision} } } } } }`,
  `{ releases(first: 50, filter: { state: VERIFIED }) { totalCount edges { node { id acknowledged claims { totalCount edges { node { ${claim} ... on EventClaim { isRoot root { origin origins isRoot reason } } } } } } } } }`,
  `{ verificationQueue(first: 50) { totalCount edges { node { id } } } decisionQueue(type: ARREST) { edges { node { id state } } } }`,
  `{ feed(first: 100) { edges { node { __typename releaseId withdrawn occurredAt release { state } } } pageInfo { hasNextPage } } }`,
  `{ claims(first: 100) { totalCount edges { node { ${claim} } } } sources(first: 50) { totalCount edges { node { id claims { totalCount } documents { totalCount } } } } }`,
  `{ detainees(first: 50) { totalCount edges { node { id status possibleStatuses timeline { edges { node { id state } } } } } } }`,
  `{ reconciliation(metric: RELEASED, asOf: "2026-02-01T00:00:00Z") { rows { claim { id } } } }`,
  `{ custodyEvents(first: 50, filter: { state: CONTESTED }) { totalCount } search(text: "person") { __typename } }`,
];

async function toldTo(hub: Hub, key: string | null, after: string): Promise<Map<string, string>> {
  const told = new Map<string, string>();
  for (const query of operations) {
    const answer = await hub.send(query, {}, key);
    expect(answer.errors, query).toBeUndefined();
    told.set(query, plainText(JSON.stringify(inOrder(answer))));
  }
  for (const [road, subscribe] of [
    ["SSE", subscribeSse],
    ["WebSocket", subscribeWs],
  ] as const) {
    await using subscriber = subscribe(hub.url, { query: feed, variables: { after } }, key ?? undefined);
    const items: unknown[] = [];
    for (let item = await next(subscriber); item.__typename !== "FeedBookmark"; item = await next(subscriber)) items.push(item);
    told.set(`the feed over ${road}`, plainText(JSON.stringify(items)));
  }
  const headers = key === null ? {} : { authorization: `Bearer ${key}` };
  const get = async (path: string) => (await fetch(new URL(path, hub.url), { headers })).text();
  const { exports } = JSON.parse(await get("/export")) as { exports: { paths: string[] }[] };
  for (const path of exports.flatMap(({ paths }) => paths.filter((each) => each.endsWith(".jsonl")))) {
    const asked = path.includes("reconciliation") ? `${path}?metric=RELEASED&asOf=2026-02-01T00:00:00Z` : path;
    told.set(asked, plainText(await get(asked)));
  }
  return told;
}
const next = async (subscriber: { next(): Promise<{ data?: Record<string, any> | null }> }) =>
  (await subscriber.next()).data!["releaseFeed"];

const positionOf = async (hub: Hub) => {
  await using subscriber = subscribeWs(hub.url, { query: "subscription { releaseFeed { ... on FeedBookmark { cursor } } }" });
  return (await subscriber.next()).data!["releaseFeed"].cursor as string;
};

describe.each([
  [1, "RESTRICTED"],
  [2, "RESTRICTED"],
  [3, "PARTNER"],
  [4, "RESTRICTED"],
] as const)("world %i, of which some is %s", (seed, level) => {
  test("is told to each viewer as if the hidden had never been", async () => {
    await using whole = await startHub("empty");
    await using without = await startHub("empty");
    const starts = await Promise.all([positionOf(whole), positionOf(without)]);
    await begin(whole.database.prisma, level, true);
    await begin(without.database.prisma, level, false);
    let verified = 0;
    for (const [nth, change] of randomChanges(seededRandom("worlds", seed), level).entries()) {
      const moment = new Date(now.getTime() + (nth + 1) * 1000);
      const here = await change.make(whole.database.prisma, moment);
      if (change.hidden) continue;
      expect(here).toBe(await change.make(without.database.prisma, moment));
      if (here === "true") verified += 1;
    }
    // A world in which nothing is decided would prove nothing.
    expect(verified).toBeGreaterThan(2);

    for (const held of [null, "VERIFIER", ...(level === "RESTRICTED" ? (["PARTNER"] as const) : [])] as const) {
      const keys = held === null ? [null, null] : await Promise.all([whole.newKey(held), without.newKey(held)]);
      const [here, there] = [await toldTo(whole, keys[0], starts[0]), await toldTo(without, keys[1], starts[1])];
      for (const [place, answer] of here) {
        expect(answer, `${held ?? "anonymous"}: ${place}`).toBe(there.get(place));
        expect(answer.toLowerCase()).not.toContain("quetzal");
      }
    }
    // And there was something to hide.
    expect((await whole.send(operations[4]!, {}, await whole.newKey("EDITOR"))).data["claims"].totalCount).toBeGreaterThan(
      (await without.send(operations[4]!, {}, null)).data["claims"].totalCount,
    );
  }, 240_000);
});
