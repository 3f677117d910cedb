/** Corrections of sources, documents, definitions, places and people: what changes, what follows, and what the versions tell. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../../src/domain/identity.ts";
import { encodeId } from "../../../src/graph/base/ids.ts";
import { amend, versionsOf } from "../../kit/amending.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import {
  day,
  decide,
  judge,
  localId,
  recordCountClaim,
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

const ask = async (query: string, variables: object, key?: string | null) => {
  const { data, errors } = await hub.send(query, variables, key);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};
const feedOf = async (release: string, key?: string | null): Promise<string[]> => {
  const { feed } = await ask(`{ feed(first: 100) { edges { node { __typename ... on FeedEvent { releaseId } } } } }`, {}, key);
  const edges = feed.edges as { node: { __typename: string; releaseId: string } }[];
  return edges.flatMap(({ node }) => (node.releaseId === release ? [node.__typename] : []));
};
const changes = async (id: string, key?: string | null) =>
  (await versionsOf(hub, id, key)).map((version) => version.changes.map(({ field, before, after }) => [field, before, after]));

describe("a person", () => {
  it("whose name is corrected is found by the new spelling and no longer by the old, and newsrooms are told", async () => {
    const { detainee, release } = await recordVerified(hub, verifier, { name: "Enrike Markes", names: [{ text: "Kike", kind: "ALIAS" }] });
    await amend(hub, "detainee", { detainee, name: "Enrique Márquez", changeReason: "OUR_ERROR" });
    const found = async (text: string) =>
      (await ask(`query($t: String!) { search(text: $t) { node { ... on Node { id } } } }`, { t: text })).search.map(
        (hit: any) => hit.node.id,
      );
    expect(await found("enrique marquez")).toContain(detainee);
    expect((await ask(`query($id: ID!) { detainee(id: $id) { name names { text kind } } }`, { id: detainee })).detainee).toEqual({
      name: "Enrique Márquez",
      names: [
        { text: "Enrique Márquez", kind: "PRIMARY" },
        { text: "Kike", kind: "ALIAS" },
      ],
    });
    expect(await feedOf(release)).toEqual(["ReleaseVerified", "ReleaseAmended"]);
    expect(await changes(detainee)).toEqual([
      [],
      [
        ["name", "Enrike Markes", "Enrique Márquez"],
        ["names", "Enrike Markes|Kike", "Enrique Márquez|Kike"],
      ],
    ]);
  });

  it("who turns out to be a minor is restricted from then on, and the public is told that the release is withdrawn", async () => {
    const { detainee, release } = await recordVerified(hub, verifier);
    await amend(hub, "detainee", { detainee, ageGroup: "MINOR", changeReason: "OUR_ERROR" });
    expect((await ask(`query($id: ID!) { node(id: $id) { id } }`, { id: detainee }, null)).node).toBeNull();
    expect(await feedOf(release, null)).toEqual(["ReleaseVerified", "ReleaseRetracted"]);
    expect((await feedOf(release)).at(-1)).toBe("ReleaseAmended");
  });

  it("whose name is redacted leaves it in no row", async () => {
    const detainee = await recordDetainee(hub, { name: "Zoraida Quetzal", names: [{ text: "Zory Quetzal", kind: "ALIAS" }] });
    await amend(hub, "detainee", { detainee, name: "Zoraida Quetzales", changeReason: "OUR_ERROR" });
    await amend(hub, "detainee", { detainee, name: "Z. Q.", names: [], changeReason: "REDACTION" });
    const kept = await hub.database.prisma.$queryRaw<object[]>`
      SELECT "id" FROM "RecordVersion" WHERE lower(row_to_json("RecordVersion")::text) LIKE '%quetzal%' UNION ALL
      SELECT "id" FROM "Detainee" WHERE lower(row_to_json("Detainee")::text) LIKE '%quetzal%' UNION ALL
      SELECT "id" FROM "PersonName" WHERE lower("text") LIKE '%quetzal%'`;
    expect(kept).toEqual([]);
    expect(await versionsOf(hub, detainee)).toMatchObject([
      {},
      { changes: [{ redacted: true }, { redacted: true }] },
      { changes: [{ redacted: true }, { redacted: true }] },
    ]);
  });

  it("who was merged is corrected under the id that was named", async () => {
    const [left, right] = [await recordDetainee(hub), await recordDetainee(hub, { nationalities: ["VE"] })];
    await judge(hub, "mergeDetainees", { into: left, from: right });
    await amend(hub, "detainee", { detainee: right, nationalities: ["CO"], changeReason: "OUR_ERROR" });
    expect(await changes(right)).toEqual([[], [["nationalities", "VE", "CO"]]]);
    expect(await changes(left)).toEqual([[]]);
  });
});

describe("a place", () => {
  it("that is corrected is told for each verified release from there, not where the place is hidden from those who see the release", async () => {
    const [open, hidden] = [await recordFacility(hub), await recordFacility(hub, { visibility: "RESTRICTED" })];
    const [told, untold] = [
      (await recordVerified(hub, verifier, {}, { facility: open })).release,
      (await recordVerified(hub, verifier, {}, { facility: hidden })).release,
    ];
    await amend(hub, "facility", { facility: open, name: "Rodeo III", changeReason: "OUR_ERROR" });
    await amend(hub, "facility", { facility: hidden, name: "Rodeo IV", changeReason: "OUR_ERROR" });
    expect(await feedOf(told)).toEqual(["ReleaseVerified", "ReleaseAmended"]);
    expect(await feedOf(untold)).toEqual(["ReleaseVerified"]);
  });

  it("follows its stated whole, and cannot be part of itself", async () => {
    const [whole, part] = [await recordFacility(hub), await recordFacility(hub)];
    expect(await amend(hub, "facility", { facility: part, partOf: whole, changeReason: "MORE_PRECISE" })).toMatchObject({ changed: true });
    const { node } = await ask(`query($id: ID!) { node(id: $id) { ... on Facility { parts { id } } } }`, { id: whole });
    expect(node.parts).toEqual([{ id: part }]);
    expect(await amend(hub, "facility", { facility: whole, partOf: part, changeReason: "OUR_ERROR" })).toMatchObject({
      __typename: "Conflict",
    });
    expect(await changes(whole)).toEqual([[]]);
    expect(await changes(part)).toEqual([[], [["partOf", null, whole]]]);
  });
});

describe("what a verified release rests on", () => {
  async function verified() {
    const [one, other, page, detainee] = [
      await recordSource(hub),
      await recordSource(hub),
      await recordDocument(hub),
      await recordDetainee(hub),
    ];
    const second = await recordDocument(hub, { publisher: other });
    const release = await recordEvent(hub, detainee);
    await recordEventClaim(hub, release, one, page);
    await recordEventClaim(hub, release, other, second);
    await decide(hub, "verifyRelease", { release }, verifier);
    expect(await feedOf(release)).toEqual(["ReleaseVerified"]);
    return { one, other, page, second, release };
  }

  it("is looked at again when sources turn out to be one witness", async () => {
    const { one, other, release } = await verified();
    await amend(hub, "source", { source: one, independenceGroup: "same", changeReason: "OUR_ERROR" });
    await amend(hub, "source", { source: other, independenceGroup: "same", changeReason: "OUR_ERROR" });
    expect(await feedOf(release)).toEqual(["ReleaseVerified", "ReleaseRetracted"]);
    expect(await changes(one)).toEqual([[], [["independenceGroup", null, "same"]]]);
  });

  it("is looked at again when a page turns out to be older than the event", async () => {
    const { page, second, release } = await verified();
    await amend(hub, "document", { document: page, publishedAt: day("2026-01-18"), changeReason: "OUR_ERROR" });
    expect(await feedOf(release)).toEqual(["ReleaseVerified", "ReleaseRetracted"]);
    expect(await amend(hub, "document", { document: second, derivedFrom: [page], changeReason: "MORE_PRECISE" })).toMatchObject({
      changed: true,
    });
    expect(await amend(hub, "document", { document: page, derivedFrom: [second], changeReason: "MORE_PRECISE" })).toMatchObject({
      __typename: "InvalidInput",
    });
    expect(await changes(second)).toEqual([[], [["derivedFrom", null, page]]]);
  });
});

it("a codebook entry is corrected, and an empty value is told as none", async () => {
  const source = await recordSource(hub);
  const id = newId();
  await hub.database.prisma.definition.create({ data: { id, key: id, sourceId: localId(source), text: "Out of prison." } });
  const definition = encodeId("Definition", id);
  expect(await amend(hub, "definition", { definition, excludesUnderHours: 48, changeReason: "MORE_PRECISE" })).toMatchObject({
    changed: true,
  });
  await amend(hub, "definition", { definition, excludesUnderHours: null, changeReason: "SOURCE_RETRACTED" });
  expect(await changes(definition)).toEqual([[], [["excludesUnderHours", null, "48"]], [["excludesUnderHours", "48", null]]]);
});

it("a claim's versions are its chain, from whichever end", async () => {
  const [source, document] = [await recordSource(hub), await recordDocument(hub)];
  const first = await recordCountClaim(hub, source, document, { value: 41, qualifier: "EXACT" });
  const { supersedeClaim } = await ask(
    `mutation($i: SupersedeClaimInput!) { supersedeClaim(input: $i) { ... on SupersedeClaimPayload { claim { id } } } }`,
    { i: { claim: first, value: 49, changeReason: "MORE_PRECISE" } },
  );
  for (const id of [first, supersedeClaim.claim.id])
    expect(await versionsOf(hub, id)).toMatchObject([
      { changeReason: null, changes: [] },
      {
        changeReason: "MORE_PRECISE",
        changes: [
          { field: "lower", before: "41", after: "49" },
          { field: "upper", before: "41", after: "49" },
        ],
      },
    ]);
});
