/** Who is told of a change: whoever may see the record when it commits; of what is hidden later a tombstone is left to those who were told, and nothing to anybody else. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { call, readChanges, type ToldChange } from "../../kit/changes.ts";
import {
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
let editor: string;
let partner: string;
beforeAll(async () => {
  hub = await startHub("empty");
  await recordEvent(hub, await recordDetainee(hub)); // the first brings a situation along
  [editor, partner] = [await hub.newKey("EDITOR"), await hub.newKey("PARTNER")];
});
afterAll(async () => hub[Symbol.asyncDispose]());

/** Where each reader is: nobody is told everything. */
const here = async () => {
  const readers = [null, partner, editor];
  return new Map(await Promise.all(readers.map(async (key) => [key, (await readChanges(hub, null, { key })).end] as const)));
};
const since = async (after: Map<string | null, string>, key: string | null, filter: object | null = null) =>
  (await readChanges(hub, after.get(key), { key, filter })).changes;
const said = (changes: readonly ToldChange[]) =>
  changes.map(({ kind, noun, withdrawn }) => `${kind} ${noun}${withdrawn ? " withdrawn" : ""}`);
const show = (record: string, visibility: string) => call(hub, "setVisibility", { record, visibility });

test("what is hidden from the beginning is told to those who may see it, and to nobody else", async () => {
  const before = await here();
  const detainee = await recordDetainee(hub, { ageGroup: "MINOR" });
  await recordEvent(hub, detainee);
  expect(await since(before, null)).toEqual([]);
  expect(await since(before, partner)).toEqual([]);
  expect(said(await since(before, editor))).toEqual(["RECORDED DETAINEE", "RECORDED EVENT", "DECIDED EVENT"]);
});

test("what is hidden is taken back from those who were told, with its events and claims, and its news before are tombstones without content", async () => {
  const before = await here();
  const { detainee, release } = await recordCorroborated(hub);
  await call(hub, "amendDetainee", { detainee, sex: "FEMALE", changeReason: "OUR_ERROR" });
  const told = await since(before, null);
  const hiding = await here();
  await show(detainee, "RESTRICTED");
  expect(said(await since(hiding, null))).toEqual([
    "HIDDEN DETAINEE withdrawn",
    "HIDDEN EVENT withdrawn",
    "HIDDEN STATEMENT withdrawn",
    "HIDDEN STATEMENT withdrawn",
  ]);
  expect(await since(hiding, editor)).toEqual([]);
  const now = await since(before, null);
  expect(now.slice(0, told.length).map(({ eventId, recordId }) => [eventId, recordId])).toEqual(
    told.map(({ eventId, recordId }) => [eventId, recordId]),
  );
  const hidden = new Set([detainee, release]);
  for (const change of now.filter(({ recordId }) => hidden.has(recordId!)))
    expect(change).toMatchObject({
      withdrawn: true,
      record: null,
      other: null,
      fields: [],
      reason: null,
      beforeState: null,
      afterState: null,
    });
  // Shown again: to those who could not see it, and to nobody else.
  const showing = await here();
  await show(detainee, "PUBLIC");
  expect(said(await since(showing, null))).toEqual(["SHOWN DETAINEE", "SHOWN EVENT", "SHOWN STATEMENT", "SHOWN STATEMENT"]);
  expect(await since(showing, editor)).toEqual([]);
  expect((await since(before, null)).filter(({ withdrawn }) => withdrawn)).toEqual([]);
});

test("from one level to another only those are told whom it concerns", async () => {
  const detainee = await recordDetainee(hub);
  const before = await here();
  await show(detainee, "PARTNER");
  await show(detainee, "RESTRICTED");
  await show(detainee, "PARTNER");
  expect(said(await since(before, null))).toEqual(["HIDDEN DETAINEE withdrawn"]);
  expect(said(await since(before, partner))).toEqual(["HIDDEN DETAINEE", "SHOWN DETAINEE"]);
  expect(await since(before, editor)).toEqual([]);
});

test("whoever is one with somebody hidden is hidden; that they are one is told to those who may see both, and so is that they are not", async () => {
  const [open, hidden] = [await recordDetainee(hub), await recordDetainee(hub, { visibility: "RESTRICTED" })];
  const before = await here();
  const { judgement } = await call(hub, "mergeDetainees", { into: open, from: hidden }, "judgement { id }");
  expect(said(await since(before, null))).toEqual(["HIDDEN DETAINEE withdrawn"]);
  expect(said(await since(before, editor))).toEqual(["MERGED DETAINEE"]);
  const parting = await here();
  await call(hub, "undoMerge", { judgement: judgement.id });
  expect(said(await since(parting, null))).toEqual(["SHOWN DETAINEE"]);
  expect(said(await since(parting, editor))).toEqual(["UNMERGED DETAINEE"]);
});

