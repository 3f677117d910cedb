/** Suggestions: which records may be the same, for a person to judge. */
import type { MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { matchNames, type NameMatch as Matched } from "../../domain/merging/match-names.ts";
import { suggestDetainees, suggestNamed, type Suggestion } from "../../domain/merging/suggestion.ts";
import { builder } from "../base/builder.ts";
import { personId, situationArgs, situationId } from "../base/filter.ts";
import { matchedNames, matchSearch } from "../costs/work.ts";
import { idOf } from "../base/ids.ts";
import { Detainee } from "../records/detainee.ts";
import { Facility } from "../records/facility.ts";
import { Source } from "../records/source.ts";
import { likelihoods } from "../words/feed.ts";
import { JudgementVerdict } from "./judgement.ts";

const Likelihood = builder.enumType("Likelihood", {
  values: likelihoods,
  description: "How likely two records are the same, by their score. Names alone decide nothing.",
});

const Matchable = builder.unionType("Matchable", {
  description: "What can be judged to be the same as another.",
  types: [Detainee, Facility, Source],
  resolveType: (record) => (record as unknown as { noun: MatchedNoun }).noun,
});

const Feature = builder.objectRef<Suggestion["features"][number]>("MatchFeature").implement({
  description: "One reason for a score.",
  fields: (t) => ({
    feature: t.exposeString("feature", { description: "What was compared, such as a name, the birth or the sex." }),
    score: t.exposeFloat("score", {
      description: "From 0 to 1. Of names: how well they agree. Of anything else: by how much it raises or lowers the score.",
    }),
    detail: t.exposeString("detail", { description: "What was found, in words." }),
  }),
});

const MatchSuggestion = builder.objectRef<Suggestion>("MatchSuggestion").implement({
  description: "A record that may be the same. A suggestion for a person to judge; nothing is merged by a score.",
  fields: (t) => ({
    record: t.field({
      type: Matchable,
      description: "The record that may be the same.",
      resolve: ({ id, noun }) => ({ id, noun }) as never,
    }),
    score: t.exposeFloat("score", { description: "How well the two agree, from 0 to 1. It is no probability." }),
    likelihood: t.field({ type: Likelihood, description: "What the score means.", resolve: ({ likelihood }) => likelihood }),
    verdict: t.field({
      type: JudgementVerdict,
      nullable: true,
      description: "UNSURE when somebody has looked and could not decide; null when nobody has judged.",
      resolve: ({ verdict }) => verdict,
    }),
    features: t.field({ type: [Feature], description: "Why: what agrees and what does not.", resolve: ({ features }) => [...features] }),
  }),
});

const firstArg = { defaultValue: 10, description: "At most this many suggestions, from 1 to 100." };

const NameMatch = builder.objectRef<Matched>("NameMatch").implement({
  description: "A name of a list, and the people on record who may be meant by it.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "The name as it was sent." }),
    suggestions: t.field({
      type: [MatchSuggestion],
      description: "At most five people, best first; empty when nobody of that name is on record.",
      resolve: ({ suggestions }) => [...suggestions],
    }),
  }),
});

builder.queryFields((t) => ({
  matchNames: t.field({
    type: [NameMatch],
    complexity: matchedNames,
    description:
      "A list of names against the people on record: for each, in the order given, who may be meant, with the reasons. INVALID_INPUT when there are more than 1,000 names.",
    args: {
      names: t.arg.stringList({ required: true, description: "At most 1,000 names, each of at most 200 characters." }),
      ...situationArgs,
    },
    resolve: async (_root, { names, situation }, context) =>
      matchNames(context.prisma, context.viewer, names, await situationId(context, situation)),
  }),
  suggestMatches: t.field({
    type: [MatchSuggestion],
    complexity: matchSearch,
    description: "People who may be the same as this one, best first, except those judged to be others.",
    args: { detainee: t.arg.id({ required: true, description: "The id or the slug of the person." }), first: t.arg.int(firstArg) },
    resolve: async (_root, { detainee, first }, context) =>
      suggestDetainees(context.prisma, context.viewer, await personId(context, detainee), first ?? 10),
  }),
  suggestFacilityMatches: t.field({
    type: [MatchSuggestion],
    complexity: matchSearch,
    description: "Facilities that may be the same as this one, by name, best first.",
    args: { facility: t.arg.id({ required: true, description: "The id or the slug of the facility." }), first: t.arg.int(firstArg) },
    resolve: (_root, { facility, first }, { prisma, viewer }) =>
      suggestNamed(prisma, viewer, "Facility", idOf(facility, "Facility"), first ?? 10),
  }),
  suggestSourceMatches: t.field({
    type: [MatchSuggestion],
    complexity: matchSearch,
    description: "Sources that may be the same as this one, by name, best first.",
    args: { source: t.arg.id({ required: true, description: "The id or the slug of the source." }), first: t.arg.int(firstArg) },
    resolve: (_root, { source, first }, { prisma, viewer }) => suggestNamed(prisma, viewer, "Source", idOf(source, "Source"), first ?? 10),
  }),
}));
