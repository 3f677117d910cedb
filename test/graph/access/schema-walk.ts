/** Questions generated from the SDL: every field of every record that a viewer can name, with every argument that is in the plan. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isObjectType,
  isAbstractType,
  isInterfaceType,
  isUnionType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from "graphql";
import { toSchema } from "../../../src/graph/index.ts";
import { values, isElsewhere, whole } from "./plan.ts";
import type { Records } from "./records.ts";

export const schema = toSchema();

/** One field or some, asked in all variants. The text holds placeholders for what it names: `@Source`, `@slug:Source`, `@words`. */
export type Question = { readonly owner: string; readonly field: string; readonly text: string };

/** A question about the records that stand for its placeholders, asked of all records of its owner: an operation with its variables. */
export function asked({ owner, text }: Question, about: Records, named: Records): [string, object] {
  const filled = text
    .replaceAll("@words", named.words)
    .replaceAll(/@slug:(\w+)/g, (_, noun: string) => named.slugs[noun]!)
    .replaceAll(/@(\w+)/g, (_, type: string) => named.ids[type]![0]!);
  if (owner === "Query") return [`{ ${filled} }`, {}];
  const query = `query($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on ${owner} { ${filled} } } }`;
  return [query, { ids: about.ids[owner]!.slice(0, 40) }];
}

const pages = new Set(["first", "last", "after", "before"]);

/** The field of an answer's key: variants and types stand behind two underscores. */
export const fieldOf = (key: string) => (key.startsWith("__") ? key : key.split("__")[0]!);

export const nodeTypes = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type))
  .filter((type) => type.getInterfaces().some(({ name }) => name === "Node"));
const isNode = (type: GraphQLNamedType) => isObjectType(type) && nodeTypes.includes(type);

/** Every field of the graph that can be asked, and what it is asked with. */
export function questions(): Question[] {
  return [schema.getQueryType()!, ...nodeTypes].flatMap((owner) =>
    Object.values(owner.getFields())
      .filter(({ name }) => name !== "id" && !isElsewhere(owner.name) && !isElsewhere(`${owner.name}.${name}`))
      // What all kinds of a custody event have is asked of arrests.
      .filter(({ name }) => owner.name === "Arrest" || ownerOf(owner, name) !== "CustodyEvent")
      .flatMap((field) =>
        inAllVariants(owner, field).map((text) => ({ owner: owner.name, field: field.name, text, alone: blanks(owner, field) })),
      )
      .reduce<Asked[]>(together, []),
  );
}

type Asked = Question & { readonly alone: boolean };

/** A field of the query that cannot be null: its error leaves nothing of its neighbours, and which of several such errors is told is chance. */
const blanks = (owner: GraphQLObjectType, field: GraphQLField<unknown, unknown>) =>
  owner === schema.getQueryType() && isNonNullType(field.type) && field.args.length > 0;

/** As many fields in one operation as the hub takes, those that name something apart. */
function together(asked: Asked[], next: Asked): Asked[] {
  const last = asked.at(-1);
  const fits =
    last !== undefined &&
    !last.alone &&
    !next.alone &&
    last.text.includes("@") === next.text.includes("@") &&
    wordsOf(last.text) + wordsOf(next.text) < mostWords;
  if (!fits) return [...asked, next];
  return [...asked.slice(0, -1), { ...last, field: `${last.field} ${next.field}`, text: `${last.text}\n${next.text}` }];
}
const wordsOf = (text: string) => text.split(/\s+/).length;

/** The hub takes no operation with more than 500 fields, nor one that costs more than 150,000: a field that works hard costs 8,000. */
const mostWords = 350;
const mostVariants = 16;

