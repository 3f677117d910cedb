/** Arguments that name a record. Which there are is read from the SDL: a new one without a row here fails. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import {
  day,
  decide,
  judge,
  recordCorroborated,
  recordCountClaim,
  recordDetainee,
  recordDocument,
  recordEvent,
  recordEventClaim,
  recordFacility,
  recordRemark,
  recordSource,
} from "../../kit/records.ts";

type Noun = "Detainee" | "Facility" | "Source" | "Document" | "Release";

const list = "{ totalCount edges { node { id } } }";
/** What is asked with the id of a record in each of these arguments. */
const questions: Record<string, [noun: Noun, query: string]> = {
  "Query.claims(filter.source)": ["Source", `claims(filter: { source: ID }) ${list}`],
  "Query.claims(filter.document)": ["Document", `claims(filter: { document: ID }) ${list}`],
  "Query.claims(filter.facility)": ["Facility", `claims(filter: { facility: ID }) ${list}`],
  "Query.claims(filter.aboutSource)": ["Source", `claims(filter: { aboutSource: ID }) ${list}`],
  "Query.claims(filter.event)": ["Release", `claims(filter: { event: ID }) ${list}`],
  "Query.searchStatements(filter.source)": ["Source", `searchStatements(text: "it said", filter: { source: ID }) ${list}`],
  "Query.searchStatements(filter.document)": ["Document", `searchStatements(text: "happened", filter: { document: ID }) ${list}`],
  "Query.searchStatements(filter.facility)": ["Facility", `searchStatements(text: "so many", filter: { facility: ID }) ${list}`],
  "Query.searchStatements(filter.aboutSource)": ["Source", `searchStatements(text: "said", filter: { aboutSource: ID }) ${list}`],
  "Query.searchStatements(filter.event)": ["Release", `searchStatements(text: "happened", filter: { event: ID }) ${list}`],
  "Source.claims(filter.source)": ["Source", `source(by: { id: ID }) { claims(filter: { source: ID }) ${list} }`],
  "Source.claims(filter.document)": ["Document", `sources(first: 100) { edges { node { claims(filter: { document: ID }) ${list} } } }`],
  "Source.claims(filter.facility)": ["Facility", `sources(first: 100) { edges { node { claims(filter: { facility: ID }) ${list} } } }`],
  "Source.claims(filter.aboutSource)": ["Source", `sources(first: 100) { edges { node { claims(filter: { aboutSource: ID }) ${list} } } }`],
  "Source.claims(filter.event)": ["Release", `sources(first: 100) { edges { node { claims(filter: { event: ID }) ${list} } } }`],
  "Query.claims(filter.detainee)": ["Detainee", `claims(filter: { detainee: ID }) ${list}`],
  "Query.searchStatements(filter.detainee)": ["Detainee", `searchStatements(text: "happened", filter: { detainee: ID }) ${list}`],
  "Source.claims(filter.detainee)": ["Detainee", `sources(first: 100) { edges { node { claims(filter: { detainee: ID }) ${list} } } }`],
  "Query.claims(filter.publisher)": ["Source", `claims(filter: { publisher: ID }) ${list}`],
  "Query.searchStatements(filter.publisher)": ["Source", `searchStatements(text: "said", filter: { publisher: ID }) ${list}`],
  "Source.claims(filter.publisher)": ["Source", `sources(first: 100) { edges { node { claims(filter: { publisher: ID }) ${list} } } }`],
  "Source.countSeries(facility)": ["Facility", `sources(first: 100) { edges { node { countSeries(metric: HELD, facility: ID) { id } } } }`],
  "Source.stockFlow(facility)": ["Facility", `sources(first: 50) { edges { node { stockFlow(facility: ID) { from { id } to { id } } } } }`],
  "Query.custodyEvents(filter.detainee)": ["Detainee", `custodyEvents(filter: { detainee: ID }) ${list}`],
  "Query.custodyEvents(filter.facility)": ["Facility", `custodyEvents(filter: { facility: ID }) ${list}`],
  "Query.detainees(filter.heldIn)": ["Facility", `detainees(filter: { heldIn: ID }) ${list}`],
  "Query.detainees(filter.facility)": ["Facility", `detainees(filter: { facility: ID }) ${list}`],
  "Query.documents(filter.publisher)": ["Source", `documents(filter: { publisher: ID }) ${list}`],
  "Query.facilities(filter.partOf)": ["Facility", `facilities(filter: { partOf: ID }) ${list}`],
  "Query.releases(filter.facility)": ["Facility", `releases(filter: { facility: ID }) ${list}`],
  "Facility.releases(filter.facility)": ["Facility", `facility(by: { id: ID }) { releases(filter: { facility: ID }) ${list} }`],
  "Query.feed(filter.facility)": ["Facility", "feed(filter: { facility: ID }) { edges { node { eventId } } }"],
  "Query.changes(filter.ids)": ["Detainee", "changes(filter: { ids: [ID] }) { edges { node { eventId kind noun } } }"],
  "Subscription.changeFeed(filter.ids)": ["Detainee", "changes(filter: { ids: [ID] }) { edges { node { eventId kind noun } } }"],
  "Query.changes(filter.detainee)": ["Detainee", "changes(filter: { detainee: [ID] }) { edges { node { eventId kind noun } } }"],
  "Query.changes(filter.facility)": ["Facility", "changes(filter: { facility: [ID] }) { edges { node { eventId kind noun } } }"],
  "Query.changes(filter.source)": ["Source", "changes(filter: { source: [ID] }) { edges { node { eventId kind noun } } }"],
  "Subscription.changeFeed(filter.detainee)": ["Detainee", "changes(filter: { detainee: [ID] }) { edges { node { eventId kind noun } } }"],
  "Subscription.changeFeed(filter.facility)": ["Facility", "changes(filter: { facility: [ID] }) { edges { node { eventId kind noun } } }"],
  "Subscription.changeFeed(filter.source)": ["Source", "changes(filter: { source: [ID] }) { edges { node { eventId kind noun } } }"],
  // The subscriptions go by the condition of `feed`.
  "Subscription.releaseFeed(filter.facility)": ["Facility", "feed(filter: { facility: ID }) { edges { node { eventId } } }"],
  "Subscription.releaseVerified(filter.facility)": ["Facility", "feed(filter: { facility: ID }) { edges { node { eventId } } }"],
  "Query.reconciliation(facility)": [
    "Facility",
    "reconciliation(metric: RELEASED, facility: ID) { hub { verified } rows { claim { id } } }",
  ],
  "Query.hubCountSeries(facility)": ["Facility", "hubCountSeries(metric: HELD, every: MONTH, facility: ID) { hub { verified reported } }"],
  "Query.tally(facility)": ["Facility", "tally(of: RELEASE, groupBy: [SEX], facility: ID) { verified reported people { totalCount } }"],
  "Query.series(facility)": ["Facility", "series(facility: ID) { points { claim { id } } }"],
  "Query.series(source)": ["Source", "series(source: ID) { points { claim { id } } }"],
  "Query.revolvingDoor(facility)": ["Facility", "revolvingDoor(facility: ID) { released rearrested }"],
  "Query.suggestMatches(detainee)": ["Detainee", "suggestMatches(detainee: ID) { score }"],
  "Query.suggestDuplicates(detainee)": ["Detainee", "suggestDuplicates(detainee: ID) { countedOnce as { id } same { id } }"],
  "Query.suggestFacilityMatches(facility)": ["Facility", "suggestFacilityMatches(facility: ID) { score }"],
  "Query.suggestSourceMatches(source)": ["Source", "suggestSourceMatches(source: ID) { score }"],
};
/** Lists that are asked for below a record, which may be a merged one. */
const below: Record<string, [noun: Noun, query: string]> = {
  "Facility.detainees": ["Facility", `facility(by: { id: ID }) { detainees ${list} detaineeCount releaseCount }`],
  "Facility.parts": ["Facility", "facility(by: { id: ID }) { parts { id } partOf { id } }"],
  "Facility.countClaims": ["Facility", `facility(by: { id: ID }) { countClaims ${list} remarks ${list} releases ${list} }`],
  "Detainee.timeline": ["Detainee", `detainee(id: ID) { timeline ${list} claims ${list} releases ${list} }`],
  "Source.documents": ["Source", `source(by: { id: ID }) { documents ${list} claims ${list} remarks ${list} definitions { id } }`],
};

