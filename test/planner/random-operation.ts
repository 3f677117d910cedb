/** Random queries over the whole SDL: fields, arguments, variables, aliases, fragments, directives; some of them wrong. The same seed makes the same. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import type { SeededRandom } from "../../kit/seeded-random.ts";

export type Named = {
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly slugs: readonly string[];
  readonly words: readonly string[];
};
export type Asked = { readonly query: string; readonly variables: Readonly<Record<string, unknown>>; readonly roots: readonly string[] };

// Of these everything is asked; of the others, now and then.
const often = new Set([
  "detainee",
  "detainees",
  "facility",
  "facilities",
  "source",
  "sources",
  "release",
  "releases",
  "claims",
  "documents",
  "document",
]);
const alsoOften = new Set(["custodyEvents", "situations", "situation", "verificationQueue", "decisionQueue"]);
const clocks = new Set(["knownAt", "publishedUntil"]);
const nouns: Readonly<Record<string, readonly string[]>> = {
  ...{
    facility: ["Facility"],
    heldIn: ["Facility"],
    partOf: ["Facility"],
    source: ["Source"],
    aboutSource: ["Source"],
    document: ["Document"],
  },
  ...{ event: ["Release", "Arrest"], detainee: ["Detainee"], publisher: ["Source"], situation: ["Situation"] },
};

export function randomOperation(schema: GraphQLSchema, random: SeededRandom, named: Named): Asked {
  const variables = new Map<string, { readonly type: string; readonly value: unknown }>();
  const maybe = (percent: number) => random.between(1, 100) <= percent;
  const some = <Item>(items: readonly Item[], most: number): Item[] => {
    const left = [...items];
    const taken: Item[] = [];
    for (let many = random.between(1, most); many > 0 && left.length > 0; many -= 1)
      taken.push(...left.splice(random.between(0, left.length - 1), 1));
    return taken;
  };

  const scalar = (type: GraphQLNamedType, at: string, owner: string): unknown => {
    if (isEnumType(type)) return random.oneOf(type.getValues()).name;
    if (type.name === "Int") return maybe(3) ? random.oneOf([0, -1, 101]) : random.between(1, 7);
    if (type.name === "Float") return random.between(0, 900) / 8;
    if (type.name === "Boolean") return maybe(50);
    if (type.name === "DateTime")
      return new Date(Date.UTC(2026, random.between(0, 1), random.between(1, 28), random.between(0, 23))).toISOString();
    if (type.name === "CountryCode") return random.oneOf(["VE", "US", "ve"]);
    if (at === "slug" || (type.name === "ID" && maybe(8))) return random.oneOf([...named.slugs, "no-such-one"]);
    if (type.name === "ID") {
      const ids = (nouns[at] ?? [owner]).flatMap((noun) => named.ids[noun] ?? []);
      return maybe(3) || ids.length === 0 ? random.oneOf(["nonsense", ...Object.values(named.ids).flat()]) : random.oneOf(ids);
    }
    return random.oneOf(named.words);
  };
  const value = (type: GraphQLInputType, at: string, owner: string): unknown => {
    if (isNonNullType(type)) return value(type.ofType, at, owner);
    if (isListType(type)) return Array.from({ length: random.between(1, 2) }, () => value(type.ofType, at, owner));
    if (!isInputObjectType(type)) return scalar(type as GraphQLNamedType, at, owner);
    const fields = Object.values(type.getFields());
    const chosen = type.isOneOf ? [random.oneOf(fields)] : fields.filter((field) => isNeeded(field) || maybe(22));
    return Object.fromEntries(chosen.map((field) => [field.name, value(field.type, field.name, owner)]));
  };
  const written = (given: unknown, type: GraphQLInputType): string => {
    const inner = isNonNullType(type) ? type.ofType : type;
    if (given === null) return "null";
    if (Array.isArray(given)) return `[${given.map((each) => written(each, isListType(inner) ? inner.ofType : inner)).join(", ")}]`;
    if (isEnumType(inner)) return given as string;
    if (!isInputObjectType(inner)) return JSON.stringify(given);
    const fields = inner.getFields();
    return `{ ${Object.entries(given as object)
      .map(([name, each]) => `${name}: ${written(each, fields[name]!.type)}`)
      .join(", ")} }`;
  };
  const argument = (arg: GraphQLArgument, owner: string): string => {
    const given = maybe(3) && !isNeeded(arg) ? null : value(arg.type, arg.name, owner);
    if (!maybe(45)) return `${arg.name}: ${written(given, arg.type)}`;
    const name = `v${variables.size}`;
    variables.set(name, { type: String(arg.type), value: given });
    return `${arg.name}: $${name}`;
  };
  const argumentsFor = (args: readonly GraphQLArgument[], owner: string): string => {
    const chosen = args.filter((arg) => {
      if (isNeeded(arg)) return true;
      if (clocks.has(arg.name)) return maybe(1);
      if (arg.name === "first") return maybe(60);
      // A cursor has to come from an answer.
      if (["after", "before", "last"].includes(arg.name)) return maybe(2);
      return maybe(25);
    });
    return chosen.length === 0 ? "" : `(${chosen.map((arg) => argument(arg, owner)).join(", ")})`;
  };
  const directive = (): string => {
    if (!maybe(4)) return "";
    const name = `v${variables.size}`;
    variables.set(name, { type: "Boolean!", value: maybe(50) });
    return ` @${random.oneOf(["skip", "include"])}(if: $${name})`;
  };
  const field = (type: GraphQLObjectType, name: string, depth: number): string | null => {
    const { args, type: answered } = type.getFields()[name]!;
    const below = getNamedType(answered);
    if (isUnionType(below)) return null;
    const nested = isLeafType(below) ? "" : selection(below, depth - 1);
    if (nested === null) return null;
    const alias = maybe(8) ? `${random.oneOf(["a", "b", "c"])}${random.between(0, 99)}: ` : "";
    return `${alias}${name}${argumentsFor(args, below.name.replace(/(Connection|Edge)$/, ""))}${directive()}${nested}`;
  };
  const selection = (type: GraphQLNamedType, depth: number): string | null => {
    if (!isObjectType(type) && !isInterfaceType(type)) return null;
    const fields = Object.values(type.getFields()).filter((each) => depth > 0 || isLeafType(getNamedType(each.type)));
    const connection = type.name.endsWith("Connection");
    const wanted = connection
      ? fields.filter(({ name }) => name === "edges" || maybe(30))
      : type.name.endsWith("Edge")
        ? fields.filter(({ name }) => name === "node" || maybe(30))
        : some(fields, 6);
    const asked = [...new Set(wanted)].map(({ name }) => field(type as GraphQLObjectType, name, depth));
    const parts = [...asked.filter((each) => each !== null), ...(maybe(10) ? ["__typename"] : [])];
    if (isInterfaceType(type) && depth > 0)
      for (const kind of some(schema.getImplementations(type).objects, 2)) {
        const own = maybe(60) ? selection(kind, depth - 1) : null;
        if (own !== null) parts.push(`... on ${kind.name}${own}`);
      }
    if (maybe(5) && parts.length > 1) parts.push(`... ${random.oneOf(["", `on ${type.name} `])}{ ${parts.shift()} }`);
    return parts.length === 0 ? (depth > 0 || fields.length > 0 ? " { __typename }" : null) : ` { ${parts.join(" ")} }`;
  };

  const query = schema.getQueryType()!;
  const names = Object.keys(query.getFields());
  const pick = (): string => {
    const name = random.oneOf(names);
    return often.has(name) || alsoOften.has(name) || maybe(10) ? name : pick();
  };
  const roots: string[] = [];
  const parts: string[] = [];
  for (let many = maybe(10) ? 2 : 1; many > 0; many -= 1) {
    const name = pick();
    const text = field(query, name, random.between(2, 5));
    if (text === null) continue;
    roots.push(name);
    parts.push(parts.length > 0 ? `second: ${text.replace(/^\w+: (?=\w)/, "")}` : text);
  }
  if (parts.length === 0) parts.push("__typename");
  const declared = [...variables].map(([name, { type }]) => `$${name}: ${type}`);
  return {
    query: `query Random${declared.length === 0 ? "" : `(${declared.join(", ")})`} { ${parts.join(" ")} }`,
    variables: Object.fromEntries([...variables].map(([name, { value: given }]) => [name, given])),
    roots,
  };
}

const isNeeded = (of: GraphQLArgument | GraphQLInputField) =>
  isNonNullType(of.type) && of.defaultValue === undefined && of.default === undefined;
