/** What one address or one key may cost the hub in a while: points, as many as its operations declare (cost.ts), in windows of half a minute. Over Redis, all processes count together. */
import { Redis } from "ioredis";
import { LRUCache } from "lru-cache";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from "rate-limiter-flexible";
import { RateLimited } from "../../errors.ts";

/** Whose budget it is: an address without a key, or a key. */
export type Holder = { readonly kind: "address" | "key"; readonly id: string };
export const nameOf = ({ kind, id }: Holder) => `${kind}:${id}`;

export type Spent = { readonly requested: number; readonly remaining: number; readonly resetAt: Date };

export type BudgetOptions = {
  /** Points in each half minute; 0 for as many as one likes. */
  readonly costPerAddress: number;
  readonly costPerKey: number;
  readonly redisUrl?: string | undefined;
};

export const defaultBudget: BudgetOptions = { costPerAddress: 1_500_000, costPerKey: 15_000_000 };

const windowSeconds = 30;
// To say no is cheap, and not free.
const refusalFee = 50;
const maxRemembered = 100_000;

export type Budget = {
  /** @throws RateLimited when the holder is known to have nothing left; asks nobody, so that it can stand before everything else */
  checkLeft(holder: Holder): void;
  /** @throws RateLimited when it is more than is left; then nothing but a small fee is spent */
  spend(holder: Holder, points: number): Promise<Spent>;
  /** Spends what has been used already, and waits for nothing. */
  charge(holder: Holder, points: number): void;
  /** Resolves when Redis answers, or has been found away: until then each process counts for itself. */
  ready(): Promise<void>;
  close(): void;
};

export function createBudget({ costPerAddress, costPerKey, redisUrl }: BudgetOptions, onError: (error: unknown) => void): Budget {
  const redis =
    redisUrl === undefined ? undefined : new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: 2000 });
  redis?.on("error", onError);
  const settled = new Promise<void>((resolve) =>
    redis === undefined ? resolve() : redis.once("ready", resolve).once("error", () => resolve()),
  );
  const limits = { address: costPerAddress, key: costPerKey };
  const limiters = { address: limiterOf("address", costPerAddress, redis), key: limiterOf("key", costPerKey, redis) };
  const exhausted = new LRUCache<string, Date>({ max: maxRemembered });

  const none = (holder: Holder, points: number, { msBeforeNext }: RateLimiterRes) => {
    const resetAt = new Date(Date.now() + msBeforeNext);
    return new RateLimited(
      `This operation costs ${points}; one ${holder.kind} may spend ${limits[holder.kind]} in ${windowSeconds} s and has less left. Ask again at ${resetAt.toISOString()}, or for less.`,
      resetAt,
    );
  };
  const note = (holder: Holder, { remainingPoints, msBeforeNext }: RateLimiterRes) => {
    if (remainingPoints <= 0) exhausted.set(nameOf(holder), new Date(Date.now() + msBeforeNext), { ttl: Math.max(1, msBeforeNext) });
  };

  return {
    checkLeft(holder) {
      const resetAt = exhausted.get(nameOf(holder));
      if (resetAt !== undefined && resetAt.getTime() > Date.now())
        throw new RateLimited(
          `One ${holder.kind} may spend ${limits[holder.kind]} in ${windowSeconds} s. Ask again at ${resetAt.toISOString()}.`,
          resetAt,
        );
    },
    async spend(holder, points) {
      const limiter = limiters[holder.kind];
      if (limiter === null) return { requested: points, remaining: Number.MAX_SAFE_INTEGER, resetAt: new Date() };
      try {
        const left = await limiter.consume(holder.id, points);
        note(holder, left);
        return { requested: points, remaining: left.remainingPoints, resetAt: new Date(Date.now() + left.msBeforeNext) };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const left = await limiter.reward(holder.id, Math.max(0, points - refusalFee));
        note(holder, left);
        throw none(holder, points, refusal);
      }
    },
    charge(holder, points) {
      limiters[holder.kind]?.penalty(holder.id, points).then((left) => note(holder, left), onError);
    },
    ready: () => settled,
    close: () => redis?.disconnect(),
  };
}

function limiterOf(kind: Holder["kind"], points: number, redis: Redis | undefined): RateLimiterAbstract | null {
  if (points === 0) return null;
  const options = { points, duration: windowSeconds, keyPrefix: `paradero:cost:${kind}` };
  const memory = new RateLimiterMemory(options);
  // While Redis is away each process counts for itself.
  return redis === undefined ? memory : new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory });
}
