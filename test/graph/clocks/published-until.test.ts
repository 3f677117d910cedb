/** publishedUntil: only what had certainly been published by then, wherever knownAt can be asked. */
import { buildSchema, isInterfaceType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { particularsOf, recordColumn, type RecordNoun } from "../../../src/domain/history/particulars.ts";
import { toSchema } from "../../../src/graph/index.ts";
import { printSdl } from "../../../src/graph/sdl.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import {
  day,
  recordCountClaim,
  recordDetainee,
  recordDocument,
  recordEvent,
  recordEventClaim,
  recordFacility,
  recordSource,
} from "../../kit/records.ts";

const schema = buildSchema(printSdl(toSchema()));
/** Fields of types that take an argument; of what implements an interface, under the interface's name. */
function fieldsWith(argument: string): string[] {
  const found = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields())
      .filter(({ args }) => args.some(({ name }) => name === argument))
      .map((field) => `${type.getInterfaces().find((from) => from.getFields()[field.name])?.name ?? type.name}.${field.name}`);
  });
  return [...new Set(found)].toSorted();
}

/** What a record says of itself was said when it was recorded, whoever told of it: knownAt alone. A person's facility is where they are held, and no particular. */
const ofItself = new Set(
  ["Facility.coordinates", "CustodyEvent.location", "Source.definitions"].concat(
    // What somebody judged is the hub's own.
    ["CustodyEvent.judgements", ...["Detainee", "Facility", "Source"].flatMap((noun) => [`${noun}.merged`, `${noun}.judgements`])],
    // Rows of what was published until the moment that the table or the comparison was asked for.
    ["NamedComparison.both", "NamedComparison.oursOnly", "NamedComparison.theirsOnly", "TallyRow.people"],
    ["StatusTallyRow.people", "ListOverlap.people"],
    (Object.keys(recordColumn) as RecordNoun[]).flatMap((noun) => particularsOf(noun).map(([field]) => `${noun}.${field}`)),
    ["stage", "outcome", "conditions"].map((field) => `Release.${field}`),
    ["sentence", "sentenceLength", "sentenceEnds"].map((field) => `Sentence.${field}`),
  ),
);

let hub: Hub;
const ids: Record<string, string> = {};
beforeAll(async () => {
  hub = await startHub("empty");
  // The agency reported an arrest and a count on the 10th; on the 14th came the release, the re-arrest, a lower count and everything else.
  const [agency, other, state] = [await recordSource(hub), await recordSource(hub), await recordSource(hub, { kind: "GOVERNMENT" })];
  const early = await recordDocument(hub, { publishedAt: day("2026-01-10"), publisher: agency });
  const late = await recordDocument(hub, { publishedAt: day("2026-01-14"), publisher: other });
  const [place, newPlace] = [await recordFacility(hub), await recordFacility(hub)];
  const wing = await recordFacility(hub, { partOf: place });
  const [person, newPerson] = [await recordDetainee(hub), await recordDetainee(hub)];
  const at = (when: string) => ({ when: day(when), facility: place, place: null });
  const plain = { stage: null, outcome: null, conditions: null };
  const arrest = await recordEvent(hub, person, { type: "ARREST", ...plain, ...at("2026-01-05") });
  await recordEventClaim(hub, arrest, agency, early, { asOf: day("2026-01-09") });
  await recordEventClaim(hub, arrest, other, late, { asOf: day("2026-01-09") });
  const release = await recordEvent(hub, person, at("2026-01-09"));
  for (const source of [agency, other, state]) await recordEventClaim(hub, release, source, late, { asOf: day("2026-01-13") });
  const again = await recordEvent(hub, person, { type: "ARREST", ...plain, ...at("2026-01-12") });
  await recordEventClaim(hub, again, other, late, { asOf: day("2026-01-13") });
  const arrived = await recordEvent(hub, newPerson, { type: "ARREST", ...plain, when: day("2026-01-11"), facility: newPlace, place: null });
  await recordEventClaim(hub, arrived, other, late, { asOf: day("2026-01-13") });
  const counted = { facility: null, periodStart: day("2026-01-08") };
  const first = await recordCountClaim(hub, agency, early, { ...counted, value: 49, asOf: day("2026-01-09") });
  const fell = await recordCountClaim(hub, agency, late, { ...counted, value: 41, asOf: day("2026-01-13") });
  const part = await recordCountClaim(hub, agency, late, {
    ...counted,
    value: 9,
    asOf: day("2026-01-09"),
    partOf: first,
    breakdown: [{ dimension: "SEX", value: "FEMALE" }],
  });
  const tooMany = { value: 60, asOf: day("2026-01-09"), partOf: first, breakdown: [{ dimension: "AGE_GROUP", value: "ADULT" }] };
  await recordCountClaim(hub, agency, late, { ...counted, ...tooMany });
  for (const [value, on] of [
    [5, "2026-01-09"],
    [7, "2026-01-13"],
  ] as const)
    await recordCountClaim(hub, agency, on === "2026-01-09" ? early : late, { metric: "HELD", measure: "STOCK", value, asOf: day(on) });
  await recordCountClaim(hub, agency, late, { metric: "HELD", measure: "STOCK", facility: place, value: 3, asOf: day("2026-01-13") });
  await recordCountClaim(hub, agency, late, { metric: "HELD", measure: "STOCK", facility: wing, value: 2, asOf: day("2026-01-13") });
  for (const about of [{ facility: place }, { aboutSource: agency }])
    await hub.send(`mutation($i: RecordRemarkInput!) { recordRemark(input: $i) { __typename } }`, {
      i: { assertedBy: other, document: late, statement: "There is no list.", asOf: day("2026-01-13"), ...about },
    });
  const { data } = await hub.send(
    `mutation($i: SupersedeClaimInput!) { supersedeClaim(input: $i) { ... on SupersedeClaimPayload { claim { id } } ... on Error { message } } }`,
    { i: { claim: first, changeReason: "SOURCE_UPDATED", document: late, value: 48, qualifier: "EXACT" } },
  );
  Object.assign(ids, {
    agency,
    other,
    early,
    late,
    place,
    newPlace,
    person,
    newPerson,
    arrest,
    release,
    again,
    first,
    fell,
    part,
    updated: data["supersedeClaim"].claim.id,
  });
});
afterAll(() => hub[Symbol.asyncDispose]());

