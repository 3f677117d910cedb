import { parse } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  AreTheseTwoOneDocument,
  CorrectAClaimDocument,
  DeathsInCustodyDocument,
  FindAPersonDocument,
  NumbersWithoutNamesDocument,
  OneSourceOverTimeDocument,
  PlacesWithoutAReleaseDocument,
  ReconcileDocument,
  StockAndFlowDocument,
  VerifyAReleaseDocument,
  WhatDidIMissDocument,
  WhatIsSaidDocument,
  WhatWaitsDocument,
  WhoHasBeenInDocument,
  WhoSaysHowManyDocument,
  WhyNotVerifiedDocument,
  type AreTheseTwoOneQuery,
  type CorrectAClaimMutation,
  type DeathsInCustodyQuery,
  type FindAPersonQuery,
  type NumbersWithoutNamesQuery,
  type OneSourceOverTimeQuery,
  type PlacesWithoutAReleaseQuery,
  type ReconcileQuery,
  type StockAndFlowQuery,
  type VerifyAReleaseMutation,
  type WhatDidIMissQuery,
  type WhatIsSaidQuery,
  type WhatWaitsQuery,
  type WhoHasBeenInQuery,
  type WhoSaysHowManyQuery,
  type WhyNotVerifiedQuery,
} from "../../generated/graphql.ts";
import { startHub, type Hub } from "../kit/hub.ts";
import { idOf } from "../kit/reconciling.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => hub[Symbol.asyncDispose]());

test("who says how many: one source's morning and afternoon, and an announcement that names nobody", async () => {
  const { data } = await hub.send<WhoSaysHowManyQuery>(WhoSaysHowManyDocument, {}, null);
  const counted = data.released.edges.map(({ node }) => node).filter(({ assertedBy }) => assertedBy.name === "Foro Penal");
  // "Below 116" is as of some moment from the 12th to the 31st: it may have been so before the morning of the 12th.
  expect(counted.map((claim) => ("lower" in claim ? claim.lower : null))).toEqual([null, 41, 49]);
  expect(data.announced.edges.some(({ node }) => "namesPublished" in node && node.namesPublished === false && node.lower === 116)).toBe(
    true,
  );
});

test("what is said with some words, whatever their order", async () => {
  const { data } = await hub.send<WhatIsSaidQuery>(WhatIsSaidDocument, { words: "DOOR revolving" }, null);
  expect(data.searchStatements.edges.map(({ node }) => node.locator)).toEqual(["¶22", "¶33"]);
});

test("places without a release, and who is there", async () => {
  const { data } = await hub.send<PlacesWithoutAReleaseQuery>(PlacesWithoutAReleaseDocument, { asOf: "2026-01-13T12:00:00Z" }, null);
  const held = data.facilities.edges.map(({ node }) => [node.name, node.heldNow.edges.map((each) => each.node.name)]);
  expect(held).toEqual([
    ["El Rodeo", []],
    ["Police station in Caracas (not named)", ["Juan Pablo Guanipa"]],
    ["Rodeo I", []],
  ]);
});

test("numbers without names, and with them", async () => {
  const { data } = await hub.send<NumbersWithoutNamesQuery>(NumbersWithoutNamesDocument, {}, null);
  expect([data.without.totalCount, data.with.totalCount]).toEqual([2, 1]);
});

test("who has been in El Helicoide", async () => {
  const { data } = await hub.send<WhoHasBeenInQuery>(WhoHasBeenInDocument, { slug: "el-helicoide", before: "2026-01-01T00:00:00Z" }, null);
  expect(data.facility).toMatchObject({ name: "El Helicoide", detaineeCount: 0, before: 0, releaseCount: 2 });
  expect(data.facility!.detainees.edges.map(({ node }) => node.name)).toEqual(["Biagio Pilieri", "Enrique Márquez"]);
});

test.each(["enrique marquez", "Márquez", "ENRIQUE MÁRQUEZ", "Enrike Markez", "marquez enrique"])(
  "a person is found as %s",
  async (name) => {
    const { data } = await hub.send<FindAPersonQuery>(FindAPersonDocument, { name }, null);
    expect(data.search.map(({ node }) => ("name" in node ? node.name : ""))).toContain("Enrique Márquez");
  },
);

test("why a release is not verified is a sentence, and what would satisfy the rule another", async () => {
  const { data } = await hub.send<WhyNotVerifiedQuery>(WhyNotVerifiedDocument, {}, null);
  const tudares = data.releases.edges.map(({ node }) => node).find(({ detainee }) => detainee.name === "Rafael Tudares")!;
  expect(tudares.verification!.failedRules.map(({ rule }) => rule)).toEqual(["IDENTITY", "INDEPENDENCE", "DIRECT_WITNESS"]);
  for (const { message, needed } of tudares.verification!.failedRules)
    for (const sentence of [message, needed]) expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
});

