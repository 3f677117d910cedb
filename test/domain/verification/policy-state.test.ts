/** The custodian's organs are one origin, never enough, and only they acknowledge. */
import { describe, expect, it } from "vitest";
import { evaluate, type Evidence, type EvidenceClaim } from "../../../src/domain/verification/policy.ts";
import { firstPolicy } from "../../kit/database.ts";
import { origin, now, foroPenal, party, official, ministry, prosecutor, event } from "./given-evidence.ts";

const policy = await firstPolicy();
const judge = (claims: readonly EvidenceClaim[], change: Partial<Evidence["event"]> = {}) =>
  evaluate(policy, { event: { ...event, ...change }, claims, timeline: [] }, now);

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
    expect(failedRules.at(-1)).toMatchObject({
      rule: "BEYOND_THE_STATE",
      message: "Only the state says so.",
      needed: "An origin other than the state.",
    });
  });

  it("and one watcher are enough, and the release counts as acknowledged", () => {
    expect(judge([ministry, foroPenal])).toMatchObject({ state: "CORROBORATED", roots: ["foro-penal", "ministry"], acknowledged: true });
  });

  it("and a bystander without a direct witness are not enough", () => {
    expect(judge([ministry, party]).failedRules.map(({ rule }) => rule)).toEqual(["DIRECT_WITNESS"]);
  });

  const broadcaster = { ...official("broadcaster", ["venezuelan-state"]), connection: "REPORTER" as const };
  it("includes its media, of whatever kind they are", () => {
    expect(judge([ministry, broadcaster]).failedRules.map(({ rule }) => rule)).toEqual([
      "INDEPENDENCE",
      "DIRECT_WITNESS",
      "BEYOND_THE_STATE",
    ]);
    expect(judge([broadcaster, foroPenal])).toMatchObject({ state: "CORROBORATED", acknowledged: true });
  });

  const [spain, nobodys] = [official("spain", ["spanish-state"]), official("nobodys", [])];
  it("is the custodian's: another country's government is a source like others, and acknowledges nothing", () => {
    expect(judge([spain, foroPenal])).toMatchObject({ state: "CORROBORATED", acknowledged: false });
    expect(judge([ministry, { ...spain, connection: "WITNESS" }])).toMatchObject({ state: "CORROBORATED", acknowledged: true });
  });

  it("is any government of which nobody said whose it is", () => {
    expect(judge([ministry, nobodys]).failedRules.map(({ rule }) => rule)).toContain("BEYOND_THE_STATE");
  });

  it("is every government where the policy names no custodian", () => {
    const evidence = { event, claims: [ministry, { ...spain, connection: "WITNESS" as const }], timeline: [] };
    expect(evaluate({ ...policy, custodianGroups: [] }, evidence, now)).toMatchObject({ state: "REPORTED", acknowledged: true });
  });

  it("may be behind a page that repeats it or another: then it acknowledges nothing, and nobody else is counted for it", () => {
    const either = {
      ...party,
      root: { origins: [...ministry.root.origins, origin("wire")], sourceId: "wire", slug: "wire", isRoot: false },
    };
    expect(judge([either, ministry]).failedRules.map(({ rule }) => rule)).toContain("BEYOND_THE_STATE");
    expect(judge([either, foroPenal])).toMatchObject({ state: "CORROBORATED", acknowledged: false });
  });

  it("acknowledges nothing by disputing", () => {
    expect(judge([foroPenal, party, { ...ministry, stance: "DISPUTES" }])).toMatchObject({ state: "CONTESTED", acknowledged: false });
  });
});