const until = `publishedUntil: "2026-01-12T23:00:00Z"`;
const list = `{ totalCount edges { node { id } } }`;
/** For each field, what asks it of a world in which it depends on the 14th; UNTIL is where the clock stands. */
const asks: Record<string, [node: string, asked: string]> = {
  "Claim.status": ["first", "... on Claim { status(UNTIL) }"],
  "Claim.supersededBy": ["first", "... on Claim { supersededBy(UNTIL) { id } }"],
  "CountClaim.gap": ["updated", "... on CountClaim { gap(UNTIL) { lower upper verdict reasons } }"],
  "CountClaim.parts": ["first", "... on CountClaim { parts(UNTIL) { id } }"],
  "CountClaim.partsExceedBy": ["first", "... on CountClaim { partsExceedBy(UNTIL) }"],
  "CountClaim.revision": ["fell", "... on CountClaim { revision(UNTIL) { previous { id } } }"],
  "CustodyEvent.claims": ["arrest", `... on CustodyEvent { claims(UNTIL) ${list} }`],
  "CustodyEvent.state": ["release", "... on CustodyEvent { state(UNTIL) }"],
  "CustodyEvent.verification": ["release", "... on CustodyEvent { verification(UNTIL) { id } }"],
  "CustodyEvent.verifications": ["release", "... on CustodyEvent { verifications(UNTIL) { id } }"],
  "Detainee.claims": ["person", `... on Detainee { claims(UNTIL) ${list} }`],
  "Detainee.detentions": ["person", "... on Detainee { detentions(UNTIL) { ordinal end } }"],
  "Detainee.facility": ["newPerson", "... on Detainee { facility(UNTIL) { id } }"],
  "Detainee.possibleStatuses": ["newPerson", "... on Detainee { possibleStatuses(UNTIL) }"],
  "Detainee.releases": ["person", `... on Detainee { releases(UNTIL) ${list} }`],
  "Detainee.status": ["newPerson", "... on Detainee { status(UNTIL) }"],
  "Detainee.statusSince": ["newPerson", "... on Detainee { statusSince(UNTIL) { edtf } }"],
  "Detainee.statusState": ["newPerson", "... on Detainee { statusState(UNTIL) }"],
  "Detainee.timeline": ["person", `... on Detainee { timeline(UNTIL) ${list} }`],
  "Document.claims": ["late", `... on Document { claims(UNTIL) ${list} }`],
  "Facility.countClaims": ["place", `... on Facility { countClaims(UNTIL) ${list} }`],
  "Facility.detaineeCount": ["newPlace", "... on Facility { detaineeCount(UNTIL) }"],
  "Facility.detainees": ["newPlace", `... on Facility { detainees(UNTIL) ${list} }`],
  "Facility.heldNow": ["newPlace", `... on Facility { heldNow(UNTIL, asOf: "2026-01-20T00:00:00Z") ${list} }`],
  "Facility.remarks": ["place", `... on Facility { remarks(UNTIL) ${list} }`],
  "Facility.parts": ["place", "... on Facility { parts(UNTIL) { id } }"],
  "Facility.releaseCount": ["place", "... on Facility { releaseCount(UNTIL) }"],
  "Facility.releases": ["place", `... on Facility { releases(UNTIL) ${list} }`],
  "Query.claims": ["", `claims(UNTIL) ${list}`],
  "Query.custodyEvents": ["", `custodyEvents(UNTIL) ${list}`],
  "Query.detainee": ["", `detainee(id: "newPerson", UNTIL) { id }`],
  "Query.decisionQueue": ["", `decisionQueue(type: ARREST, UNTIL) ${list}`],
  "Query.detainees": ["", `detainees(UNTIL) ${list}`],
  "Query.facilities": ["", `facilities(UNTIL) ${list}`],
  "Query.search": ["", `search(text: "Person", UNTIL) { matched }`],
  "Query.searchStatements": ["", `searchStatements(text: "a", UNTIL) ${list}`],
  "Query.sources": ["", `sources(UNTIL) ${list}`],
  "Query.verificationQueue": ["", `verificationQueue(UNTIL) ${list}`],
  "Query.documents": ["", `documents(UNTIL) ${list}`],
  "Query.facility": ["", `facility(by: { id: "newPlace" }, UNTIL) { id }`],
  "Query.reconciliation": ["", "reconciliation(metric: RELEASED, UNTIL) { hub { reported corroborated } rows { claim { id } } }"],
  "Query.hubCountSeries": [
    "",
    `hubCountSeries(metric: ARRESTED, every: WEEK, until: "2026-02-01T00:00:00Z", UNTIL) { at hub { reported corroborated } }`,
  ],
  "Query.series": ["", "series(UNTIL) { points { claim { id } } }"],
  "Query.tally": ["", `tally(of: ARREST, groupBy: [STATE], UNTIL) { keys { value } reported corroborated }`],
  "Query.statusTally": ["", `statusTally(groupBy: [STATUS], asOf: "2026-02-01T00:00:00Z", UNTIL) { keys { value } lower upper }`],
  "Query.listOverlaps": ["", `listOverlaps(event: ARREST, UNTIL) { lists count }`],
  "Query.releases": ["", `releases(UNTIL) ${list}`],
  "Query.revolvingDoor": ["", `revolvingDoor(until: "2026-02-01T00:00:00Z", UNTIL) { released rearrested }`],
  "Query.source": ["", `source(by: { id: "other" }, UNTIL) { id }`],
  "Release.acknowledged": ["release", "... on Release { acknowledged(UNTIL) }"],
  "Release.rearrest": ["release", "... on Release { rearrest(UNTIL) { id } }"],
  ...Object.fromEntries(
    ["sources", "documents", "facilities", "detainees", "custodyEvents", "releases", "claims"].map((field): [string, [string, string]] => [
      `Situation.${field}`,
      ["", `situations(first: 1) { edges { node { ${field}(UNTIL) ${list} } } }`],
    ]),
  ),
  "Source.claims": ["agency", `... on Source { claims(UNTIL) ${list} }`],
  "Source.countSeries": ["agency", "... on Source { countSeries(metric: RELEASED, UNTIL) { id } }"],
  "Source.documents": ["other", `... on Source { documents(UNTIL) ${list} }`],
  "Source.remarks": ["agency", `... on Source { remarks(UNTIL) ${list} }`],
  "Source.stockFlow": ["agency", "... on Source { stockFlow(UNTIL) { held { lower } } }"],
};
/** What the hub judged and corrected itself is no part of what was published: who is who, and the versions of its records. */
const ofTheHub = [
  ...["CustodyEvent.detainee", "CustodyEvent.sameAs", "Detainee.mergedInto", "Facility.mergedInto", "Source.mergedInto"],
  ...["Claim", "CustodyEvent", "Definition", "Detainee", "Document", "Facility", "Source"].map((noun) => `${noun}.versions`),
];

