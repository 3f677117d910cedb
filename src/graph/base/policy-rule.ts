/** Why a decision could not go further. */
import type { RuleFailure as Failure } from "../../domain/verification/policy.ts";
import { builder } from "./builder.ts";
import { policyRules } from "../words/custody.ts";

export const PolicyRule = builder.enumType("PolicyRule", {
  values: policyRules,
  description:
    "The rules of the written verification policy, after the practice of casualty recording (Every Casualty, Airwars, Iraq Body Count).",
});

export const RuleFailure = builder.objectRef<Pick<Failure, "message" | "needed"> & { rule: string }>("RuleFailure").implement({
  description: "A rule of the verification policy that is not satisfied.",
  fields: (t) => ({
    rule: t.field({ type: PolicyRule, description: "The rule that fails.", resolve: ({ rule }) => rule as Failure["rule"] }),
    message: t.exposeString("message", { description: "What is missing." }),
    needed: t.exposeString("needed", { description: "What would satisfy the rule." }),
  }),
});
