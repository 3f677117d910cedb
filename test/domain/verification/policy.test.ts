import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ClaimConnectionKind, SourceKind } from "../../../src/db/generated/prisma/enums.ts";
import { firstPolicy } from "../../kit/database.ts";
import { decidingClaim, evaluate, type Evidence, type EvidenceClaim } from "../../../src/domain/verification/policy.ts";

const policy = await firstPolicy();
const root = (origin: string, sourceId = origin) => ({ origin, sourceId, isRoot: true });

// Two independent origins, one of which published the name: with the event below, just enough.
const foroPenal: EvidenceClaim = {
  id: "foro-penal",
  stance: "SUPPORTS",
  connection: "ORGANISATION",
  sourceKind: "NGO",
  recordedBy: "key:ana",
  root: root("foro-penal"),
};
const party: EvidenceClaim = {
  ...foroPenal,
  id: "party",
  connection: "UNKNOWN",
  sourceKind: "PARTY",
  recordedBy: "key:ben",
  root: root("party"),
};
const ministry: EvidenceClaim = { ...party, id: "ministry", connection: "OFFICIAL", sourceKind: "GOVERNMENT", root: root("ministry") };
const prosecutor: EvidenceClaim = { ...ministry, id: "prosecutor", root: root("prosecutor") };
const denial: EvidenceClaim = { ...party, id: "denial", stance: "DISPUTES", root: root("denial") };

const event: Evidence["event"] = {
  type: "RELEASE",
  stage: "EFFECTED",
  earliest: new Date("2026-01-12T04:00:00Z"),
  latest: new Date("2026-01-13T04:00:00Z"),
  placed: true,
};
const judge = (claims: readonly EvidenceClaim[], change: Partial<Evidence["event"]> = {}) =>
  evaluate(policy, { event: { ...event, ...change }, claims });
const hours = (count: number) => new Date(event.earliest!.getTime() + count * 3_600_000);

