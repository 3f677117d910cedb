/** What holds for any evidence: claims with any sets of origins, in any order. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ClaimConnectionKind } from "../../../src/db/generated/prisma/enums.ts";
import { evaluate, type EvidenceClaim, type Policy } from "../../../src/domain/verification/policy.ts";
import type { Origin } from "../../../src/domain/origins/roots.ts";

const policy: Policy = {
  ...{ version: "v", maxHours: 72, minRoots: 2, custodianGroups: ["state"] },
  directConnections: ["VICTIM", "WITNESS", "ORGANISATION"],
};
const event = {
  ...({ type: "RELEASE", stage: "EFFECTED", facility: true, place: null } as const),
  ...{ earliest: new Date("2026-01-12T04:00:00Z"), latest: new Date("2026-01-13T04:00:00Z") },
};
const unknown = { earliest: null, latest: null };
const judge = (claims: readonly EvidenceClaim[]) => evaluate(policy, { event, claims, timeline: [] }, new Date("2026-02-01T00:00:00Z"));

const keys = ["a", "b", "c", "d", "ministry", "broadcaster"];
const originOf = (key: string, idOf: (key: string) => string): Origin => {
  const ofTheState = key === "ministry" || key === "broadcaster";
  return { key: idOf(key), sourceId: idOf(key), slug: key, groups: ofTheState ? ["state"] : [], government: key === "ministry" };
};
type Drawn = { connection: ClaimConnectionKind; from: string[]; first: boolean };
const anyClaim: fc.Arbitrary<Drawn> = fc.record({
  connection: fc.constantFrom(...Object.values(ClaimConnectionKind)),
  from: fc.subarray(keys, { minLength: 1, maxLength: 3 }),
  first: fc.boolean(),
});
const said = (drawn: readonly Drawn[], idOf: (key: string) => string = (same) => same) =>
  drawn.map(({ connection, from, first }, index): EvidenceClaim => {
    const origins = from.map((key) => originOf(key, idOf));
    const root = { origins, sourceId: origins[0]!.sourceId!, slug: origins[0]!.slug, isRoot: first && origins.length === 1 };
    return { id: `${index}`, stance: "SUPPORTS", connection, holder: "ana", asOf: unknown, published: unknown, root };
  });

describe("for any evidence", () => {
  it("one more supporting claim never takes CORROBORATED away", () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 6 }), anyClaim, fc.nat(6), (claims, added, at) => {
        fc.pre(judge(said(claims)).state === "CORROBORATED");
        expect(judge(said(claims.toSpliced(at, 0, added))).state).toBe("CORROBORATED");
      }),
      { numRuns: 1000 },
    );
  });

  it("one live dispute makes it CONTESTED", () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 6 }), anyClaim, fc.nat(6), (claims, other, at) => {
        const denial: EvidenceClaim = { ...said([other])[0]!, id: "denial", stance: "DISPUTES" };
        expect(judge(said(claims).toSpliced(at, 0, denial)).state).toBe("CONTESTED");
      }),
    );
  });

  it("neither the order of recording nor ids change the finding: its state, what failed with which numbers, and who stands for the origins", () => {
    const shuffled = fc
      .array(anyClaim, { maxLength: 6 })
      .chain((claims) => fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })));
    fc.assert(
      fc.property(shuffled, ([claims, others]) => {
        const turned = (key: string) => `${"zyxwvu"[keys.indexOf(key)]}`;
        const back = (id: string) => keys["zyxwvu".indexOf(id)]!;
        const one = judge(said(claims));
        const other = judge(
          said(
            others.map((each) => ({ ...each, from: each.from.toReversed() })),
            turned,
          ),
        );
        const told = ({ state, acknowledged, failedRules, roots }: typeof one) => ({
          state,
          acknowledged,
          failedRules,
          roots: roots.length,
        });
        expect(told(other)).toEqual(told(one));
        expect(other.roots.map(back).toSorted()).toEqual(one.roots.toSorted());
      }),
      { numRuns: 1000 },
    );
  });

  it("the state alone is never enough, in however many voices", () => {
    const voices = anyClaim.map((claim) => ({ ...claim, from: ["ministry", "broadcaster"].slice(0, claim.from.length) }));
    fc.assert(
      fc.property(fc.array(voices, { maxLength: 6 }), (claims) => {
        expect(judge(said(claims)).state).toBe("REPORTED");
      }),
    );
  });
});
