/** A correction moves a release out of a subscriber's filter: whoever heard of it there is told, once, and goes on hearing of it to its end; whoever never heard is told nothing. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { amend } from "../../kit/amending.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, decide, recordFacility, recordVerified } from "../../kit/records.ts";
import { subscribeWs } from "../../kit/subscriber.ts";

let hub: Hub;
let verifier: string;
beforeAll(async () => {
  hub = await startHub("empty");
  verifier = await hub.newKey("VERIFIER");
});
afterAll(() => hub[Symbol.asyncDispose]());

const fields = "__typename ... on FeedEvent { releaseId withdrawn }";
const feedUnder = async (filter: object): Promise<string[]> => {
  const { data, errors } = await hub.send(
    `query($filter: ReleaseFilter) { feed(first: 100, filter: $filter) { edges { node { ${fields} } } } }`,
    {
      filter,
    },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return (data.feed.edges as { node: { __typename: string } }[]).map(({ node }) => node.__typename);
};
const correct = { changeReason: "OUR_ERROR" };

type Moved = {
  readonly what: string;
  /** What the release and its person are at first, and what of them is corrected. */
  readonly release?: (facility: string) => object;
  readonly person?: object;
  readonly correction: { readonly event: object } | { readonly detainee: object };
  readonly heardUnder: (facility: string) => object;
  readonly neverUnder: object;
};
const moves: readonly Moved[] = [
  {
    what: "to another place",
    release: (facility) => ({ facility, place: null }),
    correction: { event: { facility: null, place: "Guarenas" } },
    heardUnder: (facility) => ({ facility }),
    neverUnder: { nationality: "AR" },
  },
  {
    what: "to another state of the country",
    release: (facility) => ({ facility, place: null }),
    correction: { event: { facility: null, place: "Guarenas" } },
    heardUnder: () => ({ admin1: "Yaracuy" }),
    neverUnder: { admin1: "Zulia" },
  },
  {
    what: "to another nationality",
    person: { nationalities: ["CO"] },
    correction: { detainee: { nationalities: ["PE"] } },
    heardUnder: () => ({ nationality: "CO" }),
    neverUnder: { nationality: "AR" },
  },
  {
    what: "to other days",
    release: () => ({ when: day("2026-01-19/2026-01-20") }),
    correction: { event: { when: day("2026-01-17") } },
    heardUnder: () => ({ since: "2026-01-18T12:00:00Z", until: "2026-01-22T00:00:00Z" }),
    neverUnder: { since: "2026-01-18T12:00:00Z", until: "2026-01-20T00:00:00Z" },
  },
  {
    what: "to other conditions",
    release: () => ({ outcome: "CONDITIONAL", conditions: ["GAG_ORDER"] }),
    correction: { event: { conditions: ["TRAVEL_BAN"] } },
    heardUnder: () => ({ condition: "GAG_ORDER" }),
    neverUnder: { condition: "EXPULSION" },
  },
];

describe.each(moves)("$what", ({ release, person, correction, heardUnder, neverUnder }) => {
  it("is told once to whoever heard of it, live and replayed, with its end; and to nobody else", async () => {
    const facility = await recordFacility(hub, { admin1: "Yaracuy" });
    const filter = heardUnder(facility);
    const query = `subscription($filter: ReleaseFilter) { releaseFeed(filter: $filter) { ${fields} } }`;
    await using live = subscribeWs(hub.url, { query, variables: { filter } });
    // The bookmark that says that it is live.
    await live.next();
    const { release: id, detainee } = await recordVerified(hub, verifier, person, release?.(facility));
    const change = "event" in correction ? { event: id, ...correction.event } : { detainee, ...correction.detainee };
    expect(await amend(hub, "event" in correction ? "event" : "detainee", { ...change, ...correct })).toMatchObject({ changed: true });
    expect([(await live.nextEvent())["__typename"], (await live.nextEvent())["__typename"]]).toEqual(["ReleaseVerified", "ReleaseAmended"]);
    // Outside by now, it is told all the same until its end.
    const { data } = await hub.send(`query($filter: ReleaseFilter) { releases(filter: $filter) { edges { node { id } } } }`, { filter });
    expect(data.releases.edges.map(({ node }: any) => node.id)).not.toContain(id);
    await decide(hub, "refuteRelease", { release: id, publicNote: "It was somebody else." }, verifier);
    expect(await live.nextEvent()).toMatchObject({ __typename: "ReleaseRetracted", releaseId: id });
    expect((await feedUnder(filter)).slice(-2)).toEqual(["ReleaseAmended", "ReleaseRetracted"]);
    expect(await feedUnder(neverUnder)).toEqual([]);
  });
});

it("by what was redacted nothing is found", async () => {
  const { detainee } = await recordVerified(hub, verifier, { nationalities: ["BO"] });
  await amend(hub, "detainee", { detainee, nationalities: ["EC"], changeReason: "REDACTION" });
  expect(await feedUnder({ nationality: "BO" })).toEqual([]);
  expect((await feedUnder({ nationality: "EC" })).at(-1)).toBe("ReleaseAmended");
});
