/** The body of a webhook delivery: one event, executed on the same schema and with the same fields as a subscription (schema/operations/15-what-a-newsroom-is-told.graphql). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execute, GraphQLError, parse } from "graphql";
import type { AuditJournal } from "../domain/access/audit-journal.ts";
import { createContext } from "../graph/base/context.ts";
import { toSchema } from "../graph/index.ts";
import type { Database } from "../db/database.ts";
import type { Feed } from "../feed/feed.ts";
import type { ReadNextEvent } from "../webhooks/deliver.ts";

const file = join(import.meta.dirname, "../../schema/operations/15-what-a-newsroom-is-told.graphql");
const operationName = "ReadReleases";

type Node = { readonly eventId: string; readonly cursor: string };
type Answer = { readonly feed: { readonly edges: readonly { readonly node: Node }[] } };

/** Reads each event when it is delivered, with the given viewer: rights and content are those of that moment. */
export function createBodyReader({ delivering: prisma }: Pick<Database, "delivering">, feed: Feed, journal: AuditJournal): ReadNextEvent {
  const document = parse(readFileSync(file, "utf8"));
  return async (viewer, after, filter) => {
    const contextValue = createContext({ prisma, feed, viewer, journal });
    const { data, errors } = await execute({
      schema: toSchema(),
      document,
      operationName,
      // Position 0 has no cursor that could expire: null reads from the oldest event that is kept.
      variableValues: { after: after === 0n ? null : feed.cursorOf(after), first: 1, filter },
      contextValue,
    });
    if (errors?.[0] !== undefined) throw originOf(errors[0]);
    if (contextValue.reads !== null) journal.read(viewer, operationName, contextValue.reads);
    const [edge] = (data as unknown as Answer).feed.edges;
    if (edge === undefined) return null;
    const { eventId, cursor } = edge.node;
    return { seq: await feed.positionOf(cursor), eventId, body: JSON.stringify({ eventId, cursor, data: { releaseFeed: edge.node } }) };
  };
}

function originOf(error: GraphQLError): Error {
  return error.originalError instanceof GraphQLError ? originOf(error.originalError) : (error.originalError ?? error);
}
