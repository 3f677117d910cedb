import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../../src/domain/identity.ts";
import { encodeId } from "../../../src/graph/base/ids.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { decide, localId, recordCorroborated, recordCountClaim, recordDocument, recordEvent, recordSource } from "../../kit/records.ts";

let hub: Hub;
let source: string;
let claims: { whole: string; short: string };
beforeAll(async () => {
  hub = await startHub("empty");
  const verifier = await hub.newKey("VERIFIER");
  // Held for two hours, for five days, and for nobody knows how long.
  for (const hour of ["2026-01-20T08:00", "2026-01-15T08:00", null]) {
    const released = { when: { edtf: "2026-01-20T10:00", timeZone: "UTC" } };
    const { detainee, release } = await recordCorroborated(hub, {}, released);
    if (hour !== null) await recordEvent(hub, detainee, { type: "ARREST", stage: undefined, when: { edtf: hour, timeZone: "UTC" } });
    await decide(hub, "verifyRelease", { release }, verifier);
  }
  source = await recordSource(hub);
  const document = await recordDocument(hub, { publishedAt: { edtf: "2026-01-25", timeZone: "UTC" } });
  const definition = newId();
  await hub.database.prisma.definition.create({
    data: { id: definition, key: "long", sourceId: localId(source), text: "Whoever was held for two days.", excludesUnderHours: 48 },
  });
  const said = { asOf: { edtf: "2026-01-22", timeZone: "UTC" }, periodStart: { edtf: "2026-01-01", timeZone: "UTC" }, value: 1 };
  claims = {
    whole: await recordCountClaim(hub, source, document, said),
    short: await recordCountClaim(hub, source, document, { ...said, definition: encodeId("Definition", definition) }),
  };
});
afterAll(async () => hub[Symbol.asyncDispose]());

test("beside a source that leaves out detentions under 48 hours, the hub leaves them out too", async () => {
  const { data } = await hub.send(
    `{ reconciliation(metric: RELEASED, asOf: "2026-01-26T00:00:00Z") { rows { claim { id gap { lower upper verdict reasons } } hub { verified lower upper } gap { lower upper } verdict reasons } } }`,
  );
  const of = (id: string) => (data["reconciliation"].rows as { claim: { id: string } }[]).find(({ claim }) => claim.id === id);
  expect(of(claims.whole)).toMatchObject({ hub: { verified: 3, lower: 3, upper: 3 }, verdict: "HUB_EXCEEDS", reasons: [] });
  const beside = { lower: -1, upper: 0 };
  expect(of(claims.short)).toMatchObject({
    ...{ hub: { verified: 1, lower: 1, upper: 2 }, gap: beside, verdict: "CONSISTENT", reasons: [] },
    claim: { gap: { ...beside, verdict: "CONSISTENT", reasons: [] } },
  });
});
