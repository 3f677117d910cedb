/** One happening that two records tell: proposed, counted once, and judged to be one, which can be taken back. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { amend } from "../../kit/amending.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import {
  day,
  decide,
  judge,
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

const ask = async (query: string, variables: object = {}, key?: string | null) => {
  const { data, errors } = await hub.send(query, variables, key);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};
const eventOf = async (id: string, key?: string | null) =>
  (
    await ask(
      `query($id: ID!) { node(id: $id) { ... on CustodyEvent { id state sameAs { id } claims { totalCount edges { node { ... on EventClaim { event { id } } } } }
        mayBeSameAs { as { id } same { id } countedOnce verdict } judgements { verdict left right undoneAt } verification { state roots { id } } } } }`,
      { id },
      key,
    )
  )["node"];
type Told = { __typename: string; releaseId: string; withdrawn: boolean; release: { id: string } | null };
const feedOf = async (...releases: string[]): Promise<Told[]> => {
  const { feed } = await ask(
    `{ feed(first: 100) { edges { node { __typename ... on FeedEvent { releaseId withdrawn release { id } } } } } }`,
  );
  return (feed.edges as { node: Told }[]).map(({ node }) => node).filter(({ releaseId }) => releases.includes(releaseId));
};
const kinds = (told: readonly Told[], ...names: string[]) =>
  told.map(({ __typename, releaseId }) => `${__typename.replace("Release", "")} ${"ab"[names.indexOf(releaseId)]}`);
const mark = (same: string, as: string, key?: string) => judge(hub, "markDuplicateEvents", { same, as }, key);
const claimBy = async (event: string, source?: string) =>
  recordEventClaim(hub, event, source ?? (await recordSource(hub)), await recordDocument(hub));

describe("of a merged person", () => {
  it("an arrest and a release that both records tell are proposed, and count once meanwhile", async () => {
    const facility = await recordFacility(hub);
    const [one, other] = [await recordDetainee(hub), await recordDetainee(hub)];
    const arrest = { type: "ARREST", stage: undefined, place: null, facility };
    const release = { place: null, facility };
    await recordEvent(hub, one, { ...arrest, when: day("2026-01-05/2026-01-06") });
    await recordEvent(hub, other, { ...arrest, when: day("2026-01-06") });
    const [a, b] = [
      await recordEvent(hub, one, { ...release, when: day("2026-01-08") }),
      await recordEvent(hub, other, { ...release, when: day("2026-01-08/2026-01-09") }),
    ];
    const told = async (at?: string) => {
      const clock = at === undefined ? "" : `(knownAt: "${at}")`;
      const { facility: place, detainee } = await ask(
        `query($facility: ID!, $one: ID!) { facility(by: { id: $facility }) { releaseCount${clock} } detainee(id: $one) { status${clock} detentions${clock} { end } } }`,
        { facility, one },
      );
      return { releases: place.releaseCount, ...detainee };
    };
    const before = (await eventOf(b)) && (await ask(`{ reconciliation(metric: RELEASED) { knownAt } }`))["reconciliation"].knownAt;
    expect(await told()).toMatchObject({ releases: 2 });
    await judge(hub, "mergeDetainees", { into: one, from: other });
    const once = { releases: 1, status: "RELEASED", detentions: [{ end: "RELEASED" }] };
    expect(await told()).toEqual(once);
    const merged = (await ask(`{ reconciliation(metric: RELEASED) { knownAt } }`))["reconciliation"].knownAt;
    expect(await told(before)).toMatchObject({ releases: 2 });
    expect(await told(merged)).toEqual(once);
    const { suggestDuplicates: pairs, revolvingDoor } = await ask(
      `query($one: ID!, $facility: ID!) { suggestDuplicates(detainee: $one) { countedOnce as { type } same { id } }
        revolvingDoor(facility: $facility, until: "2026-02-01T00:00:00Z") { released rearrested possiblyRearrested } }`,
      { one, facility },
    );
    expect(pairs.map(({ as, countedOnce }: any) => [as.type, countedOnce]).toSorted()).toEqual([
      ["ARREST", true],
      ["RELEASE", true],
    ]);
    expect(revolvingDoor).toEqual({ released: 1, rearrested: 0, possiblyRearrested: 0 });
    const { tally } = await ask(
      `query($facility: ID!) { tally(of: RELEASE, groupBy: [DAY], facility: $facility) { keys { value } reported } }`,
      { facility },
    );
    expect(tally.reduce((sum: number, { reported }: any) => sum + reported, 0)).toBe(1);

    // Marked, both tables agree again, and the pair is proposed no more.
    expect(await mark(b, a)).toMatchObject({ changed: true });
    expect(await told()).toEqual(once);
    expect(await told(merged)).toEqual(once);
    expect((await eventOf(a)).mayBeSameAs).toEqual([]);
    const { releases } = await ask(`query($facility: [ID!]) { releases(filter: { facility: $facility }) { edges { node { id } } } }`, {
      facility,
    });
    expect(releases.edges.map(({ node }: any) => node.id)).toEqual([a]);
  });

  it("a second release is not verified and pushed beside the first", async () => {
    const [one, other] = [await recordVerified(hub, verifier), await recordCorroborated(hub)];
    await judge(hub, "mergeDetainees", { into: one.detainee, from: other.detainee });
    // An arrest that may lie between makes them no two: their days are the same.
    await recordEvent(hub, one.detainee, { type: "ARREST", stage: undefined, when: day("2026-01") });
    const refused = await decide(hub, "verifyRelease", { release: other.release }, verifier);
    expect(refused).toMatchObject({ __typename: "PolicyNotSatisfied", failedRules: [{ rule: "COHERENCE" }] });
    expect(refused.failedRules![0]!.needed).toContain("markDuplicateEvents");
    expect(kinds(await feedOf(one.release, other.release), one.release, other.release)).toEqual(["Verified a"]);
  });
});

/** Two records of one person, merged, each with a release of the same day. */
async function twins(made: typeof recordCorroborated, ...more: [object?, object?]) {
  const [one, other] = [await made(hub, {}, more[0]), await made(hub, {}, more[1])];
  const { judgement } = await judge(hub, "mergeDetainees", { into: one.detainee, from: other.detainee });
  return { a: one.release, b: other.release, people: judgement!.id, ...one };
}

