/** What the feed of changes says, and mutations with what they make it say. */
import type { Hub } from "./hub.ts";

export type ToldChange = {
  cursor: string;
  eventId: string;
  kind: string;
  noun: string;
  recordId: string | null;
  withdrawn: boolean;
  record: { __typename: string; id: string } | null;
  other: { __typename: string; id: string } | null;
  fields: string[];
  reason: string | null;
  beforeState: string | null;
  afterState: string | null;
  verdictBefore: string | null;
  verdictAfter: string | null;
};

export const changeFields =
  "cursor eventId occurredAt kind noun recordId withdrawn record { __typename id } other { __typename id } fields reason beforeState afterState verdictBefore verdictAfter";

/** All changes after a cursor, page by page, and where they end. */
export async function readChanges(
  hub: Pick<Hub, "send">,
  after: string | null = null,
  { filter = null, key }: { filter?: object | null; key?: string | null } = {},
): Promise<{ changes: ToldChange[]; end: string }> {
  const changes: ToldChange[] = [];
  for (let cursor = after; ;) {
    const { data, errors } = await hub.send(
      `query($after: String, $filter: ChangeFilter) { changes(after: $after, first: 100, filter: $filter) { edges { cursor node { ${changeFields} } } pageInfo { hasNextPage endCursor } } }`,
      { after: cursor, filter },
      key,
    );
    if (!data?.changes) throw new Error(JSON.stringify(errors));
    const { edges, pageInfo } = data.changes;
    changes.push(...edges.map(({ node }: { node: ToldChange }) => node));
    cursor = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) return { changes, end: pageInfo.endCursor };
  }
}

/** Calls a mutation, expects it to succeed, and gives its payload. */
export async function call(hub: Pick<Hub, "send">, verb: string, input: object, selected = "", key?: string): Promise<Record<string, any>> {
  const title = `${verb[0]!.toUpperCase()}${verb.slice(1)}`;
  const query = `mutation($input: ${title}Input!) { ${verb}(input: $input) { __typename ... on ${title}Payload { changed ${selected} } ... on Error { message } } }`;
  const { data, errors } = await hub.send(query, { input }, key);
  if (data?.[verb]?.__typename !== `${title}Payload`) throw new Error(`${verb}: ${JSON.stringify(errors ?? data)}`);
  return data[verb];
}
