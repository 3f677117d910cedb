/**
 * A newsroom's client: says what is on record, then follows the feed and misses nothing. It keeps its last cursor in a file, so that it goes on where it stopped, however it stopped.
 *
 *     npm run newsroom                          with the hub of `npm start` running
 *     npm run newsroom -- http://host/graphql   another hub
 *
 * It runs on Node alone, with one library: graphql-ws. The operations are those of schema/operations/, typed by `npm run codegen`.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createClient } from "graphql-ws";
import { TellMeWhenDocument, WhatDidIMissDocument, type TellMeWhenSubscription } from "../generated/graphql.ts";

type FeedItem = TellMeWhenSubscription["releaseFeed"];

const url = process.argv[2] ?? "http://127.0.0.1:4000/graphql";
const cursorFile = process.argv[3] ?? "newsroom.cursor";

function lastCursor(): string | null {
  try {
    return readFileSync(cursorFile, "utf8").trim() || null;
  } catch {
    return null; // the first time
  }
}

/** Written beside and renamed, so that a crash leaves the old cursor or the new one, never half of one. */
function keepCursor(cursor: string): void {
  writeFileSync(`${cursorFile}.new`, cursor);
  renameSync(`${cursorFile}.new`, cursorFile);
}

async function query<Result, Variables>(
  document: { toString(): string; __apiType?: (variables: Variables) => Result },
  variables: Variables,
): Promise<Result> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: String(document), variables }),
  });
  const { data, errors } = (await response.json()) as { data: Result; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join("; "));
  return data;
}

/** What was verified before we came: everything in the feed, page by page. Returns the cursor behind it. */
async function readArchive(): Promise<string> {
  let after: string | null = null;
  for (;;) {
    const {
      feed,
    }: {
      feed: {
        edges: { node: { __typename: string; releaseId: string; release: { state: string; detainee: { name: string } } | null } }[];
        pageInfo: { hasNextPage: boolean; endCursor?: string | null };
      };
    } = await query(WhatDidIMissDocument, { after, first: 100 });
    for (const { node } of feed.edges)
      console.log(
        `on record: ${node.__typename} ${node.release ? `${node.release.detainee.name} (now ${node.release.state})` : `${node.releaseId}, withdrawn`}`,
      );
    after = feed.pageInfo.endCursor ?? null;
    if (!feed.pageInfo.hasNextPage) return after!;
  }
}

function tell(item: FeedItem): void {
  if (item.__typename === "FeedBookmark") console.log("live: nothing new up to here");
  else if (!item.release) console.log(`${item.occurredAt}  ${item.__typename}  ${item.releaseId}: WITHDRAWN, take back what was published`);
  else
    console.log(
      `${item.occurredAt}  ${item.__typename}  ${item.release.detainee.name}, ${item.release.facility?.name ?? "place not known"}, ${item.release.when.edtf}`,
    );
}

let cursor = lastCursor() ?? (await readArchive());
keepCursor(cursor);

const client = createClient({
  url: url.replace(/^http/, "ws"),
  // A newsroom stays until it is stopped: every end of the connection is a reason to come back, with some jitter so that not all come back at once.
  shouldRetry: () => true,
  retryAttempts: Number.POSITIVE_INFINITY,
  retryWait: async (attempt) => {
    await new Promise((resolve) => setTimeout(resolve, Math.min(1000 * 2 ** attempt, 30_000) * (0.5 + Math.random())));
  },
  on: { connected: () => console.log(`connected, going on after ${cursor}`), closed: () => console.log("connection closed; coming back") },
});

const variables = {
  // Read anew at each connection: the library sends the operation again, with the cursor as it is then.
  get after() {
    return cursor;
  },
};
const unsubscribe = client.subscribe<TellMeWhenSubscription>(
  { query: String(TellMeWhenDocument), variables },
  {
    next: ({ data, errors }) => {
      if (errors || !data) return console.error(errors);
      tell(data.releaseFeed);
      // Only now: if we die before this line, the item comes again, with the same eventId.
      cursor = data.releaseFeed.cursor;
      keepCursor(cursor);
    },
    error: (error) => {
      console.error("the feed refused the subscription:", error);
      process.exitCode = 1;
    },
    complete: () => console.log("the feed has ended"),
  },
);

process.once("SIGINT", () => {
  unsubscribe();
  void client.dispose();
});