function inAllVariants(owner: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string[] {
  const selection = selectionOf(getNamedType(field.type));
  const variants = variantsOf(owner.name, field).map(
    (args, at) => `${field.name}__${at}: ${field.name}${args === "" ? "" : `(${args})`} ${selection}`,
  );
  const most = Math.min(mostVariants, Math.max(1, Math.floor(mostWords / (wordsOf(selection) + 4))));
  return Array.from({ length: Math.ceil(variants.length / most) }, (_, at) => variants.slice(at * most, (at + 1) * most).join("\n"));
}

function variantsOf(owner: string, field: GraphQLField<unknown, unknown>): string[] {
  const args = field.args.filter(({ name }) => !pages.has(name));
  const literals = args.map((arg) => ({
    arg,
    given: literalsOf(`${owner}.${field.name}`, arg, owner === "Query" || isNonNullType(arg.type)),
  }));
  const required = literals
    .filter(({ arg }) => isNonNullType(arg.type))
    .map(({ arg, given }) => given.map((value) => `${arg.name}: ${value}`));
  const first = field.args.some(({ name }) => name === "first") ? ["first: 50"] : [];
  const base = [...first, ...required.slice(1).map(([one]) => one!)];
  const bases = required.length === 0 ? [base] : required[0]!.map((one) => [...base, one]);
  const optional = literals.filter(({ arg }) => !isNonNullType(arg.type));
  const more = optional.flatMap(({ arg, given }) => given.map((value) => [...bases[0]!, `${arg.name}: ${value}`]));
  return [...bases, ...more].map((variant) => variant.join(", "));
}

function literalsOf(place: string, arg: GraphQLArgument | GraphQLInputField, all: boolean): string[] {
  const type = getNamedType(arg.type);
  const entire = whole[type.name];
  if (entire !== undefined) return [...entire];
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap((field) =>
      literalsOf(type.name, field, all).map((value) => `{ ${field.name}: ${value} }`),
    );
  if (isEnumType(type))
    return type
      .getValues()
      .map(({ name }) => name)
      .slice(0, all ? undefined : 1);
  return [...values(`${place}.${arg.name}`, type.name)];
}

/** Of a record its own texts and times; of what is no record everything, down to the next records. */
function selectionOf(type: GraphQLNamedType, suffix = ""): string {
  if (isLeafType(type)) return "";
  if (isUnionType(type))
    return `{ __typename ${type
      .getTypes()
      .map((one) => `... on ${one.name} ${selectionOf(one, `__x${one.name}`)}`)
      .join(" ")} }`;
  const record = (isInterfaceType(type) ? schema.getPossibleTypes(type) : [type]).every(isNode);
  const fields = Object.values((type as GraphQLObjectType).getFields()).filter(
    ({ type: given, args }) => (!record || telling.has(getNamedType(given).name)) && !args.some((arg) => isNonNullType(arg.type)),
  );
  const words = fields.map(({ name, type: given, args }) => {
    const page = args.some((arg) => arg.name === "first") ? "(first: 50)" : "";
    return `${suffix === "" ? "" : `${name}${suffix}: `}${name}${page} ${selectionOf(getNamedType(given))}`;
  });
  return `{ __typename ${words.join(" ")} }`;
}
const telling = new Set(["ID", "String", "URL", "DateTime"]);

/** Every edge of the graph: a field, and a record that it can lead to. */
export function edges(): string[] {
  const found = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__") || isElsewhere(type.name)) continue;
    if (/(Connection|Edge|Payload)$/.test(type.name) || type === schema.getMutationType() || type === schema.getSubscriptionType())
      continue;
    for (const field of Object.values(type.getFields()))
      if (!isElsewhere(`${type.name}.${field.name}`))
        for (const noun of leadsTo(getNamedType(field.type))) found.add(`${ownerOf(type, field.name)}.${field.name} → ${noun}`);
  }
  return [...found].toSorted();
}

function leadsTo(type: GraphQLNamedType): string[] {
  if (isAbstractType(type)) return schema.getPossibleTypes(type).flatMap(leadsTo);
  if (!isObjectType(type)) return [];
  if (isNode(type)) return isElsewhere(type.name) ? [] : [nounOf(type.name)];
  // A page leads where its entries lead.
  const entries = type.getFields()["edges"] ?? (type.name.endsWith("Edge") ? type.getFields()["node"] : undefined);
  return entries === undefined ? [] : leadsTo(getNamedType(entries.type));
}

/** The kinds of a custody event are one noun, and so are the kinds of a claim. */
export const nounOf = (typename: string): string => sharedBy(schema.getType(typename) as GraphQLObjectType)?.name ?? typename;

/** Who declares a field: the noun for what all its kinds have. */
export const ownerOf = (type: GraphQLObjectType, field: string): string => {
  const noun = sharedBy(type);
  return noun?.getFields()[field] === undefined ? type.name : noun.name;
};

/** A field as the list of edges names it. */
export const edgeOf = (typename: string, field: string): string =>
  `${ownerOf(schema.getType(typename) as GraphQLObjectType, field)}.${field}`;

const sharedBy = (type: GraphQLObjectType) => type.getInterfaces().find(({ name }) => name === "CustodyEvent" || name === "Claim");