/** The arguments by which fields outside of mutations name a record other than the one that they give. */
function argumentsOfTheSdl(): string[] {
  const schema = buildSchema(readFileSync(join(import.meta.dirname, "../../../schema/schema.graphql"), "utf8"));
  // Situations and indicators are hidden from nobody, and merged with none; entries of codebooks are as hidden as their sources, have no slug, and are tried by the generated questions (access/plan.ts).
  const isId = ({ name, type }: GraphQLArgument | GraphQLInputField) =>
    getNamedType(type).name === "ID" && !["situation", "indicator", "definition"].includes(name);
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  return types
    .filter(({ name }) => name !== "Mutation" && !name.startsWith("__"))
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        field.args.flatMap((argument) => {
          const input = getNamedType(argument.type);
          const inside = isInputObjectType(input) && argument.name !== "by" ? Object.values(input.getFields()).filter(isId) : [];
          const own = isId(argument) && argument.name !== "id" && argument.name !== "ids" ? [argument.name] : [];
          return [...own, ...inside.map(({ name }) => `${argument.name}.${name}`)].map((path) => `${type.name}.${field.name}(${path})`);
        }),
      ),
    );
}

let hub: Hub;
const unknown = "00000000-0000-4000-8000-000000000000";
const idOf: Partial<Record<Noun, { standing?: string; merged?: string; hidden: string }>> = {};
const slugs = new Map<string, string>();

