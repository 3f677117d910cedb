/** Nothing public changes that the feed of changes does not tell. The table has a row for every mutation of the graph, so that a new one without a row fails. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { toSchema } from "../../../src/graph/index.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { call, readChanges } from "../../kit/changes.ts";
import { day, recordDetainee, recordDocument, recordEvent, recordEventClaim, recordFacility, recordSource } from "../../kit/records.ts";

// What each tells at least; nothing at all of what is nobody's but the caller's, nor of what no noun of the feed names.
const tells: Readonly<Record<string, readonly string[]>> = {
  recordSituation: ["RECORDED SITUATION"],
  recordIndicator: ["RECORDED INDICATOR"],
  recordSource: ["RECORDED SOURCE"],
  recordDefinition: ["RECORDED DEFINITION"],
  recordDocument: ["RECORDED DOCUMENT"],
  recordFacility: ["RECORDED FACILITY"],
  recordDetainee: ["RECORDED DETAINEE"],
  recordEvent: ["RECORDED EVENT", "DECIDED EVENT"],
  recordEventClaim: ["RECORDED STATEMENT", "DECIDED EVENT"],
  recordCountClaim: ["RECORDED COUNT"],
  recordRemark: ["RECORDED REMARK"],
  supersedeClaim: ["SUPERSEDED COUNT", "RECORDED COUNT"],
  amendSource: ["AMENDED SOURCE"],
  amendDocument: ["AMENDED DOCUMENT"],
  amendDefinition: ["AMENDED DEFINITION"],
  amendFacility: ["AMENDED FACILITY"],
  amendDetainee: ["AMENDED DETAINEE"],
  amendEvent: ["AMENDED EVENT"],
  verifyEvent: ["DECIDED EVENT"],
  verifyRelease: ["DECIDED EVENT"],
  contestEvent: ["DECIDED EVENT"],
  contestRelease: ["DECIDED EVENT"],
  refuteEvent: ["DECIDED EVENT"],
  refuteRelease: ["DECIDED EVENT"],
  retractVerification: ["DECIDED EVENT"],
  mergeDetainees: ["MERGED DETAINEE"],
  mergeFacilities: ["MERGED FACILITY"],
  mergeSources: ["MERGED SOURCE"],
  undoMerge: ["UNMERGED DETAINEE"],
  judgeDetainees: ["DECIDED DETAINEE"],
  judgeEvents: ["DECIDED EVENT"],
  markDuplicateEvents: ["MERGED EVENT"],
  undoJudgement: ["UNMERGED EVENT"],
  setVisibility: ["HIDDEN DETAINEE", "HIDDEN EVENT", "HIDDEN STATEMENT"],
  adoptPolicy: ["RECORDED POLICY"],
  createApiKey: [],
  updateApiKey: [],
  rotateKey: [],
  revokeApiKey: [],
  createWebhook: [],
  deleteWebhook: [],
  replayWebhook: [],
};

let hub: Hub;
const told = new Map<string, string[]>();
/** Calls a mutation, and notes what everybody is told since. */
async function tell(verb: string, input: object, selected = "", key?: string): Promise<Record<string, any>> {
  const { end } = await readChanges(hub, null, { key: null });
  const payload = await call(hub, verb, input, selected, key);
  const { changes } = await readChanges(hub, end, { key: null });
  told.set(
    verb,
    changes.map(({ kind, noun }) => `${kind} ${noun}`),
  );
  return payload;
}

