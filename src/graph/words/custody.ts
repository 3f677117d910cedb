/** The words of custody. The types of events and the conditions of a release follow the HURIDOCS micro-thesauri. */
import type {
  CustodyEventType,
  ReleaseCondition,
  ReleaseOutcome,
  ReleaseStage,
  SentenceKind,
  VerificationState,
} from "../../db/generated/prisma/enums.ts";
import type { CustodyStatus } from "../../domain/timeline/custody.ts";
import type { SpellEnd } from "../../domain/custody/spells.ts";
import type { FailureCode, PolicyRule } from "../../domain/verification/rule-failure.ts";
import type { RootReason } from "../../domain/origins/roots.ts";
import { described } from "./described.ts";

export const eventTypes = described<CustodyEventType>({
  ARREST: "The person is taken into custody.",
  DISAPPEARANCE: "From here on, where the person is held is denied or not known.",
  LOCATED: "A person who had disappeared is found in custody.",
  CHARGE: "The person is charged. It moves nobody.",
  SENTENCE: "The person is sentenced. It moves nobody.",
  TRANSFER: "The person is moved to another place of custody.",
  CUSTODY_CHANGE: "The kind of custody changes. House arrest is this, at a facility of kind HOME; it is not a release.",
  RELEASE: "The person is let go. Only a release of the stage EFFECTED ends custody.",
  DEATH: "The person dies in custody.",
});

export const releaseStages = described<ReleaseStage>({
  ANNOUNCED: "Somebody has said that the person will be released.",
  ORDERED: "A court or another authority has ordered the release.",
  EFFECTED: "The person is out. Only this can be verified.",
});

export const releaseOutcomes = described<ReleaseOutcome>({
  UNCONDITIONAL: "Free without conditions.",
  CONDITIONAL: "Free under conditions: see `conditions`.",
  EXPELLED: "Taken out of the country.",
  UNKNOWN: "Not on record.",
});

export const releaseConditions = described<ReleaseCondition>({
  GAG_ORDER: "The person may not speak in public of the case.",
  TRAVEL_BAN: "The person may not leave the country, or a part of it.",
  PERIODIC_REPORTING: "The person must report to an authority again and again.",
  CHARGES_KEPT: "The charges were not dropped.",
  EXPULSION: "The person must leave the country.",
  OTHER: "Another condition, which a claim describes.",
});

export const custodyStatuses = described<CustodyStatus>({
  DETAINED: "In custody, house arrest included.",
  RELEASED: "Out of custody, without conditions on record.",
  CONDITIONALLY_RELEASED: "Out of custody, under conditions.",
  WHEREABOUTS_UNKNOWN: "Disappeared, and not located since.",
  DIED_IN_CUSTODY: "The person died while in custody.",
  UNKNOWN:
    "Nothing certain is on record at that moment, the uncertain times allow several statuses (see `possibleStatuses`), or the latest release is contested.",
});

export const spellEnds = described<SpellEnd>({
  RELEASED: "By an effected release.",
  DIED: "By death in custody.",
  UNRECORDED: "The next arrest is on record, and nothing in between says how the person came free.",
  ONGOING: "Not ended: the person is still held.",
});

export const eventDetails = described<"AGE" | "CASE_NUMBER" | "CHARGES" | "PLACE" | "TIME">({
  AGE: "How old the person was then.",
  CASE_NUMBER: "The number of the case.",
  CHARGES: "Of what the person is accused.",
  PLACE: "Where it happened: a facility, a country, an area, a town or words.",
  TIME: "When it happened: neither from when on nor until when.",
});

export const sentenceKinds = described<SentenceKind>({
  TERM: "Custody for a time.",
  LIFE: "Custody for life.",
  DEATH: "A death sentence.",
  OTHER: "Another sentence, such as a fine or service.",
});

export const verificationStates = described<VerificationState>({
  REPORTED: "On record, but too few independent origins support it, or another rule fails.",
  CORROBORATED: "All rules of the policy hold; only a person's decision is missing.",
  VERIFIED: "All rules hold, and a person has decided. The feed has published it.",
  CONTESTED: "A live claim disputes it, or a person has contested it.",
  REFUTED: "A person has decided that it did not happen. Counts and timelines leave it out.",
});

