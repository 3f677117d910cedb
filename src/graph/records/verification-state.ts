/** How far a custody event is verified. */
import { VerificationState as states } from "../../db/generated/prisma/enums.ts";
import { builder } from "../base/builder.ts";
import { verificationStates } from "../words/custody.ts";

export const VerificationState = builder.enumType(states, {
  name: "VerificationState",
  description: "How far a custody event is verified by the written policy.",
  values: verificationStates,
});
