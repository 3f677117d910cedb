/**
 * Lists at a moment: every list of the SDL, with each of its filters and orders, and with the particulars of its entries, answers with `knownAt` what it answered then, whatever was recorded, corrected, merged, taken
 * back or hidden since. Asked by an editor, whose rights no hiding changes.
 */
import {
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type FieldNode,
  type GraphQLField,
  type ValueNode,
} from "graphql";
import { expect, test } from "vitest";
import { seededRandom } from "../../../kit/seeded-random.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { begin, change, type World } from "./random-history.ts";
import { nothingOf, type Records } from "../access/records.ts";
import { asked, questions, schema, type Question } from "../access/schema-walk.ts";

const fieldOf = (owner: string, name: string): GraphQLField<unknown, unknown> => {
  const type = schema.getType(owner);
  return (isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined)!;
};
/** Lists of what is recorded, and tables of counts, that can be asked for as of a moment. */
const isList = (owner: string, name: string) => {
  const field = fieldOf(owner, name);
  const type = isNonNullType(field.type) ? field.type.ofType : field.type;
  return (isListType(type) || getNamedType(field.type).name.endsWith("Connection")) && field.args.some((arg) => arg.name === "knownAt");
};
/** What changes although nothing does: places in pages, and addresses, which have the name of now in them. */
const passing = new Set(["cursor", "startCursor", "endCursor", "slug"]);

/** A question with `knownAt: $k` wherever it can be said, and nothing in it that is no list. */
function atMoment(query: string): string | null {
  const info = new TypeInfo(schema);
  const said = (node: FieldNode, argument: string) => node.arguments?.some(({ name }) => name.value === argument);
  let lists = 0;
  const document = visit(
    parse(query),
    visitWithTypeInfo(info, {
      Field: {
        enter(node, _key, _parent, path) {
          const definition = info.getFieldDef();
          if (passing.has(node.name.value)) return null;
          if (!definition) return undefined;
          const owner = String(info.getParentType());
          const depth = path.filter((step) => step === "selectionSet").length;
          const isAsked = owner === "Query" ? node.name.value !== "nodes" : depth === 3;
          if (isAsked && owner !== "Query" && ["id", "__typename"].includes(node.name.value)) return undefined;
          if (isAsked && !isList(owner, node.name.value)) return null;
          // What is asked at one moment is asked at no other; and windows end where the question says, or with the moment.
          if (isAsked && (said(node, "knownAt") || said(node, "publishedUntil"))) return null;
          if (isAsked) lists += 1;
          const argument = (name: string, value: ValueNode) =>
            ({ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value }) as const;
          const more = [
            ...(definition.args.some(({ name }) => name === "knownAt")
              ? [argument("knownAt", { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: "k" } })]
              : []),
            ...["asOf", "until"].flatMap((name) =>
              definition.args.some((arg) => arg.name === name) && !said(node, name)
                ? [argument(name, { kind: Kind.STRING, value: "2026-02-01T00:00:00Z" })]
                : [],
            ),
          ];
          return more.length > 0 ? { ...node, arguments: [...(node.arguments ?? []), ...more] } : undefined;
        },
        // A field of which nothing is left is left out.
        leave: (node) => (node.selectionSet?.selections.length === 0 ? null : undefined),
      },
    }),
  );
  if (lists === 0) return null;
  return print(document)
    .replace(/^query ?\(/, "query ($k: DateTime, ")
    .replace(/^\{/, "query ($k: DateTime) {");
}

type Answer = { readonly query: string; readonly variables: object; readonly text: string };

/** Every question that can be asked as of a moment, about the records of the world. */
const texts = questions().flatMap((question) => {
  const [query] = asked(question, { ...namesOf(null), ids: { [question.owner]: [] } }, namesOf(null));
  return atMoment(query) === null ? [] : [question];
});

/** What a question names: the newest records, or such as are not there. */
function namesOf(world: World | null): Records {
  const none = nothingOf();
  const newest = Object.entries(world?.ids ?? {}).flatMap(([type, ids]) => (ids.length > 0 ? [[type, ids.slice(-1)] as const] : []));
  return { ids: { ...none.ids, ...Object.fromEntries(newest) }, slugs: world?.slugs ?? none.slugs, words: "open" };
}

/** Asks of now, and says which moment that was. */
async function askNow(hub: Hub, world: World, some: readonly Question[]): Promise<{ k: string; answers: Answer[] }> {
  const { data } = await hub.send(`{ reconciliation(metric: RELEASED) { knownAt } }`);
  const answers: Answer[] = [];
  for (const question of some) {
    const about = { ...namesOf(world), ids: world.ids };
    const [query, variables] = asked(question, about, namesOf(world));
    const text = atMoment(query)!;
    answers.push({ query: text, variables, text: await told(hub, text, { ...variables, k: null }) });
  }
  return { k: data.reconciliation.knownAt as string, answers };
}

/** The answer, and which errors came with it: what cannot be answered is refused by name. */
async function told(hub: Hub, query: string, variables: object): Promise<string> {
  const { data, errors } = await hub.send(query, variables);
  const codes = errors?.map(({ extensions }) => extensions["code"] as string);
  if (codes?.some((code) => ["INTERNAL", "GRAPHQL_VALIDATION_FAILED"].includes(code))) throw new Error(JSON.stringify(errors) + query);
  return JSON.stringify({ data, codes });
}

test("what every list answers at a moment it answers of that moment ever after", async () => {
  await using hub = await startHub("empty");
  const verifier = await hub.newKey("VERIFIER", "EDITOR");
  const random = seededRandom("lists at", 1);
  const world = await begin(hub);
  const kinds = new Set<string>();
  const moments: Awaited<ReturnType<typeof askNow>>[] = [];
  // Each question is asked at one of three moments, with changes before it and after it.
  for (let step = 1; step <= 52; step += 1) {
    kinds.add(await change(hub, world, random, verifier));
    if (step % 13 === 0 && moments.length < 3)
      moments.push(
        await askNow(
          hub,
          world,
          texts.filter((_, at) => at % 3 === moments.length),
        ),
      );
  }
  for (const { k, answers } of moments)
    for (const { query, variables, text } of answers)
      expect(await told(hub, query, { ...variables, k }), `${query} ${JSON.stringify({ ...variables, k })}`).toBe(text);
  // The histories were of every kind, and what the lists answer has changed since, or the law was hardly asked.
  expect(kinds.size).toBeGreaterThan(12);
  const some = moments.flatMap(({ answers }) => answers.filter((_, at) => at % 3 === 0));
  let changed = 0;
  for (const { query, variables, text } of some) if ((await told(hub, query, { ...variables, k: null })) !== text) changed += 1;
  expect(changed).toBeGreaterThan(some.length / 2);
}, 600_000);
