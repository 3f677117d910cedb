/** The words of claims: what each enum value means, and what a field means wherever it stands (claim, input, filter). */
import type { ClaimChangeReason, ClaimConnectionKind, ClaimKind, Stance } from "../../db/generated/prisma/enums.ts";
import type { ClaimStatus } from "../../domain/history/claim-status.ts";
import { described } from "./described.ts";

export const claimKinds = described<ClaimKind>({
  COUNT: "A count: how many, of what, as of when. Its type is CountClaim.",
  EVENT: "A statement about one custody event of one person. Its type is EventClaim.",
  REMARK: "A statement about a place, a source or the whole situation that is neither. Its type is RemarkClaim.",
});

export const claimStatuses = described<ClaimStatus>({
  ACTIVE: "The claim stands.",
  SUPERSEDED: "A later claim has taken its place: see `supersededBy`.",
  RETRACTED: "This claim withdraws its predecessor and asserts nothing itself.",
});

export const changeReasons = described<ClaimChangeReason>({
  SOURCE_UPDATED: "The source published a newer number or statement, or says more by now.",
  SOURCE_RETRACTED: "The source withdrew what it had said. A claim that takes the place of another so asserts nothing.",
  OUR_ERROR: "The hub had recorded it wrongly. The source did not change.",
  REDACTION:
    "What is replaced was removed for good, for instance to protect a person: no version has it any more, whatever the `knownAt`. A claim that takes the place of another so asserts nothing.",
  MORE_PRECISE: "The same, known more precisely: a better date, a place, a condition learnt later.",
});

export const claimTimes = described<"AS_OF" | "PUBLISHED" | "RECORDED">({
  AS_OF: "Of which time it speaks.",
  PUBLISHED: "When its document was published.",
  RECORDED: "When the hub recorded it.",
});

export const stances = described<Stance>({
  SUPPORTS: "The claim says that the event happened.",
  DISPUTES: "The claim says that the event did not happen, or not as recorded. While it stands, the event cannot be verified.",
});

export const connectionKinds = described<ClaimConnectionKind>({
  VICTIM: "The person who was held.",
  RELATIVE: "A relative of the person.",
  LAWYER: "A lawyer of the person.",
  WITNESS: "Somebody else who saw it.",
  REPORTER: "A reporter on the spot.",
  ORGANISATION: "An organisation that published the person's name.",
  OFFICIAL: "An official of the state. Never a direct witness.",
  UNKNOWN: "The connection is not stated. Never a direct witness.",
});

export const claimFields = {
  assertedBy: "The id of the source that says so; not necessarily the one that published it.",
  document: "The id of the document in which it was published.",
  locator: "Where in the document: paragraph (¶3), page or cell. 1 to 100 characters.",
  statement: "The assertion in your own words, one line. 1 to 500 characters.",
  quote: "A few of the source's own words. 1 to 200 characters.",
  asOf: "When it was so, as precisely as the source says.",
  visibility: "Who may see the claim. PUBLIC when not given. A hidden source, document, facility or person hides it in any case.",
  stance: "Whether the claim supports or disputes the event.",
  connection: "How the asserter is connected to the event. UNKNOWN when not given.",
  aboutSource: "The id of the source that it is about, who need not be the one that says it. About none in particular when not given.",
  cause: "What the person died of, by this claim. 1 to 200 characters. Only for claims on a DEATH.",
} as const;
