/** The languages in which the graph can say a sentence. */
import { builder } from "./builder.ts";

const Language = builder.enumType("Language", {
  description: "A language of sentences that the hub makes. What sources say stays in their own words.",
  values: { EN: { description: "Sentences in English." }, ES: { description: "Sentences in Spanish, oraciones en español." } },
});

/** `language`. */
export const languageArgs = builder.args((t) => ({
  language: t.field({ type: Language, defaultValue: "EN", description: "The language of the sentence." }),
}));
