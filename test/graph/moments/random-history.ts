/** Histories of chance: records, corrections, merges and their undoing, decisions, and what is hidden and shown, through the public door. */
import type { SeededRandom } from "../../../kit/seeded-random.ts";
import { eventTypeNames } from "../../../src/domain/records/custody-event.ts";
import { amend } from "../../kit/amending.ts";
import type { Hub } from "../../kit/hub.ts";
import {
  day,
  decide,
  judge,
  recordCountClaim,
  recordDetainee,
  recordDocument,
  recordEvent,
  recordEventClaim,
  recordFacility,
  recordRemark,
  recordSource,
} from "../../kit/records.ts";

/** Global ids by type; slugs of a source and of a place; judgements that can be taken back. */
export type World = {
  readonly ids: Readonly<Record<string, string[]>>;
  readonly slugs: Readonly<Record<string, string>>;
  readonly judgements: string[];
};

const events = Object.values(eventTypeNames);

/** A few records of each noun, some with "open" in their names. */
export async function begin(hub: Hub): Promise<World> {
  const Source = [
    await recordSource(hub, { slug: "open-one", name: "Open one" }),
    await recordSource(hub),
    await recordSource(hub, { kind: "GOVERNMENT" }),
  ];
  const Document = [await recordDocument(hub, { language: "es", publisher: Source[0] }), await recordDocument(hub)];
  const whole = await recordFacility(hub, { slug: "open-place", name: "Open place" });
  const Facility = [whole, await recordFacility(hub, { partOf: whole }), await recordFacility(hub)];
  const Detainee = [
    await recordDetainee(hub, { name: "Ana Open", nationalities: ["VE"] }),
    await recordDetainee(hub, { name: "Ana Opén", nationalities: ["PE"] }),
    await recordDetainee(hub),
  ];
  const others = [...events, "CountClaim", "EventClaim", "RemarkClaim", "Definition", "Verification"].map((type) => [type, []] as const);
  return {
    ids: { Source, Document, Facility, Detainee, ...Object.fromEntries(others) },
    slugs: { Source: "open-one", Facility: "open-place" },
    judgements: [],
  };
}

