/** A place is a facility with its parts. Which arguments, filters, lists and counts name a facility is read from the SDL: a new one without a row here fails. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, getNamedType, isInputObjectType, isObjectType, type GraphQLObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import {
  day,
  decide,
  judge,
  localId,
  recordCorroborated,
  recordCountClaim,
  recordDetainee,
  recordDocument,
  recordEvent,
  recordFacility,
  recordRemark,
  recordSource,
} from "../../kit/records.ts";

const list = "{ totalCount edges { node { id } } }";
const sources = (asked: string) => `sources(first: 50) { edges { node { ${asked} } } }`;
const here = (asked: string) => `facility(by: { id: ID }) { ${asked} }`;
const feed = "feed(filter: { facility: ID PARTS }) { edges { node { eventId } } }";
const changes = "changes(first: 100, filter: { kinds: [RECORDED], facility: ID PARTS }) { edges { node { eventId } } }";
/** What is asked of a facility: PARTS stands where its parts can be left out, THEN where the answer can be asked as it was known. */
const questions: Record<string, string> = {
  "Query.claims(filter.facility)": `claims(first: 50, filter: { facility: ID PARTS } THEN) ${list}`,
  "Query.custodyEvents(filter.facility)": `custodyEvents(first: 50, filter: { facility: ID PARTS }) ${list}`,
  "Query.detainees(filter.facility)": `detainees(first: 50, filter: { facility: ID PARTS }) ${list}`,
  "Query.detainees(filter.heldIn)": `detainees(first: 50, filter: { heldIn: ID PARTS }) ${list}`,
  "Query.facilities(filter.partOf)": `facilities(filter: { partOf: ID PARTS }) ${list}`,
  "Query.releases(filter.facility)": `releases(filter: { facility: ID PARTS } THEN) ${list}`,
  "Query.reconciliation(facility)":
    "reconciliation(metric: HELD, facility: ID PARTS THEN) { hub { verified upper corroborated reported } rows { claim { id } } }",
  "Query.tally(facility)": "tally(of: RELEASE, groupBy: [STATE], facility: ID PARTS THEN) { verified corroborated reported lower upper }",
  "Query.hubCountSeries(facility)":
    'hubCountSeries(metric: RELEASED, every: MONTH, since: "2026-01-01T00:00:00Z", until: "2026-01-31T00:00:00Z", facility: ID PARTS THEN) { hub { verified upper } }',
  "Query.revolvingDoor(facility)": "revolvingDoor(facility: ID PARTS THEN) { released rearrested possiblyReleased possiblyRearrested }",
  "Source.claims(filter.facility)": sources(`claims(first: 50, filter: { facility: ID PARTS }) ${list}`),
  "Source.countSeries(facility)": sources("countSeries(metric: HELD, facility: ID PARTS THEN) { id }"),
  "Source.stockFlow(facility)": sources("stockFlow(facility: ID PARTS THEN) { from { id } to { id } }"),
  "Facility.releases(filter.facility)": here(`releases(first: 50, filter: { facility: ID PARTS } PARTS) ${list}`),
  "Query.feed(filter.facility)": feed,
  // The subscriptions and webhooks go by the condition of `feed`.
  "Subscription.releaseFeed(filter.facility)": feed,
  "Subscription.releaseVerified(filter.facility)": feed,
  "Facility.detaineeCount": here("detaineeCount(PARTS THEN)"),
  "Facility.releaseCount": here("releaseCount(PARTS THEN)"),
  "Facility.detainees": here(`detainees(first: 50 PARTS) ${list}`),
  "Facility.releases": here(`releases(first: 50 PARTS) ${list}`),
  "Facility.remarks": here(`remarks(first: 50 PARTS) ${list}`),
  "Facility.heldNow": here(`heldNow(first: 50 PARTS) ${list}`),
  "Query.searchStatements(filter.facility)": `searchStatements(text: "a", first: 50, filter: { facility: ID PARTS } THEN) ${list}`,
  "Query.series(facility)": "series(metric: HELD, facility: ID PARTS THEN) { points { claim { id } } }",
  "Query.changes(filter.facility)": changes,
  "Subscription.changeFeed(filter.facility)": changes,
  "Facility.countClaims": here(`countClaims(first: 50 PARTS) ${list}`),
};
/** Which record is the same as which, or a part of which, is not told of a place but makes it one. */
const ofTheRecord = ["Query.suggestFacilityMatches(facility)", "Facility.judgements"];

