/** Why an event is not verified: the rule, a code with its numbers, from which any language can say it, and the sentences in English. */
import type { CustodyEventType, ReleaseStage } from "../../db/generated/prisma/enums.ts";
import { namesPlace } from "../place.ts";

export const policyRules = [
  "IDENTITY",
  "EFFECTED",
  "INDEPENDENCE",
  "DIRECT_WITNESS",
  "BEYOND_THE_STATE",
  "NO_LIVE_DISPUTE",
  "COHERENCE",
  "HUMAN_DECISION",
] as const;
export type PolicyRule = (typeof policyRules)[number];

export type RuleFailure = {
  readonly rule: PolicyRule;
  readonly code: FailureCode;
  /** Numbers, where the rule has them: of hours, origins, claims. */
  readonly have: number | null;
  readonly need: number | null;
  /** How many are missing. */
  readonly missing: number | null;
  /** What is missing. */ readonly message: string;
  /** What would satisfy the rule. */ readonly needed: string;
};

export const failureCodes = [
  "TIME_OPEN",
  "TIME_TOO_WIDE",
  "NO_PLACE",
  "NOT_EFFECTED",
  "IN_THE_FUTURE",
  "TOO_FEW_ORIGINS",
  "NO_DIRECT_WITNESS",
  "ONLY_THE_STATE",
  "DISPUTED",
  "AFTER_DEATH",
  "WHILE_FREE",
  "TWICE",
  "NO_DECISION",
  "OWN_CLAIMS",
] as const;
export type FailureCode = (typeof failureCodes)[number];

type Numbers = Partial<Pick<RuleFailure, "have" | "need" | "missing">>;

const failure = (rule: PolicyRule, code: FailureCode, message: string, needed: string, numbers: Numbers = {}): RuleFailure => {
  return { rule, code, have: null, need: null, missing: null, ...numbers, message, needed };
};
const toWithin = (hours: number) => `A time known to within ${hours} hours.`;
/** The days of a span of more than three; null of a shorter one, which hours tell. */
export const inDays = (hours: number): number | null => (hours > 72 ? Math.ceil(hours / 24) : null);
const spanned = (hours: number) => (inDays(hours) === null ? `${hours} hours` : `${inDays(hours)} days`);
/** A type of event as a noun in a sentence. */
export const nounOf = (type: CustodyEventType) => type.toLowerCase().replace("_", " ");
const untangle = "That one of the two is refuted, or its time corrected.";
const orOne = "or, if they are one told twice, that they are judged so (markDuplicateEvents)";

export const failures = {
  TIME_OPEN: (need: number) => failure("IDENTITY", "TIME_OPEN", "The time is not known on both sides.", toWithin(need), { need }),
  TIME_TOO_WIDE: (have: number, need: number) =>
    failure("IDENTITY", "TIME_TOO_WIDE", `The time is only known to within ${spanned(have)}.`, toWithin(need), { have, need }),
  NO_PLACE: (place: string | null) =>
    failure(
      "IDENTITY",
      "NO_PLACE",
      place === null
        ? "Neither the facility nor a place is known."
        : `${JSON.stringify(place)} names ${namesPlace(place) ? "a country, and no place in it" : "no place"}.`,
      "The facility, or the place where it happened: no less than the first-level area of the country, such as a state.",
    ),
  NOT_EFFECTED: (stage: ReleaseStage | null) =>
    failure(
      "EFFECTED",
      "NOT_EFFECTED",
      `The release is ${stage?.toLowerCase() ?? "not described"}, not effected.`,
      "Evidence that the person is out, recorded as a release with the stage EFFECTED.",
    ),
  IN_THE_FUTURE: (type: CustodyEventType) =>
    failure(
      type === "RELEASE" ? "EFFECTED" : "COHERENCE",
      "IN_THE_FUTURE",
      `The ${nounOf(type)} cannot have happened yet: its time lies in the future.`,
      "Evidence that it has happened, at a time that has come.",
    ),
  TOO_FEW_ORIGINS: (have: number, need: number, older: number) =>
    failure(
      "INDEPENDENCE",
      "TOO_FEW_ORIGINS",
      `${have === 0 ? "No origin supports" : have === 1 ? "Only 1 independent origin supports" : `Only ${have} independent origins support`} it.${tellOlder(older)}`,
      `${need} independent origins; pages that repeat one statement are one.`,
      { have, need, missing: need - have },
    ),
  NO_DIRECT_WITNESS: () =>
    failure(
      "DIRECT_WITNESS",
      "NO_DIRECT_WITNESS",
      "No direct witness and no organisation that published the name is among the origins.",
      "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.",
      { have: 0, need: 1, missing: 1 },
    ),
  ONLY_THE_STATE: () =>
    failure("BEYOND_THE_STATE", "ONLY_THE_STATE", "Only the state says so.", "An origin other than the state.", {
      have: 0,
      need: 1,
      missing: 1,
    }),
  DISPUTED: (have: number) =>
    failure(
      "NO_LIVE_DISPUTE",
      "DISPUTED",
      `${have} live ${have === 1 ? "claim disputes" : "claims dispute"} it.`,
      "That each disputing claim is answered: superseded, retracted, or the event refuted.",
      { have, need: 0 },
    ),
  AFTER_DEATH: (type: CustodyEventType) =>
    type === "DEATH"
      ? failure("COHERENCE", "AFTER_DEATH", "A verified event of the person came after this death.", untangle)
      : failure("COHERENCE", "AFTER_DEATH", `On record is a death of the person before this ${nounOf(type)}.`, untangle),
  WHILE_FREE: (type: CustodyEventType) =>
    failure(
      "COHERENCE",
      "WHILE_FREE",
      `The person was free: a release came before this ${nounOf(type)}, and nothing on record brought the person back into custody between.`,
      "The arrest between, on record; or that one of the two is refuted, or its time corrected.",
    ),
  TWICE: (type: CustodyEventType) =>
    failure(
      "COHERENCE",
      "TWICE",
      `Another ${nounOf(type)} of the person ${type === "RELEASE" ? "from the same spell of custody " : ""}is verified.`,
      `${type === "RELEASE" ? "An arrest between the two, on record; that one of them is refuted" : "That one of the two is refuted"}; ${orOne}.`,
    ),
  NO_DECISION: () =>
    failure(
      "HUMAN_DECISION",
      "NO_DECISION",
      "No person has decided yet.",
      "A decision by a holder of the verifier scope, without whose own recorded claims the other rules hold all the same.",
      { have: 0, need: 1, missing: 1 },
    ),
  OWN_CLAIMS: () =>
    failure(
      "HUMAN_DECISION",
      "OWN_CLAIMS",
      "Without the claims that the holder of the key in use recorded, the other rules do not hold, and nobody verifies their own claims.",
      "A decision by another holder of the scope VERIFIER (mutation createApiKey makes a key), or evidence that another holder recorded.",
    ),
} as const satisfies Record<FailureCode, (...facts: never[]) => RuleFailure>;

function tellOlder(claims: number): string {
  if (claims === 0) return "";
  return ` ${claims === 1 ? "1 claim is" : `${claims} claims are`} older than the event, and ${claims === 1 ? "supports" : "support"} nothing.`;
}
