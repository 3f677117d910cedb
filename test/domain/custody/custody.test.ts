import { describe, expect, it } from "vitest";
import { custodyAt, type CustodyStatus } from "../../../src/domain/timeline/custody.ts";
import { at, dayOf, timeline, type Step } from "./steps.ts";

describe("custody", () => {
  it.each<[string, Step[], CustodyStatus, string | null]>([
    ["nothing on record", timeline(), "UNKNOWN", null],
    ["an arrest", timeline(["ARREST", at("helicoide")]), "DETAINED", "helicoide"],
    ["an arrest, nobody says to where", timeline(["ARREST"]), "DETAINED", null],
    ["a transfer", timeline(["ARREST", at("helicoide")], ["TRANSFER", at("rodeo")]), "DETAINED", "rodeo"],
    ["a transfer to an unknown place", timeline(["ARREST", at("helicoide")], ["TRANSFER"]), "DETAINED", null],
    ["house arrest", timeline(["ARREST", at("helicoide")], ["CUSTODY_CHANGE", at("home")]), "DETAINED", "home"],
    ["a disappearance", timeline(["ARREST", at("helicoide")], ["DISAPPEARANCE"]), "WHEREABOUTS_UNKNOWN", null],
    ["being located", timeline(["DISAPPEARANCE"], ["LOCATED", at("rodeo")]), "DETAINED", "rodeo"],
    ["a sentence without an arrest on record", timeline(["SENTENCE"]), "DETAINED", null],
    ["a charge in custody", timeline(["ARREST", at("helicoide")], ["CHARGE"]), "DETAINED", "helicoide"],
    ["a charge while the whereabouts are unknown", timeline(["DISAPPEARANCE"], ["CHARGE"]), "WHEREABOUTS_UNKNOWN", null],
    ["a sentence after release", timeline(["ARREST"], ["RELEASE"], ["SENTENCE"]), "RELEASED", null],
    ["an announced release", timeline(["ARREST", at("helicoide")], ["RELEASE", { stage: "ANNOUNCED" }]), "DETAINED", "helicoide"],
    ["an ordered release", timeline(["ARREST", at("helicoide")], ["RELEASE", { stage: "ORDERED" }]), "DETAINED", "helicoide"],
    ["an effected release", timeline(["ARREST", at("helicoide")], ["RELEASE", at("helicoide")]), "RELEASED", null],
    ["an effected release without an arrest on record", timeline(["RELEASE"]), "RELEASED", null],
    ["a conditional release", timeline(["ARREST"], ["RELEASE", { outcome: "CONDITIONAL" }]), "CONDITIONALLY_RELEASED", null],
    ["a release with a gag order", timeline(["ARREST"], ["RELEASE", { conditions: ["GAG_ORDER"] }]), "CONDITIONALLY_RELEASED", null],
    ["an expulsion", timeline(["ARREST"], ["RELEASE", { outcome: "EXPELLED" }]), "RELEASED", null],
    ["a refuted release", timeline(["ARREST", at("helicoide")], ["RELEASE", { state: "REFUTED" }]), "DETAINED", "helicoide"],
    ["a refuted arrest", timeline(["ARREST", { facilityId: "helicoide", state: "REFUTED" }]), "UNKNOWN", null],
    ["a contested release", timeline(["ARREST", at("helicoide")], ["RELEASE", { state: "CONTESTED" }]), "UNKNOWN", null],
    ["a contested announcement", timeline(["ARREST"], ["RELEASE", { stage: "ANNOUNCED", state: "CONTESTED" }]), "DETAINED", null],
    ["a verified release", timeline(["ARREST"], ["RELEASE", { state: "VERIFIED" }]), "RELEASED", null],
    ["a death", timeline(["ARREST", at("helicoide")], ["DEATH", at("hospital")]), "DIED_IN_CUSTODY", null],
    ["a re-arrest", timeline(["ARREST", at("helicoide")], ["RELEASE"], ["ARREST", at("rodeo")]), "DETAINED", "rodeo"],
  ])("after %s", (_, steps, status, facilityId) => {
    expect(custodyAt(steps, dayOf(31))).toMatchObject({ status, facilityId });
  });

  const story = timeline(["ARREST", at("helicoide")], ["TRANSFER", at("rodeo")], ["RELEASE"], ["ARREST", at("helicoide")]);
  it.each<[string, number, CustodyStatus, string | null]>([
    ["the moment before the arrest", +dayOf(1) - 1, "UNKNOWN", null],
    ["the moment by which it had happened", +dayOf(1), "DETAINED", "helicoide"],
    ["the moment before the transfer", +dayOf(2) - 1, "DETAINED", "helicoide"],
    ["the transfer", +dayOf(2), "DETAINED", "rodeo"],
    ["the moment before the release", +dayOf(3) - 1, "DETAINED", "rodeo"],
    ["the release", +dayOf(3), "RELEASED", null],
    ["the moment before the re-arrest", +dayOf(4) - 1, "RELEASED", null],
    ["the re-arrest", +dayOf(4), "DETAINED", "helicoide"],
  ])("as of %s", (_, asOf, status, facilityId) => {
    expect(custodyAt(story, new Date(asOf))).toMatchObject({ status, facilityId });
  });
});
