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
  HeldTooLongDocument,
  HowListsOverlapDocument,
  InAndOutDocument,
  OneOriginAloneDocument,
  WhoIsWhereDocument,
  WhoSaidItFirstDocument,
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
  type HeldTooLongQuery,
  type HowListsOverlapQuery,
  type InAndOutQuery,
  type OneOriginAloneQuery,
  type WhoIsWhereQuery,
  type WhoSaidItFirstQuery,
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

test("who said it first: of each release the page that was out before the others", async () => {
  const { data } = await hub.send<WhoSaidItFirstQuery>(WhoSaidItFirstDocument, { since: "2026-01-01T00:00:00Z" }, null);
  const first = data.custodyEvents.edges.map(({ node }) => {
    const [said] = node.claims.edges;
    return [node.detainee.name, said!.node.assertedBy.name, said!.node.document.publishedAt.edtf];
  });
  expect(first).toContainEqual(["Rafael Tudares", "Lisseth Boon", "2026-01-24"]);
  expect(first.length).toBe(4);
});

test("one origin alone: which releases independence keeps from being verified", async () => {
  const { data } = await hub.send<OneOriginAloneQuery>(OneOriginAloneDocument, {}, null);
  for (const { node } of data.custodyEvents.edges) expect(node.verification!.failedRules.map(({ rule }) => rule)).toContain("INDEPENDENCE");
  const all = await hub.send<OneOriginAloneQuery>(
    OneOriginAloneDocument,
    { failing: ["INDEPENDENCE", "HUMAN_DECISION", "IDENTITY"] },
    null,
  );
  expect([data.custodyEvents.totalCount, all.data.custodyEvents.totalCount]).toEqual([2, 5]);
});

test("held too long: who is held for thirty days, and nobody has told of a charge", async () => {
  const { data } = await hub.send<HeldTooLongQuery>(HeldTooLongDocument, { asOf: "2026-03-01T00:00:00Z" }, null);
  expect(data.detainees.edges.map(({ node }) => node.name)).toEqual(["Alfredo Márquez", "Juan Pablo Guanipa"]);
});

test("in and out: a table of arrests, releases and deaths by month", async () => {
  const { data } = await hub.send<InAndOutQuery>(InAndOutDocument, { since: "2026-01-01T00:00:00Z" }, null);
  const told = data.tally!.map(({ keys, reported, corroborated }) => [...keys.map(({ value }) => value), reported + corroborated]);
  expect(told).toContainEqual(["2026-01", "DEATH", 1]);
  expect(told).toContainEqual(["2026-01", "RELEASE", 4]);
});

test("who is where: everybody on record once, by status and sex", async () => {
  const { data } = await hub.send<WhoIsWhereQuery>(WhoIsWhereDocument, { asOf: "2026-01-25T00:00:00Z" }, null);
  const sum = data.statusTally!.reduce((total, { lower }) => total + lower, 0);
  expect(sum).toBe((await hub.send("{ detainees { totalCount } }", {}, null)).data["detainees"].totalCount);
});

test("how lists overlap: people by the lists that name them", async () => {
  const { data } = await hub.send<HowListsOverlapQuery>(HowListsOverlapDocument, { by: "SOURCE" }, null);
  expect(data.listOverlaps).toContainEqual({ lists: ["luis-carlos-diaz"], count: 1 });
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
