import { describe, expect, it } from "vitest";
import { ClaimConnectionKind } from "../../../src/db/generated/prisma/enums.ts";
import { evaluate, holdsWithout, type Evidence, type EvidenceClaim } from "../../../src/domain/verification/policy.ts";
import { firstPolicy } from "../../kit/database.ts";
import { root, now, foroPenal, party, denial, event } from "./given-evidence.ts";

const policy = await firstPolicy();
const judge = (claims: readonly EvidenceClaim[], change: Partial<Evidence["event"]> = {}) =>
  evaluate(policy, { event: { ...event, ...change }, claims, timeline: [] }, now);
const hours = (count: number) => new Date(event.earliest.getTime() + count * 3_600_000);

describe("a release", () => {
  it("that satisfies every rule is CORROBORATED and waits for a person", () => {
    expect(judge([foroPenal, party])).toEqual({
      state: "CORROBORATED",
      policyVersion: "v2",
      roots: ["foro-penal", "party"],
      claims: ["foro-penal", "party"],
      failedRules: [
        {
          ...{ rule: "HUMAN_DECISION", code: "NO_DECISION", have: 0, need: 1, missing: 1 },
          message: "No person has decided yet.",
          needed: "A decision by a holder of the verifier scope, without whose own recorded claims the other rules hold all the same.",
        },
      ],
      acknowledged: false,
    });
  });

  it("without any claim is REPORTED", () => {
    expect(judge([])).toMatchObject({ state: "REPORTED", roots: [], claims: [], acknowledged: false });
  });
});

const twoOrigins = "2 independent origins; pages that repeat one statement are one.";
const nearer = "A time known to within 72 hours.";
const anyOtherEvidence = "Evidence that the person is out, recorded as a release with the stage EFFECTED.";

describe("one rule that fails alone is told, with what would satisfy it:", () => {
  it.each<[string, readonly EvidenceClaim[], Partial<Evidence["event"]>, [rule: string, message: string, needed: string]]>([
    ["a time open at its end", [foroPenal, party], { latest: null }, ["IDENTITY", "The time is not known on both sides.", nearer]],
    ["a time open at its beginning", [foroPenal, party], { earliest: null }, ["IDENTITY", "The time is not known on both sides.", nearer]],
    [
      "a time that is not known at all",
      [foroPenal, party],
      { earliest: null, latest: null },
      ["IDENTITY", "The time is not known on both sides.", nearer],
    ],
    ["a time too wide", [foroPenal, party], { latest: hours(96.5) }, ["IDENTITY", "The time is only known to within 5 days.", nearer]],
    [
      "no more than a country",
      [foroPenal, party],
      { place: "Venezuela" },
      [
        "IDENTITY",
        '"Venezuela" names a country, and no place in it.',
        "The facility, or the place where it happened: no less than the first-level area of the country, such as a state.",
      ],
    ],
    [
      "no place",
      [foroPenal, party],
      { place: null },
      [
        "IDENTITY",
        "Neither the facility nor a place is known.",
        "The facility, or the place where it happened: no less than the first-level area of the country, such as a state.",
      ],
    ],
    [
      "an announcement",
      [foroPenal, party],
      { stage: "ANNOUNCED" },
      ["EFFECTED", "The release is announced, not effected.", anyOtherEvidence],
    ],
    ["an order", [foroPenal, party], { stage: "ORDERED" }, ["EFFECTED", "The release is ordered, not effected.", anyOtherEvidence]],
    ["one origin", [foroPenal], {}, ["INDEPENDENCE", "Only 1 independent origin supports it.", twoOrigins]],
    [
      "nobody who was there",
      [party, { ...party, id: "other party", root: root("other party") }],
      {},
      [
        "DIRECT_WITNESS",
        "No direct witness and no organisation that published the name is among the origins.",
        "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.",
      ],
    ],
    [
      "a dispute",
      [foroPenal, party, denial],
      {},
      [
        "NO_LIVE_DISPUTE",
        "1 live claim disputes it.",
        "That each disputing claim is answered: superseded, retracted, or the event refuted.",
      ],
    ],
    [
      "two disputes",
      [foroPenal, denial, party, { ...denial, id: "again" }],
      {},
      [
        "NO_LIVE_DISPUTE",
        "2 live claims dispute it.",
        "That each disputing claim is answered: superseded, retracted, or the event refuted.",
      ],
    ],
  ])("%s", (_, claims, change, [rule, message, needed]) => {
    expect(judge(claims, change).failedRules).toMatchObject([{ rule, message, needed }]);
  });
});

describe("the time of an event", () => {
  it.each([
    [0, "CORROBORATED"],
    [24, "CORROBORATED"],
    [72, "CORROBORATED"],
    [72 + 1 / 3_600_000, "REPORTED"],
    [73, "REPORTED"],
  ])("that is known to within %d hours leaves the release %s", (width, state) => {
    expect(judge([foroPenal, party], { latest: hours(width) }).state).toBe(state);
  });
});

