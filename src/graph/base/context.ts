/** What every resolver is given. One per request, and a fresh one for each event of a subscription: what it caches must not outlive one answer. */
import DataLoader from "dataloader";
import type { PrismaClient } from "../../db/generated/prisma/client.ts";
import type { OutboundRules } from "../../webhooks/outbound-address.ts";
import type { AuditJournal, Reads } from "../../domain/access/audit-journal.ts";
import type { Viewer } from "../../domain/viewer.ts";
import type { Feed } from "../../feed/feed.ts";
import { listCursorsOf, type ListCursors } from "./list-cursor.ts";

/** The feeds of a process. */
export type Feeds = { readonly feed: Feed; readonly changes: Feed };

export type Context = {
  readonly prisma: PrismaClient;
  readonly viewer: Viewer;
  /** The feed of releases. */
  readonly feed: Feed;
  /** The feed of all changes. */
  readonly changes: Feed;
  /** Seals and opens the cursors of lists. */
  readonly cursors: ListCursors;
  /** Merged records that this request has asked for, and who stands for them: see stand-in.ts. */
  readonly standIns: Map<string, string>;
  /** Where webhooks may go. */
  readonly outbound: OutboundRules;
  /** Where a stream of Server-Sent Events that broke off was (its Last-Event-ID): a subscription goes on there, whatever its document says. */
  readonly resumeAfter?: string | null;
  /** Aborted when whoever asked has gone. */
  readonly signal?: AbortSignal | undefined;
  /** The present, one for the whole answer. Nothing in the graph looks at a clock of its own: whoever keeps answers has to know which of them hang on the present (src/doors/answers). */
  readonly now: () => Date;
  /** Whether anybody asked for the present. */
  readonly hangsOnNow: () => boolean;
  /** Where reads and refusals are noted; null where nobody is audited. */
  readonly journal: AuditJournal | null;
  /** The records that this request has shown, for a viewer of restricted ones; null for others. */
  readonly reads: Reads | null;
  /** The loaders of this request: see `loaderOf`. */
  readonly loaders: Map<object, Map<string, unknown>>;
};

export function createContext(
  parts: Pick<Context, "prisma" | "viewer" | "feed" | "changes" | "resumeAfter" | "signal"> &
    Partial<Pick<Context, "outbound" | "journal">>,
): Context {
  let present: Date | undefined;
  return {
    prisma: parts.prisma,
    viewer: parts.viewer,
    feed: parts.feed,
    changes: parts.changes,
    cursors: listCursorsOf(parts.feed.hub),
    standIns: new Map(),
    outbound: parts.outbound ?? { allowPrivate: false },
    resumeAfter: parts.resumeAfter ?? null,
    signal: parts.signal,
    now: () => (present ??= new Date()),
    hangsOnNow: () => present !== undefined,
    journal: parts.journal ?? null,
    reads: parts.journal && parts.viewer.levels.includes("RESTRICTED") ? new Map() : null,
    loaders: new Map(),
  };
}

/**
 * Declares a loader, as a constant of the module of its noun. A request has one of its own for all that is asked with the same further arguments, a moment say; they are told apart by their JSON,
 * or by what `keyOf` makes of them. Loaders have no names: two declarations never share one.
 */
export function loaderOf<Key, Value, Asked extends readonly unknown[] = []>(
  batch: (context: Context, keys: readonly Key[], ...asked: Asked) => Promise<readonly Value[]>,
  keyOf: (...asked: Asked) => string = (...asked) => JSON.stringify(asked),
): (context: Context, ...asked: Asked) => DataLoader<Key, Value> {
  const declaration = {};
  return (context, ...asked) => {
    const own = context.loaders.get(declaration) ?? new Map<string, unknown>();
    context.loaders.set(declaration, own);
    const key = keyOf(...asked);
    const loader = own.get(key) ?? new DataLoader<Key, Value>((keys) => batch(context, keys, ...asked));
    own.set(key, loader);
    return loader as DataLoader<Key, Value>;
  };
}
