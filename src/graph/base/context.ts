/** What every resolver is given. One per request, and a fresh one for each event of a subscription: what it caches must not outlive one answer. */
import DataLoader from "dataloader";
import type { PrismaClient } from "../../db/generated/prisma/client.ts";
import type { OutboundRules } from "../../webhooks/outbound-address.ts";
import type { Viewer } from "../../domain/viewer.ts";
import type { Feed } from "../../feed/feed.ts";

export type Context = {
  readonly prisma: PrismaClient;
  readonly viewer: Viewer;
  readonly feed: Feed;
  /** Merged records that this request has asked for, and who stands for them: see stand-in.ts. */
  readonly standIns: Map<string, string>;
  /** Where webhooks may go. */
  readonly outbound: OutboundRules;
  /** Where a stream of Server-Sent Events that broke off was (its Last-Event-ID): a subscription goes on there, whatever its document says. */
  readonly resumeAfter?: string | null;
  /** Aborted when whoever asked has gone. */
  readonly signal?: AbortSignal | undefined;
  /** The loader of this request for `name` and everything else that its batch function depends on; made at first use. */
  loader<Key, Value>(name: string, batch: (keys: readonly Key[]) => Promise<readonly Value[]>): DataLoader<Key, Value>;
};

export function createContext(
  parts: Pick<Context, "prisma" | "viewer" | "feed" | "resumeAfter" | "signal"> & Partial<Pick<Context, "outbound">>,
): Context {
  const loaders = new Map<string, DataLoader<unknown, unknown>>();
  return {
    prisma: parts.prisma,
    viewer: parts.viewer,
    feed: parts.feed,
    standIns: new Map(),
    outbound: parts.outbound ?? { allowPrivate: false },
    resumeAfter: parts.resumeAfter ?? null,
    signal: parts.signal,
    loader<Key, Value>(name: string, batch: (keys: readonly Key[]) => Promise<readonly Value[]>) {
      const known = loaders.get(name) ?? new DataLoader(batch);
      loaders.set(name, known);
      return known as DataLoader<Key, Value>;
    },
  };
}
