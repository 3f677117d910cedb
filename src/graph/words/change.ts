/** The words of the feed of changes. */
import type { ChangeKind, ChangeNoun } from "../../db/generated/prisma/enums.ts";
import { described } from "./described.ts";

export const changeKinds = described<ChangeKind>({
  RECORDED: "The record is new.",
  AMENDED: "The record was corrected: `fields` says what of it, its `versions` how.",
  SUPERSEDED:
    "Another claim or codebook entry stands in its place (`other`), or it was withdrawn: then there is no `other`. Told to those who could see both.",
  DECIDED:
    "A decision on the event, by a person or by the policy (`afterState`; the same as `beforeState` where it rests on other evidence); or a judgement that two records are different, or cannot be told apart (`other`), and the taking back of one.",
  MERGED: "Another record stands for it from now on (`other`): they were judged to be one.",
  UNMERGED: "It stands for itself again, and no longer `other` for it.",
  HIDDEN: "You may no longer see it. Whatever you hold of it, take it back. Told to those who could see it, and to nobody else.",
  SHOWN: "You can see it from now on. Told to those who could not before, and to nobody else.",
  VERDICT_CHANGED:
    "The comparison of the count with the people on record comes to another verdict (`verdictBefore`, `verdictAfter`), as everybody sees it.",
});

export const changeNouns = described<ChangeNoun>({
  SITUATION: "What a hub keeps apart: a situation.",
  SOURCE: "Who asserts or publishes: a source.",
  DOCUMENT: "What was published: a page.",
  DEFINITION: "A codebook entry.",
  FACILITY: "A place that holds people.",
  DETAINEE: "A person who is or was held.",
  EVENT: "A custody event.",
  COUNT: "A claim that counts.",
  STATEMENT: "A claim on an event.",
  REMARK: "A claim that is neither.",
  INDICATOR: "What counts of the metric OTHER count: a row of the codebook that all sources share.",
  POLICY: "A version of the policy. It has no id: read `policies`.",
});
