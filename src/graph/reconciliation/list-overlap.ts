/** How far the lists of names overlap: what capture–recapture begins with. The hub prints no estimate. */
import { overlapsOf, readInclusion, type Overlap } from "../../domain/reconciliation/inclusion-matrix.ts";
import { builder } from "../base/builder.ts";
import { situationArgs } from "../base/filter.ts";
import { situationBy } from "../base/ids.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import { overlapping } from "../costs/work.ts";
import { countedPeople } from "./counted-people.ts";
import { DetaineeConnection } from "../records/detainee.ts";
import { listedByWords, listedEventWords } from "../words/tally.ts";

const ListedBy = builder.enumType("ListedBy", { values: listedByWords, description: "What is one list of names." });

const ListedEvent = builder.enumType("ListedEvent", {
  values: listedEventWords,
  description: "What happened to the people whom lists of names name.",
});

const ListOverlap = builder.objectRef<Overlap>("ListOverlap").implement({
  description: "People who are named by just these lists, and by no other.",
  fields: (t) => ({
    lists: t.exposeStringList("lists", {
      description:
        "The lists, by the slug of a source, `group:` and an independence group, or `origin:` and a hash of any other origin. Empty of those whom no list names.",
    }),
    count: t.int({ description: "How many people they are.", resolve: ({ people }) => people.length }),
    people: t.connection(countedPeople("The people, by name."), DetaineeConnection),
  }),
});

builder.queryField("listOverlaps", (t) =>
  t.field({
    type: [ListOverlap],
    nullable: true,
    complexity: overlapping,
    description:
      "Who is named by which lists together: of each combination of lists how many people are on just those, most people first. Pages that repeat one another are one list. For capture–recapture; the hub prints no estimate. One row a person is the export `inclusion`.",
    args: {
      event: t.arg({
        type: ListedEvent,
        defaultValue: "RELEASE",
        description: "What happened to the people.",
      }),
      ...situationArgs,
      since: t.arg({ type: "DateTime", description: "It happened, or may have happened, after this moment." }),
      until: t.arg({ type: "DateTime", description: "It happened, or may have happened, by this moment." }),
      by: t.arg({ type: ListedBy, defaultValue: "root", description: "What is one list." }),
      ...clockArgs,
    },
    resolve: async (_root, { event, situation, by, since, until, knownAt, publishedUntil }, { prisma, viewer, feed }) => {
      const named = situation == null ? null : situationBy(situation);
      const asked = { event: event ?? "RELEASE", by: by ?? "root", since, until, knownAt, publishedUntil, situation: named };
      return overlapsOf(await readInclusion(prisma, viewer, feed.hub, asked));
    },
  }),
);
