/** When evidence and events are: nothing older than the event supports it, nothing in the future is verified. */
import { describe, expect, it } from "vitest";
import { evaluate, type Evidence, type EvidenceClaim } from "../../../src/domain/verification/policy.ts";
import { firstPolicy } from "../../kit/database.ts";
import { unknown, now, foroPenal, party, event } from "./given-evidence.ts";

const policy = await firstPolicy();
const judge = (claims: readonly EvidenceClaim[], change: Partial<Evidence["event"]> = {}) =>
  evaluate(policy, { event: { ...event, ...change }, claims, timeline: [] }, now);

describe("evidence older than the event", () => {
  const day = (of: number) => ({ earliest: new Date(Date.UTC(2026, 0, of, 4)), latest: new Date(Date.UTC(2026, 0, of + 1, 4)) });
  const moment = (at: Date) => ({ earliest: at, latest: at });
  it.each([
    ["as of the day before", { asOf: day(11) }, false],
    ["as of the day itself", { asOf: day(12) }, true],
    ["as of a span that reaches into the day", { asOf: { earliest: null, latest: day(12).latest } }, true],
    ["as of no known time", { asOf: unknown }, true],
    ["as of the moment at which the day begins", { asOf: moment(event.earliest) }, false],
    ["on a page of the day before", { asOf: day(12), published: day(11) }, false],
    ["on a page of the day itself", { asOf: day(12), published: day(12) }, true],
  ])("%s supports it: %s", (_, times, supports) => {
    const found = judge([foroPenal, { ...party, ...times }]);
    expect([found.state, found.claims.includes("party")]).toEqual([supports ? "CORROBORATED" : "REPORTED", supports]);
    if (!supports) expect(found.failedRules).toMatchObject([{ rule: "INDEPENDENCE", message: expect.stringContaining("older") }]);
  });

  it("said at the very moment of the event supports it", () => {
    const at = moment(event.earliest);
    expect(judge([foroPenal, { ...party, asOf: at }], at).state).toBe("CORROBORATED");
  });
});

describe("what lies in the future", () => {
  it.each<[Evidence["event"]["type"], string]>([
    ["RELEASE", "EFFECTED"],
    ["ARREST", "COHERENCE"],
    ["DEATH", "COHERENCE"],
  ])("is not verified: %s fails %s", (type, rule) => {
    const change = { type, stage: type === "RELEASE" ? "EFFECTED" : null, earliest: now, latest: new Date(+now + 86_400_000) } as const;
    expect(judge([foroPenal, party], change).failedRules).toMatchObject([{ rule, code: "IN_THE_FUTURE" }]);
  });
  it("is not what may have begun", () => {
    expect(judge([foroPenal, party], { earliest: new Date(+now - 1), latest: new Date(+now + 86_400_000) }).state).toBe("CORROBORATED");
  });
});
