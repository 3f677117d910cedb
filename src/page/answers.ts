/** What the graph answered to the page: many look at one page at once, and their looking must not cost more than the first one's. */
import { LRUCache } from "lru-cache";
import { askDoor } from "../doors/ask.ts";
import type { GraphqlDoor } from "../doors/graphql.ts";
import type { Ask } from "./base/operation.ts";

const mostKept = 200;
const minute = 60_000;

/** Asks as whoever comes from the address, without a key. An answer is used again while the hub is in the state that it is of, and within the minute, for much on a page hangs on the present. */
export function createAnswers(door: GraphqlDoor): (address: string) => Ask {
  const kept = new LRUCache<string, Promise<unknown>>({ max: mostKept });
  return (address) => async (operation, variables) => {
    const version = await door.versions.current();
    // What a client would read: of a moment the graph itself has an object.
    const ask = () =>
      askDoor(door, { address, authorization: null }, operation, variables).then((data) => JSON.parse(JSON.stringify(data)) as never);
    if (version === null) return ask();
    const key = JSON.stringify([version, Math.floor(Date.now() / minute), operation.operationName, variables]);
    const known = kept.get(key);
    if (known !== undefined) return known as never;
    const asked = ask();
    kept.set(key, asked);
    // A refusal is one caller's own: the next one asks anew.
    asked.catch(() => kept.delete(key));
    return asked;
  };
}
