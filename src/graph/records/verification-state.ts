/** How far a custody event is verified. */
import { VerificationState as states } from "../../db/generated/prisma/enums.ts";
import { builder } from "../base/builder.ts";

export const VerificationState = builder.enumType(states, {
  name: "VerificationState",
  description:
    "REPORTED: on record, fewer than two independent origins or something else missing. CORROBORATED: rules 1 to 5 hold. VERIFIED: and a person has decided. CONTESTED: something speaks against it. REFUTED: it did not happen.",
});
