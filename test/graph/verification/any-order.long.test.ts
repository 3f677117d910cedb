/**
 * The order of recording, ids and merges never change the finding. Random worlds are recorded in random orders, each under ids of its own, and asked the same: people who are merged early or late, into one or the other;
 * events told twice, judged to be one, judged to be two, or judged by nobody; claims before and after the merge, on pages that repeat one another. Then a person decides on every event, and it is asked again.
 *
 * Which of two events is told first where neither their times nor the steps between tell, ids decide: so of spells their number is compared.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededRandom, type SeededRandom } from "../../../kit/seeded-random.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import {
  day,
  judge,
  recordDetainee,
  recordDocument,
  recordEvent,
  recordEventClaim,
  recordFacility,
  recordSource,
} from "../../kit/records.ts";

const [worlds, orders] = [3, 3];
const records = ["a", "b"] as const;
const whens = ["2026-01-05", "2026-01-05/2026-01-06", "2026-01-06", "2026-01", "2026-01-20", "2026-01-20/2026-01-22", "2026-01-21"];
const sources = [
  { name: "ministry", kind: "GOVERNMENT", independenceGroup: "the-state" },
  { name: "television", kind: "MEDIA", independenceGroup: "the-state" },
  { name: "wire", kind: "MEDIA" },
  { name: "paper", kind: "MEDIA" },
  { name: "watch", kind: "NGO" },
  { name: "sister", kind: "FAMILY" },
];
const connections = ["ORGANISATION", "REPORTER", "RELATIVE", "UNKNOWN"];

type Event = {
  readonly record: "a" | "b";
  readonly type: "ARREST" | "RELEASE";
  readonly when: string;
  readonly where: "facility" | "town" | "unknown";
};
type World = {
  readonly events: readonly Event[];
  /** By its place in `sources` the publisher, none for an unsigned one, and the pages before it that it repeats. */
  readonly pages: readonly { readonly publisher: number | null; readonly repeats: readonly number[] }[];
  readonly claims: readonly {
    readonly event: number;
    readonly source: number;
    readonly page: number;
    readonly stance: string;
    readonly connection: string;
  }[];
  readonly judgements: readonly { readonly as: number; readonly same: number; readonly one: boolean }[];
};

function worldOf(random: SeededRandom): World {
  const chance = (of: number) => random.between(0, of - 1) === 0;
  const told = new Map<string, Event>();
  for (let n = 0; n < 7; n += 1) {
    const event: Event = {
      record: random.oneOf(records),
      type: random.oneOf(["ARREST", "RELEASE", "RELEASE"] as const),
      when: random.oneOf(whens),
      where: random.oneOf(["facility", "facility", "town", "unknown"] as const),
    };
    told.set(JSON.stringify(event), event);
  }
  const events = [...told.values()];
  const pages = Array.from({ length: 6 }, (_, at) => ({
    publisher: chance(4) ? null : random.between(0, sources.length - 1),
    repeats: at === 0 || !chance(3) ? [] : [random.between(0, at - 1)],
  }));
  const claims = Array.from({ length: 14 }, () => ({
    event: random.between(0, events.length - 1),
    source: random.between(0, sources.length - 1),
    page: random.between(0, pages.length - 1),
    stance: chance(12) ? "DISPUTES" : "SUPPORTS",
    connection: random.oneOf(connections),
  }));
  const judged = new Set<number>();
  const judgements = events.flatMap((one, as) =>
    events.flatMap((other, same) => {
      if (as >= same || one.type !== other.type || one.record === other.record || judged.has(as) || judged.has(same) || chance(2))
        return [];
      for (const at of [as, same]) judged.add(at);
      return [{ as, same, one: !chance(3) }];
    }),
  );
  return { events, pages, claims, judgements };
}

