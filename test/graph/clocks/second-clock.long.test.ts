/** The second clock: what was known at a moment is answered the same for ever, whatever comes after. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { recordDetainee, recordDocument, recordEvent, recordSource } from "../../kit/records.ts";

const zone = "America/Caracas";

const everything = `query($k: DateTime, $t: DateTime = "2026-02-01T00:00:00Z", $people: [ID!]!, $places: [ID!]!, $speakers: [ID!]!) @inheritClocks {
  claims(knownAt: $k, first: 100) { totalCount edges { node { id statement status supersededBy { id } supersedes { id status } changeReason
    ... on CountClaim { lower upper gap { lower upper } revision { fall { lower upper } } }
    ... on EventClaim { stance event { id state detainee { id name status(asOf: $t) } verification { state ordinal roots { id } failedRules { rule } } } } } } }
  superseded: claims(knownAt: $k, filter: { status: SUPERSEDED }) { totalCount }
  releases(knownAt: $k, first: 50) { totalCount edges { node { id state acknowledged detainee { id } verifications { state ordinal } rearrest { id } claims { totalCount } } } }
  verified: releases(knownAt: $k, filter: { state: VERIFIED }) { totalCount }
  people: nodes(ids: $people) { ... on Detainee { id name status(asOf: $t, knownAt: $k) mergedInto(knownAt: $k) facility(asOf: $t, knownAt: $k) { id }
    detentions(asOf: $t, knownAt: $k) { ordinal end days { lower upper } began { id } events { id } } } }
  places: nodes(ids: $places) { ... on Facility { id detaineeCount(asOf: $t, knownAt: $k) releaseCount(knownAt: $k) mergedInto(knownAt: $k) } }
  speakers: nodes(ids: $speakers) { ... on Source { id countSeries(metric: RELEASED, knownAt: $k) { id lower status } stockFlow(knownAt: $k) { residual { lower upper } missing } } }
  reconciliation(metric: RELEASED, asOf: $t, knownAt: $k) { hub { verified lower upper corroborated reported }
    rows { source { id } claim { id status } hub { lower upper } reasons gap { lower upper } verdict named { both { totalCount } theirsOnly { edges { node { id } } } oursOnly { totalCount } } } }
  held: reconciliation(metric: HELD, asOf: $t, knownAt: $k) { hub { verified upper corroborated reported } rows { claim { id } gap { lower upper } } }
  revolvingDoor(until: $t, knownAt: $k) { released rearrested }
}`;

type World = {
  people: string[];
  places: string[];
  speakers: string[];
  document: string;
  events: string[];
  claims: string[];
  judgements: string[];
};

async function found(hub: Hub): Promise<World> {
  const [document, ...speakers] = await Promise.all([
    recordDocument(hub),
    recordSource(hub),
    recordSource(hub),
    recordSource(hub, { kind: "GOVERNMENT" }),
  ]);
  const people = await Promise.all(["Ana Pérez", "Ana Peres", "Luis Gil"].map((name) => recordDetainee(hub, { name })));
  const places: string[] = [];
  for (const slug of ["north", "south"]) {
    const { data } = await hub.send(
      `mutation($i: RecordFacilityInput!) { recordFacility(input: $i) { ... on RecordFacilityPayload { facility { id } } } }`,
      {
        i: { slug, name: slug, kind: "PENAL", country: "VE" },
      },
    );
    places.push(data.recordFacility.facility.id);
  }
  return { people, places, speakers, document, events: [], claims: [], judgements: [] };
}

const pick = <Item>(items: readonly Item[], at: number): Item | undefined => items[at % Math.max(1, items.length)];
type Step = { kind: number; a: number; b: number; c: number };

/** One change of any kind; refusals are part of a history. */
async function take(hub: Hub, verifier: string, world: World, { kind, a, b, c }: Step): Promise<string> {
  const day = `2026-01-${String(10 + (c % 15)).padStart(2, "0")}`;
  const when = { edtf: day, timeZone: zone };
  const ask = async (name: string, input: object, payload: string, key?: string) => {
    const title = name[0]!.toUpperCase() + name.slice(1);
    const { data, errors } = await hub.send(
      `mutation($i: ${title}Input!) { ${name}(input: $i) { __typename ... on ${title}Payload { ${payload} } } }`,
      { i: input },
      key,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data[name];
  };
  const claim = { assertedBy: pick(world.speakers, b)!, document: world.document, statement: `Said of ${a} ${b} ${c}.`, asOf: when };
  const event = pick(world.events, a);
  switch (kind % 11) {
    case 0: {
      const type = ["ARREST", "RELEASE", "TRANSFER", "RELEASE"][b % 4]!;
      const release = type === "RELEASE" ? { stage: "EFFECTED" } : { stage: null, outcome: null, conditions: null };
      world.events.push(
        await recordEvent(hub, pick(world.people, a)!, { type, when, facility: pick(world.places, c), place: null, ...release }),
      );
      return "recordEvent";
    }
    case 1:
    case 2:
    case 3: {
      if (!event) return "nothing";
      const { claim: made } = await ask(
        "recordEventClaim",
        { ...claim, event, stance: c % 9 === 0 ? "DISPUTES" : "SUPPORTS", connection: "ORGANISATION" },
        "claim { id }",
      );
      world.claims.push(made.id);
      return "recordEventClaim";
    }
    case 4: {
      const input = {
        ...claim,
        metric: a % 3 === 0 ? "HELD" : "RELEASED",
        measure: a % 3 === 0 ? "STOCK" : "CUMULATIVE",
        qualifier: "EXACT",
        value: c,
        periodStart: a % 3 === 0 ? null : { edtf: "2026-01-08", timeZone: zone },
      };
      world.claims.push((await ask("recordCountClaim", input, "claim { id }")).claim.id);
      return "recordCountClaim";
    }
    case 5: {
      const corrected = pick(world.claims, a);
      if (!corrected) return "nothing";
      const withdrawn = b % 3 === 0;
      const made = await ask(
        "supersedeClaim",
        withdrawn
          ? { claim: corrected, changeReason: "SOURCE_RETRACTED" }
          : { claim: corrected, changeReason: "OUR_ERROR", statement: `Corrected ${c}.` },
        "claim { id }",
      );
      if (made.claim) world.claims.push(made.claim.id);
      return "supersedeClaim";
    }
    case 6:
    case 7: {
      if (!event || !Buffer.from(event, "base64").toString().startsWith("Release")) return "nothing";
      const verb = ["verifyRelease", "verifyRelease", "contestRelease", "retractVerification", "refuteRelease"][b % 5]!;
      await ask(verb, { release: event, publicNote: "Decided." }, "changed", verifier);
      return verb;
    }
    case 8:
    case 9: {
      const noun = ["Detainee", "Facility", "Source"][c % 3]!;
      const records = { Detainee: world.people, Facility: world.places, Source: world.speakers }[noun]!;
      const verb = { Detainee: "mergeDetainees", Facility: "mergeFacilities", Source: "mergeSources" }[noun]!;
      const [into, from] = [pick(records, a)!, pick(records, b)!];
      if (into === from) return "nothing";
      const made = await ask(verb, { into, from }, "judgement { id }");
      if (made.judgement) world.judgements.push(made.judgement.id);
      return verb;
    }
    default: {
      const judgement = pick(world.judgements, a);
      if (!judgement) return "nothing";
      await ask("undoJudgement", { judgement }, "changed");
      return "undoJudgement";
    }
  }
}

it("answers what was known at any moment as it was answered then, through corrections, decisions, merges and their undoing", async () => {
  const taken = new Set<string>();
  let changes = 0;
  const step = fc.record({ kind: fc.nat(10), a: fc.nat(30), b: fc.nat(30), c: fc.nat(60) });
  await fc.assert(
    fc.asyncProperty(fc.noBias(fc.array(fc.noBias(step), { minLength: 24, maxLength: 34 })), async (history) => {
      await using hub = await startHub("empty");
      const verifier = await hub.newKey("VERIFIER", "EDITOR");
      const world = await found(hub);
      const { people, places, speakers } = world;
      const ask = async (k: string | null) => {
        const { data, errors } = await hub.send(everything, { k, people, places, speakers });
        expect(errors).toBeUndefined();
        return JSON.stringify(data);
      };
      const answers: { k: string; answer: string }[] = [];
      for (const one of history) {
        taken.add(await take(hub, verifier, world, one));
        const { data } = await hub.send(`{ reconciliation(metric: RELEASED) { knownAt } }`);
        const k = data.reconciliation.knownAt as string;
        const answer = await ask(k);
        // Asked without a moment, it is the same by another road.
        expect(answer).toBe(await ask(null));
        answers.push({ k, answer });
      }
      for (const { k, answer } of answers) expect(await ask(k)).toBe(answer);
      changes += new Set(answers.map(({ answer }) => answer)).size;
    }),
    { seed: 2, numRuns: 2, endOnFailure: true },
  );
  // The histories were of every kind, or the law was hardly asked.
  expect(changes).toBeGreaterThan(15);
  for (const verb of ["recordEvent", "recordEventClaim", "recordCountClaim", "supersedeClaim", "mergeDetainees", "undoJudgement"])
    expect(taken).toContain(verb);
});
