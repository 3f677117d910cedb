/** Which records an operation shows, for whoever is audited: noted where their fields are resolved, so that no way to a record is forgotten. */
import { defaultFieldResolver, isObjectType, type GraphQLSchema } from "graphql";
import type { Context } from "../base/context.ts";

const audited = new Set(["Detainee", "Facility", "Source", "Document", "CustodyEvent", "Claim"]);

/** Lets every field of a record with a visibility of its own note the record. Costs others one look at their context. */
export function noteReads(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    const model = isObjectType(type) ? (type.extensions["pothosPrismaModel"] as string | undefined) : undefined;
    if (!isObjectType(type) || model === undefined || !audited.has(model)) continue;
    for (const field of Object.values(type.getFields())) {
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (parent: { id: string }, args, context: Context, info) => {
        if (context.reads !== null) note(context.reads, model, parent.id);
        return resolve(parent, args, context, info);
      };
    }
  }
  return schema;
}

function note(reads: NonNullable<Context["reads"]>, model: string, id: string): void {
  const ids = reads.get(model);
  if (ids) ids.add(id);
  else reads.set(model, new Set([id]));
}