/** Records a world in an order of its own; answers with the ids of its people and events. */
async function recorded(hub: Hub, { events, pages, claims, judgements }: World, random: SeededRandom, slug: string) {
  const ids = new Map<string, string>();
  const id = (name: string) => ids.get(name)!;
  type Step = { readonly name: string; readonly needs: readonly string[]; readonly make: () => Promise<unknown> };
  const home = { situation: slug };
  const steps: Step[] = [
    ...sources.map((source) => ({
      name: source.name,
      needs: [],
      make: () =>
        recordSource(hub, {
          ...source,
          slug: `${slug}-${source.name}`,
          name: `${source.name} of ${slug}`,
          independenceGroup: source.independenceGroup && `${slug}-state`,
          ...home,
        }),
    })),
    { name: "prison", needs: [], make: () => recordFacility(hub, { slug: `${slug}-prison`, ...home }) },
    ...records.map((record) => ({ name: record, needs: [], make: () => recordDetainee(hub, { name: `${record} of ${slug}`, ...home }) })),
    ...pages.map(({ publisher, repeats }, at) => ({
      name: `page ${at}`,
      needs: [...(publisher === null ? [] : [sources[publisher]!.name]), ...repeats.map((page) => `page ${page}`)],
      make: () =>
        recordDocument(hub, {
          ...{ title: `${at} of ${slug}`, publishedAt: day("2026-02-01"), derivedFrom: repeats.map((page) => id(`page ${page}`)) },
          ...(publisher === null ? {} : { publisher: id(sources[publisher]!.name) }),
        }),
    })),
    ...events.map(({ record, type, when, where }, at) => ({
      name: `event ${at}`,
      needs: [record, "prison"],
      make: () =>
        recordEvent(hub, id(record), {
          ...{ type, when: day(when), ...(type === "ARREST" ? { stage: null } : {}), ...home },
          ...(where === "facility" ? { facility: id("prison"), place: null } : { place: where === "town" ? "Caracas" : null }),
        }),
    })),
    ...claims.map(({ event, source, page, stance, connection }, at) => ({
      name: `claim ${at}`,
      needs: [`event ${event}`, sources[source]!.name, `page ${page}`],
      make: () =>
        recordEventClaim(hub, id(`event ${event}`), id(sources[source]!.name), id(`page ${page}`), {
          ...{ stance, connection, statement: `${at} is said`, asOf: day("2026-02-01") },
        }),
    })),
    {
      name: "merge",
      needs: records,
      make: () => {
        const [into, from] = random.between(0, 1) === 0 ? records : records.toReversed();
        return judge(hub, "mergeDetainees", { into: id(into), from: id(from) });
      },
    },
    ...judgements.map(({ as, same, one }, at) => ({
      name: `judgement ${at}`,
      needs: ["merge", `event ${as}`, `event ${same}`],
      make: () =>
        one
          ? judge(hub, "markDuplicateEvents", { as: id(`event ${as}`), same: id(`event ${same}`) })
          : judge(hub, "judgeEvents", { left: id(`event ${as}`), right: id(`event ${same}`), verdict: "NEGATIVE" }),
    })),
  ];
  const left = new Set(steps);
  while (left.size > 0) {
    const step = random.oneOf([...left].filter(({ needs }) => needs.every((name) => ids.has(name))));
    left.delete(step);
    const made = await step.make();
    ids.set(step.name, typeof made === "string" ? made : step.name);
  }
  return { person: id("a"), events: events.map((_, at) => id(`event ${at}`)) };
}

/** What is found, in words that are the same under other ids. */
async function found(hub: Hub, slug: string, { person, events }: Awaited<ReturnType<typeof recorded>>) {
  const query = `query($person: ID!, $events: [ID!]!, $situation: ID!) {
    events: nodes(ids: $events) { ... on CustodyEvent { id sameAs { id } state verification { acknowledged failedRules { code have need } roots { slug } } } }
    person: detainee(id: $person) {
      detentions { ordinal }
      early: possibleStatuses(asOf: "2026-01-06T12:00:00Z") between: possibleStatuses(asOf: "2026-01-12T00:00:00Z") late: possibleStatuses(asOf: "2026-02-10T00:00:00Z") }
    releases(filter: { situation: [$situation] }) { totalCount }
    released: reconciliation(metric: RELEASED, situation: $situation) { hub { lower upper corroborated reported contested } }
    arrested: reconciliation(metric: ARRESTED, situation: $situation) { hub { lower upper corroborated reported contested } }
    held: reconciliation(metric: HELD, situation: $situation) { hub { lower upper corroborated reported contested } } }`;
  const { data, errors } = await hub.send(query, { person, events, situation: slug });
  expect(errors).toBeUndefined();
  const text = events.reduce((all, id, at) => all.replaceAll(id, `event ${at}`), JSON.stringify(data).replaceAll(`${slug}-`, ""));
  const answer = JSON.parse(text) as { events: { sameAs: object | null }[] };
  // What another event stands for is in no list and no count, and found what it found when it was judged: `sameAs` leads on.
  return { ...answer, events: answer.events.map((event) => (event.sameAs === null ? event : { sameAs: event.sameAs })) };
}

let hub: Hub;
beforeAll(async () => {
  hub = await startHub("empty");
});
afterAll(() => hub[Symbol.asyncDispose]());

test.each(Array.from({ length: worlds }, (_, seed) => seed))(
  "world %i is found to be the same in every order, and so is what is decided on it",
  async (seed) => {
    const world = worldOf(seededRandom("a world", seed));
    const answers: unknown[] = [];
    for (let order = 0; order < orders; order += 1) {
      const slug = `w${seed}-${order}`;
      const { data } = await hub.send(
        `mutation($i: RecordSituationInput!) { recordSituation(input: $i) { ... on RecordSituationPayload { changed } } }`,
        {
          i: { slug, name: slug, countries: ["VE"], timeZone: "America/Caracas" },
        },
      );
      expect(data.recordSituation.changed).toBe(true);
      const ids = await recorded(hub, world, seededRandom(`an order of world ${seed}`, order), slug);
      const before = await found(hub, slug, ids);
      // Nobody verifies their own claims: another key decides, one event after the other.
      const verifier = await hub.newKey("VERIFIER");
      const decisions: string[] = [];
      for (const event of ids.events) {
        const answer = await hub.send(
          `mutation($i: VerifyEventInput!) { verifyEvent(input: $i) { __typename } }`,
          { i: { event } },
          verifier,
        );
        decisions.push(answer.data.verifyEvent.__typename);
      }
      answers.push({ before, decisions, after: await found(hub, slug, ids) });
    }
    for (const answer of answers.slice(1)) expect(answer).toEqual(answers[0]);
  },
);
