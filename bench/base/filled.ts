/** A database with so many people on record, as a hub that has run for a while has it. */
import pg from "pg";
import { openDatabase } from "../../src/db/database.ts";
import { settleNewTimelines } from "../../src/domain/timeline/settle-timelines.ts";
import { createDatabase } from "./database.ts";
import { generate, sizeFor } from "./generate.ts";

type Wanted = { readonly name: string; readonly people: number; /** Takes one that is there, and leaves it. */ readonly keep: boolean };
export type Filled = AsyncDisposable & { readonly url: string };

/** Makes it, and drops it when it is disposed of or the signal is aborted. */
export async function filledDatabase(admin: string, { name, people, keep }: Wanted, signal: AbortSignal): Promise<Filled> {
  const { url, drop, created } = await createDatabase(admin, `paradero_${name}_${people}${keep ? "" : `_${process.pid}`}`, keep);
  const leave = async () => void (keep || (await drop()));
  signal.addEventListener("abort", () => void leave().catch(() => {}));
  try {
    signal.throwIfAborted();
    if (created) await fill(url, people);
  } catch (error) {
    await drop();
    throw error;
  }
  return { url, [Symbol.asyncDispose]: leave };
}

async function fill(url: string, people: number): Promise<void> {
  console.error(`filling a database with ${people} people …`);
  const client = new pg.Client(url);
  client.on("error", () => {}); // the statement under way fails too, and is awaited
  await client.connect();
  await generate(client, sizeFor(people));
  const database = await openDatabase({ databaseUrl: url, home: undefined });
  await settleNewTimelines(database.prisma);
  await database.close();
  await client.query("VACUUM (ANALYZE)");
  await client.end();
}