beforeAll(async () => {
  hub = await startHub("empty");
  const verifier = await hub.newKey("VERIFIER", "EDITOR");
  const hidden = { visibility: "RESTRICTED" };
  const places = [await recordFacility(hub), await recordFacility(hub), await recordFacility(hub, hidden)] as const;
  for (const facility of places) {
    await recordFacility(hub, { partOf: facility });
    // People and what happened to them can be seen also where the place cannot.
    const { release } = await recordCorroborated(hub, {}, { facility, when: day("2026-01-10") });
    await decide(hub, "verifyRelease", { release }, verifier);
    await recordEvent(hub, await recordDetainee(hub), {
      type: "ARREST",
      stage: undefined,
      facility,
      place: undefined,
      when: day("2026-01-11"),
    });
    const [source, document] = [await recordSource(hub), await recordDocument(hub)];
    for (const asOf of [day("2026-01-10"), day("2026-01-12")])
      await recordCountClaim(hub, source, document, { facility, metric: "HELD", measure: "STOCK", asOf });
  }
  const people = [await recordDetainee(hub), await recordDetainee(hub), await recordDetainee(hub, hidden)] as const;
  const speakers = [await recordSource(hub), await recordSource(hub), await recordSource(hub, hidden)] as const;
  const events: string[] = [];
  for (const [at, detainee] of people.entries()) {
    // Of a hidden publisher the pages themselves can be seen.
    const document = await recordDocument(hub, { publisher: speakers[at] });
    events.push(await recordEvent(hub, detainee));
    await recordEventClaim(hub, events[at]!, speakers[at]!, document);
    await recordRemark(hub, speakers[at]!, document, { aboutSource: speakers[at] });
    await recordCountClaim(hub, speakers[at]!, document, { facility: null });
  }
  const page = await recordDocument(hub, hidden);
  await recordEventClaim(hub, events[0]!, speakers[0], page);
  await judge(hub, "mergeFacilities", { into: places[0], from: places[1] });
  await judge(hub, "mergeDetainees", { into: people[0], from: people[1] });
  await judge(hub, "mergeSources", { into: speakers[0], from: speakers[1] });
  const three = ([standing, merged, secret]: readonly [string, string, string]) => ({ standing, merged, hidden: secret });
  Object.assign(idOf, { Facility: three(places), Detainee: three(people), Source: three(speakers) });
  Object.assign(idOf, { Document: { hidden: page }, Release: { hidden: events[2] } });
  const found = await hub.send(
    `query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Source { slug } ... on Facility { slug } ... on Detainee { slug } ... on Document { of: slug } } }`,
    { ids: [...places, ...people, ...speakers, page] },
  );
  for (const { id, slug, of } of found.data["nodes"] as { id: string; slug?: string; of?: string }[]) slugs.set(id, (slug ?? of)!);
});
afterAll(() => hub[Symbol.asyncDispose]());

