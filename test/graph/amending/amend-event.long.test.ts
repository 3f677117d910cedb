/** Corrections of events: the same event, better known. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { amend, versionsOf } from "../../kit/amending.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import {
  day,
  decide,
  recordCorroborated,
  recordDetainee,
  recordDocument,
  recordEvent,
  recordEventClaim,
  recordFacility,
  recordSource,
  recordVerified,
} from "../../kit/records.ts";

let hub: Hub;
let verifier: string;
beforeAll(async () => {
  hub = await startHub("empty");
  verifier = await hub.newKey("VERIFIER");
});
afterAll(() => hub[Symbol.asyncDispose]());

const eventOf = async (id: string) => {
  const { data } = await hub.send(
    `query($id: ID!) { node(id: $id) { ... on CustodyEvent { id state place facility { id } when { edtf verbatim } ... on Release { conditions outcome stage } } } }`,
    { id },
  );
  return data.node as Record<string, any>;
};
type Told = { __typename: string; eventId: string; withdrawn: boolean; release: { id: string; when: { edtf: string } } | null };
const feedOf = async (release: string): Promise<Told[]> => {
  const { data } = await hub.send(
    `{ feed(first: 100) { edges { node { __typename ... on FeedEvent { eventId releaseId withdrawn release { id when { edtf } } } } } } }`,
  );
  const edges = data.feed.edges as { node: Told & { releaseId: string } }[];
  return edges.flatMap(({ node }) => (node.releaseId === release ? [node] : []));
};

describe("a verified release", () => {
  it("gets a better date: it stays verified under its id, and the feed tells one amendment and no retraction", async () => {
    const { release } = await recordVerified(hub, verifier, {}, { when: day("2026-01-19/2026-01-21") });
    expect(await amend(hub, "event", { event: release, when: day("2026-01-20"), changeReason: "MORE_PRECISE" })).toMatchObject({
      changed: true,
    });
    expect(await eventOf(release)).toMatchObject({ id: release, state: "VERIFIED", when: { edtf: "2026-01-20" } });
    const told = await feedOf(release);
    expect(told.map(({ __typename }) => __typename)).toEqual(["ReleaseVerified", "ReleaseAmended"]);
    expect(told[1]).toMatchObject({ withdrawn: false, release: { id: release, when: { edtf: "2026-01-20" } } });
  });

  it("tells each further correction once, and none where nothing changes", async () => {
    const { release } = await recordVerified(hub, verifier);
    const input = { event: release, conditions: ["TRAVEL_BAN"], outcome: "CONDITIONAL", changeReason: "MORE_PRECISE" };
    expect(await amend(hub, "event", input)).toMatchObject({ changed: true });
    expect(await amend(hub, "event", input)).toMatchObject({ changed: false });
    await amend(hub, "event", { event: release, place: "Guarenas", changeReason: "OUR_ERROR" });
    expect((await feedOf(release)).map(({ __typename }) => __typename)).toEqual(["ReleaseVerified", "ReleaseAmended", "ReleaseAmended"]);
    expect(await versionsOf(hub, release)).toMatchObject([
      { changeReason: null, changes: [] },
      {
        changeReason: "MORE_PRECISE",
        changes: [
          { field: "outcome", before: "UNKNOWN", after: "CONDITIONAL" },
          { field: "conditions", before: "", after: "TRAVEL_BAN" },
        ],
      },
      { changeReason: "OUR_ERROR", changes: [{ field: "place", before: "Caracas", after: "Guarenas" }] },
    ]);
  });

  it("whose corrected date the evidence no longer bears is told as the policy finds it: retracted, and by the policy", async () => {
    const { release } = await recordVerified(hub, verifier);
    // All claims are of the 20th: they cannot be evidence of what happened on the 25th.
    await amend(hub, "event", { event: release, when: day("2026-01-25"), changeReason: "OUR_ERROR" });
    expect(await eventOf(release)).toMatchObject({ state: "REPORTED", when: { edtf: "2026-01-25" } });
    expect((await feedOf(release)).map(({ __typename }) => __typename)).toEqual(["ReleaseVerified", "ReleaseRetracted"]);
  });

  it("is moved by no recorder alone, who may only know it better; a verifier or an editor may", async () => {
    const recorder = await hub.newKey("RECORDER");
    const { release } = await recordVerified(hub, verifier, {}, { when: day("2026-01-19/2026-01-20") });
    const by = (input: object, key?: string) => amend(hub, "event", { event: release, changeReason: "OUR_ERROR", ...input }, key);
    expect(await by({ when: day("2026-01-05") }, recorder)).toMatchObject({ __typename: "Forbidden" });
    expect(await by({ place: "Guarenas" }, recorder)).toMatchObject({ __typename: "Forbidden" });
    expect(await by({ stage: "ORDERED" }, recorder)).toMatchObject({ __typename: "Forbidden" });
    expect(await eventOf(release)).toMatchObject({ state: "VERIFIED", place: "Caracas", when: { edtf: "2026-01-19/2026-01-20" } });
    expect(await by({ when: day("2026-01-20") }, recorder)).toMatchObject({ changed: true });
    expect(await by({ conditions: ["GAG_ORDER"] }, recorder)).toMatchObject({ changed: true });
    expect(await by({ when: day("2026-01-19") }, await hub.newKey("RECORDER", "VERIFIER"))).toMatchObject({ changed: true });
    expect(await by({ place: "Guarenas" }, await hub.newKey("RECORDER", "EDITOR"))).toMatchObject({ changed: true });
    expect((await feedOf(release)).map(({ __typename }) => __typename)).toEqual([
      "ReleaseVerified",
      "ReleaseAmended",
      "ReleaseAmended",
      "ReleaseAmended",
      "ReleaseAmended",
    ]);
    // Of what nobody has verified everybody who records may say it better.
    const { release: corroborated } = await recordCorroborated(hub);
    expect(await amend(hub, "event", { event: corroborated, when: day("2026-01-18"), changeReason: "OUR_ERROR" }, recorder)).toMatchObject({
      changed: true,
    });
  });

  it("whose corrected date contradicts the timeline is no longer verified, though what comes on record later never takes it back", async () => {
    const { detainee, release } = await recordVerified(hub, verifier, {}, { when: day("2026-01-19/2026-01-20") });
    const death = await recordEvent(hub, detainee, { type: "DEATH", stage: undefined, when: day("2026-01-19/2026-01-20") });
    const [one, other, document] = await Promise.all([recordSource(hub), recordSource(hub), recordDocument(hub)]);
    await recordEventClaim(hub, death, one, document);
    await recordEventClaim(hub, death, other, document);
    await decide(hub, "verifyEvent", { event: death }, verifier).catch(() => undefined);
    expect(await eventOf(release)).toMatchObject({ state: "VERIFIED" });
    await amend(hub, "event", { event: death, when: day("2026-01-19"), changeReason: "MORE_PRECISE" });
    expect(await eventOf(release)).toMatchObject({ state: "VERIFIED" });
    await amend(hub, "event", { event: release, when: day("2026-01-20"), changeReason: "MORE_PRECISE" });
    expect(await eventOf(release)).not.toMatchObject({ state: "VERIFIED" });
  });
});

describe("a correction", () => {
  it("settles the timeline anew, and the status follows", async () => {
    const detainee = await recordDetainee(hub);
    const arrest = await recordEvent(hub, detainee, { type: "ARREST", stage: undefined, when: day("2026-01-10") });
    await recordEvent(hub, detainee, { when: day("2026-01-05") });
    const status = async () =>
      (await hub.send(`query($id: ID!) { detainee(id: $id) { status timeline { edges { node { id } } } } }`, { id: detainee })).data
        .detainee;
    expect(await status()).toMatchObject({ status: "DETAINED" });
    await amend(hub, "event", { event: arrest, when: day("2026-01-02"), changeReason: "OUR_ERROR" });
    const after = await status();
    expect(after.status).toBe("RELEASED");
    expect(after.timeline.edges[0].node.id).toBe(arrest);
  });

  it("names its basis and tells it to whoever may see it; who recorded it is for editors", async () => {
    const { release } = await recordCorroborated(hub);
    const [source, document] = await Promise.all([recordSource(hub), recordDocument(hub)]);
    const [open, hidden] = [
      await recordEventClaim(hub, release, source, document),
      await recordEventClaim(hub, release, source, document, { visibility: "RESTRICTED" }),
    ];
    await amend(hub, "event", { event: release, place: "Los Teques", changeReason: "MORE_PRECISE", basis: open });
    await amend(hub, "event", { event: release, place: "Guarenas", changeReason: "OUR_ERROR", basis: hidden });
    const mine = await versionsOf(hub, release);
    expect(mine.map(({ basis }) => basis?.id ?? null)).toEqual([null, open, hidden]);
    expect(mine.every(({ recordedBy }) => recordedBy?.startsWith("key:"))).toBe(true);
    const theirs = await versionsOf(hub, release, null);
    expect(theirs.map(({ basis }) => basis?.id ?? null)).toEqual([null, open, null]);
    expect(theirs.map(({ recordedBy }) => recordedBy)).toEqual([null, null, null]);
  });

  it("never tells of a place that the reader may not see, not even that there was a version", async () => {
    const [open, hidden, other] = [
      await recordFacility(hub),
      await recordFacility(hub, { visibility: "RESTRICTED" }),
      await recordFacility(hub, { visibility: "RESTRICTED" }),
    ];
    const event = await recordEvent(hub, await recordDetainee(hub), { facility: hidden, place: null });
    await amend(hub, "event", { event, facility: other, changeReason: "OUR_ERROR" });
    await amend(hub, "event", { event, facility: open, changeReason: "OUR_ERROR" });
    expect((await versionsOf(hub, event)).map(({ changes }) => changes.map(({ before, after }) => [before, after]))).toEqual([
      [],
      [[hidden, other]],
      [[other, open]],
    ]);
    expect((await versionsOf(hub, event, null)).map(({ changes }) => changes.map(({ before, after }) => [before, after]))).toEqual([
      [],
      [[null, open]],
    ]);
    const key = await hub.newKey("RECORDER");
    expect(await amend(hub, "event", { event, facility: hidden, changeReason: "OUR_ERROR" }, key)).toMatchObject({
      __typename: "NotFound",
    });
  });

  it("says what is wrong with it", async () => {
    const { release } = await recordCorroborated(hub);
    const partner = await hub.newKey("RECORDER", "PARTNER");
    expect(await amend(hub, "event", { event: release, changeReason: "OUR_ERROR" })).toMatchObject({
      __typename: "InvalidInput",
      issues: [{ path: "input" }],
    });
    expect(await amend(hub, "event", { event: release, when: day("2999"), changeReason: "OUR_ERROR" })).toMatchObject({
      issues: [{ path: "input.when" }],
    });
    expect(await amend(hub, "event", { event: release, stage: null, changeReason: "OUR_ERROR" })).toMatchObject({
      issues: [{ path: "input.stage" }],
    });
    expect(await amend(hub, "event", { event: release, place: null, changeReason: "REDACTION" }, partner)).toMatchObject({
      __typename: "Forbidden",
    });
    expect(await amend(hub, "event", { event: release, place: "X", changeReason: "OUR_ERROR" }, await hub.newKey("PARTNER"))).toMatchObject(
      { __typename: "Forbidden" },
    );
    const secret = (await recordCorroborated(hub, { ageGroup: "MINOR" })).release;
    expect(await amend(hub, "event", { event: secret, place: "X", changeReason: "OUR_ERROR" }, partner)).toMatchObject({
      __typename: "NotFound",
    });
  });

  it("is made once for each idempotency key", async () => {
    const { release } = await recordVerified(hub, verifier);
    const input = { event: release, place: "Guatire", changeReason: "OUR_ERROR", idempotencyKey: "once" };
    expect([await amend(hub, "event", input), await amend(hub, "event", input)]).toMatchObject([{ changed: true }, { changed: true }]);
    expect(await versionsOf(hub, release)).toHaveLength(2);
  });
});

it("what was redacted is in no version, and cannot be read with an earlier knownAt", async () => {
  const event = await recordEvent(hub, await recordDetainee(hub), { place: "Calle Secreta 5" });
  await amend(hub, "event", { event, place: "Calle Secreta 7", changeReason: "OUR_ERROR" });
  const [first] = await versionsOf(hub, event);
  await amend(hub, "event", { event, place: "Caracas", changeReason: "REDACTION" });
  const versions = await versionsOf(hub, event);
  expect(versions.map(({ changeReason }) => changeReason)).toEqual([null, "OUR_ERROR", "REDACTION"]);
  expect(versions[2]!.changes).toEqual([{ field: "place", before: null, after: "Caracas", redacted: true }]);
  const kept = await hub.database.prisma.$queryRaw<
    object[]
  >`SELECT * FROM "RecordVersion" WHERE ("before"::text || "after"::text) LIKE '%Secreta%'`;
  expect(kept).toEqual([]);
  const { data } = await hub.send(
    `query($id: ID!, $at: DateTime!) { node(id: $id) { ... on CustodyEvent { place versions(knownAt: $at) { changeReason } } } }`,
    {
      id: event,
      at: first!.recordedAt,
    },
  );
  expect(data.node).toEqual({ place: "Caracas", versions: [{ changeReason: null }] });
});