export const policyRules = described<PolicyRule>({
  IDENTITY:
    "The time is known to within the policy's hours; of an arrest, a move or a release the facility is on record, or a place that names one. Words such as “unknown” are no place.",
  EFFECTED: "The release has the stage EFFECTED: the person is out, not only announced or ordered to be. What lies in the future is not.",
  INDEPENDENCE:
    "As many independent origins support it as the policy asks for: the smallest number that explains all claims. Pages that repeat one statement are one origin; what is older than the event supports nothing.",
  DIRECT_WITNESS: "Among the origins is a direct witness, or an organisation that published the name.",
  BEYOND_THE_STATE: "Somebody other than the state that holds people says so. Another country's government is a source like others.",
  NO_LIVE_DISPUTE: "No claim that still stands disputes it.",
  COHERENCE:
    "It can stand in the person's timeline: not after a death, not while the person is free, not twice, not in the future. Only certain orders contradict.",
  HUMAN_DECISION: "A person with the scope VERIFIER has decided, without whose own recorded claims the other rules hold all the same.",
});

export const failureCodes = described<FailureCode>({
  TIME_OPEN: "IDENTITY: the time is not known on both sides. `need` is in hours.",
  TIME_TOO_WIDE: "IDENTITY: the time is known too loosely. `have` and `need` are in hours.",
  NO_PLACE: "IDENTITY: neither a facility nor words that name more than a country.",
  NOT_EFFECTED: "EFFECTED: the release was only announced or ordered.",
  IN_THE_FUTURE: "EFFECTED of releases, COHERENCE of other events: it cannot have happened yet.",
  TOO_FEW_ORIGINS: "INDEPENDENCE: `have`, `need` and `missing` count independent origins.",
  NO_DIRECT_WITNESS: "DIRECT_WITNESS: nobody of the policy's `directConnections` speaks first-hand.",
  ONLY_THE_STATE: "BEYOND_THE_STATE: the state alone can be behind all claims.",
  DISPUTED: "NO_LIVE_DISPUTE: `have` counts the claims that dispute it.",
  AFTER_DEATH: "COHERENCE: it came after the death of the person; of a death, something verified came after it.",
  WHILE_FREE: "COHERENCE: it came after a release, and nothing on record brought the person back into custody between.",
  TWICE: "COHERENCE: another event of this type is verified; of releases, one from the same spell of custody.",
  NO_DECISION: "HUMAN_DECISION: nobody has decided yet.",
  OWN_CLAIMS: "HUMAN_DECISION: without the claims that the holder of the key recorded the other rules do not hold.",
});

export const rootReasons = described<RootReason>({
  OWN_PAGE: "The asserter says so on a page of its own, which repeats no other page.",
  FIRST_ASSERTER: "The page passes on what the asserter says. The asserter is the origin.",
  REPEATED: "The page repeats others. The publishers of the first of them, and whom those quote, may be the origin.",
  UNSIGNED: "The page goes back to one whose publisher is not known. That page, or whoever speaks on it, may be the origin.",
  CIRCULAR: "The pages repeat one another. Any of them may be the first.",
});

export const eventFields = {
  type: "What happened. Each type is also a GraphQL type.",
  when: "When it happened, as precisely as is known.",
  facility: "The id of the facility where it happened; for a release, from which the person was released.",
  place: "Where it happened, if that is no facility on record: a town, a state, a country. 1 to 200 characters.",
  country: "The country in which it happened (ISO 3166-1 alpha-2).",
  admin1: "The state or province in which it happened, named as in `Facility.admin1`. 1 to 200 characters.",
  locality: "The town or the district in which it happened. 1 to 200 characters.",
  stage: "How far the release has gone.",
  outcome: "On what terms the person was released.",
  conditions: "The conditions that bind the person after the release. Empty when none is on record.",
  age: "How old the person was then, in whole years, as the sources say it. Null when not stated.",
  charges:
    "What the person is accused or convicted of, in the sources' words. Empty when none is on record. At most 200, of 1 to 500 characters each.",
  caseNumber: "The number of the case at the court or the prosecutor's. 1 to 200 characters.",
  sentence: "What kind of sentence it is. TERM when a length or an end is given.",
  sentenceLength: "How long the sentence is, as an ISO 8601 duration in years, months, weeks and days, such as P12Y6M; of a TERM.",
  sentenceEnds: "When the sentence ends, which may lie ahead; of a TERM.",
} as const;
