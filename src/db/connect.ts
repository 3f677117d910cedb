/** Connections to PostgreSQL beside Prisma's pool, and what to say when there is none to be had. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { ExpectedError } from "../errors.ts";
import { prepareSession, type SessionKind } from "./session.ts";

/** The database cannot be used as it is. The message says what to do, in a sentence. */
export class DatabaseUnusable extends ExpectedError {
  override name = "DatabaseUnusable";
  readonly code = "DATABASE_UNUSABLE";
}

/** An address of a database, and the variable that gave it. */
export type Address = {
  readonly url: string;
  readonly variable: "DATABASE_URL" | "DATABASE_DIRECT_URL" | "DATABASE_READ_URL";
  /** How an activity view names our connections, unless the address gives an application_name. */
  readonly name?: string;
};

const connectMilliseconds = 15_000;
const nameOfOurs = "paradero";

/** How the connections of one hub are named, so that it can tell them from those of others (exclusively.ts). */
export const newConnectionName = () => `${nameOfOurs} ${randomUUID().slice(0, 8)}`;
/** What such a name is like, as SQL has it. */
export const likeConnectionName = `${nameOfOurs} ________`;

/** How a connection to this address is configured. */
export const connectionTo = ({ url, name = nameOfOurs }: Address) => ({
  connectionString: url,
  keepAlive: true,
  connectionTimeoutMillis: connectMilliseconds,
  fallback_application_name: name,
});

/** PostgreSQL's codes, and the network's, that a person at the keyboard can do something about. */
const remedies: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there. Start PostgreSQL",
  ENOTFOUND: "there is no host of that name. Correct it",
  EAI_AGAIN: "the name of the host could not be looked up. Correct it",
  ETIMEDOUT: "it does not answer. Start PostgreSQL, open the way there",
  ENOENT: "there is no such socket. Start PostgreSQL",
  "3D000": "it has no such database. Create it (createdb)",
  "28P01": "it refuses the password. Correct it",
  "28000": "it refuses this user. Let it in (pg_hba.conf)",
  "53300": "it has no connection left. Raise max_connections, or use a pooler",
  "57P03": "it is starting up or shutting down. Wait for it",
};

/** The failure to connect as a sentence; never with the password. */
function unreachable({ url, variable }: Address, cause: unknown): unknown {
  const { code = "", message } = cause as NodeJS.ErrnoException;
  const remedy = remedies[code] ?? (/timeout expired/.test(message) ? remedies["ETIMEDOUT"] : undefined);
  if (remedy === undefined) return cause;
  const { host, pathname } = URL.parse(url) ?? { host: "", pathname: "" };
  return new DatabaseUnusable(
    `${variable} leads to ${host || "a local socket"}${pathname}: ${remedy}, or change ${variable}. (${message || code})`,
    { cause },
  );
}

/** A connection of its own, ready for use. @throws DatabaseUnusable when there is none to be had, for a reason that can be mended outside */
export async function connect(address: Address, kind: SessionKind): Promise<pg.Client> {
  const client = new pg.Client(connectionTo(address));
  // A connection that breaks fails its next query; unheard, the event would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    await prepareSession(client, kind);
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw unreachable(address, error);
  }
}

/** Uses a connection of its own and ends it. */
export async function connected<Result>(address: Address, kind: SessionKind, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = await connect(address, kind);
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
