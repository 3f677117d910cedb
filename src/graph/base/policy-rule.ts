/** Why a decision could not go further. */
import { policyRules, type RuleFailure as Failure } from "../../domain/verification/policy.ts";
import { builder } from "./builder.ts";

export const PolicyRule = builder.enumType("PolicyRule", {
  values: policyRules,
  description:
    "The rules of the verification policy. IDENTITY: one person, a time within 72 hours, a place. EFFECTED: out, not only announced. INDEPENDENCE, DIRECT_WITNESS, BEYOND_THE_STATE: who says so. NO_LIVE_DISPUTE. HUMAN_DECISION: a person other than the recorder decides.",
});

export const RuleFailure = builder.objectRef<Pick<Failure, "message" | "needed"> & { rule: string }>("RuleFailure").implement({
  description: "A rule of the verification policy that is not satisfied.",
  fields: (t) => ({
    rule: t.field({ type: PolicyRule, resolve: ({ rule }) => rule as Failure["rule"] }),
    message: t.exposeString("message", { description: "What is missing." }),
    needed: t.exposeString("needed", { description: "What would satisfy the rule." }),
  }),
});
