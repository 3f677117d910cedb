/** A cache of older events, in pages of sequence numbers that all readers share: a reconnect storm reads each page from the database once. */
import { LRUCache } from "lru-cache";
import type { Log, Told } from "./log.ts";

export type Pages = {
  /** The events of the page that holds the first number after `after`, from there up to `upTo`; with the last number that was looked at, and the number before which some may be missing. */
  after(after: bigint, upTo: bigint): Promise<{ events: readonly Told[]; through: bigint; floor: bigint }>;
};

type Page = { readonly events: readonly Told[]; readonly floor: bigint };

const span = 256n;
const kept = 64;

/** Of numbers up to `upTo` all that will ever be committed must be committed already. */
export function createPages(log: Pick<Log, "between" | "floor">, onRead: () => void): Pages {
  const pages = new LRUCache<bigint, Promise<Page>>({ max: kept });
  const load = async (first: bigint, last: bigint): Promise<Page> => {
    onRead();
    const events = await log.between(first, last);
    // Asked after the rows: had some been deleted meanwhile, the floor would have risen before.
    return { events, floor: await log.floor() };
  };
  const pageFrom = (first: bigint, upTo: bigint): Promise<Page> => {
    // Its end is still being written: kept, it would hide what comes.
    if (first + span > upTo) return load(first, upTo);
    const known = pages.get(first);
    if (known) return known;
    const page = load(first, first + span);
    pages.set(first, page);
    page.catch(() => pages.delete(first));
    return page;
  };
  return {
    async after(after, upTo) {
      const first = (after / span) * span;
      const last = first + span < upTo ? first + span : upTo;
      const { events, floor } = await pageFrom(first, upTo);
      return { events: events.filter(({ seq }) => seq > after && seq <= last), through: last, floor };
    },
  };
}
