/** What the graph answered to the page a moment ago: many look at one page at once, and their looking must not cost more than the first one's. */
import { LRUCache } from "lru-cache";
import { askDoor } from "../doors/ask.ts";
import type { GraphqlDoor } from "../doors/graphql.ts";
import type { Ask } from "./base/operation.ts";

// What is not in the feed, such as a new claim, is seen this much later. A decision, and what is hidden, is seen at once: they are part of what an answer is kept under.
const keptMilliseconds = 2000;
const mostKept = 200;

/** Asks as whoever comes from the address, without a key. An answer is used again only while no right has changed and nothing has happened in the feed. */
export function createAnswers(door: GraphqlDoor): (address: string) => Ask {
  const kept = new LRUCache<string, Promise<unknown>>({ max: mostKept, ttl: keptMilliseconds });
  return (address) => async (operation, variables) => {
    await door.feed.refresh();
    const key = JSON.stringify([door.streams.rights, String(door.feed.head), operation.operationName, variables]);
    const known = kept.get(key);
    if (known !== undefined) return known as never;
    // What a client would read: of a moment the graph itself has an object.
    const asked = askDoor(door, { address, authorization: null }, operation, variables).then(
      (data) => JSON.parse(JSON.stringify(data)) as unknown,
    );
    kept.set(key, asked);
    // A refusal is one caller's own: the next one asks anew.
    asked.catch(() => kept.delete(key));
    return asked as never;
  };
}