const schema = buildSchema(readFileSync(join(import.meta.dirname, "../../../schema/schema.graphql"), "utf8"));
/** Every argument or field of a filter by which something outside of mutations is asked of a facility, and every list and count of one, with whether its parts can be left out. */
function askedOfPlaces(): Map<string, boolean> {
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && type.name !== "Mutation",
  );
  const places = /^(facility|facilities|partOf|heldIn|place)$/;
  const found = types.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const path = `${type.name}.${field.name}`;
      const can = field.args.some(({ name }) => name === "includeParts");
      const arguments_ = field.args.flatMap(({ name, type: of }): [string, boolean][] => {
        const input = getNamedType(of);
        if (input.name === "ID" && places.test(name)) return [[`${path}(${name})`, can]];
        if (!isInputObjectType(input) || name === "by") return [];
        const inside = Object.values(input.getFields());
        return inside
          .filter((one) => getNamedType(one.type).name === "ID" && places.test(one.name))
          .map((one) => [`${path}(${name}.${one.name})`, inside.some((other) => other.name === "includeParts")]);
      });
      const result = getNamedType(field.type).name;
      const own = type.name === "Facility" && (result === "Int" || result.endsWith("Connection")) ? [[path, can] as [string, boolean]] : [];
      return [...own, ...arguments_];
    }),
  );
  return new Map(found.filter(([path]) => !ofTheRecord.includes(path)));
}

let hub: Hub;
const place: Record<string, string> = {};
/** Which facilities make up the whole, for whoever may not see the hidden one and for who may. */
const open = ["whole", "part", "partOfPart", "joined"];
const all = [...open, "hidden", "behindTheHidden"];
let beforeTheMerge: string;

beforeAll(async () => {
  hub = await startHub("empty");
  const verifier = await hub.newKey("VERIFIER", "EDITOR");
  place["whole"] = await recordFacility(hub);
  place["part"] = await recordFacility(hub, { partOf: place["whole"] });
  place["partOfPart"] = await recordFacility(hub, { partOf: place["part"] });
  place["joined"] = await recordFacility(hub, { partOf: place["whole"] });
  place["merged"] = await recordFacility(hub);
  place["hidden"] = await recordFacility(hub, { partOf: place["whole"], visibility: "RESTRICTED" });
  place["behindTheHidden"] = await recordFacility(hub, { partOf: place["hidden"] });
  place["elsewhere"] = await recordFacility(hub);
  const [source, document] = [await recordSource(hub), await recordDocument(hub)];
  for (const [name, facility] of Object.entries(place)) {
    const { detainee, release } = await recordCorroborated(hub, {}, { facility, place: undefined, when: day("2026-01-10") });
    await decide(hub, "verifyRelease", { release }, verifier);
    await recordEvent(hub, detainee, { type: "ARREST", stage: undefined, facility, place: undefined, when: day("2026-01-15") });
    await recordEvent(hub, await recordDetainee(hub), {
      type: "ARREST",
      stage: undefined,
      facility,
      place: undefined,
      when: day("2026-01-02"),
    });
    // Of another day, so that the two that are merged have a series that neither had.
    for (const asOf of [day("2026-01-10"), day(name === "merged" ? "2026-01-14" : "2026-01-12")])
      await recordCountClaim(hub, source, document, { facility, metric: "HELD", measure: "STOCK", asOf });
    await recordRemark(hub, source, document, { facility });
  }
  const { judgement } = await judge(hub, "mergeFacilities", { into: place["joined"], from: place["merged"] });
  const { decidedAt } = await hub.database.prisma.judgement.findUniqueOrThrow({ where: { id: localId(judgement!.id) } });
  beforeTheMerge = new Date(decidedAt.getTime() - 1).toISOString();
});
afterAll(() => hub[Symbol.asyncDispose]());

type Answer = { ids: string[]; numbers: number[] };

