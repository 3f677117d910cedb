/** Who asks. Every transport finds that out here: failed keys are slowed, counted and logged, without the key; when a good one was used is noted. */
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import type { Database } from "../../db/database.ts";
import { authenticate, bearer, keyOf, keyRefused } from "../../domain/access/key-viewer.ts";
import { anonymous, type Viewer } from "../../domain/viewer.ts";
import { Unauthenticated } from "../../errors.ts";
import type { AuditJournal } from "../../domain/access/audit-journal.ts";
import type { Feed } from "../../feed/feed.ts";
import type { Budget, Holder } from "../limits/budget.ts";
import { networkOf } from "./address.ts";
import { KeyUse } from "./key-use.ts";
import { createTokenReader, isToken, type TokenOptions } from "./tokens.ts";
import { createWaves } from "./waves.ts";

/** Where a request comes from, and with what. */
export type Credentials = { readonly address: string; readonly authorization?: string | null };

const maxGoodKeys = 10_000;
// Of a budget of the address for that alone: some sixty in half a minute by default, and then none until the next.
const failedKeyCost = (costPerAddress: number) => Math.max(1000, Math.ceil(costPerAddress / 60));

export type Authentication = ReturnType<typeof createAuthentication>;

export function createAuthentication(
  { kept, feed, log, journal }: Pick<Database, "kept"> & { readonly feed: Feed; readonly log: Logger; readonly journal: AuditJournal },
  budget: Budget,
  costPerAddress: number,
  { notesMilliseconds, tokens }: { readonly notesMilliseconds?: number | undefined; readonly tokens?: TokenOptions | undefined },
) {
  const readToken = tokens && createTokenReader(tokens);
  const goodKeys = new LRUCache<string, true>({ max: maxGoodKeys });
  const use = new KeyUse(kept, (error) => log.error({ err: error }, "noting the use of keys failed; trying again"), notesMilliseconds);
  // Ten thousand reconnects at once need only a few statements.
  const cached = new LRUCache<string, Promise<Viewer>>({ max: maxGoodKeys });
  const unwatch = feed.watch({ onRights: () => cached.clear() });

  const lookUp = async (authorization: string, find: (authorization: string) => Promise<Viewer>, credentials: Credentials) => {
    if (!goodKeys.has(authorization)) budget.checkLeft(failuresOf(credentials));
    try {
      const viewer = await find(authorization);
      if (viewer.expiresAt !== null && viewer.expiresAt.getTime() <= Date.now()) throw new Unauthenticated(keyRefused, "expired");
      goodKeys.set(authorization, true);
      const key = keyOf(viewer);
      if (key !== null) use.note(key);
      journal.used(viewer);
      return viewer;
    } catch (error) {
      if (error instanceof Unauthenticated) refused(error, authorization, credentials);
      throw error;
    }
  };
  const refused = ({ failure }: Unauthenticated, authorization: string, credentials: Credentials) => {
    goodKeys.delete(authorization);
    budget.charge(failuresOf(credentials), failedKeyCost(costPerAddress));
    const reason = failure ?? "malformed";
    feed.meter.failedKeys.inc({ reason });
    journal.failed(reason);
    log.warn({ reason }, "a key was refused");
  };
  const inWave = createWaves();
  const fromDatabase = async (authorization: string) =>
    fromToken(authorization) ?? inWave(() => authenticate(kept, authorization, new Date()));
  // Nothing of a token is kept: its signature costs less than asking the database for a key.
  const fromToken = (authorization: string) => {
    const secret = readToken && bearer(authorization);
    return secret != null && isToken(secret) ? readToken!(secret) : null;
  };
  const fromCache = async (authorization: string) => {
    const ofToken = fromToken(authorization);
    if (ofToken) return ofToken;
    await feed.refresh();
    const before = cached.get(authorization);
    if (before) return before;
    const viewer = fromDatabase(authorization);
    cached.set(authorization, viewer);
    viewer.catch(() => cached.delete(authorization));
    return viewer;
  };

  return {
    /**
     * Whoever sends these credentials, with the rights of this moment.
     * @throws Unauthenticated; RateLimited when too many keys from there were none
     */
    async identify(credentials: Credentials): Promise<Viewer> {
      return credentials.authorization ? lookUp(credentials.authorization, fromDatabase, credentials) : anonymous;
    },
    /** The same for connections, of which many may come at once with one key: as of the latest change of rights. */
    async identifyConnection(credentials: Credentials): Promise<Viewer> {
      return credentials.authorization ? lookUp(credentials.authorization, fromCache, credentials) : anonymous;
    },
    /** Whether a key was good lately: it passes beside those who guess at its address. */
    wasGood: (authorization: string) => goodKeys.has(authorization),
    async stop(): Promise<void> {
      unwatch();
      await use.stop();
    },
  };
}

/** Whose budget what fails is spent from: of who comes without a key, the same as all else; of who brings one, a budget of the address for that alone, so that neighbours without keys do not shut it out. */
export function failuresOf({ address, authorization }: Credentials): Holder {
  const holder = addressHolder(address);
  return authorization ? { ...holder, id: `failures of ${holder.id}` } : holder;
}

export const addressHolder = (address: string): Holder => ({ kind: "address", id: networkOf(address) });