beforeAll(async () => {
  hub = await startHub("empty");
  const verifier = await hub.newKey("VERIFIER");
  await tell("recordSituation", { slug: "elsewhere", name: "Elsewhere", countries: ["IS"], timeZone: "Atlantic/Reykjavik" });
  await tell("recordIndicator", { slug: "visits", name: "Visits by relatives", unit: "visit" });
  const source = (await tell("recordSource", { slug: "one", name: "One", kind: "NGO", timeZone: "America/Caracas" }, "source { id }"))[
    "source"
  ].id;
  const second = await recordSource(hub);
  const document = (await tell("recordDocument", { kind: "ARTICLE", title: "A page", publishedAt: day("2026-01-20") }, "document { id }"))[
    "document"
  ].id;
  const facility = (await tell("recordFacility", { slug: "yard", name: "Yard", kind: "PENAL", country: "VE" }, "facility { id }"))[
    "facility"
  ].id;
  const detainee = (await tell("recordDetainee", { name: "Ana Rojas", ageGroup: "ADULT" }, "detainee { id }"))["detainee"].id;
  const when = { type: "RELEASE", stage: "EFFECTED", when: day("2026-01-20"), place: "Caracas" };
  const event = (await tell("recordEvent", { detainee, ...when }, "event { id }"))["event"].id;
  const says = { event, document, statement: "She is out", asOf: day("2026-01-20"), stance: "SUPPORTS", connection: "ORGANISATION" };
  await tell("recordEventClaim", { ...says, assertedBy: source });
  await recordEventClaim(hub, event, second, document);
  const counts = {
    assertedBy: source,
    document,
    statement: "So many.",
    asOf: day("2026-01-17"),
    metric: "RELEASED",
    measure: "CUMULATIVE",
    qualifier: "EXACT",
  };
  const claim = (await tell("recordCountClaim", { ...counts, value: 90 }, "claim { id }"))["claim"].id;
  await tell("recordRemark", { assertedBy: source, document, statement: "There is no list.", asOf: day("2026-01-17") });
  await tell("supersedeClaim", { claim, changeReason: "OUR_ERROR", value: 91 });
  const corrected = { changeReason: "OUR_ERROR" };
  await tell("amendSource", { source, name: "The one", ...corrected });
  await tell("amendDocument", { document, title: "The page", ...corrected });
  await tell("amendFacility", { facility, name: "The yard", ...corrected });
  await tell("amendDetainee", { detainee, sex: "FEMALE", ...corrected });
  const entry = { key: "one-2026", source, text: "Political prisoners." };
  const definition = (await tell("recordDefinition", entry, "definition { id }"))["definition"].id;
  await tell("amendDefinition", { definition, text: "Political prisoners, all of them.", ...corrected });
  await tell("verifyRelease", { release: event }, "", verifier);
  await tell("amendEvent", { event, outcome: "CONDITIONAL", changeReason: "MORE_PRECISE" });
  await tell("retractVerification", { release: event, publicNote: "Taken back." }, "", verifier);
  await tell("verifyEvent", { event }, "", verifier);
  await tell("contestEvent", { event, publicNote: "Doubted." }, "", verifier);
  await tell("refuteEvent", { event, publicNote: "No." }, "", verifier);
  const [release] = await out();
  await tell("contestRelease", { release, publicNote: "Doubted." }, "", verifier);
  await tell("refuteRelease", { release, publicNote: "No." }, "", verifier);
  const [left, right, third] = [await recordDetainee(hub), await recordDetainee(hub), await recordDetainee(hub)];
  const same = { note: "The same." };
  await recordEvent(hub, left);
  const merge = await tell("mergeDetainees", { into: left, from: right, ...same }, "judgement { id }");
  await tell("undoMerge", { judgement: merge["judgement"].id, ...same });
  await tell("judgeDetainees", { left, right: third, verdict: "NEGATIVE", note: "Two." });
  await tell("mergeFacilities", { into: facility, from: await recordFacility(hub), ...same });
  await tell("mergeSources", { into: source, from: second, ...same });
  const [once, again, apart] = await twice(left);
  const duplicate = await tell("markDuplicateEvents", { as: once, same: again, ...same }, "judgement { id }");
  await tell("undoJudgement", { judgement: duplicate["judgement"].id, ...same });
  await tell("judgeEvents", { left: once, right: apart, verdict: "NEGATIVE", note: "Two." });
  await tell("adoptPolicy", { version: "stricter", maxHours: 48, minRoots: 2, directConnections: ["RELATIVE", "ORGANISATION"] });
  await tell("setVisibility", { record: detainee, visibility: "RESTRICTED" });
  const given = await tell("createApiKey", { name: "a key", scopes: ["PARTNER"] }, "key { id }");
  await tell("updateApiKey", { key: given["key"].id, scopes: ["RECORDER"] });
  await tell("rotateKey", { key: given["key"].id });
  await tell("revokeApiKey", { key: given["key"].id });
  const hook = await tell("createWebhook", { url: "https://news.example/hook" }, "webhook { id }");
  await tell("replayWebhook", { webhook: hook["webhook"].id, after: "" });
  await tell("deleteWebhook", { webhook: hook["webhook"].id });
});
afterAll(async () => hub[Symbol.asyncDispose]());

async function out(): Promise<string[]> {
  const [detainee, source, document] = [await recordDetainee(hub), await recordSource(hub), await recordDocument(hub)];
  const release = await recordEvent(hub, detainee);
  await recordEventClaim(hub, release, source, document);
  return [release];
}

async function twice(detainee: string): Promise<string[]> {
  const arrest = { type: "ARREST", stage: undefined, place: "Caracas" };
  const when = ["2026-01-02", "2026-01", "2025"];
  return Promise.all(when.map((edtf) => recordEvent(hub, detainee, { ...arrest, when: day(edtf) })));
}

test("every mutation has a row", () => {
  expect(Object.keys(tells).toSorted()).toEqual(Object.keys(toSchema().getMutationType()!.getFields()).toSorted());
});

test.each(Object.entries(tells))("%s", (verb, expected) => {
  const got = told.get(verb);
  if (expected.length === 0) expect(got).toEqual([]);
  else expect(got).toEqual(expect.arrayContaining([...expected]));
});

test("no change has a second one like it, and each leads to its record", async () => {
  const { changes } = await readChanges(hub, null);
  expect(new Set(changes.map(({ eventId }) => eventId)).size).toBe(changes.length);
  expect(changes.filter(({ noun, record }) => (record === null) !== (noun === "POLICY"))).toEqual([]);
});
