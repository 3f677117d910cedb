/** The client over an engine's adapter. */
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { boundsNow, within } from "./statements/bounds.ts";
import { PrismaClient } from "./generated/prisma/client.ts";

export function newPrisma(adapter: SqlMigrationAwareDriverAdapterFactory) {
  return keepApart(new PrismaClient({ adapter, transactionOptions: { maxWait: 30_000, timeout: 60_000 } }));
}

type Batched = {
  readonly options: Record<"singleLoader" | "batchLoader", (asked: never) => Promise<unknown>> & {
    batchBy(request: object): string | undefined;
  };
};

/**
 * Prisma makes one statement of what is looked up by id in the same tick, whoever asks. Operations that share one would be stopped with one another: each gets its own, in its own bounds. There is
 * no public way to say so; test/db/statements/bounds.test.ts holds the next version of Prisma to it.
 */
function keepApart(prisma: PrismaClient): PrismaClient {
  const { options } = (prisma as unknown as { _requestHandler: { dataloader: Batched } })._requestHandler.dataloader;
  const { singleLoader, batchLoader } = options;
  const batchBy = options.batchBy.bind(options);
  const askedIn = new WeakMap<object, AbortSignal | undefined>();
  const numbers = new WeakMap<AbortSignal, number>();
  let last = 0;
  const numberOf = (signal: AbortSignal) => numbers.get(signal) ?? (numbers.set(signal, (last += 1)), last);
  options.batchBy = (request: object) => {
    const signal = boundsNow();
    askedIn.set(request, signal);
    const shape = batchBy(request);
    return shape === undefined || signal === undefined ? shape : `${shape} of ${numberOf(signal)}`;
  };
  options.singleLoader = (request: object) => within(askedIn.get(request), () => singleLoader(request as never));
  options.batchLoader = (requests: readonly object[]) => within(askedIn.get(requests[0]!), () => batchLoader(requests as never));
  return prisma;
}
