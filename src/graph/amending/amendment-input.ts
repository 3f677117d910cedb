/** What every amendment takes beside the corrected fields. */
import type { mutation } from "../base/mutation.ts";
import { ClaimChangeReason } from "../counting/claim-enums.ts";
import { recordFields } from "../words/record.ts";

type InputBuilder = Parameters<Parameters<typeof mutation>[1]["input"]>[0];

export const amendmentInput = (t: InputBuilder) => ({
  changeReason: t.field({ type: ClaimChangeReason, required: true, description: recordFields.changeReason }),
  basis: t.id({ description: recordFields.basis }),
});

export const basisReference = { basis: ["CountClaim", "EventClaim", "RemarkClaim"] };

/** How every amendment treats what is given, and what it does. */
export const amending =
  "The record keeps its id, and `versions` tells what was replaced. Fields that are not given stay as they were; null empties them; a list or a time is given whole.";
