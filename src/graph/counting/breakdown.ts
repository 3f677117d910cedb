/** Breakdowns: of whom a count is. */
import { breakdownDraft, type Breakdown as Entry } from "../../domain/counting/breakdown.ts";
import { check } from "../../domain/input.ts";
import { builder } from "../base/builder.ts";
import { dimensionWords } from "../words/count.ts";

/** Why a count's one dimension and category are not to be used any more. */
export const inBreakdown = "Use breakdown, which may have several dimensions.";

export const Dimension = builder.enumType("Dimension", {
  values: dimensionWords,
  description: "By what people who are counted are divided.",
});

const words = {
  dimension: "By what people are divided.",
  name: "The name of the dimension: given with OTHER, and null with every other.",
  value: "Which of them are counted. The values of a dimension stand beside it.",
} as const;

export const Breakdown = builder.objectRef<Entry>("Breakdown").implement({
  description: "Of whom a count is, by one dimension.",
  fields: (t) => ({
    dimension: t.field({ type: Dimension, description: words.dimension, resolve: ({ dimension }) => dimension }),
    name: t.exposeString("name", { nullable: true, description: words.name }),
    value: t.exposeString("value", { description: words.value }),
  }),
});

export const BreakdownInput = builder.inputType("BreakdownInput", {
  description: "Of whom a count is, by one dimension.",
  fields: (t) => ({
    dimension: t.field({ type: Dimension, required: true, description: words.dimension }),
    name: t.string({ description: words.name }),
    value: t.string({ required: true, description: words.value }),
  }),
});

/**
 * A breakdown that somebody asks for, as it is stored.
 * @throws InvalidInput
 */
export const readBreakdown = (entries: readonly (typeof BreakdownInput.$inferInput)[] | null | undefined, path: string): string[] =>
  check(breakdownDraft, entries, path);