describe("a release", () => {
  it("that satisfies every rule is CORROBORATED and waits for a person", () => {
    expect(judge([foroPenal, party])).toEqual({
      state: "CORROBORATED",
      policyVersion: "v1",
      roots: ["foro-penal", "party"],
      claims: ["foro-penal", "party"],
      failedRules: [
        {
          rule: "HUMAN_DECISION",
          message: "No person has decided yet.",
          needed: "A decision by a holder of the verifier scope who did not record the deciding claim.",
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
    ["a time too wide", [foroPenal, party], { latest: hours(96.5) }, ["IDENTITY", "The time is only known to within 97 hours.", nearer]],
    [
      "no place",
      [foroPenal, party],
      { placed: false },
      ["IDENTITY", "Neither the facility nor a place is known.", "The facility, or the place where it happened."],
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
    expect(judge(claims, change).failedRules).toEqual([{ rule, message, needed }]);
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
  it("needs neither place nor stage", () => {
    expect(judge([foroPenal, party], { type: "ARREST", stage: null, placed: false }).state).toBe("CORROBORATED");
  });
  it("needs independent origins all the same", () => {
    expect(judge([foroPenal], { type: "ARREST", stage: null, placed: false }).state).toBe("REPORTED");
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
    const repetition = { ...party, id: "repeats", root: { origin: "group", sourceId: "quoted", isRoot: false } };
    const firstHand = { ...party, id: "says", root: root("group", "speaker") };
    expect(judge([repetition, firstHand]).roots).toEqual(["speaker"]);
  });

  it.each(Object.values(ClaimConnectionKind).map((connection) => ({ connection, direct: policy.direct.includes(connection) })))(
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

describe("the state", () => {
  it.each([
    ["one office", [ministry], "Only 1 independent origin supports it."],
    ["two offices", [ministry, prosecutor], "Only 1 independent origin supports it."],
    ["an office that was there", [{ ...ministry, connection: "WITNESS" as const }, prosecutor], "Only 1 independent origin supports it."],
  ])("alone is never enough: %s", (_, claims, message) => {
    const { state, acknowledged, failedRules } = judge(claims);
    expect({ state, acknowledged }).toEqual({ state: "REPORTED", acknowledged: true });
    expect(failedRules.map(({ rule }) => rule)).toEqual(["INDEPENDENCE", "DIRECT_WITNESS", "BEYOND_THE_STATE"]);
    expect(failedRules.map((failure) => failure.message)).toContain(message);
    expect(failedRules.at(-1)).toEqual({
      rule: "BEYOND_THE_STATE",
      message: "Only the state says so.",
      needed: "An origin other than the state.",
    });
  });

  it("and one watcher are enough, and the release counts as acknowledged", () => {
    expect(judge([ministry, foroPenal])).toMatchObject({ state: "CORROBORATED", roots: ["ministry", "foro-penal"], acknowledged: true });
  });

  it("and a bystander without a direct witness are not enough", () => {
    expect(judge([ministry, party]).failedRules.map(({ rule }) => rule)).toEqual(["DIRECT_WITNESS"]);
  });

  const broadcaster: EvidenceClaim = { ...ministry, id: "broadcaster", sourceKind: "MEDIA", root: root("ministry", "broadcaster") };
  it.each([
    ["the office first", [ministry, broadcaster, foroPenal]],
    ["its broadcaster first", [broadcaster, ministry, foroPenal]],
  ])("acknowledges with any of the voices of one independence group: %s", (_, claims) => {
    expect(judge(claims)).toMatchObject({ state: "CORROBORATED", acknowledged: true });
  });

  it("acknowledges nothing by disputing", () => {
    expect(judge([foroPenal, party, { ...ministry, stance: "DISPUTES" }])).toMatchObject({ state: "CONTESTED", acknowledged: false });
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

describe("the deciding claim", () => {
  it.each([
    ["is the second of two independent ones", [foroPenal, party], "party"],
    ["is the direct witness that came last", [party, { ...party, id: "other", root: root("other") }, foroPenal], "foro-penal"],
    ["is not one that came after the scale had tipped", [foroPenal, party, { ...party, id: "late", root: root("late") }], "party"],
    ["is not one that only repeats", [foroPenal, { ...foroPenal, id: "cnn" }, party], "party"],
    ["is the watcher who bears the state out", [ministry, prosecutor, foroPenal], "foro-penal"],
    ["is nobody's while one origin speaks", [foroPenal], undefined],
    ["is nobody's where the state alone speaks", [ministry, prosecutor], undefined],
    ["is nobody's while a dispute that came first is live", [denial, foroPenal, party], undefined],
    ["is nobody's while a dispute that came last is live", [foroPenal, party, denial], undefined],
    ["is nobody's without claims", [], undefined],
  ])("%s", (_, claims, id) => {
    expect(decidingClaim(policy, { event, claims })?.id).toBe(id);
  });

  it("is nobody's where the event itself does not satisfy the policy", () => {
    expect(decidingClaim(policy, { event: { ...event, stage: "ORDERED" }, claims: [foroPenal, party] })).toBeNull();
  });
});

// A few origins, so that they meet; a kind of source for each claim, since a ministry and a state broadcaster share one independence group.
const anyClaim = fc.record({
  stance: fc.constant("SUPPORTS" as const),
  connection: fc.constantFrom(...Object.values(ClaimConnectionKind)),
  sourceKind: fc.constantFrom(...Object.values(SourceKind)),
  recordedBy: fc.constant("key:ana"),
  root: fc.record({ origin: fc.constantFrom("a", "b", "c"), sourceId: fc.constantFrom("s", "t"), isRoot: fc.boolean() }),
});
const numbered = (claims: readonly Omit<EvidenceClaim, "id">[]) => claims.map((claim, index) => ({ ...claim, id: String(index) }));
const kindOfOrigin = { a: "GOVERNMENT", b: "GOVERNMENT", c: "NGO" } as const;

describe("for any evidence", () => {
  it("one more supporting claim never takes CORROBORATED away", () => {
    const oneKindAnOrigin = anyClaim.map((claim) => ({ ...claim, sourceKind: kindOfOrigin[claim.root.origin] }));
    fc.assert(
      fc.property(fc.array(oneKindAnOrigin, { maxLength: 6 }), oneKindAnOrigin, fc.nat(6), (claims, added, at) => {
        fc.pre(judge(numbered(claims)).state === "CORROBORATED");
        expect(judge(numbered(claims.toSpliced(at, 0, added))).state).toBe("CORROBORATED");
      }),
      { numRuns: 1000 },
    );
  });

  it("one live dispute makes it CONTESTED", () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 6 }), fc.nat(6), (claims, at) => {
        expect(judge(numbered(claims).toSpliced(at, 0, denial)).state).toBe("CONTESTED");
      }),
    );
  });

  it("the order in which claims were recorded changes neither the state, nor the rules that failed, nor the number of origins", () => {
    const shuffled = fc
      .array(anyClaim, { maxLength: 6 })
      .map(numbered)
      .chain((claims) => fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })));
    fc.assert(
      fc.property(shuffled, ([claims, others]) => {
        const [one, other] = [judge(claims), judge(others)].map(({ state, acknowledged, failedRules, roots }) => {
          return { state, acknowledged, failedRules, roots: roots.length };
        });
        expect(other).toEqual(one);
      }),
      { numRuns: 1000 },
    );
  });
});