/** The answer, of a failure its code alone: messages name the id. */
async function answer([noun, query]: [Noun, string], id: string | undefined, key: string | null) {
  const asked = id ?? Buffer.from(`${noun}:${unknown}`).toString("base64");
  const { data, errors } = await hub.send(`{ ${query.replaceAll("ID", JSON.stringify(asked))} }`, {}, key);
  return errors ? errors.map(({ extensions }) => extensions["code"] as unknown) : data;
}

describe("an argument that names a record", () => {
  it("has a row here", () => {
    expect(Object.keys(questions).toSorted()).toEqual(argumentsOfTheSdl().toSorted());
  });

  it.each(Object.entries({ ...questions, ...below }))("finds nothing by one that is hidden: %s", async (_argument, question) => {
    const { hidden } = idOf[question[0]]!;
    expect(await answer(question, hidden, null)).toEqual(await answer(question, undefined, null));
    expect(await answer(question, hidden, hub.key)).not.toEqual(await answer(question, undefined, hub.key));
  });

  const sluggable = Object.entries(questions).filter(([argument, [noun]]) => noun !== "Release" && !argument.endsWith("(filter.ids)"));
  it.each(sluggable)("takes the slug as it takes the id: %s", async (_argument, question) => {
    const { standing, hidden } = idOf[question[0]]!;
    const id = standing ?? hidden;
    const found = await answer(question, slugs.get(id), hub.key);
    expect(found).toEqual(await answer(question, id, hub.key));
    expect(found).not.toEqual(await answer(question, undefined, hub.key));
    expect(await answer(question, slugs.get(hidden), null)).toEqual(await answer(question, undefined, null));
  });

  it.each(Object.entries(questions))("fails alone when it is malformed, and says what it takes: %s", async (_argument, question) => {
    const query = question[1]
      .replaceAll(/\bby: \{ id: ID \}/g, `by: { id: "${idOf[question[0]]!.standing}" }`)
      .replaceAll("ID", '"Nonsense"');
    const { data, errors } = await hub.send(`{ policies { version } ${query} }`);
    expect(data["policies"]).not.toEqual([]);
    expect(new Set(errors?.map(({ extensions }) => extensions["code"]))).toEqual(new Set(["INVALID_ID"]));
    expect(errors![0]!.message).toMatch(
      /^Expected (an id as the hub gives them, in the field `id` of a record, got "Nonsense"\.|the id (or the slug )?of an? \w+, as the hub gives them, got "Nonsense"\. `\w+` lists them\.)$/,
    );
  });

  const unknownOnes = sluggable.flatMap((question) => ["nowhere-at-all", "nobody-0123456789"].map((slug) => [...question, slug] as const));
  it.each(unknownOnes)("is told as it was given, where there is none of it: %s", async (_argument, [noun, query], slug) => {
    const id = Buffer.from(`${noun}:${unknown}`).toString("base64");
    for (const asked of noun === "Detainee" && !slug.startsWith("nobody") ? [id] : [id, slug]) {
      const by = query.replaceAll(/\bby: \{ id: ID \}/g, `by: { id: "${idOf[noun]!.standing}" }`);
      const { errors = [] } = await hub.send(`{ ${by.replaceAll("ID", JSON.stringify(asked))} }`);
      for (const { message, extensions } of errors) {
        expect(extensions["code"]).toBe("NOT_FOUND");
        expect(message).toMatch(/^There is no \w+ ".+" that you may see\. Expected the id or the slug of an? \w+\. `\w+` lists them\.$/);
        expect(message).toContain(JSON.stringify(asked));
      }
    }
  });

  const mergeable = Object.entries({ ...questions, ...below }).filter(([, [noun]]) => noun !== "Document" && noun !== "Release");
  it.each(mergeable)("finds by one that was merged what the record that stands for it has: %s", async (_argument, question) => {
    const { standing, merged } = idOf[question[0]]!;
    const found = await answer(question, merged, hub.key);
    expect(found).toEqual(await answer(question, standing, hub.key));
    expect(found).not.toEqual(await answer(question, undefined, hub.key));
  });
});