test("the tour's verification works, and the feed tells of it", async () => {
  const waiting = await hub.send<WhatWaitsQuery>(WhatWaitsDocument, {}, null);
  const release = waiting.data.verificationQueue.edges.find(({ node }) => node.detainee.name === "Enrique Márquez")!.node.id;
  const { data } = await hub.send<VerifyAReleaseMutation>(VerifyAReleaseDocument, { release });
  expect(data.verifyRelease).toMatchObject({
    __typename: "VerifyReleasePayload",
    changed: true,
    release: { state: "VERIFIED", detainee: { name: "Enrique Márquez" } },
  });
  const missed = await hub.send<WhatDidIMissQuery>(WhatDidIMissDocument, {}, null);
  expect(missed.data.feed.edges.map(({ node }) => [node.__typename, node.release?.detainee.name])).toEqual([
    ["ReleaseVerified", "Enrique Márquez"],
  ]);
});

test("one source over time, with what it counts", async () => {
  const { data } = await hub.send<OneSourceOverTimeQuery>(OneSourceOverTimeDocument, { slug: "foro-penal" }, null);
  expect(data.source!.definitions[0]).toMatchObject({ politicalOnly: true });
  expect(
    data
      .source!.held.find(({ lower }) => lower === 863)
      ?.parts.map(({ value }) => value)
      .toSorted(),
  ).toEqual([1, 862]);
});

test("every query of the tour costs what the limits allow, and the operations are valid documents", async () => {
  for (const document of [
    WhoSaysHowManyDocument,
    WhoHasBeenInDocument,
    FindAPersonDocument,
    WhyNotVerifiedDocument,
    WhatDidIMissDocument,
    WhatWaitsDocument,
    OneSourceOverTimeDocument,
  ]) {
    parse(String(document));
    expect((await hub.send(document, {}, null)).errors).toBeUndefined();
  }
});

test("reconcile: by noon of 12 January Foro Penal says 41, and the three whom the hub can name wait for a decision", async () => {
  const { data } = await hub.send<ReconcileQuery>(ReconcileDocument, { asOf: "2026-01-12T16:00:00Z" }, null);
  const { rows } = data.reconciliation;
  const foroPenal = rows.find(({ source, claim }) => source.name === "Foro Penal" && claim.lower === 41)!;
  expect(foroPenal).toMatchObject({ comparable: true, reasons: [], verdict: "CLAIM_EXCEEDS" });
  expect(rows.some(({ claim }) => claim.lower === 49)).toBe(false);
});

test("what waits for a verifier: corroborated releases first, and why each claim is a witness", async () => {
  const { data } = await hub.send<WhatWaitsQuery>(WhatWaitsDocument, {}, null);
  const releases = data.verificationQueue.edges.map(({ node }) => node);
  const states = releases.map(({ state }) => state);
  expect(states).toEqual(states.toSorted());
  expect(states[0]).toBe("CORROBORATED");
  const explanations = releases.flatMap(({ claims }) =>
    claims.edges.flatMap(({ node }) => ("root" in node ? [node.root.explanation] : [])),
  );
  expect(explanations.length).toBeGreaterThan(5);
  expect(explanations.every((explanation) => explanation.length > 20)).toBe(true);
});

test("are these two one: a second record of a person is suggested, with reasons", async () => {
  const made = await hub.send(`mutation { recordDetainee(input: { name: "MARQUEZ, Enrique" }) { __typename } }`);
  expect(made.data.recordDetainee.__typename).toBe("RecordDetaineePayload");
  const { data } = await hub.send<AreTheseTwoOneQuery>(
    AreTheseTwoOneDocument,
    { detainee: await idOf(hub, "Detainee", "Enrique Márquez"), given: true },
    null,
  );
  expect(data.detainee!.name).toBe("Enrique Márquez");
  expect(data.suggestMatches).toMatchObject([{ likelihood: "CERTAIN", record: { name: "MARQUEZ, Enrique" } }]);
});

test("deaths in custody: one death, and the causes that are told of it", async () => {
  const { data } = await hub.send<DeathsInCustodyQuery>(DeathsInCustodyDocument, {}, null);
  const causes = data.custodyEvents.edges.flatMap(({ node }) =>
    node.claims.edges.flatMap(({ node: claim }) => ("cause" in claim && claim.cause ? [claim.cause] : [])),
  );
  expect(data.custodyEvents.totalCount).toBe(1);
  expect(new Set(causes).size).toBe(2);
});

test("stock and flow: what Foro Penal leaves unexplained between its 863 and its more than 800", async () => {
  const { data } = await hub.send<StockAndFlowQuery>(StockAndFlowDocument, { slug: "foro-penal" }, null);
  expect(data.source!.stockFlow.map(({ held }) => held)).toContainEqual({ lower: -63, upper: null });
});

test("correct a claim: 41 becomes 42, and both stay linked", async () => {
  const said = await hub.send<WhoSaysHowManyQuery>(WhoSaysHowManyDocument, {}, null);
  const claim = said.data.released.edges.find(({ node }) => "lower" in node && node.lower === 41 && node.qualifier === "EXACT")!.node.id;
  const { data } = await hub.send<CorrectAClaimMutation>(CorrectAClaimDocument, {
    claim,
    value: 42,
    statement: "42 had been freed by then.",
  });
  expect(data.supersedeClaim).toMatchObject({
    __typename: "SupersedeClaimPayload",
    claim: { changeReason: "SOURCE_UPDATED", supersedes: { status: "SUPERSEDED", statement: expect.stringContaining("41") } },
  });
});
