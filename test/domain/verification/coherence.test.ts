import { describe, expect, it } from "vitest";
import type { CustodyEventType, VerificationState } from "../../../src/db/generated/prisma/enums.ts";
import { incoherenceOf, type Incoherence, type TimelineEvent } from "../../../src/domain/verification/coherence.ts";

const day = (of: number) => new Date(Date.UTC(2026, 0, of));
type Step = [type: CustodyEventType, from: number | null, to: number | null, state?: VerificationState];
/** From the beginning of one day up to the beginning of another. */
const step = ([type, from, to, state = "REPORTED"]: Step): TimelineEvent => {
  const stage = type === "RELEASE" ? "EFFECTED" : null;
  return { type, stage, state, earliest: from === null ? null : day(from), latest: to === null ? null : day(to) };
};

describe("an event beside others of the same person", () => {
  it.each<[string, Step, Step[], Incoherence | null]>([
    ["a release alone", ["RELEASE", 8, 9], [], null],
    ["a release after an arrest", ["RELEASE", 8, 9], [["ARREST", 1, 2]], null],
    ["a release after a death", ["RELEASE", 8, 9], [["DEATH", 5, 6]], "AFTER_DEATH"],
    ["a release that may have come before a death", ["RELEASE", 8, 9], [["DEATH", 8, 10]], null],
    ["a release after a death of unknown time", ["RELEASE", 8, 9], [["DEATH", null, null]], null],
    ["a release after a refuted death", ["RELEASE", 8, 9], [["DEATH", 5, 6, "REFUTED"]], null],
    ["a release after a contested death", ["RELEASE", 8, 9], [["DEATH", 5, 6, "CONTESTED"]], null],
    ["an arrest after a death", ["ARREST", 8, 9], [["DEATH", 5, 6]], "AFTER_DEATH"],
    ["a sentence after a death", ["SENTENCE", 8, 9], [["DEATH", 5, 6]], null],
    ["a death before a verified release", ["DEATH", 5, 6], [["RELEASE", 8, 9, "VERIFIED"]], "AFTER_DEATH"],
    ["a death before a reported release", ["DEATH", 5, 6], [["RELEASE", 8, 9]], null],
    ["a second death", ["DEATH", 5, 6], [["DEATH", 5, 6, "VERIFIED"]], "TWICE"],
    [
      "a release after a release",
      ["RELEASE", 8, 9],
      [
        ["ARREST", 1, 2],
        ["RELEASE", 5, 6],
      ],
      "WHILE_FREE",
    ],
    [
      "a release after a release and an arrest",
      ["RELEASE", 8, 9],
      [
        ["RELEASE", 5, 6],
        ["ARREST", 6, 7],
      ],
      null,
    ],
    [
      "a release after a release and an arrest of unknown time",
      ["RELEASE", 8, 9],
      [
        ["RELEASE", 5, 6],
        ["ARREST", null, null],
      ],
      null,
    ],
    [
      "a release after a release and a refuted arrest",
      ["RELEASE", 8, 9],
      [
        ["RELEASE", 5, 6],
        ["ARREST", 6, 7, "REFUTED"],
      ],
      "WHILE_FREE",
    ],
    [
      "a release that may be the other",
      ["RELEASE", 8, 9],
      [
        ["ARREST", 1, 2],
        ["RELEASE", 7, 10],
      ],
      null,
    ],
    [
      "a release that may be the verified other",
      ["RELEASE", 8, 9],
      [
        ["ARREST", 1, 2],
        ["RELEASE", 7, 10, "VERIFIED"],
      ],
      "TWICE",
    ],
    ["a release before a verified one of the same spell", ["RELEASE", 8, 9], [["RELEASE", 10, 11, "VERIFIED"]], "TWICE"],
    [
      "a release before a verified one of another spell",
      ["RELEASE", 8, 9],
      [
        ["ARREST", 9, 10],
        ["RELEASE", 10, 11, "VERIFIED"],
      ],
      null,
    ],
    ["a transfer while free", ["TRANSFER", 8, 9], [["RELEASE", 5, 6]], "WHILE_FREE"],
    ["a death in custody while free", ["DEATH", 8, 9], [["RELEASE", 5, 6]], "WHILE_FREE"],
    ["an arrest while free", ["ARREST", 8, 9], [["RELEASE", 5, 6]], null],
    ["a disappearance while free", ["DISAPPEARANCE", 8, 9], [["RELEASE", 5, 6]], null],
  ])("%s", (_, event, others, incoherence) => {
    expect(incoherenceOf(step(event), others.map(step))).toBe(incoherence);
    expect(incoherenceOf(step(event), others.map(step).toReversed())).toBe(incoherence);
  });

  it("a release that was only ordered frees nobody, and contradicts nothing", () => {
    const ordered = { ...step(["RELEASE", 5, 6, "VERIFIED"]), stage: "ORDERED" as const };
    expect(incoherenceOf(step(["RELEASE", 8, 9]), [ordered])).toBeNull();
    expect(incoherenceOf(ordered, [step(["DEATH", 1, 2])])).toBeNull();
  });
});
