/** The words in which a release is described. */
import { ReleaseCondition as conditions, ReleaseOutcome as outcomes, ReleaseStage as stages } from "../src/db/generated/prisma/enums.ts";
import { builder } from "./builder.ts";

export const ReleaseStage = builder.enumType(stages, {
  name: "ReleaseStage",
  description: "Announced and ordered releases are not yet releases: only EFFECTED ones count.",
});
export const ReleaseOutcome = builder.enumType(outcomes, { name: "ReleaseOutcome" });
export const ReleaseCondition = builder.enumType(conditions, { name: "ReleaseCondition" });
