/** Why a decision could not go further. */
import type { RuleFailure as Failure } from "../../domain/verification/rule-failure.ts";
import { builder } from "./builder.ts";
import { failureCodes, policyRules } from "../words/custody.ts";
import { failuresInSpanish } from "../words/spanish.ts";
import { languageArgs } from "./language.ts";

export const PolicyRule = builder.enumType("PolicyRule", {
  values: policyRules,
  description:
    "The rules of the written verification policy, after the practice of casualty recording (Every Casualty, Airwars, Iraq Body Count).",
});

const RuleFailureCode = builder.enumType("RuleFailureCode", {
  values: failureCodes,
  description: "What exactly a rule misses. With the numbers of the failure, any language can say it.",
});

/** Decisions from before there were codes have none, and no numbers. */
type Told = { readonly rule: string; readonly message: string; readonly needed: string } & Partial<
  Pick<Failure, "have" | "need" | "missing">
> & {
    readonly code?: string;
  };

const inSpanish = ({ code }: Told, language: "EN" | "ES" | null | undefined) =>
  language === "ES" && code !== undefined ? failuresInSpanish[code as Failure["code"]] : null;

export const RuleFailure = builder.objectRef<Told>("RuleFailure").implement({
  description: "A rule of the verification policy that is not satisfied.",
  fields: (t) => ({
    rule: t.field({ type: PolicyRule, description: "The rule that fails.", resolve: ({ rule }) => rule as Failure["rule"] }),
    code: t.field({
      type: RuleFailureCode,
      nullable: true,
      description: "What exactly it misses; null of decisions from before there were codes.",
      resolve: ({ code }) => (code as Failure["code"] | undefined) ?? null,
    }),
    have: t.int({
      nullable: true,
      description: "The number that there is; null where the rule has none.",
      resolve: ({ have }) => have ?? null,
    }),
    need: t.int({
      nullable: true,
      description: "The number that the policy asks for; null where the rule has none.",
      resolve: ({ need }) => need ?? null,
    }),
    missing: t.int({
      nullable: true,
      description: "How many are missing; null where that cannot be counted.",
      resolve: ({ missing }) => missing ?? null,
    }),
    message: t.string({
      description: "What is missing. Decisions from before there were codes say it in English alone.",
      args: languageArgs,
      resolve: (failure, { language }) => inSpanish(failure, language)?.message(failure as Failure) ?? failure.message,
    }),
    needed: t.string({
      description: "What would satisfy the rule. Decisions from before there were codes say it in English alone.",
      args: languageArgs,
      resolve: (failure, { language }) => inSpanish(failure, language)?.needed(failure as Failure) ?? failure.needed,
    }),
  }),
});
