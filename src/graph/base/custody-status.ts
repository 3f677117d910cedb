/** What a person's timeline adds up to at a moment. */
import { custodyStatuses } from "../words/custody.ts";
import { builder } from "./builder.ts";

export const CustodyStatus = builder.enumType("CustodyStatus", {
  values: custodyStatuses,
  description:
    "What a person's timeline adds up to at a moment, where every order and moment that its times allow agrees; UNKNOWN otherwise (see `possibleStatuses`), and while a release is contested.",
});
