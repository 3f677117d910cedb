/** The body of a webhook delivery: one event, executed on the same schema and with the same fields as a subscription (schema/operations/15-… of releases, 16-… of changes). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execute, GraphQLError, parse, type DocumentNode } from "graphql";
import type { WebhookFeed } from "../db/generated/prisma/enums.ts";
import type { AuditJournal } from "../domain/access/audit-journal.ts";
import { createContext, type Feeds } from "../graph/base/context.ts";
import { toSchema } from "../graph/index.ts";
import type { Database } from "../db/database.ts";
import type { ReadNextEvent } from "../webhooks/deliver.ts";

const operations = join(import.meta.dirname, "../../schema/operations");
const read = (file: string) => parse(readFileSync(join(operations, file), "utf8"));

type Page = { readonly edges: readonly { readonly node: { readonly eventId: string; readonly cursor: string } }[] };
type Body = {
  readonly document: DocumentNode;
  readonly operationName: string;
  readonly field: string;
  readonly under: string;
  readonly of: keyof Feeds;
};

/** Reads each event when it is delivered, with the given viewer: rights and content are those of that moment. */
export function createBodyReader({ delivering: prisma }: Pick<Database, "delivering">, feeds: Feeds, journal: AuditJournal): ReadNextEvent {
  const bodies: Readonly<Record<WebhookFeed, Body>> = {
    RELEASES: {
      document: read("15-what-a-newsroom-is-told.graphql"),
      operationName: "ReadReleases",
      field: "feed",
      under: "releaseFeed",
      of: "feed",
    },
    CHANGES: {
      document: read("19-what-changed.graphql"),
      operationName: "WhatChanged",
      field: "changes",
      under: "changeFeed",
      of: "changes",
    },
  };
  return async (viewer, after, { feed: named, filter }) => {
    const { document, operationName, field, under, of } = bodies[named];
    const feed = feeds[of];
    const contextValue = createContext({ prisma, ...feeds, viewer, journal });
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
    const [edge] = (data as unknown as Readonly<Record<string, Page>>)[field]!.edges;
    if (edge === undefined) return null;
    const { eventId, cursor } = edge.node;
    return { seq: await feed.positionOf(cursor), eventId, body: JSON.stringify({ eventId, cursor, data: { [under]: edge.node } }) };
  };
}

function originOf(error: GraphQLError): Error {
  return error.originalError instanceof GraphQLError ? originOf(error.originalError) : (error.originalError ?? error);
}
