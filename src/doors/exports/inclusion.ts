/** The inclusion matrix as a table: one row for each person, one column for each list, 1 where the person is on the list. */
import {
  coerceInputValue,
  GraphQLEnumType,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import type { Context } from "../../graph/base/context.ts";
import { encodeId, situationBy } from "../../graph/base/ids.ts";
import {
  includingEvents,
  listings,
  readInclusion,
  type Inclusion,
  type InclusionQuestion,
} from "../../domain/reconciliation/inclusion-matrix.ts";
import type { Export } from "./export.ts";
import type { Shape } from "../../exchange/export/table.ts";
import type { Parameter } from "../../exchange/export/parameters.ts";

const oneOf = (name: string, values: readonly string[]) =>
  new GraphQLEnumType({ name, values: Object.fromEntries(values.map((value) => [value, {}])) });

const ofPerson: readonly Shape[] = [
  { name: "person.id", type: GraphQLID, lists: 0, description: "The person's id." },
  { name: "person.name", type: GraphQLString, lists: 0, description: "The person's primary name." },
];
const listColumn = (name: string): Shape => ({
  name,
  type: GraphQLInt,
  lists: 0,
  description: "1 where the person is on the list, 0 where not.",
});

export function inclusionExport(schema: GraphQLSchema): Export {
  const moment = schema.getType("DateTime") as GraphQLInputType;
  const parameters = new Map<string, Parameter>([
    ["event", { type: oneOf("InclusionEvent", includingEvents), defaultValue: "RELEASE", description: "What happened to the people." }],
    ["since", { type: moment, description: "It happened, or may have happened, after this moment." }],
    ["until", { type: moment, description: "It happened, or may have happened, by this moment." }],
    ["knownAt", { type: moment, description: "As the hub knew it at this moment." }],
    ["situation", { type: GraphQLID, description: "Of one situation, by its id or slug. Of all when not given." }],
    ["publishedUntil", { type: moment, description: "Of what had certainly been published by this moment." }],
    [
      "by",
      {
        type: oneOf("InclusionList", listings),
        defaultValue: "root",
        description: "root: sources of one independence group are one list. source: each first asserter is a list.",
      },
    ],
  ]);
  return {
    name: "inclusion",
    description:
      "Who is on whose list: a row for each person to whom it happened, by name, and a column of 0 and 1 for each independent origin that names people in a supporting claim. Pages that repeat one another are one list. For capture–recapture; the hub prints no estimate.",
    formats: ["csv", "jsonl", "parquet"],
    parameters,
    columns: ofPerson,
    // As much as a reconciliation.
    cost: 10_000,
    async open({ context }, values) {
      const asking = await context();
      const { prisma, viewer, feed } = asking;
      const { situation, ...question } = Object.fromEntries(
        Array.from(parameters, ([name, { type, defaultValue }]) => [name, coerceInputValue(values[name] ?? defaultValue ?? null, type)]),
      );
      const named = situation == null ? null : situationBy(situation as string);
      const inclusion = await readInclusion(prisma, viewer, feed.hub, { ...question, situation: named } as InclusionQuestion);
      return { columns: [...ofPerson, ...inclusion.lists.map(listColumn)], pages: rows(inclusion, asking) };
    },
  };
}

async function* rows({ lists, pages }: Inclusion, { viewer, journal, reads }: Context) {
  for await (const page of pages()) {
    if (reads !== null) journal!.read(viewer, "inclusion", new Map([["Detainee", new Set(page.map(({ id }) => id))]]));
    yield page.map(({ id, name, lists: on }) => ({
      ...{ "person.id": encodeId("Detainee", id), "person.name": name },
      ...Object.fromEntries(lists.map((list) => [list, on.has(list) ? 1 : 0])),
    }));
  }
}
