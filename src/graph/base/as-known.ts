/**
 * Every particular of a record (domain/history/particulars.ts) is told as it was known: this plugin of the builder gives each such field the argument `knownAt`, and its resolver the row as it was then.
 * What leads to other records (facility, publisher and so on) says so itself.
 */
import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from "@pothos/core";
import type { GraphQLFieldResolver } from "graphql";
import { eventTypeNames } from "../../domain/records/custody-event.ts";
import { particularsOf, recordColumn, type RecordNoun } from "../../domain/history/particulars.ts";
import { replacedSince } from "../../domain/history/replaced.ts";
import { loaderOf, type Context } from "./context.ts";

const replacedLoader = loaderOf(async ({ prisma }, ids: readonly string[], noun: RecordNoun, knownAt: Date) => {
  const replaced = await replacedSince(prisma, noun, ids, knownAt);
  return ids.map((id) => replaced.get(id) ?? null);
});

/** By column what a record said at a moment, where that was replaced since; null where it says now what it said then. */
export const saidAt = (context: Context, noun: RecordNoun, id: string, knownAt: Date) => replacedLoader(context, noun, knownAt).load(id);

const nouns = new Map<string, RecordNoun>([
  ...Object.keys(recordColumn).map((noun) => [noun, noun as RecordNoun] as const),
  ...Object.values(eventTypeNames).map((type) => [type, "CustodyEvent"] as const),
]);
// Fields that are made of several particulars.
const made: Partial<Record<RecordNoun, readonly string[]>> = { Facility: ["coordinates"], CustodyEvent: ["location"] };
// What names other records is loaded, not read from the row.
const told = new Map(
  Object.keys(recordColumn).map((noun) => {
    const fields = particularsOf(noun as RecordNoun).flatMap(([field, { refersTo }]) => (refersTo || field === "names" ? [] : [field]));
    return [noun, new Set([...fields, ...(made[noun as RecordNoun] ?? [])])] as const;
  }),
);

function nounOf(parentType: string, field: string): RecordNoun | null {
  const noun = nouns.get(parentType);
  return noun !== undefined && told.get(noun)!.has(field) ? noun : null;
}

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      asKnown: AsKnownPlugin<Types>;
    }
  }
}

class AsKnownPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    if (nounOf(config.parentType, config.name) === null) return config;
    const knownAt = {
      ...{ kind: "Arg", graphqlKind: "Arg", name: "knownAt", parentField: config.name, parentType: config.parentType, pothosOptions: {} },
      type: { kind: "Scalar", ref: "DateTime", required: false },
      description:
        "As the hub knew it at this moment; what was redacted since stays redacted. Handed down from above only where the operation says `@inheritClocks`.",
    };
    return { ...config, args: { ...config.args, knownAt: knownAt as never } };
  }

  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types["Context"]>,
    config: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types["Context"]> {
    const noun = nounOf(config.parentType, config.name);
    if (noun === null) return resolve;
    return (row, args, context, info) => {
      const { knownAt } = args as { knownAt?: Date | null };
      if (knownAt == null) return resolve(row, args, context, info);
      return saidAt(context as never, noun, (row as { id: string }).id, knownAt).then((said) =>
        // What Pothos has noted of a loaded row stays readable through the prototype.
        resolve(said === null ? row : Object.create(row as object, Object.getOwnPropertyDescriptors(said)), args, context, info),
      );
    };
  }
}

SchemaBuilder.registerPlugin("asKnown", AsKnownPlugin);
export const asKnownPlugin = "asKnown";
