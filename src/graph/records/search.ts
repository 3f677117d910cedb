/** Search over names of people, facilities and sources, and over the words of claims. */
import { findByName, type NameHit } from "../../domain/records/search.ts";
import { InvalidInput } from "../../errors.ts";
import { foldWords } from "../../domain/text/fold-words.ts";
import { builder } from "../base/builder.ts";
import { saying } from "../base/filter.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import { rowKnownAt } from "../clocks/reference-known-at.ts";
import { listPage } from "../pages/list.ts";
import { Claim, ClaimConnection } from "./claim.ts";
import { claimWhereKnown, filterArg, inOrder, orderArgs } from "./claim-filter.ts";
import { Detainee } from "./detainee.ts";
import { Facility } from "./facility.ts";
import { Source } from "./source.ts";
import { nameSearch } from "../costs/work.ts";

const SearchResult = builder.unionType("SearchResult", {
  description: "What has a name and can be found by it.",
  types: [Detainee, Facility, Source],
  resolveType: (found) => (found as unknown as { noun: NameHit["noun"] }).noun,
});

/** Of a moment, a record may have been merged since. */
type Hit = NameHit & { readonly past: boolean };

const SearchHit = builder.objectRef<Hit>("SearchHit").implement({
  description: "A record that was found by one of its names.",
  fields: (t) => ({
    node: t.field({
      type: SearchResult,
      description: "The record that was found.",
      resolve: async ({ id, noun, past }, _args, context, info) =>
        (past ? Object.assign((await rowKnownAt(context, info, noun, id))!, { noun }) : { id, noun }) as { id: string },
    }),
    matched: t.exposeString("matched", { description: "The name that was found: primary, alias or variant." }),
    score: t.exposeFloat("score", {
      description:
        "How well the text fits the name, from 0 to 1: the word similarity of pg_trgm. 1 when every word of the text stands in the name.",
    }),
  }),
});

builder.queryField("search", (t) =>
  t.field({
    type: [SearchHit],
    complexity: nameSearch,
    description:
      "People, facilities and sources by name, best first. Accents and case do not matter; small differences in spelling lower the score.",
    args: {
      text: t.arg.string({ required: true, description: "A name or a part of one, at most 200 characters." }),
      first: t.arg.int({ defaultValue: 10, description: "At most this many hits." }),
      ...clockArgs,
    },
    resolve: async (_root, { text, first, ...clocks }, { prisma, viewer }) => {
      const hits = await findByName(prisma, viewer, text, first ?? 10, clocks);
      return hits.map((hit) => ({ ...hit, past: clocks.knownAt != null }));
    },
  }),
);

const longestText = 200;

/** @throws InvalidInput when there is no word to look for, or too long a text */
function wordsOf(text: string): string[] {
  const words = foldWords(text).split(" ").filter(Boolean);
  if (words.length === 0 || text.length > longestText)
    throw new InvalidInput([
      { path: "searchStatements.text", expected: `1 to ${longestText} characters, words among them`, received: String(text.length) },
    ]);
  return [...new Set(words)];
}

builder.queryField("searchStatements", (t) =>
  t.connection(
    {
      type: Claim,
      description:
        "Claims in which all of the words stand, in the statement, the quote or the title of the page, newest first unless `order` says otherwise. A part of a word will do; accents and case do not matter. For a phrase see `ClaimFilter.textContains`.",
      args: {
        text: t.arg.string({ required: true, description: "The words, in any order: at most 200 characters." }),
        filter: t.arg(filterArg),
        ...orderArgs,
        ...clockArgs,
      },
      resolve: async (_root, args, context, info) => {
        const { prisma } = context;
        const said = wordsOf(args.text).map((word) => ({ words: saying(word) }));
        return listPage(
          { context, info, args },
          { of: "Claim", where: { AND: [await claimWhereKnown(context, args.filter, args), ...said] }, order: inOrder(args) },
          (query) => prisma.claim.findMany(query),
          (query) => prisma.claim.count(query),
        );
      },
    },
    ClaimConnection,
  ),
);