describe("a record that a mutation names and that is not there", () => {
  const id = (noun: string) => Buffer.from(`${noun}:${unknown}`).toString("base64");
  it.each([
    ["recordRemark", "aboutSource", "no-such-source", "`sources` lists them."],
    ["recordRemark", "document", "no-such-page", "`documents` lists them."],
    ["verifyRelease", "release", id("Release"), "Expected the id of a CustodyEvent. `custodyEvents` lists them."],
    ["supersedeClaim", "claim", id("CountClaim"), "Expected the id of a Claim. `claims` lists them."],
    ["mergeDetainees", "into", "nobody-0123456789", "`detainees` lists them."],
  ])("is told as it was given: %s(%s)", async (mutation, field, asked, advice) => {
    const [known, page] = [idOf.Source!.standing!, idOf.Document!.hidden];
    const others: Record<string, object> = {
      recordRemark: { assertedBy: known, document: page, statement: "It said.", asOf: day("2026-01-13") },
      verifyRelease: {},
      supersedeClaim: { changeReason: "OUR_ERROR", statement: "It said." },
      mergeDetainees: { from: idOf.Detainee!.standing! },
    };
    const input = { ...others[mutation], [field]: asked };
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
    const { data } = await hub.send(
      `mutation($input: ${type}) { ${mutation}(input: $input) { ... on Error { code message } } }`,
      { input },
      await hub.newKey("RECORDER", "VERIFIER", "EDITOR"),
    );
    expect(data[mutation].code).toBe("NOT_FOUND");
    expect(data[mutation].message).toContain(JSON.stringify(asked));
    expect(data[mutation].message).toContain(advice);
  });
});

describe("as known before a merge", () => {
  it.each([
    ["releases", "Facility", `releases(filter: { facility: ID }, knownAt: "THEN") ${list}`],
    ["claims of a place", "Facility", `claims(filter: { facility: ID }, knownAt: "THEN") ${list}`],
    ["remarks on a source", "Source", `claims(filter: { aboutSource: ID }, knownAt: "THEN") ${list}`],
    ["claims of a source", "Source", `claims(filter: { source: ID }, knownAt: "THEN") ${list}`],
  ] as const)("each record finds its own: %s", async (_what, noun, query) => {
    const { judgements } = (
      await hub.send(
        `query($id: ID!) { node(id: $id) { ... on Facility { judgements { decidedAt } } ... on Source { judgements { decidedAt } } } }`,
        { id: idOf[noun]!.standing! },
      )
    ).data["node"];
    const before = query.replace("THEN", new Date(Date.parse(judgements[0].decidedAt as string) - 1).toISOString());
    const nodes = async (id?: string) => {
      const [found] = Object.values(await answer([noun, before], id, hub.key)) as [{ edges: { node: { id: string } }[] }];
      return found.edges.map(({ node }) => node.id);
    };
    const [own, others] = [await nodes(idOf[noun]!.standing), await nodes(idOf[noun]!.merged)];
    expect([own.length > 0, others.length > 0, own.filter((id) => others.includes(id))]).toEqual([true, true, []]);
  });
});
