/** What a pinned version is asked: each record for everything that the SDL has of it, as several keys, and the joint answers as of fixed moments. Generated, so that a new field is asked when the next version is pinned. */
import { getNamedType, isAbstractType, isLeafType, isNonNullType, isObjectType, type GraphQLField, type GraphQLSchema } from "graphql";

export type Question = { readonly name: string; readonly key: string; readonly query: string; readonly variables: object };

// Nothing in an answer may hang on the day on which it is asked.
const asOf = "2026-01-20T12:00:00Z";
// Cursors of lists may change with a version; that of the feed may not (see `joint`).
const notAsked = new Set(["pageInfo", "cursor"]);
const list = "{ totalCount edges { node { __typename id } } }";

const required = ({ args }: GraphQLField<unknown, unknown>) =>
  args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);

/** Everything of a type, and of what hangs on it `steps` further; of another record only its id. */
function everything(schema: GraphQLSchema, typeName: string, steps: number): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`Expected an object type, got ${typeName}`);
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (required(field) || notAsked.has(field.name)) return [];
    const takes = (name: string) => field.args.some((arg) => arg.name === name);
    const given = [...(takes("asOf") ? [`asOf: "${asOf}"`] : []), ...(takes("first") ? ["first: 20"] : [])].join(", ");
    const call = given === "" ? field.name : `${field.name}(${given})`;
    const target = getNamedType(field.type);
    if (isLeafType(target)) return [call];
    if (target.name.endsWith("Connection")) return [`${call} ${list}`];
    if (isAbstractType(target) || (isObjectType(target) && target.getInterfaces().some((each) => each.name === "Node")))
      return [`${call} { __typename id }`];
    return steps > 0 ? [`${call} { ${everything(schema, target.name, steps - 1)} }`] : [];
  });
  return ["__typename", ...fields].join(" ");
}

/** The records of one type, looked up by their ids. */
export function ofRecords(schema: GraphQLSchema, typeName: string, ids: readonly string[], key: string): Question {
  const query = `query($ids: [ID!]!) { nodes(ids: $ids) { ... on ${typeName} { ${everything(schema, typeName, 2)} } } }`;
  return { name: `${ids.length} × ${typeName} for ${key}`, key, query, variables: { ids } };
}

/** What is asked of many records at once: lists, filters, counts, comparisons, the feed; `moments` are those between the steps of the history, `cursor` one of its feed. */
export function joint(schema: GraphQLSchema, key: string, moments: readonly string[], cursor: string | null): Question[] {
  const ask = (name: string, query: string, variables: object = {}): Question => ({ name: `${name} for ${key}`, key, query, variables });
  const event = "__typename eventId occurredAt releaseId withdrawn cursor release { id state }";
  const told = `edges { node { ${event} ... on ReleaseVerified { beforeState afterState publicNote } ... on ReleaseRetracted { beforeState afterState publicNote }
    ... on ReleaseAmended { beforeState afterState publicNote } } }`;
  const lists = ["claims", "custodyEvents", "detainees", "documents", "facilities", "releases", "sources", "verificationQueue"];
  return [
    ...lists.map((name) => ask(name, `{ ${name}(first: 100) ${list} }`)),
    ask("feed", `{ feed(first: 100) { ${told} } }`),
    ...(cursor === null
      ? []
      : [ask("feed after a cursor of before", `{ feed(first: 100, after: ${JSON.stringify(cursor)}) { ${told} } }`)]),
    // Not how its deliveries go, which goes on.
    ...(key === "nobody" ? [] : [ask("webhooks", "{ webhooks { id url filter createdAt } }")]),
    ...(key === "everything" ? [ask("keys", `{ apiKeys { ${everything(schema, "ApiKey", 2)} } }`)] : []),
    ask("policies", `{ policies { ${everything(schema, "Policy", 2)} } }`),
    ask("search", `{ search(text: "marquez") { score matched node { __typename ... on Node { id } } } }`),
    ...moments.flatMap((knownAt, index) =>
      ["RELEASED", "HELD"].map((metric) =>
        ask(
          `reconciliation ${metric} as known after step ${index}`,
          `query($asOf: DateTime!, $knownAt: DateTime!) { reconciliation(metric: ${metric}, asOf: $asOf, knownAt: $knownAt) { ${everything(schema, "Reconciliation", 2)} } }`,
          { asOf, knownAt },
        ),
      ),
    ),
    ...moments.map((knownAt, index) =>
      ask(
        `timelines as known after step ${index}`,
        `query($asOf: DateTime!, $knownAt: DateTime!) {
          releases(first: 50, knownAt: $knownAt) { edges { node { id state(knownAt: $knownAt) acknowledged(knownAt: $knownAt) detainee(knownAt: $knownAt) {
            id mergedInto(knownAt: $knownAt) status(asOf: $asOf, knownAt: $knownAt) detentions(asOf: $asOf, knownAt: $knownAt) { ordinal end began { id } ended { id } } } } } }
          revolvingDoor(knownAt: $knownAt, until: $asOf) { released rearrested rate } }`,
        { asOf, knownAt },
      ),
    ),
  ];
}