describe("an event that is no release", () => {
  it.each<[Evidence["event"]["type"], string | null, string]>([
    ["DEATH", null, "CORROBORATED"],
    ["DISAPPEARANCE", null, "CORROBORATED"],
    ["SENTENCE", null, "CORROBORATED"],
    ["ARREST", null, "REPORTED"],
    ["ARREST", "unknown", "REPORTED"],
    ["ARREST", "Trujillo", "CORROBORATED"],
    ["TRANSFER", null, "REPORTED"],
  ])("%s at %j is %s, and needs no stage", (type, place, state) => {
    expect(judge([foroPenal, party], { type, stage: null, place }).state).toBe(state);
  });
  it("needs independent origins all the same", () => {
    expect(judge([foroPenal], { type: "DEATH", stage: null }).failedRules.map(({ rule }) => rule)).toEqual(["INDEPENDENCE"]);
  });
});

describe("numbers stand beside the sentences:", () => {
  it.each<[string, readonly EvidenceClaim[], Partial<Evidence["event"]>, object]>([
    ["hours", [foroPenal, party], { latest: hours(96.5) }, { code: "TIME_TOO_WIDE", have: 97, need: 72, missing: null }],
    ["origins", [foroPenal], {}, { code: "TOO_FEW_ORIGINS", have: 1, need: 2, missing: 1 }],
    ["disputes", [foroPenal, party, denial], {}, { code: "DISPUTED", have: 1, need: 0, missing: null }],
  ])("%s", (_, claims, change, numbers) => {
    expect(judge(claims, change).failedRules).toMatchObject([numbers]);
  });
});

describe("origins", () => {
  it("are counted once, however many claims go back to them", () => {
    const repeated = [foroPenal, { ...foroPenal, id: "cnn quotes" }, { ...foroPenal, id: "npr quotes" }];
    expect(judge(repeated)).toMatchObject({ state: "REPORTED", roots: ["foro-penal"], claims: ["foro-penal", "cnn quotes", "npr quotes"] });
  });

  it("are one where two sources share an independence group", () => {
    const coalition = [foroPenal, party, { ...party, id: "ally", root: root("party", "ally") }];
    expect(judge(coalition).roots).toEqual(["foro-penal", "party"]);
    expect(judge(coalition.slice(1)).state).toBe("REPORTED");
  });

  it("are represented by who said it first-hand, even when a repetition was recorded before", () => {
    const repetition = { ...party, id: "repeats", root: { ...root("group", "quoted"), isRoot: false } };
    const firstHand = { ...party, id: "says", root: root("group", "speaker") };
    expect(judge([repetition, firstHand]).roots).toEqual(["speaker"]);
  });

  it.each(Object.values(ClaimConnectionKind).map((connection) => ({ connection, direct: policy.directConnections.includes(connection) })))(
    "of which one is a $connection have a direct witness: $direct",
    ({ connection, direct }) => {
      expect(judge([{ ...foroPenal, connection }, party]).state).toBe(direct ? "CORROBORATED" : "REPORTED");
    },
  );

  it("have no direct witness in a page that only repeats one, whatever the page is", () => {
    const repetition: EvidenceClaim = { ...party, id: "page", connection: "REPORTER", root: { ...party.root, isRoot: false } };
    const other = { ...party, id: "other", root: root("other") };
    expect(judge([repetition, other]).failedRules.map(({ rule }) => rule)).toEqual(["DIRECT_WITNESS"]);
  });
});

describe("a live dispute", () => {
  it.each([
    ["of a corroborated release", [foroPenal, party, denial]],
    ["of a release that one origin reports", [foroPenal, denial]],
    ["without any support", [denial]],
  ])("%s makes it CONTESTED, and is among the claims that the finding rests on", (_, claims) => {
    const { state, claims: restsOn } = judge(claims);
    expect({ state, restsOn }).toEqual({ state: "CONTESTED", restsOn: claims.map(({ id }) => id) });
  });
});

describe("whoever decides", () => {
  const third = { ...party, id: "third", holder: "cleo", root: root("third") };
  it.each<[string, readonly EvidenceClaim[], string, boolean]>([
    ["recorded nothing", [foroPenal, party], "cleo", true],
    ["recorded one of two origins", [foroPenal, party], "ana", false],
    ["recorded the first, though another tipped the scale", [foroPenal, party, third], "ana", false],
    ["recorded one of three origins, none of them the direct witness", [foroPenal, party, third], "ben", true],
    ["recorded a repetition", [foroPenal, party, { ...foroPenal, id: "again", holder: "ben" }, third], "ben", true],
    ["recorded the dispute: it counts all the same", [foroPenal, party, { ...denial, holder: "cleo" }], "cleo", false],
  ])("%s", (_, claims, holder, may) => {
    expect(holdsWithout(policy, { event, claims, timeline: [] }, holder, now)).toBe(may);
    expect(holdsWithout(policy, { event, claims: claims.toReversed(), timeline: [] }, holder, now)).toBe(may);
  });
});
