import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { eighth, february, idOf, releaseOf, verifyTheCorroborated, week3 } from "../../kit/reconciling.ts";
import { day, recordDocument, recordEvent, recordEventClaim, recordSource } from "../../kit/records.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
  await verifyTheCorroborated(hub);
});
afterAll(async () => hub[Symbol.asyncDispose]());

describe("the revolving door", () => {
  const turned = async (variables: object) => {
    const query = `query($since: DateTime, $until: DateTime, $facility: ID, $knownAt: DateTime) { revolvingDoor(since: $since, until: $until, facility: $facility, knownAt: $knownAt) { released rearrested rate } }`;
    return (await hub.send(query, variables, null)).data["revolvingDoor"];
  };

  test("has let four out in January 2026 and one before, and none was taken again", async () => {
    expect(await turned({ since: eighth, until: february })).toEqual({ released: 4, rearrested: 0, rate: 0 });
    expect(await turned({ until: february })).toMatchObject({ released: 5, rearrested: 0 });
    expect(await turned({ since: eighth, until: week3 })).toMatchObject({ released: 3 });
    expect(await turned({ until: february, knownAt: "2026-01-20T00:00:00Z" })).toEqual({ released: 0, rearrested: 0, rate: null });
  });

  test("turns with a re-arrest, which takes nothing back from the release", async () => {
    const [source, document, facility] = [await recordSource(hub), await recordDocument(hub), await idOf(hub, "Facility", "El Helicoide")];
    const arrest = await recordEvent(hub, await idOf(hub, "Detainee", "Enrique Márquez"), {
      ...{ type: "ARREST", stage: undefined, place: undefined, when: day("2026-01-22"), facility },
    });
    await recordEventClaim(hub, arrest, source, document);
    expect(await turned({ since: eighth, until: february })).toEqual({ released: 4, rearrested: 1, rate: 0.25 });
    expect(await turned({ since: eighth, until: week3 })).toMatchObject({ released: 3, rearrested: 0 });
    expect(await turned({ since: eighth, until: february, facility })).toEqual({ released: 2, rearrested: 1, rate: 0.5 });
    const query = `query($id: ID!) { release(id: $id) { state rearrest { when { edtf } } detainee { status detentions { ordinal end days { lower upper } facilities { slug } } } } }`;
    const { release } = (await hub.send(query, { id: await releaseOf(hub, "Enrique Márquez") }, null)).data as any;
    expect(release).toMatchObject({ state: "VERIFIED", rearrest: { when: { edtf: "2026-01-22" } }, detainee: { status: "DETAINED" } });
    // From some day of November 2024 to January 2025, to 8 or 9 January 2026.
    expect(release.detainee.detentions).toMatchObject([
      { ordinal: 1, end: "RELEASED", days: { lower: 341, upper: 435 }, facilities: [{ slug: "el-helicoide" }] },
      { ordinal: 2, end: "ONGOING" },
    ]);
  });
});
