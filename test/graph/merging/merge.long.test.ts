/** One person, many records: judged by a person, joined without loss, and taken apart again. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import {
  day,
  decide,
  judge,
  recordCorroborated,
  recordCountClaim,
  recordDetainee,
  recordDocument,
  recordEvent,
  recordEventClaim,
  recordFacility,
  recordSource,
} from "../../kit/records.ts";

let hub: Hub;
let verifier: string;
beforeAll(async () => {
  hub = await startHub("empty");
  verifier = await hub.newKey("VERIFIER");
});
afterAll(() => hub[Symbol.asyncDispose]());

const change = (verb: string, input: object, key?: string) => judge(hub, verb, input, key);

const arrest = { type: "ARREST", stage: null, place: null };
const person = `id name names { text } status(asOf: "2026-03-01T00:00:00Z") timeline { totalCount edges { node { id detainee { id } } } } releases { totalCount } claims { totalCount } detentions(asOf: "2026-03-01T00:00:00Z") { ordinal end days { lower upper } facilities { name } } mergedInto`;
const everybody = async (...ids: string[]) =>
  (
    await hub.send(
      `query($ids: [ID!]!) { nodes(ids: $ids) { ... on Detainee { ${person} } } detainees(first: 100) { totalCount edges { node { id } } } releases(first: 100) { edges { node { id state detainee { id } } } }
    reconciliation(metric: RELEASED, asOf: "2026-03-01T00:00:00Z") { hub { verified lower upper reported corroborated } } search(text: "twice") { matched node { ... on Detainee { id } } } }`,
      { ids },
    )
  ).data;

describe("two records of one person", () => {
  async function twice() {
    const [north, south] = await Promise.all([recordFacility(hub), recordFacility(hub)]);
    const one = await recordCorroborated(hub, { name: "Ana Twice" }, { when: day("2026-01-10"), facility: north });
    const other = await recordCorroborated(hub, { name: "Ana Maria Twice" }, { when: day("2026-01-20"), facility: south });
    await recordEvent(hub, one.detainee, { ...arrest, when: day("2025-06-01"), facility: north });
    await recordEvent(hub, other.detainee, { ...arrest, when: day("2026-01-15"), facility: south });
    await decide(hub, "verifyRelease", { release: one.release }, verifier);
    await decide(hub, "verifyRelease", { release: other.release }, verifier);
    return { one: one.detainee, other: other.detainee, releases: [one.release, other.release] };
  }

  it("join their timelines and count as one, keep both ids, and come apart again to the byte", async () => {
    const { one, other } = await twice();
    const before = await everybody(one, other);
    const merge = await change("mergeDetainees", { into: one, from: other, note: "Same face." });
    expect(merge).toMatchObject({ __typename: "MergeDetaineesPayload", changed: true });
    const during = await everybody(one, other);
    const [kept, merged] = during.nodes;
    expect(
      (await hub.send(`query($ids: [ID!]!) { nodes(ids: $ids) { ... on Detainee { merged } } }`, { ids: [one, other] })).data.nodes,
    ).toEqual([{ merged: [other] }, { merged: [] }]);
    expect(kept).toMatchObject({ id: one, name: "Ana Twice", timeline: { totalCount: 4 }, releases: { totalCount: 2 }, mergedInto: null });
    expect(kept.detentions).toMatchObject([
      { ordinal: 1, end: "RELEASED" },
      { ordinal: 2, end: "RELEASED" },
    ]);
    expect(merged).toMatchObject({ id: other, name: "Ana Maria Twice", timeline: { totalCount: 4 }, mergedInto: one });
    expect(kept.names.map(({ text }: { text: string }) => text)).toEqual(["Ana Maria Twice", "Ana Twice"]);
    expect(during.reconciliation.hub.verified).toBe(before.reconciliation.hub.verified - 1);
    expect(during.detainees.totalCount).toBe(before.detainees.totalCount - 1);
    expect(new Set(during.search.map(({ node }: { node: { id: string } }) => node.id)).has(other)).toBe(false);

    expect(await change("mergeDetainees", { into: one, from: other })).toMatchObject({
      changed: false,
      judgement: { id: merge.judgement!.id },
    });
    expect(await change("undoJudgement", { judgement: merge.judgement!.id })).toMatchObject({ changed: true });
    expect(JSON.stringify(await everybody(one, other))).toBe(JSON.stringify(before));
    expect(await change("undoJudgement", { judgement: merge.judgement!.id })).toMatchObject({ changed: false });
  });

  it("come apart under the deprecated name undoMerge as well", async () => {
    const [one, other] = await Promise.all([recordDetainee(hub), recordDetainee(hub)]);
    const { judgement } = await change("mergeDetainees", { into: one, from: other });
    expect(await change("undoMerge", { judgement: judgement!.id })).toMatchObject({ changed: true });
    expect(await change("undoJudgement", { judgement: judgement!.id })).toMatchObject({ changed: false });
    expect((await everybody(one, other)).nodes.map(({ mergedInto }: { mergedInto: string }) => mergedInto)).toEqual([null, null]);
  });

  it("tell the feed that verified releases are another record's now", async () => {
    const { one, other, releases } = await twice();
    await change("mergeDetainees", { into: one, from: other });
    const { data } = await hub.send(
      `{ feed(first: 100) { edges { node { __typename ... on FeedEvent { release { id detainee { id } } } } } } }`,
    );
    const told = (data.feed.edges as { node: { __typename: string; release: { id: string; detainee: { id: string } } } }[]).filter(
      ({ node }) => node.release.id === releases[1],
    );
    expect(told.map(({ node }) => [node.__typename, node.release.detainee.id])).toEqual([
      ["ReleaseVerified", one],
      ["ReleaseAmended", one],
    ]);
  });

  it("take new events under either id", async () => {
    const [one, other] = await Promise.all([recordDetainee(hub), recordDetainee(hub)]);
    const { judgement } = await change("mergeDetainees", { into: one, from: other });
    const event = await recordEvent(hub, other, { ...arrest, when: day("2026-02-01") });
    const during = await everybody(one, other);
    expect(during.nodes[0].timeline.edges).toEqual([{ node: { id: event, detainee: { id: one } } }]);
    await change("undoJudgement", { judgement: judgement!.id });
    const after = await everybody(one, other);
    expect(after.nodes[1].timeline.edges).toEqual([{ node: { id: event, detainee: { id: other } } }]);
    expect(after.nodes[0].timeline.totalCount).toBe(0);
  });

  it("come apart one by one, in whatever order they were joined", async () => {
    const [a, b, c] = await Promise.all([recordDetainee(hub), recordDetainee(hub), recordDetainee(hub)]);
    const first = await change("mergeDetainees", { into: a, from: b });
    const second = await change("mergeDetainees", { into: b, from: c });
    expect((await everybody(a, b, c)).nodes.map(({ mergedInto }: { mergedInto: string }) => mergedInto)).toEqual([null, a, a]);
    await change("undoJudgement", { judgement: first.judgement!.id });
    expect((await everybody(a, b, c)).nodes.map(({ mergedInto }: { mergedInto: string }) => mergedInto)).toEqual([null, null, b]);
    await change("undoJudgement", { judgement: second.judgement!.id });
    expect((await everybody(a, b, c)).nodes.map(({ mergedInto }: { mergedInto: string }) => mergedInto)).toEqual([null, null, null]);
  });

  it("are hidden together when one of them is, and only as long", async () => {
    const [open, hidden] = await Promise.all([
      recordDetainee(hub, { name: "In the open" }),
      recordDetainee(hub, { name: "A minor", ageGroup: "MINOR" }),
    ]);
    const { judgement } = await change("mergeDetainees", { into: open, from: hidden });
    const seen = async (id: string) => (await hub.send(`query($id: ID!) { detainee(id: $id) { name } }`, { id }, null)).data.detainee;
    expect(await seen(open)).toBeNull();
    await change("undoJudgement", { judgement: judgement!.id });
    expect(await seen(open)).toEqual({ name: "In the open" });
    expect(await seen(hidden)).toBeNull();
  });

  it.each(["into the hidden one", "into the open one"])(
    "leave nothing of the hidden one to see when they come apart: merged %s",
    async (way) => {
      const secret = `Secreto ${way}`;
      const [open, hidden] = [await recordCorroborated(hub), await recordCorroborated(hub, { name: secret, ageGroup: "MINOR" })];
      await decide(hub, "verifyRelease", { release: hidden.release }, await hub.newKey("VERIFIER", "EDITOR"));
      const [into, from] = way === "into the open one" ? [open.detainee, hidden.detainee] : [hidden.detainee, open.detainee];
      const { judgement } = await change("mergeDetainees", { into, from });
      const seen = async () => {
        const query = `query($o: ID!, $h: ID!) { o: release(id: $o) { id claims { totalCount } } h: release(id: $h) { id } releases(first: 100) { edges { node { id detainee { name } } } }
        claims(first: 100) { edges { node { ... on EventClaim { event { detainee { name } } } } } } feed(first: 100) { edges { node { releaseId release { detainee { name } } } } } }`;
        return (await hub.send(query, { o: open.release, h: hidden.release }, null)).data;
      };
      expect(await seen()).toMatchObject({ o: null, h: null });
      await change("undoJudgement", { judgement: judgement!.id });
      const apart = await seen();
      expect(apart).toMatchObject({ o: { id: open.release, claims: { totalCount: 2 } }, h: null });
      expect(JSON.stringify(apart)).not.toContain(secret);
    },
  );

  it("are merged by an editor alone, who sees both, and not with themselves", async () => {
    const [one, other] = await Promise.all([recordDetainee(hub), recordDetainee(hub)]);
    expect(await change("mergeDetainees", { into: one, from: other }, await hub.newKey("RECORDER"))).toMatchObject({
      __typename: "Forbidden",
    });
    expect(await change("mergeDetainees", { into: one, from: one })).toMatchObject({ __typename: "InvalidInput" });
    const nobody = Buffer.from("Detainee:00000000-0000-4000-8000-000000000000").toString("base64");
    expect(await change("mergeDetainees", { into: one, from: nobody })).toMatchObject({ __typename: "NotFound" });
  });
});

describe("a judgement", () => {
  it("that two are different keeps them apart, also by way of others, and from being suggested", async () => {
    const [a, b, c] = (await Promise.all(
      ["Yolanda Iturrizaga Pons", "Yolanda Iturrizaga Ponz", "Yolanda Iturrizaga P."].map((name) => recordDetainee(hub, { name })),
    )) as [string, string, string];
    const suggested = async () => {
      const { data } = await hub.send(
        `query($id: ID!) { suggestMatches(detainee: $id) { score likelihood verdict record { ... on Detainee { id } } features { feature } } }`,
        { id: a },
      );
      return data.suggestMatches as { score: number; verdict: string | null; record: { id: string } }[];
    };
    expect((await suggested()).map(({ record }) => record.id).toSorted()).toEqual([b, c].toSorted());
    expect(await change("judgeDetainees", { left: a, right: b, verdict: "UNSURE" })).toMatchObject({ changed: true });
    expect((await suggested()).find(({ record }) => record.id === b)).toMatchObject({ verdict: "UNSURE" });
    expect(await change("judgeDetainees", { left: b, right: a, verdict: "NEGATIVE" })).toMatchObject({ changed: true });
    expect((await suggested()).map(({ record }) => record.id)).toEqual([c]);
    expect(await change("mergeDetainees", { into: a, from: b })).toMatchObject({ __typename: "Conflict" });
    await change("mergeDetainees", { into: b, from: c });
    expect(await change("mergeDetainees", { into: a, from: c })).toMatchObject({ __typename: "Conflict" });
    const { data } = await hub.send(
      `query($id: ID!) { detainee(id: $id) { judgements { verdict undoneAt decidedBy left right } } }`,
      { id: b },
      null,
    );
    expect(data.detainee.judgements.map(({ verdict }: { verdict: string }) => verdict)).toEqual(["POSITIVE", "NEGATIVE", "UNSURE"]);
    expect(data.detainee.judgements.every(({ decidedBy }: { decidedBy: string | null }) => decidedBy === null)).toBe(true);
  });
});

describe("two records of one source", () => {
  it("are one voice: what rested on both is looked at again, and again when they come apart", async () => {
    const [one, other, document, detainee] = await Promise.all([
      recordSource(hub),
      recordSource(hub),
      recordDocument(hub),
      recordDetainee(hub),
    ]);
    const release = await recordEvent(hub, detainee);
    await recordEventClaim(hub, release, one, document);
    await recordEventClaim(hub, release, other, document);
    const state = async () =>
      (await hub.send(`query($id: ID!) { release(id: $id) { state } }`, { id: release })).data.release.state as string;
    expect(await state()).toBe("CORROBORATED");
    const { judgement } = await change("mergeSources", { into: one, from: other });
    expect(await state()).toBe("REPORTED");
    await change("undoJudgement", { judgement: judgement!.id });
    expect(await state()).toBe("CORROBORATED");
  });

  it("leave the pages with whoever published them when they come apart", async () => {
    const [one, other] = await Promise.all([recordSource(hub), recordSource(hub)]);
    const document = await recordDocument(hub, { publisher: other });
    const publisher = async () =>
      (await hub.send(`query($id: ID!) { document(id: $id) { publisher { id } } }`, { id: document })).data.document.publisher.id as string;
    const { judgement } = await change("mergeSources", { into: one, from: other });
    expect(await publisher()).toBe(one);
    await change("undoJudgement", { judgement: judgement!.id });
    expect(await publisher()).toBe(other);
  });

  it("have one series of counts", async () => {
    const [one, other, document] = await Promise.all([recordSource(hub), recordSource(hub), recordDocument(hub)]);
    const claims = [
      await recordCountClaim(hub, one, document, { asOf: day("2026-01-10") }),
      await recordCountClaim(hub, other, document, { asOf: day("2026-01-12") }),
    ];
    await change("mergeSources", { into: one, from: other });
    const { data } = await hub.send(
      `query($a: ID!, $b: ID!) { a: source(by: { id: $a }) { countSeries(metric: RELEASED) { id } } b: source(by: { id: $b }) { id countSeries(metric: RELEASED) { id } }
      claims(filter: { source: [$b] }) { totalCount } }`,
      { a: one, b: other },
    );
    expect(data.a.countSeries.map(({ id }: { id: string }) => id)).toEqual(claims);
    expect(data.b).toEqual({ id: other, countSeries: data.a.countSeries });
    expect(data.claims.totalCount).toBe(2);
  });
});

describe("two records of one facility", () => {
  it("count together, and apart again", async () => {
    const [north, south] = await Promise.all([recordFacility(hub), recordFacility(hub)]);
    for (const facility of [north, south])
      await recordEvent(hub, await recordDetainee(hub), { ...arrest, when: day("2026-01-05"), facility });
    const counts = async () =>
      (
        await hub.send(
          `query($a: ID!, $b: ID!) { a: facility(by: { id: $a }) { detaineeCount detainees { totalCount } } b: facility(by: { id: $b }) { detaineeCount } }`,
          { a: north, b: south },
        )
      ).data;
    expect(await counts()).toEqual({ a: { detaineeCount: 1, detainees: { totalCount: 1 } }, b: { detaineeCount: 1 } });
    const { judgement } = await change("mergeFacilities", { into: north, from: south });
    expect(await counts()).toEqual({ a: { detaineeCount: 2, detainees: { totalCount: 2 } }, b: { detaineeCount: 2 } });
    await change("undoJudgement", { judgement: judgement!.id });
    expect(await counts()).toEqual({ a: { detaineeCount: 1, detainees: { totalCount: 1 } }, b: { detaineeCount: 1 } });
  });
});
