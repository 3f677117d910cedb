import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, decide, judge, recordCorroborated, recordDetainee, recordEvent } from "../../kit/records.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub("empty");
});
afterAll(async () => hub[Symbol.asyncDispose]());

const ask = async (id: string, asOf: string) => {
  const { data, errors } = await hub.send(
    `query($id: ID!, $asOf: DateTime!) { detainee(id: $id) { timeline(first: 10) { edges { node { __typename id when { edtf } } } }
      detentions { ordinal end } status(asOf: $asOf) possibleStatuses(asOf: $asOf) statusSince(asOf: $asOf) { edtf verbatim } statusState(asOf: $asOf) } }`,
    { id, asOf },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data["detainee"];
};
const orderOf = (person: { timeline: { edges: { node: { __typename: string } }[] } }) =>
  person.timeline.edges.map(({ node }) => node.__typename);

describe("an arrest known as January beside a release of the 5th at ten", () => {
  it("is one finished spell and no re-arrest, and the hub says since when and how surely the person is free", async () => {
    const { detainee, release } = await recordCorroborated(hub, {}, { when: { ...day("2026-01-05T10:00"), verbatim: "Monday at ten" } });
    await recordEvent(hub, detainee, { type: "ARREST", stage: null, when: day("2026-01") });
    const person = await ask(detainee, "2026-03-01T00:00:00Z");
    expect(orderOf(person)).toEqual(["Arrest", "Release"]);
    expect(person).toMatchObject({
      ...{ detentions: [{ ordinal: 1, end: "RELEASED" }], status: "RELEASED", possibleStatuses: ["RELEASED"], statusState: "CORROBORATED" },
      statusSince: { edtf: "2026-01-05T10:00:00-04:00", verbatim: "Monday at ten" },
    });
    expect(await ask(detainee, "2026-01-03T00:00:00Z")).toMatchObject({
      status: "UNKNOWN",
      possibleStatuses: ["DETAINED", "UNKNOWN"],
      statusSince: null,
    });
    const { data } = await hub.send(`query($id: ID!) { release(id: $id) { rearrest { id } } }`, { id: release });
    expect(data["release"].rearrest).toBeNull();
  });
});

describe("the order of a timeline follows what is decided and judged:", () => {
  it("a refuted release no longer explains the arrest after it, and does again when that is taken back", async () => {
    const { detainee, release } = await recordCorroborated(hub, {}, { when: day("2026-01-05") });
    await recordEvent(hub, detainee, { type: "ARREST", stage: null, when: day("2026-01-01") });
    await recordEvent(hub, detainee, { type: "ARREST", stage: null, when: day("2026-01-02/2026-01-31") });
    const spells = async () => (await ask(detainee, "2026-03-01T00:00:00Z")).detentions.map(({ end }: { end: string }) => end);
    expect(orderOf(await ask(detainee, "2026-03-01T00:00:00Z"))).toEqual(["Arrest", "Release", "Arrest"]);
    expect(await spells()).toEqual(["RELEASED", "ONGOING"]);
    await decide(hub, "refuteRelease", { release, publicNote: "To the gate and back." }, hub.key);
    expect(orderOf(await ask(detainee, "2026-03-01T00:00:00Z"))).toEqual(["Arrest", "Arrest", "Release"]);
    await decide(hub, "retractVerification", { release, publicNote: "An error." }, hub.key);
    expect(orderOf(await ask(detainee, "2026-03-01T00:00:00Z"))).toEqual(["Arrest", "Release", "Arrest"]);
  });

  it("two records that are judged to be one person have one timeline, and two again when that is undone", async () => {
    const [one, other] = [await recordDetainee(hub), await recordDetainee(hub)];
    await recordEvent(hub, one, { when: day("2026-01-05T10:00") });
    await recordEvent(hub, other, { type: "ARREST", stage: null, when: day("2026-01") });
    const merged = await judge(hub, "mergeDetainees", { into: one, from: other });
    expect(orderOf(await ask(one, "2026-03-01T00:00:00Z"))).toEqual(["Arrest", "Release"]);
    await judge(hub, "undoMerge", { judgement: merged.judgement!.id });
    expect(orderOf(await ask(one, "2026-03-01T00:00:00Z"))).toEqual(["Release"]);
    expect(await ask(other, "2026-03-01T00:00:00Z")).toMatchObject({ status: "DETAINED", detentions: [{ ordinal: 1, end: "ONGOING" }] });
  });
});
