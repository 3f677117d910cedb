/** A cache of viewers by key, cleared when rights change: ten thousand reconnects at once need only a few statements. */
import { authenticate } from "../../domain/access/api-key.ts";
import { anonymous, type Viewer } from "../../domain/viewer.ts";
import type { Database } from "../../db/database.ts";
import type { Feed } from "../../feed/feed.ts";

const maxKeys = 10_000;

/** The viewer of an `authorization` header, with its present rights. @throws Unauthenticated */
export function createKeyring({
  kept,
  feed,
}: Pick<Database, "kept"> & { readonly feed: Feed }): (authorization: string | null) => Promise<Viewer> {
  const known = new Map<string, Promise<Viewer>>();
  feed.watch({ onRights: () => known.clear() });
  return async (authorization) => {
    if (authorization === null || authorization === "") return anonymous;
    await feed.refresh();
    const before = known.get(authorization);
    if (before) return before;
    const viewer = authenticate(kept, authorization);
    if (known.size >= maxKeys) known.clear();
    known.set(authorization, viewer);
    viewer.catch(() => known.delete(authorization));
    return viewer;
  };
}