describe("a judgement that two events are one", () => {
  it("makes the claims of both evidence for the one that stands, as if all had been said of it, and is taken back whole", async () => {
    const [one, other] = [await recordDetainee(hub), await recordDetainee(hub)];
    const [a, b] = [await recordEvent(hub, one), await recordEvent(hub, other)];
    const sources = [await recordSource(hub), await recordSource(hub)];
    await claimBy(a, sources[0]);
    await claimBy(b, sources[1]);
    await judge(hub, "mergeDetainees", { into: one, from: other });
    expect([await eventOf(a), await eventOf(b)]).toMatchObject([{ state: "REPORTED" }, { state: "REPORTED" }]);

    const { judgement } = await mark(b, a);
    expect(await mark(b, a)).toMatchObject({ changed: false });
    const joined = await eventOf(a);
    expect(joined).toMatchObject({ state: "CORROBORATED", sameAs: null, claims: { totalCount: 2 }, judgements: [{ left: a, right: b }] });
    expect(joined.claims.edges.map(({ node }: any) => node.event.id)).toEqual([a, a]);
    expect(joined.verification.roots.map(({ id }: any) => id).toSorted()).toEqual(sources.toSorted());
    expect(await eventOf(b)).toMatchObject({ id: b, sameAs: { id: a }, claims: { totalCount: 0 } });
    // What is said of the duplicate from now on is evidence for the one that stands; it alone is decided on and corrected.
    await recordEventClaim(hub, b, sources[0]!, await recordDocument(hub), { stance: "DISPUTES" });
    expect(await eventOf(a)).toMatchObject({ state: "CONTESTED", claims: { totalCount: 3 } });
    const conflict = { __typename: "Conflict", message: expect.stringContaining("sameAs") };
    expect(await decide(hub, "refuteRelease", { release: b, publicNote: "No." }, verifier)).toMatchObject(conflict);
    expect(await amend(hub, "event", { event: b, place: "Guarenas", changeReason: "OUR_ERROR" })).toMatchObject(conflict);

    expect(await judge(hub, "undoJudgement", { judgement: judgement!.id })).toMatchObject({ changed: true });
    expect(await eventOf(a)).toMatchObject({ state: "REPORTED", sameAs: null, claims: { totalCount: 1 } });
    expect(await eventOf(b)).toMatchObject({ state: "CONTESTED", sameAs: null, claims: { totalCount: 2 } });
    const audited = await hub.database.prisma.auditEntry.findMany({ where: { action: { in: ["markDuplicateEvents", "undoJudgement"] } } });
    expect(audited.filter(({ entity }) => entity === "CustodyEvent").length).toBeGreaterThanOrEqual(2);
  });

  it("is told under the id that newsrooms have: amended, never retracted, until what stands for both falls", async () => {
    const { a, b } = await twins(recordVerifiedBy);
    expect(kinds(await feedOf(a, b), a, b)).toEqual(["Verified a", "Verified b", "Amended b"]);
    const { judgement } = await mark(b, a);
    const told = await feedOf(a, b);
    expect(kinds(told, a, b)).toEqual(["Verified a", "Verified b", "Amended b", "Amended b"]);
    expect(told.map(({ withdrawn, release }) => [withdrawn, release?.id])).toEqual(Array.from({ length: 4 }, () => [false, a]));
    await decide(hub, "refuteRelease", { release: a, publicNote: "Taken to the gate and back." }, verifier);
    const fallen = await feedOf(a, b);
    expect(kinds(fallen.slice(4), a, b)).toEqual(["Retracted a", "Retracted b"]);
    expect(fallen.slice(0, 4).every(({ withdrawn }) => withdrawn)).toBe(true);
    // Taken back, the other stands for itself again, as verified as it was.
    await judge(hub, "undoJudgement", { judgement: judgement!.id });
    expect(kinds((await feedOf(a, b)).slice(6), a, b)).toEqual(["Verified b"]);
    expect(await eventOf(b)).toMatchObject({ state: "VERIFIED", sameAs: null });
  });

  it("is refused where it cannot be: events of two people, of two kinds, a verified one under another; nothing is told of hidden ones", async () => {
    const one = await recordCorroborated(hub);
    const other = await recordCorroborated(hub);
    const refused = { __typename: "Conflict" };
    expect(await mark(one.release, other.release)).toMatchObject({ ...refused, message: expect.stringContaining("mergeDetainees") });
    const announced = await recordEvent(hub, one.detainee, { stage: "ANNOUNCED" });
    expect(await mark(announced, one.release)).toMatchObject({ ...refused, message: expect.stringContaining("type and stage") });
    expect(await mark(one.release, one.release)).toMatchObject({ __typename: "InvalidInput" });
    await judge(hub, "mergeDetainees", { into: one.detainee, from: other.detainee });
    await decide(hub, "verifyRelease", { release: one.release }, verifier);
    expect(await mark(one.release, other.release)).toMatchObject({ ...refused, message: expect.stringContaining("VERIFIED") });
    expect(await mark(other.release, one.release, await hub.newKey("RECORDER"))).toMatchObject({ __typename: "Forbidden" });
    const minor = await twins(recordCorroborated);
    await hub.send(`mutation($i: SetVisibilityInput!) { setVisibility(input: $i) { __typename } }`, {
      i: { record: minor.detainee, visibility: "RESTRICTED" },
    });
    expect(
      (await ask(`{ suggestDuplicates(first: 100) { as { id } } }`, {}, null))["suggestDuplicates"].map(({ as }: any) => as.id),
    ).not.toContain(minor.a);
    expect(await eventOf(minor.a, null)).toBeNull();
  });

  it("ends when the people are parted, and judged to be two a pair is proposed no more", async () => {
    const { a, b, people } = await twins(recordCorroborated);
    await mark(b, a);
    await judge(hub, "undoJudgement", { judgement: people });
    expect(await eventOf(b)).toMatchObject({ sameAs: null, claims: { totalCount: 2 }, judgements: [{ undoneAt: expect.any(String) }] });
    const again = await twins(recordCorroborated);
    expect((await eventOf(again.a)).mayBeSameAs).toHaveLength(1);
    expect(await judge(hub, "judgeEvents", { left: again.a, right: again.b, verdict: "UNSURE" })).toMatchObject({ changed: true });
    expect((await eventOf(again.b)).mayBeSameAs).toMatchObject([{ verdict: "UNSURE", countedOnce: true }]);
    await judge(hub, "judgeEvents", { left: again.b, right: again.a, verdict: "NEGATIVE" });
    expect((await eventOf(again.a)).mayBeSameAs).toEqual([]);
    expect(await mark(again.b, again.a)).toMatchObject({ __typename: "Conflict" });
  });
});

async function recordVerifiedBy(at: Hub, person?: object, release?: object) {
  return recordVerified(at, verifier, person, release);
}

describe("recorded by hand once more", () => {
  it("a corrected event is the same one, by what it says now and by what it said before", async () => {
    const detainee = await recordDetainee(hub);
    const first = await recordEvent(hub, detainee, { when: day("2026-01-08") });
    for (const when of ["2026-01-09", "2026-01-10"])
      await amend(hub, "event", { event: first, when: day(when), changeReason: "OUR_ERROR" });
    for (const when of ["2026-01-08", "2026-01-09", "2026-01-10"])
      expect(await recordEvent(hub, detainee, { when: day(when) }), when).toBe(first);
    // Otherwise known, it is another event, which says that it may be the same.
    const second = await recordEvent(hub, detainee, { when: day("2026-01-09/2026-01-11"), place: "Caracas, Catia" });
    expect(second).not.toBe(first);
    expect((await eventOf(second)).mayBeSameAs).toMatchObject([{ countedOnce: false, verdict: null }]);
    expect(await mark(second, first)).toMatchObject({ changed: true });
  });
});