/** The ids in an answer, each once, and its numbers. */
async function ask(question: string, of: string, { parts = true, knownAt = "", key = null as string | null } = {}): Promise<Answer> {
  const query = question
    .replaceAll("ID", JSON.stringify(place[of]))
    .replaceAll("PARTS", parts ? "" : ", includeParts: false")
    .replaceAll("THEN", knownAt && `, knownAt: "${knownAt}"`)
    .replaceAll(/\((\s*,)?\s*/g, "(")
    .replaceAll("()", "");
  const { data, errors } = await hub.send(`{ ${query} }`, {}, key);
  expect(errors).toBeUndefined();
  const [ids, numbers] = [new Set<string>(), [] as number[]];
  const walk = (value: unknown): void => {
    if (typeof value === "string") ids.add(value);
    else if (typeof value === "number") numbers.push(value);
    else if (typeof value === "object" && value !== null) for (const inside of Object.values(value)) walk(inside);
  };
  walk(data);
  return { ids: [...ids].toSorted(), numbers };
}

/** What is answered for some places together: whatever is named by any of them, and the sums. */
function together(answers: readonly Answer[]): Answer {
  const ids = [...new Set(answers.flatMap((answer) => answer.ids))].toSorted();
  return { ids, numbers: answers[0]!.numbers.map((_, at) => answers.reduce((sum, { numbers }) => sum + numbers[at]!, 0)) };
}

/** The same for facilities each without its parts. */
const alone = async (question: string, names: readonly string[], asked: { knownAt?: string; key?: string | null } = {}) =>
  together(await Promise.all(names.map((name) => ask(question, name, { ...asked, parts: false }))));

describe("what names a facility", () => {
  it("has a row here, and can leave out the parts", () => {
    const asked = askedOfPlaces();
    expect(Object.keys(questions).toSorted()).toEqual([...asked.keys()].toSorted());
    expect([...asked].filter(([, can]) => !can)).toEqual([]);
  });

  it.each(Object.entries(questions))("answers for a whole what it answers for its parts taken together: %s", async (_path, question) => {
    const whole = await ask(question, "whole");
    expect(whole).toEqual(await alone(question, open));
    const itself = await ask(question, "whole", { parts: false });
    expect(itself).not.toEqual(whole);
    expect(itself).not.toEqual(await ask(question, "elsewhere").then(({ numbers }) => ({ ids: [], numbers: numbers.map(() => 0) })));
    // A part that is hidden, and what lies in it, is a part for those who may see it.
    expect(await ask(question, "whole", { key: hub.key })).toEqual(await alone(question, all, { key: hub.key }));
    // By the id of a merged record as by that of the one that stands for it.
    expect(await ask(question, "merged")).toEqual(await ask(question, "joined"));
  });

  it.each(Object.entries(questions).filter(([, question]) => question.includes("THEN")))(
    "answers with the parts of a moment as it was known then: %s",
    async (_path, question) => {
      const knownAt = beforeTheMerge;
      expect(await ask(question, "whole", { knownAt })).toEqual(await alone(question, open, { knownAt }));
      expect(await ask(question, "whole", { knownAt })).not.toEqual(await ask(question, "whole"));
      expect(await ask(question, "whole", { knownAt, key: hub.key })).toEqual(await alone(question, all, { knownAt, key: hub.key }));
    },
  );
});

it("a count of a part is compared with the people of that part, also among the counts of the whole", async () => {
  const query = `query($of: ID!) { reconciliation(metric: HELD, facility: $of) { rows { claim { id facility { id } } hub { reported upper } } } }`;
  const rowsOf = async (name: string) => (await hub.send(query, { of: place[name] }, null)).data["reconciliation"].rows as any[];
  const [ofPart] = (await rowsOf("partOfPart")) as [any];
  expect((await rowsOf("whole")).find(({ claim }) => claim.id === ofPart.claim.id)).toEqual(ofPart);
});

it("who heard of a release under a whole is told how it goes on when the part is no part any more", async () => {
  const [release] = (
    await ask("releases(filter: { facility: ID, state: VERIFIED PARTS }) { edges { node { id } } }", "part", { parts: false })
  ).ids;
  const told = async () =>
    (
      await hub.send(
        `query($of: [ID!]) { feed(first: 100, filter: { facility: $of }) { edges { node { __typename releaseId } } } }`,
        { of: place["whole"] },
        null,
      )
    ).data["feed"].edges.flatMap(({ node }: any) => (node.releaseId === release ? [node.__typename] : []));
  expect(await told()).toEqual(["ReleaseVerified"]);
  await hub.database.prisma.facility.update({ where: { id: localId(place["part"]!) }, data: { statedPartOfId: null } });
  await decide(hub, "retractVerification", { release, publicNote: "Not so." }, await hub.newKey("VERIFIER", "EDITOR"));
  expect(await told()).toEqual(["ReleaseRetracted"]);
});