test("a source's definitions are hidden with it, and its claims", async () => {
  const { prisma } = hub.database;
  const source = await recordSource(hub);
  const { id } = await prisma.source.findFirstOrThrow({ orderBy: { recordedAt: "desc" } });
  await prisma.definition.create({ data: { id: crypto.randomUUID(), key: "all", sourceId: id, text: "All." } });
  const release = await recordEvent(hub, await recordDetainee(hub));
  await recordEventClaim(hub, release, source, await recordDocument(hub));
  const before = await here();
  await show(source, "RESTRICTED");
  expect(said(await since(before, null, { kinds: ["HIDDEN"] })).toSorted()).toEqual([
    "HIDDEN DEFINITION withdrawn",
    "HIDDEN SOURCE withdrawn",
    "HIDDEN STATEMENT withdrawn",
  ]);
});

test("a filter finds nothing by what is hidden, tombstones pass it, and who was told of a record under it hears how it goes on", async () => {
  const [yard, other, secret] = [await recordFacility(hub), await recordFacility(hub), await recordFacility(hub, {})];
  const detainee = await recordDetainee(hub);
  const before = await here();
  const event = await recordEvent(hub, detainee, { facility: yard, place: undefined });
  await recordEvent(hub, await recordDetainee(hub), { facility: other, place: undefined });
  const ofYard = () => since(before, null, { facility: [yard] });
  expect(said(await ofYard())).toEqual(["RECORDED EVENT", "DECIDED EVENT"]);
  await call(hub, "amendEvent", { event, facility: other, changeReason: "OUR_ERROR" });
  expect(said(await ofYard()).filter((each) => each.startsWith("AMENDED"))).toEqual(["AMENDED EVENT"]);
  const moved = await here();
  await call(hub, "amendEvent", { event, outcome: "CONDITIONAL", changeReason: "MORE_PRECISE" });
  expect(said(await since(moved, null, { facility: [yard] }))).toEqual(["AMENDED EVENT"]);
  expect(said(await since(moved, null, { facility: [secret] }))).toEqual([]);
  const hiding = await here();
  await show(detainee, "RESTRICTED");
  expect(said(await since(hiding, null, { facility: [secret] }))).toEqual(["HIDDEN DETAINEE withdrawn", "HIDDEN EVENT withdrawn"]);
  await show(secret, "RESTRICTED");
  await recordEvent(hub, await recordDetainee(hub), { facility: secret, place: undefined });
  const found = (key: string | null) => since(hiding, key, { facility: [secret], kinds: ["RECORDED"], nouns: ["EVENT"] });
  expect(await found(null)).toEqual([]);
  expect(said(await found(editor))).toEqual(["RECORDED EVENT"]);
});

test("changes are found by what happened, by noun, by record, by source and by person, each of them and all together", async () => {
  const before = await here();
  const source = await recordSource(hub);
  const { detainee, release } = await recordCorroborated(hub);
  await recordEventClaim(hub, release, source, await recordDocument(hub));
  const of = async (filter: object) => said(await since(before, null, filter));
  expect(await of({ source: [source] })).toEqual(["RECORDED SOURCE", "RECORDED STATEMENT"]);
  expect(await of({ ids: [detainee] })).toEqual(["RECORDED DETAINEE"]);
  expect(await of({ detainee: [detainee], kinds: ["RECORDED"] })).toEqual([
    "RECORDED DETAINEE",
    "RECORDED EVENT",
    ...Array<string>(3).fill("RECORDED STATEMENT"),
  ]);
  expect(await of({ detainee: [detainee], nouns: ["EVENT"], kinds: ["RECORDED"], eventTypes: ["ARREST"] })).toEqual([]);
  expect((await of({ nouns: ["SOURCE"] })).length).toBe(3);
});

test("that a hidden claim stands in the place of an open one is told to those who may see both, and when it does to nobody else", async () => {
  const [source, document] = [await recordSource(hub), await recordDocument(hub)];
  const claim = await recordCountClaim(hub, source, document, { value: 7 });
  const before = await here();
  await call(hub, "supersedeClaim", { claim, changeReason: "OUR_ERROR", value: 8, visibility: "PARTNER" });
  expect(await since(before, null)).toEqual([]);
  const told = ["SUPERSEDED COUNT", "RECORDED COUNT"];
  expect(said(await since(before, partner))).toEqual(told);
  expect(said(await since(before, editor))).toEqual(told);
});