async function ask([node, asked]: [string, string], clock: string): Promise<string> {
  const field = Object.entries(ids).reduce((text, [name, id]) => text.replaceAll(`"${name}"`, `"${id}"`), asked);
  const said = field
    .replaceAll("UNTIL", clock)
    .replace(/\(\s*\)/, "")
    .replace(/, \)/, ")");
  const { data, errors } = await hub.send(node === "" ? `{ ${said} }` : `{ node(id: "${ids[node]}") { ${said} } }`);
  if (errors) throw new Error(`${said}: ${JSON.stringify(errors)}`);
  return JSON.stringify(data);
}

describe("publishedUntil", () => {
  test("stands wherever knownAt does, save where a record says something of itself; and each field has its case here", () => {
    expect(fieldsWith("publishedUntil")).toEqual(fieldsWith("knownAt").filter((field) => !ofItself.has(field)));
    expect(fieldsWith("publishedUntil")).toEqual([...Object.keys(asks), ...ofTheHub].toSorted());
  });

  test.each(Object.entries(asks))("changes %s", async (_, asked) => {
    const [all, then, later] = [await ask(asked, ""), await ask(asked, until), await ask(asked, `publishedUntil: "2026-02-01T00:00:00Z"`)];
    expect(then).not.toBe(all);
    // When all of it had been published nothing is missing; only what is reckoned to now may have grown meanwhile.
    expect(later).toBe(all);
  });

  test("on the evening of the 12th the agency's word was 49 and nobody had been released; by February it had corrected that, and a release was known", async () => {
    const text = `query($p: DateTime) { reconciliation(metric: RELEASED, publishedUntil: $p) { publishedUntil asOf hub { reported corroborated verified } rows { claim { value } } } }`;
    const asked = async (moment: string) => (await hub.send(text, { p: moment })).data["reconciliation"];
    const evening = "2026-01-12T23:00:00.000Z";
    expect(await asked(evening)).toEqual({
      ...{ publishedUntil: evening, asOf: evening },
      hub: { reported: 0, corroborated: 0, verified: 0 },
      rows: [{ claim: { value: 49 } }],
    });
    const february = "2026-02-01T00:00:00.000Z";
    expect(await asked(february)).toMatchObject({ hub: { corroborated: 1 }, rows: [{ claim: { value: 41 } }] });
  });

  test("goes with knownAt and asOf: each takes away on its own", async () => {
    const before = "2026-01-01T00:00:00Z";
    const count = async (clock: string) => (await hub.send(`{ claims(${clock}) { totalCount } }`)).data["claims"].totalCount;
    expect(await count(`${until}, knownAt: "2999-01-01T00:00:00Z"`)).toBe(await count(until));
    expect(await count(`${until}, knownAt: "${before}"`)).toBe(0);
    const status = `detainee(id: "${ids["person"]}") { status(asOf: "2026-01-07T00:00:00Z", ${until}) later: status(asOf: "2026-01-04T00:00:00Z", ${until}) }`;
    expect((await hub.send(`{ ${status} }`)).data["detainee"]).toEqual({ status: "DETAINED", later: "UNKNOWN" });
  });

  test.each(["releases", "claims", "inclusion", "reconciliation"])("is a parameter of the export %s", async (name) => {
    const rows = async (parameters: string) => {
      const response = await fetch(
        new URL(`/export/${name}.csv?${name === "reconciliation" ? "metric=RELEASED&" : ""}${parameters}`, hub.url),
      );
      expect(response.status).toBe(200);
      return (await response.text()).trim().split("\n");
    };
    const [all, then] = [await rows(""), await rows("publishedUntil=2026-01-12T23:00:00Z")];
    expect(then.join()).not.toBe(all.join());
    expect(then.length).toBeLessThanOrEqual(all.length);
  });
});
