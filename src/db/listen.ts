/** LISTEN on a connection of its own. */
import pg from "pg";
import { connect, type Address } from "./connect.ts";

const retryMilliseconds = 1000;

/** Listens on a connection that comes back by itself; wakes once after each return, for what was missed meanwhile. */
export async function listenOnPostgres(direct: Address, channel: string, wake: () => void): Promise<() => Promise<void>> {
  let stopped = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const again = () => {
    if (!stopped) retry = setTimeout(() => void listen().catch(again), retryMilliseconds);
  };
  const listen = async () => {
    const next = await connect(direct, "hub");
    if (stopped) return next.end();
    client = next;
    let lost = false;
    const lose = () => {
      if (lost) return;
      lost = true;
      again();
    };
    next.on("error", lose);
    next.on("end", lose);
    next.on("notification", wake);
    try {
      await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      lost = true;
      await next.end().catch(() => {});
      throw error;
    }
    wake();
  };

  await listen();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await client?.end().catch(() => {});
  };
}