/** Makes one change, and says of which kind. What is refused is part of a history, too. */
export async function change(hub: Hub, { ids, judgements }: World, random: SeededRandom, verifier: string): Promise<string> {
  const one = (type: string) => random.oneOf(ids[type]!);
  const dated = () => day(`2026-01-${random.between(10, 24)}`);
  const name = () => random.oneOf(["Ana Open", "Luis Gil", "Zoé Open", "Ámbar", "Open Ñandú"]);
  const country = () => random.oneOf(["VE", "PE"]);
  const maybe = <Value>(value: Value) => random.oneOf([null, value]);
  const happened = events.flatMap((type) => ids[type]!);
  const correct = (noun: string, record: string, fields: object) =>
    amend(hub, noun, { [noun]: record, changeReason: "OUR_ERROR", ...fields });
  const kinds: Readonly<Record<string, () => Promise<unknown>>> = {
    recordDetainee: async () =>
      ids["Detainee"]!.push(
        await recordDetainee(hub, { name: name(), nationalities: [country()], ageGroup: random.oneOf(["ADULT", "UNKNOWN"]) }),
      ),
    recordFacility: async () =>
      ids["Facility"]!.push(await recordFacility(hub, { name: name(), country: country(), partOf: maybe(one("Facility")) })),
    recordSource: async () => ids["Source"]!.push(await recordSource(hub, { name: name(), kind: random.oneOf(["NGO", "MEDIA"]) })),
    recordDocument: async () =>
      ids["Document"]!.push(await recordDocument(hub, { publishedAt: dated(), publisher: one("Source"), derivedFrom: [one("Document")] })),
    async recordEvent() {
      const type = random.oneOf(["ARREST", "RELEASE", "RELEASE", "TRANSFER"] as const);
      const released = { stage: "EFFECTED", conditions: random.oneOf([[], ["GAG_ORDER"]]) };
      const more = type === "RELEASE" ? released : { stage: null, outcome: null, conditions: null };
      ids[eventTypeNames[type]]!.push(
        await recordEvent(hub, one("Detainee"), { type, ...more, when: dated(), facility: one("Facility"), place: null }),
      );
    },
    async recordClaims() {
      const about = { assertedBy: one("Source"), document: one("Document") };
      for (const event of happened.slice(-3))
        ids["EventClaim"]!.push(await recordEventClaim(hub, event, one("Source"), about.document, { asOf: dated() }));
      ids["CountClaim"]!.push(
        await recordCountClaim(hub, about.assertedBy, about.document, { asOf: dated(), facility: maybe(one("Facility")) }),
      );
      ids["RemarkClaim"]!.push(await recordRemark(hub, about.assertedBy, about.document, { asOf: dated(), facility: one("Facility") }));
    },
    amendDetainee: () =>
      correct(
        "detainee",
        one("Detainee"),
        random.oneOf([
          { name: name() },
          { nationalities: [country()] },
          { sex: random.oneOf(["FEMALE", "MALE"]), occupations: ["teacher"] },
          { named: random.oneOf([true, false]), ethnicities: ["Wayuu"] },
          { ageGroup: random.oneOf(["ADULT", "UNKNOWN"]) },
          { names: [{ text: `${name()} Alias`, kind: "ALIAS" }] },
        ]),
      ),
    amendFacility: () =>
      correct(
        "facility",
        one("Facility"),
        random.oneOf([
          { name: name() },
          { country: country() },
          { kind: "POLICE" },
          { partOf: maybe(one("Facility")) },
          { aliases: [name()] },
        ]),
      ),
    amendSource: () => correct("source", one("Source"), random.oneOf([{ name: name() }, { kind: "MEDIA" }, { aliases: [name()] }])),
    amendDocument: () =>
      correct(
        "document",
        one("Document"),
        random.oneOf([
          { language: random.oneOf(["es", "qu"]) },
          { publisher: maybe(one("Source")) },
          { publishedAt: dated() },
          { kind: "REPORT" },
        ]),
      ),
    async amendEvent() {
      if (happened.length > 0)
        await correct(
          "event",
          random.oneOf(happened),
          random.oneOf([{ when: dated() }, { facility: one("Facility") }, { age: random.between(18, 80), charges: ["treason"] }]),
        );
    },
    async decide() {
      const [release] = ids["Release"]!.slice(-random.between(1, 4));
      const verb = random.oneOf(["verifyRelease", "contestRelease", "retractVerification", "refuteRelease"]);
      if (release !== undefined) await decide(hub, verb, { release, publicNote: "Decided." }, verifier);
    },
    async merge() {
      const [noun, verb] = random.oneOf([
        ["Detainee", "mergeDetainees"],
        ["Facility", "mergeFacilities"],
        ["Source", "mergeSources"],
      ] as const);
      const { judgement } = await judge(hub, verb, { into: one(noun), from: one(noun) });
      if (judgement) judgements.push(judgement.id);
    },
    async undoJudgement() {
      if (judgements.length > 0) await judge(hub, "undoJudgement", { judgement: random.oneOf(judgements) });
    },
    async setVisibility() {
      const input = {
        record: one(random.oneOf(["Detainee", "Facility", "Source", "Document"])),
        visibility: random.oneOf(["PUBLIC", "RESTRICTED"]),
      };
      await hub.send(`mutation($i: SetVisibilityInput!) { setVisibility(input: $i) { __typename } }`, { i: input });
    },
  };
  const kind = random.oneOf([...Object.keys(kinds), "recordEvent", "recordClaims", "merge", "amendDetainee", "undoJudgement"]);
  await kinds[kind]!();
  return kind;
}
