/** Search over names of people, facilities and sources. */
import { findByName, type NameHit } from "../../domain/records/search.ts";
import { builder } from "../base/builder.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import { rowKnownAt } from "../clocks/reference-known-at.ts";
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
