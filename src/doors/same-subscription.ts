/** Which subscriptions are equal and share a group: the same operation, however it is formatted, with the same variables and rights. The position in the feed makes no difference. */
import {
  executeSubscriptionEvent,
  Kind,
  print,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ValidatedSubscriptionArgs,
} from "graphql";
import type { Database } from "../db/database.ts";
import { createContext, type Context } from "../graph/base/context.ts";
import { viewerOf } from "../domain/viewer.ts";
import type { FeedStream, Groups } from "../feed/deliver/groups.ts";
import type { FeedSource } from "../feed/deliver/subscription-source.ts";

type Normal = { readonly text: string; readonly variables: ReadonlySet<string> };
type Mask = (error: unknown) => Error;

/** Makes a function that puts a subscription into the group of all that are equal to it. */
export function createSharing(groups: Groups, prisma: Database["delivering"], mask: Mask) {
  // The parser caches documents by their text, so most subscriptions find theirs here.
  const known = new WeakMap<DocumentNode, Map<string, Normal>>();
  const normalOf = (args: ValidatedSubscriptionArgs): Normal => {
    const name = args.operation.name?.value ?? "";
    const byName = known.get(args.document) ?? new Map<string, Normal>();
    known.set(args.document, byName);
    const normal = byName.get(name) ?? normalise(args, name);
    byName.set(name, normal);
    return normal;
  };
  return (args: ValidatedSubscriptionArgs, source: FeedSource): FeedStream => {
    const { feed, changes, viewer, journal, reads } = args.contextValue as Context;
    const { text, variables } = normalOf(args);
    const given = Object.entries(args.variableValues.coerced).filter(([name]) => variables.has(name));
    const scopes = [...viewer.scopes].toSorted();
    // Whose reads are on record shares with nobody. All others are a viewer with the scopes but without an actor, so that nothing that depends on the actor is shared.
    const actor = reads === null ? "feed" : viewer.actor;
    const shared = viewerOf(actor, scopes);
    return groups.stream(JSON.stringify([text, sorted(Object.fromEntries(given)), scopes, actor]), source, async (item) => {
      // A new context for each event: what its loaders cache must not outlive one answer.
      const contextValue = createContext({ prisma, feed, changes, viewer: shared, journal });
      const result = await executeSubscriptionEvent({ ...args, contextValue, rootValue: item });
      if (contextValue.reads !== null) journal!.read(viewer, args.operation.name?.value ?? "", contextValue.reads);
      return result.errors ? { ...result, errors: result.errors.map((error) => mask(error) as never) } : result;
    });
  };
}

/** The one operation with its fragments, printed, without `after` on its field and without the variables that only `after` uses. */
function normalise({ schema, document }: ValidatedSubscriptionArgs, name: string): Normal {
  const types = new TypeInfo(schema);
  const operation = visit(
    separateOperations(document)[name]!,
    visitWithTypeInfo(types, {
      Field(field) {
        if (types.getParentType() !== schema.getSubscriptionType()) return undefined;
        return { ...field, arguments: field.arguments?.filter((argument) => argument.name.value !== "after") };
      },
    }),
  );
  const variables = new Set<string>();
  const used = {
    VariableDefinition: () => false as const,
    Variable: ({ name: { value } }: { name: { value: string } }) => void variables.add(value),
  };
  visit(operation, used);
  const text = print(
    visit(operation, { [Kind.VARIABLE_DEFINITION]: ({ variable }) => (variables.has(variable.name.value) ? undefined : null) }),
  );
  return { text, variables };
}

/** The value with sorted object keys, so that equal variables have equal JSON. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
